import { crc32, deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { heicHeader } from '../../../src/pipeline/parse/heic.ts'
import { withoutMetadata } from '../../../src/pipeline/render/metadata.ts'
import { box, FTYP, longs, MVHD } from './boxes.ts'

/** What a file may claim of a few bytes: to count so far takes minutes, or all memory. */
const MANY = 0xffff_ffff
/** More than a stack of calls holds. */
const DEPTH = 50_000

const film = (...boxes: readonly Buffer[]) => Buffer.concat([FTYP, box('mdat', 'x'), box('moov', MVHD, ...boxes)])
const trak = (handler: string, ...tables: readonly Buffer[]) =>
  box(
    'trak',
    box('tkhd', longs(0, 0, 0, 1)),
    box('mdia', box('hdlr', longs(0, 0), handler, longs(0, 0, 0)), box('minf', box('stbl', ...tables))),
  )
const ONE_CHUNK = box('stco', longs(0, 1, 8))
const ALL_IN_IT = box('stsc', longs(0, 1, 1, MANY, 1))
const moof = (...traf: readonly Buffer[]) => box('moof', box('mfhd', longs(0, 1)), ...traf)
const traf = (...runs: readonly Buffer[]) => box('traf', box('tfhd', longs(0, 1)), ...runs)
const times = (count: number, bytes: Uint8Array) => Buffer.concat(Array.from({ length: count }, () => bytes))

describe('a file that claims more than it has', () => {
  it.each([
    ['samples of no size', film(trak('vide', ONE_CHUNK, ALL_IN_IT, box('stz2', longs(0, 0, MANY))))],
    ['samples of an odd size', film(trak('vide', ONE_CHUNK, ALL_IN_IT, box('stz2', longs(0, 3, 8), 'abc')))],
    ['half bytes of samples', film(trak('vide', ONE_CHUNK, ALL_IN_IT, box('stz2', longs(0, 4, MANY))))],
    ['bytes of samples', film(trak('vide', ONE_CHUNK, ALL_IN_IT, box('stz2', longs(0, 8, MANY))))],
    ['samples', film(trak('vide', ONE_CHUNK, ALL_IN_IT, box('stsz', longs(0, 0, MANY, 5))))],
    [
      'chunks',
      film(trak('vide', box('stco', longs(0, MANY, 8)), box('stsc', longs(0, 0)), box('stsz', longs(0, 1, MANY)))),
    ],
    [
      'chunks behind 4 GB',
      film(trak('vide', box('co64', longs(0, MANY, 0, 8)), ALL_IN_IT, box('stsz', longs(0, 1, 1)))),
    ],
    [
      'runs of chunks',
      film(trak('vide', ONE_CHUNK, box('stsc', longs(0, MANY, 1, 1, 1)), box('stsz', longs(0, 1, 1)))),
    ],
    ['a run of samples', Buffer.concat([film(trak('vide')), moof(traf(box('trun', longs(0x200, MANY, 1))))])],
    [
      'a text of which every line is the same place',
      film(
        trak(
          'text',
          box('stsd', longs(0, 1), box('tx3g', 'x')),
          box('stco', longs(0, 60_000), times(60_000, longs(8))),
          box('stsc', longs(0, 1, 1, 1, 1)),
          box('stsz', longs(0, 4096, 60_000)),
        ),
      ),
    ],
    [
      'thousands of tracks of one number',
      Buffer.concat([
        film(times(30_000, box('trak', box('tkhd', longs(0, 0, 0, 1))))),
        moof(times(30_000, traf(box('trun', longs(1, 1, 0))))),
      ]),
    ],
  ])('is refused as a film: %s', (_, claims) => {
    expect(withoutMetadata(claims)).toBeNull()
  })

  it('has its zeros written once, however many parts of data and of samples there are', () => {
    const number = 150_000
    const data = times(number, box('mdat'))
    const head = FTYP.length + 8
    const chunks = Buffer.concat(Array.from({ length: number }, (_, at) => longs(head + 8 * at)))
    const tables = [
      box('stco', longs(0, number), chunks),
      box('stsc', longs(0, 1, 1, 1, 1)),
      box('stsz', longs(0, 0, number), times(number, longs(1))),
    ]
    const whole = Buffer.concat([FTYP, data, box('moov', MVHD, trak('vide', ...tables), trak('meta'))])
    expect(withoutMetadata(whole)).not.toBeNull()
  })

  it('is not followed into boxes in boxes without end', () => {
    const wave = Array.from({ length: DEPTH }, (_, at) => [longs(8 * (DEPTH - at)), Buffer.from('wave')])
    const entry = box('mp4a', Buffer.alloc(28), ...wave.flat())
    const told = film(trak('soun', box('stsd', longs(0, 1), entry)))
    expect(withoutMetadata(told)).not.toBeNull()
    const lists = Array.from({ length: DEPTH }, (_, at) => {
      const list = Buffer.from('LIST    rec ')
      list.writeUInt32LE(12 * (DEPTH - at) - 8, 4)
      return list
    })
    const avi = riff('RIFF', 'AVI ', riff('LIST', 'movi', ...lists))
    expect(withoutMetadata(avi)).not.toBeNull()
  })

  it('is not asked again for pieces of a picture that it named before', () => {
    const [tags, pieces] = [20_000, 200_000]
    const head = Buffer.from('II*\0\x08\0\0\0\0\0', 'latin1')
    head.writeUInt16LE(tags, 8)
    const entry = Buffer.alloc(12)
    entry.writeUInt16LE(273)
    entry.writeUInt16LE(4, 2)
    entry.writeUInt32LE(pieces, 4)
    entry.writeUInt32LE(8, 8)
    expect(withoutMetadata(Buffer.concat([head, times(tags, entry), Buffer.alloc(4 * pieces)]))).toBeNull()
  })

  it('has one colour profile unpacked', () => {
    const profile = Buffer.alloc(4 * 1024 * 1024)
    const bomb = chunk('iCCP', Buffer.concat([Buffer.from('x\0\0', 'latin1'), deflateSync(profile)]))
    const [first, end] = [chunk('IHDR', Buffer.alloc(13)), chunk('IEND')]
    const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), first, times(20_000, bomb), end])
    expect(withoutMetadata(png)?.length).toBe(8 + first.length + end.length)
  })

  it('is refused as a photo where the parts of its items take no room', () => {
    const items = 20_000
    const item = Buffer.from([0, 1, 0, 0, 0xff, 0xff])
    const count = Buffer.from([items >> 8, items & 255])
    const iloc = box('iloc', longs(0), Buffer.from([0, 0]), count, times(items, item))
    const parts = [box('pitm', longs(0), Buffer.from([0, 1])), iloc, box('iprp', box('ipco'))]
    expect(heicHeader(Buffer.concat([box('ftyp', 'heic'), box('meta', longs(0), ...parts)]))).toBeNull()
  })
})

function riff(type: string, ...parts: readonly (Buffer | string)[]): Buffer {
  const content = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)))
  const head = Buffer.alloc(8)
  head.write(type)
  head.writeUInt32LE(content.length, 4)
  return Buffer.concat([head, content])
}

function chunk(type: string, content: Buffer = Buffer.alloc(0)): Buffer {
  const named = Buffer.concat([Buffer.from(type), content])
  return Buffer.concat([longs(content.length), named, longs(crc32(named))])
}
