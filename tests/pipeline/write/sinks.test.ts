import { describe, expect, it } from 'vitest'
import { sha256 } from '../../../src/core/digest.ts'
import { outputPath } from '../../../src/core/path.ts'
import { hashSink, memorySink, nullSink } from '../../../src/pipeline/write.ts'
import { stampOf } from './helpers.ts'

const a = outputPath('a.html')
const b = outputPath('b.html')
const stamp = stampOf('x')
const bytes = () => new TextEncoder().encode('x')

describe('sinks without a disk', () => {
  it('memory: keeps bytes of its own, forgets what no path names', async () => {
    const sink = memorySink()
    const given = bytes()
    await sink.put(b, stamp, 'page', given)
    await sink.put(a, stamp, 'page', given)
    given.fill(0)
    expect(sink.holds(a, stamp)).toBe(false)
    expect(await sink.finish([a])).toEqual({ made: ['a.html'], changed: [], kept: 0, removed: [] })
    expect([...sink.files]).toEqual([['a.html', bytes()]])
    await sink.abandon()
    expect(sink.files.size).toBe(0)
  })

  it('hash: keeps sums', async () => {
    const sink = hashSink()
    await sink.put(a, stamp, 'page', bytes())
    expect([...sink.files]).toEqual([['a.html', sha256('x')]])
  })

  it('null: counts', async () => {
    const sink = nullSink()
    await sink.put(b, stamp, 'page', bytes())
    await sink.put(a, stamp, 'page', bytes())
    expect(await sink.finish([a, b])).toEqual({ made: ['a.html', 'b.html'], changed: [], kept: 0, removed: [] })
  })
})
