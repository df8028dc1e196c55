import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openFolderSink } from '../../../src/pipeline/write/folder-sink.ts'
import { build, cleanTree, faultyDisk, fresh, type Portal, run, tree, write } from './helpers.ts'

const first: Portal = {
  '2023/hoi-nghi/index.html': ['page', 'Hội nghị'],
  '2023/tin/index.html': ['page', 'Tin'],
  'css/cong.css': ['asset', 'body{}'],
  'index.html': ['front', 'Trang chủ'],
}
const second: Portal = { ...first, '2023/hoi-nghi/index.html': ['page', 'Hội nghị tổng kết'] }
const { '2023/tin/index.html': _gone, ...third } = second

const manifestIn = (out: string): string => join(out, 'manifest.sha256')

/** What becomes of the text of a manifest. */
const damages: Readonly<Record<string, (text: string) => string>> = {
  'is emptied': () => '',
  'is cut at the end of a line': (text) => text.slice(0, text.indexOf('\n', 100) + 1),
  'is cut within a line': (text) => text.slice(0, 180),
  'lost its last byte': (text) => text.slice(0, -1),
  'has a line overwritten': (text) => `${text.slice(0, 90)}${'\0'.repeat(40)}${text.slice(130)}`,
  'lost a line in the middle': (text) => text.split('\n').toSpliced(1, 1).join('\n'),
  'has the line ends of Windows': (text) => text.replaceAll('\n', '\r\n'),
  'has a mark of byte order': (text) => `\uFEFF${text}`,
  'calls all somebody else’s': (text) => text.replaceAll('  ', ' *'),
  'calls one somebody else’s': (text) => text.replace('  index', ' *index'),
  'names another path': (text) => text.replace('2023/tin/', '2023/tim/'),
}

describe('a manifest that', () => {
  for (const [what, damage] of Object.entries(damages)) {
    it(`${what} is put right by what is remembered, and told of once`, async () => {
      const out = fresh()
      const { table } = await build(out, first)
      for (const next of [first, second, third]) {
        const whole = (await cleanTree(next)) as Readonly<Record<string, string>>
        writeFileSync(manifestIn(out), damage(readFileSync(manifestIn(out), 'utf8')))
        const sink = openFolderSink({ out, remembered: table })
        await run(sink, next)
        expect(sink.edited()).toEqual(['manifest.sha256'])
        expect(tree(out)).toEqual(whole)
        const again = openFolderSink({ out, remembered: sink.table() })
        await run(again, next)
        expect(again.edited()).toEqual([])
        await build(out, first, sink.table())
      }
    })
  }

  for (const what of ['is emptied', 'is cut within a line', 'has a line overwritten'])
    it(`${what} stops a build that remembers nothing, and nothing is touched`, async () => {
      const out = fresh()
      await build(out, first)
      writeFileSync(manifestIn(out), damages[what]?.(readFileSync(manifestIn(out), 'utf8')) ?? '')
      const before = tree(out)
      await expect(build(out, second)).rejects.toMatchObject({
        diagnostic: { code: 'out/record', params: { out: 'dist' } },
      })
      expect(tree(out)).toEqual(before)
    })

  it('is cut at the end of a line is put right by the bytes alone where they are many', async () => {
    const pages = (count: number, text: string): Portal =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`tin/${at + 100}/index.html`, ['page', text + at]]))
    const out = fresh()
    const portal = { ...first, ...pages(20, 'Tin ') }
    await build(out, portal)
    const cut = (lines: number) =>
      writeFileSync(
        manifestIn(out),
        `${readFileSync(manifestIn(out), 'utf8').split('\n').slice(0, lines).join('\n')}\n`,
      )
    cut(8)
    const sink = openFolderSink({ out, remembered: null })
    await run(sink, portal)
    expect(sink.edited()).toEqual(['manifest.sha256'])
    expect(tree(out)).toEqual(await cleanTree(portal))
    await build(out, { ...portal, ...pages(20, 'Mới ') }, sink.table())
    // Of a few somebody may have made the same.
    await build(out, portal)
    cut(20)
    await build(out, portal)
    expect(readFileSync(manifestIn(out), 'utf8').match(/ \*/g)).toHaveLength(4)
  })

  it('knows nothing of what a killed build had put in place, whose journal somebody removed, is put right too', async () => {
    const out = fresh()
    const { table } = await build(out, first)
    const more = Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [`moi/${at}.html`, ['page', `Mới ${at}`] as const]),
    )
    for (const [path, [, text]] of Object.entries(more)) write(join(out, path), text)
    const sink = openFolderSink({ out, remembered: table })
    await run(sink, { ...first, ...more })
    expect(sink.edited()).toEqual(['manifest.sha256'])
    expect(tree(out)).toEqual(await cleanTree({ ...first, ...more }))
  })

  it('is emptied gives nobody else’s file away', async () => {
    const out = fresh()
    const { table } = await build(out, first)
    writeFileSync(manifestIn(out), '')
    write(join(out, '2023/hoi-nghi/index.html'), 'Trang làm tay')
    await expect(build(out, second, table)).rejects.toMatchObject({ diagnostic: { code: 'out/foreign-file' } })
    expect(readFileSync(join(out, '2023/hoi-nghi/index.html'), 'utf8')).toBe('Trang làm tay')
  })

  it('names a file of somebody else goes on doing so', async () => {
    const out = fresh()
    write(join(out, 'css/cong.css'), 'body{}')
    const { table } = await build(out, first)
    writeFileSync(manifestIn(out), '')
    const { table: next } = await build(out, second, table)
    expect(next.rows.get('css/cong.css')?.ours).toBe(false)
    expect(readFileSync(manifestIn(out), 'utf8')).toContain(' *css/cong.css\n')
  })
})

describe('a folder of which nothing is remembered', () => {
  const pages = (name: string, count: number): Portal =>
    Object.fromEntries(
      Array.from({ length: count }, (_, at) => [`${name}/${at}/index.html`, ['page', `${name} ${at}`]]),
    )

  it('is left alone where most of its pages would go', async () => {
    const out = fresh()
    await build(out, pages('xa', 12))
    const before = tree(out)
    await expect(build(out, pages('huyen', 30))).rejects.toMatchObject({
      diagnostic: { code: 'out/other-portal', params: { out: 'dist', before: 12, removed: 12 } },
    })
    const after = Object.keys(tree(out)).filter((path) => !path.startsWith('.tx-portal'))
    expect(after).toEqual(Object.keys(before))
  })

  it('is left alone where some go and none stays as it is: sections have the same addresses everywhere', async () => {
    const out = fresh()
    const sections = (name: string): Portal =>
      Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`muc/${at}/index.html`, ['page', `${name} ${at}`]]))
    const { table } = await build(out, { ...sections('xã'), ...pages('xa', 12) })
    const other = { ...sections('huyện'), ...pages('huyen', 30) }
    const refused = { diagnostic: { code: 'out/other-portal', params: { out: 'dist', before: 52, removed: 12 } } }
    await expect(build(out, other)).rejects.toMatchObject(refused)
    // Nor where it was this portal's folder before.
    const elsewhere = fresh()
    const { table: known } = await build(elsewhere, other)
    await expect(build(out, other, known)).rejects.toMatchObject(refused)
    // One page that stays as it is is enough, and what is as it was left may go.
    await build(out, { ...other, 'muc/0/index.html': ['page', 'xã 0'] })
    rmSync(out, { recursive: true })
    await build(out, { ...sections('xã'), ...pages('xa', 12) })
    expect((await build(out, other, table)).report.removed).toHaveLength(12)
  })

  it('is one’s own where a killed build was giving all its pages other addresses', async () => {
    const [before, after] = [pages('2023', 30), pages('tin', 30)]
    let resumed = 0
    for (let at = 1; ; at += 4) {
      const out = fresh()
      const { table } = await build(out, before)
      const disk = faultyDisk({ at, code: 'KILLED' })
      const whole = await build(out, after, table, disk).then(
        () => true,
        () => false,
      )
      if (whole) break
      // On this machine, and on another that remembers nothing, once the journal tells whose it is.
      const remembered = existsSync(join(out, '.tx-portal/journal')) && at % 8 === 1 ? null : table
      if (remembered === null) resumed += 1
      await build(out, after, remembered)
      expect(tree(out), `killed at call ${at}`).toEqual(await cleanTree(after))
      rmSync(out, { recursive: true })
    }
    expect(resumed).toBeGreaterThan(5)
  })

  it('is one’s own where fewer go, or where it is remembered', async () => {
    const out = fresh()
    const { table } = await build(out, pages('xa', 12))
    await build(out, { ...pages('xa', 6), ...pages('huyen', 3) })
    expect(Object.keys(tree(out))).toContain('huyen/2/index.html')
    rmSync(out, { recursive: true })
    await build(out, pages('xa', 12))
    const { report } = await build(out, pages('huyen', 3), table)
    expect(report.removed).toHaveLength(12)
  })

  it('may have lines added to its manifest that name files nobody made', async () => {
    const out = fresh()
    const { table } = await build(out, first)
    appendFileSync(manifestIn(out), `${'0'.repeat(64)}  la.html\n`)
    const { report } = await build(out, first, table)
    expect(report.removed).toEqual([])
    expect(tree(out)).toEqual(await cleanTree(first))
  })
})
