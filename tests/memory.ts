import { statfsSync } from 'node:fs'
import { freemem } from 'node:os'

const ROOM = 2_000_000_000

/**
 * A folder in memory for the portals that npm test makes, named by this process, which makes and removes it (compile.ts); null where
 * there is none, or little room. On a disk a fifth of the time went by waiting for it. test:all goes through writing on the disk.
 */
export function memoryFolder(): string | null {
  if (process.platform !== 'linux' || process.env['TX_EXHAUSTIVE'] || process.env['TMPDIR'] || freemem() < ROOM)
    return null
  try {
    const { bavail, bsize } = statfsSync('/dev/shm')
    return bavail * bsize < ROOM ? null : `/dev/shm/tx-${process.pid}`
  } catch {
    return null
  }
}
