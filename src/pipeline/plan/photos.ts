import type { Document, Photo } from '../../core/bulletin.ts'
import { digestOf } from '../../core/digest.ts'
import { basename, type OutputPath, outputPath } from '../../core/path.ts'
import type { PhotoRecipe } from '../../core/photo.ts'
import type { PhotoJob } from '../../core/plan.ts'
import type { Site } from '../../core/site.ts'
import type { ImageView } from '../../core/view.ts'
import { absoluteOf, hrefOf } from './desk.ts'

/** Changes whenever the same recipe would give other bytes: it is in the published name. */
const ENCODER = 1
const MAX_WIDTH = 1600
const MAX_HEIGHT = 2400

/** How a photo is made, told by its header alone: photographs as JPEG, drawings and transparency as PNG. */
export function recipeOf({ facts }: Photo): PhotoRecipe {
  const scale = Math.min(1, MAX_WIDTH / facts.width, MAX_HEIGHT / facts.height)
  return {
    format: facts.alpha || facts.palette || facts.format === 'gif' ? 'png' : 'jpeg',
    width: Math.max(1, Math.round(facts.width * scale)),
    height: Math.max(1, Math.round(facts.height * scale)),
    quality: 80,
  }
}

/** `2023/<slug>/<slug>-<hash>-<width>.jpg`: nothing of the source name, and no number that moves when a photo is put in front. */
function pathOf(document: Document, photo: Photo): OutputPath {
  const recipe = recipeOf(photo)
  const hash = digestOf({ encoder: ENCODER, source: photo.digest, recipe }).slice(0, 8)
  const extension = recipe.format === 'jpeg' ? 'jpg' : 'png'
  return outputPath(`${document.address.slice(1)}${basename(document.slug)}-${hash}-${recipe.width}.${extension}`)
}

/** The job that makes a photo. */
export function photoJob(document: Document, photo: Photo): PhotoJob {
  const recipe = recipeOf(photo)
  return {
    kind: 'photo',
    path: pathOf(document, photo),
    digest: digestOf({ encoder: ENCODER, source: photo.digest, recipe }),
    phase: 'asset',
    of: document.source,
    source: photo.source,
    recipe,
    place: photo.place,
  }
}

/** A photo as templates see it. */
export function imageView(site: Site, document: Document, photo: Photo): ImageView {
  const { width, height } = recipeOf(photo)
  const address = `/${pathOf(document, photo)}`
  return {
    src: hrefOf(site, address),
    url: absoluteOf(site, address),
    width,
    height,
    alt: photo.alt,
    caption: photo.caption,
    credit: photo.credit,
  }
}
