import { expect, it } from 'vitest'
import { type Code, severities } from '../../src/core/codes.ts'
import { diagnose } from '../../src/core/diagnostic.ts'
import { wordsOf } from '../../src/messages/words-of.ts'
import { examples } from '../messages/examples.ts'
import { REPOSITORY } from '../portal.ts'
import { cases, tables } from './all.ts'
import { indexOf } from './documents.ts'

it('has a case for every code, in one group', () => {
  expect(Object.keys(cases).sort()).toEqual(Object.keys(severities).sort())
  const inGroups = Object.values(tables).flatMap((table) => Object.keys(table))
  expect(inGroups.sort()).toEqual(Object.keys(severities).sort())
})

it.each(['vi', 'en'] as const)('docs/messages lists them (%s)', async (language) => {
  const list = indexOf(
    language,
    (group) => Object.keys(tables[group]) as Code[],
    (code) => wordsOf(diagnose<Code>(code, examples[code]), language).what,
  )
  await expect(list).toMatchFileSnapshot(`${REPOSITORY}/docs/messages.${language}.md`)
})
