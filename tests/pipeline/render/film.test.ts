import { describe, expect, it } from 'vitest'
import { boxesIn } from '../../../src/pipeline/parse/boxes.ts'
import { withoutMetadata } from '../../../src/pipeline/render/metadata.ts'
import { avc, box, FTYP, longs, MVHD, sound, type TrackOf, track } from './boxes.ts'

const TOLD = 'Tell 19.8067N 105.7852E Nguyen Van A'
const tells = (film: Uint8Array) => /Tell|19\.80|Nguyen|\[iso/.exec(Buffer.from(film).toString('latin1'))?.[0] ?? null

/** A film of these samples in chunks one after the other, each of a track. */
type Chunk = readonly [of: string, samples: readonly string[]]
interface Kind extends Pick<TrackOf, 'handler' | 'entry' | 'name' | 'each'> {}

const DATA_AT = FTYP.length + 8
function film(kinds: Readonly<Record<string, Kind>>, chunks: readonly Chunk[], more: readonly Buffer[] = []): Buffer {
  const places: (TrackOf['chunks'][number] & { readonly of: string })[] = []
  let at = DATA_AT
  for (const [of, samples] of chunks) {
    places.push({ of, at, sizes: samples.map((sample) => Buffer.from(sample, 'latin1').length) })
    at += samples.join('').length
  }
  const tracks = Object.entries(kinds).map(([of, kind], number) =>
    track({ ...kind, id: number + 1, chunks: places.filter((place) => place.of === of) }),
  )
  const data = box('mdat', chunks.flatMap(([, samples]) => samples).join(''))
  return Buffer.concat([FTYP, data, box('moov', MVHD, ...tracks), ...more])
}

const VIDEO: Kind = { handler: 'vide', entry: avc('x'), name: '' }
const SOUND: Kind = { handler: 'soun', entry: sound('mp4a'), name: '' }
const dataOf = (film: Uint8Array) => Buffer.from(film).toString('latin1', DATA_AT)
const outline = (film: Uint8Array) => boxesIn(Buffer.from(film))?.map(({ start, to }) => [start, to])
const bareOf = (film: Uint8Array) => {
  const bare = withoutMetadata(film)
  if (bare === null) throw new Error('refused')
  expect(outline(bare)).toEqual(outline(film))
  expect(Buffer.from(withoutMetadata(bare) ?? []).equals(bare), 'twice is once').toBe(true)
  return bare
}

describe('a film', () => {
  const plain = film({ v: VIDEO }, [['v', ['picture']]])
  const inMoov = (...boxes: readonly Buffer[]) => Buffer.concat([FTYP, box('mdat', 'x'), box('moov', MVHD, ...boxes)])

  it.each([
    [
      'a box of free space of a car’s camera',
      Buffer.concat([FTYP, box('free', `freeGPS ${TOLD}`), plain.subarray(FTYP.length)]),
    ],
    ['a box to be skipped', Buffer.concat([plain, box('skip', TOLD)])],
    ['a box of a maker', Buffer.concat([plain, box('mdta', TOLD)])],
    ['a uuid', Buffer.concat([plain, box('uuid', TOLD)])],
    ['places in the header', inMoov(box('gps ', TOLD))],
    ['XMP of QuickTime', inMoov(box('XMP_', TOLD))],
    ['user data', inMoov(box('udta', box('\xa9xyz', TOLD)))],
    ['the name of a handler', film({ v: { ...VIDEO, name: TOLD } }, [['v', ['picture']]])],
    [
      'the name of the coder, and a box beside its configuration',
      film({ v: { ...VIDEO, entry: avc(TOLD.slice(0, 31)) } }, [['v', ['picture']]]),
    ],
    ['what hangs behind the last box', Buffer.concat([plain, Buffer.from(`SAMSUNG${TOLD}`)])],
    ['a few bytes behind the last box', Buffer.concat([plain, Buffer.from('Tell')])],
    [
      'user data behind 10,000 boxes',
      Buffer.concat([plain, ...Array.from({ length: 10_001 }, () => box('free')), box('udta', TOLD)]),
    ],
    ['user data inside a track', inMoov(box('trak', box('mdia', box('minf', box('udta', TOLD), box('meta', TOLD)))))],
  ])('does not tell by %s', (_, told) => {
    // The last ones are not boxes.
    const bare = Buffer.from(withoutMetadata(told) ?? [])
    expect([tells(told) !== null, bare.length, tells(bare)]).toEqual([true, told.length, null])
    expect(Buffer.from(withoutMetadata(bare) ?? []).equals(bare)).toBe(true)
    if (told.includes('picture')) expect(bare.includes('picture')).toBe(true)
    expect(['avcC', 'config'].map((word) => bare.includes(word))).toEqual([word(told, 'avcC'), word(told, 'config')])
  })
  const word = (film: Buffer, text: string) => film.includes(text)

  it.each([
    ['GoPro', { handler: 'meta', entry: box('gpmd', Buffer.alloc(8)), name: 'GoPro MET' }, TOLD],
    ['Apple', { handler: 'meta', entry: box('mebx', Buffer.alloc(8), box('keys', 'Tell')) }, TOLD],
    ['a drone', { handler: 'text', entry: box('tx3g', Buffer.alloc(30)) }, '\0\x40F/2.8, SS 206, ISO 100, EV 0, Tell'],
    [
      'a newer drone',
      { handler: 'sbtl', entry: box('tx3g', Buffer.alloc(30)) },
      '\0\x40[iso : 100] [latitude: 19.80] Tell',
    ],
    ['an unknown maker', { handler: 'Tell', entry: box('Tell', Buffer.alloc(8)) }, TOLD],
  ])('loses the track of %s with its samples, and nothing of pictures and sounds between', (_, kind, sample) => {
    const told = film({ v: VIDEO, t: kind, a: SOUND }, [
      ['v', ['pic', 'ture 1']],
      ['t', [sample]],
      ['a', ['sound 1']],
      ['t', [sample, sample]],
      ['v', ['picture 2']],
      ['a', ['sound 2']],
    ])
    const bare = bareOf(told)
    expect(tells(bare)).toBeNull()
    const zeros = '\0'.repeat(sample.length)
    const data = `picture 1${zeros}sound 1${zeros}${zeros}picture 2sound 2`
    expect(dataOf(bare).slice(0, data.length)).toBe(data)
    expect(['vide', 'soun', 'avcC', 'esds'].filter((type) => !Buffer.from(bare).includes(type))).toEqual([])
  })

  it('keeps sounds whose samples are said to be one byte long, as old QuickTime says', () => {
    const gps: Kind = { handler: 'meta', entry: box('gpmd', Buffer.alloc(8)) }
    const kinds = { a: { handler: 'soun', entry: sound('sowt'), each: 1 }, t: gps }
    const bare = bareOf(
      film(kinds, [
        ['a', ['16 bits, 2 channels']],
        ['t', [TOLD]],
        ['a', ['and more']],
      ]),
    )
    // The table counts samples, each of four bytes: here it says a quarter of what there is.
    expect(dataOf(bare)).toContain(`16 bits, 2 channels${'\0'.repeat(TOLD.length)}and more`)
  })

  it.each([
    ['sbtl', box('tx3g', Buffer.alloc(30)), '\0\x20Xã đạt chuẩn ISO 9001, dùng GPS'],
    [
      'text',
      box('wvtt', Buffer.alloc(8), box('vttC', 'WEBVTT')),
      box('vttc', box('payl', 'Chào bà con')).toString('latin1'),
    ],
    ['subt', box('stpp', Buffer.alloc(8), 'http://www.w3.org/ns/ttml\0\0\0'), '<tt>Hội nghị, ngày 12.1</tt>'],
  ])('keeps subtitles (%s)', (handler, entry, line) => {
    const text = Buffer.from(line, 'utf8').toString('latin1')
    const whole = film({ v: VIDEO, t: { handler, entry } }, [
      ['v', ['picture']],
      ['t', [text, text]],
    ])
    const bare = bareOf(whole)
    expect(dataOf(bare).slice(0, 7 + 2 * text.length)).toBe(`picture${text}${text}`)
    expect(Buffer.from(bare).includes(entry)).toBe(true)
  })

  it('loses such tracks of a film in fragments', () => {
    const fragment = (id: number, at: number, ...sizes: readonly number[]) =>
      box(
        'traf',
        box('tfhd', longs(0x020000, id)),
        box('trun', longs(0x000201, sizes.length, at, ...sizes)),
        box('udta', TOLD),
      )
    const moof = (at: number) =>
      box('moof', box('mfhd', longs(0, 1)), fragment(1, at, 3, 4), fragment(2, at + 7, TOLD.length), box('uuid', TOLD))
    const tracks = [
      track({ ...VIDEO, id: 1, chunks: [] }),
      track({ handler: 'meta', entry: box('gpmd', Buffer.alloc(8)), id: 2, chunks: [] }),
    ]
    const moov = box(
      'moov',
      MVHD,
      ...tracks,
      box('mvex', box('trex', longs(0, 1, 1, 0, 0, 0)), box('trex', longs(0, 2, 1, 0, 0, 0))),
    )
    const head = moof(0)
    const parts = [FTYP, moov, moof(head.length + 8), box('mdat', `picture${TOLD}`)]
    const told = Buffer.concat([...parts, ...parts.slice(2)])
    const bare = bareOf(told)
    expect(tells(bare)).toBeNull()
    const data = Buffer.from(bare)
      .toString('latin1')
      .split(`picture${'\0'.repeat(TOLD.length)}`)
    expect(data.length, 'both fragments keep their pictures').toBe(3)
  })

  it.each([
    [
      'a box inside its header claims too much',
      Buffer.concat([FTYP, box('moov', MVHD, longs(400), Buffer.from(`trak${TOLD}`)), box('mdat', 'x')]),
    ],
    ['its header is compressed', Buffer.concat([FTYP, box('mdat', 'x'), box('moov', box('cmov', box('cmvd', TOLD)))])],
    ['its header is missing', Buffer.concat([FTYP, box('mdat', TOLD)])],
    [
      'pictures may stand behind what cannot be read',
      Buffer.concat([FTYP, box('moov', MVHD), longs(4000), Buffer.from(`udta${TOLD}`), box('mdat', 'x')]),
    ],
    [
      'a table leads behind the end',
      Buffer.concat([
        FTYP,
        box('mdat', 'x'),
        box('moov', MVHD, track({ ...VIDEO, id: 1, chunks: [{ at: 32, sizes: [1] }] })),
      ]),
    ],
  ])('is refused where %s', (_, broken) => {
    if (broken.includes('stco')) broken.writeUInt32BE(0x7fffffff, broken.indexOf('stco') + 8)
    expect(withoutMetadata(broken)).toBeNull()
  })
})
