/** What is done with an element: it stays, becomes blanks, or is gone through by what is said of those in it; what is not named becomes empty. */
type Rule = 'keep' | 'blanks' | Rules
type Rules = ReadonlyMap<number, Rule>

const keep = (...ids: readonly number[]): readonly (readonly [number, Rule])[] => ids.map((id) => [id, 'keep'])

/** RFC 9559, 5.1.2: how time is counted, how long it is; the programs that wrote it must be named. */
const INFO: Rules = new Map<number, Rule>([...keep(0x2ad7b1, 0x4489), [0x4d80, 'blanks'], [0x5741, 'blanks']])
/** 5.1.4.1: numbers, kind, language, coding, sizes of a track; not its name, nor its coder's. */
const ENTRY: Rules = new Map<number, Rule>([
  ...keep(0xd7, 0x73c5, 0x83, 0xb9, 0x88, 0x55aa, 0x55ab, 0x55ac, 0x55ad, 0x55ae, 0x55af, 0x9c, 0x6de7, 0x6df8),
  ...keep(0x23e383, 0x234e7a, 0x23314f, 0x55ee, 0x41e4, 0x22b59c, 0x22b59d, 0x86, 0x63a2, 0x56aa, 0x56bb, 0xaa),
  ...keep(0xe0, 0xe1, 0x6d80),
])
const CLUSTER = 0x1f43b675
const SEGMENT = 0x18538067
/** 5.1: where parts are, tracks, clusters, cues; and what is in clusters (5.1.3), since one may not say how long it is. */
const PARTS: Rules = new Map<number, Rule>([
  ...keep(0x114d9b74, CLUSTER, 0x1c53bb6b, 0xe7, 0xa3, 0xa0, 0xa7, 0xab, 0xaf, 0x5854),
  [0x1549a966, INFO],
  [0x1654ae6b, new Map<number, Rule>([[0xae, ENTRY]])],
])
const FILE: Rules = new Map<number, Rule>([...keep(0x1a45dfa3), [SEGMENT, PARTS]])
const VOID = 0xec

/** Whether it is Matroska: WebM. */
export const isWebm = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x1a && bytes[1] === 0x45 && bytes[2] === 0xdf && bytes[3] === 0xa3

/**
 * The same film without what is said beside pictures and sounds: only elements that players need stay, others become empty ones of the same
 * size. Comes back as it is where there are none. null: it cannot be told what is in it.
 */
export function bareWebm(bytes: Uint8Array): Uint8Array | null {
  const copy = Buffer.from(bytes)
  if (!bare(copy, 0, copy.length, FILE)) return null
  return copy.equals(bytes) ? bytes : copy
}

function bare(view: Buffer, from: number, to: number, rules: Rules): boolean {
  for (let at = from; at < to; ) {
    const [id, idLength] = numberAt(view, at, false)
    const [size, sizeLength, open] = numberAt(view, at + idLength, true)
    const content = at + idLength + sizeLength
    if (idLength === 0 || sizeLength === 0 || content > to) {
      // What players cannot read either; in front of pictures there may be some behind it.
      if (rules !== PARTS && rules !== FILE) return false
      view.fill(0, at, to)
      return true
    }
    const end = open ? to : Math.min(to, content + size)
    const rule = rules.get(id)
    if (open && id !== SEGMENT && id !== CLUSTER) return false
    if (rule === undefined) empty(view, at, end, idLength + sizeLength)
    else if (rule === 'blanks') view.fill(0x20, content, end)
    else if (rule !== 'keep' && !bare(view, content, end, rule)) return false
    // A cluster that does not say how long it is ends where another part begins.
    at = open && id === CLUSTER ? content : end
  }
  return true
}

/** A number as EBML writes it (RFC 8794, 4), its length in bytes (0: none that makes sense), and whether it means “up to the end”. */
function numberAt(view: Buffer, at: number, isSize: boolean): readonly [number, number, boolean] {
  const first = view[at] ?? 0
  const length = Math.clz32(first) - 23
  if (first === 0 || length > 8 || at + length > view.length) return [0, 0, false]
  let value = isSize ? first & (0xff >> length) : first
  const mask = 0xff >> length
  let ones = (first & mask) === mask
  for (let next = at + 1; next < at + length; next += 1) {
    value = value * 256 + (view[next] ?? 0)
    ones &&= view[next] === 0xff
  }
  return [value, length, isSize && ones]
}

/** Writes an empty element of the same length over another, whose head took so many bytes. */
function empty(view: Buffer, at: number, end: number, head: number): void {
  view.fill(0, at, end)
  const width = Math.min(8, head - 1)
  let size = end - at - 1 - width
  view[at] = VOID
  for (let place = at + width; place > at; place -= 1) {
    view[place] = size % 256
    size = Math.floor(size / 256)
  }
  view[at + 1] = (view[at + 1] ?? 0) | (0x100 >> width)
}
