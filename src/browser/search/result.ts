import { excerptOf, type Piece } from '../../search/excerpt.ts'
import type { SearchCard, SearchSettings } from '../../search/format.ts'
import type { Query } from '../../search/query.ts'

/** One result, made of text nodes: nothing that was typed or found is ever read as HTML. */
export function resultOf(card: SearchCard, query: Query, { categories }: SearchSettings, expired: string): HTMLElement {
  const item = element('li', 'search-result')
  const title = element('h2', 'search-title')
  const link = document.createElement('a')
  link.href = card.href
  link.append(...marked(excerptOf(card.title, query, true)))
  title.append(link)
  const category = categories.find(({ id }) => id === card.category)?.name || ''
  const [year, month, day] = card.date.split('-')
  const about = element('p', 'search-about')
  const authors = marked(excerptOf(card.authors.map((name) => ` · ${name}`).join(''), query, true))
  about.append([`${day}/${month}/${year}`, category].filter((one) => one !== '').join(' · '), ...authors)
  if (card.expired) {
    const ribbon = element('span', 'ribbon')
    ribbon.append(expired)
    about.append(' ', ribbon)
  }
  const summary = element('p', 'search-excerpt')
  summary.append(...marked(excerptOf(card.summary, query)))
  item.append(title, about, summary)
  return item
}

/** Excerpts of results as these come near the screen, one after the other: each is a page to be read. */
export function showExcerpts(items: Iterable<Element>, query: Query, wanted: () => boolean): void {
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

/** Shows where the words stand in the text itself, if the summary has none of them: the bulletin's own page is read for it. */
async function showExcerpt(item: Element, query: Query, wanted: () => boolean): Promise<void> {
  const place = item.querySelector('.search-excerpt')
  const href = item.querySelector('a')?.href
  if (place === null || href === undefined || place.querySelector('mark') !== null) return
  try {
    const reply = await fetch(href)
    if (!reply.ok) return
    // A parsed page runs no script and loads no picture.
    const page = new DOMParser().parseFromString(mainOf(await reply.text()), 'text/html')
    // The bulletin's own words, and not of others beside it; a theme of one's own may have other names for them.
    const own = page.querySelectorAll('.summary, .prose :is(p, li, td)')
    const told = own.length > 0 ? own : page.querySelectorAll('main :is(p, li, td)')
    const text = [...told].map((one) => one.textContent || '').join(' ')
    const pieces = excerptOf(text.replace(/\s+/g, ' ').trim(), query)
    if (!wanted() || !pieces.some(({ hit }) => hit)) return
    place.textContent = ''
    place.append(...marked(pieces))
  } catch {
    // The summary stays.
  }
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
