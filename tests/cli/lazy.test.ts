import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { REPOSITORY } from '../portal.ts'

/** The packages and files that loading a file loads at once, whatever is run. */
function loadedBy(entry: string): { readonly packages: ReadonlySet<string>; readonly files: ReadonlySet<string> } {
  const packages = new Set<string>()
  const files = new Set<string>()
  const visit = (file: string): void => {
    if (files.has(file)) return
    files.add(file)
    const text = readFileSync(file, 'utf8')
    for (const [, kind = '', name = ''] of text.matchAll(/^(?:import|export)( type)?\s[^'";]*?from\s+'([^']+)'/gm)) {
      if (kind !== '') continue
      if (name.startsWith('.')) visit(join(dirname(file), name))
      else if (!name.startsWith('node:')) packages.add(name)
    }
  }
  visit(join(REPOSITORY, entry))
  return { packages, files }
}

describe('--help', () => {
  it('loads commander and no other package, and nothing of the pipeline', () => {
    const { packages, files } = loadedBy('src/cli/main.ts')
    expect([...packages]).toEqual(['commander'])
    expect([...files].filter((file) => /src.(pipeline|speed|serve|authoring)/.test(file))).toEqual([])
    expect(files.size).toBeGreaterThan(20)
  })

  it('loads the words of no problem, as no run does that has none to tell of', () => {
    const { files } = loadedBy('src/cli/main.ts')
    for (const entry of ['src/cli/main.ts', 'src/cli/publish.ts'])
      expect([...loadedBy(entry).files].filter((file) => /messages.(words-of|(vi|en).files)/.test(file))).toEqual([])
    expect([...files].filter((file) => /messages.labels/.test(file))).toHaveLength(1)
    expect([...loadedBy('src/cli/report/show.ts').files].join('\n')).toMatch(/messages.vi.files/)
  })

  it('and a build that has nothing to make load little', () => {
    expect([...loadedBy('src/cli/publish.ts').packages]).toEqual([])
  })

  it('is what a build loads more than', () => {
    const { packages } = loadedBy('src/cli/compose.ts')
    expect(packages.size).toBeGreaterThan(2)
    expect(packages).toContain('markdown-it')
    // Its parser waits for a text that is not simple.
    expect(packages).not.toContain('yaml')
  })

  it('and only check loads what reads rendered pages', () => {
    const building = ['src/cli/compose.ts', 'src/cli/make.ts'].flatMap((entry) => [...loadedBy(entry).packages])
    expect(building).not.toContain('parse5')
    expect(loadedBy('src/cli/rehearse.ts').packages).toContain('parse5')
  })
})
