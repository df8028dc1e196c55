import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { OutputTable } from '../../src/core/remembered.ts'
import { realCacheDisk } from '../../src/speed/disk.ts'
import {
  body,
  cacheAt,
  day,
  digest,
  fill,
  fresh,
  noon,
  nothing,
  outputs,
  plainly,
  row,
  taken,
  whole,
} from './helpers.ts'

const mtimes = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => [
      name,
      statSync(join(folder, name), { bigint: true }).mtimeNs,
    ]),
  )
const packs = (folder: string) => readdirSync(folder).filter((name) => /^bodies.*\.pack$/.test(name))

describe('a cache', () => {
  it('is empty at first, and makes no folder for being asked', () => {
    const folder = fresh()
    const cache = cacheAt(folder)
    expect(taken(cache)).toEqual(nothing)
    expect(cache.save({ complete: true })).toEqual([])
    expect(cache.diagnostics).toEqual([])
  })

  it('gives back in the same run what was put, and in the next what was saved', () => {
    const folder = fresh()
    const cache = cacheAt(folder)
    fill(cache)
    expect(taken(cache)).toEqual(whole())
    expect(cache.save({ complete: true })).toEqual([])
    expect(taken(cache)).toEqual(whole())
    const next = cacheAt(folder, { now: () => noon + day })
    expect(taken(next)).toEqual(whole())
    expect(next.diagnostics).toEqual([])
  })

  it('leaves only its own files', () => {
    const folder = fresh()
    const cache = cacheAt(folder)
    fill(cache)
    cache.save({ complete: true })
    expect(readdirSync(folder).sort()).toEqual([
      ...['admitted', 'admitted-1.pack', 'bodies', 'bodies-1.pack', 'outputs', `outputs-${digest('/dist/a')}`],
      ...['parsed', 'parsed-1.pack', 'photos', 'planned', 'table'],
    ])
  })

  it('keeps photos at once, the rest only when saved', () => {
    const folder = fresh()
    const killed = cacheAt(folder)
    fill(killed)
    expect(taken(cacheAt(folder))).toEqual({ ...nothing, photos: 'photo a' })
  })

  it('writes nothing when nothing changed', () => {
    const folder = fresh()
    const cache = cacheAt(folder)
    fill(cache)
    cache.save({ complete: true })
    const before = mtimes(folder)
    const next = cacheAt(folder)
    taken(next)
    next.save({ complete: true, live: { bodies: new Set([digest('a')]), photos: new Set(['encode@1:a']) } })
    expect(mtimes(folder)).toEqual(before)
  })

  it('may be saved again and again, as a server does', () => {
    const folder = fresh()
    const cache = cacheAt(folder)
    for (const name of ['a', 'b', 'c']) {
      fill(cache, name)
      cache.save({ complete: true })
      expect(taken(cache, 'a')).toEqual(whole('a'))
      expect(taken(cache, name)).toEqual(whole(name))
    }
    const next = cacheAt(folder)
    for (const name of ['a', 'b', 'c']) expect(taken(next, name)).toEqual(whole(name))
    expect(packs(folder)).toEqual(['bodies-1.pack'])
  })

  it('forgets after a complete run what it did not use, after another one nothing', () => {
    const folder = fresh()
    const cache = cacheAt(folder)
    for (const name of ['a', 'b']) fill(cache, name)
    cache.save({ complete: true })
    const broken = cacheAt(folder)
    broken.planned.get('/a/')
    broken.table.get('/portal/a.md')
    broken.save({ complete: false })
    expect(taken(cacheAt(folder), 'b')).toEqual(whole('b'))
    const next = cacheAt(folder)
    next.planned.get('/a/')
    next.table.get('/portal/a.md')
    next.save({ complete: true })
    expect(taken(cacheAt(folder), 'a')).toEqual(whole('a'))
    expect(taken(cacheAt(folder), 'b')).toEqual({ ...whole('b'), planned: undefined, table: undefined })
  })

  it('is not used by another tool, without a word, and made anew by it; photos are, their keys say all that matters', () => {
    const folder = fresh()
    const cache = cacheAt(folder)
    fill(cache)
    cache.save({ complete: true })
    const other = cacheAt(folder, { key: 'tool 2' })
    expect(taken(other)).toEqual({ ...nothing, photos: 'photo a' })
    fill(other)
    other.save({ complete: true })
    expect(other.diagnostics).toEqual([])
    expect(taken(cacheAt(folder, { key: 'tool 2' }))).toEqual(whole())
    expect(taken(cacheAt(folder))).toEqual({ ...nothing, photos: 'photo a' })
    expect(packs(folder)).toEqual(['bodies-2.pack'])
  })

  it('keeps values as they are: tone marks, holes, empty ones, odd keys', () => {
    const folder = fresh()
    const cache = cacheAt(folder)
    const values: Readonly<Record<string, unknown>> = {
      'ủy ban\n\0': { ệ: 'Thọ Xuân \u{1F1FB}', list: [], none: null, zero: 0, no: false, '': '' },
      __proto__key: [1.5, -1, 'x\ny'],
      constructor: 'text',
    }
    for (const [key, value] of Object.entries(values)) cache.parsed.set(key, value)
    for (const [key, value] of Object.entries(values)) cache.bodies.set(digest(key), value)
    cache.photos.set('../../x', Uint8Array.of(0, 10, 255))
    cache.save({ complete: true })
    const next = cacheAt(folder)
    for (const [key, value] of Object.entries(values)) expect(next.parsed.get(key)).toEqual(value)
    for (const [key, value] of Object.entries(values)) expect(next.bodies.get(digest(key))).toEqual(value)
    expect([...(next.photos.get('../../x') ?? [])]).toEqual([0, 10, 255])
    expect(next.parsed.get('toString')).toBeUndefined()
  })

  it('remembers the last four published folders', () => {
    const folder = fresh()
    for (const name of ['a', 'b', 'c', 'd', 'a', 'e']) {
      const cache = cacheAt(folder)
      cache.setOutputs(`/dist/${name}`, outputs(name))
      cache.save({ complete: true })
    }
    const kept = ['a', 'b', 'c', 'd', 'e'].filter((name) => cacheAt(folder).outputs(`/dist/${name}`) !== null)
    expect(kept).toEqual(['a', 'c', 'd', 'e'])
  })
})

describe('a large cache', () => {
  const names = Array.from({ length: 3000 }, (_, i) => `bài ${i}`)
  const many = (changed: string | null): OutputTable => ({
    manifest: digest(`manifest ${changed}`),
    rows: new Map(
      names.flatMap((name) =>
        [...outputs(name).rows].map(([path, made]) => [path, name === changed ? { ...made, size: 7 } : made] as const),
      ),
    ),
  })
  const large = (): string => {
    const folder = fresh()
    const cache = cacheAt(folder)
    for (const name of names) {
      cache.parsed.set(name, name)
      cache.admitted.set(name, name)
      cache.bodies.set(digest(name), body(name))
      cache.planned.set(name, [digest(name), name.replace(' ', '')])
      cache.table.set(name, row(name))
    }
    cache.setOutputs('/dist', many(null))
    cache.save({ complete: true })
    cache.close()
    return folder
  }
  const ledgers = ['parsed', 'admitted', 'bodies', 'planned', 'table', `outputs-${digest('/dist')}`]
  const texts = (folder: string) => ledgers.map((name) => readFileSync(join(folder, name)))

  it('is written by what changed: the rest stands as it is', () => {
    const folder = large()
    const before = texts(folder)
    const cache = cacheAt(folder)
    for (const name of names) cache.parsed.has(name)
    for (const name of names) cache.admitted.has(name)
    for (const name of names.slice(1)) cache.planned.get(name)
    for (const name of names.slice(1)) cache.table.get(name)
    cache.outputs('/dist')
    fill(cache)
    cache.setOutputs('/dist', many('bài 8'))
    cache.save({ complete: true })
    for (const [number, text] of texts(folder).entries()) {
      const was = before[number] ?? Buffer.alloc(0)
      expect(text.subarray(0, was.length).equals(was), ledgers[number]).toBe(true)
      expect(text.length, ledgers[number]).toBeGreaterThan(was.length)
      expect(text.length, ledgers[number]).toBeLessThan(was.length + 1000)
    }
    const next = cacheAt(folder)
    expect(taken(next)).toEqual(whole())
    expect(plainly(next.outputs('/dist'))).toEqual(many('bài 8'))
    expect([next.planned.get('bài 0'), next.table.get('bài 0')]).toEqual([undefined, undefined])
    for (const name of names) expect(next.bodies.get(digest(name))).toEqual(body(name))
    expect(next.diagnostics).toEqual([])
  })

  it('loses only what was added last where its tables are torn, and has all again after the next build', () => {
    const folder = large()
    const before = texts(folder)
    const cache = cacheAt(folder)
    fill(cache)
    cache.outputs('/dist')
    cache.setOutputs('/dist', many('bài 8'))
    cache.save({ complete: false })
    for (const [number, text] of texts(folder).entries()) {
      const end = ((before[number]?.length ?? 0) + text.length) / 2
      writeFileSync(join(folder, ledgers[number] ?? ''), text.subarray(0, end))
    }
    const torn = cacheAt(folder)
    expect(taken(torn)).toEqual({ ...nothing, photos: 'photo a', outputs: outputs('a') })
    expect(plainly(torn.outputs('/dist'))).toEqual(many(null))
    for (const name of names) expect(torn.bodies.get(digest(name))).toEqual(body(name))
    expect(torn.diagnostics).toHaveLength(ledgers.length)
    fill(torn)
    torn.save({ complete: false })
    const next = cacheAt(folder)
    expect(taken(next)).toEqual(whole())
    expect(plainly(next.outputs('/dist'))).toEqual(many(null))
    for (const name of names) expect(next.parsed.get(name)).toBe(name)
    expect(next.diagnostics).toEqual([])
  })
})

describe('bodies', () => {
  it('go to the disk by the megabyte, and come back from there', () => {
    const folder = fresh()
    const cache = cacheAt(folder)
    const names = Array.from({ length: 60 }, (_, i) => `bài ${i}`)
    for (const name of names) cache.bodies.set(digest(name), body(name, 40_000))
    expect(statSync(join(folder, 'bodies-0.new')).size).toBeGreaterThan(2_000_000)
    for (const name of names) expect(cache.bodies.get(digest(name))).toEqual(body(name, 40_000))
    cache.save({ complete: true })
    expect(existsSync(join(folder, 'bodies-0.new'))).toBe(false)
    const next = cacheAt(folder)
    for (const name of names) expect(next.bodies.get(digest(name))).toEqual(body(name, 40_000))
  })

  it('are added at the end of the file, and the same one only once', () => {
    const folder = fresh()
    const first = cacheAt(folder)
    first.bodies.set(digest('a'), body('a'))
    first.save({ complete: true })
    const before = readFileSync(join(folder, 'bodies-1.pack'))
    const second = cacheAt(folder)
    second.bodies.set(digest('a'), body('a'))
    second.bodies.set(digest('b'), body('b'))
    second.bodies.set(digest('b'), body('b'))
    second.save({ complete: true })
    const after = readFileSync(join(folder, 'bodies-1.pack'))
    expect(after.subarray(0, before.length).equals(before)).toBe(true)
    expect(after.length).toBe(before.length * 2)
  })

  it('that are dead go when they are more than half of the file', () => {
    const folder = fresh()
    const names = Array.from({ length: 10 }, (_, i) => `bài ${i}`)
    const cache = cacheAt(folder)
    for (const name of names) cache.bodies.set(digest(name), body(name, 20_000))
    cache.save({ complete: true })
    const keep = (live: readonly string[], complete = true) => {
      const next = cacheAt(folder)
      next.bodies.get(digest('bài 0'))
      next.save({ complete, live: { bodies: new Set(live.map(digest)), photos: new Set() } })
      const found = cacheAt(folder)
      return names.filter((name) => found.bodies.get(digest(name)) !== undefined)
    }
    expect(keep(names.slice(0, 6))).toEqual(names)
    expect(keep(names.slice(0, 4), false)).toEqual(names)
    expect(keep(names.slice(0, 4))).toEqual(names.slice(0, 4))
    expect(packs(folder)).toEqual(['bodies-2.pack'])
    expect(cacheAt(folder).bodies.get(digest('bài 3'))).toEqual(body('bài 3', 20_000))
  })

  it('can be read by an older table while another process makes a new file', () => {
    const folder = fresh()
    const names = Array.from({ length: 10 }, (_, i) => `bài ${i}`)
    const first = cacheAt(folder)
    for (const name of names) first.bodies.set(digest(name), body(name, 20_000))
    first.save({ complete: true })
    const reader = cacheAt(folder)
    expect(reader.bodies.get(digest('bài 9'))).toEqual(body('bài 9', 20_000))
    const other = cacheAt(folder)
    other.bodies.set(digest('mới'), body('mới'))
    other.save({ complete: true, live: { bodies: new Set([digest('bài 0')]), photos: new Set() } })
    expect(packs(folder)).toEqual(['bodies-2.pack'])
    expect(reader.bodies.get(digest('bài 8'))).toEqual(body('bài 8', 20_000))
    reader.bodies.set(digest('của người đọc'), body('của người đọc'))
    reader.save({ complete: true })
    expect(reader.diagnostics).toEqual([])
    const last = cacheAt(folder)
    for (const name of ['bài 0', 'mới', 'của người đọc'])
      expect(last.bodies.get(digest(name))).toMatchObject({ text: name })
    expect(last.diagnostics).toEqual([])
  })
})

describe('photos', () => {
  it('that no page names are forgotten after a month', () => {
    const folder = fresh()
    const old = cacheAt(folder)
    for (const name of ['a', 'b']) old.photos.set(name, Uint8Array.of(1))
    for (const path of readdirSync(join(folder, 'photos'), { recursive: true, encoding: 'utf8' })) {
      utimesSync(join(folder, 'photos', path), noon / 1000, noon / 1000)
    }
    const found = (now: number, complete = true) => {
      const cache = cacheAt(folder, { now: () => now })
      cache.save({ complete, live: { bodies: new Set(), photos: new Set(['a']) } })
      return ['a', 'b'].filter((name) => cacheAt(folder).photos.get(name) !== undefined)
    }
    expect(found(noon + 29 * day)).toEqual(['a', 'b'])
    expect(found(noon + 31 * day, false)).toEqual(['a', 'b'])
    expect(found(noon + 31 * day)).toEqual(['a'])
  })
})

describe('two processes with one cache', () => {
  it('add to each other’s bodies, and never spoil anything', () => {
    const folder = fresh()
    const one = cacheAt(folder)
    const two = cacheAt(folder)
    fill(one, 'một')
    fill(two, 'hai')
    one.save({ complete: true })
    two.save({ complete: true })
    const next = cacheAt(folder)
    expect(next.bodies.get(digest('một'))).toEqual(body('một'))
    expect(taken(next, 'hai')).toEqual(whole('hai'))
    expect(taken(next, 'một').photos).toBe('photo một')
    expect(next.diagnostics).toEqual([])
  })

  it('do not save at the same time; the one that comes second goes on without', () => {
    const folder = fresh()
    const cache = cacheAt(folder)
    fill(cache)
    realCacheDisk.makeFolder(folder)
    writeFileSync(join(folder, 'cache.lock'), '')
    utimesSync(join(folder, 'cache.lock'), noon / 1000, noon / 1000)
    expect(cache.save({ complete: true })).toEqual([])
    expect(existsSync(join(folder, 'parsed'))).toBe(false)
    const later = cacheAt(folder, { now: () => noon + 9 * 60_000 })
    fill(later)
    later.save({ complete: true })
    expect(existsSync(join(folder, 'parsed'))).toBe(false)
    const last = cacheAt(folder, { now: () => noon + 11 * 60_000 })
    fill(last)
    last.save({ complete: true })
    expect(taken(cacheAt(folder))).toEqual(whole())
    expect(existsSync(join(folder, 'cache.lock'))).toBe(false)
  })

  it('go by the clock of the moment in which they save, however long they have been open', () => {
    const folder = fresh()
    let now = noon - 5 * 3_600_000
    const cache = cacheAt(folder, { now: () => now })
    fill(cache)
    realCacheDisk.makeFolder(folder)
    writeFileSync(join(folder, 'cache.lock'), '')
    utimesSync(join(folder, 'cache.lock'), noon / 1000, noon / 1000)
    now = noon + 3_600_000
    cache.save({ complete: true })
    expect(existsSync(join(folder, 'parsed'))).toBe(true)
    expect(existsSync(join(folder, 'cache.lock'))).toBe(false)
  })

  it('save over and over, each seeing what the other left', () => {
    const folder = fresh()
    for (let turn = 0; turn < 10; turn++) {
      const one = cacheAt(folder)
      const two = cacheAt(folder)
      if (turn > 0) expect(one.bodies.get(digest(`b${turn - 1}`))).toEqual(body(`b${turn - 1}`))
      fill(one, `a${turn}`)
      fill(two, `b${turn}`)
      two.bodies.get(digest('a0'))
      one.save({ complete: true, live: { bodies: new Set([digest(`a${turn}`)]), photos: new Set() } })
      two.save({ complete: true })
      expect([...one.diagnostics, ...two.diagnostics]).toEqual([])
      expect(cacheAt(folder).bodies.get(digest(`a${turn}`))).toEqual(body(`a${turn}`))
    }
  })
})

describe('what killed processes left', () => {
  it('goes in time', () => {
    const folder = fresh()
    const cache = cacheAt(folder, { now: () => noon + 2 * day })
    fill(cache)
    for (const [name, age] of [
      ['parsed.0.tmp', 60_000],
      ['table.0.tmp', 11 * 60_000],
      ['bodies-7.new', 60 * 60_000],
      ['bodies-8.new', 25 * 3600_000],
    ] as const) {
      writeFileSync(join(folder, name), 'half')
      utimesSync(join(folder, name), noon / 1000 + 2 * 86_400 - age / 1000, noon / 1000 + 2 * 86_400 - age / 1000)
    }
    cache.save({ complete: true })
    expect(readdirSync(folder).filter((name) => /tmp|new/.test(name))).toEqual(['bodies-7.new', 'parsed.0.tmp'])
    expect(taken(cacheAt(folder))).toEqual(whole())
  })

  it('a row that was only looked for is not remembered', () => {
    const folder = fresh()
    const cache = cacheAt(folder)
    cache.table.get('/portal/none.md')
    cache.table.set('/portal/a.md', row('a'))
    cache.save({ complete: true })
    rmSync(join(folder, 'parsed'), { force: true })
    expect(cacheAt(folder).table.get('/portal/none.md')).toBeUndefined()
    expect(cacheAt(folder).table.get('/portal/a.md')).toEqual(row('a'))
  })
})
