import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bodiesIn } from '../../src/cli/compose.ts'
import type { Body } from '../../src/core/bulletin.ts'
import { outputPath } from '../../src/core/path.ts'
import type { SourceTable } from '../../src/core/remembered.ts'
import type { Bodies } from '../../src/pipeline/world.ts'
import { openFolderSink } from '../../src/pipeline/write.ts'
import type { Store } from '../../src/speed/remember.ts'
import { cacheAt, digest, fresh } from './helpers.ts'

describe('what the cache keeps fits what the pipeline asks for', () => {
  it('how a build left its outputs lets the next one hold them', async () => {
    const folder = fresh()
    const out = join(folder, '../dist')
    const path = outputPath('index.html')
    const build = async () => {
      const cache = cacheAt(folder)
      const sink = openFolderSink({ out, remembered: cache.outputs(out) })
      const held = sink.holds(path, digest('stamp'))
      if (!held) await sink.put(path, digest('stamp'), 'front', new TextEncoder().encode('Trang chủ'))
      await sink.finish([path])
      cache.setOutputs(out, sink.table())
      cache.save({ complete: true })
      return held
    }
    expect([await build(), await build()]).toEqual([false, true])
  })

  it('bodies and the table of sources have the shapes of the world and of loading', () => {
    const cache = cacheAt(fresh())
    const bodies: Bodies = bodiesIn(cache.bodies, { wanted: true })
    const photos: Store<Uint8Array> = cache.photos
    const table: SourceTable = cache.table
    const body: Body = { pieces: ['<p>x</p>', { hole: 'gallery', images: [0, 1] }], text: 'x' }
    bodies.put(digest('x'), body)
    const { pieces, text } = body
    expect([bodies.get(digest('x')), bodies.text(digest('x'))]).toEqual([{ pieces }, text])
    expect(new TextDecoder().decode(bodies.json(digest('x')))).toBe(JSON.stringify({ pieces }))
    expect(photos.get('x')).toBeUndefined()
    expect(table.get('/x')).toBeUndefined()
  })
})
