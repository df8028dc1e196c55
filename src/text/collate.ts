/** The order of names in Vietnamese (a ă â … d đ …; ngang, huyền, hỏi, ngã, sắc, nặng). Total: 0 only for identical strings. */
export function compareVi(a: string, b: string): number {
  return collator.compare(a, b) || byCodePoints(a, b)
}

/** A new array in Vietnamese order of the items' keys; items with one key keep their order. */
export function sortBy<T>(items: readonly T[], key: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, key: key(item) }))
    .sort((a, b) => compareVi(a.key, b.key))
    .map(({ item }) => item)
}

function byCodePoints(a: string, b: string): number {
  let at = 0
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at += 1
  return (a.codePointAt(at) ?? -1) - (b.codePointAt(at) ?? -1)
}

const collator = new Intl.Collator('vi')
