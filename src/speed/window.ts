import type { OpenFile } from './disk.ts'

/** A file that is read by range, often one range behind the other. */
export interface Window {
  /** Fewer bytes than asked where the file ends. They stay as they are; some lie in one memory with others. */
  read(offset: number, length: number): Uint8Array
}

/** What is read at once where ranges follow each other, in bytes; and how far apart they may lie. */
const [STRETCH, GAP] = [1024 * 1024, 64 * 1024]

/**
 * Reads a stretch ahead from the second of two ranges that lie near each other, in the order of the file: ten thousand entries are
 * thirty calls then. Whoever asks for one here and one there reads just these.
 */
export function openWindow(file: OpenFile): Window {
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
      ahead = file.read(offset, STRETCH)
      begin = offset
      return ahead.subarray(0, length)
    },
  }
}
