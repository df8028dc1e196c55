import { createHash } from 'node:crypto'
import { mediaTypeOf } from '../../core/media-type.ts'
import { basename, type OutputPath } from '../../core/path.ts'
import type { PageJob, Plan } from '../../core/plan.ts'
import { labels } from '../../messages/labels.ts'
import { escapeMarkup } from '../../pipeline/render/escape.ts'
import { type Element, readPage } from './document.ts'

/** What a review copy is made of. */
export interface CopyOf {
  readonly job: PageJob
  /** The page as it is rendered. */
  readonly html: string
  readonly plan: Plan
  /** The bytes of another output; null if there is none. */
  bytesOf(path: OutputPath): Promise<Uint8Array | null>
}

/** What a copy is called: `2023/hoi-nghi/index.html` → `hoi-nghi.html`. */
export const copyName = ({ path }: PageJob): string => basename(path.replace(/\/index\.html$/, '.html'))

/** Would load something, run something, or say what may be loaded: a copy has its own. */
const GONE: ReadonlySet<string> = new Set([
  'script',
  'link',
  'base',
  'iframe',
  'object',
  'embed',
  'source',
  'track',
  'style',
])
const LOADING = ['src', 'srcset', 'sizes', 'loading', 'poster', 'background', 'ping', 'data', 'style']

/**
 * A page as one HTML file that asks for nothing: pictures, styles and fonts are in it, no script is, and its links lead to
 * the portal itself. A band on top says that it is a copy to be approved.
 */
export async function reviewCopy(of: CopyOf): Promise<string> {
  const { job, plan } = of
  const page = readPage(of.html)
  const sheets: OutputPath[] = []
  const own = filesOf(of)
  for (const element of page.elements) {
    const href = element.get('href')
    if (element.name === 'link' && element.get('rel') === 'stylesheet' && href !== null) {
      const path = outputAt(href, of)
      if (path !== null) sheets.push(path)
    }
    if (GONE.has(element.name) || element.get('http-equiv') !== null) element.remove()
    else if (element.name === 'img') await putIn(element, of)
    else point(element, of, own)
  }
  const styles: string[] = []
  for (const path of sheets) styles.push(await styleOf(path, of))
  const css = [...styles, RIBBON].join('\n').replace(/<\/(?=style)/gi, '<\\/')
  const { language } = job.view.site
  const words = labels[language].review
  const state = job.view.bulletin === undefined ? '' : ` – ${labels[language].state[job.view.bulletin.state]}`
  return page.html({
    headFirst: `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy(css)}"><meta name="robots" content="noindex">`,
    headLast: `<style>${css}</style>`,
    bodyFirst: `<p class="tx-portal-review" lang="${language}"><strong>${escapeMarkup(words.ribbon)}</strong>${escapeMarkup(`${state} – ${plan.site.config.title}`)}</p>`,
  })
}

/** The band; and no form, since a copy has nobody to send it to. */
const RIBBON = `form { display: none !important; }
p.tx-portal-review { margin: 0; padding: .6rem 1rem; font: 16px/1.5 system-ui, sans-serif; text-align: center; color: #1d1d1f; background: #ffe08a; border-bottom: 3px solid #7a5a00; }`

const policy = (css: string): string =>
  `default-src 'none'; img-src data:; font-src data:; style-src 'sha256-${createHash('sha256').update(css).digest('base64')}'; form-action 'none'; base-uri 'none'`

/** A picture as data: in place of its address; one that is not the portal's is left out. */
async function putIn(image: Element, of: CopyOf): Promise<void> {
  const path = outputAt(image.get('src') ?? '', of)
  const data = path === null ? null : await dataOf(path, of)
  for (const name of LOADING) image.drop(name)
  if (data !== null) image.set('src', data)
}

/** The photos and documents that a page brings along: where they will be there is nothing before it is published. */
const filesOf = ({ job, plan }: CopyOf): ReadonlySet<string> =>
  new Set(
    plan.jobs.flatMap(({ kind, of, path }) =>
      of !== null && of === job.of && (kind === 'photo' || kind === 'copy') ? [path] : [],
    ),
  )

/** Links lead to the portal on the web, but for those to files that come with the page; whatever else could load something does not. */
function point(element: Element, of: CopyOf, own: ReadonlySet<string>): void {
  const { job } = of
  for (const name of LOADING) element.drop(name)
  if (element.name === 'form') element.drop('action')
  const link = element.name === 'a' || element.name === 'area'
  for (const name of element.attributes.filter((one) => /(^|:)href$/.test(one))) {
    const href = element.get(name) ?? ''
    if (href.startsWith('#')) continue
    if (!link || own.has(outputAt(href, of) ?? '')) element.drop(name)
    else if (URL.canParse(href, job.view.page.canonical)) element.set(name, new URL(href, job.view.page.canonical).href)
  }
}

/** The output at an address of the page or of a style sheet; null if it is none of this portal. */
function outputAt(address: string, { job }: CopyOf, from: string = job.path): OutputPath | null {
  const home = new URL(job.view.site.home, 'http://portal.invalid')
  if (!URL.canParse(address, new URL(from, home))) return null
  const url = new URL(address, new URL(from, home))
  if (url.origin !== home.origin || !url.pathname.startsWith(home.pathname)) return null
  try {
    return decodeURIComponent(url.pathname.slice(home.pathname.length)).normalize('NFC') as OutputPath
  } catch {
    return null
  }
}

/** A style sheet with all that it names. The fonts are there, only not before the first line is drawn: that waits for them. */
async function styleOf(path: OutputPath, of: CopyOf): Promise<string> {
  const bytes = await of.bytesOf(path)
  let css =
    bytes === null ? '' : new TextDecoder().decode(bytes).replace(/font-display:\s*optional/g, 'font-display: block')
  for (const [whole, , address = ''] of [...css.matchAll(/url\(\s*(["']?)([^"')]+)\1\s*\)/g)]) {
    if (address.startsWith('data:')) continue
    const file = outputAt(address, of, path)
    const data = file === null ? null : await dataOf(file, of)
    css = css.replaceAll(whole, () => `url("${data ?? 'data:,'}")`)
  }
  return css
}

async function dataOf(path: OutputPath, { bytesOf }: CopyOf): Promise<string | null> {
  const bytes = await bytesOf(path)
  return bytes === null ? null : `data:${mediaTypeOf(path)};base64,${Buffer.from(bytes).toString('base64')}`
}
