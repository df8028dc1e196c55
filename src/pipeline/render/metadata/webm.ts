/** Elements that hold others on the way to what tells of people and places (RFC 9559, 5): the segment, and its facts. */
const HOLDING = new Set([0x18538067, 0x1549a966])
/** Title, date, name of the file; tags; attached pictures. */
const TELLING = new Set([0x7ba9, 0x4461, 0x7384, 0x1254c367, 0x1941a469])
/** The programs that wrote it must be named: by blanks. */
const PROGRAMS = new Set([0x4d80, 0x5741])
const VOID = 0xec

/** Whether it is Matroska: WebM. */
export const isWebm = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x1a && bytes[1] === 0x45 && bytes[2] === 0xdf && bytes[3] === 0xa3

/** The same film without what is said beside pictures and sounds: such elements become empty ones of the same size. Comes back as it is where there are none. */
export function bareWebm(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes)
  blank(copy, 0, copy.length)
  return copy.equals(bytes) ? bytes : copy
}

function blank(view: Buffer, from: number, to: number): void {
  for (let at = from; at < to; ) {
    const [id, idLength] = numberAt(view, at, false)
    const [size, sizeLength, open] = numberAt(view, at + idLength, true)
    if (idLength === 0 || sizeLength === 0) return
    const content = at + idLength + sizeLength
    const end = open ? to : Math.min(to, content + size)
    if (TELLING.has(id)) empty(view, at, end, idLength + sizeLength)
    else if (PROGRAMS.has(id)) view.fill(0x20, content, end)
    else if (HOLDING.has(id)) blank(view, content, end)
    // Where a part does not say how long it is, nothing behind it can be found.
    else if (open) return
    at = end
  }
}

/** A number as EBML writes it (RFC 8794, 4), its length in bytes (0: none that makes sense), and whether it means “up to the end”. */
function numberAt(view: Buffer, at: number, isSize: boolean): readonly [number, number, boolean] {
  const first = view[at] ?? 0
  const length = Math.clz32(first) - 23
  if (first === 0 || length > 8 || at + length > view.length) return [0, 0, false]
  let value = isSize ? first & (0xff >> length) : first
  let ones = (first | (0xff << (8 - length))) === -1
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
