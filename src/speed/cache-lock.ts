import { join } from 'node:path'
import type { CacheDisk, OpenFile } from './disk.ts'

/** After so long, in ms, whoever made a lock or a draft is gone. */
export const forgotten = 10 * 60 * 1000

/**
 * Runs work while no other process writes the same cache; null, and nothing done, if one does. The lock only spares
 * work: what is written is whole by itself, or added with a sum over what it was added to, so that one which was wrongly taken for
 * forgotten does no harm.
 */
export function alone<T>(disk: CacheDisk, folder: string, now: number, work: () => T): T | null {
  const path = join(folder, 'cache.lock')
  const stats = disk.stat(path)
  if (stats !== null && stats.changed < now - forgotten) disk.remove(path)
  const lock = disk.open(path, 'w') ?? (disk.stat(path) === null ? reopened(disk, path) : null)
  if (lock === null) return null
  lock.close()
  try {
    return work()
  } finally {
    disk.remove(path)
  }
}

/** Something that is no file stands in the lock's place: nobody's lock. */
function reopened(disk: CacheDisk, path: string): OpenFile | null {
  disk.remove(path)
  return disk.open(path, 'w')
}
