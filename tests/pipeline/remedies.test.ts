import sharp from 'sharp'
import { afterEach, describe, expect, it } from 'vitest'
import type { Code } from '../../src/core/codes.ts'
import { diagnose } from '../../src/core/diagnostic.ts'
import { wordsOf } from '../../src/messages/words-of.ts'
import { prepare } from '../../src/pipeline/build.ts'
import { bulletin, PORTAL_YML, portal, type TestPortal } from '../portal.ts'

const AT = 'content/bulletins/2023/hoi-nghi/index.md'
const opened: TestPortal[] = []
afterEach(() => {
  for (const one of opened.splice(0)) one.close()
})

function withBulletin(text: string, more: Readonly<Record<string, string>> = {}): TestPortal {
  const one = portal({ [AT]: text, ...more })
  opened.push(one)
  return one
}

/** What the remedy of a code offers, line by line, its prose first. */
async function remedyOf(code: Code, one: TestPortal): Promise<readonly string[]> {
  const { diagnostics } = await prepare(one.world())
  const said = diagnostics.find(({ diagnostic }) => diagnostic.code === code)
  return said === undefined ? [] : (wordsOf(said.diagnostic, 'vi').remedy ?? '').split('\n')
}

describe('a field that a remedy offers and that is there already', () => {
  const TODO = 'Chiều 12/01/2023, TODO.\n'

  it.each([
    ['', 'accept: [words/leftover]', 'thêm vào phần khai báo'],
    ['accept: [words/spacing]\n', 'accept: [words/spacing, words/leftover]', 'dòng 6'],
    ['accept: words/spacing\n', 'accept: [words/spacing, words/leftover]', 'dòng 6'],
    ['accept:\n', 'accept: [words/leftover]', 'dòng 6'],
    ['accept:\n  - words/spacing\n  - words/dash\n', '  - words/leftover', 'dòng 6 đến 8'],
    ['accept:\n- words/spacing\n', '- words/leftover', 'dòng 6 đến 7'],
    [
      'accept: [\n  words/spacing,\n  words/dash\n  ]\n',
      'accept: [words/spacing, words/dash, words/leftover]',
      'dòng 6 đến 8',
    ],
  ])('%j is not written a second time', async (more, pasted, prose) => {
    const remedy = await remedyOf('words/leftover', withBulletin(bulletin('Hội nghị', more, TODO)))
    expect(remedy.slice(1)).toEqual([pasted])
    expect(remedy[0]).toContain(prose)
  })

  it.each([
    ['accept: [\n  words/spacing, # một\n  words/dash\n  ]\nunit: Xã\n', 'dòng 6 đến 9'],
    ['accept:\n  - words/spacing\n  - >-\n    words/dash\nunit: Xã\n', 'dòng 6 đến 9'],
  ])('ends where the next one begins: %j', async (more, prose) => {
    const remedy = await remedyOf('words/leftover', withBulletin(bulletin('Hội nghị', more, TODO)))
    expect(remedy[0]).toContain(prose)
  })

  it('is mended by what is offered, without an error', async () => {
    const one = withBulletin(bulletin('Hội nghị', 'accept:\n  - words/spacing\n', TODO))
    const [, line = ''] = await remedyOf('words/leftover', one)
    one.write(AT, bulletin('Hội nghị', `accept:\n  - words/spacing\n${line}\n`, TODO))
    expect(await one.says()).toEqual([])
  })

  it.each([
    [
      'attachments: [{src: a.pdf, title: Kế hoạch}]\n',
      `attachments: [{src: a.pdf, title: Kế hoạch}, {src: "b.pdf", title: '[điền: tên tài liệu]'}]`,
    ],
    ['attachments:\n  - src: a.pdf\n    title: Kế hoạch\n', `  - {src: "b.pdf", title: '[điền: tên tài liệu]'}`],
    ['attachments: []\n', `attachments: [{src: "a.pdf", title: '[điền: tên tài liệu]'}]`],
    ['attachments:\n', `attachments: [{src: "a.pdf", title: '[điền: tên tài liệu]'}]`],
  ])('attachments: %j', async (more, pasted) => {
    const files = { [AT.replace('index.md', 'a.pdf')]: '%PDF-1.4 a', [AT.replace('index.md', 'b.pdf')]: '%PDF-1.4 b' }
    const remedy = await remedyOf('attachment/unused', withBulletin(bulletin('Hội nghị', more), files))
    expect(remedy.slice(1)).toEqual([pasted])
  })

  it.each([
    ['summary/missing', 'summary:\n', "summary: '[điền: ai làm gì", 'Sửa dòng 5 thành:'],
    ['words/missing', 'draft: false\n', 'draft: true', 'Sửa dòng 5 thành:'],
  ] as const)('%s beside %j', async (code, more, pasted, prose) => {
    const text = bulletin('Hội nghị', more, '').replace(/^summary: .*\n/m, '')
    const remedy = await remedyOf(code, withBulletin(text))
    expect(remedy[0]).toContain(prose)
    expect(remedy[1]).toContain(pasted)
  })
})

describe('what a remedy offers with a place to fill in is stopped when it is pasted as it stands', () => {
  const DOC = { [AT.replace('index.md', 'a.pdf')]: '%PDF-1.4 a' }
  const bare = bulletin('Hội nghị').replace(/^summary: .*\n/m, '')
  const long = bulletin('Hội nghị tổng kết năm 2022 '.repeat(8))

  it.each([
    ['field/type', bulletin('Hội nghị', 'withdrawn: true\n'), 'withdrawn: true\n'],
    ['field/type', bulletin('Hội nghị', 'corrections: 15/10/2026\n'), 'corrections: 15/10/2026\n'],
    ['field/type', bulletin('Hội nghị', 'source: có\n'), 'source: có\n'],
    ['field/type', bare.replace('\n---\n', '\nsummary:\n  - a\n---\n'), 'summary:\n  - a\n'],
    ['field/missing', bulletin('Hội nghị', 'withdrawn: {date: 28/11/2026}\n'), '{date: 28/11/2026}'],
    ['field/missing', bulletin('Hội nghị', 'corrections: [{date: 15/01/2023}]\n'), '{date: 15/01/2023}'],
    ['summary/missing', bare, '---\nChiều'],
    ['title/long', long, '---\nChiều'],
    ['attachment/unused', bulletin('Hội nghị'), '---\nChiều'],
    ['image/name-in-text', bulletin('Hội nghị', '', 'Xem THO 2.png nhé.\n'), 'THO 2.png'],
  ] as const)('%s %j', async (code, text, instead) => {
    const files = code === 'attachment/unused' ? DOC : {}
    const one = withBulletin(text, files)
    const pasted = (await remedyOf(code, one)).slice(1).join('\n')
    const whole = instead.startsWith('---') || instead.endsWith('\n') ? `${pasted}\n` : pasted
    expect(text).toContain(instead)
    one.write(
      AT,
      text.replace(instead, () => (instead.startsWith('---') ? `${whole}${instead}` : whole)),
    )
    const said = (await one.says()).map((line) => line.replace(/^.* /, ''))
    expect(said).toContain('words/to-fill')
    expect(said.filter((found) => found.startsWith('yaml/'))).toEqual([])
  })

  it('address/lost', () => {
    const lost = { address: '/2023/hop/', file: null, state: null, aliases: [] }
    const pasted = (wordsOf(diagnose('address/lost', lost, null), 'vi').remedy ?? '').split('\n').at(-1)
    expect(pasted).toBe("withdrawn: {date: 15/01/2023, reason: '[điền: lý do thu hồi]'}")
  })
})

describe('one item of a list on lines of their own is offered as its line', () => {
  it.each([
    [
      'attachments:\n  - src: Kế hoạch số 12 (ký số).pdf\n    title: Kế hoạch số 12\n  - Giấy mời họp.docx',
      '  - {src: Giấy mời họp.docx, title: Giấy mời họp}',
    ],
    ['attachments:\n- Giấy mời họp.docx\n- a.pdf', '- {src: Giấy mời họp.docx, title: Giấy mời họp}'],
    ['images:\n  - "a, b.jpg"', "  - {src: 'a, b.jpg', caption: '[điền: …]'}"],
    ['corrections:\n  - 05/10/2026', "  - {date: 05/10/2026, text: '[điền: …]'}"],
    ['aliases:\n  - /cu/\n  - {a: b}', '  - /tin-cu/123/'],
    [
      'attachments: [Giấy mời.docx, a.pdf]',
      'attachments: [{src: Giấy mời.docx, title: Giấy mời}, {src: a.pdf, title: a}]',
    ],
    ['attachments: Giấy mời.docx', 'attachments: [{src: Giấy mời.docx, title: Giấy mời}]'],
  ])('%j', async (more, pasted) => {
    const text = bulletin('Hội nghị', `${more}\n`)
    const one = withBulletin(text)
    const [prose = '', offered = ''] = await remedyOf('field/type', one)
    expect(offered).toBe(pasted)
    expect(prose.includes('dòng này')).toBe(pasted.trimStart().startsWith('- '))
    const at = (await one.says()).find((line) => line.endsWith('field/type')) ?? ''
    one.write(
      AT,
      text
        .split('\n')
        .toSpliced(Number(/:(\d+):/.exec(at)?.[1]) - 1, 1, offered)
        .join('\n'),
    )
    expect((await one.says()).filter((line) => /yaml\/|file\/stray/.test(line))).toEqual([])
    expect(await one.says()).not.toContain(at)
  })

  it('in portal.yml too', async () => {
    const one = withBulletin(bulletin('Hội nghị'))
    one.write('content/portal.yml', `${PORTAL_YML}linkHosts:\n  - gov.vn\n  - a b\n`)
    expect((await remedyOf('field/type', one))[1]).toBe('  - gov.vn')
  })
})

describe('a bulletin that is to be pinned is offered the line that pins it', () => {
  it.each([
    ['pinned: true', 'featuredUntil: 12/02/2023'],
    ['ghim: có', 'featuredUntil: 12/02/2023'],
    ['Nổi bật: x', 'featuredUntil: 12/02/2023'],
    ['sticky:', 'featuredUntil: 12/02/2023'],
    ['featured: 20/01/2023', 'featuredUntil: 20/01/2023'],
    ['featured: 2023/01/20', 'featuredUntil: 20/01/2023'],
    ['ghim: không', undefined],
  ])('%s', async (more, pasted) => {
    const one = withBulletin(bulletin('Hội nghị', `${more}\n`))
    expect((await one.words()).join()).toContain('“featuredUntil”')
    expect((await remedyOf('field/unknown', one))[1]).toBe(pasted)
    one.write(AT, bulletin('Hội nghị', `${pasted ?? ''}\n`))
    expect(await one.says()).toEqual([])
  })

  it('where the day of the bulletin has another name too', async () => {
    const one = withBulletin(bulletin('Hội nghị', 'pinned: true\n').replace('date:', 'ngày:'))
    const { diagnostics } = await prepare(one.world())
    const remedies = diagnostics.map(({ diagnostic }) => wordsOf(diagnostic, 'vi').remedy ?? '')
    expect(remedies.join()).toContain('\nfeaturedUntil: 12/02/2023')
  })
})

describe('a day that is certain is offered as it is to be written', () => {
  it.each([
    ['date/form', '2026/09/05', 'date: 05/09/2026'],
    ['date/form', 'Thứ Bảy, 05/09/2026', 'date: 05/09/2026'],
    ['date/form', '05/09/2026 7h30 sáng', 'date: 05/09/2026 07:30'],
    ['date/no-such-day', '09/25/2026', 'date: 25/09/2026'],
    ['date/no-such-day', '31/02/2026', 'date: 13/01/2023'],
    ['date/form', 'Thứ Sáu, 05/09/2026', 'date: 13/01/2023'],
  ] as const)('%s %s', async (code, typed, pasted) => {
    const text = bulletin('Hội nghị')
    const one = withBulletin(text.replace('13/01/2023', typed))
    expect((await remedyOf(code, one)).slice(1)).toEqual([pasted])
    const year = /\d{4}/.exec(pasted)?.[0] ?? ''
    one.remove(AT).write(AT.replace('2023', year), text.replace('date: 13/01/2023', pasted))
    expect(await one.says()).toEqual([])
  })
})

describe('a list that was written twice', () => {
  it.each([
    ['accept: [words/dash]\naccept: [words/spacing, words/dash]', 'accept: [words/dash, words/spacing]'],
    ['authors: Lê A, Lê B\nauthors: [Lê C]', 'authors: [Lê A, Lê B, Lê C]'],
    ['tags: [a]\ntags:\n  - b', undefined],
    ['unit: a\nunit: b', undefined],
  ])('%j', async (more, pasted) => {
    const remedy = await remedyOf('yaml/duplicate-key', withBulletin(bulletin('Hội nghị', `${more}\n`)))
    expect(remedy[1]).toBe(pasted)
  })
})

it('a list that was written three times loses nothing', async () => {
  const lines = ['tags: [một]', 'tags: [hai]', 'tags: [ba]']
  const { diagnostics } = await prepare(withBulletin(bulletin('Hội nghị', `${lines.join('\n')}\n`)).world())
  expect(diagnostics.map(({ diagnostic }) => wordsOf(diagnostic, 'vi').remedy?.split('\n')[1])).toEqual([
    'tags: [một, hai]',
    'tags: [một, hai, ba]',
  ])
})

describe('names of authors and tags', () => {
  it.each([
    ['authors: "!!!"', [`${AT}:6:10 name/empty`]],
    ['authors: [Lê A, "?"]', [`${AT}:6:17 name/empty`]],
    ['tags: ["?", a]', [`${AT}:6:8 name/empty`]],
    ['authors: [Lê Dũng, Lê Dung]', [`${AT}:6:20 name/alike`]],
    ['authors: Lê Dũng, Lê Dung', [`${AT}:6:19 name/alike`]],
    ['authors:\n  - Lê A\n  - name: Lê A]', [`${AT}:8:11 name/alike`]],
    ['authors: Lê Dũng và Lê Dung (Ảnh)', [`${AT}:6:21 name/alike`]],
    ['authors: "Lê Dũng và Lê Dung (Ảnh)"', [`${AT}:6:22 name/alike`]],
    ['authors: [Lê Dũng: Tin, Lê Dung: Ảnh]', [`${AT}:6:25 name/alike`]],
    ['authors:\n  - Lê Dũng\n  - Ảnh: Lê Dung', [`${AT}:8:10 name/alike`]],
    ['authors:\n  - Lê Dũng\n  - Lê Dung: Ảnh', [`${AT}:8:5 name/alike`]],
    ['authors:\n  - Lê Dũng\n  - {name: Khắc Cường và Lê Dung}', [`${AT}:8:26 name/alike`]],
    ['authors:\n  - Lê Dũng\n  - Khắc Cường và Lê  Dung', [`${AT}:7:5 name/alike`]],
    ['authors: [Lê Thơ: bài, Khắc Cường: ảnh]', []],
    ['authors: Lê Thơ: Ảnh', []],
    ['tags: Nông thôn mới: nâng cao', []],
    ['authors:\n  - Lê Thơ: bài\n  - nmae: Khắc Cường', [`${AT}:8:5 field/unknown`]],
    ['tags: [a, "#a"]', [`${AT}:6:11 name/alike`]],
  ])('%s', async (more, expected) => {
    expect(await withBulletin(bulletin('Hội nghị', `${more}\n`)).says()).toEqual(expected)
  })

  it('are not compared with those of a file that has errors', async () => {
    const one = withBulletin(bulletin('Hội nghị', 'authors: [Lê Dũng]\n'), {
      'content/bulletins/2023/a.md': bulletin('Hội thảo', 'authors:Lê Dung\ntags: [A]\n'),
      'content/bulletins/2023/z.md': bulletin('Hội thi', 'tags: ["#A"]\nauthors: "Lê Dụng" a\n'),
    })
    const files = (await one.says()).filter((line) => line.includes('name/alike'))
    expect(files).toEqual([])
  })

  it.each([
    ['authors: Lê Thơ, Khắc Cường và Đỗ An', ['Lê Thơ', 'Khắc Cường', 'Đỗ An']],
    ['authors: Lê Thơ - xã Thọ Xuân', ['Lê Thơ - xã Thọ Xuân']],
    ['authors: Lê Thơ - Thọ Xuân\naccept: [name/byline]', ['Lê Thơ - Thọ Xuân']],
    ['authors: [Lê Văn Tám (Ảnh), "Lê Thơ: Bài"]', ['Lê Văn Tám|Ảnh', 'Lê Thơ|Bài']],
    ['authors: Đỗ An: Tin, ảnh', ['Đỗ An|Tin, ảnh']],
    ['authors: [Đỗ An: Tin, ảnh, Lê Thơ]', ['Đỗ An|Tin, ảnh', 'Lê Thơ']],
    ['authors: "Đỗ An: Tin, Ảnh tư liệu"', ['Đỗ An|Tin, Ảnh tư liệu']],
    ['authors:\n  - Đỗ An: Tin, ảnh', ['Đỗ An|Tin, ảnh']],
    ['authors: Lê Thơ, SƯU TẦM', ['Lê Thơ|SƯU TẦM']],
    ['authors: {name: "Đỗ An: Tin, ảnh"}', ['Đỗ An|Tin, ảnh']],
    ['authors: Bế Văn Đàn (Tin, Ảnh)', ['Bế Văn Đàn|Tin, Ảnh']],
    ['authors: Bế Văn Đàn (Tin, Ảnh), Lê Thơ', ['Bế Văn Đàn|Tin, Ảnh', 'Lê Thơ']],
    ['authors: [Bế Văn Đàn (Tin, Ảnh)]', ['Bế Văn Đàn|Tin, Ảnh']],
    ['authors:\n  - Bế Văn Đàn (Tin, Ảnh)\n  - Lê Thơ', ['Bế Văn Đàn|Tin, Ảnh', 'Lê Thơ']],
    ['authors: Tin, ảnh: Nguyễn Văn An', ['Nguyễn Văn An|Tin, ảnh']],
    ['authors:\n  - Tin, ảnh: Nguyễn Văn An', ['Nguyễn Văn An|Tin, ảnh']],
    ['authors: "Tin, ảnh: Nguyễn Văn An"', ['Nguyễn Văn An|Tin, ảnh']],
    ['authors: Ảnh: Nguyễn Văn An', ['Nguyễn Văn An|Ảnh']],
    ['authors: Video: Nguyễn Văn An và Lê Thơ', ['Nguyễn Văn An|Video', 'Lê Thơ|Video']],
    ['authors: Bài: Lê Thơ, Ảnh: Khắc Cường', ['Lê Thơ|Bài', 'Khắc Cường|Ảnh']],
    ['authors: Lê Thơ: Bài, Ảnh: Khắc Cường', ['Lê Thơ|Bài', 'Khắc Cường|Ảnh']],
    ['authors: Sưu tầm', ['Sưu tầm']],
    ['authors: Nhóm A và B', ['Nhóm A và B']],
  ])('%s are so many people', async (more, expected) => {
    const register = { 'content/authors.yml': '- {id: nhom, name: Nhóm A và B}\n' }
    const one = withBulletin(bulletin('Hội nghị', `${more}\n`), register)
    const { site } = await prepare(one.world())
    expect(await one.says()).toEqual([])
    const people = site?.standings[0]?.bulletin.authors ?? []
    expect(people.map(({ name, role }) => (role === null ? name : `${name}|${role}`))).toEqual(expected)
  })

  it.each([
    ['authors: Lê Thơ, Khắc Cường, Trung tâm VHTT, TT&DL huyện', 30, 'unit: Trung tâm VHTT, TT&DL huyện'],
    [
      'authors: Trung tâm Văn hóa, Thông tin, Thể thao và Du lịch huyện',
      10,
      'unit: Trung tâm Văn hóa, Thông tin, Thể thao và Du lịch huyện',
    ],
    ['authors: Trung tâm Văn hóa, Thông tin, Lê Thơ', 10, 'unit: Trung tâm Văn hóa, Thông tin'],
    ['authors: Ban Biên tập – Lê Thơ', 10, 'unit: Ban Biên tập'],
    ['authors: Lê Thơ – Đài Truyền thanh', 19, 'unit: Đài Truyền thanh'],
    ['authors: Ban CHQS huyện\nunit: Ban CHQS huyện', 10, undefined],
  ])('a unit among them is told once: %s', async (more, column, pasted) => {
    const one = withBulletin(bulletin('Hội nghị', `${more}\n`))
    expect(await one.says()).toEqual([`${AT}:6:${column} name/unit`])
    expect((await remedyOf('name/unit', one))[1]).toBe(pasted)
  })

  it('a unit that is an author is put right by the entry and the id that are offered', async () => {
    const unit = 'Trung tâm Văn hóa, Thông tin huyện'
    const one = withBulletin(bulletin('Hội nghị', `authors: ${unit}\n`))
    const [prose = ''] = await remedyOf('name/unit', one)
    const [, entry = '', id = ''] = /“(- \{.*\})”.*“authors” ghi “([a-z-]+)”/.exec(prose) ?? []
    one.write('content/authors.yml', `${entry}\n`)
    one.write(AT, bulletin('Hội nghị', `authors: ${id}\n`))
    const { site, diagnostics } = await prepare(one.world())
    expect(diagnostics.map(({ diagnostic }) => diagnostic)).toEqual([])
    expect(site?.standings[0]?.bulletin.authors[0]?.name).toBe(unit)
  })

  it.each([
    ['authors: Tin, ảnh', 10],
    ['authors: Tin, ảnh: tư liệu', 10],
    ['authors:\n  - Ảnh: tư liệu', 5],
    ['authors: ảnh, Lê Thơ', 10],
    ['authors: Lê Thơ, tin, ảnh: Khắc Cường', 23],
  ])('a role is no author: %s', async (more, column) => {
    const line = more.includes('\n') ? 7 : 6
    expect(await withBulletin(bulletin('Hội nghị', `${more}\n`)).says()).toEqual([`${AT}:${line}:${column} field/type`])
  })

  it.each([
    ['authors: [Lê Dũng, Lê Dung]', 'khác nhau ở dấu,'],
    ['authors: [Lê A, "Lê A]"]', 'dấu câu, khoảng trắng hoặc chữ hoa'],
    ['tags: [a, "#a"]', 'dấu câu, khoảng trắng hoặc chữ hoa'],
  ])('that share an address are told apart by what they differ in: %s', async (more, said) => {
    expect((await withBulletin(bulletin('Hội nghị', `${more}\n`)).words()).join()).toContain(said)
  })

  it('that share an address are put right by the line that is offered', async () => {
    const one = withBulletin(bulletin('Hội nghị', 'authors: [Lê A, "Lê A]"]\n'))
    const [, entry = ''] = await remedyOf('name/alike', one)
    one.write('content/authors.yml', `${entry}\n`)
    expect(await one.says()).toEqual([])
  })

  it.each([
    ['tags: chuyển đổi số, nông thôn mới', ['chuyển đổi số', 'nông thôn mới']],
    ['tags:\n  - chuyển đổi số, nông thôn mới\n  - lúa', ['chuyển đổi số', 'nông thôn mới', 'lúa']],
    ['tags: "Mía, đường"', ['Mía, đường']],
    ['tags: ["Mía, đường", lúa]', ['Mía, đường', 'lúa']],
  ])('%j are so many tags', async (more, expected) => {
    const { site } = await prepare(withBulletin(bulletin('Hội nghị', `${more}\n`)).world())
    expect(site?.standings[0]?.bulletin.tags).toEqual(expected)
  })
})

describe('codes of accept', () => {
  it('that there are none of are told as such, with a near one only where one is near', async () => {
    const far = await remedyOf('accept/unknown', withBulletin(bulletin('Hội nghị', 'accept: abc\n')))
    expect(far).toEqual([expect.stringContaining('Xóa mã này')])
    const near = await remedyOf('accept/unknown', withBulletin(bulletin('Hội nghị', 'accept: words/leftovr\n')))
    expect(near[1]).toBe('words/leftover')
  })

  it('may stand on one line without brackets', async () => {
    const text = bulletin('Hội nghị', 'accept: words/leftover, words/dash\n', 'Xã TODO, kinh tế- xã hội phát triển.\n')
    expect(await withBulletin(text).says()).toEqual([])
  })
})

describe('addresses', () => {
  const OTHER = 'content/bulletins/2023/le-hoi.md'
  const other = { [OTHER]: bulletin('Lễ hội đền Bà Triệu') }

  it.each([
    ['aliases: /rss.xml', [`${AT}:6:10 address/reserved`]],
    ['aliases: [/a/, /favicon.svg]', [`${AT}:6:16 address/reserved`]],
    ['aliases: /2023/le-hoi/', [`${AT}:6:10 address/collision`]],
    ['aliases: /2023/le-hoi/index.html', [`${AT}:6:10 address/collision`]],
    ['aliases: [/cu/, /cu/, /CU/, /cu/index.html]', []],
    ['aliases: /2023/hoi-nghi/index.html', []],
  ])('an old one is told where it stands: %s', async (more, expected) => {
    expect(await withBulletin(bulletin('Hội nghị', `${more}\n`), other).says()).toEqual(expected)
  })

  it.each(['/rss.xml', '/2023/le-hoi/'])('an old one is taken away, no folder is renamed: %s', async (alias) => {
    const words = await withBulletin(bulletin('Hội nghị', `aliases: ${alias}\n`), other).words()
    expect(words.join()).toContain('Xóa địa chỉ này khỏi mục “aliases”')
    expect(words.join()).not.toContain('Đổi tên')
  })

  it('an old one that a file of the portal has is told where it stands', async () => {
    const one = withBulletin(bulletin('Hội nghị', 'aliases: /ban-do.html\n'), { 'content/static/ban-do.html': '<p>a' })
    expect(await one.says()).toEqual([`${AT}:6:10 address/collision`])
  })

  it('a pattern of addresses that are the portal’s own is told once, at its line', async () => {
    const one = withBulletin(bulletin('Hội nghị'), other)
    one.write('content/portal.yml', `${PORTAL_YML}permalink: /chuyen-muc/:slug/\n`)
    expect(await one.says()).toEqual(['content/portal.yml:10:12 config/permalink'])
  })
})

describe('registers and portal.yml', () => {
  const said = (files: Readonly<Record<string, string>>) => withBulletin(bulletin('Hội nghị'), files)

  it.each([
    ['authors', '- Lê Văn\n', '- {id: le-tho, name: Lê Thơ}'],
    ['units', '- \n', '- {id: ubnd-huyen, name: Ủy ban nhân dân huyện …}'],
    ['glossary', '- UBND\n', '- {short: UBND, long: Ủy ban nhân dân}'],
  ])('an entry of %s.yml is shown as one of its own', async (name, text, pasted) => {
    const remedy = await remedyOf('yaml/not-a-map', said({ [`content/${name}.yml`]: text }))
    expect(remedy[1]).toBe(pasted)
  })

  it.each([
    ['- id: Chuyện thôn xóm\n  name: Chuyện làng\n', 'field/type', 'id: chuyen-thon-xom'],
    ['- name: Chuyện thôn xóm\n', 'field/missing', '  id: chuyen-thon-xom'],
    ['- {name: Chuyện thôn xóm}\n', 'field/missing', '{id: chuyen-thon-xom, name: Chuyện thôn xóm}'],
    ['- id: "!!!"\n  name: "???"\n', 'field/type', 'id: thong-bao'],
  ] as const)('the id of a section is its own name: %j', async (entry, code, pasted) => {
    const one = said({ 'content/categories.yml': `- {id: tin-tuc, name: Tin tức}\n${entry}` })
    expect((await remedyOf(code, one))[1]).toBe(pasted)
  })

  it('references to entries are offered as ids', async () => {
    const entry = '- id: thong-bao\n  name: Thông báo\n  parent: Tin tức'
    const one = said({ 'content/categories.yml': `- {id: tin-tuc, name: Tin tức}\n${entry}\n` })
    expect((await remedyOf('field/type', one))[1]).toBe('parent: tin-tuc')
    const units = '- {id: a, name: A, successors: [UBND xã, b]}\n- {id: b, name: B}\n'
    expect((await remedyOf('field/type', said({ 'content/units.yml': units })))[1]).toBe('successors: [ubnd-xa, b]')
  })

  it.each(['Chuyện thôn xóm', 'Chuyện làng', 'chuyen-thon-xom'])(
    'a section with a wrong id is one for bulletins that name it: %s',
    async (named) => {
      const one = withBulletin(bulletin('Hội nghị').replace('tin-tuc', named), {
        'content/categories.yml': '- id: Chuyện thôn xóm\n  name: Chuyện làng\n',
      })
      expect(await one.says()).toEqual(['content/categories.yml:1:7 field/type'])
    },
  )

  it('of two sections it is the alias that clashes, where it does', async () => {
    const text = '- {id: tin-tuc, name: Mục A}\n- {id: d, name: Mục D, aliases: [Mục A]}\n'
    const one = said({ 'content/categories.yml': text })
    expect(await one.says()).toEqual(['content/categories.yml:2:34 register/duplicate'])
    expect((await one.words()).join()).toContain('Tên gọi khác “Mục A” bị trùng')
  })

  it('takes the host of an address for linkHosts, and refuses what can be none', async () => {
    const hosts = (list: string) => said({ 'content/portal.yml': `${PORTAL_YML}linkHosts: ${list}\n` })
    const { site } = await prepare(hosts('[https://tinh.com/a, "*.edu.vn", .gov.vn, Báo.vn]').world())
    expect(site?.config.linkHosts).toEqual(['tinh.com', 'edu.vn', 'gov.vn', 'xn--bo-mia.vn'])
    expect(await hosts('[gov.vn, "*", tinh.com/a, a b]').says()).toEqual([
      'content/portal.yml:10:21 field/type',
      'content/portal.yml:10:26 field/type',
      'content/portal.yml:10:38 field/type',
    ])
  })

  it('speaks of braces only where there are any', async () => {
    const line = await remedyOf('field/unknown', said({ 'content/portal.yml': `${PORTAL_YML}hoanToanLa: 1\n` }))
    const braces = await remedyOf(
      'field/unknown',
      said({ 'content/portal.yml': `${PORTAL_YML}print: {hoanToanLa: 1}\n` }),
    )
    expect([line.join().includes('{…}'), braces.join().includes('{…}')]).toEqual([false, true])
  })
})

describe('places and words', () => {
  it('of what is missing within braces are those of the braces', async () => {
    const one = withBulletin(bulletin('Hội nghị', 'attachments: [{src: a.pdf, title: A}, {src: b.pdf}]\n'))
    expect((await one.says()).filter((line) => line.includes('field/missing'))).toEqual([`${AT}:6:39 field/missing`])
  })

  it('of data that are no YAML, and of pictures pasted into the text', async () => {
    const one = withBulletin(bulletin('Hội nghị', '', '![Ảnh](data:image/png;base64,iVBO)\n'), {
      'content/data/x.json': '{}',
    })
    const words = (await one.words()).join('\n')
    expect(words).toContain('trong thư mục dữ liệu không phải loại “.yml”')
    expect(words).toContain('dán thẳng vào chữ')
  })
})

describe('a gallery of a whole folder', () => {
  it('is told once of all its pictures without words, in the order of their numbers, and of none that is no picture', async () => {
    const folder = 'content/bulletins/2023/hoi-nghi'
    const gallery = 'gallery: {photos: all, caption: Hội nghị}\n'
    const one = withBulletin(bulletin('Hội nghị', gallery))
    for (const [shade, name] of ['Ảnh (10)', 'Ảnh (2)', 'Ảnh (1)'].entries())
      one.write(`${folder}/${name}.jpg`, await picture(1200, 900, shade))
    one.write(`${folder}/Ảnh (3).jpg`, '')
    const { diagnostics, plan } = await prepare(one.world())
    const told = diagnostics.filter(({ diagnostic }) => diagnostic.code === 'image/no-alt')
    const [src, ...others] = ['Ảnh (1).jpg', 'Ảnh (2).jpg', 'Ảnh (10).jpg']
    expect(plan).toBeNull()
    expect(told.map(({ diagnostic: { params } }) => params)).toEqual([{ src, where: 'elsewhere', others }])
    one.remove(`${folder}/Ảnh (3).jpg`)
    const words = (line: string): string => line.replace(/\[điền.*\]/, 'Đại biểu dự hội nghị')
    const pasted = (await remedyOf('image/no-alt', one)).slice(1).map(words)
    one.write(AT, bulletin('Hội nghị', `${gallery}${pasted.join('\n')}\n`))
    expect(await one.says()).toEqual([])
  })
})

describe('a byline that would be one person for ever', () => {
  it.each([
    ['authors: Lê Thơ - Khắc Cường\n', 'authors: Lê Thơ, Khắc Cường\n'],
    ['authors: [Lê Thơ (Tin) – Khắc Cường (Ảnh), Đỗ An]\n', 'authors: [Lê Thơ (Tin), Khắc Cường (Ảnh), Đỗ An]\n'],
    ['authors:\n  - Lê Thơ / Khắc Cường\n', 'authors:\n  - Lê Thơ, Khắc Cường\n'],
    ['authors: [CTV Lê Thơ]\n', 'authors: [Lê Thơ (CTV)]\n'],
    ['authors: "Nguồn: TTXVN"\n', 'source: {name: TTXVN}\n'],
    ['authors: [Nguồn: TTXVN]\n', 'source: {name: TTXVN}\n'],
    ['authors: [Lê Thơ, Theo TTXVN]\n', 'authors: [Lê Thơ]\nsource: {name: TTXVN}\n'],
  ])('is told, and mended by what is offered: %j', async (given, mended) => {
    const one = withBulletin(bulletin('Hội nghị', given))
    expect((await one.says()).map((line) => line.split(' ').at(-1))).toEqual(['name/byline'])
    const [prose = '', pasted = ''] = await remedyOf('name/byline', one)
    const [, meant = pasted] = /Viết thành “([^”]+)”/.exec(prose) ?? []
    expect(mended).toContain(meant)
    one.write(AT, bulletin('Hội nghị', mended))
    expect(await one.says()).toEqual([])
  })
})

describe('a picture that was renamed', () => {
  const folder = 'content/bulletins/2023/hoi-nghi'
  const offered = async (one: TestPortal) =>
    (await prepare(one.world())).diagnostics.flatMap(({ diagnostic: { code, params } }) =>
      code === 'image/missing' && 'nearest' in params ? [params.nearest] : [],
    )

  it('is offered where it is the only one that nobody names, each time it is sought', async () => {
    const one = withBulletin(
      bulletin('Hội nghị', 'cover: Ảnh 2.jpg\n', '![Trao quà](Ảnh 2.jpg)\n\n![Đại biểu](dai-bieu.jpg)\n'),
    )
    one.write(`${folder}/dai-bieu.jpg`, await picture(1200, 900, 1))
    expect(await offered(one)).toEqual([null, null])
    one.write(`${folder}/trao-qua.jpg`, await picture(1200, 900, 2))
    expect(await offered(one)).toEqual(['trao-qua.jpg', 'trao-qua.jpg'])
    one.write(`${folder}/khac.jpg`, await picture(1200, 900, 3))
    expect(await offered(one)).toEqual([null, null])
  })
})

const picture = (width: number, height: number, shade: number): Promise<Uint8Array> =>
  sharp({ create: { width, height, channels: 3, background: { r: 60 + shade, g: 80, b: 90 } } })
    .jpeg()
    .toBuffer()
