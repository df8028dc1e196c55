import { lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { outputPath } from '../../../src/core/path.ts'
import type { OutputTable } from '../../../src/core/remembered.ts'
import { type DiskCalls, realDisk } from '../../../src/pipeline/write/disk.ts'
import { openFolderSink } from '../../../src/pipeline/write/folder-sink.ts'
import { OutProblem } from '../../../src/pipeline/write/out-problem.ts'
import {
  audit,
  build,
  cleanTree,
  faultyDisk,
  fresh,
  type Portal,
  pathsOf,
  run,
  stampOf,
  tree,
  write,
} from './helpers.ts'

const portal: Portal = { 'a/index.html': ['page', 'A'], 'index.html': ['front', 'F'] }
const next: Portal = { ...portal, 'b/index.html': ['page', 'B'] }

async function refusal(work: () => Promise<unknown>): Promise<unknown> {
  const error = await work().catch((thrown: unknown) => thrown)
  if (!(error instanceof OutProblem)) throw error
  return error.diagnostic
}
const foreign = (path: string) => ({ severity: 'error', code: 'out/foreign-file', params: { path }, place: null })

describe('files that the tool did not make', () => {
  it('are never removed, nor are their folders', async () => {
    const out = fresh()
    await build(out, next)
    write(join(out, 'CNAME'), 'x.vn')
    write(join(out, 'b/ghi-chu.txt'), 'của tôi')
    mkdirSync(join(out, 'trong'))
    await build(out, portal)
    expect(tree(out)).toEqual({
      ...(await cleanTree(portal)),
      CNAME: 'x.vn',
      'b/': '',
      'b/ghi-chu.txt': 'của tôi',
      'trong/': '',
    })
  })

  it.each([
    ['a file', 'b/index.html', (out: string) => write(join(out, 'b/index.html'), 'của tôi')],
    ['a file where a folder must go', 'b', (out: string) => write(join(out, 'b'), 'của tôi')],
    [
      'a file in a folder where a file must go',
      'b/index.html/x',
      (out: string) => write(join(out, 'b/index.html/x'), ''),
    ],
    ['an empty folder', 'b/index.html', (out: string) => mkdirSync(join(out, 'b/index.html'), { recursive: true })],
    ['a link to a file', 'b/index.html', link('b/index.html', 'a/index.html')],
    ['a link to nothing', 'b/index.html', link('b/index.html', 'nothing')],
    ['a link to a folder on the way', 'b', link('b', 'a')],
    ['a link for the work folder', '.tx-portal', link('.tx-portal', 'a')],
  ])('stop the build before anything is renamed: %s', async (_, path, make) => {
    const out = fresh()
    await build(out, portal)
    make(out)
    const before = tree(out)
    const changed: Portal = { ...next, 'index.html': ['front', 'other'] }
    let sink: ReturnType<typeof openFolderSink> | null = null
    const found = await refusal(async () => {
      sink = openFolderSink({ out, remembered: null })
      await run(sink, changed)
    })
    await (sink as ReturnType<typeof openFolderSink> | null)?.abandon()
    expect(found).toEqual(foreign(path))
    expect(tree(out)).toEqual(before)
  })

  it('that come while the build goes on stop it too', async () => {
    const out = fresh()
    await build(out, portal)
    const sink = openFolderSink({ out, remembered: null })
    for (const [path, [phase, text]] of Object.entries(next)) {
      await sink.put(outputPath(path), stampOf(text), phase, new TextEncoder().encode(text))
    }
    write(join(out, 'b/index.html'), 'của tôi')
    expect(await refusal(() => sink.finish(pathsOf(next)))).toEqual(foreign('b/index.html'))
    await sink.abandon()
    expect(tree(out)).toEqual({ ...(await cleanTree(portal)), 'b/': '', 'b/index.html': 'của tôi' })
  })

  it.each([
    ['with what the last build remembered', true],
    ['without it', false],
  ])('with the very same bytes serve as the output, and stay when it goes: %s', async (_, remembers) => {
    const out = fresh()
    await build(out, portal)
    write(join(out, 'b/index.html'), 'B')
    let table: OutputTable | null = null
    for (let times = 0; times < 3; times++) {
      const built = await build(out, next, remembers ? table : null)
      expect(built.report).toEqual({ made: [], changed: [], kept: 3, removed: [] })
      expect(audit(out)).toEqual([])
      table = built.table
    }
    const gone = await build(out, portal, remembers ? table : null)
    expect(gone.report).toEqual({ made: [], changed: [], kept: 2, removed: [] })
    expect(tree(out)).toEqual({ ...(await cleanTree(portal)), 'b/': '', 'b/index.html': 'B' })
  })

  it('with the very same bytes are held without being made again, are not replaced, and may be taken away', async () => {
    const out = fresh()
    await build(out, portal)
    write(join(out, 'b/index.html'), 'B')
    const { table } = await build(out, next)
    const sink = openFolderSink({ out, remembered: table })
    expect(sink.holds(outputPath('b/index.html'), stampOf('B'))).toBe(true)
    await sink.abandon()
    const changed: Portal = { ...portal, 'b/index.html': ['page', 'other'] }
    expect(await refusal(() => build(out, changed, table))).toEqual(foreign('b/index.html'))
    rmSync(join(out, 'b/index.html'))
    await build(out, changed, table)
    expect((await build(out, portal)).report.removed).toEqual(['b/index.html'])
    expect(tree(out)).toEqual(await cleanTree(portal))
  })

  it('with the very same bytes stay through a killed build', async () => {
    const out = fresh()
    await build(out, portal)
    write(join(out, 'b/index.html'), 'B')
    const { table } = await build(out, next)
    const changed: Portal = { ...next, 'a/index.html': ['page', 'A2'], 'index.html': ['front', 'F2'] }
    for (let at = 1; ; at++) {
      const disk = faultyDisk({ at, code: 'KILLED' })
      await build(out, changed, table, disk).catch(() => undefined)
      await build(out, portal)
      expect(readFileSync(join(out, 'b/index.html'), 'utf8'), `killed at call ${at}`).toBe('B')
      await build(out, next)
      if (!disk.seen.failed) break
    }
  })

  it('a link in the place of an output that goes stays, and what it leads to', async () => {
    const out = fresh()
    const outside = fresh('quan-trong.txt')
    write(outside, 'giữ lại')
    await build(out, next)
    rmSync(join(out, 'b/index.html'))
    symlinkSync(outside, join(out, 'b/index.html'))
    const { report } = await build(out, portal)
    expect(report.removed).toEqual([])
    expect(lstatSync(join(out, 'b/index.html')).isSymbolicLink()).toBe(true)
    expect(readFileSync(outside, 'utf8')).toBe('giữ lại')
  })

  it('a folder that became a link is not entered to remove', async () => {
    const out = fresh()
    const outside = fresh('nha')
    write(join(outside, 'index.html'), 'giữ lại')
    await build(out, next)
    rmSync(join(out, 'b'), { recursive: true })
    symlinkSync(outside, join(out, 'b'))
    await build(out, portal)
    expect(readFileSync(join(outside, 'index.html'), 'utf8')).toBe('giữ lại')
  })

  it.each([
    ['a line of another form', 'hello\n'],
    ['a path that leads out', `${'0'.repeat(64)}  ../quan-trong.txt\n`],
    ['an absolute path', `${'0'.repeat(64)}  /etc/passwd\n`],
    ['a last line that was cut', `${'0'.repeat(64)}  index.html`],
    ['a mark of byte order', `\uFEFF${'0'.repeat(64)}  index.html\n`],
  ])('a manifest that is not as one is made says nothing of what is ours: %s', async (_, text) => {
    const out = fresh()
    write(join(out, 'manifest.sha256'), text)
    expect(await refusal(() => build(out, portal))).toMatchObject({ code: 'out/record', params: { out: 'dist' } })
    expect(tree(out)).toEqual({ 'manifest.sha256': text })
  })
})

describe('where names that differ by case are one file', () => {
  /** Every name below `out` is spelt in small letters on the way to the disk, as such a file system takes them. */
  function folding(out: string): DiskCalls {
    const spell = (path: string) => (path.startsWith(out) ? out + path.slice(out.length).toLowerCase() : path)
    return {
      ...realDisk,
      lstat: (path) => realDisk.lstat(spell(path)),
      read: (path) => realDisk.read(spell(path)),
      readStart: (path, length) => realDisk.readStart(spell(path), length),
      list: (path) => realDisk.list(spell(path)),
      mkdir: (path) => realDisk.mkdir(spell(path)),
      write: (path, bytes) => realDisk.write(spell(path), bytes),
      rename: (from, to) => realDisk.rename(spell(from), spell(to)),
      unlink: (path) => realDisk.unlink(spell(path)),
      rmdir: (path) => realDisk.rmdir(spell(path)),
    }
  }

  it.each(['same', 'other'])('an output whose spelling changes does not get lost: %s bytes', async (text) => {
    const out = fresh()
    const disk = folding(out)
    const { table } = await build(out, { 'Anh/Logo.PNG': ['asset', 'same'], 'index.html': ['front', 'F'] }, null, disk)
    await build(out, { 'anh/logo.png': ['asset', text], 'index.html': ['front', 'F'] }, table, disk)
    expect(readFileSync(join(out, 'anh/logo.png'), 'utf8')).toBe(text)
    expect(audit(out)).toEqual([])
  })
})

function link(path: string, target: string): (out: string) => void {
  return (out) => {
    const folder = join(out, path, '..')
    mkdirSync(folder, { recursive: true })
    symlinkSync(join(out, target), join(out, path))
  }
}
