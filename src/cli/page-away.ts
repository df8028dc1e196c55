import type { Markup } from '../core/bulletin.ts'
import { textOf, utf8 } from '../core/utf8.ts'
import type { ShellView, View } from '../core/view.ts'
import type { Page, ThemeParts } from '../pipeline/render.ts'
import type { PageMaking } from '../pipeline/world.ts'

/** What a thread that renders pages is told at its start: what it opens the theme from, and what all pages show. */
export interface AtStart {
  readonly theme: ThemeParts
  readonly site: ShellView
  /** What pages take is told with each. */
  readonly timed: boolean
}

/** A page on its way to another thread: what it shows beside what all pages show, then its bodies; JSON in UTF-8. */
export function sendPage({ template, of, view, bodies }: Page, bodyOf: PageMaking['body']): readonly Uint8Array[] {
  const { site: _, ...own } = view
  const sent: Sent = { template, of, view: own, bodies }
  return [utf8(JSON.stringify(sent)), ...bodies.map(({ ref }) => bodyOf(ref))]
}

interface Sent extends Omit<Page, 'view'> {
  readonly view: Omit<View, 'site'>
}

/** The page again, and its bodies by their digests. */
export function receivePage(
  [first, ...rest]: readonly Uint8Array[],
  { site }: AtStart,
): { readonly page: Page; readonly bodies: ReadonlyMap<string, Markup> } {
  // This is what sendPage wrote.
  const page = decode(first) as Sent
  const bodies = page.bodies.map(({ ref }, index) => [ref.digest, decode(rest[index]) as Markup] as const)
  return { page: { ...page, view: { site, ...page.view } }, bodies: new Map(bodies) }
}

const decode = (bytes: Uint8Array = new Uint8Array()): unknown => JSON.parse(textOf(bytes))
