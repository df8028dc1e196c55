import { expect, it } from 'vitest'
import { pageAsPrinted, styleAsPrinted } from '../../src/serve/as-printed.ts'

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8')
const style = (css: string) => text(styleAsPrinted(Buffer.from(css)))

it.each([
  ['print', 'all'],
  ['screen', 'not all'],
  ['only print', 'all'],
  ['not print', 'not all'],
  ['not screen', 'all'],
  ['not screen and (min-width: 40rem)', 'all'],
  ['screen and (prefers-color-scheme: dark)', 'not all'],
  ['print and (min-width: 40rem)', 'all and (min-width: 40rem)'],
  ['PRINT, screen and (color)', 'all, not all'],
  ['(min-width: 40rem)', '(min-width: 40rem)'],
  ['(prefers-reduced-motion: no-preference)', '(prefers-reduced-motion: no-preference)'],
])('what holds for “%s” holds on paper for “%s”', (query, paper) => {
  expect(style(`a{b:c}@media ${query} { a { d: e } }`)).toBe(`a{b:c}@media ${paper}{ a { d: e } }`)
})

it('asks for the style sheets of a page as they are on paper, and for nothing else', () => {
  const html = '<link href="/assets/a.css"><a href="/assets/a.css.txt">"/assets/a.css</a>'
  expect(text(pageAsPrinted(Buffer.from(html), ['/assets/a.css']))).toBe(
    html.replace('a.css">', 'a.css?tx-portal-print">'),
  )
})
