import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeWorld, REPOSITORY } from '../portal.ts'
import { indexOf } from './index-of.ts'

const cases = readFileSync(join(REPOSITORY, 'tests/search/queries.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(' | ').map((part) => part.trim()))

let opened: Awaited<ReturnType<typeof indexOf>>
beforeAll(async () => {
  opened = await indexOf(makeWorld(REPOSITORY))
})

describe('search over the portal of the repository', () => {
  it.each(cases)('%s → %s', async (query = '', wanted = '', how = 'all') => {
    const typed = query.endsWith('…') ? query.slice(0, -1) : `${query} `
    for (const form of ['NFC', 'NFD'] as const) {
      const answer = await opened.all(typed.normalize(form))
      expect(answer.how).toBe(how)
      expect(answer.hrefs[0] ?? '').toContain(`/${wanted}/`)
    }
  })

  it.each(['12/KH-UBND', 'Nguyễn Văn Tèo', 'số 999/QĐ'])('puts no other word in the place of %s', async (query) => {
    expect((await opened.all(`${query} `)).how).toBe('some')
  })

  it('has sixty queries or more', () => expect(cases.length).toBeGreaterThanOrEqual(60))

  it('narrows by section, year and author', async () => {
    const { all } = opened
    const everything = await all('xuân ')
    const some = await all('xuân ', { year: '2023' })
    expect(some.cards.length).toBeGreaterThan(0)
    expect(some.cards.length).toBeLessThan(everything.cards.length)
    expect(some.cards.every(({ date }) => date.startsWith('2023'))).toBe(true)
    const news = await all('huyện ', { category: 'tin-tuc-su-kien' })
    expect(new Set(news.cards.map(({ category }) => category)).has('quoc-phong-an-ninh')).toBe(true)
    expect(news.cards.some(({ category }) => category === 'thong-bao')).toBe(false)
    const own = await all('huyện ', { author: 'khac cuong' })
    expect(own.cards.length).toBeGreaterThan(0)
    expect(own.cards.every(({ authors }) => authors.includes('Khắc Cường'))).toBe(true)
  })

  it.each([
    '.*',
    '[(',
    '(a+)+$',
    '<img src=x onerror=alert(1)>',
    '__proto__',
    'constructor toString',
    '%00',
    '"',
    '\\',
    '🙂',
    'a'.repeat(5000),
    'ạ'.repeat(5000),
  ])('takes %s as words and nothing else', async (query) => {
    const { cards } = await opened.all(query)
    expect(cards.every(({ href }) => href.startsWith('/'))).toBe(true)
  })
})
