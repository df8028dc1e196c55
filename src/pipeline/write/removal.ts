import { foldersOf } from './names.ts'
import type { OutDisk } from './out-disk.ts'

/** Removes files of ours, in this order, and the folders that this empties; gives those that were there. */
export function removeFiles(out: OutDisk, paths: readonly string[]): readonly string[] {
  const removed = paths.filter((path) => {
    if (out.look(path).kind !== 'file') return false
    out.unlink(path)
    return true
  })
  removeEmptied(out, removed.flatMap(foldersOf))
  return removed
}

/** Removes folders, from the innermost outwards, as far as they are empty. */
export function removeEmptied(out: OutDisk, folders: readonly string[]): void {
  const depth = (folder: string) => folder.split('/').length
  for (const folder of [...new Set(folders)].sort((a, b) => depth(b) - depth(a))) out.removeEmpty(folder)
}

/**
 * The first name below a folder that keeps it from going away when `ours` are removed: a file of somebody else, a link,
 * or an empty folder that we did not empty. null if nothing does.
 */
export function keptBy(out: OutDisk, folder: string, ours: ReadonlySet<string>): string | null {
  const names = out.list(folder)
  if (names.length === 0) return folder
  for (const name of [...names].sort()) {
    const path = `${folder}/${name}`
    const inner = out.look(path).kind === 'folder' ? keptBy(out, path, ours) : ours.has(path) ? null : path
    if (inner !== null) return inner
  }
  return null
}
