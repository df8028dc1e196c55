import { describe, expect, it } from 'vitest'
import { type Code, type Codes, severities } from '../../src/core/codes.ts'
import { diagnose } from '../../src/core/diagnostic.ts'
import type { Words } from '../../src/messages/words.ts'
import { wordsOf } from '../../src/messages/words-of.ts'
import { examples, variants } from './examples.ts'
import { english, plainText } from './plain.ts'

const codes = Object.keys(severities) as Code[]

/** Every example of a code, its variants included. */
const paramsOf = (code: Code): readonly Codes[Code][] => [examples[code], ...(variants[code] ?? [])]

const wordsFor = (code: Code, language: 'vi' | 'en'): readonly Words[] =>
  paramsOf(code)
    .map((params) => diagnose<Code>(code, params))
    .flatMap((one) => [one, ...theres.map((there) => ({ ...one, there }))])
    .map((one) => wordsOf(one, language))

/** What its remedy offers may be there already, on one line or on several. */
const theres = [
  { first: 7, last: 7, items: 'words/dash', dashes: null },
  { first: 7, last: 9, items: 'words/dash, link/host', dashes: 3 },
]

const partsOf = ({ what, why, remedy }: Words): readonly string[] =>
  [what, why, remedy].filter((part) => part !== undefined)

const proseOf = (part: string): string => part.split('\n')[0] ?? ''

describe('every code', () => {
  for (const code of codes) {
    for (const language of ['vi', 'en'] as const) {
      it(`${code} is said well in ${language}`, () => {
        for (const words of wordsFor(code, language)) {
          expect(words.what.length).toBeGreaterThan(10)
          for (const part of partsOf(words)) {
            expect(part).not.toMatch(/undefined|\[object|NaN|\bnull\b/)
            expect(part).toBe(part.normalize('NFC'))
            expect(part).toBe(part.trim())
            expect(part).not.toMatch(/[^\s] {2}|\n\n|\.\.(?![./”])|\?\.|“”/)
          }
          expect(words.what).not.toContain('\n')
          expect(words.what).toMatch(/[.?]$/)
          expect(words.why ?? 'x.').toMatch(/\.$/)
          if (severities[code] === 'error') expect(words.remedy).toBeDefined()
          if (words.remedy !== undefined)
            expect(proseOf(words.remedy)).toMatch(words.remedy.includes('\n') ? /:$/ : /\.$/)
        }
      })
    }
    it(`${code} has no English in its Vietnamese`, () => {
      for (const words of wordsFor(code, 'vi')) {
        const prose = partsOf(words).map(proseOf)
        expect(prose.map(plainText).filter((text) => english.test(text))).toEqual([])
        expect(prose.join(' ')).toMatch(/[ạảãàáâậầấẩẫăắằặẳẵđêệềếểễôộồốổỗơợờớởỡưựừứửữ]/u)
      }
    })
    it(`${code} differs between the languages and names what was given`, () => {
      const [vi] = wordsFor(code, 'vi')
      const [en] = wordsFor(code, 'en')
      expect(vi?.what).not.toBe(en?.what)
      for (const value of givenIn(code)) {
        expect(`${vi?.what} ${vi?.remedy}`).toContain(value)
        expect(`${en?.what} ${en?.remedy}`).toContain(value)
      }
    })
  }

  it('stands in the examples, and only codes do', () => {
    expect(Object.keys(examples).sort()).toEqual([...codes].sort())
  })
})

/** Params that are translated or only guide the words. */
const notNamed = new Set(['detail', 'expected', 'likely', 'reason', 'state', 'what', 'where', 'why', 'tag'])

/** The given texts of a code's example that a reader must find again in the message. */
const givenIn = (code: Code): readonly string[] =>
  Object.entries(examples[code])
    .filter(([key, value]) => typeof value === 'string' && !notNamed.has(key) && !/\p{Cc}/u.test(value))
    .map(([key, value]) => (code === 'config/contact' && key === 'key' ? 'agency.phone' : String(value)))

describe('wordsOf', () => {
  it('says the message of the contract word for word', () => {
    const diagnostic = diagnose('category/unknown', {
      given: 'quoc-phong-an-nin',
      nearest: 'quoc-phong-an-ninh',
      nearestName: 'Quốc phòng – An ninh',
      known: [],
    })
    expect(wordsOf(diagnostic, 'vi')).toEqual({
      what: 'Chưa có chuyên mục “quoc-phong-an-nin”. Có phải ý anh/chị là “quoc-phong-an-ninh” (Quốc phòng – An ninh)?',
      why: 'Bài chưa thể đăng vì chưa rõ thuộc chuyên mục nào.',
      remedy: 'Xem danh sách trong tệp content/categories.yml.',
    })
  })

  it('uses the fixed words for a full disk and a held lock', () => {
    expect(wordsOf(diagnose('disk/full', { path: 'dist' }), 'vi').what).toContain('Ổ đĩa đã đầy')
    expect(wordsOf(diagnose('lock/held', examples['lock/held']), 'vi').what).toContain(
      'Đang có lần xuất trang khác chạy trên máy “MAY-VAN-PHONG”',
    )
  })

  it('shows every accepted form of a date', () => {
    const { remedy } = wordsOf(diagnose('date/form', { key: 'date', given: 'hôm qua', meant: null }), 'vi')
    for (const form of ['13/01/2023', '13-01-2023', '2023-01-13', '16:20', '16h20']) expect(remedy).toContain(form)
  })

  it('writes the whole year of the given day', () => {
    const words = wordsOf(diagnose('date/short-year', { key: 'slogan.from', given: '14-02-23 08:00' }), 'vi')
    expect(words.remedy).toMatch(/\nfrom: 14\/02\/2023$/)
  })

  it('offers the corrected line whole, however long', () => {
    const suggestion = `title: "${'Hội nghị tổng kết '.repeat(20)}"`
    const { remedy } = wordsOf(diagnose('yaml/syntax', { detail: 'x', suggestion }), 'vi')
    expect(remedy?.split('\n')[1]).toBe(suggestion)
  })

  it('says the key once where the example already has it', () => {
    const bare = wordsOf(diagnose('field/empty', { key: 'agency.phone', example: '0237 000 000' }), 'vi')
    const whole = wordsOf(diagnose('field/empty', { key: 'phone', example: 'phone: 0237 000 000' }), 'vi')
    expect(bare.remedy?.split('\n')[1]).toBe('phone: 0237 000 000')
    expect(whole.remedy?.split('\n')[1]).toBe('phone: 0237 000 000')
  })

  it.each([
    ['www.chinhphu.vn', '\nhttps://www.chinhphu.vn'],
    ['thanhhoa.gov.vn/tin?id=1', '\nhttps://thanhhoa.gov.vn/tin?id=1'],
    ['zalo.me/0237', '\nhttps://zalo.me/0237'],
    ['d.pdf', 'Chép tệp vào cùng thư mục với bài'],
    ['Kế hoạch #2.docx', 'Chép tệp vào cùng thư mục với bài'],
    ['d.pdf#page=2', 'Chép tệp vào cùng thư mục với bài'],
    ['cai-dat.exe', 'đúng tên tệp của bài kia'],
    ['../khac/index.md', 'đúng tên tệp của bài kia'],
    ['/khong-co/', 'đúng một trang của cổng'],
  ])('says what %s as a link was meant for', (href, said) => {
    expect(wordsOf(diagnose('link/broken', { href, nearest: null }), 'vi').remedy).toContain(said)
  })

  it('keeps hostile and long values on one short line, in every code', () => {
    const hostile = `a\u0000\u001b[31m\u202e\r\n\u200b${'ố'.normalize('NFD').repeat(5000)}`
    for (const code of codes) {
      const params = Object.fromEntries(
        Object.entries(examples[code]).map(([key, value]) => [
          key,
          typeof value === 'string' && !['why', 'expected'].includes(key) ? hostile : value,
        ]),
      ) as Codes[Code]
      for (const language of ['vi', 'en'] as const)
        for (const part of partsOf(wordsOf(diagnose<Code>(code, params), language))) {
          expect(part.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
          expect(part.length).toBeLessThan(1200)
          expect(part).toBe(part.normalize('NFC'))
        }
    }
  })
})
