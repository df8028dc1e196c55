import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSimple } from '../../../src/pipeline/parse/yaml/simple.ts'
import { parseAnyYaml } from '../../../src/pipeline/parse/yaml.ts'

const content = join(import.meta.dirname, '..', '..', '..', 'content')

/** The declarations of the sample portal's bulletins and pages. */
const declared = readdirSync(content, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => /^---\n(.*?\n)---\n/s.exec(readFileSync(join(content, name), 'utf8').normalize('NFC'))?.[1] ?? '')

const typed = [
  'title: Hội nghị\ndate: 13/01/2023\n',
  '\ntitle: "Hội nghị: tổng kết"\nauthors:\n- Lê Thơ\n- \'Khắc Cường\'\n',
  'authors:\n  - Lê Thơ\n  - {name: Dũng, role: Ảnh}\n',
  'images:\n  - src: THO 3 (1).png\n    caption: Ông “Mạnh” nói\n  - src: a dung.jpg\n',
  'images:\n  - src: a.png\n   caption: lệch\n',
  'a:\nb: c\n',
  'a:\n  b: c\n',
  'a:\n  b\n',
  'a: b\n  c\n',
  'a: b\n  - c\n',
  'a: b\n- c\n',
  'a: b c: d\n',
  'a: b #c\n',
  'a: b# c\n',
  'a: [b, c d, e]\n',
  'a: [b, , c]\n',
  'a: [b, c,]\n',
  'title: [b]\n',
  'a: ""\nb: \'\'\n',
  'a: "b" c\n',
  'a: b\na: c\n',
  'constructor: x\n',
  'a: 12:30:45\nb: 0123\nc: Không\nd: null\n',
  'a : b\n',
  'a:  b\n',
  'a: b \n',
  'a:\tb\n',
  'a: b\tc\n',
  '- a\n',
  'a\n',
  '',
  '\n\n',
  'a:\n- b: c\n  d: e\n- f\n',
  'a:\n- b:\n  d: e\n',
  'a:\n- b:\n  - c\n',
  'a: đ\n  \nb: c\n',
]

describe('simple YAML', () => {
  it('is read to the letter and the column as the parser reads it, or left to the parser', () => {
    let read = 0
    for (const text of [...declared, ...typed, ...mutants([...declared, ...typed])]) {
      const simple = readSimple(text, 2)
      if (simple === null) continue
      read += 1
      expect({ text, value: simple, diagnostics: [] }).toEqual({ text, ...parseAnyYaml(text, 2) })
    }
    // Else nothing was compared.
    expect(read).toBeGreaterThan(500)
  })

  it('is what people write', () => {
    const plain = declared.filter((text) => !/: .*(?:: |[“”])/.test(text))
    expect(plain.length).toBeGreaterThan(20)
    expect(plain.filter((text) => readSimple(text, 2) === null)).toEqual([])
  })
})

/** Texts with one sign put in, one taken out, or two lines swapped: many are no YAML any more. */
function mutants(texts: readonly string[]): readonly string[] {
  let state = 20230113
  const below = (limit: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  const signs = [...' :-#"\'[]{},&*!|>%@`?\t\n“”đ0']
  return texts.flatMap((text) =>
    Array.from({ length: 25 }, () => {
      const at = below(text.length + 1)
      const rest = text.slice(at)
      const lines = text.split('\n')
      const way = below(4)
      if (way === 0) return text.slice(0, at) + rest.slice(1)
      if (way === 1) lines.splice(below(lines.length), 0, lines[below(lines.length)] ?? '')
      if (way === 1) return lines.join('\n')
      return text.slice(0, at) + signs[below(signs.length)] + rest
    }),
  )
}
