import type { ImageRef, Photo, PhotoFacts, Retelling } from '../../core/bulletin.ts'
import { type Diagnostic, diagnose, type Place } from '../../core/diagnostic.ts'
import { groupBy } from '../../core/group.ts'
import { basename } from '../../core/path.ts'
import type { Source } from '../../core/source.ts'
import { compareVi } from '../../text/collate.ts'
import { looksLikeFileName } from '../../text/typography.ts'
import type { Context } from './context.ts'
import type { Placed, Say } from './fields.ts'
import type { Home } from './home.ts'
import { endsLikeFile, findFile, isNameOf } from './references.ts'

/** An entry of `images:`: words for one photo. */
export interface ImageEntry {
  readonly src: Placed<string>
  readonly caption: Placed<string> | null
  readonly alt: Placed<string> | null
  readonly credit: string | null
}

/** The pictures a document asks for, in the order a reader meets them. */
export interface PhotoRequests {
  readonly body: readonly ImageRef[]
  readonly entries: readonly ImageEntry[]
  readonly cover: Placed<string> | null
  readonly gallery: {
    readonly caption: string | null
    readonly all: boolean
    readonly names: readonly Placed<string>[]
    readonly place: Place
  } | null
}

/** What became of them: numbers point into photos, of retold into what the body asked for. */
export interface PhotoAnswers {
  readonly photos: readonly Photo[]
  readonly bodyPhotos: readonly number[]
  readonly retold: readonly Retelling[]
  readonly gallery: readonly number[]
  readonly cover: number | null
}

/** Finds every picture a document names, gives each its words, and says what is wrong with it at the line that names it. */
export function gatherPhotos(
  requests: PhotoRequests,
  title: string,
  home: Home,
  context: Context,
  tellOne: Say,
): PhotoAnswers {
  const missing: Diagnostic<'image/missing'>[] = []
  const say: Say = (one) => {
    if (isMissing(one)) missing.push(one)
    else tellOne(one)
  }
  const album = openAlbum(home, context, say)
  const words = new Map<string, ImageEntry>()
  for (const entry of requests.entries) {
    const source = locateFile(entry.src.value, entry.src.place, home, say)
    if (source === null) continue
    if (words.has(source.path)) say(diagnose('image/twice', { src: entry.src.value }, entry.src.place))
    words.set(source.path, entry)
  }
  const bodyPhotos = requests.body.map((ref, image) => album.take(ref.target, ref.place, { image, ref }) ?? -1)
  const cover = requests.cover === null ? null : album.take(requests.cover.value, requests.cover.place)
  const placed = new Set([...bodyPhotos, ...(cover === null ? [] : [cover])])
  const byName = requests.gallery !== null && !requests.gallery.all
  // With a gallery by name, a photo that only `images:` lists has no place: it is not published, and said to be unused.
  const listed = byName
    ? []
    : requests.entries.map((entry) => album.take(entry.src.value, entry.src.place, null, false))
  const named = requests.gallery?.names.map(({ value, place }) => album.take(value, place)) ?? []
  const rest = requests.gallery?.all === true ? remaining(home, album, requests.gallery.place) : []
  const gallery = (byName ? named : [...listed, ...rest]).filter(
    (photo): photo is number => photo !== null && photo >= 0 && (!placed.has(photo) || named.includes(photo)),
  )
  const shown = [...bodyPhotos.filter((photo) => photo >= 0), ...gallery]
  const unnamed = (number: number) =>
    context.config.language === 'vi' ? `Ảnh ${number} – ${title}` : `Photo ${number} – ${title}`
  const wordless: Wordless[] = []
  const told = album
    .pictures()
    .map((picture) => tell(picture, words.get(picture.source.path), unnamed, say, (one) => wordless.push(one)))
  sayWordless(wordless, say)
  sayMissing(missing, home, album, words, tellOne)
  return {
    photos: told.flatMap(({ photo }) => photo ?? []),
    bodyPhotos,
    retold: told.flatMap(({ retold }) => retold),
    gallery: [...new Set(gallery)],
    cover: cover ?? shown[0] ?? null,
  }
}

/** A picture that is named, with all places of the body where it stands. */
interface Picture {
  readonly source: Source
  /** What its header says, and its number; null if it cannot be used. */
  readonly fit: { readonly facts: PhotoFacts; readonly number: number } | null
  /** Where it was named first. */
  readonly place: Place
  readonly mentions: Mention[]
}

/** A place of a body where a picture stands, by its number. */
interface Mention {
  readonly image: number
  readonly ref: ImageRef
}

interface Album {
  pictures(): readonly Picture[]
  /** The number of a photo, taking it in at its first mention; null if it cannot be used (said why, once a place). */
  take(src: string, place: Place, mention?: Mention | null, speak?: boolean): number | null
}

function openAlbum(home: Home, context: Context, say: Say): Album {
  const pictures = new Map<string, Picture>()
  let count = 0
  const admit = (source: Source, place: Place): Picture => {
    const name = basename(source.path)
    const parsed = context.photos.get(source.path)
    for (const diagnostic of parsed?.diagnostics ?? []) say(named(diagnostic, name, place))
    if (source.kind !== 'photo') say(diagnose('image/not-image', { name, likely: null }, place))
    const facts = parsed?.value ?? null
    return { source, fit: facts === null ? null : { facts, number: count++ }, place, mentions: [] }
  }
  return {
    pictures: () => [...pictures.values()],
    take(src, place, mention = null, speak = true) {
      const source = locateFile(src, place, home, speak ? say : () => undefined, mention?.ref.readings)
      if (source === null) return null
      const picture = pictures.get(source.path) ?? admit(source, place)
      pictures.set(source.path, picture)
      if (mention !== null) picture.mentions.push(mention)
      return picture.fit?.number ?? null
    },
  }
}

const isMissing = (one: Diagnostic): one is Diagnostic<'image/missing'> => one.code === 'image/missing'

/** Of a picture that was renamed the new name is known where just one is sought, and just one lies there that nobody names. */
function sayMissing(
  missing: readonly Diagnostic<'image/missing'>[],
  home: Home,
  album: Album,
  listed: ReadonlyMap<string, ImageEntry>,
  say: Say,
): void {
  if (missing.length === 0) return
  const taken = new Set([...album.pictures().map(({ source }) => source.path as string), ...listed.keys()])
  const left = home.files.filter(({ kind, path }) => kind === 'photo' && !taken.has(path))
  const isOne = new Set(missing.map(({ params }) => params.src)).size === 1 && left.length === 1
  const only = isOne ? (left[0]?.path.slice(home.folder.length + 1) ?? null) : null
  for (const one of missing) say({ ...one, params: { ...one.params, nearest: one.params.nearest ?? only } })
}

/** A picture that nobody described; where: its place is in the text, in `images:`, or it is shown without being named there. */
interface Wordless {
  readonly src: string
  readonly where: 'text' | 'images' | 'elsewhere'
  readonly place: Place
}

/** Of a gallery of a whole folder all at once: twelve photos are one thing to do. */
function sayWordless(pictures: readonly Wordless[], say: Say): void {
  const byPlace = groupBy(pictures, ({ src, where, place }) =>
    where === 'elsewhere' ? `${place.line}:${place.column}` : src,
  )
  for (const [first, ...others] of byPlace.values())
    if (first !== undefined) {
      const { src, where, place } = first
      say(diagnose('image/no-alt', { src, where, others: others.map((one) => one.src) }, place))
    }
}

/**
 * A picture with its words: those of `images:`, else the first that were typed for it. Where others stand with it in the body, they are
 * told apart: nothing a person typed disappears.
 */
function tell(
  { source, fit, place, mentions }: Picture,
  entry: ImageEntry | undefined,
  unnamed: (number: number) => string,
  say: Say,
  sayNothing: (wordless: Wordless) => void,
): { readonly photo: Photo | null; readonly retold: readonly Retelling[] } {
  const listed = { caption: entry?.caption ?? null, alt: entry?.alt ?? null }
  const typed = mentions.map(({ image, ref }) => ({ image, ...typedAt(ref, listed, source, say) }))
  const caption = spoken(listed.caption, source, say) ?? firstOf(typed.map((one) => one.caption))
  const described = spoken(listed.alt, source, say) ?? firstOf(typed.map((one) => one.alt)) ?? caption
  const where = mentions.length > 0 ? 'text' : entry === undefined ? 'elsewhere' : 'images'
  if (fit === null) return { photo: null, retold: [] }
  if (described === null) sayNothing({ src: basename(source.path), where, place: entry?.src.place ?? place })
  const alt = described ?? unnamed(fit.number + 1)
  const retold = typed
    .map((one) => ({
      image: one.image,
      caption: one.caption ?? caption,
      alt: listed.alt === null ? (one.alt ?? one.caption ?? alt) : alt,
    }))
    .filter((one) => one.caption !== caption || one.alt !== alt)
  return {
    photo: {
      source: source.path,
      digest: source.digest,
      facts: fit.facts,
      caption,
      alt,
      credit: entry?.credit ?? null,
      place: entry?.src.place ?? place,
    },
    retold,
  }
}

/** What a place of the body says of a picture, as far as `images:` leaves it to say. */
function typedAt(ref: ImageRef, listed: Pick<ImageEntry, 'caption' | 'alt'>, source: Source, say: Say) {
  const words = { value: ref.words, place: ref.wordsPlace ?? ref.place }
  const description = { value: ref.description ?? '', place: ref.descriptionPlace ?? ref.place }
  return {
    caption: listed.caption === null ? spoken(words, source, say) : null,
    alt: listed.alt === null ? spoken(description, source, say) : null,
  }
}

const firstOf = (words: readonly (string | null)[]): string | null => words.find((one) => one !== null) ?? null

/** Words for readers, or null; the name of the file is refused. */
function spoken(words: Placed<string> | null, source: Source, say: Say): string | null {
  if (words === null || words.value === '') return null
  if (!isNameOf(words.value, source) && !endsLikeFile(words.value)) {
    if (looksLikeFileName(words.value))
      say(diagnose('image/caption-like-name', { src: basename(source.path), given: words.value }, words.place))
    return words.value
  }
  say(diagnose('image/caption-is-name', { src: basename(source.path), given: words.value }, words.place))
  return null
}

function locateFile(src: string, place: Place, home: Home, say: Say, readings?: readonly string[]): Source | null {
  const answer = findFile(src, home, readings)
  if (answer.found === 'file') {
    if (!answer.sameCase) say(diagnose('image/case', { src, actual: basename(answer.source.path) }, place))
    return answer.source
  }
  if (answer.found === 'nothing')
    say(diagnose('image/missing', { src, nearest: answer.nearest, where: 'document' }, place))
  else say(diagnose(answer.found === 'remote' ? 'image/remote' : 'image/outside', { src }, place))
  return null
}

/** Header problems were found without name and place: both are known here. */
export const named = (diagnostic: Diagnostic, name: string, place: Place): Diagnostic => ({
  ...diagnostic,
  params: 'name' in diagnostic.params ? { ...diagnostic.params, name } : diagnostic.params,
  place,
})

/** `photos: all`: every picture of the folder that has no place yet, by name. */
const remaining = (home: Home, album: Album, place: Place): readonly (number | null)[] =>
  home.files
    .filter((source) => source.kind === 'photo')
    .map((source) => source.path.slice(home.folder.length + 1))
    // As the folder shows them to who made it: `Ảnh (2).jpg` before `Ảnh (10).jpg`.
    .sort(compareVi)
    .map((name) => album.take(name, place))
