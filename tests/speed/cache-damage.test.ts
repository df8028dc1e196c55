import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type CacheDisk, realCacheDisk } from '../../src/speed/disk.ts'
import { body, cacheAt, digest, fill, fresh, taken, whole } from './helpers.ts'

const packs = ['parsed', 'admitted', 'bodies'] as const
const parts = [...packs, 'planned', 'table', 'outputs', 'photos'] as const
type Part = (typeof parts)[number]

/** A cache with two of everything, the second added to the first. */
function saved(): string {
  const folder = fresh()
  for (const name of ['a', 'b']) {
    const cache = cacheAt(folder)
    fill(cache, name)
    cache.save({ complete: false })
    cache.close()
  }
  return folder
}
const files = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile())
/** The files of a part; of photos the one of `a`. */
function filesOf(folder: string, part: Part): readonly string[] {
  if (packs.some((one) => one === part)) return [part, `${part}-1.pack`]
  if (part === 'outputs') return [part, ...['a', 'b'].map((name) => `outputs-${digest(`/dist/${name}`)}`)]
  if (part !== 'photos') return [part]
  return files(folder).filter((name) => readFileSync(join(folder, name), 'utf8').endsWith('photo a'))
}
const dropped = (what: string) => ({ severity: 'warning', code: 'cache/dropped', params: { what }, place: null })

const damages: Readonly<Record<string, (path: string) => void>> = {
  'cut short': (path) => writeFileSync(path, readFileSync(path).subarray(0, statSync(path).size * 0.45)),
  'without its last byte': (path) => writeFileSync(path, readFileSync(path).subarray(0, -1)),
  empty: (path) => writeFileSync(path, ''),
  garbage: (path) => writeFileSync(path, Buffer.alloc(5000, 0xfe)),
  'other text': (path) => writeFileSync(path, '{"valid": "json"}\n'),
  'a folder': (path) => {
    rmSync(path)
    mkdirSync(path)
  },
}

/** A build after the damage: what is missing is made again. */
function expectRemade(folder: string, part: string): void {
  const cache = cacheAt(folder)
  for (const name of ['a', 'b']) {
    const found = taken(cache, name)
    for (const each of parts) {
      if (each === part) expect([undefined, null, whole(name)[each]]).toContainEqual(found[each])
      else expect(found[each]).toEqual(whole(name)[each])
    }
  }
  expect(cache.diagnostics).toEqual([dropped(part)])
  for (const name of ['a', 'b']) fill(cache, name)
  expect(cache.save({ complete: true })).toEqual([dropped(part)])
  const next = cacheAt(folder)
  for (const name of ['a', 'b']) expect(taken(next, name)).toEqual(whole(name))
  expect(next.diagnostics).toEqual([])
}

describe.each(parts)('a damaged part is dropped with one warning, and made again: %s', (part) => {
  it.each(Object.keys(damages))('%s', (how) => {
    for (const index of filesOf(saved(), part).keys()) {
      const folder = saved()
      const name = filesOf(folder, part)[index] ?? ''
      damages[how]?.(join(folder, name))
      expectRemade(folder, part)
    }
  })

  it('deleted: without a warning, but for half of a pair', () => {
    for (const name of filesOf(saved(), part)) {
      const folder = saved()
      const path = part === 'photos' ? (filesOf(folder, part)[0] ?? '') : name
      rmSync(join(folder, path))
      const cache = cacheAt(folder)
      taken(cache)
      expect(cache.diagnostics).toEqual(path.endsWith('.pack') ? [dropped(part)] : [])
      fill(cache)
      cache.save({ complete: false })
      expect(taken(cacheAt(folder))).toEqual(whole())
    }
  })
})

describe('any flipped byte', () => {
  it('is noticed, wherever it is', () => {
    const source = saved()
    for (const name of files(source)) {
      const bytes = readFileSync(join(source, name))
      const step = process.env.TX_EXHAUSTIVE === undefined ? Math.ceil(bytes.length / 16) : 1
      for (let at = 0; at < bytes.length; at += step) {
        const folder = fresh()
        cpSync(source, folder, { recursive: true })
        const flipped = Buffer.from(bytes)
        flipped[at] = (flipped[at] ?? 0) ^ 0x04
        writeFileSync(join(folder, name), flipped)
        const cache = cacheAt(folder)
        for (const each of ['a', 'b']) {
          const found = taken(cache, each)
          for (const part of parts) expect([undefined, null, whole(each)[part]]).toContainEqual(found[part])
        }
        expect(cache.diagnostics.length, `${name} at ${at}`).toBe(1)
        rmSync(dirname(folder), { recursive: true })
      }
    }
    // Two minutes for every byte, more beside other work.
  }, 600_000)
})

describe('files that stand in each other’s places', () => {
  it('are not taken for what they are not', () => {
    const names = files(saved())
    for (const one of names) {
      for (const two of names) {
        if (one >= two) continue
        const folder = saved()
        renameSync(join(folder, one), join(folder, 'x'))
        renameSync(join(folder, two), join(folder, one))
        renameSync(join(folder, 'x'), join(folder, two))
        const cache = cacheAt(folder)
        for (const each of ['a', 'b']) {
          const found = taken(cache, each)
          for (const part of parts) expect([undefined, null, whole(each)[part]]).toContainEqual(found[part])
        }
        expect(cache.diagnostics.length).toBeGreaterThan(0)
        for (const each of ['a', 'b']) fill(cache, each)
        cache.save({ complete: true })
        for (const each of ['a', 'b']) expect(taken(cacheAt(folder), each)).toEqual(whole(each))
      }
    }
  })

  it('a pack of another state gives only what is right', () => {
    const one = saved()
    const two = fresh()
    const cache = cacheAt(two)
    cache.bodies.set(digest('c'), body('c', 2000))
    cache.save({ complete: true })
    cpSync(join(two, 'bodies-1.pack'), join(one, 'bodies-1.pack'))
    const mixed = cacheAt(one)
    expect(mixed.bodies.get(digest('a'))).toBeUndefined()
    expect(mixed.bodies.get(digest('b'))).toBeUndefined()
    expect(mixed.bodies.get(digest('c'))).toBeUndefined()
    expect(mixed.diagnostics).toEqual([dropped('bodies')])
  })
})

describe('all broken at once', () => {
  it('warns once for each part, and is whole after the next build', () => {
    const folder = saved()
    for (const name of files(folder)) writeFileSync(join(folder, name), 'rác\n')
    const cache = cacheAt(folder)
    for (const name of ['a', 'b']) {
      taken(cache, name)
      fill(cache, name)
    }
    expect(cache.diagnostics.map(({ params }) => params)).toEqual(
      expect.arrayContaining(parts.map((what) => ({ what }))),
    )
    expect(cache.save({ complete: true })).toHaveLength(parts.length)
    expect(taken(cacheAt(folder), 'b')).toEqual(whole('b'))
  })
})

describe('a cache that cannot be written', () => {
  const unwritable = {
    severity: 'warning',
    code: 'cache/unwritable',
    params: { path: '.tx-portal/cache' },
    place: null,
  }

  it('is said once, and the build has what it made in this run', () => {
    const folder = fresh()
    writeFileSync(folder, 'a file')
    const cache = cacheAt(folder)
    for (const name of ['a', 'b']) fill(cache, name)
    expect(taken(cache).parsed).toEqual(whole().parsed)
    expect(taken(cache).bodies).toEqual(whole().bodies)
    cache.save({ complete: true })
    expect(cache.save({ complete: true })).toEqual([unwritable])
    expect(cache.diagnostics).toEqual([unwritable])
    expect(readFileSync(folder, 'utf8')).toBe('a file')
  })

  it('keeps many bodies in memory when the disk is full', () => {
    const full: CacheDisk = {
      ...realCacheDisk,
      open(path, way) {
        const file = realCacheDisk.open(path, way)
        const append = (bytes: Uint8Array) => {
          file?.append(bytes.subarray(0, 100))
          throw Object.assign(new Error('full'), { code: 'ENOSPC' })
        }
        return file === null ? null : { ...file, append }
      },
    }
    const folder = fresh()
    const cache = cacheAt(folder, { disk: full })
    const names = Array.from({ length: 60 }, (_, i) => `bài ${i}`)
    for (const name of names) cache.bodies.set(digest(name), body(name, 40_000))
    for (const name of names) expect(cache.bodies.get(digest(name))).toEqual(body(name, 40_000))
    fill(cache)
    expect(cache.save({ complete: true })).toEqual([unwritable])
    for (const name of names) expect(cache.bodies.get(digest(name))).toEqual(body(name, 40_000))
    cache.close()
    expect(existsSync(join(folder, 'parsed'))).toBe(false)
    const next = cacheAt(folder)
    fill(next)
    expect(next.save({ complete: true })).toEqual([])
    expect(taken(cacheAt(folder))).toEqual(whole())
  })

  it('killed or failing at the k-th call while it saves: the next run has all or some, never anything wrong', () => {
    const names = ['open', 'rename', 'remove', 'makeFolder'] as const
    for (const code of ['KILLED', 'EIO']) {
      for (let at = 1; ; at++) {
        const folder = saved()
        let calls = 0
        let failed = false
        const disk: CacheDisk = { ...realCacheDisk }
        for (const name of names) {
          const call = realCacheDisk[name] as (...args: unknown[]) => unknown
          Object.assign(disk, {
            [name]: (...args: unknown[]) => {
              if (++calls === at) failed = true
              if (calls === at || (failed && code === 'KILLED')) throw Object.assign(new Error(code), { code })
              return call(...args)
            },
          })
        }
        const cache = cacheAt(folder, { disk })
        for (const name of ['a', 'c']) fill(cache, name)
        cache.save({ complete: true, live: { bodies: new Set([digest('c')]), photos: new Set() } })
        const next = cacheAt(folder)
        for (const name of ['a', 'b', 'c']) {
          const found = taken(next, name)
          for (const part of parts) expect([undefined, null, whole(name)[part]]).toContainEqual(found[part])
        }
        expect(next.diagnostics, `${code} at call ${at}`).toEqual([])
        if (!failed) break
      }
    }
  })
})
