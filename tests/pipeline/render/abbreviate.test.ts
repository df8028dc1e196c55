import { describe, expect, it } from 'vitest'
import { abbreviator } from '../../../src/pipeline/render/abbreviate.ts'

const terms = [
  { short: 'Văn phòng HĐND và UBND', long: null },
  { short: 'Ban CHQS', long: 'Ban Chỉ huy quân sự' },
  { short: 'TT&DL', long: 'Thể thao và Du lịch' },
  { short: 'HĐND', long: 'Hội đồng nhân dân' },
  { short: 'UBND', long: 'Ủy ban nhân dân' },
  { short: 'CHQS', long: 'Chỉ huy quân sự' },
  { short: 'BCH', long: null },
  { short: 'TT', long: 'Trung tâm' },
  { short: 'C++', long: 'ngôn ngữ "C++"' },
]

/** What a text comes to, with `[short=long]` for <abbr>. */
const explained = (...texts: readonly string[]): string => {
  const abbreviate = abbreviator(terms)
  return texts
    .map(abbreviate)
    .join(' | ')
    .replace(/<abbr title="([^"]*)">([^<]*)<\/abbr>/g, '[$2=$1]')
}

describe('acronyms', () => {
  it.each([
    ['the first use alone', 'UBND xã, UBND huyện', '[UBND=Ủy ban nhân dân] xã, UBND huyện'],
    [
      'the longest phrase first',
      'Ban CHQS, CHQS, Ban CHQS',
      '[Ban CHQS=Ban Chỉ huy quân sự], [CHQS=Chỉ huy quân sự], Ban CHQS',
    ],
    ['no part of an ambiguous phrase', 'Văn phòng HĐND và UBND', 'Văn phòng HĐND và UBND'],
    ['nothing ambiguous', 'BCH họp', 'BCH họp'],
    [
      'next to punctuation',
      '(UBND), “HĐND”: TT&DL.',
      '([UBND=Ủy ban nhân dân]), “[HĐND=Hội đồng nhân dân]”: [TT&amp;DL=Thể thao và Du lịch].',
    ],
    ['joined by a dash', 'HĐND-UBND, HĐND – UBND', '[HĐND=Hội đồng nhân dân]-[UBND=Ủy ban nhân dân], HĐND – UBND'],
    ['no part of a word', 'UBNDX xUBND ĐUBND UBNDế UBND2', 'UBNDX xUBND ĐUBND UBNDế UBND2'],
    ['no part before a mark that combines', 'UBND\u0323 x', 'UBND\u0323 x'],
    ['no part of TT&DL', 'TT&DL TT', '[TT&amp;DL=Thể thao và Du lịch] [TT=Trung tâm]'],
    [
      'no number of a document',
      'số 12/2023/QĐ-UBND, số 5-KH/HĐND, số /TB-UBND; UBND',
      'số 12/2023/QĐ-UBND, số 5-KH/HĐND, số /TB-UBND; [UBND=Ủy ban nhân dân]',
    ],
    ['over a blank that does not break', 'Ban\u00A0CHQS', '[Ban\u00A0CHQS=Ban Chỉ huy quân sự]'],
    ['other capitals are other words', 'ubnd Ubnd', 'ubnd Ubnd'],
    ['signs of regular expressions', 'C++, Cxx', '[C++=ngôn ngữ &quot;C++&quot;], Cxx'],
    ['markup as text', '<b>UBND & x', '&lt;b&gt;[UBND=Ủy ban nhân dân] &amp; x'],
  ])('%s', (_, text, html) => expect(explained(text)).toBe(html))

  it('counts over the pieces of one body', () =>
    expect(explained('UBND xã', 'và UBND huyện')).toBe('[UBND=Ủy ban nhân dân] xã | và UBND huyện'))
})
