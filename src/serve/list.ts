import type { Located } from '../core/diagnostic.ts'
import { groupBy } from '../core/group.ts'
import type { PageJob } from '../core/plan.ts'
import type { Standing } from '../core/site.ts'
import { labels } from '../messages/labels.ts'
import type { Language } from '../messages/words-of.ts'
import { escapeMarkup } from '../pipeline/render/escape.ts'
import { qrCode } from '../pipeline/render/qr.ts'
import type { Current, Good } from './current.ts'
import { page } from './pages.ts'
import { hrefOf } from './saved.ts'

/**
 * All bulletins with their state, file and problems, each to be opened; only what is wrong where there is no good plan.
 * phone: where phones in the same network find the preview; null where they do not.
 */
export function listPage({ good, problems, warnings }: Current, language: Language, phone: string | null): string {
  const words = labels[language].desk
  const byFile = groupBy([...problems, ...warnings], ({ file }) => file)
  const rows = good === null ? [] : rowsOf(good, byFile, language)
  const head = words.columns.map((name) => `<th scope="col">${escapeMarkup(name)}</th>`).join('')
  const table = `<div class="tx-portal-scroll"><table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table></div>`
  const title = words.title(rows.length)
  const home =
    good === null
      ? ''
      : `<p><a href="${encodeURI(good.plan.site.config.basePath)}">${escapeMarkup(words.home)}</a></p>\n`
  return page(
    language,
    title,
    `<h1>${escapeMarkup(title)}</h1>\n${home}${phoneCode(phone, words.phone)}${rows.length === 0 ? '' : table}`,
  )
}

/** The way to the preview for a camera, and in letters. */
function phoneCode(address: string | null, words: string): string {
  if (address === null) return ''
  const href = escapeMarkup(address)
  return `<p>${escapeMarkup(words)} <a href="${href}">${href}</a></p>\n${qrCode(address, words)}\n`
}

/** `1 lỗi, 2 cảnh báo`, or nothing. */
function countsOf(found: readonly Located[], language: Language): string {
  const words = labels[language].desk
  const errors = found.filter(({ diagnostic }) => diagnostic.severity === 'error').length
  const others = found.length - errors
  return [errors === 0 ? [] : [words.problems(errors)], others === 0 ? [] : [words.warnings(others)]].flat().join(', ')
}

function rowsOf(
  { plan }: Good,
  byFile: ReadonlyMap<string | null, readonly Located[]>,
  language: Language,
): readonly string[] {
  const pages = new Map<string, PageJob>()
  for (const job of plan.jobs) {
    if (job.kind === 'page' && job.view.bulletin !== undefined && job.of !== null) pages.set(job.of, job)
  }
  return [...plan.site.standings, ...plan.site.excluded].map((standing) =>
    row(standing, pages.get(standing.bulletin.source), byFile.get(standing.bulletin.source) ?? [], language),
  )

  function row(
    { bulletin, state }: Standing,
    job: PageJob | undefined,
    found: readonly Located[],
    spoken: Language,
  ): string {
    const title = escapeMarkup(bulletin.title)
    const date = job?.view.bulletin?.date.text ?? bulletin.date
    const cells = [
      date,
      labels[spoken].state[state],
      job === undefined ? null : `<a href="${escapeMarkup(hrefOf(job, plan))}">${title}</a>`,
      bulletin.source,
      countsOf(found, spoken),
    ]
    return `<tr>${cells.map((cell, number) => `<td>${number === 2 ? (cell ?? title) : escapeMarkup(cell ?? '')}</td>`).join('')}</tr>`
  }
}
