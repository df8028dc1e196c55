import { chmodSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { mend } from '../../src/authoring/fix/mend.ts'
import { applyFixes, findFixable } from '../../src/authoring/fix.ts'
import { parseDocument } from '../../src/pipeline/parse.ts'
import { bulletin, portal, REPOSITORY, type TestPortal } from '../portal.ts'

let open: TestPortal | null = null
afterEach(() => {
  open?.close()
  open = null
})

const sentence =
  'Bà con trong thôn đã cùng nhau nạo vét hơn hai ki-lô-mét mương nội đồng ngay trong buổi sáng đầu tuần.'
const doc = (body: string, more = '') => bulletin('Một', more, body)

/** [what is typed, what it becomes]; bodies of a document. */
const mended: readonly (readonly [string, string])[] = [
  ['Dự họp có ông A ( Thượng tá ) , ông B .\n', 'Dự họp có ông A (Thượng tá), ông B.\n'],
  ['an ninh chính trị  trật tự\n', 'an ninh chính trị trật tự\n'],
  ['Nghị quyết "Ba quyết tâm" và "Sáu rõ".\n', 'Nghị quyết “Ba quyết tâm” và “Sáu rõ”.\n'],
  [`${sentence}\n${sentence}\n`, `${sentence}\n\n${sentence}\n`],
  ['Hòa'.normalize('NFD'), 'Hòa'],
]
/** Bodies that stay as they are. */
const kept: readonly string[] = [
  '```\nundefined ( a ) , "b"\n```\n',
  'mã `f( x ) , "y"` và [xem](<a ( 1 ) .pdf> "t")\n',
  'kinh tế- xã hội, màn hình 32"\n',
  'Quê hương là chùm khế ngọt\nCho con trèo hái mỗi ngày\n',
  `- ${sentence}\n${sentence}\n`,
  'Tên  |  Số\n---|---\nA  |  1\n',
]

describe('mend', () => {
  it.each(mended)('%j', (typed, right) => {
    expect(mend(doc(typed))).toBe(doc(right))
  })

  it.each(kept)('leaves %j', (typed) => {
    expect(mend(doc(typed))).toBe(doc(typed))
  })

  it('quotes every value within the brackets of a line', () => {
    const typed = doc('Nội dung.\n', 'tags: [Nghị quyết #5, Chương trình #6, lúa]\n')
    const right = doc('Nội dung.\n', "tags: ['Nghị quyết #5', 'Chương trình #6', lúa]\n")
    expect(mend(typed)).toBe(right)
    expect(mend(right)).toBe(right)
  })

  it('quotes values that YAML misreads and mends blanks in fields', () => {
    const typed = doc('Nội dung.\n', 'unit: Trung tâm: VHTT , TT&DL\n')
    expect(mend(typed)).toBe(doc('Nội dung.\n', "unit: 'Trung tâm: VHTT, TT&DL'\n"))
  })

  it('keeps byte order mark and line ends', () => {
    const windows = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`
    expect(mend(windows(doc('ông A , ông B\n')))).toBe(windows(doc('ông A, ông B\n')))
  })

  it.each(['---\ndate: [a\n---\nA , b\n', 'A , b\n', '---\ntitle: a\nA , b\n', doc('A , b\u200B\n')])(
    'leaves a file alone that it cannot read: %j',
    (text) => expect(mend(text)).toBe(text),
  )

  it('changes nothing the second time, and no letter, in all sample content and in texts of people', () => {
    const below = (folder: string) =>
      readdirSync(join(REPOSITORY, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(REPOSITORY, folder, name),
      )
    const samples = below('content').filter((path) => path.endsWith('.md'))
    const lines = below('tests/text').filter((path) => path.endsWith('.txt'))
    const texts = [
      ...samples.map((path) => readFileSync(path, 'utf8')),
      ...lines.flatMap((path) => [doc(readFileSync(path, 'utf8')), doc(readFileSync(path, 'utf8').normalize('NFD'))]),
    ]
    expect(texts.length).toBeGreaterThan(80)
    let changed = 0
    for (const text of texts) {
      const once = mend(text)
      expect(mend(once)).toBe(once)
      if (once !== text) changed += 1
      expect(readersText(once)).toBe(readersText(text))
    }
    expect(changed).toBeGreaterThan(10)
  })
})

/** What a reader of the rendered body gets, without blanks and quotation marks. */
function readersText(text: string): string {
  const { value } = parseDocument.run(new TextEncoder().encode(text))
  return (value?.body.text ?? '').replace(/[\s"“”]/g, '')
}

describe('fixing files', () => {
  it('writes only what changes, keeps rights, and leaves what is no UTF-8', () => {
    const one = portal({
      'content/bulletins/2023/a/index.md': doc('ông A , ông B\n'),
      'content/bulletins/2023/b.md': doc('ông A, ông B\n'),
      'content/bulletins/2023/c.md': Buffer.from([0x41, 0xff, 0xb5]),
      'content/pages/d.md': doc('ông A , ông B\n'),
    })
    open = one
    const [article, page] = [join(one.root, 'content/bulletins/2023/a/index.md'), join(one.root, 'content/pages/d.md')]
    const modeOf = (path: string) => statSync(path).mode & 0o777
    // The group may write, or nobody else read, whatever a new file of this person is like.
    chmodSync(article, 0o664)
    chmodSync(page, 0o600)
    const modes = [modeOf(article), modeOf(page)]
    const foreign = join(one.root, 'content/bulletins/2023/a/.index.md.0.tmp')
    writeFileSync(foreign, 'của người khác')
    const fixes = findFixable(one.root, () => true)
    expect(fixes.map(({ file }) => file)).toEqual(['content/bulletins/2023/a/index.md', 'content/pages/d.md'])
    expect(fixes[0]?.changes).toEqual([{ line: 7, before: 'ông A , ông B', after: 'ông A, ông B' }])
    applyFixes(one.root, fixes)
    expect([modeOf(article), modeOf(page)]).toEqual(modes)
    expect(readFileSync(foreign, 'utf8')).toBe('của người khác')
    rmSync(foreign)
    expect(findFixable(one.root, () => true)).toEqual([])
    expect(readdirSync(join(one.root, 'content/bulletins/2023/a'))).toEqual(['index.md'])
  })
})
