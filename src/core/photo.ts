import type { Digest } from './digest.ts'

/** How one variant of a picture is made for the web; sizes in pixels, upright, never larger than the source. */
export interface PhotoRecipe {
  readonly format: 'jpeg' | 'png' | 'webp' | 'avif'
  readonly width: number
  readonly height: number
  /** The one raster that all variants of a source are made from: so that one of them alone comes out as among the others. */
  readonly base: { readonly width: number; readonly height: number }
  /** Cut to its shape around what draws the eye, rather than scaled. */
  readonly crop: boolean
  /** 1 to 100; 0: lossless (and for PNG always). */
  readonly quality: number
}

/** One variant of a source; digest names source, recipe and encoder: same digest, same bytes. */
export interface PhotoVariant {
  readonly recipe: PhotoRecipe
  readonly digest: Digest
}
