import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { bulletinShape } from '../../src/pipeline/validate/bulletin.ts'
import { portalShape } from '../../src/pipeline/validate/config.ts'
import { REPOSITORY } from '../portal.ts'

const contract = readFileSync(join(REPOSITORY, 'docs/portal.md'), 'utf8')

/** The part of the contract below a heading. */
const section = (heading: string): string => {
  const [, rest = ''] = contract.split(`\n### ${heading}\n`)
  return rest.split(/\n#{2,3} /)[0] ?? ''
}

const shapes = {
  'portal.yml': portalShape('Asia/Ho_Chi_Minh', new Map()),
  'Front matter of a bulletin': bulletinShape('Asia/Ho_Chi_Minh'),
}

it.each(Object.entries(shapes))('docs/portal.md describes every key of %s, and no other', (heading, shape) => {
  const rows = section(heading).match(/^\| `[^|]*\|/gm) ?? []
  const described = rows.flatMap((row) => [...row.matchAll(/`([A-Za-z]+)[^`]*`/g)].map(([, key = '']) => key))
  expect([...new Set(described)].sort()).toEqual(Object.keys(shape).sort())
})
