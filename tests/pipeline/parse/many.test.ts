import { describe, expect, it } from 'vitest'
import type { Mark } from '../../../src/pipeline/parse/markdown/engine.ts'
import { tellStrayMarks } from '../../../src/pipeline/parse/markdown/stray-marks.ts'
import { parseAnyYaml } from '../../../src/pipeline/parse/yaml.ts'
import { parseDocument } from '../../../src/pipeline/parse.ts'

const lines = (line: string, count: number) => `${line}\n`.repeat(count)
const written = (body: string) =>
  parseDocument.run(new TextEncoder().encode(`---\ntitle: a\ndate: 1/1/2023\ncategory: x\n---\n${body}`))

/** Each of these took minutes while a thing was looked for, or copied, from the start again for every other one. */
describe('a text of thousands of the same', () => {
  it('has a key over and over', { timeout: 60_000 }, () => {
    const { diagnostics } = parseAnyYaml(lines('a:', 120_000), 1)
    expect(diagnostics.length).toBe(119_999)
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['yaml/duplicate-key']))
  })

  it('is no YAML: a hundred mistakes are told', () => {
    const { value, diagnostics } = parseAnyYaml(lines('Xã: hội nghị: lần hai', 1000), 1)
    expect(value).toBeNull()
    expect(diagnostics.filter(({ code }) => code === 'yaml/syntax')).toHaveLength(100)
  })

  it('has rows of a table that is none', { timeout: 60_000 }, () => {
    const rows = 150_000
    const children = Array.from({ length: 2 * rows }, (_, at) =>
      at % 2 === 0 ? { type: 'text', content: '|a|' } : { type: 'softbreak', content: '' },
    )
    const paragraph = { type: 'inline', map: [0, rows], children } as unknown as Mark
    const told = tellStrayMarks([paragraph], lines('|a|', rows), 1)
    expect(told.map(({ code, place }) => [code, place?.line])).toEqual([['words/mark', 1]])
  })

  it('has tables', { timeout: 60_000 }, () => {
    expect(written(lines('\n| a |\n|---|', 20_000)).value).not.toBeNull()
  })
})
