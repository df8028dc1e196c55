import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { atEnd } from '../closing.ts'
import { REPOSITORY } from '../portal.ts'

/** A temporary folder that goes when the tests of this file are done. */
export function folder(name = 'cổng '): string {
  const path = mkdtempSync(join(tmpdir(), name))
  atEnd(() => rmSync(path, { recursive: true, force: true }))
  return path
}

/** Runs the compiled command line as a user does; under a umask of octal digits (not on Windows, which has none). */
export function txPortal(
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
  umask?: string,
): SpawnSyncReturns<string> {
  const line = [process.execPath, join(REPOSITORY, 'bin/tx-portal.js'), ...args]
  const [command = '', ...rest] =
    umask === undefined || process.platform === 'win32'
      ? line
      : ['sh', '-c', `umask ${umask} && exec "$@"`, 'sh', ...line]
  return spawnSync(command, rest, { cwd, encoding: 'utf8', env: { ...process.env, CI: '', ...env } })
}

/** Every file of a folder with its SHA-256, by path. */
export const hashes = (root: string): ReadonlyMap<string, string> =>
  new Map([...contents(root)].map(([path, bytes]) => [path, createHash('sha256').update(bytes).digest('hex')]))

/** Every file of a folder with its bytes, by path. */
export const contents = (root: string): ReadonlyMap<string, Buffer> =>
  new Map(
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(root, name)).isFile())
      .sort()
      .map((name) => [name.replaceAll('\\', '/'), readFileSync(join(root, name))]),
  )

/** Whether a program is there; where CI=true a missing one is an error, elsewhere it is said aloud. */
export function has(program: string): boolean {
  const found = spawnSync(program, ['--version']).error === undefined
  if (!found && process.env['CI'] === 'true') throw new Error(`${program} is needed in CI`)
  if (!found) console.warn(`\n!!! ${program} IS NOT INSTALLED: its tests are skipped\n`)
  return found
}
