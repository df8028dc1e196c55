import type { BodyWord, Hole, Markup } from '../../core/bulletin.ts'
import type { BodyUse } from '../../core/plan.ts'
import type { ImageView, VideoView } from '../../core/view.ts'
import { abbreviator } from './abbreviate.ts'
import { escapeMarkup } from './escape.ts'

/** How pictures that stand by themselves are drawn: the theme's parts. number counts a body's figures from 1. */
export interface Draw {
  figure(image: ImageView, number: number): string
  gallery(images: readonly ImageView[]): string
  video(video: VideoView): string
  /** A word of the theme, as text. */
  word(word: BodyWord, values: { readonly number: number; readonly time: number }): string
}

/** The HTML of a body with one page's addresses in its holes. A hole without its filling, or an unsafe address, is a bug: it throws. */
export function fill(body: Markup, use: BodyUse, draw: Draw): string {
  let figures = 0
  const abbreviate = abbreviator(use.terms)
  const image = (number: number): ImageView => checked(use.images[number], `image ${number}`)
  const drawn = (piece: Hole, next: string | Hole | undefined): string => {
    switch (piece.hole) {
      case 'figure':
        figures += 1
        return draw.figure(image(piece.image), figures)
      case 'gallery':
        return draw.gallery(piece.images.map(image))
      case 'inline-image':
        return inlineImage(image(piece.image))
      case 'link':
        return openingTag(checked(use.links[piece.link], `link ${piece.link}`), next)
      case 'video':
        return draw.video(videoView(piece, checked(use.links[piece.link], `link ${piece.link}`).href))
      case 'word':
        return escapeMarkup(draw.word(piece.word, { number: piece.number, time: piece.time }))
      case 'text':
        return abbreviate(piece.text)
    }
  }
  return body.pieces
    .map((piece, at) => (typeof piece === 'string' ? piece : drawn(piece, body.pieces[at + 1])))
    .join('')
}

function videoView({ words, site }: Extract<Hole, { hole: 'video' }>, href: string): VideoView {
  attribute(href)
  // A portal may live on a host that shows videos itself: then its address is a path.
  const host = URL.canParse(href) ? new URL(href).hostname.replace(/^www\./, '') : site
  return { href, title: words, site, host }
}

function inlineImage({ src, width, height, alt }: ImageView): string {
  return `<img src="${attribute(src)}" width="${width}" height="${height}" alt="${escapeMarkup(alt)}" loading="lazy" decoding="async">`
}

function openingTag({ href, external }: BodyUse['links'][number], next: string | Hole | undefined): string {
  // Where there is nothing to lead to, the words stand in a placeholder (HTML Standard, the a element).
  if (href === '') return '<a>'
  // Paper shows addresses after the words of links: once is enough.
  const words = typeof next === 'string' ? /^[^<]*(?=<\/a>)/.exec(next)?.[0] : undefined
  const isBare = words !== undefined && addressOf(words) === addressOf(escapeMarkup(href))
  const names = [...(external ? ['external'] : []), ...(isBare ? ['bare'] : [])]
  const marks = `${names.length === 0 ? '' : ` class="${names.join(' ')}"`}${external ? ' rel="noopener noreferrer external"' : ''}`
  return `<a href="${attribute(href)}"${marks}>`
}

/** An address as people type it: without its scheme and the stroke at its end, in letters. */
function addressOf(text: string): string {
  const address = text.replace(/^https?:\/\//i, '').replace(/\/$/, '')
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}

/** An address that was checked long before; this is the last look. */
function attribute(address: string): string {
  // Browsers drop tabs and line ends inside an address before they read its scheme.
  const scheme = /^([^/?#]*?):/.exec(address.replace(/[\0-\x20]/g, ''))?.[1]
  if (scheme !== undefined && !schemes.has(scheme.toLowerCase())) throw new Error(`unsafe address: ${address}`)
  if (/^[\s\0-\x20]*[/\\]{2}/.test(address)) throw new Error(`address without a scheme: ${address}`)
  return escapeMarkup(address)
}

function checked<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`nothing to fill in for ${what}`)
  return value
}

const schemes = new Set(['http', 'https', 'mailto', 'tel'])
