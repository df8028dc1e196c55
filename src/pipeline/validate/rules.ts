import type { Bulletin, Raw, StandingPage } from '../../core/bulletin.ts'
import { diagnose, type Located, type Place } from '../../core/diagnostic.ts'
import { groupBy } from '../../core/group.ts'
import { DOCUMENTS, PLAYED } from '../../core/media-type.ts'
import { once } from '../../core/once.ts'
import { basename, extname, type SourcePath, type UrlPath } from '../../core/path.ts'
import { slug } from '../../text/slug.ts'
import { toneKey } from '../../text/tone.ts'
import type { Context } from './context.ts'
import { rawOf } from './fields.ts'
import { photoLooks } from './photo-looks.ts'
import { neverPublished } from './static-files.ts'

/** Everything that could be read as a document, for checks across files. */
export interface Admitted {
  readonly bulletins: readonly Bulletin[]
  readonly pages: readonly StandingPage[]
  /** Those of them with an error of their own. */
  readonly broken: ReadonlySet<SourcePath>
}

/** One check across files. To add one: a function and a line in `rules`. */
export type Rule = (admitted: Admitted, context: Context) => readonly Located[]

/** First parts of addresses that the tool itself uses (portal.md, Output). */
const RESERVED = new Set(
  'chuyen-muc tac-gia tu-khoa luu-tru so-do-cong dinh-chinh tim-kiem api assets 404.html index.html rss.xml atom.xml feed.json sitemap.xml robots.txt manifest.sha256 manifest.webmanifest'.split(
    ' ',
  ),
)

/** Where an address stands under `aliases:`; null if the document's own name makes it. */
function aliasPlace({ sources, read }: Context, file: SourcePath, address: string): Place | null {
  const source = sources.byPath.get(file)
  const draft = source === undefined ? null : read(source).value
  const raw = draft === null ? null : rawOf(draft.fields, 'aliases')
  const items = raw === null ? [] : raw.kind === 'list' ? raw.items : [raw]
  const same = (item: Raw) => item.kind === 'text' && item.text.trim().replace(/\/$/, '') === address.replace(/\/$/, '')
  return items.find(same)?.place ?? null
}

/** Two documents, or a document and an old address, may not share one address; capitals do not count. */
const uniqueAddresses: Rule = ({ bulletins, pages }, context) => {
  const problems: Located[] = []
  const taken = new Map<string, string>()
  const claim = (address: UrlPath, source: Bulletin['source']) => {
    const key = address.toLowerCase()
    const other = taken.get(key)
    if (other === undefined) taken.set(key, source)
    else
      problems.push({
        file: source,
        diagnostic: diagnose('address/collision', { address, other }, aliasPlace(context, source, address)),
      })
  }
  const documents = [...bulletins, ...pages]
  for (const { address, source } of documents) claim(address, source)
  for (const { aliases, address, source } of documents)
    for (const alias of aliases) if (alias !== address) claim(alias, source)
  return problems
}

/** Addresses of the tool's own pages belong to nobody else. */
const reservedAddresses: Rule = ({ bulletins, pages }, context) => {
  const reserved = (address: string, year: boolean) => {
    const first = /^[^/]*\/([^/]*)/.exec(address)?.[1] ?? ''
    return (
      first === '' || RESERVED.has(first.toLowerCase()) || /^sitemap-/.test(first) || (year && /^\d{4}$/.test(first))
    )
  }
  const problems: Located[] = []
  const check = (one: UrlPath, year: boolean, source: SourcePath) => {
    if (!reserved(one, year)) return
    const place = aliasPlace(context, source, one)
    problems.push({ file: source, diagnostic: diagnose('address/reserved', { address: one }, place) })
  }
  for (const { address, aliases, source, kind } of [...bulletins, ...pages]) {
    check(address, kind === 'page', source)
    for (const alias of aliases) check(alias, kind === 'page' && alias === address, source)
  }
  return problems
}

/** A photo no one named, a stray Word file: said, and not published. */
const unusedFiles: Rule = ({ bulletins, pages, broken }, { homes, sources, photos: facts }) => {
  if (homes.owners.size === 0) return []
  const admitted = new Map([...bulletins, ...pages].map((document) => [document.source as string, document]))
  const used = new Set(
    [...admitted.values()].flatMap(({ photos, attachments }) =>
      [...photos, ...attachments].map(({ source }) => source as string),
    ),
  )
  const problems: Located[] = []
  for (const [path, home] of homes.owners) {
    const source = sources.byPath.get(path as Bulletin['source'])
    // A document that was refused has not had the chance to use its files.
    if (
      source === undefined ||
      used.has(path) ||
      (home !== null && (broken.has(home.source.path) || !admitted.has(home.source.path))) ||
      /\.md(\.txt)?$/i.test(path)
    )
      continue
    // As the document would name it.
    const name = home === null ? basename(path) : path.slice(home.folder.length + 1)
    const code =
      source.kind === 'photo'
        ? diagnose('image/unused', { name, fit: facts.get(path)?.value !== null })
        : isDocument(name)
          ? diagnose('attachment/unused', { name })
          : diagnose('file/stray', { name, where: source.path.startsWith('content/pages/') ? 'page' : 'bulletin' })
    problems.push({ file: home === null ? source.path : home.source.path, diagnostic: code })
  }
  return problems
}

/** What was meant to be given along; a Word file beside a bulletin is its draft. */
const isDocument = (name: string): boolean =>
  [...DOCUMENTS, ...PLAYED].includes(extname(name)) && !/\.docx?$/i.test(name)

/** Authors (or tags) that differ only by tone marks are different, and cannot share an address. */
const distinctNames: Rule = ({ bulletins }) => {
  const problems: Located[] = []
  const check = (what: 'author' | 'tag') => {
    const first = new Map<string, { readonly key: string; readonly name: string }>()
    const signOf = once((name: string) => ({ key: toneKey(name), address: slug(name) }))
    return (id: string | null, name: string, source: SourcePath) => {
      const { key, address } = id === null ? signOf(name) : { key: id, address: id }
      const known = first.get(address)
      if (known === undefined) first.set(address, { key, name })
      else if (known.key !== key) {
        problems.push({
          file: source,
          diagnostic: diagnose('name/alike', { what, given: name, other: known.name, suggestion: `${address}-2` }),
        })
      }
    }
  }
  const author = check('author')
  const tag = check('tag')
  for (const { authors, tags, source } of bulletins) {
    for (const { id, name } of authors) author(id, name, source)
    for (const name of tags) tag(null, name, source)
  }
  return problems
}

/** A front matter by itself, which is mostly a beginning that was forgotten. */
const withoutWords: Rule = ({ bulletins, broken }) =>
  bulletins
    .filter((bulletin) => {
      const { source, blank, draft, withdrawn, photos, attachments } = bulletin
      const isBare = blank && !draft && withdrawn === null && photos.length === 0 && attachments.length === 0
      // Its photo could not be read, or it is a film; links are looked up, so of these few alone.
      return isBare && !broken.has(source) && bulletin.bodyLinks.length === 0
    })
    .map(({ source }) => ({ file: source, diagnostic: diagnose('words/missing', {}) }))

/** Bulletins that are the same to readers: a folder that was copied. The one with the shorter name was there before. */
const saidTwice: Rule = ({ bulletins }) => {
  if (new Set(bulletins.map(({ body }) => body.digest)).size === bulletins.length) return []
  const alike = groupBy(bulletins, ({ body, date, titlePrint }) => `${body.digest} ${date} ${titlePrint}`)
  return [...alike.values()].flatMap((same) =>
    // What may have to be looked up comes last.
    same.length < 2 ? [] : [...groupBy(same, besides).values()].flatMap(copiesAmong),
  )
}

/** What readers see of a bulletin beside its title, day and text. */
const besides = ({ summary, photos, attachments }: Bulletin): string =>
  JSON.stringify([summary, [...photos, ...attachments].map(({ digest }) => digest)])

function copiesAmong(same: readonly Bulletin[]): readonly Located[] {
  const nameOf = ({ source }: Bulletin) => source.replace(/(?:\/index)?\.md$/, '')
  const [first, ...others] = [...same].sort(
    (a, b) => nameOf(a).length - nameOf(b).length || (a.source < b.source ? -1 : 1),
  )
  return others.flatMap(({ source, draft }) =>
    first === undefined || draft
      ? []
      : [{ file: source, diagnostic: diagnose('words/twice', { other: first.source }) }],
  )
}

/** Files that stand where nothing is looked for. */
const strayContent: Rule = (_, { sources }) =>
  sources.all
    .filter(({ kind, path }) => kind === 'other' && path.startsWith('content/') && path !== 'content/urls.lock')
    .map(({ path }) => ({
      file: path,
      diagnostic: diagnose('file/stray', { name: basename(path), where: 'elsewhere' }),
    }))

/** The checks, in the order people read them. */
export const rules: readonly Rule[] = [
  uniqueAddresses,
  reservedAddresses,
  distinctNames,
  withoutWords,
  saidTwice,
  unusedFiles,
  strayContent,
  neverPublished,
  photoLooks,
]
