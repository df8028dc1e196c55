import MarkdownIt, { type MarkdownIt as Instance } from 'markdown-it'
import footnotes from 'markdown-it-footnote'

export type { MarkdownIt as Instance, StateInline } from 'markdown-it'

/** What the parser makes of a piece of the text: markdown-it's token, to be read only. */
export interface Mark {
  readonly type: string
  readonly tag: string
  readonly nesting: -1 | 0 | 1
  readonly level: number
  readonly content: string
  readonly markup: string
  readonly info: string
  readonly hidden: boolean
  readonly map: readonly [number, number] | null
  readonly attrs: readonly (readonly [string, unknown])[] | null
  readonly meta: unknown
  readonly children: readonly Mark[] | null
}

/** A body parsed: block marks in order, and the footnotes that are referred to, in the order of their first reference. */
export interface Marked {
  readonly marks: readonly Mark[]
  readonly notes: readonly NoteUse[]
}

/** A footnote by its label, with how often the text refers to it. */
export interface NoteUse {
  readonly label: string
  readonly count: number
}

/**
 * Markdown as it is read here: no HTML, no references, no code by indentation, no headings by underlining; rules puts in our own.
 * With linkify, `https://…`, `www.…` and e-mail addresses become links: that costs half as much again, so ask for it only where it can matter.
 */
export function createEngine(linkify: boolean, rules: (instance: Instance) => void): (source: string) => Marked {
  const instance = new MarkdownIt({ html: false, breaks: true, linkify, typographer: false, maxNesting: 100 })
  instance.use(footnotes)
  instance.disable(['code', 'lheading', 'reference', 'html_block', 'html_inline', 'footnote_inline', 'footnote_tail'])
  // Line ends are \n already, and no NUL is there.
  instance.disable('normalize')
  // Targets are told as they were typed; whether they may be is decided where the files are known.
  instance.validateLink = () => true
  instance.normalizeLink = (url) => url
  instance.normalizeLinkText = (text) => text
  if (linkify) linkWebAddresses(instance)
  rules(instance)
  return (source) => {
    const env: { footnotes?: { readonly list?: readonly NoteUse[] } } = {}
    const marks = instance.parse(source, env) as readonly Mark[]
    return { marks, notes: env.footnotes?.list ?? [] }
  }
}

/** Whether a text can hold an address at a glance. */
export const mayHoldAddress = (text: string): boolean => /:\/\/|www\.|@/i.test(text)

/** Only whole addresses: `www.` counts as one, `README.md` and `TP.VN` do not. */
function linkWebAddresses(instance: Instance): void {
  instance.linkify.set({ fuzzyLink: false, fuzzyEmail: true })
  instance.linkify.add('ftp:', null).add('//', null)
  // It tries whole paragraphs first, 0.1 ms a bulletin: not where all that may be an address is the target of a link already.
  const test = instance.linkify.test.bind(instance.linkify)
  let isLeft = true
  instance.core.ruler.before('linkify', 'addresses_left', ({ tokens }) => {
    isLeft = tokens.some(({ children }) =>
      children?.some(({ type, content }) => type === 'text' && mayHoldAddress(content)),
    )
  })
  instance.linkify.test = (text) => isLeft && mayHoldAddress(text) && test(text)
  instance.linkify.add('www.', {
    validate: (text, position, linkify) => {
      const tail = `//www.${text.slice(position, position + 2000)}`
      const length = linkify.testSchemaAt(tail, 'http:', 0) - '//www.'.length
      return length > 0 && /^[^/?#]*[\p{L}\p{N}]\.\p{L}{2}/u.test(text.slice(position, position + length)) ? length : 0
    },
    normalize: (match) => {
      match.url = `http://${match.url}`
    },
  })
}
