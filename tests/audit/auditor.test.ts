import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { openAuditor } from '../../src/audit/auditor.ts'
import { build } from '../../src/pipeline/build.ts'
import { bulletin, PORTAL_YML, portal, REPOSITORY, type TestPortal } from '../portal.ts'

let open: TestPortal | null = null
afterEach(() => {
  open?.close()
  open = null
})

/** What the audit has to say of a portal: `file:line:column code shown`, on how many pages, how many more of the kind. */
async function audited(files: Parameters<typeof portal>[0]) {
  open = portal(files)
  const { root } = open
  const auditor = openAuditor()
  const { ok, plan, theme, diagnostics } = await build(open.world(), () => auditor.sink)
  expect(ok, JSON.stringify(diagnostics)).toBe(true)
  if (plan === null || theme === null) throw new Error('nothing was made')
  const read = (folder: string, file: string) => {
    try {
      return readFileSync(join(folder, file), 'utf8').split('\n')
    } catch {
      return null
    }
  }
  const linesOf = (file: string) => read(root, file) ?? read(REPOSITORY, file)
  return auditor.conclude(plan, { linesOf, templatesOf: theme.templatesOf }).map(({ file, diagnostic }) => {
    const { code, place, params } = diagnostic
    if (!('pages' in params)) throw new Error(code)
    const { shown, pages, others, page, templates } = params
    const at = place === null ? '' : `:${place.line}:${place.column}`
    return { told: `${file}${at} ${code} ${shown}`, pages, others, page, templates }
  })
}

const own = (name: string) => readFileSync(join(REPOSITORY, 'templates', name), 'utf8')
const AT = 'content/bulletins/2023'
const frame = (main: string) =>
  `{% extends "base.njk" %}\n{% block main %}\n<h1>{{ page.heading }}</h1>\n${main}\n{% endblock %}\n`

describe('a fault', () => {
  it('of the frame is told once, at its line in the part that has it, with the number of pages', async () => {
    const footer = own('parts/footer.njk')
    const line = footer.trimEnd().split('\n').length + 1
    const found = await audited({
      'templates/parts/footer.njk': `${footer.trimEnd()}\n<a href="/khong-co/">Không có</a>\n`,
      [`${AT}/a.md`]: bulletin('Một'),
      [`${AT}/b.md`]: bulletin('Hai'),
    })
    expect(found.map(({ told }) => told)).toEqual([`templates/parts/footer.njk:${line}:9 audit/dead-link /khong-co/`])
    expect(found[0]?.pages).toBeGreaterThan(10)
    expect(found[0]?.templates).toEqual(expect.arrayContaining(['bulletin.njk', 'home.njk', 'not-found.njk']))
  })

  it('of reckoning is told at the expression', async () => {
    const found = await audited({
      'templates/not-found.njk': frame('{% set zero = 0 %}\n<p>Trung bình {{ (site.title | length) / zero }} chữ</p>'),
      'templates/search.njk': frame('<p>{{ site.home * 2 }}</p>'),
      [`${AT}/a.md`]: bulletin('Một', '', 'Truyện Infinity, NaN.\n'),
    })
    expect(found.map(({ told }) => told)).toEqual([
      'templates/not-found.njk:5:18 audit/leftover Infinity',
      'templates/search.njk:4:7 audit/leftover NaN',
    ])
  })

  it('of several pages of one template is told once, with a page to look at', async () => {
    const found = await audited({
      'templates/rieng.njk': frame('<p id="x">{{ bulletin.title }}</p>\n<p id="x">Hai</p>'),
      ...Object.fromEntries([1, 2, 3, 4].map((n) => [`${AT}/${n}.md`, bulletin(`Bài ${n}`, 'layout: rieng\n')])),
    })
    expect(found).toEqual([
      {
        told: 'templates/rieng.njk:5:4 audit/id-twice x',
        pages: 4,
        others: 0,
        page: expect.stringMatching(/^\/2023\/\d\/$/),
        templates: ['rieng.njk'],
      },
    ])
  })

  it('that one line makes anew on each page is told once, with how many more there are; a few are told each', async () => {
    const files = (count: number) => ({
      'templates/rieng.njk': frame('<p class="in"><a href="/in{{ bulletin.href }}">In</a></p>'),
      ...Object.fromEntries(
        Array.from({ length: count }, (_, n) => [`${AT}/bai-${n}.md`, bulletin(`Bài ${n}`, 'layout: rieng\n')]),
      ),
    })
    const many = await audited(files(5))
    expect(many.map(({ told, pages, others }) => [told.replace(/\d\/$/, ''), pages, others])).toEqual([
      ['templates/rieng.njk audit/dead-link /in/2023/bai-', 5, 4],
    ])
    open?.close()
    const few = await audited(files(3))
    expect(few.map(({ pages, others }) => [pages, others])).toEqual([
      [1, 0],
      [1, 0],
      [1, 0],
    ])
  })
})

it('a portal below a path: a link that forgets the path is dead, one of another portal on the host is not ours', async () => {
  const found = await audited({
    'content/portal.yml': PORTAL_YML.replace('https://xuanhoa.example.vn/', 'https://tinh.example.vn/xuan-hoa/'),
    'templates/rieng.njk': frame(
      [
        '<a href="/xuan-hoa/luu-tru/">Lưu trữ</a> <a href="../../luu-tru/">Lưu trữ</a> <a href="/xuan-hoa">Trang chủ</a>',
        '<a href="https://tinh.example.vn/xa-khac/">Xã khác</a> <a href="https://tinh.example.vn/xuan-hoa/luu-tru/">Lưu trữ</a>',
        '<a href="/luu-tru/">Lưu trữ</a>',
        '<a href="https://tinh.example.vn/xuan-hoa/mat/">Mất</a>',
      ].join('\n'),
    ),
    [`${AT}/a.md`]: bulletin('Một', 'layout: rieng\n'),
  })
  expect(found.map(({ told }) => told)).toEqual([
    'templates/rieng.njk:6:9 audit/dead-link /luu-tru/',
    'templates/rieng.njk:7:9 audit/dead-link https://tinh.example.vn/xuan-hoa/mat/',
  ])
})

describe('what strangers leave in templates', () => {
  const page = (main: string) => ({
    [`${AT}/mot.md`]: bulletin('Một', 'layout: rieng\n'),
    'templates/rieng.njk': `{% extends "base.njk" %}\n{% block main %}\n<h1>Bài</h1>\n${main}\n{% endblock %}\n`,
  })
  it.each([
    ['<script>alert(1)</script>', '4:1 audit/blocked <script>'],
    ['<p style="color: red">x</p>', '4:4 audit/blocked style="color: red"'],
    ['<p onclick="x()">x</p>', '4:4 audit/blocked onclick="x()"'],
    ['<img alt="" src="//a.example/x.png">', '4:13 audit/blocked <img alt src="//a.example/x.png">'],
    ['<iframe title="x" src="/a"></iframe>', null],
    ['<form action="https://a.example/"><p>x</p></form>', '4:1 audit/blocked <form action="https://a.example/">'],
    ['<p hidden><a href="https://a.example/">x</a></p>', '4:11 audit/hidden-link <a href="https://a.example/">'],
    ['<a href="https://nhacaiuytin.example/">x</a>', '4:10 audit/gambling https://nhacaiuytin.example/'],
    ['<p>Chơi KUBET</p>', '4:9 audit/gambling KUBET'],
    [
      '<p>x</p><a href="https://xuanhoa.example.vn/">x</a><img alt="" src="https://xuanhoa.example.vn/favicon.svg">',
      null,
    ],
  ])('%s', async (main, expected) => {
    const told = (await audited(page(main))).map((one) => one.told).filter((one) => /blocked|hidden|gambling/.test(one))
    if (expected !== null) expect(told).toEqual([`templates/rieng.njk:${expected}`])
    else if (main.includes('iframe')) expect(told).toHaveLength(1)
    else expect(told).toEqual([])
  })

  it.each<readonly [string, boolean]>([
    ['display:none', true],
    ['font-size:0', true],
    ['font-size: 0px;', true],
    ['font-size: 1px', true],
    ['opacity: 0.0', true],
    ['position:absolute;left:-9999px', true],
    ['position: absolute; left: -99em', true],
    ['text-indent:-9999px', true],
    ['color: transparent', true],
    ['background: white; color: #FFF', true],
    ['color:#ffffff !important;background-color:#fff', true],
    ['font-size: 0.9rem', false],
    ['opacity: 0.8', false],
    ['margin-left: -10px', false],
    ['color: #fff; background: #004', false],
    ['border-color: transparent', false],
  ])('a link with the style %s is hidden: %s', async (style, expected) => {
    const link = `<a href="https://a.example/" style="${style}">x</a>`
    const around = `<div style="${style}"><p><a href="https://a.example/">x</a></p></div>`
    for (const main of [link, around]) {
      const told = (await audited(page(main))).filter((one) => one.told.includes('audit/hidden-link'))
      expect([main, told.length]).toEqual([main, expected ? 1 : 0])
    }
  })

  it('is not what a bulletin says itself', async () => {
    const told = await audited({ [`${AT}/mot.md`]: bulletin('Triệt phá nhà cái cá độ', 'accept: [words/gambling]\n') })
    expect(told.filter((one) => one.told.includes('gambling'))).toEqual([])
  })
})
