import { labels } from '../messages/labels.ts'
import type { Language } from '../messages/words-of.ts'
import { escapeMarkup } from '../pipeline/render/escape.ts'
import type { Good } from './current.ts'
import { MOMENT } from './own.ts'
import { instantInForm, instantInWords } from './viewpoint.ts'

/** Says at which moment the portal is shown, and lets people choose another: a day, the next change, the present. */
export function momentForm({ plan, world }: Good, token: string, language: Language): string {
  const words = labels[language].desk.moment
  const { config, nextDue } = plan.site
  const { anotherTime, drafts } = world.options
  const when = instantInWords(world.now, config.timeZone)
  const readers = drafts ? {} : { readers: 'on' }
  const link = (query: Readonly<Record<string, string>>, text: string): string =>
    `<a href="${escapeMarkup(`${MOMENT}?${new URLSearchParams({ token, ...query })}`)}">${escapeMarkup(text)}</a>`
  const ways = [
    ...(nextDue === null
      ? []
      : [
          link(
            { at: instantInForm(nextDue, config.timeZone), ...readers },
            words.next(instantInWords(nextDue, config.timeZone)),
          ),
        ]),
    ...(anotherTime || !drafts ? [link({}, words.back)] : []),
  ]
  return [
    `<form class="tx-portal-form" method="get" action="${MOMENT}">`,
    `<h2>${escapeMarkup(words.heading)}</h2>`,
    `<p><strong>${escapeMarkup(anotherTime ? words.other(when) : words.present(when))}</strong> ${escapeMarkup(drafts ? words.drafts : words.readers)}</p>`,
    `<input type="hidden" name="token" value="${escapeMarkup(token)}">`,
    `<label>${escapeMarkup(words.at)} <input type="datetime-local" name="at" value="${instantInForm(world.now, config.timeZone)}"></label>`,
    `<label><input type="checkbox" name="readers"${drafts ? '' : ' checked'}> ${escapeMarkup(words.asReaders)}</label>`,
    `<button>${escapeMarkup(words.go)}</button>`,
    ...(ways.length === 0 ? [] : [`<p>${ways.join(' · ')}</p>`]),
    '</form>',
  ].join('\n')
}
