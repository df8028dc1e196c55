import { cpSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { outputPath } from '../../../src/core/path.ts'
import { type DiskCalls, realDisk } from '../../../src/pipeline/write/disk.ts'
import { openFolderSink } from '../../../src/pipeline/write/folder-sink.ts'
import { formatJournal } from '../../../src/pipeline/write/journal.ts'
import {
  audit,
  build,
  caselessDisk,
  cleanTree,
  fresh,
  type Portal,
  pathsOf,
  quickDisk,
  run,
  stampOf,
  type Tree,
  tree,
  write,
} from './helpers.ts'

const first: Portal = {
  'style.css': ['asset', 'body {}'],
  'anh/hoi-nghi.jpg': ['asset', 'jpeg'],
  '2023/hoi-nghi/index.html': ['page', '<h1>Hội nghị</h1>'],
  '2023/tin/index.html': ['page', '<h1>Tin</h1>'],
  'index.html': ['front', 'Trang chủ'],
}
const second: Portal = {
  'style.css': ['asset', 'body {}'],
  '2023/hoi-nghi/index.html': ['page', '<h1>Hội nghị tổng kết</h1>'],
  '2024/moi/index.html': ['page', '<h1>Mới</h1>'],
  'index.html': ['front', 'Trang chủ, có tin mới'],
}
const bytes = (text: string) => new TextEncoder().encode(text)
const mtime = (path: string) => statSync(path, { bigint: true }).mtimeNs

describe('a first build', () => {
  it('writes every output, a manifest that sha256sum reads, and leaves no trace of the work', async () => {
    const out = fresh()
    const { report, table } = await build(out, first)
    expect(report).toEqual({ made: pathsOf(first).toSorted(), changed: [], kept: 0, removed: [] })
    expect(tree(out)).toMatchObject(Object.fromEntries(Object.entries(first).map(([path, [, text]]) => [path, text])))
    expect(audit(out)).toEqual([])
    expect(tree(out)['manifest.sha256']).toMatch(/^([0-9a-f]{64} {2}[^\n]+\n){5}$/)
    expect(Object.keys(tree(out)).some((path) => path.startsWith('.tx-portal'))).toBe(false)
    expect([...table.rows.keys()].toSorted()).toEqual(pathsOf(first).toSorted())
    expect(table.rows.get('style.css')).toMatchObject({
      stamp: stampOf('body {}'),
      size: 7,
      phase: 'asset',
      ours: true,
    })
  })

  it('is made where capitals do not count, also of folders that differ in them alone', async () => {
    const out = fresh()
    const disk = caselessDisk(out)
    const portal: Portal = {
      'portal/Pages/a.aspx': ['page', 'a'],
      'portal/pages/b.aspx': ['page', 'b'],
      'index.html': ['front', 'Trang chủ'],
    }
    const { table } = await build(out, portal, null, disk)
    expect(tree(out)).toMatchObject({ 'portal/Pages/a.aspx': 'a', 'portal/Pages/b.aspx': 'b' })
    expect((await build(out, portal, table, disk)).report).toMatchObject({ made: [], changed: [], kept: 3 })
  })

  it('tells of what somebody puts in the way while it publishes', async () => {
    const out = fresh()
    let stood = false
    const disk: DiskCalls = {
      ...realDisk,
      mkdir(path) {
        if (path.endsWith('/2023/tin') && !stood) writeFileSync(path, 'của người khác')
        stood ||= path.endsWith('/2023/tin')
        realDisk.mkdir(path)
      },
    }
    await expect(build(out, first, null, disk)).rejects.toMatchObject({ diagnostic: { code: 'out/foreign-file' } })
    expect(stood && readFileSync(join(out, '2023/tin'), 'utf8')).toBe('của người khác')
  })

  it('shows nothing before finish, and nothing after abandon', async () => {
    const out = fresh()
    const sink = openFolderSink({ out, remembered: null })
    await sink.put(outputPath('index.html'), stampOf('x'), 'front', bytes('x'))
    expect(Object.keys(tree(out))).toEqual(['.tx-portal/', '.tx-portal/staging/', '.tx-portal/staging/0'])
    await sink.abandon()
    expect(() => statSync(out)).toThrow(/ENOENT/)
  })

  it('makes an empty manifest of an empty portal', async () => {
    const out = fresh()
    await build(out, {})
    expect(tree(out)).toEqual({ 'manifest.sha256': '' })
  })
})

describe('a next build', () => {
  it('ends as a clean one, and says what it did', async () => {
    const out = fresh()
    const { table } = await build(out, first)
    const { report } = await build(out, second, table)
    expect(report.made).toEqual(['2024/moi/index.html'])
    expect(report.changed).toEqual(['2023/hoi-nghi/index.html', 'index.html'])
    expect(report.kept).toBe(1)
    expect(report.removed).toEqual(['2023/tin/index.html', 'anh/hoi-nghi.jpg'])
    expect(tree(out)).toEqual(await cleanTree(second))
  })

  it('holds what is as it was left, and touches nothing', async () => {
    const out = fresh()
    const { table } = await build(out, first)
    const before = Object.fromEntries(
      ['manifest.sha256', ...pathsOf(first)].map((path) => [path, mtime(join(out, path))]),
    )
    const sink = openFolderSink({ out, remembered: table })
    for (const [path, [, text]] of Object.entries(first)) expect(sink.holds(outputPath(path), stampOf(text))).toBe(true)
    expect(await sink.finish(pathsOf(first))).toEqual({ made: [], changed: [], kept: 5, removed: [] })
    expect(sink.table()).toEqual(table)
    for (const [path, time] of Object.entries(before)) expect(mtime(join(out, path))).toBe(time)
  })

  it('asks the disk once for each output that stands in a folder of its own, and reads the manifest once', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 40 }, (_, number) => [`2023/bai-${number}/index.html`, ['page', `${number}`] as const]),
    )
    const out = fresh()
    const { table } = await build(out, many)
    const asked = { lstat: 0, read: 0 }
    const disk: DiskCalls = {
      ...quickDisk,
      lstat(path) {
        asked.lstat += 1
        return quickDisk.lstat(path)
      },
      read(path) {
        asked.read += 1
        return quickDisk.read(path)
      },
    }
    const { report } = await build(out, many, table, disk)
    expect(report).toEqual({ made: [], changed: [], kept: 40, removed: [] })
    expect(asked.read).toBe(1)
    expect(asked.lstat).toBeLessThan(40 + 15)
  })

  it('ends at once where all that is remembered is as it was left', async () => {
    const out = fresh()
    const { table } = await build(out, first)
    const before = Object.fromEntries(
      ['manifest.sha256', ...pathsOf(first)].map((path) => [path, mtime(join(out, path))]),
    )
    const sink = openFolderSink({ out, remembered: table })
    expect(sink.finishAsLeft()).toEqual({ made: [], changed: [], kept: 5, removed: [] })
    expect(sink.table()).toBe(table)
    for (const [path, time] of Object.entries(before)) expect(mtime(join(out, path))).toBe(time)
    expect(() => sink.finishAsLeft()).toThrow('the sink is finished')
  })

  it.each([
    ['an output has other bytes', (out: string) => writeFileSync(join(out, 'index.html'), 'Trang chu')],
    ['an output has another time', (out: string) => utimesSync(join(out, 'index.html'), 1, 1)],
    ['an output is gone', (out: string) => rmSync(join(out, '2023/tin/index.html'))],
    ['a folder is gone', (out: string) => rmSync(join(out, '2023'), { recursive: true })],
    ['the manifest says something else', (out: string) => writeFileSync(join(out, 'manifest.sha256'), '')],
    ['there is no manifest', (out: string) => rmSync(join(out, 'manifest.sha256'))],
    [
      'a killed build left a journal',
      (out: string) =>
        write(
          join(out, '.tx-portal/journal'),
          formatJournal({ added: [], replaced: ['index.html'], removed: [], folders: [] }),
        ),
    ],
  ])('does not where %s, and goes on as if not asked', async (_, spoil) => {
    const out = fresh()
    const { table } = await build(out, first)
    spoil(out)
    const sink = openFolderSink({ out, remembered: table })
    expect(sink.finishAsLeft()).toBeNull()
    await run(sink, first)
    expect(audit(out)).toEqual([])
    // Without a manifest that names them, files that serve are somebody else's.
    const besideManifest = ({ 'manifest.sha256': _manifest, ...others }: Tree) => others
    expect(besideManifest(tree(out))).toEqual(besideManifest(await cleanTree(first)))
  })

  it('is not misled by folders that were moved, copied or linked from elsewhere', async () => {
    const portal: Portal = { '2023/mot/index.html': ['page', 'một'], '2023/hai/index.html': ['page', 'hai'] }
    const out = fresh()
    const { table } = await build(out, portal)
    // The same bytes and times under other numbers: looked at as if nothing were remembered of them.
    cpSync(join(out, '2023'), join(out, 'moi'), { recursive: true, preserveTimestamps: true })
    rmSync(join(out, '2023'), { recursive: true })
    renameSync(join(out, 'moi'), join(out, '2023'))
    expect((await build(out, portal, table)).report).toMatchObject({ made: [], changed: [], kept: 2 })
    const elsewhere = fresh()
    cpSync(join(out, '2023/mot'), elsewhere, { recursive: true, preserveTimestamps: true })
    rmSync(join(out, '2023/mot'), { recursive: true })
    symlinkSync(elsewhere, join(out, '2023/mot'))
    const sink = openFolderSink({ out, remembered: table })
    expect(sink.holds(outputPath('2023/mot/index.html'), stampOf('một'))).toBe(false)
    await sink.abandon()
  })

  it('takes back what a changed manifest no longer names', async () => {
    const out = fresh()
    const { table } = await build(out, first)
    const file = join(out, 'manifest.sha256')
    const right = tree(out)['manifest.sha256'] ?? ''
    writeFileSync(file, right.slice(right.indexOf('\n') + 1))
    const { report } = await build(out, first, table)
    expect(report).toEqual({ made: [], changed: [], kept: 5, removed: [] })
    expect(audit(out)).toEqual([])
  })

  it('does not write equal bytes again when nothing is remembered', async () => {
    const out = fresh()
    const { table } = await build(out, first)
    const before = mtime(join(out, 'style.css'))
    const again = await build(out, first)
    expect(again.report).toEqual({ made: [], changed: [], kept: 5, removed: [] })
    expect(again.table).toEqual(table)
    expect(mtime(join(out, 'style.css'))).toBe(before)
  })

  it('does not hold another stamp, nor what it does not remember', async () => {
    const out = fresh()
    const { table } = await build(out, first)
    const sink = openFolderSink({ out, remembered: table })
    expect(sink.holds(outputPath('style.css'), stampOf('other'))).toBe(false)
    expect(sink.holds(outputPath('constructor'), stampOf('other'))).toBe(false)
    expect(openFolderSink({ out, remembered: null }).holds(outputPath('style.css'), stampOf('body {}'))).toBe(false)
  })

  it('does not hold by a memory of another build than the one whose manifest is there', async () => {
    const out = fresh()
    const old = await build(out, { 'a.html': ['page', 'một'] })
    await build(out, { 'a.html': ['page', 'hai'] }, old.table)
    const row = old.table.rows.get('a.html')
    const now = statSync(join(out, 'a.html'), { bigint: true })
    const same = { mtimeNs: String(now.mtimeNs), ino: String(now.ino), size: Number(now.size) }
    const forged = { ...old.table, rows: new Map([['a.html', { ...row!, ...same }]]) }
    expect(openFolderSink({ out, remembered: forged }).holds(outputPath('a.html'), stampOf('một'))).toBe(false)
  })

  it.each([
    ['other bytes', (path: string) => write(path, 'hacked')],
    ['bytes of the same length', (path: string) => write(path, 'BODY {}')],
    ['an empty file', (path: string) => write(path, '')],
    ['no file', (path: string) => rmSync(path)],
  ])('puts right an output that was edited by hand: %s', async (_, edit) => {
    const out = fresh()
    const { table } = await build(out, first)
    edit(join(out, 'style.css'))
    await build(out, first, table)
    expect(tree(out)).toEqual(await cleanTree(first))
  })

  it('without memory finds an edit that kept size and time', async () => {
    const out = fresh()
    await build(out, first)
    const path = join(out, 'style.css')
    const { mtime } = statSync(path)
    write(path, 'BODY {}')
    utimesSync(path, mtime, mtime)
    await build(out, first, null)
    expect(readFileSync(path, 'utf8')).toBe('body {}')
  })

  it('makes a file where a folder was, and a folder where a file was', async () => {
    const folders: Portal = { 'a/b/c.html': ['page', '1'], 'a/d.html': ['page', '2'], 'x.html': ['page', '3'] }
    const files: Portal = { a: ['page', '4'], 'x.html/y.html': ['page', '5'] }
    const out = fresh()
    await build(out, folders)
    const { report } = await build(out, files)
    expect(report.removed).toEqual(['a/b/c.html', 'a/d.html', 'x.html'])
    expect(tree(out)).toEqual(await cleanTree(files))
    await build(out, folders)
    expect(tree(out)).toEqual(await cleanTree(folders))
  })
})

describe('a sink', () => {
  it('is for one build', async () => {
    const sink = openFolderSink({ out: fresh(), remembered: null })
    expect(() => sink.table()).toThrow('not finished')
    await run(sink, first)
    expect(() => sink.put(outputPath('a'), stampOf('a'), 'page', bytes('a'))).toThrow('the sink is finished')
    await expect(sink.finish([])).rejects.toThrow('the sink is finished')
  })

  it('finds bugs of the planner: made twice, never made, both file and folder', async () => {
    const sink = openFolderSink({ out: fresh(), remembered: null })
    await sink.put(outputPath('a'), stampOf('a'), 'page', bytes('a'))
    expect(() => sink.put(outputPath('a'), stampOf('a'), 'page', bytes('a'))).toThrow('put twice: a')
    await expect(sink.finish([outputPath('b')])).rejects.toThrow('never made: b')
    await sink.put(outputPath('a/b'), stampOf('a'), 'page', bytes('a'))
    await expect(sink.finish([outputPath('a/b'), outputPath('a')])).rejects.toThrow('both a file and a folder: a')
    await sink.abandon()
  })

  it.each([
    '',
    '/etc/passwd',
    '../x',
    'a/../../x',
    'a/./b',
    'a//b',
    'a\\b',
    'C:/x',
    'a\nb',
    '.tx-portal/journal',
    '.TX-Portal/lock',
    'manifest.sha256',
  ])('refuses the name %j', (path) => {
    const sink = openFolderSink({ out: fresh(), remembered: null })
    expect(() => sink.put(outputPath(path), stampOf('a'), 'page', bytes('a'))).toThrow('no name for an output')
    expect(() => sink.holds(outputPath(path), stampOf('a'))).toThrow('no name for an output')
  })

  it('publishes names with blanks, tone marks and quotes', async () => {
    const odd: Portal = { 'tài liệu (1) & "2".pdf': ['asset', 'pdf'], '__proto__/constructor': ['asset', 'x'] }
    const out = fresh()
    const { table } = await build(out, odd)
    expect(audit(out)).toEqual([])
    expect((await build(out, odd, structuredClone(table))).report.kept).toBe(2)
  })
})
