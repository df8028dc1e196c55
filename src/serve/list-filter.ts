import type { State } from '../core/site.ts'
import { labels } from '../messages/labels.ts'
import type { Language } from '../messages/words-of.ts'
import { escapeMarkup } from '../pipeline/render/escape.ts'
import { OWN } from './own.ts'

/** Which bulletins of the list are to be seen, and in which order. */
export interface Choice {
  /** Words of the title or the file, as typed; '': any. */
  readonly words: string
  readonly state: State | null
  readonly byChange: boolean
  /** However many. */
  readonly all: boolean
  /** The same as it is asked for. */
  readonly query: Readonly<Record<string, string>>
}

const STATES: readonly State[] = ['draft', 'scheduled', 'published', 'expired', 'withdrawn']

/** What a query asks for; what it does not say, or says of no sense, is everything by day. */
export function choiceOf(query: URLSearchParams): Choice {
  const words = (query.get('words') ?? '').slice(0, 200)
  const state = STATES.find((one) => one === query.get('state')) ?? null
  const byChange = query.get('order') === 'change'
  return {
    words,
    state,
    byChange,
    all: query.has('all'),
    query: { words, ...(state === null ? {} : { state }), ...(byChange ? { order: 'change' } : {}) },
  }
}

/** The form that asks for it. */
export function filterForm({ words: typed, state, byChange }: Choice, language: Language): string {
  const { desk, state: names } = labels[language]
  const words = desk.filter
  const option = (value: string, text: string, selected: boolean): string =>
    `<option value="${value}"${selected ? ' selected' : ''}>${escapeMarkup(text)}</option>`
  const states = STATES.map((one) => option(one, names[one], one === state)).join('')
  return [
    `<form class="tx-portal-form" method="get" action="${OWN}">`,
    `<label>${escapeMarkup(words.words)} <input type="search" name="words" value="${escapeMarkup(typed)}"></label>`,
    `<label>${escapeMarkup(words.state)} <select name="state">${option('', words.every, state === null)}${states}</select></label>`,
    `<label>${escapeMarkup(words.order)} <select name="order">${option('', words.byDay, !byChange)}${option('change', words.byChange, byChange)}</select></label>`,
    `<button>${escapeMarkup(words.go)}</button>`,
    '</form>',
  ].join('\n')
}
