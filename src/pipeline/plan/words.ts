import type { Config } from '../../core/config.ts'
import { monthNameOf } from '../../text/day.ts'

/** The words that planning itself puts on pages, feeds and data: titles of the tool's own pages. */
export interface PlanWords {
  readonly home: string
  readonly categories: string
  readonly notFound: string
  readonly authors: string
  readonly tags: string
  readonly archive: string
  readonly map: string
  readonly corrections: string
  readonly search: string
  readonly rss: string
  /** How browsers and those it is shared with call the page of an author or a tag: a section may have the same name. */
  author(name: string): string
  tag(name: string): string
  withdrawn(title: string): string
  year(year: string): string
  month(month: string, year: string): string
}

/** Under which keys they stand among the theme's words. */
export const KEYS = {
  home: 'home',
  categories: 'title.categories',
  notFound: 'title.not-found',
  authors: 'title.authors',
  tags: 'title.tags',
  archive: 'title.archive',
  map: 'title.map',
  corrections: 'title.corrections',
  search: 'title.search',
  rss: 'footer.rss',
  author: 'title.author',
  tag: 'title.tag',
  withdrawn: 'title.withdrawn',
  year: 'title.year',
  month: 'title.month',
} as const satisfies { readonly [K in keyof PlanWords]: string }

/** Month numbers as administrative texts write them: zero only for 1 and 2 (Nghị định 30/2020/NĐ-CP); in English months are names. */
function monthIn(language: Config['language'], month: string): string {
  if (language === 'en') return monthNameOf(month)
  return Number(month) < 3 ? month : String(Number(month))
}

/** As a period stands within a line: `năm 2023`, `year 2023`, but `January 2023`. A word in capitals keeps them. */
export function withinLine(name: string, language: Config['language']): string {
  const isName = language === 'en' && MONTHS.some((month) => name.startsWith(monthNameOf(month)))
  return isName ? name : name.replace(/^\p{Lu}(?!\p{Lu})/u, (first) => first.toLowerCase())
}

const MONTHS = Array.from({ length: 12 }, (_, index) => `${index + 1}`)

/** From the theme's words in the portal's language. A gap that nothing fills stays as it is written. */
export function planWords(strings: { readonly [key: string]: string }, language: Config['language']): PlanWords {
  const word = (key: keyof PlanWords, values: Readonly<Record<string, string>> = {}): string =>
    (strings[KEYS[key]] ?? KEYS[key]).replace(/\{(\w+)\}/g, (gap, name: string) =>
      Object.hasOwn(values, name) ? (values[name] ?? gap) : gap,
    )
  return {
    home: word('home'),
    categories: word('categories'),
    notFound: word('notFound'),
    authors: word('authors'),
    tags: word('tags'),
    archive: word('archive'),
    map: word('map'),
    corrections: word('corrections'),
    search: word('search'),
    rss: word('rss'),
    author: (name) => word('author', { name }),
    tag: (name) => word('tag', { name }),
    withdrawn: (title) => word('withdrawn', { title }),
    year: (year) => word('year', { year }),
    month: (month, year) => word('month', { month: monthIn(language, month), year }),
  }
}
