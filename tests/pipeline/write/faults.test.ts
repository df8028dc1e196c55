import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { digestBytes } from '../../../src/core/digest.ts'
import { outputPath } from '../../../src/core/path.ts'
import type { OutputTable } from '../../../src/core/remembered.ts'
import { type DiskCalls, realDisk } from '../../../src/pipeline/write/disk.ts'
import { type FolderSink, openFolderSink } from '../../../src/pipeline/write/folder-sink.ts'
import { OutProblem } from '../../../src/pipeline/write/out-problem.ts'
import {
  build,
  cleanTree,
  type Fault,
  faultyDisk,
  fresh,
  type Portal,
  run,
  sample,
  some,
  type Tree,
  tree,
  write,
} from './helpers.ts'

// A text names files of the portal as [path]: what a reader of it can ask for.
const older: Portal = {
  'a-1.css': ['asset', 'body {}'],
  'anh/hop.jpg': ['asset', 'jpeg of a meeting'],
  'data.json': ['asset', '{"old": true}'],
  '2022/cu/index.html': ['page', 'Bài cũ [a-1.css]'],
  '2023/hop/index.html': ['page', 'Họp [a-1.css] [anh/hop.jpg] [2022/cu/index.html]'],
  'muc/2022/index.html': ['front', 'Năm 2022 [a-1.css] [2022/cu/index.html]'],
  'index.html': ['front', 'Trang chủ [a-1.css] [2023/hop/index.html] [muc/2022/index.html]'],
}
const newer: Portal = {
  'a-2.css': ['asset', 'body { color: red }'],
  'anh/hop.jpg': ['asset', 'jpeg of a meeting'],
  'anh/moi/1.jpg': ['asset', 'new jpeg'],
  'data.json': ['asset', '{"old": false}'],
  '2023/hop/index.html': ['page', 'Họp [a-2.css] [anh/hop.jpg] [2024/moi/index.html]'],
  '2024/moi/index.html': ['page', 'Mới [a-2.css] [anh/moi/1.jpg] [2023/hop/index.html]'],
  'muc/2024/index.html': ['front', 'Năm 2024 [a-2.css] [2024/moi/index.html]'],
  'index.html': ['front', 'Trang chủ [a-2.css] [2023/hop/index.html] [muc/2024/index.html]'],
}
/** Where folders and files change places: what blocks goes first, so nobody may name it. */
const swapped: Portal = {
  'a-1.css': ['asset', 'body {}'],
  '2022': ['asset', 'a file now'],
  'data.json/x.json': ['asset', '{}'],
  'muc/2022/index.html/y.html': ['page', 'deeper'],
  'index.html': ['front', 'Trang chủ'],
}
const own = { CNAME: 'x.vn', 'anh/cua-toi.txt': 'của tôi' }

interface Case {
  readonly name: string
  readonly before: Portal
  readonly after: Portal
  /** Whether pages may be asked between two builds what they name. */
  readonly named: boolean
}

const cases: readonly Case[] = [
  { name: 'from nothing', before: {}, after: older, named: true },
  { name: 'a change', before: older, after: newer, named: true },
  { name: 'the change taken back', before: newer, after: older, named: true },
  { name: 'files and folders change places', before: older, after: swapped, named: false },
  { name: 'and back', before: swapped, after: older, named: false },
  { name: 'everything goes', before: older, after: {}, named: false },
]

const clean = new Map<Portal, Tree>()
beforeAll(async () => {
  for (const portal of cases.flatMap(({ before, after }) => [before, after])) clean.set(portal, await cleanTree(portal))
})

const isNothing = (portal: Portal): boolean => Object.keys(portal).length === 0

/** A folder with a portal and files of somebody else in it; nothing at all for none. */
async function published(portal: Portal): Promise<{ out: string; table: OutputTable | null }> {
  const out = fresh()
  if (isNothing(portal)) return { out, table: null }
  const { table } = await build(out, portal)
  for (const [path, text] of Object.entries(own)) write(join(out, path), text)
  return { out, table }
}

/** What must stand there at the end: what a clean build makes, and the files of somebody else. */
const expected = (before: Portal, after: Portal): Tree =>
  isNothing(before) ? clean.get(after)! : { ...clean.get(after), 'anh/': '', ...own }

const visible = (out: string): Tree => {
  const all = realDisk.lstat(out) === undefined ? {} : tree(out)
  return Object.fromEntries(Object.entries(all).filter(([path]) => !path.startsWith('.tx-portal')))
}

/** What a reader finds wrong: files that no build made so, and names that lead nowhere. */
function faultsOf(found: Tree, { before, after, named }: Case): readonly string[] {
  const known = [clean.get(before), clean.get(after), own, { 'manifest.sha256': '' }] as readonly Tree[]
  const torn = Object.entries(found).filter(
    ([path, text]) => !path.endsWith('/') && known.every((one) => one[path] !== text),
  )
  const names = Object.entries(named ? found : {}).filter(([path]) => path.endsWith('.html'))
  const missing = names.flatMap(([path, text]) =>
    [...text.matchAll(/\[(.+?)\]/g)]
      .filter(([, name]) => found[name!] === undefined)
      .map(([, name]) => `${path}: ${name}`),
  )
  return [...torn.map(([path]) => `torn: ${path}`), ...missing.map((line) => `names what is missing: ${line}`)]
}

interface Attempt {
  readonly problem: unknown
  readonly calls: number
  readonly failed: boolean
}

/** A build on a disk that breaks; it abandons as the command line does. */
async function attempt(out: string, portal: Portal, table: OutputTable | null, fault: Fault): Promise<Attempt> {
  const disk = faultyDisk(fault)
  let problem: unknown = null
  let sink: FolderSink | null = null
  try {
    sink = openFolderSink({ out, remembered: table, disk })
    await run(sink, portal)
  } catch (error) {
    problem = error
    await sink?.abandon()
  }
  return { problem, calls: disk.seen.count, failed: disk.seen.failed }
}

async function countCalls({ before, after }: Case, calls: 'changing' | 'all' = 'changing'): Promise<number> {
  const { out, table } = await published(before)
  const whole = await attempt(out, after, table, { at: 0, code: 'NONE', calls })
  expect(whole.problem).toBeNull()
  return whole.calls
}

describe.each(cases)('killed at the k-th call: $name', (each) => {
  const { before, after } = each

  it('every file is whole, no page names a missing one, and the next build completes it', async () => {
    const total = await countCalls(each)
    expect(total).toBeGreaterThan(10)
    for (const at of sample(total, 12)) {
      const { out, table } = await published(before)
      await attempt(out, after, table, { at, code: 'KILLED' })
      expect(faultsOf(visible(out), each), `killed at call ${at}`).toEqual([])
      if (!isNothing(before)) expect(visible(out)).toMatchObject(own)
      await build(out, after, table)
      expect(tree(out), `built after a kill at call ${at}`).toEqual(expected(before, after))
      rmSync(out, { recursive: true })
    }
  })

  it('the next build may be the old one again, or an empty one', async () => {
    const total = await countCalls(each)
    for (const at of sample(total, 4)) {
      for (const then of [before, {}]) {
        const { out, table } = await published(before)
        await attempt(out, after, table, { at, code: 'KILLED' })
        await build(out, then, table)
        const wanted = isNothing(before) ? await cleanTree(then) : { ...(await cleanTree(then)), 'anh/': '', ...own }
        expect(tree(out), `killed at call ${at}`).toEqual(wanted)
        rmSync(out, { recursive: true })
      }
    }
  })

  it('killed again while the next build completes it', async () => {
    const total = await countCalls(each)
    for (const at of sample(total, 3, 3)) {
      for (const again of some(total + 15, 4, at)) {
        const { out, table } = await published(before)
        await attempt(out, after, table, { at, code: 'KILLED' })
        await attempt(out, after, table, { at: again, code: 'KILLED' })
        await build(out, after, table)
        expect(tree(out), `killed at call ${at}, then ${again}`).toEqual(expected(before, after))
        rmSync(out, { recursive: true })
      }
    }
  })
})

const said: Readonly<Record<string, string>> = {
  EIO: 'disk/failed',
  ENOSPC: 'disk/full',
  EACCES: 'disk/denied',
  EROFS: 'disk/denied',
  EMFILE: 'disk/failed',
}

describe.each(Object.keys(said))('one failing call, %s', (code) => {
  it.each(cases.slice(0, 4))('is waited out or said, never a wrong portal: $name', async (each) => {
    const { before, after } = each
    const total = await countCalls(each, 'all')
    let problems = 0
    for (const at of sample(total, 7)) {
      const { out, table } = await published(before)
      const { problem, failed } = await attempt(out, after, table, { at, code, calls: 'all' })
      expect(failed).toBe(true)
      if (problem === null) expect(visible(out), `${code} at call ${at}`).toEqual(expected(before, after))
      else {
        problems++
        expect(problem).toBeInstanceOf(OutProblem)
        expect((problem as OutProblem).diagnostic.code).toBe(said[code])
        expect(JSON.stringify((problem as OutProblem).diagnostic)).not.toContain(out)
        expect(faultsOf(visible(out), each), `${code} at call ${at}`).toEqual([])
        if (!existsSync(join(out, '.tx-portal')))
          expect(visible(out)).toEqual(isNothing(before) ? {} : expected(before, before))
      }
      await build(out, after, table)
      expect(tree(out), `built after ${code} at call ${at}`).toEqual(expected(before, after))
      rmSync(out, { recursive: true })
    }
    expect(problems).toBeGreaterThan(0)
  })

  it('waits out what passes by itself', async () => {
    const { out, table } = await published(older)
    const waited: number[] = []
    let refusals = 3
    const disk: DiskCalls = {
      ...realDisk,
      wait: (ms) => void waited.push(ms),
      rename(from, to) {
        if (to.endsWith('index.html') && refusals-- > 0) throw Object.assign(new Error(code), { code })
        realDisk.rename(from, to)
      },
    }
    const result = build(out, newer, table, disk)
    if (['EMFILE', 'EACCES'].includes(code)) {
      await result
      expect(waited).toEqual([5, 10, 20])
    } else {
      await expect(result).rejects.toBeInstanceOf(OutProblem)
      expect(waited).toEqual([])
    }
  })
})

describe('a file that is left where its writing failed', () => {
  it('does not hold the name of the next', () => {
    let isFull = true
    const disk: DiskCalls = {
      ...realDisk,
      write(path, bytes) {
        realDisk.write(path, bytes)
        if (isFull) throw Object.assign(new Error('no room'), { code: 'ENOSPC' })
      },
    }
    const sink = openFolderSink({ out: fresh(), remembered: null, disk })
    const put = (name: string) => sink.put(outputPath(name), digestBytes(name), 'page', new TextEncoder().encode(name))
    expect(() => put('a.html')).toThrow(/disk\/full/)
    isFull = false
    expect(() => put('b.html')).not.toThrow()
  })
})
