import { type Dirent, readdirSync, readlinkSync, realpathSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import { type Diagnostic, diagnose } from '../../core/diagnostic.ts'

/** One name found below a folder: its path there (as the disk spells it) or what is wrong with it. */
export interface Found {
  readonly path: string
  readonly problem: Diagnostic | null
}

/**
 * All files below root/folder, links resolved as far as they stay inside root; a missing folder is empty. Folder by folder and
 * at once: of ten thousand names, calls that are waited for cost several times as much.
 */
export function walk(root: string, folder: string): readonly Found[] {
  const found: Found[] = []
  const folders = [folder]
  for (const at of folders) {
    const entries = entriesOf(root, at)
    if ('code' in entries) {
      found.push({ path: at, problem: entries })
      continue
    }
    for (const entry of entries) {
      const path = `${at}/${entry.name}`
      const isMisnamed = path.includes('\uFFFD')
      if (entry.isDirectory() && !isMisnamed) folders.push(path)
      else found.push({ path, problem: isMisnamed ? misnamed(folder, path) : problemOf(root, path, entry) })
    }
  }
  return found
}

/** What stands in a folder; nothing where it is missing, or went while others were listed. */
function entriesOf(root: string, folder: string): readonly Dirent[] | Diagnostic {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return code === 'ENOENT' ? [] : diagnose('file/unreadable', { reason: code ?? String(error) })
  }
}

const misnamed = (folder: string, path: string): Diagnostic =>
  diagnose('file/name', { name: path.slice(folder.length + 1) })

function problemOf(root: string, path: string, entry: Dirent): Diagnostic | null {
  if (entry.isSymbolicLink()) return linkProblem(root, path)
  return entry.isFile() ? null : diagnose('file/special', {})
}

/** A link is followed only to a regular file below the same top folder: nothing from outside gets out. */
function linkProblem(root: string, path: string): Diagnostic | null {
  const top = realpathSync(join(root, path.slice(0, path.indexOf('/'))))
  try {
    const target = realpathSync(join(root, path))
    if (!target.startsWith(top + sep)) return diagnose('file/link-out', { target: readlinkSync(join(root, path)) })
    return statSync(target).isFile() ? null : diagnose('file/special', {})
  } catch {
    return diagnose('file/link-out', { target: readlinkSync(join(root, path)) })
  }
}
