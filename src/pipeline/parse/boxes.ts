/** A box of a file as films and iPhones' photos are built (ISO/IEC 14496-12, 4.2): its type, and its content within the file. */
export interface Box {
  readonly type: string
  /** Where the box itself begins, in bytes from the start of the file. */
  readonly start: number
  /** Where its content begins, and ends. */
  readonly from: number
  readonly to: number
}

/** More than any picture has side by side: what lies behind is not looked at. */
const MOST = 10_000

/** The boxes that stand side by side between two places of a file, up to one that claims more than there is. */
export function* wholeBoxes(view: Buffer, from: number, to: number, most = MOST): Iterable<Box> {
  for (let at = from, count = 0; at + 8 <= to && count < most; count += 1) {
    const short = view.readUInt32BE(at)
    const long = short === 1
    if (long && at + 16 > to) return
    const head = long ? 16 : 8
    // Size 0 reaches to the end of the file.
    const size = long ? Number(view.readBigUInt64BE(at + 8)) : short === 0 ? to - at : short
    if (size < head || at + size > to) return
    yield { type: view.toString('latin1', at + 4, at + 8), start: at, from: at + head, to: at + size }
    at += size
  }
}

/** The same. null where they do not fill the space between. */
export function boxesIn(view: Buffer, from = 0, to = view.length): readonly Box[] | null {
  const boxes = [...wholeBoxes(view, from, to)]
  return (boxes.at(-1)?.to ?? from) === to ? boxes : null
}

/** The first box of a type among those in another; null where there is none. */
export function boxIn(view: Buffer, parent: Box, type: string, skip = 0): Box | null {
  return boxesIn(view, parent.from + skip, parent.to)?.find((box) => box.type === type) ?? null
}
