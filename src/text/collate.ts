/**
 * The order of names in Vietnamese (a ă â … d đ …; ngang, huyền, hỏi, ngã, sắc, nặng), numbers in them by what they count: `Thôn 2` before
 * `Thôn 10`, as file managers and people have it. Total: 0 only for identical strings.
 */
export function compareVi(a: string, b: string): number {
  return collator.compare(a, b) || byCodePoints(a, b)
}

function byCodePoints(a: string, b: string): number {
  let at = 0
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at += 1
  return (a.codePointAt(at) ?? -1) - (b.codePointAt(at) ?? -1)
}

const collator = new Intl.Collator('vi', { numeric: true })
