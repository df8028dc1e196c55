import type { BodyRef, Markup } from '../core/bulletin.ts'
import { utf8 } from '../core/utf8.ts'
import { openTheme } from '../pipeline/render.ts'
import { serveThread, toldAtStart } from '../speed/thread.ts'
import { type AtStart, receivePage } from './page-away.ts'

// The entry of a thread that renders pages. What goes wrong is told where the page is rendered again, with its sources at hand.
const told = toldAtStart() as AtStart
const theme = openTheme(told.theme, undefined, told.timed ? () => performance.now() : null)

serveThread((parts) => {
  const { page, bodies } = receivePage(parts, told)
  const rendered = theme.render(page, ({ digest }: BodyRef) => bodies.get(digest) as Markup)
  if (!('text' in rendered)) return null
  const spent = theme.spent()
  return [utf8(rendered.text), ...(spent === null ? [] : [utf8(JSON.stringify(spent))])]
})
