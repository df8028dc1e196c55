import { leftovers } from '../text/proof/leftovers.ts'
import { type Element, elementsOf, isHidden, shapeOf, tagOf } from './document.ts'
import type { AuditCode, Finding } from './finding.ts'
import { blocked, gamblingOnPage, hiddenLinks } from './strangers.ts'

/** What each page is asked, by itself. To add a question: a function and a line here. */
export const checks: readonly ((elements: readonly Element[]) => readonly Finding[])[] = [
  titleAndLanguage,
  idsTwice,
  headings,
  imagesWithoutAlt,
  withoutName,
  leftBehind,
  blocked,
  hiddenLinks,
  gamblingOnPage,
]

const finding = (code: AuditCode, element: Element, key: string, shown: string): Finding => ({
  code,
  key,
  shape: shapeOf(element),
  shown,
})

function titleAndLanguage(elements: readonly Element[]): readonly Finding[] {
  const root = elements.find(({ name }) => name === 'html')
  if (root === undefined) return []
  const title = elements.find(({ name, parent }) => name === 'title' && parent?.name === 'head')
  const found: Finding[] = []
  if (title === undefined || textOf(title).trim() === '') found.push(finding('audit/no-title', root, '', 'title'))
  if ((root.attributes.get('lang') ?? '').trim() === '') found.push(finding('audit/no-lang', root, '', 'lang'))
  return found
}

function idsTwice(elements: readonly Element[]): readonly Finding[] {
  const seen = new Map<string, number>()
  return elements.flatMap((element) => {
    const id = element.attributes.get('id')
    if (id === undefined || id === '') return []
    const count = (seen.get(id) ?? 0) + 1
    seen.set(id, count)
    return count === 2 ? [finding('audit/id-twice', element, id, id)] : []
  })
}

/** One h1, and each level at most one below the heading before it (WCAG 2.2, technique G141). */
function headings(elements: readonly Element[]): readonly Finding[] {
  const all = elements.filter((element) => /^h[1-6]$/.test(element.name) && !isHidden(element))
  const tops = all.filter(({ name }) => name === 'h1')
  const found: Finding[] = []
  const body = elements.find(({ name }) => name === 'body')
  if (tops.length === 0 && body !== undefined) found.push(finding('audit/heading-missing', body, '', 'h1'))
  const second = tops[1]
  if (second !== undefined) found.push(finding('audit/heading-twice', second, '', wordsIn(second)))
  let before = 1
  for (const heading of all) {
    const level = Number(heading.name.slice(1))
    if (level > before + 1)
      found.push(
        finding('audit/heading-skipped', heading, `${before} ${level}`, `<${heading.name}> ${wordsIn(heading)}`),
      )
    before = level
  }
  return found
}

function imagesWithoutAlt(elements: readonly Element[]): readonly Finding[] {
  return elements
    .filter((element) => element.name === 'img' && !element.attributes.has('alt') && !isHidden(element))
    .map((element) => finding('audit/no-alt', element, shapeOf(element), tagOf(element)))
}

/** Links and buttons that a screen reader can only call “link” or “button”. */
function withoutName(elements: readonly Element[]): readonly Finding[] {
  return elements
    .filter((element) => isPressed(element) && !isHidden(element) && nameOf(element).trim() === '')
    .map((element) => finding('audit/no-name', element, shapeOf(element), tagOf(element)))
}

const isPressed = ({ name, attributes }: Element): boolean =>
  (name === 'a' && attributes.has('href')) ||
  name === 'button' ||
  (name === 'input' && /^(?:button|image)$/i.test(attributes.get('type') ?? ''))

/** Roughly the accessible name: what labels it, else its words and the names of pictures in it, else its title. */
function nameOf(element: Element): string {
  const { name, attributes } = element
  const label = attributes.get('aria-label') ?? attributes.get('aria-labelledby') ?? ''
  if (label.trim() !== '') return label
  if (name === 'img' || name === 'area') return attributes.get('alt') ?? attributes.get('title') ?? ''
  if (name === 'input') return attributes.get('alt') ?? attributes.get('value') ?? attributes.get('title') ?? ''
  const inside = element.children
    .map((child) => (typeof child === 'string' ? child : isHidden(child) ? '' : nameOf(child)))
    .join('')
  return inside.trim() === '' ? (attributes.get('title') ?? '') : inside
}

/** What a program left in the words of a page: `undefined`, `NaN`, `Infinity`, `{{`, or the bare word `date`. */
function leftBehind(elements: readonly Element[]): readonly Finding[] {
  return elements.flatMap((element) => {
    if (/^(?:script|style|code|pre|kbd|samp)$/.test(element.name)) return []
    return element.children.flatMap((child) => {
      if (typeof child !== 'string') return []
      const found = leftovers(child).map(({ at, length }) => child.slice(at, at + length))
      // Only division makes it; a text may have the word.
      const endless = /(?<![\p{L}\p{N}_])Infinity(?![\p{L}\p{N}_])/u.exec(child) ?? []
      const words = child.trim() === 'date' ? ['date'] : [...found, ...endless]
      return words.map((word) => finding('audit/leftover', element, word, word))
    })
  })
}

const textOf = (element: Element): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')

const wordsIn = (element: Element): string => textOf(element).replace(/\s+/g, ' ').trim()

/** All elements of a page, in order. */
export const listElements = (root: Element): readonly Element[] => [...elementsOf(root)]
