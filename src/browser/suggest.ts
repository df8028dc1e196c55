import type { Index, Ranked } from '../search/find.ts'
import { LARGE, nearWords } from '../search/near.ts'
import { indexAt } from './search/index-at.ts'
import { openSuggestions } from './search/suggestions.ts'

// The search form of every page, once it is entered (suggest-loader.ts).
const PAUSE = 200
/** How many bulletins are suggested. */
const MOST = 6

const form = document.querySelector<HTMLFormElement>('[data-suggest]')
if (form !== null) start(form)

function start(asking: HTMLFormElement): void {
  const [, address = '', name = ''] = asking.dataset['suggest']?.split(', ') ?? []
  const field = asking.elements.namedItem('q') as HTMLInputElement
  const list = document.createElement('div')
  list.className = 'search-suggestions'
  list.id = `${field.id}-goi-y`
  list.hidden = true
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', name)
  asking.append(list)
  const suggestions = openSuggestions(field, list)
  const index = indexAt(address, nearWords)
  let round = 0
  const suggest = async (): Promise<void> => {
    round += 1
    const mine = round
    const text = field.value
    if (text.trim() === '') {
      suggestions.close()
      return
    }
    try {
      const opened = await index.open()
      const cards = await bestOf(opened, text)
      if (mine === round) suggestions.offer(cards)
    } catch {
      // The form leads to the search page, which says what is wrong.
      index.forget()
      suggestions.close()
    }
  }
  let timer = 0
  const later = (): void => {
    clearTimeout(timer)
    timer = window.setTimeout(() => void suggest(), PAUSE)
  }
  field.addEventListener('input', later)
  void index.open().catch(() => index.forget())
  // What was typed while the script was on its way.
  if (field.value !== '') later()
}

/** The best bulletins of all periods; of a large index those of the newest periods that have any: the others are for the search page, and too much for a form in passing. */
async function bestOf(index: Index, text: string): ReturnType<Index['cards']> {
  const isLarge = index.settings.segments.some(({ words }) => words >= LARGE)
  let best: readonly Ranked[] = []
  for await (const { ranked } of index.find(text, { category: '', year: '', author: '' })) {
    best = ranked
    if (isLarge && ranked.length > 0) break
  }
  return index.cards(best.slice(0, Math.min(MOST, index.ready(best))))
}
