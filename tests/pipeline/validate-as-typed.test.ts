import { describe, expect, it } from 'vitest'
import { wordsOf } from '../../src/messages/words-of.ts'
import { bulletin, portal } from '../portal.ts'

describe('a text where a map belongs', () => {
  it.each([
    ['source: Báo Thanh Hóa', 'source: {name: Báo Thanh Hóa}'],
    ['source: "Báo A, B"', "source: {name: 'Báo A, B'}"],
    ['source: https://baothanhhoa.vn/a', "source: {name: '[điền: …]', url: https://baothanhhoa.vn/a}"],
    ['withdrawn: Sai số liệu', 'withdrawn: {date: 15/01/2023, reason: Sai số liệu}'],
    ['withdrawn: true', "withdrawn: {date: 15/01/2023, reason: '[điền: …]'}"],
    ['withdrawn: "Có"', "withdrawn: {date: 15/01/2023, reason: '[điền: …]'}"],
    ['withdrawn: 28/11/2026', "withdrawn: {date: 28/11/2026, reason: '[điền: …]'}"],
    ['withdrawn: 2026/09/05', "withdrawn: {date: 05/09/2026, reason: '[điền: …]'}"],
    ['corrections: true', "corrections: [{date: 15/01/2023, text: '[điền: …]'}]"],
    ['corrections: 05/10/2026', "corrections: [{date: 05/10/2026, text: '[điền: …]'}]"],
    ['corrections: [05/10/2026 16h20]', "corrections: [{date: 05/10/2026 16h20, text: '[điền: …]'}]"],
    ['source: có', "source: {name: '[điền: …]'}"],
    ['attachments: [Kế hoạch số 12.pdf]', 'attachments: [{src: Kế hoạch số 12.pdf, title: Kế hoạch số 12}]'],
    ['images: [a.jpg, {src: b.jpg}]', "images: [{src: a.jpg, caption: '[điền: …]'}, {src: b.jpg}]"],
  ])('%s is offered as %s', async (typed, offered) => {
    const one = portal({ 'content/bulletins/2023/hoi-nghi.md': bulletin('Hội nghị', `${typed}\n`) })
    try {
      const { diagnostics } = await one.build()
      const told = diagnostics.find(({ diagnostic }) => diagnostic.code === 'field/type')
      expect(told && wordsOf(told.diagnostic, 'vi').remedy).toContain(offered)
    } finally {
      one.close()
    }
  })
})
