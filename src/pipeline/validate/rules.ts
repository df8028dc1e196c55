import type { Bulletin, Raw, RawText, StandingPage } from '../../core/bulletin.ts'
import { type Codes, diagnose, type Located, type Place } from '../../core/diagnostic.ts'
import { groupBy } from '../../core/group.ts'
import { DOCUMENTS, PLAYED } from '../../core/media-type.ts'
import { once } from '../../core/once.ts'
import { basename, dirname, extname, type SourcePath, sourcePath, type UrlPath } from '../../core/path.ts'
import { fold } from '../../text/fold.ts'
import { oneLine } from '../../text/normalize.ts'
import { slug } from '../../text/slug.ts'
import { toneKey } from '../../text/tone.ts'
import { partsOf } from '../parse/yaml/braces.ts'
import type { Context } from './context.ts'
import { rawOf } from './fields.ts'
import { unfitNames } from './file-names.ts'
import { isSpareIndex } from './homes.ts'
import { photoLooks } from './photo-looks.ts'
import { isReserved } from './reserved.ts'
import { neverPublished } from './static-files.ts'

/** Everything that could be read as a document, for checks across files. */
export interface Admitted {
  readonly bulletins: readonly Bulletin[]
  readonly pages: readonly StandingPage[]
  /** Those of them with an error of their own. */
  readonly broken: ReadonlySet<SourcePath>
  /** Those that cannot be read as they stand: what they say is partly a guess. */
  readonly guessed: ReadonlySet<SourcePath>
}

/** One check across files. To add one: a function and a line in `rules`. */
export type Rule = (admitted: Admitted, context: Context) => readonly Located[]

/** The values of a list in a document's front matter. */
function itemsOf({ sources, read }: Context, file: SourcePath, key: string): readonly Raw[] {
  const source = sources.byPath.get(file)
  const draft = source?.kind === 'bulletin' || source?.kind === 'page' ? read(source).value : null
  const raw = draft === null ? null : rawOf(draft.fields, key)
  return raw === null ? [] : raw.kind === 'list' ? raw.items : [raw]
}

/** Where a name stands among the authors or tags of a document, the last time; else where these begin. */
function namePlace(context: Context, file: SourcePath, key: 'authors' | 'tags', name: string): Place | null {
  const items = itemsOf(context, file, key)
  const texts = items.flatMap(textsOf)
  const whole = texts.flatMap((text) => [...partsOf(text), text]).findLast(({ text }) => oneLine(text) === name)
  if (whole !== undefined) return whole.place
  const within = texts.map((text) => placeWithin(text, name)).findLast((place) => place !== null)
  return within ?? items[0]?.place ?? null
}

/** The texts in which a name of an item may stand: `Lê Thơ: Ảnh` and `Ảnh: Lê Thơ` are maps to YAML. */
function textsOf(item: Raw): readonly RawText[] {
  if (item.kind !== 'map') return item.kind === 'text' ? [item] : []
  const name = rawOf(item, 'name')
  if (name !== null) return name.kind === 'text' ? [name] : []
  return item.entries.flatMap(({ key, keyPlace, value }) => [
    { kind: 'text' as const, text: key, quoted: false, place: keyPlace },
    ...(value.kind === 'text' ? [value] : []),
  ])
}

/** A name within a text that says more: `Lê Thơ và Khắc Cường (Ảnh)`. */
function placeWithin({ text, place, quoted }: RawText, name: string): Place | null {
  const isLetter = (sign = '') => /[\p{L}\p{N}]/u.test(sign)
  for (let at = text.lastIndexOf(name); at >= 0; at = at === 0 ? -1 : text.lastIndexOf(name, at - 1))
    if (!isLetter(text[at - 1]) && !isLetter(text[at + name.length]))
      return { line: place.line, column: place.column + at + (quoted ? 1 : 0), length: name.length }
  return null
}

/** Where an address stands under `aliases:`; null if the document's own name makes it. */
function aliasPlace(context: Context, file: SourcePath, address: string): Place | null {
  const items = itemsOf(context, file, 'aliases')
  const same = (item: Raw) =>
    item.kind === 'text' && item.text.trim().replace(/(?:\/index\.html|\/)$/, '') === address.replace(/\/$/, '')
  return items.find(same)?.place ?? null
}

function collisionAt(context: Context, file: SourcePath, address: string, other: string): Located['diagnostic'] {
  const place = aliasPlace(context, file, address)
  return diagnose('address/collision', { address, other, where: place === null ? 'name' : 'alias' }, place)
}

/** Collisions of outputs, each at the old address that is to blame, where one is. */
export const atAliases = (found: readonly Located[], context: Context): readonly Located[] =>
  found.map((located) => {
    const { file, diagnostic } = located
    if (file === null || diagnostic.code !== 'address/collision') return located
    const { address: path, other } = diagnostic.params as Codes['address/collision']
    const address = path.replace(/index\.html$/, '')
    // Of a file and an old address it is the address that can be taken away.
    const isOfOther =
      aliasPlace(context, file, address) === null && aliasPlace(context, sourcePath(other), address) !== null
    return isOfOther
      ? { file: sourcePath(other), diagnostic: collisionAt(context, sourcePath(other), address, file) }
      : { file, diagnostic: collisionAt(context, file, address, other) }
  })

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
        diagnostic: collisionAt(context, source, address, other),
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
  const reserved = (address: string, year: boolean) => isReserved(address) || (year && /^\/\d{4}(?:\/|$)/.test(address))
  const problems: Located[] = []
  const check = (one: UrlPath, year: boolean, source: SourcePath) => {
    if (!reserved(one, year)) return
    const place = aliasPlace(context, source, one)
    problems.push({
      file: source,
      diagnostic: diagnose('address/reserved', { address: one, where: place === null ? 'name' : 'alias' }, place),
    })
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
  const isBesideText = once((folder: string) => [...homes.documents.values()].some((one) => one.folder === folder))
  for (const [path, home] of homes.owners) {
    const source = sources.byPath.get(path as Bulletin['source'])
    // A document that was refused has not had the chance to use its files.
    if (
      source === undefined ||
      used.has(path) ||
      (home !== null && (broken.has(home.source.path) || !admitted.has(home.source.path))) ||
      /\.md(\.txt)?$/i.test(path) ||
      isSpareIndex(basename(path))
    )
      continue
    // As the document would name it.
    const name = home === null ? basename(path) : path.slice(home.folder.length + 1)
    const code =
      home === null && !isBesideText(dirname(path))
        ? diagnose('file/stray', { name, where: 'between' })
        : source.kind === 'photo'
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

/** Authors (or tags) that differ only by tone marks, or by signs, are different, and cannot share an address. */
const distinctNames: Rule = ({ bulletins, broken, guessed }, context) => {
  const problems: Located[] = []
  const check = (what: 'author' | 'tag') => {
    const first = new Map<string, { readonly key: string; readonly name: string }>()
    const signOf = once((name: string) => ({ key: toneKey(name), address: slug(name) }))
    return (id: string | null, name: string, source: SourcePath) => {
      const { key, address } = id === null ? signOf(name) : { key: id, address: id }
      const known = first.get(address)
      if (known === undefined) first.set(address, { key, name })
      // Of a name that can have no address it was said.
      else if (known.key !== key && address !== '') {
        const why = fold(name) === fold(known.name) ? 'marks' : 'signs'
        const params = { what, why, given: name, other: known.name, suggestion: `${address}-2` } as const
        const place = namePlace(context, source, `${what}s`, name)
        problems.push({ file: source, diagnostic: diagnose('name/alike', params, place) })
      }
    }
  }
  const author = check('author')
  const tag = check('tag')
  for (const { authors, tags, source } of bulletins) {
    // No sound file is to be blamed for what a faulty one says.
    if (broken.has(source) || guessed.has(source)) continue
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
      diagnostic: diagnose('file/stray', {
        name: basename(path),
        where: path.startsWith('content/data/') ? 'data' : 'elsewhere',
      }),
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
  unfitNames,
  neverPublished,
  photoLooks,
]
