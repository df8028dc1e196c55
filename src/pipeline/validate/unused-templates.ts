import { diagnose, type Located } from '../../core/diagnostic.ts'
import { basename, sourcePath } from '../../core/path.ts'
import { nearest } from '../../text/nearest.ts'
import type { Listing } from '../world.ts'
import { EJECTED } from './ejected.ts'

/** What is asked of a theme: a template and all it uses. */
interface Theme {
  templatesOf(template: string): readonly string[]
}

/** What a theme is used for: the language of its words, the layouts that documents ask for (`rieng.njk`), the copies `ejected.yml` names. */
export interface Use {
  readonly language: 'vi' | 'en'
  readonly layouts: ReadonlySet<string>
  readonly copies: ReadonlySet<string>
}

/**
 * Files in the portal's own templates/ that change nothing: no template by their name, words of another language, parts that no
 * template uses. Else whoever misspelt a name would look on every page for what they changed. A copy whose original is gone is
 * told as such, a layout that nobody asks for yet only where its name is nearly one of the tool's.
 */
export function unusedTemplates(
  { sources, overrides }: Pick<Listing, 'sources' | 'overrides'>,
  theme: Theme,
  { language, layouts, copies }: Use,
): readonly Located[] {
  const own = [...overrides].flatMap(([path, behind]) => (behind === null ? [path.slice(FOLDER.length)] : []))
  const suspects = own.filter(
    (name) => (!name.startsWith('assets/') || STYLE.test(name)) && name !== RECORD && !copies.has(name),
  )
  const words = `strings/${language}.yml`
  const otherWords = [...overrides.keys()].flatMap((path) => {
    const name = path.slice(FOLDER.length)
    return WORDS.test(name) && name !== words ? [name] : []
  })
  if (suspects.length === 0 && otherWords.length === 0) return []
  const isOwn = new Set(own)
  const all = sources.all.flatMap(({ path, kind }) =>
    kind === 'template' && path.endsWith('.njk') ? [path.slice(FOLDER.length)] : [],
  )
  const tools = all.filter((name) => !isOwn.has(name))
  // The tool's own folder is a portal too, and its templates stand before nobody's.
  if (tools.length === 0) return []
  const usedBy = (names: readonly string[]) => new Set(names.flatMap((name) => theme.templatesOf(name)))
  const shown = usedBy([...tools, ...own.filter((name) => layouts.has(name))])
  // What only a layout uses that is not asked for yet waits with it.
  const mayBeShown = usedBy(all.filter((name) => !isOwn.has(name) || !name.includes('/')))
  const tell = (name: string, meant: string | null): Located => ({
    file: sourcePath(`${FOLDER}${name}`),
    diagnostic: diagnose('template/unused', { name, meant, language: otherWords.includes(name) ? language : null }),
  })
  return [
    ...otherWords.map((name) => tell(name, words)),
    ...suspects.flatMap((name): readonly Located[] => {
      if (otherWords.includes(name) || ABOUT.test(basename(name))) return []
      if (name.startsWith('strings/')) return [tell(name, words)]
      const meant = meantBy(name, tools) ?? elsewhere(name, tools)
      if (!name.endsWith('.njk')) return [tell(name, meant)]
      if (name.includes('/')) return mayBeShown.has(name) ? [] : [tell(name, meant)]
      // `bulletin-2` and `pages` are names of their own, `footer` is that of a part.
      const isOther = meant === null || (!meant.includes('/') && name.startsWith(meant.replace(ENDING, '')))
      return shown.has(name) || isOther ? [] : [tell(name, meant)]
    }),
  ]
}

const FOLDER = 'templates/'
const RECORD = EJECTED.slice(FOLDER.length)
/** The words of a language the tool has. */
const WORDS = /^strings\/(?:vi|en)\.yml$/
/** What lies among the style sheets and is none of them. */
const STYLE = /^assets\/css\/(?![^/]+\.css$)/
/** What people write beside templates for each other. */
const ABOUT = /^(?:readme|licen[cs]e|notice|changelog)\b/i
/** `.njk`, `.html`, `.njk.txt`: what editors and Windows put behind a name. */
const ENDING = /(?:\.njk)?(?:\.[^./]*)?$/

/** The tool's template in the same folder whose name, without its ending, is nearly that. */
function meantBy(name: string, tools: readonly string[]): string | null {
  const folder = name.slice(0, name.lastIndexOf('/') + 1)
  const stem = (one: string) => one.slice(folder.length).replace(ENDING, '')
  const beside = tools.filter((one) => one.lastIndexOf('/') + 1 === folder.length && one.startsWith(folder))
  const near = nearest(stem(name), beside.map(stem))
  return beside.find((one) => stem(one) === near) ?? null
}

/** The tool's template of the same name in another folder: `parts/footer.njk` for `footer.njk`. */
const elsewhere = (name: string, tools: readonly string[]): string | null =>
  tools.find((one) => basename(one).replace(ENDING, '') === basename(name).replace(ENDING, '')) ?? null
