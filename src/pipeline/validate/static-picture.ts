import type { Parsed, PhotoFacts } from '../../core/bulletin.ts'
import type { Banner } from '../../core/config.ts'
import { diagnose } from '../../core/diagnostic.ts'
import { basename } from '../../core/path.ts'
import { nearest } from '../../text/nearest.ts'
import { type Decoder, line } from './fields.ts'
import { named } from './photos.ts'

/** The files below content/static by path, with what their headers say where they are pictures. */
export type Statics = ReadonlyMap<string, Parsed<PhotoFacts> | null>

/** A file below content/static: `static/tet.jpg`; it must be there. Gives its path. */
export const staticPicture =
  (statics: Statics): Decoder<string> =>
  (raw, field, say) => {
    const src = line(raw, field, say)
    if (src === undefined) return undefined
    const path = `content/static/${src.replace(/^\/?(content\/)?static\//, '')}`
    if (statics.has(path)) return path
    const names = [...statics.keys()].map((one) => one.slice('content/'.length))
    say(diagnose('image/missing', { src, nearest: nearest(src, names), where: 'static' }, raw.place))
    return undefined
  }

/** The same for a picture whose room on the page must be known before it has come. */
export const bannerPicture =
  (statics: Statics): Decoder<Pick<Banner, 'image' | 'width' | 'height'>> =>
  (raw, field, say) => {
    const image = staticPicture(statics)(raw, field, say)
    if (image === undefined) return undefined
    const name = basename(image)
    const parsed = statics.get(image)
    for (const diagnostic of parsed?.diagnostics ?? []) say(named(diagnostic, name, raw.place))
    if (parsed?.value != null) return { image, width: parsed.value.width, height: parsed.value.height }
    if (parsed == null) say(diagnose('image/not-image', { name, likely: null }, raw.place))
    return undefined
  }
