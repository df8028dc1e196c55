import { gambling } from '../text/proof/gambling.ts'
import { isGamblingAddress } from '../text/proof/gambling-address.ts'
import { type Element, isHidden, shapeOf, tagOf } from './document.ts'
import type { AuditCode, Finding } from './finding.ts'
import { addressesOf } from './links.ts'

const finding = (code: AuditCode, element: Element, shown: string, origin?: string): Finding => ({
  ...{ code, key: shown, shape: shapeOf(element), shown },
  ...(origin === undefined ? {} : { origin }),
})

/** What the content security policy of every page has browsers pass over: code and style within the page, what is fetched from other hosts, frames, forms that send elsewhere. */
export const blocked = (elements: readonly Element[]): readonly Finding[] =>
  elements.flatMap((element) => {
    const { name, attributes } = element
    const found: Finding[] = []
    for (const [key, value] of attributes)
      if (key === 'style' || /^on[a-z]+$/.test(key)) found.push(finding('audit/blocked', element, `${key}="${value}"`))
    const isFrame = /^(?:iframe|frame|object|embed)$/.test(name)
    if (name === 'style' || isFrame || (name === 'script' && isCode(attributes)))
      found.push(finding('audit/blocked', element, tagOf(element)))
    else if (isFetched(name, attributes))
      for (const address of addressesOf(element)) {
        const origin = originOf(address)
        if (origin !== null) found.push(finding('audit/blocked', element, tagOf(element), origin))
      }
    return found
  })

/** A script within the page; data for programs are none. */
const isCode = (attributes: Element['attributes']): boolean =>
  !attributes.has('src') && /^(?:module|text\/javascript|application\/javascript|)$/i.test(attributes.get('type') ?? '')

const isFetched = (name: string, attributes: Element['attributes']): boolean =>
  /^(?:img|source|script|video|audio|track|input|form)$/.test(name) ||
  (name === 'link' && /\b(?:stylesheet|icon|preload|manifest)\b/i.test(attributes.get('rel') ?? ''))

/** Links to other hosts that readers do not see and search engines follow: what whoever breaks in leaves. */
export const hiddenLinks = (elements: readonly Element[]): readonly Finding[] =>
  elements.flatMap((element) => {
    const origin = element.name === 'a' ? originOf(element.attributes.get('href') ?? '') : null
    return origin !== null && (isHidden(element) || isOutOfSight(element) || isOfItsGround(element))
      ? [finding('audit/hidden-link', element, tagOf(element), origin)]
      : []
  })

/** Styles that take an element out of sight: nothing, or so much beside the page. */
const away =
  /(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|(?:opacity|font-size|scale)\s*:\s*0*\.?0*(?:[a-z%]+)?\s*(?:[;!]|$)|font-size\s*:\s*(?:1|0?\.\d+)px|(?:left|right|top|bottom|text-indent|margin(?:-\w+)?)\s*:\s*-(?:\d{3,}|\d{2,}r?em)|(?:width|height)\s*:\s*[01](?:px)?\s*(?:;|$)|clip(?:-path)?\s*:|transform\s*:[^;]*scale\(0*\.?0*\)|(?:^|[;\s])color\s*:\s*transparent)/i

/** The last word of a style on a property, so that `#FFF`, `#ffffff` and `white` are one. */
function colourOf(style: string, property: RegExp): string | null {
  const value = [...style.matchAll(property)].at(-1)?.[1]?.trim().toLowerCase()
  if (value === undefined) return null
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(value)
  if (short !== null)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`
  return { white: '#ffffff', black: '#000000' }[value] ?? value
}

/** Words in the colour of what they stand on: of the same element or of one around it. */
function isOfItsGround(element: Element): boolean {
  let colour: string | null = null
  for (let at: Element | null = element; at !== null; at = at.parent) {
    const style = at.attributes.get('style') ?? ''
    colour ??= colourOf(style, /(?:^|[;\s])color\s*:\s*([^;!]+)/gi)
    const ground = colourOf(style, /(?:^|[;\s])background(?:-color)?\s*:\s*([^;!]+)/gi)
    if (ground !== null) return ground === colour
  }
  return false
}

function isOutOfSight(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = at.parent)
    if (away.test(at.attributes.get('style') ?? '')) return true
  return false
}

/** Words and addresses of gambling houses, wherever they stand. */
export const gamblingOnPage = (elements: readonly Element[]): readonly Finding[] =>
  elements.flatMap((element) => {
    const spoken = ['alt', 'title', 'aria-label', 'content', 'placeholder'].flatMap(
      (key) => element.attributes.get(key) ?? [],
    )
    const texts = element.children.filter((child): child is string => typeof child === 'string')
    const words = [...texts, ...spoken].flatMap(wordsIn)
    const addresses = addressesOf(element).filter((address) => originOf(address) !== null && isGamblingAddress(address))
    return [...words, ...addresses].map((shown) => finding('audit/gambling', element, shown))
  })

/** Texts of the frame of a portal are the same on every page. */
const known = new Map<string, readonly string[]>()
const MOST_KNOWN = 10_000

function wordsIn(text: string): readonly string[] {
  if (text.length < 3) return []
  const before = known.get(text)
  if (before !== undefined) return before
  const composed = text.normalize('NFC')
  const words = gambling(composed).map(({ at, length }) => composed.slice(at, at + length))
  if (known.size < MOST_KNOWN && text.length < 200) known.set(text, words)
  return words
}

/** The origin of an address that names its host; null of all others. */
function originOf(address: string): string | null {
  const written = address.trim()
  if (!/^(?:https?:|[\\/]{2})/i.test(written) || !URL.canParse(written, 'https://portal.invalid/')) return null
  return new URL(written, 'https://portal.invalid/').origin
}
