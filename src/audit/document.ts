import { type DefaultTreeAdapterTypes, parse } from '../html/parse5.ts'

/** An element as readers' browsers see it, whatever the template wrote; text nodes are strings. */
export interface Element {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly (Element | string)[]
  readonly parent: Element | null
}

/** Reads a page as browsers do. Contents of `template` elements are left out. */
export function readDocument(html: string): Element {
  const root = parse(html)
  return elementOf('#document', [], root.childNodes, null)
}

function elementOf(
  name: string,
  attrs: readonly { readonly name: string; readonly value: string }[],
  nodes: readonly DefaultTreeAdapterTypes.ChildNode[],
  parent: Element | null,
): Element {
  const children: (Element | string)[] = []
  const element = { name, attributes: new Map(attrs.map((one) => [one.name, one.value])), children, parent }
  for (const node of nodes) {
    if ('value' in node) children.push(node.value)
    else if ('tagName' in node) children.push(elementOf(node.tagName, node.attrs, node.childNodes, element))
  }
  return element
}

/** An element and all below it, in the order of the page. */
export function* elementsOf(element: Element): Generator<Element> {
  yield element
  for (const child of element.children) if (typeof child !== 'string') yield* elementsOf(child)
}

/** Whether nobody meets an element: it, or one around it, is hidden. */
export function isHidden(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = at.parent)
    if (at.attributes.has('hidden') || at.attributes.get('aria-hidden') === 'true') return true
  return false
}

/** Where in a page's structure an element stands, the same on every page that a template makes: `main>article>p.more>a`. */
export function shapeOf(element: Element): string {
  const steps: string[] = []
  for (let at: Element | null = element; at !== null && at.parent !== null; at = at.parent)
    steps.unshift([at.name, ...(at.attributes.get('class') ?? '').split(/\s+/).filter(Boolean)].join('.'))
  return steps.join('>')
}

/** An opening tag to show to people: `<a class="more" href="/x/">`. */
export const tagOf = ({ name, attributes }: Element): string =>
  `<${[name, ...[...attributes].map(([key, value]) => (value === '' ? key : `${key}="${value}"`))].join(' ')}>`
