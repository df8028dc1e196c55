import type { OpenFile } from './disk.ts'

/** A file that is read by range, often one range behind the other. */
export interface Window {
  /** Fewer bytes than asked where the file ends. They are there until the next call. */
  read(offset: number, length: number): Uint8Array
}

/** What is read at once where ranges follow each other, in bytes; and how far apart they may lie. */
const [STRETCH, GAP] = [1024 * 1024, 64 * 1024]

/**
 * Reads a stretch ahead from the second of two ranges that lie near each other, in the order of the file: ten thousand entries are
 * thirty calls then, into one room: to be given new memory for 28 MB took fifteen times as long as to read them. Whoever asks for one
 * here and one there reads just these.
 */
export function openWindow(file: OpenFile): Window {
  let room: Uint8Array | null = null
  let ahead: Uint8Array = new Uint8Array()
  let begin = 0
  /** Where the last range ended. */
  let last = Number.NEGATIVE_INFINITY
  return {
    read(offset, length) {
      const follows = offset >= last && offset - last <= GAP
      last = offset + length
      if (offset >= begin && last <= begin + ahead.length) return ahead.subarray(offset - begin, last - begin)
      if (!follows || length > STRETCH) return file.read(offset, length)
      room ??= Buffer.allocUnsafeSlow(STRETCH)
      ahead = file.read(offset, STRETCH, room)
      begin = offset
      return ahead.subarray(0, length)
    },
  }
}
