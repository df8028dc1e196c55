import { basename, dirname, join } from 'node:path'
import { type DiskCalls, errorCode, naming, realDisk } from './disk.ts'

/**
 * How a file is replaced. lasting: it, or what stood there, is there after a loss of power too. alone: a lock is held, so that a draft
 * of this file is one of a run that was killed, and goes.
 */
export interface WholeOptions {
  readonly lasting: boolean
  readonly alone?: boolean
  readonly disk?: DiskCalls
}

/** A text that lies beside the file it will be: most of what can fail is over. */
export interface StagedText {
  /** Puts it in its place. Throws what the machine refuses. */
  commit(): void
  /** Leaves the file as it is; nothing to do once it was put there. */
  drop(): void
}

/**
 * Writes a text beside the file it will be, under a name that nobody has and no build looks at, with the rights of that file. Throws what
 * the machine refuses.
 */
export function stageWhole(
  path: string,
  text: string,
  { lasting, alone = false, disk = realDisk }: WholeOptions,
): StagedText {
  const draft = writeDraft(path, new TextEncoder().encode(text), alone, disk)
  let isThere = true
  const drop = (): void => {
    if (!isThere) return
    isThere = false
    disk.unlink(draft)
  }
  try {
    // Before its rights: a file that nobody may write to cannot be opened to be synced.
    if (lasting) disk.fsync(draft)
    disk.keepRights(path, draft)
  } catch (error) {
    drop()
    throw naming(path, error)
  }
  return {
    commit() {
      try {
        disk.rename(draft, path)
      } catch (error) {
        throw naming(path, error)
      }
      isThere = false
      if (lasting) disk.fsyncFolder(dirname(path))
    },
    drop,
  }
}

/** Replaces the text of a file, or makes it, in one step: whoever reads it gets the old or the new one whole. */
export function writeWhole(path: string, text: string, options: WholeOptions): void {
  const staged = stageWhole(path, text, options)
  try {
    staged.commit()
  } finally {
    staged.drop()
  }
}

/** So many drafts that killed runs left are passed by. */
const MOST = 1000

function writeDraft(path: string, bytes: Uint8Array, alone: boolean, disk: DiskCalls): string {
  let tried = false
  for (let number = 0; ; number += 1) {
    const draft = join(dirname(path), `.${basename(path)}.${number}.tmp`)
    try {
      disk.write(draft, bytes)
      return draft
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') {
        // A disk that is full keeps a part.
        quietly(() => disk.unlink(draft))
        throw naming(path, error)
      }
      if (number >= MOST) throw naming(path, error)
      if (alone && !tried) {
        tried = true
        number -= 1
        quietly(() => disk.unlink(draft))
      }
    }
  }
}

function quietly(work: () => void): void {
  try {
    work()
  } catch {
    return
  }
}
