import type { ImageRef, Photo } from '../../core/bulletin.ts'
import { type Diagnostic, diagnose, type Place } from '../../core/diagnostic.ts'
import { basename } from '../../core/path.ts'
import type { Source } from '../../core/source.ts'
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

/** What became of them: numbers point into photos. */
export interface PhotoAnswers {
  readonly photos: readonly Photo[]
  readonly bodyPhotos: readonly number[]
  readonly gallery: readonly number[]
  readonly cover: number | null
}

/** Finds every picture a document names, gives each its words, and says what is wrong with it at the line that names it. */
export function gatherPhotos(
  requests: PhotoRequests,
  title: string,
  home: Home,
  context: Context,
  say: Say,
): PhotoAnswers {
  const album = openAlbum(title, home, context, say)
  const words = new Map<string, ImageEntry>()
  for (const entry of requests.entries) {
    const source = locateFile(entry.src.value, entry.src.place, home, say)
    if (source === null) continue
    if (words.has(source.path)) say(diagnose('image/twice', { src: entry.src.value }, entry.src.place))
    words.set(source.path, entry)
  }
  album.words = words
  const bodyPhotos = requests.body.map(
    ({ target, place, words, description }) => album.take(target, place, { value: words, place, description }) ?? -1,
  )
  const cover = requests.cover === null ? null : album.take(requests.cover.value, requests.cover.place, null)
  const placed = new Set([...bodyPhotos, ...(cover === null ? [] : [cover])])
  const byName = requests.gallery !== null && !requests.gallery.all
  // With a gallery by name, a photo that only `images:` lists has no place: it is not published, and said to be unused.
  const listed = byName
    ? []
    : requests.entries.map((entry) => album.take(entry.src.value, entry.src.place, null, false))
  const named = requests.gallery?.names.map(({ value, place }) => album.take(value, place, null)) ?? []
  const rest = requests.gallery?.all === true ? remaining(home, album, requests.gallery.place) : []
  const gallery = (byName ? named : [...listed, ...rest]).filter(
    (photo): photo is number => photo !== null && photo >= 0 && (!placed.has(photo) || named.includes(photo)),
  )
  const shown = [...bodyPhotos.filter((photo) => photo >= 0), ...gallery]
  return { photos: album.photos, bodyPhotos, gallery: [...new Set(gallery)], cover: cover ?? shown[0] ?? null }
}

interface Album {
  photos: Photo[]
  words: ReadonlyMap<string, ImageEntry>
  /** The number of a photo, taking it in at its first mention; null if it cannot be used (said why, once a place). */
  take(src: string, place: Place, typed: Typed | null, speak?: boolean): number | null
}

/** What a body says of a picture where it stands: its caption, and its description where that is another. */
type Typed = Placed<string> & { readonly description?: string | undefined }

function openAlbum(title: string, home: Home, context: Context, say: Say): Album {
  const numbers = new Map<string, number>()
  const album: Album = {
    photos: [],
    words: new Map(),
    take(src, place, typed, speak = true) {
      const source = locateFile(src, place, home, speak ? say : () => undefined)
      if (source === null) return null
      const known = numbers.get(source.path)
      if (known !== undefined) return known < 0 ? null : known
      const photo = admit(source, place, typed)
      numbers.set(source.path, -1)
      if (photo === null) return null
      numbers.set(source.path, album.photos.push(photo) - 1)
      return album.photos.length - 1
    },
  }
  const admit = (source: Source, place: Place, typed: Typed | null): Photo | null => {
    const name = basename(source.path)
    const parsed = context.photos.get(source.path)
    for (const diagnostic of parsed?.diagnostics ?? []) say(named(diagnostic, name, place))
    if (source.kind !== 'photo') say(diagnose('image/not-image', { name, likely: null }, place))
    const entry = album.words.get(source.path)
    const caption = spoken(entry?.caption ?? typed, source, say)
    const description = typed?.description === undefined ? null : { value: typed.description, place: typed.place }
    const alt = spoken(entry?.alt ?? description, source, say) ?? caption
    const where = typed !== null ? 'text' : entry === undefined ? 'elsewhere' : 'images'
    if (alt === null) say(diagnose('image/no-alt', { src: name, where }, entry?.src.place ?? place))
    if (parsed?.value == null) return null
    const number = album.photos.length + 1
    return {
      source: source.path,
      digest: source.digest,
      facts: parsed.value,
      caption,
      alt: alt ?? (context.config.language === 'vi' ? `Ảnh ${number} – ${title}` : `Photo ${number} – ${title}`),
      credit: entry?.credit ?? null,
      place: entry?.src.place ?? place,
    }
  }
  return album
}

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

function locateFile(src: string, place: Place, home: Home, say: Say): Source | null {
  const answer = findFile(src, home)
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
    .map((source) => album.take(source.path.slice(home.folder.length + 1), place, null))
