import { excerptOf, type Piece, partsIn } from '../../search/excerpt.ts'
import type { SearchCard, SearchSettings } from '../../search/format.ts'
import type { Query } from '../../search/query.ts'

/** One result, made of text nodes: nothing that was typed or found is ever read as HTML. asTyped: the bulletin has the marks that were typed, so other ones are no hits. */
export function resultOf(
  card: SearchCard,
  query: Query,
  asTyped: boolean,
  { categories }: SearchSettings,
  words: DOMStringMap,
): HTMLElement {
  const item = element('li', 'search-result')
  if (asTyped) item.dataset['asTyped'] = ''
  const told = [card.title, card.summary, ...card.authors].join(' | ')
  const whole = query.parts.length + (query.parts.length > 1 ? 0.5 : 0)
  if (partsIn(told, query, asTyped) < whole) item.dataset['untold'] = ''
  const title = element('h2', 'search-title')
  const link = document.createElement('a')
  link.href = card.href
  link.append(...marked(excerptOf(card.title, query, { whole: true, asTyped })))
  title.append(link)
  const category = categories.find(({ id }) => id === card.category)?.name || ''
  const about = element('p', 'search-about')
  // A standing page is of no day.
  const date =
    card.date === ''
      ? { text: words['page'] || '', hit: false }
      : { text: card.date.split('-').reverse().join('/'), hit: query.day !== null && card.date.startsWith(query.day) }
  const authors = marked(excerptOf(card.authors.map((name) => ` · ${name}`).join(''), query, { whole: true, asTyped }))
  about.append(...marked([date]), category === '' ? '' : ` · ${category}`, ...authors)
  if (card.expired) {
    const ribbon = element('span', 'ribbon')
    ribbon.append(words['expired'] || '')
    about.append(' ', ribbon)
  }
  const summary = element('p', 'search-excerpt')
  summary.append(...marked(excerptOf(card.summary, query, { asTyped })))
  item.append(title, about, summary)
  return item
}

/** What else there is to find on a bulletin's page, as the tool's own theme has it. */
const AROUND =
  '.prose h2, .prose h3, .prose h4, .prose th, .bulletin .file-title, .standing .file-title, .bulletin figcaption, .corrections p, .signature, .origin, .tags'

/** Excerpts of results as these come near the screen, one after the other: each is a page to be read. */
export function showExcerpts(items: Iterable<HTMLElement>, query: Query, wanted: () => boolean): void {
  let before = Promise.resolve()
  for (const item of items)
    void nearScreen(item).then(() => {
      before = before.then(() => (wanted() ? showExcerpt(item, query, wanted) : undefined))
    })
}

/** Once an element is less than half a screen away; at once where browsers do not tell, as iPhones of 2018. Never, if it leaves the page before. */
export const nearScreen = (element: Element): Promise<void> =>
  new Promise((near) => {
    if (!('IntersectionObserver' in window)) {
      near()
      return
    }
    const watch = new IntersectionObserver(
      (seen) => {
        if (!seen.some(({ isIntersecting }) => isIntersecting)) return
        watch.disconnect()
        near()
      },
      { rootMargin: '50%' },
    )
    watch.observe(element)
  })

/** Shows where the words stand in the text itself, if one of them stands neither in the title nor in the summary, or they stand together in neither: the bulletin's own page is read for it. */
async function showExcerpt(item: HTMLElement, query: Query, wanted: () => boolean): Promise<void> {
  const place = item.querySelector('.search-excerpt')
  const href = item.querySelector('a')?.href
  if (place === null || href === undefined || !('untold' in item.dataset)) return
  // Of a day or a month asked for the result says that it is of it.
  if (query.day !== null && item.querySelector('.search-about mark') !== null) return
  try {
    const reply = await fetch(href)
    if (!reply.ok) return
    // A parsed page runs no script and loads no picture.
    const page = new DOMParser().parseFromString(mainOf(await reply.text()), 'text/html')
    const text = textOf(page, query.day === null ? AROUND : `${AROUND}, .byline span`)
    const pieces = excerptOf(text.replace(/\s+/g, ' ').trim(), query, { asTyped: 'asTyped' in item.dataset })
    const parts = (told: string): number => partsIn(told, query, 'asTyped' in item.dataset)
    const isMore = parts(pieces.map(({ text: run }) => run).join('')) > parts(place.textContent || '')
    if (!wanted() || !isMore) return
    place.textContent = ''
    place.append(...marked(pieces))
  } catch {
    // The summary stays.
  }
}

/** The bulletin's own words, and not of others beside it; a theme of one's own may have other names for them. What stands around the text is no sentence of it. */
function textOf(page: Document, around: string): string {
  // Their numbers and arrows are no words.
  for (const one of page.querySelectorAll('.footnote-ref, .footnote-back')) one.remove()
  // Paragraphs of an item, and items of an item, are told with it.
  const told = (selector: string): readonly string[] =>
    [...page.querySelectorAll(selector)].flatMap((one) =>
      one.parentElement?.closest(selector) == null ? one.textContent || '' : [],
    )
  const own = told('.summary, .prose p, .prose li')
  // Cells are no sentences: what stands in the text as well is shown from there.
  const cells = told('.prose td')
  if (own.length + cells.length === 0) return told('main p, main li, main td').join(' ')
  return [own.join(' '), cells.join(' '), ...told(around)].filter(Boolean).join(' · ')
}

/** Of a page what it is about: half of it is banner, menu and footer, and to parse them is as dear. */
function mainOf(html: string): string {
  const from = html.indexOf('<main')
  const to = html.lastIndexOf('</main>')
  return from < 0 || to < from ? html : html.slice(from, to)
}

const marked = (pieces: readonly Piece[]): readonly Node[] =>
  pieces.map(({ text, hit }) => {
    if (!hit) return document.createTextNode(text)
    const mark = document.createElement('mark')
    mark.append(text)
    return mark
  })

function element(name: string, className: string): HTMLElement {
  const made = document.createElement(name)
  made.className = className
  return made
}
