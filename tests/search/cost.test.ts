import { beforeEach, describe, expect, it } from 'vitest'
import { buildSegment } from '../../src/search/build.ts'
import { type Index, openIndex } from '../../src/search/find.ts'
import { bucketsFor, INDEX_VERSION, PAGES, type SearchSettings } from '../../src/search/format.ts'
import type { SearchDocument } from '../../src/search/gather.ts'
import { nearWords } from '../../src/search/near.ts'

/** The newest quarter, the rest of its year, and ten years before. */
const PERIODS = ['2025-q4', ...Array.from({ length: 11 }, (_, ago) => `${2025 - ago}`)]
const COUNT = 400

/** Every twentieth bulletin speaks of a village well, and only in its text: its card lies beside no word. */
const document = (year: string, number: number): SearchDocument => ({
  card: {
    title: `Tin số ${number}`,
    href: `/${year}/tin-${number}/`,
    date: `${year.slice(0, 4)}-01-01`,
    category: 'tin-tuc',
    authors: [],
    summary: 'Nội dung bài viết.',
    expired: false,
  },
  unit: '',
  labels: [],
  text: number % 20 === 0 ? 'Bên giếng làng cũ.' : 'Trên đường liên xã.',
})

/** Standing pages. */
const PAGE_COUNT = 12

const FILES = new Map(
  [...PERIODS, PAGES]
    .flatMap((id) => {
      const documents = Array.from({ length: id === PAGES ? PAGE_COUNT : COUNT }, (_, number) => document(id, number))
      return [...buildSegment({ id, stamp: id, documents })]
    })
    .map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]),
)
const SETTINGS: SearchSettings = {
  version: INDEX_VERSION,
  segments: PERIODS.map((id) => ({ id, ...bucketsFor(COUNT) })),
  pages: { id: PAGES, ...bucketsFor(PAGE_COUNT) },
  categories: [],
  ended: [],
  glossary: [],
}

let asked: string[] = []
let index: Index
beforeEach(async () => {
  asked = []
  index = await openIndex((file) => {
    asked.push(file)
    return Promise.resolve(file === 'muc-luc.json' ? SETTINGS : JSON.parse(FILES.get(file) ?? 'null'))
  }, nearWords)
})

/** Asks as the search page does; what had been got when the first answer stood, and how it was found. */
async function first(text: string) {
  for await (const { ranked, how, words } of index.find(`${text} `, { category: '', year: '', author: '' })) {
    const shown = ranked.slice(0, 10)
    const cards = await index.cards(shown.slice(0, index.ready(shown)))
    return { files: asked.length, titles: cards.map(({ title }) => title), how, words: words.trim() }
  }
  throw new Error('no answer')
}

describe('what a query costs a reader', () => {
  it('two words ask for no more than ten files until the newest two years have answered, cards included', async () => {
    const { files, titles } = await first('giếng làng')
    expect(files).toBeLessThanOrEqual(10)
    expect(titles.length).toBeGreaterThanOrEqual(2)
    expect(asked.filter((file) => /\/c\d+\.json$/.test(file))).toHaveLength(2)
  })

  it('of older periods a word that newer ones do not have is looked for alone', async () => {
    await first('giếng làngx')
    const older = asked.filter((file) => file.startsWith('2019/'))
    expect(older).toHaveLength(1)
  })

  it('a slip is mended in two periods, and with few files more', async () => {
    const { how, words, files } = await first('gieng lnag')
    expect({ how, words }).toEqual({ how: 'near', words: 'gieng làng' })
    expect(files).toBeLessThanOrEqual(30)
  })
})
