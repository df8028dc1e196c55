import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, describe, expect, it } from 'vitest'
import { byVariant } from '../../src/cli/compose.ts'
import { build } from '../../src/pipeline/build.ts'
import { memorySink } from '../../src/pipeline/write.ts'
import { counted, rememberEach } from '../../src/speed/remember.ts'
import { bulletin, CATEGORIES_YML, PORTAL_YML, portal, type TestPortal } from '../portal.ts'
import { xlsx } from '../zip.ts'
import { templateNames } from './render/default-theme.ts'

let open: TestPortal | null = null
const make = (files: Parameters<typeof portal>[0]): TestPortal => {
  open = portal(files)
  return open
}
afterEach(() => {
  open?.close()
  open = null
})

const AT = 'content/bulletins/2023/hoi-nghi/index.md'
const withLine = (line: string): string =>
  `---\ntitle: Hội nghị\ndate: 13/01/2023\ncategory: tin-tuc\nsummary: Bàn về vụ xuân.\n${line}\n---\nNội dung.\n`

describe('front matter that cannot be used is refused at its line', () => {
  it.each([
    ['no front matter', 'Chỉ có chữ.\n', ':1:1 front-matter/missing'],
    ['an empty file', '', ':1:1 front-matter/missing'],
    ['a blank line first', `\n${bulletin('Hội nghị')}`, ':2:1 front-matter/not-first'],
    ['a blank before the dashes', ` ${bulletin('Hội nghị')}`, ':1:2 front-matter/not-first'],
    ['code as front matter', '---js\n({title: "x"})\n---\n', ':1:1 front-matter/opening'],
    ['JSON as front matter', '---json\n{"title": "x"}\n---\n', ':1:1 front-matter/opening'],
    ['four dashes', '----\ntitle: x\n----\n', ':1:1 front-matter/opening'],
    ['no end', '---\ntitle: Hội nghị\n', ':1:1 front-matter/unclosed'],
    ['text after the end', `${'---\ntitle: Hội nghị\n'}--- ghi chú\nNội dung\n`, ':3:1 front-matter/closing'],
    ['a key twice', withLine('title: Lần hai'), ':6:1 yaml/duplicate-key'],
    ['an anchor', withLine('tags: &a [x]'), ':6:7 yaml/alias'],
    ['a tag', withLine("unit: !!js/function 'x'"), null],
    ['a prototype key', withLine('__proto__: {x: 1}'), ':6:1 yaml/forbidden-key'],
    ['a misspelt key', withLine('tilte: x'), ':6:1 field/unknown'],
    ['an id of an author that is in no register', withLine('authors: [Lê Thơ, le-thoo]'), ':6:19 register/unknown'],
    ['an id of a unit that is in no register', withLine('unit: ubnd-xaa'), ':6:7 register/unknown'],
    ['a title in quotation marks that is none', bulletin('').replace('title: ', "title: ''"), ':2:8 field/empty'],
    ['a title of blanks', bulletin('').replace('title: ', 'title: " \u200B\u00A0"'), ':2:8 field/empty'],
    ['the template of another page', withLine('layout: category'), ':6:9 layout/unknown'],
    ['the template of standing pages', withLine('layout: page'), ':6:9 layout/unknown'],
    [
      'a list for a title',
      '---\ntitle:\n  - a\ndate: 13/01/2023\ncategory: tin-tuc\nsummary: x\n---\n',
      ':3:3 field/type',
    ],
  ])('%s', async (_, text, expected) => {
    const said = await make({ [AT]: text }).says()
    if (expected === null) expect(said.filter((line) => line.includes('error'))).toEqual([])
    else expect(said).toContain(AT + expected)
  })

  it('takes no template of the tool for a bulletin but its own', async () => {
    const names = templateNames.flatMap((name) => /^([^/]+)\.njk$/.exec(name)?.[1] ?? [])
    expect(names).toContain('bulletin')
    const files = names.map((name) => [
      `content/bulletins/2023/${name}.md`,
      bulletin(name, `layout: ${name}\n`, `Bài ${name}.\n`),
    ])
    const said = await make({ ...Object.fromEntries(files), 'templates/rieng.njk': '' }).says()
    expect(said.map((line) => line.replace(/^.*\/(.+)\.md:.* /, '$1 ')).sort()).toEqual(
      names.flatMap((name) => (name === 'bulletin' ? [] : `${name} layout/unknown`)).sort(),
    )
  })

  it('tells what else is wrong beside a key that may not be', async () => {
    const said = await make({ [AT]: withLine('__proto__: {x: 1}\nupdated: hôm qua\ndate: x') }).says()
    const errors = said.filter((line) => line.startsWith(AT))
    expect(errors.map((line) => line.slice(AT.length))).toEqual([
      ':6:1 yaml/forbidden-key',
      expect.stringMatching(/^:7:10 date\//),
      ':8:1 yaml/duplicate-key',
    ])
  })

  it('takes keys in Vietnamese or with capitals for what they mean, and does not tell them to be missing besides', async () => {
    const written =
      '---\nTiêu đề: Hội nghị\nNgày đăng: 13/01/2023\nCategory: tin-tuc\nTÁC GIẢ: Lê Thơ\nsapo: x\nMàu: đỏ\n---\nLời.\n'
    const { diagnostics } = await make({ [AT]: written.normalize('NFD') }).build()
    const told = diagnostics.flatMap(({ diagnostic: { severity, code, params } }) =>
      severity !== 'error' ? [] : [`${code} ${'nearest' in params ? params.nearest : ''}`],
    )
    expect(told).toEqual([
      'field/unknown title',
      'field/unknown date',
      'field/unknown category',
      'field/unknown authors',
      'field/unknown summary',
      'field/unknown null',
    ])
  })

  it('tells of links that lead nowhere and of templates that cannot be read in one run', async () => {
    const one = make({
      [AT]: bulletin('Một', '', 'Xem [trang](/khong-co/).\n'),
      'templates/rieng.njk': '{% if bulletin %}\n{% include "parts/rieng.njk" %}\n',
      'templates/parts/rieng.njk': 'Riêng\n',
    })
    expect(await one.says()).toEqual([`${AT}:7:13 link/broken`, 'templates/rieng.njk:1:1 template/syntax'])
    expect((await one.build()).outputs.size).toBe(0)
  })

  it('warns of copies of a bulletin, and of none that is another to readers', async () => {
    const same = bulletin('Biểu thu', '', 'Xem tệp đính kèm.\n')
    const withFile = (file: string) =>
      bulletin('Lịch họp', `attachments: [{src: ${file}, title: Biểu mẫu}]\n`, 'Xem tệp đính kèm.\n')
    const one = make({
      [AT]: bulletin('Tên khác', '', 'Xem tệp đính kèm.\n'),
      'content/bulletins/2023/bieu-thu.md': same,
      'content/bulletins/2023/bieu-thu - Copy/index.md': same,
      'content/bulletins/2023/bieu-thu-nhap.md': same.replace('\n---\n', '\ndraft: true\n---\n'),
      'content/bulletins/2023/thang-sau.md': same.replace('13/01/2023', '13/02/2023'),
      'content/bulletins/2023/lich/index.md': withFile('a.pdf'),
      'content/bulletins/2023/lich/a.pdf': '%PDF-1.4 thu',
      'content/bulletins/2023/lich 2/index.md': withFile('b.pdf'),
      'content/bulletins/2023/lich 2/b.pdf': '%PDF-1.4 chi',
    })
    expect(await one.says()).toEqual(['content/bulletins/2023/bieu-thu - Copy/index.md words/twice'])
  })

  it('warns of a bulletin without words, but not of one that is a film, a photo, a draft or was withdrawn', async () => {
    const empty = (more = '') => bulletin('Một', more, '')
    const one = make({
      [AT]: empty(),
      'content/bulletins/2023/phim.md': bulletin('Phim', '', '[](https://www.youtube.com/watch?v=abcdefghijk)\n'),
      'content/bulletins/2023/nhap.md': empty('draft: true\n').replace('Một', 'Hai'),
      'content/bulletins/2023/thu-hoi.md': empty('withdrawn: {date: 14/01/2023, reason: Nhầm.}\n').replace('Một', 'Ba'),
      'content/bulletins/2023/anh/index.md': empty(
        'cover: a.png\nimages: [{src: a.png, caption: Hội, alt: Hội}]\n',
      ).replace('Một', 'Bốn'),
      'content/bulletins/2023/anh/a.png': await sharp({
        create: { width: 40, height: 30, channels: 3, background: '#8a3324' },
      })
        .png()
        .toBuffer(),
    })
    expect((await one.says()).filter((line) => line.includes('words/'))).toEqual([`${AT} words/missing`])
  })

  it('takes corrections of the days between the first on which a bulletin was to be seen and its own', async () => {
    const more = 'publishAt: 01/01/2023\ncorrections: [{date: 05/01/2023, text: Sửa số liệu.}]\n'
    expect(await make({ [AT]: bulletin('Một', more) }).says()).toEqual([])
    const early = more.replace('05/01/2023', '31/12/2022')
    expect(await make({ [AT]: bulletin('Một', early) }).says()).toEqual([`${AT}:7:22 date/order`])
  })

  it('offers no key that is there', async () => {
    const { diagnostics } = await make({
      [AT]: bulletin('Một', 'Ngày đăng: 14/01/2023\ntác giả: A\nngười viết: B\n'),
    }).build()
    const told = diagnostics.flatMap(({ diagnostic: { code, params } }) =>
      code === 'field/unknown' && 'nearest' in params ? [params.nearest] : [],
    )
    expect(told).toEqual([null, 'authors', null])
  })

  it('names what is missing', async () => {
    const said = await make({ [AT]: '---\nsummary: x\n---\nNội dung\n' }).says()
    expect(said.filter((line) => line.endsWith('field/missing'))).toHaveLength(3)
  })
})

describe('days are checked as typed', () => {
  it.each([
    ['31/02/2023', 'date/no-such-day'],
    ['13/13/2023', 'date/no-such-day'],
    ['2023-02-31', 'date/no-such-day'],
    ['29/02/2023', 'date/no-such-day'],
    ['13/01/23', 'date/short-year'],
    ['hôm qua', 'date/form'],
    ['13/01/2023 25:00', 'date/no-such-time'],
  ])('%s', async (date, code) => {
    const text = `---\ntitle: Hội nghị\ndate: ${date}\ncategory: tin-tuc\nsummary: x\n---\nNội dung\n`
    expect(await make({ [AT]: text }).says()).toEqual([`${AT}:3:7 ${code}`])
  })

  it('accepts the ways people write them', async () => {
    const forms = [
      '13/1/2023',
      '13-01-2023',
      '2023-01-13',
      '13/01/2023 16:20',
      '13/01/2023 16h20',
      '2023-01-13T16:20:00+07:00',
    ]
    for (const date of forms) {
      const one = portal({
        [AT]: `---\ntitle: Hội nghị\ndate: ${date}\ncategory: tin-tuc\nsummary: x\n---\nNội dung\n`,
      })
      const { site } = await one.build()
      expect(site?.standings[0]?.bulletin.date).toBe('2023-01-13')
      one.close()
    }
  })
})

describe('days in the wrong order are named as they were given', () => {
  it.each([
    ['the day alone', 'expireAt: 01/01/2023', '“date” (ngày của bài) lại sau'],
    ['a day of publishing', 'publishAt: 14/01/2023\nexpireAt: 13/01/2023', '“publishAt” lại sau'],
    ['a day of publishing that is none', 'publishAt: hôm qua\nexpireAt: 01/01/2023', '“date” (ngày của bài) lại sau'],
  ])('%s', async (_, lines, said) => {
    expect((await make({ [AT]: withLine(lines) }).words()).join()).toContain(said)
  })
})

describe('what became of a bulletin was not before its day', () => {
  it.each([
    ['updated: 12/01/2023', '6:10', 'updated'],
    ['corrections: [{date: 13/01/2023, text: x}, {date: 12/01/2023, text: y}]', '6:51', 'corrections'],
    ['corrections:\n  - text: x\n    date: 31/12/2022', '8:11', 'corrections'],
    ['withdrawn: {reason: Nhầm, date: 12/01/2023 23:59}', '6:33', 'withdrawn'],
  ])('%j', async (lines, place, field) => {
    const one = make({ [AT]: withLine(lines) })
    expect(await one.says()).toEqual([`${AT}:${place} date/order`])
    expect((await one.words()).join()).toContain(`lại sau thời điểm ghi ở “${field}”`)
  })

  it.each([
    'updated: 13/01/2023',
    'corrections: [{date: 13/01/2023, text: x}]',
    'withdrawn: {date: 13/01/2023, reason: x}',
  ])('%s is the same day', async (lines) => {
    expect(
      await make({ [AT]: withLine(lines).replace('date: 13/01/2023\n', 'date: 13/01/2023 16:20\n') }).says(),
    ).toEqual([])
  })
})

describe('what is missing inside a field can be put there as it is told', () => {
  /** A declaration with one remedy of the messages done to it: a line below the place, or braces for braces. */
  const mended = (text: string, at: string, pasted: string): string => {
    const lines = text.split('\n')
    const number = Number(/:(\d+):/.exec(at)?.[1])
    const typed = lines[number - 1] ?? ''
    if (pasted.startsWith('{')) lines[number - 1] = typed.replace(/\{.*\}/, pasted)
    else lines.splice(number, 0, pasted)
    return lines.join('\n')
  }

  it.each([
    ['withdrawn: {reason: Nhầm}', 'withdrawn', '{date: 15/01/2023, reason: Nhầm}'],
    ["withdrawn: {reason: 'Nhầm: 2 số, 1 chữ'}", 'withdrawn', "{date: 15/01/2023, reason: 'Nhầm: 2 số, 1 chữ'}"],
    ['withdrawn:\n  reason: Nhầm', 'withdrawn', '  date: 15/01/2023'],
    ['withdrawn:\n    reason: Nhầm', 'withdrawn', '    date: 15/01/2023'],
    ['corrections: [{text: Sửa số liệu}]', 'corrections', '{date: 15/01/2023, text: Sửa số liệu}'],
    ['corrections:\n  - text: Sửa số liệu', 'corrections', '    date: 15/01/2023'],
    ['corrections:\n- text: Sửa số liệu\n- {date: 16/01/2023, text: x}', 'corrections', '  date: 15/01/2023'],
    [
      'corrections:\n  - {text: Sửa}\n  - date: 16/01/2023\n    text: x',
      'corrections',
      '{date: 15/01/2023, text: Sửa}',
    ],
    ['source: {url: https://baothanhhoa.vn/}', 'source', '{name: Báo Thanh Hóa, url: https://baothanhhoa.vn/}'],
  ])('%j', async (lines, field, pasted) => {
    const one = make({ [AT]: withLine(lines) })
    const [words = ''] = await one.words()
    expect(words).toContain(`Trong mục “${field}” còn thiếu`)
    expect(words.split('\n').at(-1)).toBe(pasted)
    const [at = ''] = await one.says()
    one.write(AT, mended(withLine(lines), at, pasted))
    expect(await one.says()).toEqual([])
  })

  it('and a place in it that is to be filled in is told', async () => {
    const one = make({ [AT]: withLine('withdrawn: {}') })
    const pasted = (await one.words())[0]?.split('\n').at(-1) ?? ''
    expect(pasted).toBe("{date: 15/01/2023, reason: '[điền: …]'}")
    one.write(AT, withLine(`withdrawn: ${pasted}`))
    expect(await one.says()).toEqual([`${AT}:6:40 words/to-fill`])
  })

  it.each([
    ['- name: Ban Dân vận\n', '  id: ban-dan-van'],
    ['- {name: Ban Dân vận}\n', '{id: ban-dan-van, name: Ban Dân vận}'],
    ['- name: "?"\n', '  id: ubnd-huyen'],
  ])('%j of a list', async (units, pasted) => {
    const one = make({ [AT]: bulletin('Một'), 'content/units.yml': units })
    expect((await one.words()).join().split('\n').at(-1)).toBe(pasted)
    one.write('content/units.yml', mended(units, (await one.says())[0] ?? '', pasted))
    expect(await one.says()).toEqual([])
  })
})

describe('names and addresses', () => {
  it('names both of two bulletins with one address', async () => {
    const said = await make({
      'content/bulletins/2023/hoi-nghi/index.md': bulletin('Một'),
      'content/bulletins/khac/Hội nghị/index.md': bulletin('Hai'),
    }).words()
    expect(said.join()).toContain('content/bulletins/2023/hoi-nghi/index.md')
  })

  it('says of every stray file what it is', async () => {
    const said = await make({
      'content/bulletins/2023/a/index.md': bulletin('Một'),
      'content/bulletins/2023/a/index - Copy.md': 'x',
      'content/bulletins/2023/a/bản thảo.docx': 'x',
      'content/bulletins/2023/a/Thumbs.db': 'x',
      'content/bulletins/2023/a/~$bản thảo.docx': 'x',
      'content/bulletins/2023/a/index.md.bak': 'x',
      'content/bulletins/2023/a/index.md.orig': 'x',
      'content/bulletins/2023/b/index.md.txt': bulletin('Hai'),
      'content/bulletins/2023/c/THO 1.png': 'x',
      'content/ghi chú.txt': 'x',
    }).says()
    expect(said).toEqual([
      'content/bulletins/2023/a/index - Copy.md file/almost-index',
      'content/bulletins/2023/a/index.md file/stray',
      'content/bulletins/2023/b/index.md.txt file/almost-index',
      'content/bulletins/2023/c file/no-index',
      'content/ghi chú.txt file/stray',
    ])
  })

  it('has no copy beside index.md renamed to it', async () => {
    const copy = make({
      'content/bulletins/2023/a/index.md': bulletin('Một'),
      'content/bulletins/2023/a/index (1).md': bulletin('Một'),
    })
    copy.write('content/bulletins/2023/b/index.md', bulletin('Hai', '', 'Chuyện khác.\n'))
    copy.write('content/bulletins/2023/b/index.md.old', bulletin('Hai'))
    expect(await copy.says()).toEqual([
      'content/bulletins/2023/a/index (1).md file/almost-index',
      'content/bulletins/2023/b/index.md.old file/almost-index',
    ])
    const [said = ''] = await copy.words()
    expect(said).toContain('xóa tệp này')
    expect(said).not.toContain('Đổi tên')
  })

  it.each(['index.docx', 'Index.DOC', 'index (1).pdf', 'index.rtf', 'index.odt'])(
    'has the text copied out of %s, which no name makes a bulletin',
    async (name) => {
      const one = make({ [`content/bulletins/2023/a/${name}`]: 'x', [AT]: bulletin('Một') })
      const words = (await one.words()).join()
      expect(words).toContain('chép phần chữ sang')
      expect(words).not.toContain('Đổi tên tệp thành')
      one.write('content/bulletins/2023/a/index.md', bulletin('Hai'))
      const left = await one.says()
      expect(left).toEqual([expect.stringMatching(/a\/index\.md (?:file\/stray|attachment\/unused)$/)])
    },
  )

  it('takes a picture called index for a picture', async () => {
    const picture = await sharp({ create: { width: 960, height: 720, channels: 3, background: '#b3131b' } })
      .jpeg()
      .toBuffer()
    const one = make({
      [AT]: bulletin('Một', '', '![Quang cảnh hội nghị](index (1).jpg)\n'),
      'content/bulletins/2023/hoi-nghi/index (1).jpg': picture,
    })
    expect(await one.says()).toEqual([])
  })

  it.each(['cai.exe', 'thu.rtf', 'phim.mov'])('does not offer to attach %s, which may not be', async (name) => {
    const words = (await make({ [AT]: bulletin('Một'), [`${AT.replace('index.md', name)}`]: 'x' }).words()).join()
    expect(words).toContain('không đính kèm được')
    expect(words).not.toContain('attachments:')
  })

  it.each([
    ['anh.tiff', 'II*\0\x08\0\0\0\0\0', '![[điền: ảnh chụp ai, đang làm gì, ở đâu]](anh.jpg)'],
    ['so do.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', '![[điền: ảnh chụp ai, đang làm gì, ở đâu]](so do.jpg)'],
  ])('has %s saved as another format before it is shown', async (name, bytes, shown) => {
    const words = (await make({ [AT]: bulletin('Một'), [`${AT.replace('index.md', name)}`]: bytes }).words()).join()
    expect(words).toContain('lưu lại thành JPG')
    expect(words).toContain(shown)
  })

  it('names an unused file below the folder of a bulletin as the bulletin would', async () => {
    const one = make({ [AT]: bulletin('Một'), [AT.replace('index.md', 'tep/phu luc.xlsx')]: xlsx() })
    const line = (await one.words()).join().split('\n').at(-1) ?? ''
    one.write(AT, withLine(line.replace("'[điền: tên tài liệu]'", 'Biểu mẫu')))
    expect(await one.says()).toEqual([])
  })

  it('says of a stray file what may be done where it lies', async () => {
    const words = await make({
      'content/bulletins/2023/a/index.md': bulletin('Một'),
      'content/bulletins/2023/a/nháp.md': 'x',
      'content/bulletins/2023/a/lời mời.docx': 'x',
      'content/pages/gioi-thieu/index.md': '---\ntitle: Giới thiệu\n---\nLời.\n',
      'content/pages/gioi-thieu/sơ đồ.docx': 'x',
      'content/chuyen-muc.yml': '[]',
    }).words()
    const of = (name: string) => words.filter((text) => text.includes(`“${name}”`))
    expect(of('nháp.md')).toEqual([expect.stringContaining('content/bulletins')])
    expect(of('lời mời.docx')).toEqual([expect.stringMatching(/cạnh bài.*attachments/s)])
    expect(of('sơ đồ.docx')).toEqual([expect.stringMatching(/cạnh trang.*attachments/s)])
    expect(of('chuyen-muc.yml')).toEqual([expect.stringMatching(/không được đăng.*content\/static.*categories\.yml/s)])
    expect(of('chuyen-muc.yml').join()).not.toMatch(/attachments|của bài/)
  })

  it('takes the quotation marks of Word around names for none of theirs', async () => {
    const at = (name: string) => `content/bulletins/2023/${name}.md`
    const one = make({
      [at('a')]: bulletin('Một', 'authors: [“Lê Thơ”, “Khắc Cường”]\ntags: [“nông thôn mới”]\n'),
      [at('b')]: bulletin('Hai', 'authors: “Lê Thơ, Khắc Cường”\n'),
      [at('c')]: bulletin('Ba', 'authors: “Lê Thơ”, “Khắc Cường”\ntags: nông thôn mới\n'),
      [at('d')]: bulletin('Bốn', 'authors: [“Út” Lê, “Đội ‘Sao đỏ’”]\n'),
    })
    const { site, diagnostics } = await one.build()
    expect(diagnostics).toEqual([])
    const said = site?.standings.map(({ bulletin: { authors, tags } }) => [...authors.map(({ name }) => name), ...tags])
    expect(said?.map((names) => names.join(' ')).sort()).toEqual([
      'Lê Thơ Khắc Cường',
      'Lê Thơ Khắc Cường nông thôn mới',
      'Lê Thơ Khắc Cường nông thôn mới',
      '“Út” Lê Đội ‘Sao đỏ’',
    ])
  })

  it('takes the beginning of one section for that, and of two for neither', async () => {
    const one = make({
      'content/categories.yml':
        '- {id: a, name: Văn hóa - Xã hội}\n- {id: b, name: Kinh tế biển}\n- {id: c, name: Kinh tế rừng}\n',
      'content/bulletins/2023/a.md': bulletin('Một').replace(/category: .*/, 'category: Văn hoá'),
      'content/bulletins/2023/b.md': bulletin('Hai').replace(/category: .*/, 'category: Kinh tế'),
    })
    const { diagnostics } = await one.build()
    const near = diagnostics.flatMap(({ diagnostic: { params } }) =>
      'nearestName' in params ? [params.nearestName] : [],
    )
    expect(near).toEqual(['Văn hóa - Xã hội', null])
  })

  it('puts a section without order behind the one before it', async () => {
    const rows = [
      '{id: a, name: A, order: 10}',
      '{id: b, name: B, order: 30}',
      '{id: c, name: C}',
      '{id: d, name: D, order: 20}',
    ]
    const one = make({ 'content/categories.yml': rows.map((row) => `- ${row}\n`).join('') })
    const { site } = await one.build()
    expect(site?.config.categories.map(({ id }) => id)).toEqual(['a', 'd', 'b', 'c'])
  })

  it('keeps authors and tags apart that differ only by tone marks, and joins both places of a mark', async () => {
    const one = make({
      'content/bulletins/2023/a.md': bulletin('Một', 'authors: [Nguyễn Văn Dũng]\ntags: [hòa giải]\n'),
      'content/bulletins/2023/b.md': bulletin('Hai', 'authors: [Nguyễn Văn Dung]\ntags: [hoà giải]\n'),
    })
    expect(await one.says()).toEqual(['content/bulletins/2023/b.md:6:11 name/alike'])
    one.write('content/authors.yml', '- {id: van-dung-xuan-hoa, name: Nguyễn Văn Dung}\n')
    const { ok, outputs } = await one.build()
    expect(ok).toBe(true)
    const paths = [...outputs.keys()].filter((path) => /^(tac-gia|tu-khoa)\/[^/]+\/index\.html$/.test(path))
    expect(paths.sort()).toEqual([
      'tac-gia/nguyen-van-dung/index.html',
      'tac-gia/van-dung-xuan-hoa/index.html',
      'tu-khoa/hoa-giai/index.html',
    ])
  })

  it('refuses addresses of the tool, odd aliases, and names of which nothing is left', async () => {
    const said = await make({
      [AT]: withLine('aliases: [/tin cũ/, "/a/../b/", /chuyen-muc/x/]'),
      'content/pages/tim-kiem.md': '---\ntitle: Tìm kiếm\n---\nx\n',
      'content/bulletins/2023/🎉/index.md': bulletin('Chúc mừng'),
    }).says()
    expect(said.map((line) => line.split(' ').at(-1)).sort()).toEqual([
      'address/form',
      'address/form',
      'address/reserved',
      'address/reserved',
      'slug/empty',
    ])
  })

  it.skipIf(process.platform === 'win32')('follows no link out of content', async () => {
    const one = make({ [AT]: bulletin('Một', 'images: [{src: mật.png}, {src: ../../../portal.yml}]\n') })
    symlinkSync('/etc/passwd', join(one.root, 'content/bulletins/2023/hoi-nghi/mật.png'))
    symlinkSync('/etc', join(one.root, 'content/static'))
    const said = await one.says()
    expect(said).toContain('content/bulletins/2023/hoi-nghi/mật.png file/link-out')
    expect(said).toContain('content/static file/link-out')
    expect(said.some((line) => line.endsWith('image/outside'))).toBe(true)
  })
})

describe('pictures', () => {
  const dot = () => sharp({ create: { width: 40, height: 30, channels: 3, background: '#357' } })

  it.each([
    ['../khac/a.png', 'image/outside'],
    ['/etc/passwd', 'image/outside'],
    ['C:\\anh\\a.png', 'image/outside'],
    ['file:///etc/passwd', 'image/outside'],
    ['http://169.254.169.254/a.png', 'image/remote'],
    ['data:image/png;base64,AAAA', 'image/remote'],
    ['THO 2.png', 'image/missing'],
  ])('%s → %s', async (src, code) => {
    const one = make({ [AT]: bulletin('Một', '', `![Đại biểu dự hội nghị](${src})\n`) })
    expect((await one.says()).filter((line) => line.includes(' image/'))).toEqual([`${AT}:7:25 ${code}`])
  })

  it('names the nearest file for one that is missing', async () => {
    const one = make({
      [AT]: bulletin('Một', '', '![Đại biểu](THO2.png)\n'),
      'content/bulletins/2023/hoi-nghi/THO 2.png': await dot().png().toBuffer(),
    })
    expect((await one.words()).join('\n')).toContain('THO 2.png')
  })

  it('refuses what is no picture, and says what it is', async () => {
    const png = await dot().png().toBuffer()
    const noise = { type: 'gaussian' as const, mean: 99, sigma: 60 }
    const jpeg = await sharp({ create: { width: 900, height: 900, channels: 3, noise, background: '#000' } })
      .jpeg()
      .toBuffer()
    const files: readonly (readonly [string, Uint8Array | string, string])[] = [
      ['rong.jpg', '', 'image/empty'],
      ['cat.jpg', jpeg.subarray(0, 9000), 'image/broken'],
      ['trang.jpg', '<!DOCTYPE html><p>Not found', 'image/not-image'],
      ['ve.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg'],
      [
        'iphone.heic',
        Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(40)]),
        'image/heic',
      ],
      [
        'iphone.jpg',
        Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(40)]),
        'image/heic',
      ],
    ]
    const one = make({
      [AT]: bulletin('Một', '', files.map(([name]) => `![Quang cảnh hội nghị](${name})\n`).join('\n')),
    })
    for (const [name, bytes] of files) one.write(`content/bulletins/2023/hoi-nghi/${name}`, bytes)
    const said = (await one.says()).map((line) => line.replace(/^.*:(\d+):\d+ /, '$1 '))
    expect(said).toEqual(files.map(([, , code], index) => `${7 + index * 2} ${code}`))
    one
      .write(AT, bulletin('Một', '', '![Đại biểu dự hội nghị](that.jpg)\n'))
      .write('content/bulletins/2023/hoi-nghi/that.jpg', png)
    const { ok, outputs } = await one.build()
    expect(ok).toBe(true)
    expect([...outputs.keys()].some((path) => /hoi-nghi-[0-9a-f]{8}-40\.jpg$/.test(path))).toBe(true)
  })

  it('finds out while encoding that a picture is damaged inside, and publishes nothing', async () => {
    const noise = { type: 'gaussian' as const, mean: 99, sigma: 60 }
    const bytes = await sharp({ create: { width: 300, height: 300, channels: 3, noise, background: '#000' } })
      .png()
      .toBuffer()
    bytes.fill(0x55, 50_000, 50_500)
    const one = make({
      [AT]: bulletin('Một', '', '![Đại biểu dự hội nghị](anh.png)\n'),
      'content/bulletins/2023/hoi-nghi/anh.png': bytes,
    })
    expect(await one.says()).toEqual([])
    const { ok, diagnostics, outputs } = await one.build()
    expect(ok).toBe(false)
    const errors = diagnostics.filter(({ diagnostic }) => diagnostic.severity === 'error')
    // Of a gallery that names none by itself each is told.
    one
      .write(AT, bulletin('Một', 'gallery: {photos: all, caption: Hội nghị}\n'))
      .write('content/bulletins/2023/hoi-nghi/hai.png', Buffer.from(bytes).fill(0x56, 50_000, 50_500))
    const both = (await one.build()).diagnostics.flatMap(({ diagnostic: { code, params } }) =>
      code === 'image/broken' && 'name' in params ? [params.name] : [],
    )
    expect([...both].sort()).toEqual(['anh.png', 'hai.png'])
    expect(errors.map(({ file, diagnostic: { code, place } }) => `${file}:${place?.line} ${code}`)).toEqual([
      `${AT}:7 image/broken`,
    ])
    expect(outputs.size).toBe(0)
  })

  it('tells of pictures that are damaged inside beside all else that is wrong, and decodes none that it has made', async () => {
    const noise = { type: 'gaussian' as const, mean: 99, sigma: 60 }
    const whole = await sharp({ create: { width: 300, height: 300, channels: 3, noise, background: '#000' } })
      .png()
      .toBuffer()
    const shows = '![Đại biểu dự hội nghị](anh.png)\n'
    const folder = 'content/bulletins/2023'
    const one = make({
      [`${folder}/hoi-nghi/index.md`]: bulletin('Một', 'la-la: x\n', shows),
      [`${folder}/hai/index.md`]: bulletin('Hai', '', `${shows}\n[Xem](khong-co.md)\n`),
      [`${folder}/ba/index.md`]: bulletin('Ba', '', shows),
      [`${folder}/bon/index.md`]: bulletin('Bốn', '', shows),
      [`${folder}/bon/anh.png`]: whole,
    })
    for (const [name, sign] of [
      ['hoi-nghi', 0x55],
      ['hai', 0x56],
      ['ba', 0x57],
    ] as const)
      one.write(`${folder}/${name}/anh.png`, Buffer.from(whole).fill(sign, 50_000, 50_500))
    const decoded: string[] = []
    const store = new Map<string, Uint8Array>()
    const world = () => {
      const bare = one.world()
      const encode = counted(bare.steps.encode, ({ source }) => decoded.push(source.path))
      return { ...bare, steps: { ...bare.steps, encode: rememberEach(encode, store, byVariant) } }
    }
    const errors = async () =>
      (await build(world(), () => memorySink())).diagnostics
        .filter(({ diagnostic }) => diagnostic.severity === 'error')
        .map(({ file, diagnostic: { code, place } }) => `${file?.split('/')[3]}:${place?.line} ${code}`)
    expect([...(await errors())].sort()).toEqual([
      'ba:7 image/broken',
      'hai:7 image/broken',
      'hai:9 link/broken',
      'hoi-nghi:6 field/unknown',
      'hoi-nghi:8 image/broken',
    ])
    const sound = `${folder}/bon/anh.png`
    expect(decoded.filter((path) => path === sound)).toEqual([sound])
    await errors()
    expect(decoded.filter((path) => path === sound)).toEqual([sound])
  })

  it('lets no file name stand in the text as a line of words', async () => {
    const png = await dot().png().toBuffer()
    const one = make({
      [AT]: bulletin(
        'Một',
        '',
        'Hội nghị.\n\nTHO 2.png\n\n( a dung.jpg )\n\nXem tại https://gov.vn/anh.png\n\n![Đại biểu](THO 2.png)\n',
      ),
      'content/bulletins/2023/hoi-nghi/THO 2.png': png,
    })
    expect(await one.says([] as never, ['error'])).toEqual([
      `${AT}:9:1 image/name-in-text`,
      `${AT}:11:3 image/name-in-text`,
    ])
  })

  it('lets no file name stand in a sentence or a field either, however it is written', async () => {
    const one = make({
      [AT]: bulletin(
        'Một: ảnh THO 2.png',
        'unit: Ảnh IMG_2034.JPG của huyện\n',
        `Các đại biểu xem bức ảnh mang tên THO 3 (1).png tại hội nghị.\n\n${'Ảnh Thọ.jpeg'.normalize('NFD')} chụp chiều qua, cùng \`THO%202.png\` và \`anh.webp\`.\n`,
      ),
    })
    expect(await one.says([] as never, ['error'])).toEqual([
      `${AT}:2:17 image/name-in-text`,
      `${AT}:6:11 image/name-in-text`,
      `${AT}:8:35 image/name-in-text`,
      `${AT}:10:5 image/name-in-text`,
      `${AT}:10:36 image/name-in-text`,
      `${AT}:10:53 image/name-in-text`,
    ])
  })

  it('lets no file name stand where a picture was meant and is none, or where only readers see one', async () => {
    const lines = [
      '![](anh.webp',
      '![[anh.webp]]',
      '![THO 3 (1).webp]',
      'Xem ![[THO 3 (1).webp]] chiều qua.',
      'Ảnh anh2&#46;webp chụp ở xã.',
      'Ảnh anh3\\.jpg chụp ở huyện.',
      '![THO 4.png][chua-co]',
    ]
    const one = make({ [AT]: bulletin('Một', '', `${lines.join('\n\n')}\n`) })
    expect((await one.says([] as never, ['error'])).map((line) => line.replace(`${AT}:`, ''))).toEqual([
      '7:5 image/name-in-text',
      '9:4 image/name-in-text',
      '11:3 image/name-in-text',
      '13:8 image/name-in-text',
      '15:5 image/name-in-text',
      '17:5 image/name-in-text',
      '19:3 image/name-in-text',
    ])
    expect((await one.build()).outputs.size).toBe(0)
  })

  it('publishes only photos that have a place', async () => {
    const png = await dot().png().toBuffer()
    const images =
      'images:\n  - {src: a.png, caption: Đại biểu}\n  - {src: b.png, caption: Quang cảnh}\ngallery: {photos: [b.png]}\n'
    const one = make({
      [AT]: bulletin('Một', images),
      'content/bulletins/2023/hoi-nghi/a.png': png,
      'content/bulletins/2023/hoi-nghi/b.png': png,
    })
    expect(await one.says()).toEqual([`${AT} image/unused`])
    const { outputs } = await one.build()
    expect(
      [...outputs.keys()].filter((path) => path.startsWith('2023/hoi-nghi/') && path.endsWith('.jpg')),
    ).toHaveLength(1)
  })

  it('lets no file name out as caption, alt or title', async () => {
    const one = make({
      [AT]: bulletin('Một', 'attachments: [{src: ke hoach 12.pdf, title: ke hoach 12}]\n', '![THO 2.png](THO 2.png)\n'),
      'content/bulletins/2023/hoi-nghi/THO 2.png': await dot().png().toBuffer(),
      'content/bulletins/2023/hoi-nghi/ke hoach 12.pdf': '%PDF-1.4',
    })
    expect((await one.says([] as never, ['error'])).map((line) => line.split(' ').at(-1)).sort()).toEqual([
      'attachment/title-is-name',
      'image/caption-is-name',
    ])
  })

  it('finds decomposed and composed names, and forgives capitals with a warning', async () => {
    const name = 'Ảnh hội nghị.png'
    const one = make({ [AT]: bulletin('Một', '', `![Đại biểu](${name.normalize('NFC')})\n\n![Quang cảnh](tho.PNG)\n`) })
    one.write(`content/bulletins/2023/hoi-nghi/${name.normalize('NFD')}`, await dot().png().toBuffer())
    one.write('content/bulletins/2023/hoi-nghi/THO.png', await dot().png().toBuffer())
    expect(await one.says()).toEqual([`${AT}:9:15 image/case`])
  })
})

describe('links', () => {
  it.each([
    ['[x](javascript:alert(1))', 'link/unsafe'],
    ['[x](//evil.example/a)', 'link/unsafe'],
    ['[x](../../../../etc/passwd)', 'link/outside'],
    ['[x](../khong-co/index.md)', 'link/broken'],
    ['[x](/khong-co/)', 'link/broken'],
    ['[x](https://bit.ly/abc)', 'link/shortener'],
    ['[x](https://xn--80ak6aa92e.com/)', 'link/punycode'],
    ['[x](https://nha-cai.example/)', 'link/gambling'],
    ['[⠀](https://thanhhoa.gov.vn/)', 'link/no-words'],
    ['[ㅤ](https://thanhhoa.gov.vn/)', 'link/no-words'],
    ['[.](https://thanhhoa.gov.vn/)', 'link/no-words'],
    ['[x](https://www.gov.vn/redirect?url=https://kubet.com/)', 'link/redirect'],
    ['[x](https://www.gov.vn/redirect?url=https%253A%252F%252Fa.example)', 'link/redirect'],
    ['[x](https://www.gov.vn/tim-kiem?q=nh%C3%A0%20c%C3%A1i)', 'link/redirect'],
    ['[x](mailto:a@kubet.example)', 'link/gambling'],
    ['[x](mailto:a@gov.vn?subject=nha-cai)', 'link/gambling'],
    ['[x](https://la.example/)', 'link/host'],
    ['[x](https://user:pass@gov.vn/)', 'link/unsafe'],
    ['[x](ftp://gov.vn/)', 'link/unsafe'],
  ])('%s → %s', async (body, code) => {
    expect(await make({ [AT]: bulletin('Một', '', `${body}\n`) }).says()).toEqual([`${AT}:7:5 ${code}`])
  })

  it.each([
    '[https://chinhphu.vn/](https://abc.example.com/)',
    '[dichvucong.gov.vn](https://dichvucong.gov.vn.abc.example.com/)',
    '[Xem https://chinhphu.vn/](https://thanhhoa.gov.vn/)',
    '[ubnd@xa.gov.vn](mailto:ai@xa.example)',
  ])('tells words that promise another place, whatever is accepted, and offers no trust besides: %s', async (body) => {
    for (const accept of ['', 'accept: [link/host]\n']) {
      const one = make({ [AT]: bulletin('Một', accept, `${body}\n`) })
      expect((await one.says()).map((line) => line.split(' ').at(-1))).toEqual(['link/disguised'])
    }
  })

  it.each([
    '[tại https://dichvucong.gov.vn, mục Nộp hồ sơ](https://dichvucong.gov.vn/p/home/dvc-trang-chu.html)',
    '[Báo Thanh Hóa (https://baothanhhoa.vn)](https://baothanhhoa.vn/tin-moi)',
    '[“https://chinhphu.vn”…](https://chinhphu.vn/a)',
    '[ubnd@x.gov.vn.](mailto:ubnd@x.gov.vn)',
    '[fb.com/xuanhoa](https://www.facebook.com/xuanhoa)',
    '[Phim: https://youtu.be/abc](https://www.youtube.com/xa)',
    '[(\\*)](https://thanhhoa.gov.vn/)',
    '[»](https://dichvucong.gov.vn)',
    '[†](https://dichvucong.gov.vn)',
  ])('takes what people write around addresses for no other place: %s', async (body) => {
    const one = make({ [AT]: bulletin('Một', 'accept: [link/host]\n', `${body}\n`) })
    expect(await one.says()).toEqual([])
  })

  it.each([
    '[www.thanhhoa.gov.vn](https://thanhhoa.gov.vn/tin)',
    '[chinhphu.gov.vn](https://vanban.chinhphu.gov.vn/)',
    '[ke-hoach.pdf](https://thanhhoa.gov.vn/ke-hoach.pdf)',
    'https://thanhhoa.gov.vn/?q=a, www.thanhhoa.gov.vn và ubnd@xa.gov.vn',
    '[Mục 1](https://thanhhoa.gov.vn/?back=https://tinh.gov.vn/)',
    '[→](https://thanhhoa.gov.vn/)',
  ])('says nothing of %s', async (body) => {
    expect(await make({ [AT]: bulletin('Một', '', `${body}\n`) }).says()).toEqual([])
  })

  it.each([
    ['../hoi-ngh-xuan', '../hoi-nghi-xuan'],
    ['hoi-nghi-xuan', '../hoi-nghi-xuan'],
    ['../hoi-ngi-xuan/index.md', '../hoi-nghi-xuan/index.md'],
    ['../../2024/ke-hoac.md', '../../2024/ke-hoach.md'],
    ['ke-hoach.md', '../../2024/ke-hoach.md'],
    ['phu-lc.pdf', 'phu-luc.pdf'],
  ])('suggests for %s what leads there from here: %s', async (typed, meant) => {
    const linking = (href: string) => bulletin('Một', '', `[x](${href})\n`)
    const one = make({
      [AT]: linking(typed),
      'content/bulletins/2023/hoi-nghi/phu-luc.pdf': '%PDF-1.4',
      'content/bulletins/2023/hoi-nghi-xuan/index.md': bulletin('Hai'),
      'content/bulletins/2024/ke-hoach.md': bulletin('Ba'),
    })
    expect((await one.words()).join()).toContain(`thành:\n${meant}`)
    one.write(AT, linking(meant))
    expect((await one.says()).filter((line) => line.includes('link/'))).toEqual([])
  })

  it('leads to other bulletins by file path, to own attachments, and to known hosts', async () => {
    const one = make({
      [AT]: bulletin(
        'Một',
        '',
        '[bài trước](../khac/index.md), [Kế hoạch](ke hoach.pdf), [Cổng tỉnh](https://thanhhoa.gov.vn/)\n',
      ),
      'content/bulletins/2023/khac/index.md': bulletin('Hai'),
      'content/bulletins/2023/hoi-nghi/ke hoach.pdf': '%PDF-1.4',
    })
    const { ok, outputs } = await one.build()
    expect(ok).toBe(true)
    const html = Buffer.from(outputs.get('2023/hoi-nghi/index.html' as never) ?? []).toString()
    expect(html).toContain('href="/2023/khac/"')
    expect(html).toContain('href="/2023/hoi-nghi/ke-hoach.pdf"')
    expect(html).toMatch(/href="https:\/\/thanhhoa\.gov\.vn\/"[^>]*rel="[^"]*noopener/)
  })
})

describe('what is said', () => {
  it('is said in one run, of documents with other errors too', async () => {
    const one = make({
      [AT]: bulletin('Một', '', '[a](/khong/) [b](khong.md) [c](https://xuanhoa.example.vn/khong-co/)\n'),
    })
    expect((await one.says()).map((line) => line.replace(/^.*:(\d+:\d+ )/, '$1'))).toEqual([
      '7:5 link/broken',
      '7:18 link/broken',
      '7:32 link/broken',
    ])
  })

  it('is silenced by accept, whoever said it, and a code that does not exist is refused', async () => {
    const one = make({
      [AT]: bulletin('Một', 'accept: [link/unpublished]\n', '[nháp](../nhap.md)\n'),
      'content/bulletins/2023/nhap.md': bulletin('Nháp', 'draft: true\n'),
    })
    expect(await one.says()).toEqual([])
    one.write(AT, bulletin('Một', 'accept: [link/unpublishd]\n'))
    expect(await one.says()).toEqual([`${AT}:6:10 accept/unknown`])
  })

  it('names the line of an alias that is taken, once', async () => {
    const one = make({
      [AT]: bulletin('Một', 'aliases: [/cu/, /2023/hai/]\n'),
      'content/bulletins/2023/hai.md': bulletin('Hai'),
    })
    expect(await one.says()).toEqual([`${AT}:6:17 address/collision`])
  })

  it('tells of names that cannot be published', async () => {
    const one = make({ [AT]: bulletin('Một'), 'content/static/manifest.sha256': 'x' })
    expect(await one.says()).toEqual(['content/static/manifest.sha256 file/name'])
  })

  it.skipIf(process.platform === 'win32')('tells of names that Windows does not take', async () => {
    const names = ['con.txt', 'nul.png.txt', 'aux/a.txt', 'a./b.txt', 'mau .txt/c.txt', 'Com1']
    const files = Object.fromEntries(names.map((name) => [`content/static/${name}`, 'x']))
    const one = make({ [AT]: bulletin('Một', 'aliases: [/con/]\n'), ...files, 'content/static/contact.txt': 'x' })
    expect(await one.says()).toEqual([
      `${AT}:6:11 address/form`,
      ...['Com1', 'a./b.txt', 'aux/a.txt', 'con.txt', 'nul.png.txt'].map(
        (name) => `content/static/${name} file/reserved-name`,
      ),
    ])
    one.write('content/categories.yml', '- {id: con, name: Con người}\n')
    expect((await one.says()).filter((line) => line.includes('categories'))).toEqual([
      'content/categories.yml:1:8 file/reserved-name',
    ])
  })
})

it('more warnings than a call can take are told all the same', async () => {
  const many = 'TODO '.repeat(140_000)
  const list = `ten:\n- a\n${' - b\n'.repeat(140_000)}`
  const said = await make({
    [AT]: withLine('').replace(/\n---\n[\s\S]*$/, `\n---\n${many}\n`),
    'content/data/x.yml': list,
  }).says()
  expect(said.filter((line) => line.endsWith('words/leftover')).length).toBeGreaterThanOrEqual(140_000)
  expect(said.filter((line) => line.endsWith('yaml/syntax')).length).toBe(100)
}, 60_000)

describe('templates', () => {
  it('must be text in UTF-8 as bulletins must', async () => {
    const one = make({
      [AT]: bulletin('Một'),
      'templates/bulletin.njk': Buffer.from('<p>caf\xe9</p>\n', 'latin1'),
      'templates/home.njk': Buffer.from('\uFEFF<p>Trang chủ</p>\n', 'utf16le'),
    })
    expect(await one.says()).toEqual([
      'templates/bulletin.njk:1:7 text/encoding',
      'templates/home.njk:1:1 text/encoding',
    ])
  })

  const own = { 'templates/rieng.njk': '<h1>{{ bulletin.title }}</h1>\n<p>{{ bulletin.extra.titel }}</p>\n' }
  const codes = async (files: Parameters<typeof portal>[0]): Promise<readonly string[]> => {
    const { ok, diagnostics, outputs } = await make(files).build()
    expect([ok, outputs.size]).toEqual([false, 0])
    return diagnostics
      .filter(({ diagnostic }) => diagnostic.severity === 'error')
      .map(({ file, diagnostic: { code, place } }) => `${file}:${place?.line}:${place?.column} ${code}`)
  }

  it('are tried in the same run that stops at a fault of the content, each fault told once', async () => {
    const told = await codes({
      ...own,
      [AT]: bulletin('Hội nghị', 'updated: hôm qua\n'),
      'content/bulletins/2023/mot.md': bulletin('Một', 'layout: rieng\n'),
      'content/bulletins/2023/hai.md': bulletin('Hai', 'layout: rieng\n'),
    })
    expect(told).toEqual([
      expect.stringMatching(`^${AT}:\\d+:\\d+ date/`),
      'templates/rieng.njk:2:7 template/undefined',
    ])
  })

  it('are not blamed for pages of bulletins that are faulty themselves', async () => {
    const told = await codes({
      ...own,
      [AT]: bulletin('Hội nghị', 'layout: rieng\n', '![Ảnh](khong-co.jpg)\n\n[Bài](../khong-co.md)\n'),
    })
    expect(told.map((line) => line.replace(/.* /, ''))).toEqual(['image/missing', 'link/broken'])
  })
})

describe('what is withdrawn', () => {
  it('leaves a notice with its reason, and nothing else of what it said', async () => {
    const one = make({
      [AT]: `---\ntitle: Thông báo cũ\ndate: 13/01/2023\ncategory: tin-tuc\nsummary: Số liệu đã công bố sai.\ntags: [bí mật]\nextra: {x: riêng}\nwithdrawn: {date: 15/01/2023, reason: Đăng nhầm}\n---\nNội dung đã rút.\n`,
    })
    const { ok, outputs } = await one.build()
    expect(ok).toBe(true)
    const page = Buffer.from(outputs.get('2023/hoi-nghi/index.html' as never) ?? []).toString()
    expect(page).toContain('Đăng nhầm')
    for (const gone of ['Số liệu đã công bố sai', 'Nội dung đã rút', 'bí mật', 'riêng', 'NewsArticle'])
      expect(page).not.toContain(gone)
    const feed = Buffer.from(outputs.get('rss.xml' as never) ?? []).toString()
    expect(feed).toContain('<description>Đăng nhầm</description>')
    expect(feed).not.toMatch(/Số liệu|Nội dung đã rút|bí mật|content:encoded>/)
    for (const list of ['index.html', 'chuyen-muc/tin-tuc/index.html', 'sitemap.xml']) {
      expect(Buffer.from(outputs.get(list as never) ?? []).toString(), list).not.toContain('/2023/hoi-nghi/')
    }
  })
})

describe('a category that is like none', () => {
  it('is told with those there are, a dozen at most', async () => {
    const text = bulletin('Hội nghị').replace('tin-tuc', 'bong-da')
    const remedies = async (files: Parameters<typeof portal>[0]) =>
      (await make({ [AT]: text, ...files }).words()).join()
    expect(await remedies({})).toContain(
      'Chọn một chuyên mục đang có: “Tin tức - Sự kiện”, “Quốc phòng - An ninh”, “Thông báo” – xem tệp',
    )
    const many = Array.from({ length: 14 }, (_, at) => `- {id: muc-${at + 1}, name: Mục số ${at + 1}, purpose: Thử}\n`)
    const words = await remedies({ 'content/categories.yml': many.join('') })
    expect(words).toContain('“Mục số 11”, “Mục số 12”… – xem tệp content/categories.yml.')
  })
})

describe('words of the theme that cannot be read', () => {
  it('are told, and not once more at every place that needs one of them', async () => {
    const one = make({ [AT]: bulletin('Hội nghị'), 'templates/strings/vi.yml': 'skip: [\n' })
    expect(await one.says()).toEqual(['templates/strings/vi.yml:1:7 yaml/syntax'])
    expect((await one.build()).outputs.size).toBe(0)
  })

  it('are told one by one where nothing could ask for them, or they are no words', async () => {
    const words = 'hom: Về đầu\nmenu: [a]\nskip:\ntitle.month: Tháng {thang}\n'
    const one = make({ [AT]: bulletin('Hội nghị'), 'templates/strings/vi.yml': words })
    expect(await one.says()).toEqual([
      'templates/strings/vi.yml:1:1 field/unknown',
      'templates/strings/vi.yml:2:7 field/type',
      'templates/strings/vi.yml:4:14 field/value',
    ])
    expect((await one.words()).join()).toContain('“home”')
    one.write('templates/strings/vi.yml', '- home\n')
    expect(await one.says()).toEqual(['templates/strings/vi.yml:1:1 yaml/not-a-map'])
  })
})

describe('configuration', () => {
  const rest = {
    [AT]: bulletin('Hội nghị', '', '[Bài](https://xuanhoa.example.vn/2023/hai/)\n').replace('tin-tuc', 'tin-tu'),
    'content/bulletins/2023/hai.md': bulletin('Hai', 'updated: hôm qua\n'),
    'templates/rieng.njk': '{% include "khong-co.njk" %}\n',
  }
  const theRest = [
    expect.stringMatching(/hai\.md:\d+:\d+ date\//),
    `${AT}:4:11 category/unknown`,
    'templates/rieng.njk:1:12 template/missing',
  ]

  it.each([
    ['without what it must have', PORTAL_YML.replace(/^(title|baseUrl).*\n/gm, ''), 2],
    ['with an address that is none', PORTAL_YML.replace('https://xuanhoa.example.vn/', 'xuanhoa'), 1],
    ['that is no YAML', `${PORTAL_YML}title: 'x\n`, 1],
    ['that is no map', '- x\n', 1],
  ])('%s is told together with what is wrong elsewhere, and is not blamed on others', async (_, text, own) => {
    const said = await make({ ...rest, 'content/portal.yml': text }).says()
    expect(said.filter((line) => line.startsWith('content/portal.yml')).length).toBeGreaterThanOrEqual(own)
    expect(said.filter((line) => !line.startsWith('content/portal.yml'))).toEqual(theRest)
  })

  it.each([
    ['version: 2', 'config/version'],
    ['baseUrl: ftp://x.vn/', 'config/base-url'],
    ['timeZone: Asia/Hanoi_', 'config/zone'],
    ['permalink: /../:slug/', 'config/permalink'],
    ['theme: {primary: red}', 'field/type'],
    ['menu: [{category: khong-co}]', 'register/unknown'],
    ['menu: [{title: Giới thiệu}]', 'field/missing'],
    ['menu: [{href: /tim-kiem/}]', 'field/missing'],
    ['menu: [{title: "", href: /tim-kiem/}]', 'field/empty'],
    ['menu: [{title: Tin, children: [{title: "  ", href: /tim-kiem/}]}]', 'field/empty'],
    ['menu: [{title: Tin, href: }]', 'field/empty'],
    ['menu: [{title: Tin, children: []}]', 'field/missing'],
    ['menu: [{title: Tin, children: }]', 'field/missing'],
    ['menu: [{title: Tin, category: }]', 'field/missing'],
    ['menu: [{title: Tin, children: [{title: Kinh tế}]}]', 'field/missing'],
    ['links: [{title: x, href: "javascript:alert(1)"}]', 'field/type'],
    ['pageSize: 10', 'field/unknown'],
    ['theme: {primary: }', 'field/empty'],
    ['slogan: {text: x, from: 31/12/2030, until: 01/01/2020}', 'date/order'],
    ['banners: [{image: static/khong-co.jpg, alt: x}]', 'image/missing'],
    ['banners: [{image: ../../etc/passwd, alt: x}]', 'image/missing'],
    ['banners: [{image: "https://evil.example/x.png", alt: x}]', 'image/missing'],
    ['banners: [{image: static/anh.svg, alt: x}]', 'image/svg'],
    ['banners: [{image: static/anh.txt, alt: x}]', 'image/not-image'],
    ['banners: [{image: static/anh.png, alt: x}]', 'image/not-image'],
    ['originals: true-ish', 'field/type'],
    ['search: thôi', 'field/type'],
    ['menu: [{title: x, href: /khong-co/}]', 'link/broken'],
    ['agency: {name: A, person: B, address: C, phone: D, email: không có}', 'field/type'],
    ['agency: {name: A, person: B, address: C, phone: D, email: "a@xa.vn, b@xa.vn"}', 'field/type'],
  ])('%s → %s', async (line, code) => {
    const key = line.slice(0, line.indexOf(':'))
    const text = `${PORTAL_YML.split('\n')
      .filter((each) => !each.startsWith(`${key}:`) && (key !== 'agency' || !each.startsWith(' ')))
      .join('\n')}${line}\n`
    const statics = {
      'content/static/anh.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'content/static/anh.txt': 'x',
      'content/static/anh.png': 'x',
    }
    const said = await make({ 'content/portal.yml': text, [AT]: bulletin('Một'), ...statics }).says()
    expect(said.map((each) => each.split(' ').at(-1))).toEqual([code])
    expect(said[0]).toMatch(/^content\/portal\.yml:\d+:\d+ /)
  })

  it.each([
    ['tet.jpg', `${PORTAL_YML}banners: [{image: tet.jpg, alt: Chúc mừng năm mới}]\n`],
    ['D:\\Anh\\tet.jpg', `${PORTAL_YML}banners:\n  - {image: 'D:\\Anh\\tet.jpg', alt: Chúc mừng năm mới}\n`],
    ['tet.jpg', PORTAL_YML.replace('agency:\n', 'agency:\n  emblem: tet.jpg\n')],
  ])('looks for the picture %s of the whole portal in content/static, and says so', async (typed, text) => {
    const one = make({ 'content/portal.yml': text, [AT]: bulletin('Một') })
    const words = (await one.words()).join()
    expect(words).toContain('trong thư mục “content/static” của cổng.')
    expect(words).toMatch(/\nstatic\/tet\.jpg$/)
    expect(words).not.toContain('bài')
    const tet = await sharp({ create: { width: 960, height: 720, channels: 3, background: '#b3131b' } })
      .jpeg()
      .toBuffer()
    one.write('content/portal.yml', text.replace(typed, 'static/tet.jpg')).write('content/static/tet.jpg', tet)
    expect(await one.says()).toEqual([])
  })

  it.each([
    ['https://xuanhoa.example.vn//', '/'],
    ['https://xuanhoa.example.vn//xa//', '/xa/'],
    ['https://xuanhoa.example.vn/xa', '/xa/'],
  ])('takes %s for the path that is meant: no address begins with two strokes', async (given, basePath) => {
    const one = make({
      'content/portal.yml': PORTAL_YML.replace('https://xuanhoa.example.vn/', given),
      [AT]: bulletin('Một'),
    })
    const { site, outputs } = await one.build()
    expect(site?.config).toMatchObject({ basePath, baseUrl: `https://xuanhoa.example.vn${basePath}` })
    const pages = [...outputs]
      .filter(([path]) => path.endsWith('.html'))
      .map(([, bytes]) => new TextDecoder().decode(bytes))
    expect(pages.filter((page) => /(?:href|src)="\/\//.test(page))).toEqual([])
  })

  it('refuses two sections of one id or name, and circles', async () => {
    const more =
      '- {id: thong-bao, name: Khác}\n- {id: tb, name: Thông báo}\n- {id: a, name: A, parent: b}\n- {id: b, name: B, parent: a}\n'
    const said = await make({ 'content/categories.yml': CATEGORIES_YML + more, [AT]: bulletin('Một') }).says()
    expect(said.map((each) => each.split(' ').at(-1)).sort()).toEqual([
      'register/circle',
      'register/circle',
      'register/duplicate',
      'register/duplicate',
    ])
  })

  it('asks for what a footer must show', async () => {
    const text = 'version: 1\ntitle: Cổng\nbaseUrl: https://x.vn/\nagency: {name: UBND xã}\n'
    const said = await make({ 'content/portal.yml': text, [AT]: bulletin('Một') }).says()
    expect(said).toEqual(Array(4).fill('content/portal.yml:4:9 config/contact'))
  })

  it('says that a folder without portal.yml is no portal', async () => {
    expect(
      await make({ [AT]: bulletin('Một') })
        .remove('content/portal.yml')
        .says(),
    ).toEqual(['content/portal.yml config/missing'])
  })
})

describe('bytes', () => {
  it.each([
    ['UTF-16', Buffer.from(`\uFEFF${bulletin('Hội nghị')}`, 'utf16le'), 'text/encoding'],
    ['a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70]), 'text/encoding'],
    ['one bad byte', Buffer.concat([Buffer.from(bulletin('Hội nghị')), Buffer.from([0xff])]), 'text/encoding'],
    ['NUL', `${bulletin('Hội nghị')}\0`, 'text/nul'],
  ])('%s', async (_, bytes, code) => {
    const said = await make({ [AT]: bytes }).says()
    expect(said.map((each) => each.split(' ').at(-1))).toEqual([code])
  })

  it('gives one page for LF, CRLF, CR and BOM', async () => {
    const pages = new Set<string>()
    const text = bulletin('Hội nghị', '', 'Một dòng.\n\n- Ý một\n- Ý hai\n')
    for (const bytes of [text, text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\r'), `\uFEFF${text}`]) {
      const one = portal({ [AT]: bytes })
      const { outputs } = await one.build()
      pages.add(Buffer.from(outputs.get('2023/hoi-nghi/index.html' as never) ?? []).toString())
      one.close()
    }
    expect(pages.size).toBe(1)
    expect([...pages][0]).toContain('<li>Ý hai')
  })

  it.skipIf(process.platform === 'win32')('never hangs on what is no file', async () => {
    const one = make({ [AT]: bulletin('Một') })
    mkdirSync(join(one.root, 'content/static'))
    symlinkSync('/dev/zero', join(one.root, 'content/static/vo-tan.bin'))
    writeFileSync(join(one.root, 'content/static/CNAME'), 'x.vn\n')
    expect(await one.says()).toEqual(['content/static/vo-tan.bin file/link-out'])
  })

  it.skipIf(process.platform === 'win32')('publishes no draft and no settings by a link below static', async () => {
    const one = make({
      [AT]: bulletin('Một', 'draft: true\n'),
      'content/bulletins/2023/hai.md': bulletin('Hai'),
      'content/static/that.txt': 'x',
    })
    for (const [name, target] of [
      ['nhap.txt', '../bulletins/2023/hoi-nghi/index.md'],
      ['cong.txt', '../portal.yml'],
      ['that-2.txt', 'that.txt'],
    ] as const)
      symlinkSync(target, join(one.root, 'content/static', name))
    expect(await one.says()).toEqual(['content/static/cong.txt file/link-out', 'content/static/nhap.txt file/link-out'])
  })
})

it('says every problem of every file in one run, and the same problem of two files twice', async () => {
  const broken = '---\ntitle: Hội nghị\ndate: 31/02/2023\ncategory: tin-tuc\nsummary: x\n---\n'
  const one = make({ 'content/bulletins/2023/a.md': broken, 'content/bulletins/2023/b.md': broken })
  for (let day = 1; day <= 10; day += 1)
    one.write(`content/bulletins/2022/bai-${day}.md`, `---\ntitle: Bài ${day}\ndate: ${day}/02/23\n---\nx\n`)
  const said = await one.says()
  expect(said.filter((line) => line.includes('date/no-such-day'))).toEqual([
    'content/bulletins/2023/a.md:3:7 date/no-such-day',
    'content/bulletins/2023/b.md:3:7 date/no-such-day',
  ])
  expect(new Set(said.map((line) => line.split(':')[0])).size).toBe(12)
})
