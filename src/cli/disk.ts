import { closeSync, existsSync, openSync, readdirSync, readFileSync, readlinkSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { type Digest, digestPieces } from '../core/digest.ts'
import { anyTextOf } from '../core/utf8.ts'

/** The text of a file, byte order mark dropped; null if it cannot be read. Bytes that are no UTF-8 become `�`. */
export function readText(path: string): string | null {
  try {
    return anyTextOf(readFileSync(path)).replace(/^\uFEFF/, '')
  } catch {
    return null
  }
}

/** Where a link leads, as it says; null if it cannot be read. */
export function linkIn(path: string): string | null {
  try {
    return readlinkSync(path)
  } catch {
    return null
  }
}

/** The bytes of a file; null if it cannot be read. */
export function readBytes(path: string): Uint8Array | null {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}

/** The first 64 KB of a file as text; null if it cannot be read. */
export function readStart(path: string): string | null {
  try {
    const file = openSync(path, 'r')
    try {
      const bytes = Buffer.alloc(65_536)
      return new TextDecoder().decode(bytes.subarray(0, readSync(file, bytes, 0, bytes.length, 0)))
    } finally {
      closeSync(file)
    }
  } catch {
    return null
  }
}

/** Whether anything stands there. */
export const isThere = (path: string): boolean => existsSync(path)

/** The names in a folder that people see; none if it cannot be read. */
export function shownIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => !name.startsWith('.'))
  } catch {
    return []
  }
}

/** The digest of all code files below a folder, by their names and bytes: the same wherever the folder stands. */
export function digestCode(folder: string): Digest {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[jt]s$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => name.replaceAll('\\', '/'))
    .sort()
  function* pieces(): Iterable<Uint8Array | string> {
    for (const name of files) {
      const bytes = readFileSync(join(folder, name))
      yield `${name} ${bytes.length}\n`
      yield bytes
    }
  }
  return digestPieces(pieces())
}

/** Throws what the machine refuses where a file is there and may not be written, or is none. */
export function assertWritable(path: string): void {
  if (existsSync(path)) closeSync(openSync(path, 'r+'))
}
