import type { Digest } from '../../core/digest.ts'
import type { Changes, Staged } from './changes.ts'
import type { Manifest } from './manifest.ts'
import { stagingFolder } from './names.ts'
import type { OutDisk } from './out-disk.ts'
import { closeJournal, leaveWorkFolder, sweep, writeJournal, writeManifest } from './records.ts'
import { removeFiles } from './removal.ts'

/**
 * Makes the changes visible so that a reader, and a build that is killed at any moment, never meets a torn file nor a
 * page that names what is not there yet: all that is new comes before what is replaced, and in each of them assets
 * before pages before the front pages that list them; what goes, goes last. `working` is called with every file that
 * moves. Gives the paths that were removed, and the digest of the manifest.
 */
export function publish(
  out: OutDisk,
  changes: Changes,
  manifest: Manifest,
  working: () => void,
): { readonly removed: readonly string[]; readonly manifest: Digest } {
  const { blocking, folders, added, replaced, removed } = changes
  const moves = [...added, ...replaced]
  const gone: string[] = []
  if (moves.length + removed.length > 0) {
    writeJournal(out, {
      added: added.map(({ path }) => path),
      replaced: replaced.map(({ path }) => path),
      removed: [...blocking, ...removed],
      folders,
    })
    gone.push(...removeFiles(out, blocking))
    for (const folder of foldersOfMoves(moves)) out.makeFolder(folder)
    for (const { path, waits } of moves) {
      working()
      out.rename(waits, path)
    }
    gone.push(...removeFiles(out, removed))
  }
  return { removed: gone, manifest: writeManifest(out, manifest) }
}

/** Removes what only the build needed. What the disk refuses here stays for the next build to clear away. */
export function tidy(out: OutDisk, done: boolean): void {
  try {
    sweep(out)
    if (done) closeJournal(out)
    out.removeEmpty(stagingFolder)
    leaveWorkFolder(out)
  } catch {
    return
  }
}

const foldersOfMoves = (moves: readonly Staged[]): ReadonlySet<string> =>
  new Set(moves.filter(({ path }) => path.includes('/')).map(({ path }) => path.slice(0, path.lastIndexOf('/'))))
