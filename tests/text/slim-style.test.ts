import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import postcss from 'postcss'
import { describe, expect, it } from 'vitest'
import { slimStyle } from '../../src/text/slim-style.ts'

/** What a browser reads of a sheet: its rules and declarations, without comments and without how they are laid out. */
function meaning(text: string): unknown {
  const plain = (one: string): string => one.replace(/\s+/g, ' ').trim()
  const told = (node: postcss.ChildNode): unknown => {
    if (node.type === 'decl') return [node.prop, plain(node.value), node.important ?? false]
    if (node.type === 'comment') return null
    const children = 'nodes' in node ? (node.nodes ?? []).map(told).filter(Boolean) : []
    return node.type === 'rule' ? [plain(node.selector), children] : ['@', node.name, plain(node.params), children]
  }
  return postcss.parse(text).nodes.map(told).filter(Boolean)
}

describe('a style sheet without comments and indentation', () => {
  const room = join(import.meta.dirname, '../../templates/assets/css')
  it.each(readdirSync(room))('says what %s says, in fewer letters', (name) => {
    const text = readFileSync(join(room, name), 'utf8')
    expect(meaning(slimStyle(text))).toEqual(meaning(text))
    expect(slimStyle(text).length).toBeLessThan(text.length)
    expect(slimStyle(text)).not.toMatch(/\/\*(?!!)|\n[ \t\n]/)
  })

  it.each([
    ['a string that looks like a comment', 'a::before { content: "/* no */  x" }'],
    ['a string in other marks, with one of them inside', "a::before { content: '\\'/* no */\\\n  y' }"],
    ['an address without marks', 'a { background: url(/a/*b*/c.png) }'],
    ['a licence', '/*! MIT */'],
    [
      'a licence of lines, with an apostrophe, and a string after it',
      "/*! it's\n  MIT */ a::before{content:'/* x */'}",
    ],
    ['blanks within a line', 'a  b { margin: 0  1px }'],
  ])('keeps %s', (_what, text) => {
    expect(slimStyle(text)).toBe(text)
  })

  it.each([
    ['a{margin:1px/* x */2px}', 'a{margin:1px/**/2px}'],
    ['a/* x */.b{}', 'a/**/.b{}'],
    ['a /* x */.b{}', 'a\n.b{}'],
    ['a {\n  /* it’s "so */\n  color: red;\n\n  top: 0\n}', 'a {\ncolor: red;\ntop: 0\n}'],
    ['/* one *//* two */\na{}', '/**/\na{}'],
  ])('makes of %j what means the same', (text, slim) => {
    expect(slimStyle(text)).toBe(slim)
  })
})
