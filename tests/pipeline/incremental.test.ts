import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import type { OutputTable } from '../../src/core/remembered.ts'
import { build, type Report } from '../../src/pipeline/build.ts'
import { openFolderSink } from '../../src/pipeline/write.ts'
import { bulletin, JULY_2025, portal, type TestPortal } from '../portal.ts'
import { random } from '../random.ts'

const folders: string[] = []
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'xuất '))
  folders.push(made)
  return made
}
afterAll(() => {
  for (const each of folders) rmSync(each, { recursive: true, force: true })
})

/** A portal that publishes into a folder, remembering only what each output was made from. */
function publisher(one: TestPortal, out: string): () => Promise<Report> {
  let remembered: OutputTable | null = null
  return async () => {
    let sink: ReturnType<typeof openFolderSink> | null = null
    const report = await build(one.world(), () => {
      sink = openFolderSink({ out, remembered })
      return sink
    })
    if (report.ok) remembered = (sink as ReturnType<typeof openFolderSink> | null)?.table() ?? remembered
    return report
  }
}

/** Every file of a folder with its bytes. */
const contents = (out: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(out, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(out, name)).isFile())
      .sort()
      .map((name) => [name.replaceAll('\\', '/'), readFileSync(join(out, name)).toString('base64')]),
  )

const dated = (title: string, day: string, category = 'tin-tuc', body = 'Nội dung bài viết.\n') =>
  `---\ntitle: ${title}\ndate: ${day}\ncategory: ${category}\nsummary: Tóm tắt ${title}.\n---\n${body}`

describe('a second build', () => {
  it('renders and writes nothing when nothing changed, and one page when one body changed', async () => {
    const one = portal({ 'content/bulletins/2022/cu.md': dated('Bài cũ', '01/02/2022') })
    for (let n = 0; n < 40; n += 1)
      one.write(`content/bulletins/2023/bai-${n}.md`, dated(`Bài ${n}`, `${(n % 28) + 1}/01/2023`))
    const publish = publisher(one, folder())
    const first = await publish()
    expect(first.ok).toBe(true)
    const second = await publish()
    expect({
      rendered: second.rendered,
      made: second.files.made,
      changed: second.files.changed,
      removed: second.files.removed,
    }).toEqual({
      rendered: 0,
      made: [],
      changed: [],
      removed: [],
    })
    one.write('content/bulletins/2022/cu.md', dated('Bài cũ', '01/02/2022', 'tin-tuc', 'Nội dung đã sửa.\n'))
    const third = await publish()
    // The page, and its year in the search index.
    expect(third.files.changed).toEqual(['2022/cu/index.html', 'tim-kiem/du-lieu/2022/w0.json'])
    expect(third.rendered).toBe(1)
    one.close()
  })

  it('makes a page again when only the order of its free data changed', async () => {
    const template = '{% for key, value in bulletin.extra %}[{{ key }}={{ value }}]{% endfor %}\n'
    const one = portal({
      'templates/parts/signature.njk': template,
      'content/bulletins/2023/a.md': bulletin('Một', 'extra: {x: 1, y: 2}\n'),
    })
    const out = folder()
    const publish = publisher(one, out)
    await publish()
    one.write('content/bulletins/2023/a.md', bulletin('Một', 'extra: {y: 2, x: 1}\n'))
    await publish()
    expect(readFileSync(join(out, '2023/a/index.html'), 'utf8')).toContain('[y=2][x=1]')
    one.close()
  })

  it('touches a bounded number of files when a bulletin is added to hundreds, and these', async () => {
    const one = portal({})
    for (let n = 0; n < (process.env['TX_EXHAUSTIVE'] === undefined ? 600 : 2000); n += 1) {
      const year = 2005 + (n % 20)
      one.write(
        `content/bulletins/${year}/bai-${n}.md`,
        dated(
          `Bài số ${n}`,
          `${(n % 28) + 1}/${(n % 12) + 1}/${year}`,
          n % 3 === 0 ? 'thong-bao' : 'quoc-phong-an-ninh',
        ),
      )
    }
    const publish = publisher(one, folder())
    await publish()
    one.write('content/bulletins/2025/moi.md', dated('Bài mới nhất', '30/05/2025', 'quoc-phong-an-ninh'))
    const { files } = await publish()
    const inSearch = (path: string) => path.startsWith('tim-kiem/')
    expect(
      files.made
        .map(String)
        .filter((path) => !inSearch(path))
        .sort(),
    ).toEqual([
      '2025/moi/index.html',
      'api/v1/2025-05.json',
      'chuyen-muc/quoc-phong-an-ninh/2025/index.html',
      'chuyen-muc/tin-tuc/2025/index.html',
      'luu-tru/2025/05/index.html',
      'luu-tru/2025/index.html',
      'sitemap-2025.xml',
    ])
    const closed = (path: string) => path.startsWith('tim-kiem/du-lieu/2024/')
    const changed = files.changed.map(String)
    expect(changed.filter((path) => !closed(path)).sort()).toEqual([
      expect.stringMatching(/^2024\/bai-\d+\/index\.html$/),
      // May 2025 is a new month.
      'api/v1/index.json',
      'atom.xml',
      'chuyen-muc/quoc-phong-an-ninh/index.html',
      'chuyen-muc/quoc-phong-an-ninh/rss.xml',
      'chuyen-muc/tin-tuc/index.html',
      'chuyen-muc/tin-tuc/rss.xml',
      'feed.json',
      'index.html',
      'luu-tru/index.html',
      'rss.xml',
      'sitemap.xml',
      'so-do-cong/index.html',
      'tim-kiem/du-lieu/muc-luc.json',
      // 2025 is a new year to choose.
      'tim-kiem/index.html',
    ])
    // The first bulletin of a year: the year before is closed, its last quarter joins the others; no other is touched.
    const searched = [...files.made, ...files.removed].map(String).filter(inSearch)
    expect(searched.length).toBeGreaterThan(0)
    expect(changed.filter(closed).length).toBeGreaterThan(0)
    for (const path of [...searched, ...changed.filter(closed)])
      expect(path).toMatch(/^tim-kiem\/du-lieu\/(?:2024|2024-q4|2025-q2)\/[wbc]\d+\.json$/)
    expect(files.removed.filter((path) => !/^tim-kiem\/du-lieu\/2024-q4/.test(path))).toEqual([])
    // The next one touches its quarter alone.
    one.write('content/bulletins/2025/nua.md', dated('Bài nữa', '31/05/2025', 'quoc-phong-an-ninh'))
    const { files: next } = await publish()
    const again = [...next.made, ...next.changed, ...next.removed].map(String).filter(inSearch)
    expect(again.sort()).toEqual(['tim-kiem/du-lieu/2025-q2/c0.json', 'tim-kiem/du-lieu/2025-q2/w0.json'])
    one.close()
  })

  it('comes to the bytes of a clean build after random edits', async () => {
    const another = process.env['TX_EXHAUSTIVE'] === undefined ? 2023 : Math.floor(Math.random() * 100_000)
    const seed = Number(process.env['TX_SEED'] ?? another)
    if (seed !== 2023) console.info(`TX_SEED=${seed}`)
    const next = random(seed)
    const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T
    const picture = (shade: number) =>
      sharp({ create: { width: 60, height: 40, channels: 3, background: { r: shade % 256, g: 80, b: 120 } } })
        .png()
        .toBuffer()
    const one = portal({})
    let names = Array.from({ length: 12 }, (_, n) => `content/bulletins/2023/bai-${n}`)
    const write = (name: string, n: number, body: string) =>
      one.write(
        `${name}/index.md`,
        dated(
          `Bài ${n} ${Math.floor(next() * 99)}`,
          `${(n % 28) + 1}/0${(n % 9) + 1}/202${n % 5}`,
          pick(['tin-tuc', 'thong-bao', 'quoc-phong-an-ninh']),
          body,
        ),
      )
    for (const [n, name] of names.entries()) write(name, n, 'Nội dung.\n')
    const out = folder()
    const publish = publisher(one, out)
    await publish()
    for (let edit = 0; edit < 20; edit += 1) {
      const name = pick(names)
      const kind = Math.floor(next() * 6)
      if (kind === 0) write(name, edit, `Sửa lần ${edit}.\n`)
      else if (kind === 1) {
        one.write(`${name}/ảnh ${edit}.png`, await picture(edit * 11))
        write(name, edit, `![Quang cảnh lần ${edit}](ảnh ${edit}.png)\n`)
      } else if (kind === 2 && names.length > 4) {
        one.remove(name)
        names = names.filter((each) => each !== name)
      } else if (kind === 3) {
        const moved = `${name}-doi-${edit}`
        one.rename(name, moved)
        names = names.map((each) => (each === name ? moved : each))
      } else if (kind === 4) one.write('templates/parts/signature.njk', `<p>Bản ${edit}</p>\n`)
      else {
        const added = `content/bulletins/2024/them-${edit}`
        names = [...names, added]
        write(added, edit, 'Bài thêm.\n')
      }
      const { ok, diagnostics } = await publish()
      expect(
        diagnostics.filter(({ diagnostic }) => diagnostic.severity === 'error'),
        `seed ${seed}`,
      ).toEqual([])
      expect(ok).toBe(true)
    }
    const clean = folder()
    await build(one.world({ now: JULY_2025 }), () => openFolderSink({ out: clean, remembered: null }))
    expect(contents(out), `seed ${seed}`).toEqual(contents(clean))
    one.close()
  })

  it.each([
    ['an unclosed block', '{% if bulletin.title %}', 'template/syntax'],
    ['an unknown filter', '{{ bulletin.title | khongloc }}', 'template/filter'],
    ['a missing include', '{% include "khong.njk" %}', 'template/missing'],
    ['an unknown word', '{{ t("khong-co") }}', 'template/'],
  ])('names template, line and bulletin of %s', async (_, fault, code) => {
    const one = portal({
      'content/bulletins/2023/a.md': bulletin('Một'),
      'templates/parts/signature.njk': `<p>x</p>\n${fault}\n`,
    })
    const { ok, diagnostics } = await one.build()
    one.close()
    expect(ok).toBe(false)
    const errors = diagnostics.filter(({ diagnostic }) => diagnostic.severity === 'error')
    expect(errors).toHaveLength(1)
    expect(errors[0]).toMatchObject({
      file: 'templates/parts/signature.njk',
      diagnostic: { place: { line: 2 }, params: { page: 'content/bulletins/2023/a.md' } },
    })
    expect(errors[0]?.diagnostic.code).toContain(code)
  })

  it('leaves the folder as it was when a template fails on a page', async () => {
    const one = portal({ 'content/bulletins/2023/a.md': bulletin('Một') })
    const out = folder()
    const publish = publisher(one, out)
    await publish()
    const before = contents(out)
    one.write(
      'templates/bulletin.njk',
      '{% extends "base.njk" %}\n{% block main %}\n{{ bulletin.extra.khongCo.ten }}\n{% endblock %}\n',
    )
    one.write('content/bulletins/2023/b.md', bulletin('Hai'))
    const { ok, diagnostics } = await publish()
    expect(ok).toBe(false)
    const errors = diagnostics.filter(({ diagnostic }) => diagnostic.severity === 'error')
    expect(errors).toHaveLength(1)
    expect(errors[0]).toMatchObject({
      file: 'templates/bulletin.njk',
      diagnostic: { place: { line: 3 }, params: { page: expect.stringMatching(/content\/bulletins\/2023\/[ab]\.md/) } },
    })
    expect(contents(out)).toEqual(before)
    one.close()
  })
})
