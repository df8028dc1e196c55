import { join } from 'node:path'
import type { OpenFile } from './disk.ts'
import type { CacheFiles } from './sealed.ts'

/** Bytes of this run that wait for save: in a file of its own, the last of them in memory. */
export interface DraftPack {
  /** Where the bytes begin. */
  append(bytes: Uint8Array): number
  read(offset: number, length: number): Uint8Array
  readonly size: number
  /** Gives all bytes in order, a few megabytes at a time. */
  each(take: (bytes: Uint8Array) => void): void
  /** Removes the file. */
  close(): void
}

const megabyte = 1024 * 1024

/** Opens an empty draft; its file is made when a megabyte is together. Where it cannot be, all stays in memory. */
export function openDraftPack(files: CacheFiles, prefix: string): DraftPack {
  let file: { readonly path: string; readonly open: OpenFile } | null = null
  let written = 0
  let waiting: Uint8Array[] = []
  let size = 0
  let refused = false

  function flush(): void {
    const bytes = Buffer.concat(waiting)
    waiting = [bytes]
    refused =
      null ===
      files.writing(() => {
        file ??= create(files, prefix)
        file.open.append(bytes)
        written += bytes.length
        waiting = []
        return true
      })
  }

  function fromMemory(offset: number, length: number): Uint8Array {
    if (waiting.length > 1) waiting = [Buffer.concat(waiting)]
    return (waiting[0] ?? new Uint8Array()).subarray(offset, offset + length)
  }

  return {
    get size() {
      return size
    },
    append(bytes) {
      waiting.push(bytes)
      size += bytes.length
      if (!refused && size - written >= megabyte) flush()
      return size - bytes.length
    },
    read: (offset, length) =>
      offset >= written ? fromMemory(offset - written, length) : (file?.open.read(offset, length) ?? new Uint8Array()),
    each(take) {
      for (let at = 0; at < written; at += megabyte) {
        take(file?.open.read(at, Math.min(megabyte, written - at)) ?? new Uint8Array())
      }
      for (const bytes of waiting) take(bytes)
    },
    close() {
      file?.open.close()
      if (file !== null) files.disk.remove(file.path)
      file = null
    },
  }
}

function create({ disk, folder }: CacheFiles, prefix: string): { readonly path: string; readonly open: OpenFile } {
  disk.makeFolder(folder)
  for (let number = 0; ; number++) {
    const path = join(folder, `${prefix}-${number}.new`)
    const open = disk.open(path, 'w')
    if (open !== null) return { path, open }
  }
}
