import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { offload } from '../../src/speed/offload.ts'
import { bulletin } from '../portal.ts'
import { build, copyOf, FEWER, MANY, manyBulletins, type Report, toldOfTemplates } from './many.ts'
import { hashes } from './run.ts'

describe('threads', () => {
  const root = manyBulletins()
  it('come to the same bytes, reading and parsing each file once, and remember what they parsed', () => {
    const one = build('1', 'mot', root)
    const cold = one.stats
    expect(one.ok).toBe(true)
    expect(cold.parsed).toBeGreaterThanOrEqual(MANY)
    const copy = copyOf(root)
    const three = build('3', 'ba', copy)
    expect(three.stats).toMatchObject({ read: cold.read, parsed: cold.parsed })
    // What other threads did is told as what this one did.
    const countIn = ({ profile }: Report, stage: string) => profile.stages.find(({ name }) => name === stage)?.count
    for (const stage of ['parse', 'render']) expect(countIn(three, stage)).toBe(countIn(one, stage))
    expect(hashes(join(root, 'mot')).size).toBeGreaterThan(MANY)
    expect(hashes(join(copy, 'ba'))).toEqual(hashes(join(root, 'mot')))
    expect(build('3', 'ba', copy).stats).toMatchObject({ parsed: 0, rendered: 0 })
  })

  it('find the texts again that were not kept for a portal without a search, when it gets one', () => {
    const copy = manyBulletins(FEWER)
    build('3', 'dist', copy)
    const file = join(copy, 'content/portal.yml')
    writeFileSync(file, readFileSync(file, 'utf8').replace('search: false', 'search: true'))
    const searched = build('3', 'dist', copy)
    expect(searched.stats.parsed).toBeGreaterThanOrEqual(FEWER)
    const again = copyOf(copy)
    build('1', 'dist', again)
    expect(hashes(join(copy, 'dist'))).toEqual(hashes(join(again, 'dist')))
    expect([...hashes(join(copy, 'dist')).keys()].some((path) => path.includes('search'))).toBe(true)
    // From then on they are kept.
    writeFileSync(join(copy, 'content/bulletins/2023/moi.md'), bulletin('Lễ hội mới'))
    expect(build('3', 'dist', copy).stats.parsed).toBe(1)
  })

  it('tell the same of a template that fails, of the first page that shows it', () => {
    const toldOn = toldOfTemplates(root)
    const alone = toldOn('1')
    expect(alone).toMatchObject([{ code: 'template/undefined', message: expect.stringContaining('bai-0.md') }])
    expect(toldOn('4')).toEqual(alone)
  })

  it('that die leave their work to be done where it is asked for', async () => {
    const here: number[] = []
    const taken: number[] = []
    const pieces = Array.from({ length: 1000 }, (_, number) => number)
    await offload(pieces, {
      module: new URL('data:text/javascript,process.exit(1)'),
      threads: 2,
      least: 10,
      give: (piece) => [Uint8Array.of(piece % 256)],
      here: (piece) => void here.push(piece),
      take: (piece) => void taken.push(piece),
      progress: () => undefined,
    })
    expect(taken).toEqual([])
    expect(here.length).toBeGreaterThan(0)
  })
})
