import { join } from 'node:path'
import type { OpenFile } from './disk.ts'
import type { CacheFiles } from './sealed.ts'
import { openWindow, type Window } from './window.ts'

/** Bytes of this run that wait for save: in a file of its own, the last of them in memory. */
export interface DraftPack {
  /** Where the bytes begin. */
  append(bytes: Uint8Array): number
  /** Bytes that were appended; they are there until the next call. */
  read(offset: number, length: number): Uint8Array
  /** Gives all bytes in order, about a megabyte at a time; each is there until the next. */
  each(take: (bytes: Uint8Array) => void): void
  /**
   * Gives the file with all bytes another name, in place of what stands there; what was appended is to be read there then, and here no more.
   * The size in bytes; null, and nothing done, where all is in memory. Throws what the machine refuses; then all is lost.
   */
  moveTo(path: string): number | null
  /** Removes the file. */
  close(): void
}

const megabyte = 1024 * 1024

/**
 * Opens an empty draft; its file is made when a megabyte is together. Where it cannot be, all stays in memory. What waits lies in one
 * room, and what is read again is read through a window: new memory for each megabyte would cost more than the writing.
 */
export function openDraftPack(files: CacheFiles, prefix: string): DraftPack {
  let file: { readonly path: string; readonly open: OpenFile; readonly window: Window } | null = null
  let written = 0
  let room: Buffer = Buffer.alloc(0)
  let waiting = 0
  let refused = false

  /** Writes what waits; where that is refused it stays, and room is found for all that follows. */
  function flush(): void {
    const done = files.writing(() => {
      file ??= create(files, prefix)
      file.open.append(room.subarray(0, waiting))
      return true
    })
    refused = done === null
    if (refused) return
    written += waiting
    waiting = 0
  }

  /** Room for so many bytes behind those that wait. */
  function makeRoom(length: number): void {
    if (waiting > 0 && waiting + length > megabyte && !refused) flush()
    if (waiting + length <= room.length) return
    const larger = Buffer.allocUnsafeSlow(
      Math.max(megabyte, length, refused ? 2 * (waiting + length) : waiting + length),
    )
    room.copy(larger, 0, 0, waiting)
    room = larger
  }

  const fromFile = (offset: number, length: number): Uint8Array => file?.window.read(offset, length) ?? new Uint8Array()

  return {
    append(bytes) {
      makeRoom(bytes.length)
      room.set(bytes, waiting)
      waiting += bytes.length
      return written + waiting - bytes.length
    },
    read: (offset, length) =>
      offset >= written ? room.subarray(offset - written, offset - written + length) : fromFile(offset, length),
    each(take) {
      for (let at = 0; at < written; at += megabyte) take(fromFile(at, Math.min(megabyte, written - at)))
      if (waiting > 0) take(room.subarray(0, waiting))
    },
    moveTo(path) {
      if (file === null) return null
      const { path: from, open } = file
      file = null
      try {
        try {
          open.append(room.subarray(0, waiting))
        } finally {
          open.close()
        }
        files.disk.rename(from, path)
      } catch (error) {
        files.disk.remove(from)
        throw error
      }
      return written + waiting
    },
    close() {
      file?.open.close()
      if (file !== null) files.disk.remove(file.path)
      file = null
    },
  }
}

function create({ disk, folder }: CacheFiles, prefix: string) {
  disk.makeFolder(folder)
  for (let number = 0; ; number++) {
    const path = join(folder, `${prefix}-${number}.new`)
    const open = disk.open(path, 'w')
    if (open !== null) return { path, open, window: openWindow(open) }
  }
}
