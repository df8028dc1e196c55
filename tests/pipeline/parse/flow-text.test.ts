import { describe, expect, it } from 'vitest'
import type { Raw } from '../../../src/core/bulletin.ts'
import { parseYaml } from '../../../src/pipeline/parse/yaml.ts'

const fields = (raw: Raw | null): Record<string, readonly [string, number, number | undefined]> => {
  const map = raw?.kind === 'list' ? raw.items[0] : raw
  if (map?.kind !== 'map') return {}
  return Object.fromEntries(
    map.entries.map(({ key, value }) => [
      key,
      [value.kind === 'text' ? value.text : value.kind, value.place.column, value.place.length],
    ]),
  )
}

describe('a map on one line', () => {
  it('may have sentences with commas, and every place is that of the file', () => {
    const text = "- {id: quoc-phong, purpose: Tin, báo cáo về 'quân sự', công an, parent: tin-tuc, aliases: [a, b]}"
    const { value, diagnostics } = parseYaml(text, 1)
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(fields(value)).toEqual({
      id: ['quoc-phong', text.indexOf('quoc-phong') + 1, 10],
      purpose: [
        "Tin, báo cáo về 'quân sự', công an",
        text.indexOf('Tin,') + 1,
        "Tin, báo cáo về 'quân sự', công an".length,
      ],
      parent: ['tin-tuc', text.indexOf('tin-tuc') + 1, 7],
      aliases: ['list', text.indexOf('[a') + 1, 6],
    })
  })

  it.each([
    ["{name: 'Lê Thơ, phóng viên', role: Ảnh}", { name: 'Lê Thơ, phóng viên', role: 'Ảnh' }],
    [
      '{src: a.png, caption: Đại biểu, khách mời và nhân dân}',
      { src: 'a.png', caption: 'Đại biểu, khách mời và nhân dân' },
    ],
    ['{text: Một, hai, href: /x/}', { text: 'Một, hai', href: '/x/' }],
  ])('%s', (text, expected) => {
    const { value } = parseYaml(text, 1)
    expect(Object.fromEntries(Object.entries(fields(value)).map(([key, [words]]) => [key, words]))).toEqual(expected)
  })

  it('leaves what is no sentence to YAML', () => {
    const { value } = parseYaml('{id: a, b, parent: c}', 1)
    expect(Object.keys(fields(value))).toEqual(['id', 'b', 'parent'])
  })
})
