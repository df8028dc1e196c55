import { type DiskCalls, errorCode, realDisk } from './disk.ts'
import { foldersOf, junkFiles, manifestFile, workFolder } from './names.ts'

/** What people rightly have beside outputs: the repository of the folder, proofs of who owns a host (RFC 8615), names for hosts. */
const rightlyThere = /^(?:\.git[^/]*|\.well-known|\.nojekyll|CNAME)$/

/**
 * What stands in a published folder and is none of its outputs, in order; of a folder without outputs its name alone, with a slash at the
 * end. A page of gambling that was put there would be published with the rest, and no build would ever look at it. Links are named, not
 * followed. What cannot be listed is passed over: the portal is published already.
 */
export function strangersIn(out: string, outputs: Iterable<string>, disk: DiskCalls = realDisk): readonly string[] {
  const files = new Set(outputs)
  const folders = new Set([...files].flatMap(foldersOf))
  const found: string[] = []
  const look = (folder: string): void => {
    for (const name of listed(disk, folder === '' ? out : `${out}/${folder}`)) {
      const path = folder === '' ? name : `${folder}/${name}`
      const isOurs = files.has(path) || (folder === '' && (name === workFolder || name === manifestFile))
      if (isOurs || junkFiles.has(name) || (folder === '' && rightlyThere.test(name))) continue
      const isFolder = disk.lstat(`${out}/${path}`)?.isDirectory() === true
      if (isFolder && folders.has(path)) look(path)
      else found.push(isFolder ? `${path}/` : path)
    }
  }
  look('')
  return found.sort()
}

function listed(disk: DiskCalls, folder: string): readonly string[] {
  try {
    return disk.list(folder)
  } catch (error) {
    if (errorCode(error) === null) throw error
    return []
  }
}
