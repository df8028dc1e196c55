import type { Answer, Filters, Index, Ranked } from '../search/find.ts'
import { type SearchCard, SHOWN } from '../search/format.ts'
import { grouped } from '../text/grouped.ts'
import { indexAt } from './search/index-at.ts'
import { mendFrom } from './search/mend-loader.ts'
import { nearScreen, resultOf, showExcerpts } from './search/result.ts'
import { openSuggestions } from './search/suggestions.ts'

// The search page. Words come from its data attributes; what is typed and found is only ever set as text.
const PAUSE = 200
/** A result is seldom lower than this, in CSS pixels: with those that fill the screen the answer is drawn, before anything else is made or fetched. */
const LOWEST = 130
const root = document.querySelector<HTMLElement>('[data-search]')
const form = root?.querySelector<HTMLFormElement>('.search-form') ?? null

function start(place: HTMLElement, asking: HTMLFormElement): void {
  const words = place.dataset
  const said = find(place, '.search-said')
  const list = find(place, '.search-results')
  const more = find(place, '.search-more')
  const field = asking.elements.namedItem('q') as HTMLInputElement
  const suggestions = openSuggestions(field, find(place, '.search-suggestions'))
  const index = indexAt(words['search'] || '', mendFrom(words['mend']))
  let round = 0
  const before = keptOf(history.state)
  let shown = Math.max(SHOWN, before.shown)
  let unkept = false
  // The way back from a bulletin leads to what was found, and there to where the reader was: the address is that of the last words typed too.
  const keep = (at = -1): void => {
    unkept = false
    history.replaceState({ shown, at }, '', addressOf(asking))
  }
  /** After the answer: with another address browsers fetch and draw the icon again. */
  const keepLate = (): void => {
    if (unkept) keep()
  }
  const linkOf = (at: number): HTMLElement | null => list.children[at]?.querySelector('a') ?? null
  /** from: how many stand before them. Before the first with other marks than those typed the list says so. */
  const itemsOf = (cards: readonly SearchCard[], from: number, answer: Answer, { settings }: Index) =>
    cards.map((card, at) => {
      const item = resultOf(card, answer.query, from + at < answer.exact, settings, words)
      const apart = words['apart']
      if (apart !== undefined && answer.exact > 0 && from + at === answer.exact)
        item.prepend(paragraph('search-apart', apart, answer))
      return item
    })
  /** Whether the keyboard is to stand at one of them: then all are shown at once. */
  const whole = (): boolean => shown > SHOWN || before.at >= 0
  const atOnce = (opening: Index, ranked: readonly Ranked[]): readonly Ranked[] =>
    whole() ? ranked : ranked.slice(0, opening.ready(ranked))
  /** Those whose cards are in more files than a first answer waits for: when the reader comes near. */
  const showRest = async (opening: Index, rest: readonly Ranked[], answer: Answer, current: () => boolean) => {
    await nearScreen(list.lastElementChild ?? list)
    const cards = current() ? await opening.cards(rest).catch(() => []) : []
    if (!current()) return
    const items = itemsOf(cards, list.children.length, answer, opening)
    list.append(...items)
    showExcerpts(items, answer.query, current)
  }

  const show = async (typing: boolean): Promise<void> => {
    round += 1
    const mine = round
    const text = field.value
    const filters = filtersOf(asking)
    if (text.trim() === '' && Object.values(filters).every((value) => value === '')) {
      list.textContent = ''
      more.hidden = true
      suggestions.close()
      say(said, words['empty'], {})
      giveRoomBack()
      keepLate()
      return
    }
    let isFirst = true
    try {
      const opening = await index.open()
      // A finished word: the blank says that it is no beginning.
      for await (const answer of opening.find(typing ? text : `${text} `, filters)) {
        if (mine !== round) return
        const { ranked, done } = answer
        const first = atOnce(opening, ranked.slice(0, shown))
        const cards = await opening.cards(first)
        if (mine !== round) return
        // Of later answers all at once: whoever has gone down already stays where he is.
        const screen = whole() || !isFirst ? cards.length : Math.ceil(innerHeight / LOWEST)
        list.textContent = ''
        list.append(...itemsOf(cards.slice(0, screen), 0, answer, opening))
        more.hidden = ranked.length <= shown
        if (typing && answer.how !== 'list') suggestions.offer(cards.slice(0, 6))
        else suggestions.close()
        const line = done ? lineOf(answer) : 'older'
        say(said, words[line] ?? words['many'], valuesOf(answer, text, done))
        if (done) giveRoomBack()
        await drawn()
        if (mine !== round) return
        keepLate()
        // On a phone the answer would stand below the screen, and nothing would seem to have happened; the way back leads to where the reader was.
        const isBelow = list.getBoundingClientRect().top > innerHeight * 0.8
        if (isFirst && isBelow && !typing && (mine > 1 || before.at < 0)) asking.scrollIntoView()
        isFirst = false
        list.append(...itemsOf(cards.slice(screen), screen, answer, opening))
        if (!done) continue
        const current = (): boolean => mine === round
        // What was not asked for is nowhere.
        if (answer.query.parts.length > 0)
          showExcerpts(list.children as HTMLCollectionOf<HTMLElement>, answer.query, current)
        const rest = ranked.slice(first.length, shown)
        if (rest.length > 0) void showRest(opening, rest, answer, current)
      }
    } catch {
      index.forget()
      if (mine !== round) return
      say(said, words['broken'], {})
      giveRoomBack()
      keepLate()
    }
  }

  readAddress(asking)
  const ask = (typing: boolean): void => {
    shown = SHOWN
    unkept = true
    void show(typing)
  }
  // The first file is on its way while one still types.
  field.addEventListener('focus', () => void index.open().catch(() => index.forget()))
  let timer = 0
  field.addEventListener('input', () => {
    clearTimeout(timer)
    timer = window.setTimeout(() => {
      ask(true)
    }, PAUSE)
  })
  const settle = (): void => {
    clearTimeout(timer)
    suggestions.close()
    ask(false)
  }
  asking.addEventListener('submit', (event) => {
    event.preventDefault()
    settle()
  })
  asking.addEventListener('change', (event) => {
    if (event.target !== field) settle()
  })
  more.addEventListener('click', () => {
    const first = list.children.length
    shown += SHOWN
    keep()
    // The reader goes on where the new ones begin.
    void show(false).then(() => linkOf(first)?.focus())
  })
  list.addEventListener('click', ({ target }) => {
    const item = (target as HTMLElement).closest('a')?.closest('li')
    if (item != null) keep([...list.children].indexOf(item))
  })
  void show(false).then(() => {
    if (document.activeElement === document.body) linkOf(before.at)?.focus()
  })
}

/** Once what is in the page has been drawn; soon, where nothing is drawn, as in a tab behind others. */
const drawn = (): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, 100)
    requestAnimationFrame(() => setTimeout(done))
  })

/**
 * Ends the room that was kept below the field until the answer of a link came (head.ts): what stands below it was off the screen, and
 * where the answer is short it now comes into sight. It is drawn with the next picture, for browsers call it moved otherwise.
 */
function giveRoomBack(): void {
  const page = document.documentElement.classList
  if (!page.contains('asking')) return
  page.remove('asking')
  page.add('answered')
  void drawn().then(() => page.remove('answered'))
}

/** What the history has kept of this page: how many results were shown, and the number of the one that was followed. */
function keptOf(state: unknown): { readonly shown: number; readonly at: number } {
  const { shown, at } = (state ?? {}) as { readonly shown?: unknown; readonly at?: unknown }
  return { shown: Number(shown) || 0, at: typeof at === 'number' ? at : -1 }
}

/** Which sentence says what was found (data attributes of the page), in `valuesOf`. */
function lineOf({ ranked, exact, how, query }: Answer): string {
  const { day } = query
  // `2026-09`
  const dated = day === null ? null : day.length > 7 ? 'day' : 'month'
  if (how === 'list') return ranked.length === 0 ? 'listedNone' : 'listed'
  if (ranked.length === 0) return dated === null ? 'none' : `${dated}None`
  if (how !== 'all') return how
  if (exact === 0) return 'marks'
  if (exact < ranked.length) return 'exact'
  return dated ?? (exact === 1 ? 'one' : 'many')
}

/** n: how many are as typed, or all, where that is not the question; m: how many others there are. */
function valuesOf(answer: Answer, text: string, done: boolean): Readonly<Record<string, string>> {
  const { ranked, exact, how, others } = answer
  const number = (count: number): string => grouped(`${count}`, document.documentElement.lang === 'vi' ? '.' : ',')
  const all = !done || exact === 0 || how === 'some'
  const near = [...(how === 'near' ? [unquoted(answer.words)] : []), ...(exact === 0 ? others : [])]
  return {
    q: unquoted(text),
    day: (answer.query.day ?? '').split('-').reverse().join('/'),
    n: number(all ? ranked.length : exact),
    m: number(ranked.length - exact),
    near: near.join('”, “'),
    others: others.map((word) => `“${word}”`).join(', '),
  }
}

/** What was typed, without quotation marks around all of it: the sentence it goes into has its own. */
const unquoted = (text: string): string => text.trim().replace(/^["“”„«»]([^"“”„«»]+)["“”„«»]$/, '$1')

function find(place: HTMLElement, selector: string): HTMLElement {
  const found = place.querySelector<HTMLElement>(selector)
  if (found === null) throw new Error(selector)
  return found
}

/** What a sentence ends with where there is something to name: while a word is typed there may be too many. */
const NAMED = /: ?“?\[(\w+)\]”?/

/** Fills a sentence of the theme: `[q]`, `[n]`, and `[n|article|articles]`, the first where n is 1. Said again only when it is another. */
function say(place: HTMLElement, sentence = '', values: Readonly<Record<string, string>>): void {
  const text = sentence
    .replace(NAMED, (end, name: string) => (values[name] === '' ? '' : end))
    .split(/\[([^\]]+)\]/)
    .map((part, at) => (at % 2 ? filled(part.split('|'), values) : part))
  if (place.textContent !== text.join('')) place.textContent = text.join('')
}

const filled = ([name = '', one, many]: readonly string[], values: Readonly<Record<string, string>>): string =>
  (one ? (values[name] === '1' ? one : many) : values[name]) || ''

/** A sentence of the theme as a paragraph of its own. */
function paragraph(className: string, sentence: string, answer: Answer): HTMLElement {
  const made = document.createElement('p')
  made.className = className
  say(made, sentence, valuesOf(answer, '', true))
  return made
}

/** The controls, as addresses name them. */
const NAMES = ['q', 'chuyen-muc', 'nam', 'tac-gia']
const valueIn = (asking: HTMLFormElement, name: string): string =>
  (asking.elements.namedItem(name) as HTMLInputElement | null)?.value || ''

function filtersOf(asking: HTMLFormElement): Filters {
  const [, category = '', year = '', author = ''] = NAMES.map((name) => valueIn(asking, name))
  return { category, year, author }
}

/** `?q=` and the filters as a link has them. */
function readAddress(asking: HTMLFormElement): void {
  for (const [name, value] of new URLSearchParams(location.search)) {
    const control = asking.elements.namedItem(name)
    if (control instanceof HTMLInputElement) control.value = value.slice(0, 200)
    if (control instanceof HTMLSelectElement) choose(control, value.slice(0, 40))
  }
}

/** What a link asks for and the portal does not have stands among the choices, so that the page says what it looked for: nothing is of it. */
function choose(control: HTMLSelectElement, value: string): void {
  control.value = value
  if (control.value === value) return
  control.append(new Option(value, value))
  control.value = value
}

function addressOf(asking: HTMLFormElement): string {
  const pairs = NAMES.map((name) => [name, valueIn(asking, name)])
  const query = new URLSearchParams(pairs.filter(([, value]) => value !== '')).toString()
  return query === '' ? location.pathname : `?${query}`
}

// At the end: all that is above stands by now.
if (root !== null && form !== null) {
  // From here on the room is this script's to give back.
  document.documentElement.classList.replace('asked', 'asking')
  start(root, form)
}
