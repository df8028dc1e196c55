import { readlinkSync, realpathSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import glob from 'fast-glob'
import { type Diagnostic, diagnose } from '../../core/diagnostic.ts'

/** One name found below a folder: its path there (as the disk spells it) or what is wrong with it. */
export interface Found {
  readonly path: string
  readonly problem: Diagnostic | null
}

/** All files below root/folder, links resolved as far as they stay inside root; a missing folder is empty. */
export function walk(root: string, folder: string): Promise<readonly Found[]> {
  return list(root, folder, false)
}

/** blind: goes on where a folder cannot be read; the first run has said which. */
async function list(root: string, folder: string, blind: boolean): Promise<readonly Found[]> {
  const found: Found[] = []
  try {
    // All at once, not as a stream: of ten thousand names a stream costs half as much again.
    const entries = await glob('**/*', {
      cwd: join(root, folder),
      dot: true,
      onlyFiles: false,
      followSymbolicLinks: false,
      suppressErrors: blind,
      objectMode: true,
      unique: false,
    })
    for (const { path: name, dirent } of entries) {
      const path = `${folder}/${name}`
      if (dirent.isDirectory()) {
        // What lies below is not listed.
        if (LINE_END.test(name)) found.push({ path, problem: diagnose('file/name', { name: dirent.name }) })
        continue
      }
      if (path.includes('\uFFFD')) found.push({ path, problem: diagnose('file/name', { name }) })
      else if (dirent.isSymbolicLink()) found.push({ path, problem: linkProblem(root, path) })
      else if (!dirent.isFile()) found.push({ path, problem: diagnose('file/special', {}) })
      else found.push({ path, problem: null })
    }
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException
    // What says no code is no refusal of the machine: a bug.
    if (code === undefined) throw error
    if (code === 'ENOENT' && path === join(root, folder)) return found
    // A folder that went while others were listed is not there.
    if (code === 'ENOENT' && !blind) return await list(root, folder, true)
    const where =
      path === undefined
        ? folder
        : path
            .slice(root.length + 1)
            .split(sep)
            .join('/')
    const problem = diagnose('file/unreadable', { reason: code })
    return [...(await list(root, folder, true)), { path: where, problem }]
  }
  return found
}

/**
 * A link is followed only to a regular file below the same top folder, and from what is published as it is to what is published as it
 * is: nothing from outside gets out, and no draft.
 */
function linkProblem(root: string, path: string): Diagnostic | null {
  const folder = path.startsWith(STATIC) ? STATIC.slice(0, -1) : path.slice(0, path.indexOf('/'))
  const out = () => diagnose('file/link-out', { target: readlinkSync(join(root, path)), folder })
  try {
    const target = realpathSync(join(root, path))
    if (!target.startsWith(realpathSync(join(root, folder)) + sep)) return out()
    return statSync(target).isFile() ? null : diagnose('file/special', {})
  } catch {
    return out()
  }
}

const LINE_END = /[\n\r\u2028\u2029]/

const STATIC = 'content/static/'
