import { type DefaultTreeAdapterTypes, parse } from 'parse5'

type Element = DefaultTreeAdapterTypes.Element
type Node = DefaultTreeAdapterTypes.Node

/** All elements of a page, as a browser reads it. */
export function elementsOf(html: string): readonly Element[] {
  const below = (node: Node): readonly Element[] => {
    const own = 'tagName' in node ? [node] : []
    return 'childNodes' in node ? [...own, ...node.childNodes.flatMap(below)] : own
  }
  return below(parse(html))
}

/** The value of an attribute, or null. */
export const attributeOf = ({ attrs }: Element, name: string): string | null =>
  attrs.find((attribute) => attribute.name === name)?.value ?? null

/** The text of an element. */
export function textOf(element: Element): string {
  const below = (node: Node): string =>
    'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(below).join('') : ''
  return below(element).replace(/\s+/g, ' ').trim()
}

/** What a page is made of without its words: names of elements and of their attributes, in order. */
export const outlineOf = (html: string): readonly string[] =>
  elementsOf(html).map(({ tagName, attrs }) => `${tagName} ${attrs.map(({ name }) => name).join(' ')}`)

/** What could act in a page: scripts, handlers, addresses with a scheme that runs, framed or foreign things. */
export function liveIn(html: string): readonly string[] {
  return elementsOf(html).flatMap((element) => {
    const { tagName, attrs } = element
    const dead = (tagName === 'script' && attributeOf(element, 'type') === 'application/ld+json') || isSearch(element)
    const elements = active.has(tagName) && !dead ? [`<${tagName}>`] : []
    const handlers = attrs.filter(({ name }) => name.startsWith('on') || name === 'style' || name === 'srcdoc')
    const schemes = attrs.filter(({ name, value }) => addresses.has(name) && !harmless(value))
    return [...elements, ...[...handlers, ...schemes].map(({ name, value }) => `${name}="${value}"`)]
  })
}

/** The portal's own form of search and its field: it leads to a page of the portal by an address, and sends nothing. */
function isSearch(element: Element): boolean {
  const { tagName, parentNode } = element
  if (tagName === 'input') {
    const form = parentNode !== null && 'tagName' in parentNode ? parentNode : null
    return form?.tagName === 'form' && isSearch(form) && attributeOf(element, 'name') === 'q'
  }
  return (
    tagName === 'form' &&
    attributeOf(element, 'role') === 'search' &&
    attributeOf(element, 'method') === 'get' &&
    // Whether its address runs anything is asked of every address.
    attributeOf(element, 'action')?.endsWith('tim-kiem/') === true
  )
}

/** The names of the tags of XML that is well formed; throws where it is not. Enough for the XML of templates: no CDATA. */
export function tagsOf(xml: string): readonly string[] {
  const open: string[] = []
  const names: string[] = []
  let at = 0
  for (const match of xml.matchAll(token)) {
    if (match.index !== at) throw new Error(`not XML at ${at}: ${xml.slice(at, at + 80)}`)
    at += match[0].length
    const [, closing, name, alone] = match
    if (name === undefined) continue
    if (closing === '/' && open.pop() !== name) throw new Error(`</${name}> closes nothing`)
    if (closing === '' && alone === '') open.push(name)
    if (closing === '') names.push(name)
  }
  if (at !== xml.length || open.length > 0) throw new Error(`not XML at ${at}: ${xml.slice(at, at + 80)}`)
  return names
}

const active = new Set(
  'script style iframe object embed applet base frame frameset form input svg math template'.split(' '),
)

const addresses = new Set('href src action formaction poster data xlink:href background ping srcset'.split(' '))

function harmless(address: string): boolean {
  const bare = address.replace(/[\0-\x20]/g, '')
  const scheme = /^([^/?#]*?):/.exec(bare)?.[1]
  return (scheme === undefined || /^(?:https?|mailto|tel)$/i.test(scheme)) && !/^[/\\]{2}/.test(bare)
}

const token =
  /<\?xml[^?]*\?>|<(\/?)([\w:]+)(?:\s+[\w:]+="(?:[^"<&]|&(?:#\d+|\w+);)*")*\s*(\/?)>|(?:[^<&]|&(?:#\d+|amp|lt|gt|quot|apos);)+/g
