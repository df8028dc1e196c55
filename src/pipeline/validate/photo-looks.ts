import type { Bulletin, Photo, StandingPage } from '../../core/bulletin.ts'
import { diagnose, type Located } from '../../core/diagnostic.ts'
import { groupBy } from '../../core/group.ts'
import { basename } from '../../core/path.ts'

/** How wide a picture is drawn at most, in pixels, as the theme has it: in the text (41rem), in a gallery (20rem), and shared. */
const WIDTHS = { text: 656, gallery: 320, shared: 600 } as const

/** What can be seen of photos before they are seen: too small for their place, upright where lists want them broad, twice. */
export function photoLooks({ bulletins, pages }: Documents): readonly Located[] {
  const shown = bulletins.filter(({ photos }) => photos.length > 0)
  const others = pages.filter(({ photos }) => photos.length > 0)
  return [
    ...[...shown, ...others].flatMap((document) => [...small(document), ...repeated(document)]),
    ...shown.flatMap(portraitCover),
  ]
}

interface Documents {
  readonly bulletins: readonly Bulletin[]
  readonly pages: readonly StandingPage[]
}

type WithPhotos = Pick<Bulletin, 'source' | 'photos' | 'bodyPhotos' | 'gallery' | 'facts'> & {
  readonly cover?: number | null
}

const told = (file: Bulletin['source'], diagnostic: Located['diagnostic']): Located => ({ file, diagnostic })

function small(document: WithPhotos): readonly Located[] {
  const inText = new Set(document.bodyPhotos)
  const inGallery = new Set(document.gallery.photos)
  return document.photos.flatMap((photo, number) => {
    const { width, height } = photo.facts
    // A tall picture is drawn as high as the screen, not as wide as the text.
    const text = inText.has(number) && width >= height ? WIDTHS.text : 0
    const shared = document.cover === number ? WIDTHS.shared : 0
    const least = Math.max(text, shared, inGallery.has(number) ? WIDTHS.gallery : 0)
    if (width >= least) return []
    return [told(document.source, diagnose('image/small', { name: nameOf(photo), width, least }, photo.place))]
  })
}

function portraitCover({ source, photos, cover }: Bulletin): readonly Located[] {
  const photo = cover === null ? undefined : photos[cover]
  if (photo === undefined || photo.facts.height <= photo.facts.width) return []
  const better = photos.find(({ facts }) => facts.width > facts.height && facts.width >= WIDTHS.shared)
  const params = { name: nameOf(photo), better: better === undefined ? null : nameOf(better) }
  return [told(source, diagnose('image/portrait-cover', params, photo.place))]
}

/** One file named again in the text, or files with the same bytes. */
function repeated(document: WithPhotos): readonly Located[] {
  const { source, photos, bodyPhotos } = document
  const ofBytes = groupBy(photos, ({ digest }) => digest)
  const copies = photos.flatMap((photo) => {
    const [first, ...others] = ofBytes.get(photo.digest) ?? []
    return first === undefined || first === photo ? [] : [again(source, photo, first, others.length + 1, photo.place)]
  })
  const inText = groupBy([...bodyPhotos.entries()], ([, number]) => number)
  const named = bodyPhotos.flatMap((number, at) => {
    const [photo, places] = [photos[number], inText.get(number) ?? []]
    const place = document.facts.images[at]?.place
    if (photo === undefined || place === undefined || places[0]?.[0] === at) return []
    return [again(source, photo, photo, places.length, place)]
  })
  return [...copies, ...named]
}

function again(source: Bulletin['source'], photo: Photo, first: Photo, times: number, place: Photo['place']): Located {
  return told(source, diagnose('image/repeated', { name: nameOf(photo), other: nameOf(first), times }, place))
}

const nameOf = ({ source }: Photo): string => basename(source)
