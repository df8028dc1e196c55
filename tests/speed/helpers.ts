import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Digest, digestBytes } from '../../src/core/digest.ts'
import type { OutputTable } from '../../src/core/remembered.ts'
import { type Cache, type CacheOptions, openCache } from '../../src/speed/cache.ts'
import { atEnd } from '../closing.ts'

export const noon = Date.UTC(2023, 0, 13, 5)
export const day = 24 * 3600 * 1000

/** The path of a cache that is not there yet, in a fresh folder. */
export function fresh(): string {
  const base = mkdtempSync(join(tmpdir(), 'tx-portal-speed-'))
  atEnd(() => rmSync(base, { recursive: true, force: true }))
  const folder = join(base, '.tx-portal')
  mkdirSync(folder)
  return join(folder, 'cache')
}

export function cacheAt(folder: string, other: Partial<CacheOptions> = {}): Cache {
  const cache = openCache({ folder, key: 'tool 1', now: () => noon, ...other })
  atEnd(() => cache.close())
  return cache
}

export const digest = (text: string): Digest => digestBytes(text)

/** A body of about `length` characters. */
export const body = (name: string, length = 200) => ({
  pieces: [`<p>${name} ${'họp '.repeat(length / 4)}</p>`, { hole: 'figure', image: 0 }],
  text: name,
})

export const row = (name: string) => ({
  size: name.length,
  mtimeNs: '1673586000123456789',
  ctimeNs: '1673586000123456790',
  ino: '18446744073709551615',
  digest: digest(name),
})

export const outputs = (name: string): OutputTable => ({
  manifest: digest(`manifest ${name}`),
  rows: new Map([
    [`${name}/index.html`, { ...made(name), phase: 'page', ours: true }],
    [`${name}/thông báo.pdf`, { ...made(`${name} pdf`), phase: 'asset', ours: false }],
  ]),
})

const made = (name: string) => ({
  stamp: digest(name),
  sha256: 'a'.repeat(64),
  size: name.length,
  mtimeNs: '1673586000123456789',
  ino: '18446744073709551615',
})

/** Puts one of everything into a cache. */
export function fill(cache: Cache, name = 'a'): void {
  cache.parsed.set(`document@1:${name}`, { value: { title: name }, diagnostics: [] })
  cache.admitted.set(`content/${name}.md ${digest(name)}`, { document: null, read: [name], diagnostics: [] })
  cache.planned.set(`/${name}/`, [digest(name), name])
  cache.bodies.set(digest(name), body(name))
  cache.photos.set(`encode@1:${name}`, new TextEncoder().encode(`photo ${name}`))
  cache.table.set(`/portal/${name}.md`, row(name))
  cache.setOutputs(`/dist/${name}`, outputs(name))
}

export const plainly = (table: OutputTable | null) => (table === null ? null : { ...table, rows: new Map(table.rows) })

/** What a cache gives for what fill put in. */
export const taken = (cache: Cache, name = 'a') => ({
  parsed: cache.parsed.get(`document@1:${name}`),
  admitted: cache.admitted.get(`content/${name}.md ${digest(name)}`),
  planned: cache.planned.get(`/${name}/`),
  bodies: cache.bodies.get(digest(name)),
  photos: text(cache.photos.get(`encode@1:${name}`)),
  table: cache.table.get(`/portal/${name}.md`),
  outputs: plainly(cache.outputs(`/dist/${name}`)),
})

export const whole = (name = 'a') => ({
  parsed: { value: { title: name }, diagnostics: [] },
  admitted: { document: null, read: [name], diagnostics: [] },
  planned: [digest(name), name],
  bodies: body(name),
  photos: `photo ${name}`,
  table: row(name),
  outputs: outputs(name),
})

const none = undefined
export const nothing = {
  parsed: none,
  admitted: none,
  planned: none,
  bodies: none,
  photos: none,
  table: none,
  outputs: null,
}

const text = (bytes: Uint8Array | undefined) => (bytes === undefined ? undefined : new TextDecoder().decode(bytes))
