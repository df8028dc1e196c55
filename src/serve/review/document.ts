import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, serialize } from '../../html/parse5.ts'

/** One element of a page that is being rewritten. */
export interface Element {
  /** In small letters: `img`. */
  readonly name: string
  /** Null where it has no such attribute. */
  get(attribute: string): string | null
  set(attribute: string, value: string): void
  drop(attribute: string): void
  readonly attributes: readonly string[]
  /** Takes it out of the page, with all in it. */
  remove(): void
}

/** A page as browsers read it, to be changed and written out again. */
export interface Page {
  /** Every element, templates' contents too, in the order of the page. */
  readonly elements: readonly Element[]
  /** Puts markup at the beginning of the head, at its end, at the beginning of the body. */
  html(parts: { readonly headFirst: string; readonly headLast: string; readonly bodyFirst: string }): string
}

/** Reads a page as a browser would, whatever its markup is like. */
export function readPage(html: string): Page {
  const document = parse(html)
  const found: DefaultTreeAdapterTypes.Element[] = []
  const waiting: DefaultTreeAdapterTypes.Node[] = [document]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (defaultTreeAdapter.isElementNode(node)) found.push(node)
    const inside = 'content' in node ? node.content.childNodes : 'childNodes' in node ? node.childNodes : []
    waiting.push(...[...inside].reverse())
  }
  return {
    elements: found.map(asElement),
    html({ headFirst, headLast, bodyFirst }) {
      const text = serialize(document)
      const end = text.indexOf('</head>')
      const opened = /<body(?: [^>]*)?>/.exec(text.slice(end))
      const body = end + (opened?.index ?? 0) + (opened?.[0].length ?? 0)
      return (
        text
          .slice(0, body)
          .replace('<head>', () => `<head>${headFirst}`)
          .replace('</head>', () => `${headLast}</head>`) +
        bodyFirst +
        text.slice(body)
      )
    },
  }
}

function asElement(element: DefaultTreeAdapterTypes.Element): Element {
  const nameOf = ({ prefix, name }: (typeof element.attrs)[number]) => (prefix ? `${prefix}:${name}` : name)
  const drop = (attribute: string): void => {
    element.attrs = element.attrs.filter((one) => nameOf(one) !== attribute)
  }
  return {
    name: element.tagName.toLowerCase(),
    get: (attribute) => element.attrs.find((one) => nameOf(one) === attribute)?.value ?? null,
    set(attribute, value) {
      drop(attribute)
      element.attrs.push({ name: attribute, value })
    },
    drop,
    attributes: element.attrs.map(nameOf),
    remove: () => defaultTreeAdapter.detachNode(element),
  }
}
