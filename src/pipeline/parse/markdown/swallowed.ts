import { type Diagnostic, diagnose } from '../../../core/diagnostic.ts'
import type { Mark } from './engine.ts'
import type { Line } from './line.ts'
import { numberedItems } from './numbering.ts'

/**
 * Lines that became a row of the table above them, or the end of its list's last item, for want of an empty line: who knows Word ends both by a
 * single Enter. The first of each; firstLine is the line of the file on which the body begins.
 */
export function tellSwallowed(
  lines: readonly Line[],
  marks: readonly Mark[],
  body: string,
  firstLine: number,
): readonly Diagnostic[] {
  const rows = rowsWithoutBars(marks, body).map((at) => ['row', at] as const)
  const ends = afterItems(lines).map((at) => ['item', at] as const)
  if (rows.length === 0 && ends.length === 0) return []
  const typed = body.split('\n')
  return [...rows, ...ends].map(([what, at]) => {
    const line = typed[at] ?? ''
    const text = line.trim()
    return diagnose(
      'words/mark',
      { what, text },
      { line: firstLine + at, column: line.indexOf(text) + 1, length: text.length },
    )
  })
}

/** The first line in each table in which nobody typed a bar. */
function rowsWithoutBars(marks: readonly Mark[], body: string): readonly number[] {
  let typed: readonly string[] | null = null
  const found: number[] = []
  let isTold = false
  for (const { type, map } of marks) {
    if (type === 'table_open') isTold = false
    if (type !== 'tr_open' || isTold || map === null) continue
    typed ??= body.split('\n')
    if ((typed[map[0]] ?? '').includes('|')) continue
    found.push(map[0])
    isTold = true
  }
  return found
}

/**
 * Lines at the margin that begin with a capital, right behind the last item of a list, whose sentence has ended, or that look like the heading
 * of a part (`II. Kết quả`, `KẾT QUẢ ĐẠT ĐƯỢC`), behind whatever item. Two blanks in front say that
 * it belongs there, and so do items that go on behind such lines: `1. Nộp hồ sơ.⏎Người dân…⏎2. Nhận giấy hẹn.⏎Cán bộ…`.
 */
function afterItems(lines: readonly Line[]): readonly number[] {
  const found: number[] = []
  let numbered: ReadonlySet<number> | null = null
  let isOpen = false
  let isManner = false
  let list: Line['kind'] = 'bullet'
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    if (line.kind === 'bullet' || line.kind === 'number') list = line.kind
    if (line.kind === 'bullet') isOpen = true
    else if (line.kind === 'number') {
      numbered ??= numberedItems(lines)
      isOpen = numbered.has(index)
    } else if (line.kind !== 'text') isOpen = false
    else if (isOpen && before !== undefined && 'text' in before && isNew(line.text, line.indent, before.text)) {
      // Behind several items on end it is no line that each of them has.
      const isHeading = beginsPart(line.text) || (inCapitals(line.text) && lines[index - 2]?.kind === list)
      if (isHeading) found.push(index)
      else if (goesOn(lines, index, list)) isManner = true
      else if (!isManner) found.push(index)
      isOpen = false
    } else if (before?.kind === 'blank') isManner = false
  }
  return found
}

/** Whether another item of such a list is the next thing behind the lines that stand together here: a 1 is the first of another list. */
function goesOn(lines: readonly Line[], index: number, list: Line['kind']): boolean {
  let at = index + 1
  while (lines[at]?.kind === 'text') at += 1
  while (lines[at]?.kind === 'blank') at += 1
  const next = lines[at]
  return next?.kind === list && !(next.kind === 'number' && next.number === 1)
}

const isNew = (text: string, indent: number, before: string): boolean =>
  indent < 2 &&
  (((beginsPart(text) || mayBeOfEach.test(text) || (inCapitals(text) && !inCapitals(before))) &&
    !goingOn.test(before.trimEnd())) ||
    (/^[“"'(*_]*\p{Lu}/u.test(text) && /[.!?…][”"')*_]*\s*$/.test(before)))

/** How parts of official papers begin (Decree 30/2020/NĐ-CP, annex I), and as many number them still, which makes no list. */
const parts: readonly RegExp[] = [
  // `II. Kết quả`, `II- Kết quả`, `V. KIẾN NGHỊ`: a single letter may be a name's (`V. Hugo`).
  /^[*_]*(?:[IVX]{2,5}\s?[./)–-]|[IVX](?=\s?[./)–-]\s*\p{Lu}{2})\s?[./)–-]|[IVX]+\.\/)\s*\p{Lu}/u,
  // `2./ Khó khăn`, `2/ Khó khăn`, `1.1/ Kết quả chung`, `1.2. Kết quả`.
  /^[*_]*(?:\d{1,2}(?:\.\d{1,2})*\.?\/\s*|(?:\d{1,2}\.){2,4}\s+)\p{Lu}/u,
  /^[*_]*(?:(?:Điều|Mục|Phần) \d+[.:](?:\s|$)|(?:Chương|Mục|Phần) [IVX]+(?:[.:\s]|$)|Phần thứ \p{Ll}+|Nơi nhận:)/u,
  // The line of the place and the day, and whose work it was.
  /^[*_]*\p{Lu}[\p{L} ]{1,40}, ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}/u,
  /^[*_]*(?:Tin|Bài|Ảnh|Tin,? (?:và )?(?:ảnh|bài)|Bài,? (?:và )?ảnh|Người viết|Tác giả)\s?:\s/u,
]
/** `Phụ lục 2`, `a/ Về vật chất`, `**Kết quả**`: each item may have its own. */
const mayBeOfEach =
  /^(?:[*_]*(?:Phụ lục (?:\d+|[IVX]+)(?:[.:\s]|$)|[a-hđk]\.?\/\s*\p{Lu})|\*\*\p{Lu}[^*]{3,80}\*\*:?\s*$)/u

const beginsPart = (text: string): boolean => parts.some((form) => form.test(text))

/** `KẾT QUẢ ĐẠT ĐƯỢC`: several words, and no small letter in them. */
const inCapitals = (text: string): boolean => !/\p{Ll}/u.test(text) && /\p{Lu}{2}[^\p{L}]+\p{Lu}{2}/u.test(text)

/** An item that was parted by hand and asks for what stands on the next line. */
const goingOn =
  /(?:[:,(–-]|(?<!\p{L})(?:và|hoặc|hay|tại|theo|của|mục|phần|khoản|điểm|cho|với|ở|về|trong|từ|đến|tới|là|gồm|các|những|do|thuộc))$/iu
