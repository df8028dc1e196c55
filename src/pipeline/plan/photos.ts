import type { Bulletin, Document, Photo } from '../../core/bulletin.ts'
import { type Digest, digestOf } from '../../core/digest.ts'
import { basename, type OutputPath, outputPath } from '../../core/path.ts'
import type { PhotoRecipe } from '../../core/photo.ts'
import type { PhotoJob } from '../../core/plan.ts'
import type { Site } from '../../core/site.ts'
import type { ImageView } from '../../core/view.ts'
import { absoluteOf, hrefOf } from './desk.ts'

/** Counts up when a recipe would give pictures that look otherwise or must not be cached any longer: it is in the published name. */
const RECIPES = 3
/** What makes the bytes; tests/pipeline/photos.test.ts keeps it equal to the package. It is in digests, not in names. */
export const ENCODER = 'sharp 0.35.5'
/** What reads iPhones' photos before. */
export const HEIC_DECODER = 'libheif-js 1.23.2'

/** What the theme's boxes ask for, told by the sizes in templates/parts: docs/decisions/010-photos.md has which of them for which screen. */
const WIDTHS = [360, 480, 720, 1008]
/** The last format is for browsers of before 2020, with smaller screens: fewer do. */
const FALLBACK_WIDTHS = [480, 720]
const MAX_WIDTH = 1600
/** Long pictures of screens must stay readable; WebP ends at 16,383. */
const MAX_HEIGHT = 12_000
const QUALITY = { jpeg: 80, webp: 80, avif: 55, png: 0 } as const

type Format = PhotoRecipe['format']
type Size = PhotoRecipe['base']

/** How a photo is made, told by its header alone: photographs as JPEG, drawings and transparency as PNG, both as WebP too. */
export function recipesOf({ facts }: Photo, avif: boolean): readonly PhotoRecipe[] {
  const scale = Math.min(1, MAX_WIDTH / facts.width, MAX_HEIGHT / facts.height)
  const base = scaled(facts, scale)
  const fallback: Format = facts.alpha || facts.palette || facts.format === 'gif' ? 'png' : 'jpeg'
  const formats: readonly Format[] = [...(avif ? (['avif'] as const) : []), 'webp', fallback]
  return formats.flatMap((format) =>
    widthsOf(base.width, format === fallback ? FALLBACK_WIDTHS : WIDTHS).map((width): PhotoRecipe => {
      const size = width === base.width ? base : scaled(base, width / base.width)
      // Few colours are a drawing or a screen: its letters must stay sharp.
      return { format, ...size, base, crop: false, quality: facts.palette ? 0 : QUALITY[format] }
    }),
  )
}

/** A variant that is hardly smaller than the whole would only cost room. */
const widthsOf = (whole: number, widths: readonly number[]): readonly number[] => [
  ...widths.filter((width) => width < whole * 0.8),
  whole,
]

const scaled = ({ width, height }: Size, scale: number): Size => ({
  width: Math.max(1, Math.round(width * scale)),
  height: Math.max(1, Math.round(height * scale)),
})

/** Open Graph's shape, and the width below which a picture is no use for sharing. */
const SHARED = { width: 1200, height: 630 }
const LEAST_SHARED = 600

/** How a cover is cut for sharing; null where it is too small for that. */
function sharedRecipeOf(photo: Photo): PhotoRecipe | null {
  const base = recipesOf(photo, false)[0]?.base
  if (base === undefined) return null
  const size = scaled(SHARED, Math.min(1, base.width / SHARED.width, base.height / SHARED.height))
  return size.width < LEAST_SHARED ? null : { format: 'jpeg', ...size, base, crop: true, quality: QUALITY.jpeg }
}

/** Of more than this times as wide as high, or as high as wide, a picture is a strip: shared, it would be a sliver. */
const STRIP = 2.5

/** Whether a bulletin's cover is shared: cut, or as it is where it is small; false without one, and of a strip that cannot be cut. */
export function hasShared({ photos, cover }: Bulletin): boolean {
  const photo = cover === null ? undefined : photos[cover]
  if (photo === undefined) return false
  const base = recipesOf(photo, false)[0]?.base
  const isStrip = base !== undefined && Math.max(base.width / base.height, base.height / base.width) > STRIP
  return !isStrip || sharedRecipeOf(photo) !== null
}

/** `2023/<slug>/<slug>-<hash>-<width>.jpg`: nothing of the source name, and no number that moves when a photo is put in front. */
function pathOf(document: Document, photo: Photo, recipe: PhotoRecipe): OutputPath {
  const hash = digestOf({ recipes: RECIPES, quality: QUALITY, source: photo.digest, look: look(recipe) }).slice(0, 8)
  const extension = recipe.format === 'jpeg' ? 'jpg' : recipe.format
  return outputPath(`${document.address.slice(1)}${basename(document.slug)}-${hash}-${recipe.width}.${extension}`)
}

/** Where a photo is published as it was taken; its width takes the place of a variant's. null: few browsers would show it. */
export function originalPath(document: Document, { digest, facts }: Photo): OutputPath | null {
  if (facts.format === 'heic') return null
  const hash = digestOf({ original: digest }).slice(0, 8)
  const extension = facts.format === 'jpeg' ? 'jpg' : facts.format
  return outputPath(`${document.address.slice(1)}${basename(document.slug)}-${hash}-${facts.width}.${extension}`)
}

/** All sizes and formats of one look have one hash in their names. */
const look = ({ base, crop, width, height }: PhotoRecipe) => (crop ? { base, width, height } : { base })

const digestFor = (photo: Photo, recipe: PhotoRecipe): Digest =>
  digestOf({ encoder: encoderOf(photo), recipes: RECIPES, source: photo.digest, recipe })

const encoderOf = ({ facts }: Photo): string => (facts.format === 'heic' ? `${HEIC_DECODER}, ${ENCODER}` : ENCODER)

/** The jobs that make a photo; shared: it stands for its bulletin where that is shared. */
export function photoJobs(site: Site, document: Document, photo: Photo, shared: boolean): readonly PhotoJob[] {
  const cut = shared ? sharedRecipeOf(photo) : null
  return [...recipesOf(photo, site.config.photos.avif), ...(cut === null ? [] : [cut])].map((recipe) => ({
    kind: 'photo',
    path: pathOf(document, photo, recipe),
    digest: digestFor(photo, recipe),
    phase: 'asset',
    of: document.source,
    source: photo.source,
    recipe,
    place: photo.place,
  }))
}

/** A photo as templates see it. */
export function imageView(site: Site, document: Document, photo: Photo): ImageView {
  const byFormat = new Map<Format, PhotoRecipe[]>()
  for (const recipe of recipesOf(photo, site.config.photos.avif)) {
    byFormat.set(recipe.format, [...(byFormat.get(recipe.format) ?? []), recipe])
  }
  const addressOf = (recipe: PhotoRecipe) => `/${pathOf(document, photo, recipe)}`
  const sets = [...byFormat].map(([format, recipes]) => ({
    type: `image/${format}`,
    recipes,
    srcset: recipes.map((recipe) => `${hrefOf(site, addressOf(recipe))} ${recipe.width}w`).join(', '),
  }))
  const plain = sets.at(-1)
  const largest = plain?.recipes.at(-1)
  if (plain === undefined || largest === undefined) throw new Error(`no recipe for ${photo.source}`)
  const original = site.config.originals ? originalPath(document, photo) : null
  return {
    src: hrefOf(site, addressOf(largest)),
    srcset: plain.recipes.length > 1 ? plain.srcset : '',
    sources: sets.slice(0, -1).map(({ type, srcset }) => ({ type, srcset })),
    url: absoluteOf(site, addressOf(largest)),
    width: largest.width,
    height: largest.height,
    alt: photo.alt,
    caption: photo.caption,
    credit: photo.credit,
    original: original === null ? null : hrefOf(site, `/${original}`),
  }
}

/** The same cut for sharing, with its words; null where it is too small for that. */
export function sharedView(site: Site, document: Document, photo: Photo): ImageView | null {
  const recipe = sharedRecipeOf(photo)
  if (recipe === null) return null
  const address = `/${pathOf(document, photo, recipe)}`
  const { width, height } = recipe
  const { alt, caption, credit } = photo
  return {
    src: hrefOf(site, address),
    srcset: '',
    sources: [],
    url: absoluteOf(site, address),
    width,
    height,
    alt,
    caption,
    credit,
    original: null,
  }
}
