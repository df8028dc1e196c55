import { readFileSync } from 'node:fs'
import { HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'
import { digestBytes } from '../../../src/core/digest.ts'
import { escapeHtml } from '../../../src/pipeline/parse/markdown/writer.ts'
import { parseMarkdown } from '../../../src/pipeline/parse/markdown.ts'
import { acronymsIn } from '../../../src/text/acronym.ts'
import { show } from './show.ts'

/** Cases of markdown.txt: description / . / input / . / output / . */
const cases = readFileSync(new URL('./markdown.txt', import.meta.url), 'utf8')
  .replaceAll('\r\n', '\n')
  .matchAll(/^([^\n]+)\n\.\n([\s\S]*?)^\.\n([\s\S]*?)^\.\n/gm)

const shown = (text: string): string => {
  const { facts, body } = parseMarkdown(text, 1)
  return show(body, facts)
}

describe('Markdown as people type it', () => {
  const all = [...cases]
  it('has its cases', () => {
    expect(all.length).toBeGreaterThan(30)
  })
  it.each(all.map(([, name, input, output]) => ({ name, input: input ?? '', output })))(
    '$name',
    ({ input, output }) => {
      expect(shown(input)).toBe(output)
    },
  )

  it('is valid HTML with every id once', async () => {
    const validator = new HtmlValidate({ extends: ['html-validate:standard'], rules: { 'no-raw-characters': 'off' } })
    for (const [, name, input] of all) {
      const { body } = parseMarkdown(input ?? '', 1)
      const html = body.pieces
        .map((piece) => {
          if (typeof piece === 'string') return piece
          if (piece.hole === 'link') return '<a href="/x/">'
          if (piece.hole === 'text') return escapeHtml(piece.text)
          if (piece.hole === 'word') return `Chú thích ${piece.number}, lần ${piece.time}`
          if (piece.hole === 'video') return '<p><a href="/x/">Xem</a></p>'
          return '<img src="/x.jpg" alt="Ảnh" width="1" height="1">'
        })
        .join('')
      const page = `<!DOCTYPE html>\n<html lang="vi"><head><title>${'x'.repeat(9)}</title></head><body><h1>Tựa</h1>\n${html}</body></html>\n`
      const { results } = await validator.validateString(page)
      expect([
        name,
        results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
      ]).toEqual([name, []])
    }
  })
})

describe('what there is to know of a body', () => {
  const text = [
    '# Hội nghị',
    '',
    'Chiều 12/01, **Ban CHQS**[^1] họp.',
    'Xem [kế hoạch](ke hoach.pdf) và ![Ảnh một](THO 1.png)',
    '',
    '- Mục [a](x.pdf) [b](x.pdf)',
    '',
    '| A | B |',
    '|---|---|',
    '| 1 | [c](x.pdf) |',
    '',
    '```',
    'mã  nguồn',
    '```',
    '[^1]: Ghi ![Ảnh hai](THO%202.png) chú',
  ].join('\n')
  const { facts, body } = parseMarkdown(text, 20)

  it('names pictures and links with their places in the file', () => {
    expect(facts.images).toEqual([
      {
        target: 'THO 1.png',
        words: 'Ảnh một',
        place: { line: 23, column: 44, length: 9 },
        wordsPlace: { line: 23, column: 35, length: 7 },
      },
      {
        target: 'THO 2.png',
        readings: ['THO%202.png', 'THO 2.png'],
        words: 'Ảnh hai',
        place: { line: 34, column: 22, length: 11 },
        wordsPlace: { line: 34, column: 13, length: 7 },
      },
    ])
    expect(facts.links).toEqual([
      { target: 'ke hoach.pdf', words: 'kế hoạch', place: { line: 23, column: 16, length: 12 } },
      { target: 'x.pdf', words: 'a', place: { line: 25, column: 11, length: 5 } },
      { target: 'x.pdf', words: 'b', place: { line: 25, column: 22, length: 5 } },
      { target: 'x.pdf', words: 'c', place: { line: 29, column: 11, length: 5 } },
    ])
  })

  it('has its plain text, a line for each block, without captions', () => {
    expect(body.text.split('\n')).toEqual([
      'Hội nghị',
      'Chiều 12/01, Ban CHQS họp. Xem kế hoạch và',
      'Mục a b',
      'A B',
      '1 c',
      'mã nguồn',
      'Ghi chú',
    ])
    expect(facts.headings).toEqual([{ level: 2, id: 'muc-hoi-nghi', text: 'Hội nghị' }])
    expect(facts.opening).toBe('Chiều 12/01, Ban CHQS họp. Xem kế hoạch và')
    expect(facts.syllables).toBe(23)
  })

  it('names what may be an acronym in running text, once each; not in links, headings, code, numbers of documents', () => {
    const typed = [
      '# Tin của BCĐ',
      '',
      'UBND huyện và **HĐND**, TT&DL; Quyết định số 12/QĐ-UBND của TTg (UBND).',
      'Xem [kế hoạch của MTTQ](https://x.gov.vn/) và `BHYT`, văn bản số /KH-BCA, TP.HCM[^1].',
      '',
      '| Đơn vị | CAX |',
      '|---|---|',
      '| QPTD | Thọ Xuân |',
      '',
      '[^1]: Theo NTM.',
    ].join('\n')
    expect(parseMarkdown(typed, 1).facts.acronyms).toEqual([
      ...['UBND', 'HĐND', 'TT&DL', 'TTg', 'TP', 'HCM', 'CAX', 'QPTD', 'NTM'],
    ])
    const { pieces } = parseMarkdown('Xã có UBND.\n\nThôn 3 làm đường.\n', 1).body
    expect(pieces).toEqual(['<p>', { hole: 'text', text: 'Xã có UBND.' }, '</p>\n<p>Thôn 3 làm đường.</p>\n'])
  })

  it('looks for acronyms in linear time', () => {
    for (const text of [
      'A'.repeat(200_000),
      '1'.repeat(200_000),
      '1/'.repeat(100_000),
      'AB&'.repeat(70_000),
      '/A'.repeat(100_000),
    ])
      expect(acronymsIn(text).length).toBeLessThan(70_001)
  })

  it('is named by its text, and its pieces do not depend on where it stands', () => {
    expect(facts.digest).toBe(digestBytes(text))
    expect(parseMarkdown(text, 1).body).toEqual(body)
  })

  it('opens with the first paragraphs, at most 300 characters', () => {
    const long = parseMarkdown(`# Tựa\n\n- mục\n\nMột hai.\n\n${'Hội nghị tổng kết công tác. '.repeat(40)}`, 1).facts
      .opening
    expect(long.startsWith('Một hai. Hội nghị')).toBe(true)
    expect(long.length).toBeLessThanOrEqual(300)
    expect(parseMarkdown('- chỉ có\n- danh sách', 1).facts.opening).toBe('chỉ có danh sách')
    expect(parseMarkdown('', 1)).toMatchObject({ facts: { opening: '', syllables: 0 }, body: { pieces: [], text: '' } })
  })

  it('opens with no video and no address that stands alone: they say nothing of what the body is about', () => {
    const video = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'
    const openingOf = (typed: string) => parseMarkdown(typed, 1).facts.opening
    for (const [typed, opening] of [
      [`${video}\n\nBà con xem ngày hội.\n`, 'Bà con xem ngày hội.'],
      [`[Phóng sự ngày hội](${video})\n\nBà con xem ngày hội.\n`, 'Bà con xem ngày hội.'],
      [`<https://xuanhoa.example.vn/a?b=c>\n\nBà con xem ngày hội.\n`, 'Bà con xem ngày hội.'],
      [`www.xuanhoa.example.vn\n${video}\n\nBà con xem ngày hội.\n`, 'Bà con xem ngày hội.'],
      [`${video}\n\n- ngày hội\n- ${video}\n`, 'ngày hội'],
      [`${video}\n`, ''],
      [`Xem ở ${video} nhé.\n`, `Xem ở ${video} nhé.`],
    ] as const)
      expect(openingOf(typed), typed).toBe(opening)
    expect(parseMarkdown(`${video}\n`, 1).body.text, 'search still finds it').toBe(video)
  })

  it('knows pictures by composed names, decoded only where that makes sense', () => {
    const targets = (typed: string) => {
      const { images, links } = parseMarkdown(typed, 1).facts
      return [...images, ...links].map(({ target }) => target)
    }
    expect(
      targets('![a](Th%E1%BB%8D.png) ![b](100%.png) ![c](a%00b.png) [d](https://x.vn/a%20b) [e](a\\(1.pdf)'),
    ).toEqual(['Thọ.png', '100%.png', 'a%00b.png', 'https://x.vn/a%20b', 'a(1.pdf'])
  })

  it('keeps places where the line was written otherwise', () => {
    const typed = '13. Xem [a](b.pdf)\n\n    + ![c](d.png)\n\n•\tMột [e](f.pdf)\n•\tHai'
    const { images, links } = parseMarkdown(typed, 1).facts
    expect([...links, ...images].map(({ place }) => [place.line, place.column])).toEqual([
      [1, 13],
      [5, 11],
      [3, 12],
    ])
  })
})

describe('hostile bodies', () => {
  const times = (count: number, line: (index: number) => string, between = '\n') =>
    Array.from({ length: count }, (_, index) => line(index)).join(between)

  it.each([
    ['a line of 2 MB', `${'Hội nghị tổng kết công tác. '.repeat(70_000)}cuối`],
    ['10,000 quotes on a line', `${'>'.repeat(10_000)} cuối`],
    ['quotes a level deeper each line', times(400, (index) => `${'>'.repeat(index)} cuối`)],
    ['a list 2,000 deep', times(2_000, (index) => `${' '.repeat(index * 2)}- cuối`)],
    ['2,000 markers on a line', `${'- '.repeat(2_000)}cuối`],
    ['2,000 mixed markers on a line', `${'- > 1. '.repeat(700)}cuối`],
    ['a deep list inside a quote', times(500, (index) => `> ${' '.repeat(index * 2)}- cuối`)],
    ['50,000 brackets', `${'['.repeat(50_000)}cuối`],
    ['50,000 brackets before a language', `${'['.repeat(50_000)}cuối]{lang=en}`],
    ['50,000 brackets before a link', `${'['.repeat(50_000)}cuối](x)`],
    ['links in links', `${'['.repeat(500)}cuối${'](x)'.repeat(500)}`],
    ['pictures in pictures', `${'![a '.repeat(2_000)}cuối${'](b.png)'.repeat(2_000)}`],
    ['5,000 pictures in a row', `${'![a](b.png) '.repeat(5_000)}cuối`],
    ['open targets', `${'[a]('.repeat(10_000)}cuối`],
    ['open titles', `${'[a](b "'.repeat(2_000)}cuối`],
    ['a wide table', `${'|a'.repeat(1_000)}|\n${'|-'.repeat(1_000)}|\n${`${'|cuối'.repeat(1_000)}|\n`.repeat(20)}`],
    ['stars and lines', `${'*_'.repeat(20_000)}cuối`],
    ['open bold', `${'**a '.repeat(20_000)}cuối`],
    ['backticks of every length', `${times(600, (index) => '`'.repeat(index), ' ')} cuối`],
    ['5,000 fences', `${'```\n'.repeat(5_001)}cuối`],
    ['addresses', `${'a@b.vn https://x.vn www.x.vn '.repeat(3_000)}cuối`],
    ['beginnings of addresses', `${'www.http://@'.repeat(5_000)}cuối`],
    [
      '5,000 footnotes',
      `${times(5_000, (index) => `a[^${index}]`, ' ')}\n\n${times(5_000, (index) => `[^${index}]: cuối`)}`,
    ],
    ['one footnote 10,000 times', `${'[^1]'.repeat(10_000)}\n\n[^1]: cuối [^1]`],
    ['5,000 equal headings', '# cuối\n'.repeat(5_000)],
    ['20,000 numbers', '1. cuối\n'.repeat(20_000)],
    ['a million blanks', `${' '.repeat(1_000_000)}cuối`],
    ['backslashes', `${'\\'.repeat(50_000)}cuối`],
    ['entities', `${'&amp;'.repeat(20_000)}cuối`],
  ])('end, and lose nothing: %s', (_, text) => {
    const { body, facts } = parseMarkdown(text, 1)
    expect([body.text, ...facts.images.map(({ words }) => words)].join('\n')).toContain('cuối')
  })

  it('bring nothing live into a page', () => {
    const payloads = [
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '<svg/onload=alert(1)>',
      '<iframe srcdoc="<script>alert(1)</script>">',
      '<a href="javascript:alert(1)">x</a>',
      '[x](javascript:alert(1))',
      '[x](<javascript:alert(1)>)',
      '<javascript:alert(1)>',
      '[x](java\tscript:alert(1))',
      '![x](x" onerror="alert(1))',
      '![" onerror="alert(1)](x.png)',
      '```"><script>alert(1)</script>\nx\n```',
      '# "><script>alert(1)</script>',
      '[^"><script>]: x\n\na[^"><script>]',
      '| <script> |\n|---|\n| <style> |',
      '&lt;script&gt;alert(1)&lt;/script&gt;',
      '&#x3C;script&#x3E;',
      '`<script>`',
      '<!-- --!><script>alert(1)</script>',
      '<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
      '{{ 7*7 }}{% include "x" %}',
    ]
    for (const payload of payloads) {
      for (const text of [payload, `- ${payload}`, `> ${payload}`, `a ${payload} b`, `**${payload}**`]) {
        const { pieces } = parseMarkdown(text, 1).body
        const html = pieces.map((piece) => (typeof piece === 'string' ? piece : '')).join('')
        const tags = html.match(/<[^>]*>?/g) ?? []
        const known =
          /^<(?:\/?(?:p|h[2-6]|ul|ol|li|blockquote|strong|em|s|code|pre|table|thead|tbody|tr|th|td|div|section|sup|hr|br|a)|(?:h[2-6] id="muc-[a-z0-9-]+"|pre tabindex="0"|th scope="col"|sup class="footnote-ref"|li id="chu-thich-\d+"|(?:div|section|a) (?:(?:(?:class|role|tabindex|aria-label|id)="[^"<>]*"|href="#[a-z0-9-]+") ?)+))>$/
        expect([text, tags.filter((tag) => !known.test(tag))]).toEqual([text, []])
      }
    }
  })
})
