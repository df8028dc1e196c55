import { createHash } from 'node:crypto'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { digestBytes } from '../../../src/core/digest.ts'
import { type OutputPath, outputPath } from '../../../src/core/path.ts'
import type { Phase, SinkReport } from '../../../src/core/plan.ts'
import type { OutputTable } from '../../../src/core/remembered.ts'
import { type DiskCalls, realDisk } from '../../../src/pipeline/write/disk.ts'
import { type FolderSink, openFolderSink } from '../../../src/pipeline/write/folder-sink.ts'
import { atEnd } from '../../closing.ts'

/** A portal to publish: path → phase and text. */
export type Portal = Readonly<Record<string, readonly [Phase, string]>>
export type Tree = Readonly<Record<string, string>>

/** A path in a fresh folder that goes when the tests of this file are done; the last name is not there yet. */
export function fresh(name = 'dist'): string {
  const folder = mkdtempSync(join(tmpdir(), 'tx-portal-write-'))
  atEnd(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, name)
}

export function write(path: string, text: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

/** Every name below a folder: files with their text, folders with a `/` and ''. */
export function tree(folder: string, prefix = ''): Tree {
  const found: Record<string, string> = {}
  for (const name of readdirSync(join(folder, prefix)).sort()) {
    const path = prefix === '' ? name : `${prefix}/${name}`
    const stats = lstatSync(join(folder, path))
    if (stats.isSymbolicLink()) found[path] = `-> ${readlinkSync(join(folder, path))}`
    else if (stats.isDirectory()) Object.assign(found, { [`${path}/`]: '' }, tree(folder, path))
    else found[path] = readFileSync(join(folder, path), 'utf8')
  }
  return found
}

export const stampOf = (text: string) => digestBytes(`stamp ${text}`)
export const pathsOf = (portal: Portal): readonly OutputPath[] => Object.keys(portal).map(outputPath)

/** Asks, puts and finishes as a build does. */
export async function run(sink: FolderSink, portal: Portal): Promise<SinkReport> {
  for (const [path, [phase, text]] of Object.entries(portal)) {
    if (!sink.holds(outputPath(path), stampOf(text))) {
      await sink.put(outputPath(path), stampOf(text), phase, new TextEncoder().encode(text))
    }
  }
  return sink.finish(pathsOf(portal))
}

/** The real disk without its slowest calls, which no test can see the effect of. */
export const quickDisk: DiskCalls = { ...realDisk, fsync: () => undefined, fsyncFolder: () => undefined }

export interface Built {
  readonly report: SinkReport
  readonly table: OutputTable
}

export async function build(
  out: string,
  portal: Portal,
  remembered: OutputTable | null = null,
  disk: DiskCalls = quickDisk,
): Promise<Built> {
  const sink = openFolderSink({ out, remembered, disk })
  const report = await run(sink, portal)
  return { report, table: sink.table() }
}

/** What a clean build of a portal leaves. */
export async function cleanTree(portal: Portal): Promise<Tree> {
  const out = fresh()
  await build(out, portal)
  return tree(out)
}

/** What `sha256sum -c manifest.sha256` finds wrong in a folder, and the files it does not name. */
export function audit(out: string): readonly string[] {
  const files = Object.keys(tree(out)).filter((path) => !path.endsWith('/') && path !== 'manifest.sha256')
  const named = new Map<string, string>()
  for (const line of readFileSync(join(out, 'manifest.sha256'), 'utf8').split('\n').slice(0, -1)) {
    named.set(line.slice(66), line.slice(0, 64))
  }
  const sum = (path: string) =>
    createHash('sha256')
      .update(readFileSync(join(out, path)))
      .digest('hex')
  return [
    ...files.filter((path) => !named.has(path)).map((path) => `not named: ${path}`),
    ...[...named.keys()].filter((path) => !files.includes(path)).map((path) => `missing: ${path}`),
    ...files.filter((path) => named.has(path) && named.get(path) !== sum(path)).map((path) => `differs: ${path}`),
  ]
}

const changing = ['mkdir', 'write', 'fsync', 'fsyncFolder', 'rename', 'unlink', 'rmdir'] as const
const asking = ['lstat', 'read', 'readStart', 'list'] as const

/** What can happen in the middle of a write; the others are said when a file is opened. */
const tearing = new Set(['KILLED', 'ENOSPC', 'EIO'])

export interface Fault {
  /** The call that fails, counted from 1 among `calls`. */
  readonly at: number
  /** 'KILLED': this and every later call fails, a write leaves half a file. Else one failing call with this code. */
  readonly code: string
  /** Which calls are counted: those that change something, or all. */
  readonly calls?: 'changing' | 'all'
}

export interface FaultyDisk extends DiskCalls {
  readonly seen: { count: number; failed: boolean }
}

/** A disk that breaks as told; it never really waits. */
export function faultyDisk(fault: Fault, real: DiskCalls = quickDisk): FaultyDisk {
  const seen = { count: 0, failed: false }
  const fail = (name: string) =>
    Object.assign(new Error(`${fault.code}: ${name}`), { code: fault.code, syscall: name }) as Error
  const disk: Record<string, unknown> = { ...real, seen, wait: () => undefined }
  const names: readonly (keyof DiskCalls)[] = fault.calls === 'all' ? [...changing, ...asking] : changing
  for (const name of [...changing, ...asking]) {
    disk[name] = (...args: unknown[]) => {
      if (seen.failed && fault.code === 'KILLED') throw fail(name)
      if (names.includes(name)) seen.count++
      if (names.includes(name) && seen.count === fault.at) {
        seen.failed = true
        if (name === 'write' && tearing.has(fault.code))
          real.write(String(args[0]), (args[1] as Uint8Array).subarray(0, 5))
        throw fail(name)
      }
      return (real[name] as (...args: unknown[]) => unknown)(...args)
    }
  }
  return disk as unknown as FaultyDisk
}

/** Numbers from 1 to n: all under TX_EXHAUSTIVE, else `size` of them by a fixed seed. */
export const sample = (n: number, size: number, seed = 7): readonly number[] =>
  some(n, process.env.TX_EXHAUSTIVE === undefined ? size : n, seed)

/** `size` of the numbers from 1 to n by a fixed seed, the first and the last among them. */
export function some(n: number, size: number, seed: number): readonly number[] {
  if (n <= size) return Array.from({ length: n }, (_, i) => i + 1)
  const picked = new Set([1, n])
  for (let state = seed; picked.size < size; state = (state * 1103515245 + 12345) % 2147483648) {
    picked.add(Math.floor((state / 2147483648) * n) + 1)
  }
  return [...picked].sort((a, b) => a - b)
}

/** A disk as Windows and macOS have it: a name is found whatever its capitals. */
export function caselessDisk(root: string): DiskCalls {
  const asWritten = (path: string): string => {
    if (!path.startsWith(`${root}/`)) return path
    let at = root
    for (const part of path.slice(root.length + 1).split('/')) {
      const names = existsSync(at) ? readdirSync(at) : []
      const twin = names.find((name) => name.toLowerCase() === part.toLowerCase())
      at = join(at, names.includes(part) ? part : (twin ?? part))
    }
    return at
  }
  return {
    ...realDisk,
    lstat: (path) => realDisk.lstat(asWritten(path)),
    mkdir: (path) => realDisk.mkdir(asWritten(path)),
    read: (path) => realDisk.read(asWritten(path)),
    list: (path) => realDisk.list(asWritten(path)),
    unlink: (path) => realDisk.unlink(asWritten(path)),
    rename: (from, to) => realDisk.rename(asWritten(from), asWritten(to)),
  }
}
