import { platform } from 'node:os'
import { relative, resolve, sep } from 'node:path'

/** Whether names that differ by case alone are usually one file on this system. */
export const foldsCase = platform() === 'win32' || platform() === 'darwin'

/** Whether a path is in a folder, or is that folder. fold: names that differ by case alone are one, as this system has it if not given. */
export function isWithin(inner: string, outer: string, fold = foldsCase): boolean {
  const spelt = (path: string) => (fold ? path.normalize('NFC').toLowerCase() : path)
  const way = relative(spelt(outer), spelt(inner))
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && resolve(way) !== way)
}
