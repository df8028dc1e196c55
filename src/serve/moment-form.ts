import { labels } from '../messages/labels.ts'
import type { Language } from '../messages/words-of.ts'
import { escapeMarkup } from '../pipeline/render/escape.ts'
import type { Good } from './current.ts'
import { MOMENT } from './own.ts'
import { instantInForm, instantInWords } from './viewpoint.ts'

/**
 * Says at which moment the portal is shown, and lets people choose another: a day, the next change, the present. Without a token
 * (null) it only says it, and who may choose.
 */
export function momentForm(good: Good, token: string | null, language: Language): string {
  const words = labels[language].desk.moment
  const heading = `<h2>${escapeMarkup(token === null ? words.shown : words.heading)}</h2>`
  if (token === null)
    return `<div class="tx-portal-form">\n${heading}\n${shownAt(good, language)}\n<p>${escapeMarkup(words.elsewhere)}</p>\n</div>`
  const { config } = good.plan.site
  const { now, options } = good.world
  return [
    `<form class="tx-portal-form" method="get" action="${MOMENT}">`,
    heading,
    shownAt(good, language),
    `<input type="hidden" name="token" value="${escapeMarkup(token)}">`,
    `<label>${escapeMarkup(words.at)} <input type="datetime-local" name="at" value="${instantInForm(now, config.timeZone)}"></label>`,
    `<label><input type="checkbox" name="readers"${options.drafts ? '' : ' checked'}> ${escapeMarkup(words.asReaders)}</label>`,
    `<button>${escapeMarkup(words.go)}</button>`,
    ...waysElsewhen(good, token, language),
    '</form>',
  ].join('\n')
}

function shownAt({ plan, world }: Good, language: Language): string {
  const words = labels[language].desk.moment
  const { anotherTime, drafts } = world.options
  const when = instantInWords(world.now, plan.site.config.timeZone)
  const said = anotherTime ? words.other(when) : words.present(when)
  return `<p><strong>${escapeMarkup(said)}</strong> ${escapeMarkup(drafts ? words.drafts : words.readers)}</p>`
}

/** Links to the next change and back to the present, as one line; nothing where there is neither. */
function waysElsewhen({ plan, world }: Good, token: string, language: Language): readonly string[] {
  const words = labels[language].desk.moment
  const { config, nextDue } = plan.site
  const { anotherTime, drafts } = world.options
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
  return ways.length === 0 ? [] : [`<p>${ways.join(' · ')}</p>`]
}
