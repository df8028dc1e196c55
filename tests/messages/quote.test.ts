import { describe, expect, it } from 'vitest'
import { amount, lastKey, line, quote, quoteList, shorten, singleQuoted, withLines } from '../../src/messages/quote.ts'
import { diskTrouble, yamlTrouble } from '../../src/messages/trouble.ts'

describe('shorten', () => {
  it('leaves 80 characters and cuts the 81st', () => {
    expect(shorten('ố'.repeat(80))).toBe('ố'.repeat(80))
    expect(shorten('ố'.repeat(81))).toBe(`${'ố'.repeat(79)}…`)
  })

  it('counts characters, not UTF-16 units, and composes', () => {
    expect(shorten('📰'.repeat(80))).toBe('📰'.repeat(80))
    expect(shorten('Tiếng'.normalize('NFD'))).toBe('Tiếng')
  })

  it('is quick and short for megabytes', () => {
    expect([...shorten('x'.repeat(5_000_000))].length).toBe(80)
  })

  it('shows what cannot be seen and joins lines', () => {
    expect(shorten('a\n\t b\u202ec\u001b[0m')).toBe('a b⟨U+202E⟩c⟨U+001B⟩[0m')
  })
})

describe('quoting', () => {
  it('uses Vietnamese quotes', () => {
    expect(quote('Kinh tế')).toBe('“Kinh tế”')
    expect(quoteList(['a', 'b'])).toBe('“a”, “b”')
    expect(quoteList(Array.from({ length: 13 }, (_, i) => `${i}`))).toMatch(/“11”…$/)
    expect(singleQuoted("d'Ivoire")).toBe("'d''Ivoire'")
  })

  it('offers no empty or endless line', () => {
    expect(line(null)).toBeNull()
    expect(line('  ')).toBeNull()
    expect(line('x'.repeat(1001))).toBeNull()
    expect(line('  name:\u200b a\u0000  ')).toBe('  name: a')
  })

  it('ends prose as a sentence when there is nothing to paste', () => {
    expect(withLines('Sửa thành:', 'a', null, 'b')).toBe('Sửa thành:\na\nb')
    expect(withLines('Sửa thành:', null)).toBe('Sửa thành.')
  })

  it('finds the last name of a key', () => {
    expect(['date', 'agency.phone', 'images[2].src', 'authors[0]', 'menu.1.title', ''].map(lastKey)).toEqual([
      'date',
      'phone',
      'src',
      'authors',
      'title',
      '',
    ])
  })

  it('writes numbers as each language does', () => {
    expect(amount(1600.25, 'vi')).toBe('1.600,3')
    expect(amount(1600, 'en')).toBe('1,600')
    const numbers = [
      0, 0.04, 0.05, 0.15, 0.5, 1, 2.15, 4.05, 4.55, 8.35, 8.85, 9.95, 9.96, 12, 99.94, 999.95, 1000, 10_007, 29_868,
      123_456.7, 1_234_567, 12_345_678.9,
    ]
    for (const language of ['vi', 'en'] as const) {
      const { format } = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
      expect(numbers.map((number) => amount(number, language))).toEqual(numbers.map((number) => format(number)))
    }
  })
})

describe('troubles', () => {
  it('knows what parsers and disks complain of', () => {
    expect(yamlTrouble('Missing closing "quote')).toBe('quote')
    expect(yamlTrouble('BLOCK_AS_IMPLICIT_KEY')).toBe('colon-in-value')
    expect(yamlTrouble('MULTILINE_IMPLICIT_KEY')).toBe('no-colon')
    expect(yamlTrouble('Flow sequence in block collection must be sufficiently indented')).toBe('brackets')
    expect(yamlTrouble('BAD_INDENT')).toBe('indent')
    expect(yamlTrouble('?')).toBe('other')
    expect(diskTrouble('EPERM: operation not permitted, open')).toBe('denied')
    expect(diskTrouble('EUNKNOWN')).toBe('other')
  })
})
