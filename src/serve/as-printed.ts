import { AS_PRINTED } from './own.ts'

/** A page that asks for its style sheets (these addresses) as they are for paper; all else in it stays. */
export function pageAsPrinted(html: Uint8Array, styles: readonly string[]): Uint8Array {
  const text = Buffer.from(html.buffer, html.byteOffset, html.byteLength).toString('utf8')
  return Buffer.from(
    styles.reduce((page, address) => page.replaceAll(`"${address}"`, `"${address}?${AS_PRINTED}"`), text),
    'utf8',
  )
}

/** A style sheet as it is for paper: what is for print holds on the screen, what is for the screen does not. */
export function styleAsPrinted(css: Uint8Array): Uint8Array {
  const text = Buffer.from(css.buffer, css.byteOffset, css.byteLength).toString('utf8')
  return Buffer.from(
    text.replace(
      /@media\b([^{;]*)/gi,
      (_whole, queries: string) => `@media ${queries.split(',').map(onPaper).join(', ')}`,
    ),
    'utf8',
  )
}

/** One query, asked of paper: `not` turns round all that stands behind it, conditions too. */
function onPaper(query: string): string {
  const [, not = '', type = 'all', rest = ''] = /^\s*(not\s+|only\s+)?(all|print|screen)?\b(.*)$/is.exec(query) ?? []
  const turned = not.trim().toLowerCase() === 'not'
  if (type.toLowerCase() === 'screen') return turned ? 'all' : 'not all'
  return type === '' || !/^\s*(?:not\s+|only\s+)?(?:all|print)\b/i.test(query)
    ? query.trim()
    : `${turned ? 'not ' : ''}all${rest.trimEnd()}`
}
