import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fold, syllables } from '../../src/text/fold.ts'
import { isSyllable } from '../../src/text/syllable.ts'
import { REPOSITORY } from '../portal.ts'

describe('isSyllable', () => {
  it('knows every syllable with marks of the corpus of bench/', () => {
    const text = readFileSync(join(REPOSITORY, 'bench/corpus/words.txt'), 'utf8').normalize('NFC')
    const marked = syllables(text).filter((one) => /[^\x00-\x7F]/.test(one))
    expect(marked.length).toBeGreaterThan(300)
    expect(marked.filter((one) => !isSyllable(fold(one)))).toEqual([])
  })

  it.each('khuya khuyu ngoeo quyen quynh quoc giua giuong gi gin giet yeu nghieng thuo toan luc danh'.split(' '))(
    '%s may be one',
    (word) => expect(isSyllable(word)).toBe(true),
  )

  it.each('xaun lnag chungg duongf dongg xuaat hto zalo camera tgon thog q 12'.split(' '))('%s is none', (word) =>
    expect(isSyllable(word)).toBe(false),
  )
})
