import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { digestBytes } from '../../../src/core/digest.ts'
import { sourcePath } from '../../../src/core/path.ts'
import type { SourceRow } from '../../../src/core/remembered.ts'
import { openDoor } from '../../../src/pipeline/load.ts'
import { type Door, SourceChanged } from '../../../src/pipeline/world.ts'
import { atEnd } from '../../closing.ts'
import { REPOSITORY } from '../../portal.ts'

const large = Buffer.from(Array.from({ length: 700_000 }, (_, at) => (at * at) >> 7))
const PHOTO = 'content/bulletins/2025/chợ Vạn Hà/ảnh chụp (1).jpg'

/** A portal of one large file, and a door before it that remembers. */
async function behind(clock: number) {
  const root = mkdtempSync(join(tmpdir(), 'tx-door-'))
  atEnd(() => rmSync(root, { recursive: true }))
  const file = join(root, PHOTO)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, large)
  const rows = new Map<string, SourceRow>()
  const table = {
    get: (path: string) => rows.get(path),
    set: (path: string, row: SourceRow) => void rows.set(path, row),
  }
  const door = openDoor({ root, toolRoot: REPOSITORY, table, clock: () => clock, onRead: () => undefined })
  return { file, door, source: await sourceIn(door) }
}

async function sourceIn(door: Door) {
  const { sources } = await door.list()
  const source = sources.byPath.get(sourcePath(PHOTO))
  if (source === undefined) throw new Error('not listed')
  return source
}

/** The same length, another text, and the time it had: only the disk's own clock tells. */
function replaced(file: string): void {
  const { atime, mtime } = statSync(file)
  const other = readFileSync(file)
  other[350_000] = (other[350_000] ?? 0) ^ 1
  writeFileSync(file, other)
  utimesSync(file, atime, mtime)
}

const YEARS = 10 * 365 * 24 * 3600 * 1000

describe.each([
  ['that are remembered', Date.now() + YEARS],
  ['too young to be remembered', 0],
])('the door, with files %s', (_, clock) => {
  it('names a large file by all its bytes, and gives them', async () => {
    const { door, source } = await behind(clock)
    expect(source).toMatchObject({ digest: digestBytes(large), size: large.length })
    expect(Buffer.compare(door.read(source), large)).toBe(0)
  })

  it('lends its bytes, also when several are lent at once, and no longer one than it lasts', async () => {
    const { file, door, source } = await behind(clock)
    const lent = await Promise.all(
      [1, 2, 3].map(() =>
        door.lend(source, async (bytes) => {
          await new Promise((done) => setImmediate(done))
          return [Buffer.compare(bytes, large), bytes.buffer] as const
        }),
      ),
    )
    expect(lent.map(([difference]) => difference)).toEqual([0, 0, 0])
    expect(new Set(lent.map(([, buffer]) => buffer)).size).toBe(3)
    const [first] = await Promise.all([door.lend(source, async ({ buffer }) => buffer)])
    expect(lent.map(([, buffer]) => buffer)).toContain(first)
    // It has grown since it was listed: what is read is the whole of it, and refused.
    writeFileSync(file, Buffer.concat([large, Buffer.alloc(3_000_000, 1)]))
    await expect(door.lend(source, async (bytes) => bytes.length)).rejects.toThrow(SourceChanged)
  })

  it('does not give another text, whatever its time says', async () => {
    const { file, door, source } = await behind(clock)
    replaced(file)
    expect(() => door.read(source)).toThrow(SourceChanged)
    await expect(door.lend(source, async (bytes) => bytes.length)).rejects.toThrow(SourceChanged)
    expect(door.ends(source, { head: 10, tail: 2 })).toBeNull()
    expect((await sourceIn(door)).digest).toBe(digestBytes(readFileSync(file)))
  })
})

it('gives the ends of a file that is longer, and is what it was', async () => {
  const { door, source } = await behind(Date.now() + YEARS)
  const [head, tail] = door.ends(source, { head: 1000, tail: 2 }) ?? []
  expect([head, tail].map((part) => Buffer.from(part ?? []))).toEqual([large.subarray(0, 1000), large.subarray(-2)])
  expect(door.ends(source, { head: large.length - 2, tail: 2 })).toBeNull()
  const young = await behind(0)
  expect(young.door.ends(young.source, { head: 1000, tail: 2 })).toBeNull()
})

it('the door lists files, and those that stand before the tool’s own, in one order', async () => {
  const door = openDoor({
    root: REPOSITORY,
    toolRoot: REPOSITORY,
    table: null,
    clock: () => 0,
    onRead: () => undefined,
  })
  for (let time = 0; time < 5; time += 1) {
    const { sources, overrides } = await door.list()
    for (const paths of [sources.all.map(({ path }) => path), [...overrides.keys()]])
      expect(paths).toEqual([...paths].sort())
    expect(overrides.size).toBeGreaterThan(50)
  }
})

it('takes no bug for a file that cannot be read', async () => {
  const portal = mkdtempSync(join(tmpdir(), 'tx-door-'))
  atEnd(() => rmSync(portal, { recursive: true }))
  mkdirSync(join(portal, 'content'))
  writeFileSync(join(portal, 'content/portal.yml'), 'siteName: A')
  const get = () => {
    throw new TypeError('a bug')
  }
  const table = { get, set: () => undefined }
  const door = openDoor({ root: portal, toolRoot: REPOSITORY, table, clock: Date.now, onRead: () => undefined })
  await expect(door.list()).rejects.toThrow('a bug')
})
