import {
  accessSync,
  constants,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Unreadable } from '../pipeline/world.ts'
import { errorCode, naming, realDisk } from '../pipeline/write/disk.ts'
import { writeWhole } from '../pipeline/write/whole.ts'

/** Whether anything has that name, a link that leads nowhere too. */
export const isTaken = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined

/** All files below a folder, relative to it, `/` between names, in order; none if there is no such folder. */
export const filesBelow = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) =>
          join(entry.parentPath, entry.name)
            .slice(folder.length + 1)
            .replaceAll('\\', '/'),
        )
        .sort()
    : []

/** The same of what can be read: a folder that cannot be is passed over. */
export function readableBelow(folder: string): readonly string[] {
  const below = (at: string): readonly string[] => {
    try {
      return readdirSync(join(folder, at), { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() ? below(`${at}${entry.name}/`) : entry.isFile() ? [`${at}${entry.name}`] : [],
      )
    } catch {
      return []
    }
  }
  return [...below('')].sort()
}

/** The text of a file. */
export const readText = (path: string): string => readFileSync(path, 'utf8')

/** The text of a file, byte order mark included; null where it is no UTF-8 or cannot be read. */
export function readWhole(path: string): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path))
  } catch (error) {
    if (error instanceof TypeError || (error instanceof Error && 'syscall' in error)) return null
    throw error
  }
}

/** Replaces the text of a file, often the only copy there is, in one step. Its rights stay. */
export const replaceText = (path: string, text: string): void => writeWhole(path, text, { lasting: true })

/** Writes a new file with the folders it stands in; throws EEXIST if the name is taken. */
export function writeNew(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  realDisk.write(path, new TextEncoder().encode(text))
}

/** Copies a file to a new name with the folders it stands in; throws EEXIST if the name is taken. */
export function copyNew(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true })
  readable(from)
  copyFileSync(from, to, constants.COPYFILE_EXCL)
}

/** Throws Unreadable where a file may not be read: of a copy that fails the system does not say which of the two it was. */
function readable(path: string): void {
  try {
    accessSync(path, constants.R_OK)
  } catch (error) {
    throw new Unreadable(path, errorCode(error) ?? '')
  }
}

/** The bytes of a file. */
export const readBytes = (path: string): Uint8Array => readFileSync(path)

/** Whether a folder is there, itself or by a link. */
export const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true

/** Whether a file is there, itself or by a link. */
export const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true

/** The names in a folder; none if it is not there. */
export const namesIn = (folder: string): readonly string[] => (isFolder(folder) ? readdirSync(folder) : [])

/**
 * Makes a new folder that is there whole or not at all: it is filled under a name that no build looks at, then renamed. What fails
 * leaves nothing behind.
 */
export function makeWhole(folder: string, fill: (temporary: string) => void): void {
  const shelf = dirname(folder)
  const first = mkdirSync(shelf, { recursive: true })
  const temporary = join(shelf, `.new-${basename(folder)}`)
  try {
    rmSync(temporary, { recursive: true, force: true })
    mkdirSync(temporary)
    fill(temporary)
    renameSync(temporary, folder)
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true })
    if (first !== undefined) removeEmpty(shelf, first)
    throw naming(folder, error)
  }
}

/** Removes a folder and those above it up to `last`, as long as nothing is in them. */
function removeEmpty(folder: string, last: string): void {
  for (let at = folder; at.length >= last.length && readdirSync(at).length === 0; at = dirname(at)) rmdirSync(at)
}
