import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 as known } from 'node:zlib'
import { expect, it } from 'vitest'
import { crc32 } from '../../../src/pipeline/render/crc32.ts'
import { REPOSITORY } from '../../portal.ts'

it('sums as Node does where it can', () => {
  for (const text of ['', 'a', 'IEND', 'Ảnh '.repeat(300)]) expect(crc32(Buffer.from(text))).toBe(known(text))
})

it('is asked of no Node that may not have it, nor are JSON modules, of which Node 22 warns on every run', () => {
  const src = join(REPOSITORY, 'src')
  for (const name of readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((one) => one.endsWith('.ts'))) {
    const text = readFileSync(join(src, name), 'utf8')
    expect(/crc32[^\n]*from 'node:zlib'/.test(text), name).toBe(false)
    // Its ESM entry reads its package.json as a module.
    expect(/import\('sharp'\)(?!\[)/.test(text), name).toBe(false)
  }
})
