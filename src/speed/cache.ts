import { basename, dirname, join } from 'node:path'
import { isCacheName } from '../core/cache-name.ts'
import { type Diagnostic, diagnose } from '../core/diagnostic.ts'
import type { OutputPath } from '../core/path.ts'
import type { OutputTable, SourceTable } from '../core/remembered.ts'
import { alone, forgotten } from './cache-lock.ts'
import { type CacheDisk, realCacheDisk } from './disk.ts'
import { type Entries, openEntries, openTexts } from './entries.ts'
import { type Outputs, openOutputs } from './outputs.ts'
import { openPack, type Pack, type PackStore } from './pack.ts'
import { openPhotos, type Photos } from './photos.ts'
import { openReceipts, type Receipts } from './receipts.ts'
import type { Store } from './remember.ts'
import type { CacheFiles } from './sealed.ts'
import { openTable } from './table.ts'

/** folder: absolute, made when there is something to keep. key: names the tool. now: the machine's clock in ms; a preview keeps its cache open for days. */
export interface CacheOptions {
  readonly folder: string
  readonly key: string
  readonly now: () => number
  readonly disk?: CacheDisk
}

/** How a run ended. Keys of photos are those their store was asked with. */
export interface Ending {
  /** Whether the run went through everything: what it did not use is not needed any more. */
  readonly complete: boolean
  /** The bodies that are needed, by digest, and the photos, by key; without them none is forgotten. */
  readonly live?: { readonly bodies: ReadonlySet<string>; readonly photos: ReadonlySet<string> }
}

/**
 * What a run leaves for the next ones, in a folder that may be deleted at any time. Nothing here throws: what is
 * damaged is dropped, what another tool wrote is not used, what cannot be written is not kept.
 */
export interface Cache {
  /** What parsing gave. */
  readonly parsed: PackStore
  /** What became of documents. */
  readonly admitted: PackStore
  /** What is asked of most documents, in short, and the pages of lists: JSON on a line each, all in one file. */
  readonly outlines: Store<unknown>
  /** The digests of what planning puts together: pairs of words, all in one file. */
  readonly planned: Store<unknown>
  /** Bodies by digest. */
  readonly bodies: PackStore
  /** Bytes, kept at once. */
  readonly photos: Store<Uint8Array>
  readonly table: SourceTable
  /** How the last build left a published folder (an absolute path). */
  outputs(out: string): OutputTable | null
  /** booked: the build wrote the book of addresses. */
  setOutputs(out: string, table: OutputTable, booked?: boolean): void
  /** Pages of the last build into a folder, where it wrote the book of addresses. */
  published(out: string): readonly OutputPath[]
  /** How whole runs ended, by the folder they went to; written by save. */
  readonly receipts: Omit<Receipts, 'save'>
  /** What there is to say so far: `cache/dropped` once for each part, `cache/unwritable` once. */
  readonly diagnostics: readonly Diagnostic[]
  /** Writes what changed, unless another process is writing; gives the diagnostics. May be called again. */
  save(ending: Ending): readonly Diagnostic[]
  /** Closes its files. */
  close(): void
}

interface Parts {
  readonly parsed: Pack
  readonly admitted: Pack
  readonly outlines: Entries
  readonly planned: Entries
  readonly bodies: Pack
  readonly photos: Photos
  readonly table: SourceTable & { save(complete: boolean): void }
  readonly outputs: Outputs
  readonly receipts: Receipts
}

const day = 24 * 3600 * 1000

/** Opens a cache; each part is read when it is first asked for. */
export function openCache(options: CacheOptions): Cache {
  const diagnostics: Diagnostic[] = []
  const files = filesOf(options, diagnostics)
  const parts: Parts = {
    parsed: openPack(files, 'parsed'),
    admitted: openPack(files, 'admitted'),
    outlines: openTexts(files, 'outlines'),
    planned: openEntries(files, 'planned'),
    bodies: openPack(files, 'bodies'),
    photos: openPhotos(files),
    table: openTable(files),
    outputs: openOutputs(files),
    receipts: openReceipts(files),
  }
  return {
    ...parts,
    outputs: parts.outputs.get,
    setOutputs: parts.outputs.set,
    published: parts.outputs.published,
    diagnostics,
    save(ending) {
      files.writing(() => {
        files.disk.makeFolder(files.folder)
        const now = options.now()
        return alone(files.disk, files.folder, now, () => saveAll(files, parts, ending, now))
      })
      return diagnostics
    },
    close() {
      for (const pack of [parts.parsed, parts.admitted, parts.bodies]) pack.close()
    },
  }
}

function saveAll(files: CacheFiles, parts: Parts, { complete, live }: Ending, now: number): void {
  for (const pack of [parts.parsed, parts.admitted]) pack.save(complete ? () => pack.used : null)
  parts.outlines.save(complete)
  parts.planned.save(complete)
  parts.table.save(complete)
  parts.outputs.save()
  parts.receipts.save()
  parts.bodies.save(complete && live !== undefined ? () => live.bodies : null)
  if (complete && live !== undefined) parts.photos.prune(live.photos, now)
  sweep(files, now)
}

/** Removes what killed processes left. */
function sweep({ disk, folder }: CacheFiles, now: number): void {
  for (const name of disk.list(folder)) {
    if (!isCacheName(name)) continue
    const age = name.endsWith('.tmp') ? forgotten : name.endsWith('.new') ? day : null
    const path = join(folder, name)
    if (age !== null && (disk.stat(path)?.changed ?? now) < now - age) disk.remove(path)
  }
}

function filesOf({ folder, key, disk = realCacheDisk }: CacheOptions, diagnostics: Diagnostic[]): CacheFiles {
  const said = new Set<string>()
  const say = (about: string, diagnostic: Diagnostic): void => {
    if (said.has(about)) return
    said.add(about)
    diagnostics.push(diagnostic)
  }
  const above = basename(dirname(folder))
  // Of the portal's own the way from its root is enough; one that was chosen is named as it is.
  const shown = above === '.tx-portal' ? `${above}/${basename(folder)}` : folder
  return {
    disk,
    folder,
    key,
    dropped: (what) => say(`dropped ${what}`, diagnose('cache/dropped', { what })),
    writing(work) {
      try {
        return work()
      } catch (error) {
        if (!(error instanceof Error && 'code' in error)) throw error
        say('unwritable', diagnose('cache/unwritable', { path: shown }))
        return null
      }
    },
  }
}
