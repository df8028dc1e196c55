import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { digestBytes } from '../../src/core/digest.ts'
import { recall } from '../../src/core/remembered.ts'
import { knownIn } from '../../src/speed/known.ts'
import { cacheAt, fresh } from './helpers.ts'

const [key, other] = [digestBytes('a'), digestBytes('b')]

it('answers a question from the run before, unless it is made from something else', () => {
  const folder = fresh()
  const first = cacheAt(folder)
  const known = knownIn<string>(first.planned)
  expect(recall(known, 'trang', key, () => 'một')).toBe('một')
  expect(recall(known, 'trang', key, () => 'hai')).toBe('một')
  first.save({ complete: true })
  first.close()
  const next = cacheAt(folder)
  const again = knownIn<string>(next.planned)
  expect(again.get('trang', key)).toBe('một')
  expect(again.get('trang', other)).toBeUndefined()
  expect(recall(again, 'trang', other, () => 'hai')).toBe('hai')
  // The last answer alone is kept: a long session does not gather old ones.
  expect(again.get('trang', key)).toBeUndefined()
  next.close()
})

it.each(['admitted', 'planned'] as const)('forgets everything when the file of what was %s is damaged', (part) => {
  const folder = fresh()
  const first = cacheAt(folder)
  knownIn<string>(first[part]).set('trang', key, 'một')
  first.save({ complete: true })
  first.close()
  const file = join(folder, part)
  const bytes = readFileSync(file)
  bytes[bytes.length - 3] = (bytes.at(-3) ?? 0) ^ 1
  writeFileSync(file, bytes)
  const next = cacheAt(folder)
  expect(knownIn<string>(next[part]).get('trang', key)).toBeUndefined()
  expect(next.diagnostics.map(({ code }) => code)).toEqual(['cache/dropped'])
  next.close()
})
