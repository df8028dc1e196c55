import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

interface Locked {
  readonly version: string
  readonly license?: string
  readonly dev?: boolean
  readonly devOptional?: boolean
  readonly optional?: boolean
}

it('THIRD-PARTY-NOTICES.md names every package that is installed with the tool, by its version and licence', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as { readonly packages: Readonly<Record<string, Locked>> }
  const shipped = Object.entries(packages).flatMap(([path, { version, license, dev, devOptional, optional }]) =>
    path === '' || dev || devOptional || optional
      ? []
      : [`${path.replace(/^.*node_modules\//, '')} ${version} ${license}`],
  )
  const [installed = ''] = read('THIRD-PARTY-NOTICES.md').split('## Copied into it')
  const named = [...installed.matchAll(/^\| (\S+) \| (\d\S*) \| (\S+) \| (\S[^|]*) \|$/gm)].map(
    ([, name, version, licence]) => `${name} ${version} ${licence}`,
  )
  expect(shipped.length).toBeGreaterThan(40)
  expect(named.toSorted()).toEqual([...new Set(shipped)].toSorted())
})
