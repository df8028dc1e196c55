import { describe, expect, it } from 'vitest'
import { withoutMetadata } from '../../../src/pipeline/render/metadata.ts'

const TOLD = 'Tell 19.8067N Nguyen Van A.'
const latin1 = (text: string) => Buffer.from(text, 'latin1')
const long = (number: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(number)
  return bytes
}
const bareOf = (whole: Uint8Array) => {
  const bare = withoutMetadata(whole)
  if (bare === null) throw new Error('refused')
  expect(Buffer.from(withoutMetadata(bare) ?? []).equals(bare), 'twice is once').toBe(true)
  return Buffer.from(bare)
}
const tells = (bytes: Uint8Array) => Buffer.from(bytes).includes('Tell')

describe('MP3', () => {
  const frame = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0]), Buffer.alloc(413, 7)])
  const sound = Buffer.concat([frame, frame, frame])
  const sevens = (size: number) => Buffer.from([(size >> 21) & 127, (size >> 14) & 127, (size >> 7) & 127, size & 127])
  const id3 = (footer: boolean) => {
    const head = (mark: string) => [latin1(`${mark}\x04\0${footer ? '\x10' : '\0'}`), sevens(TOLD.length)]
    return Buffer.concat([...head('ID3'), latin1(TOLD), ...(footer ? head('3DI') : [])])
  }
  const ape = (head: boolean) => {
    const item = Buffer.concat([long(TOLD.length), long(0), latin1(`Artist\0${TOLD}`)])
    const mark = (flags: number) =>
      Buffer.concat([latin1('APETAGEX'), long(2000), long(item.length + 32), long(1), long(flags), Buffer.alloc(8)])
    return Buffer.concat([...(head ? [mark(0xa0000000)] : []), item, mark(head ? 0x80000000 : 0)])
  }
  const id3v1 = Buffer.concat([latin1('TAG'), Buffer.alloc(125, TOLD)])
  const words = `LYRICSBEGINAUT${String(TOLD.length).padStart(5, '0')}${TOLD}`

  it.each<readonly [string, readonly Uint8Array[], readonly Uint8Array[]]>([
    ['APEv2', [], [ape(true)]],
    ['APEv2 without its head, and ID3v1', [], [ape(false), id3v1]],
    ['APEv2 in front', [ape(true)], []],
    ['Lyrics3 and ID3v1', [], [latin1(`${words}${String(words.length).padStart(6, '0')}LYRICS200`), id3v1]],
    ['Lyrics3 of old', [], [latin1(`LYRICSBEGIN${TOLD}LYRICSEND`), id3v1]],
    ['TAG+', [], [latin1('TAG+'), Buffer.alloc(223, TOLD), id3v1]],
    ['ID3v2 behind', [], [id3(true)]],
    ['ID3v2 behind zeros', [Buffer.alloc(10), id3(false)], []],
    ['two ID3v2 with zeros between', [id3(false), Buffer.alloc(50), id3(false), Buffer.alloc(20)], []],
    ['several behind, with zeros', [id3(false)], [ape(true), Buffer.alloc(7), id3(true), Buffer.alloc(3)]],
  ])('loses %s and no byte of sound', (_, front, behind) => {
    const bare = bareOf(Buffer.concat([...front, sound, ...behind]))
    expect(bare.equals(sound)).toBe(true)
  })

  it('is not taken for one where zeros stand before something else', () => {
    const icon = Buffer.concat([Buffer.alloc(8), frame])
    expect(withoutMetadata(icon)).toBe(icon)
  })
})

const chunk = (type: string, content: Uint8Array | string, padded = true) => {
  const bytes = typeof content === 'string' ? latin1(content) : Buffer.from(content)
  return Buffer.concat([latin1(type), long(bytes.length), bytes, Buffer.alloc(padded ? bytes.length % 2 : 0)])
}
const list = (type: string, ...parts: readonly Uint8Array[]) => chunk('LIST', Buffer.concat([latin1(type), ...parts]))
const riff = (type: string, ...parts: readonly Uint8Array[]) => chunk('RIFF', Buffer.concat([latin1(type), ...parts]))

describe('WAV', () => {
  const format = chunk('fmt ', Buffer.from([1, 0, 1, 0, 64, 31, 0, 0, 64, 31, 0, 0, 1, 0, 8, 0]))
  const data = chunk('data', 'sound and sound.')
  const rf64 = (...parts: readonly Uint8Array[]) => {
    const sizes = Buffer.alloc(28)
    sizes.writeBigUInt64LE(BigInt(data.length - 8), 8)
    const unsaid = Buffer.from(data)
    unsaid.writeUInt32LE(0xffffffff, 4)
    return Buffer.concat([latin1('RF64\xff\xff\xff\xffWAVE'), chunk('ds64', sizes), ...parts, format, unsaid])
  }

  it.each([
    ['LIST exif', riff('WAVE', format, list('exif', chunk('ecor', TOLD)), data)],
    ['cart', riff('WAVE', format, chunk('cart', TOLD), data)],
    ['DISP', riff('WAVE', format, chunk('DISP', TOLD), data)],
    ['LIST adtl', riff('WAVE', format, data, list('adtl', chunk('note', TOLD)))],
    ['a chunk of a maker', riff('WAVE', format, chunk('olym', TOLD), data)],
    ['free space with content', riff('WAVE', format, chunk('JUNK', TOLD), data)],
    ['bext of RF64', rf64(chunk('bext', TOLD))],
    ['INFO behind the sound of RF64', Buffer.concat([rf64(), list('INFO', chunk('IART', TOLD))])],
    [
      'INFO behind an odd chunk without its last byte',
      riff('WAVE', format, chunk('data', 'sound and sound..', false), list('INFO', chunk('IART', TOLD))),
    ],
    ['INFO behind the file', Buffer.concat([riff('WAVE', format, data), list('INFO', chunk('IART', TOLD))])],
  ])('loses %s', (_, whole) => {
    const bare = bareOf(whole)
    expect([tells(whole), tells(bare), bare.length]).toEqual([true, false, whole.length])
    expect([bare.includes('sound and sound.'), bare.includes(format)]).toEqual([true, true])
    expect(bare.indexOf('data')).toBe(whole.indexOf('data'))
  })

  it('keeps sound that was never finished, and is refused without any', () => {
    const open = riff('WAVE', format, data)
    open.writeUInt32LE(0, open.indexOf('data') + 4)
    expect(bareOf(Buffer.concat([open, latin1('LIST is sound')])).toString('latin1')).toContain('sound.LIST is sound')
    expect(withoutMetadata(riff('WAVE', format, chunk('bext', TOLD)))).toBeNull()
  })
})

describe('AVI', () => {
  const stream = (...more: readonly Uint8Array[]) =>
    list('strl', chunk('strh', Buffer.alloc(56)), chunk('strf', Buffer.alloc(40)), ...more)
  const film = (stream: Uint8Array, ...more: readonly Uint8Array[]) =>
    riff('AVI ', list('hdrl', chunk('avih', Buffer.alloc(56)), stream), ...more)
  const frames = (...more: readonly Uint8Array[]) =>
    list('movi', chunk('00dc', 'picture'), chunk('01wb', 'sound'), ...more)

  it.each([
    ['strd and strn', film(stream(chunk('strd', TOLD), chunk('strn', TOLD)), frames())],
    ['LIST ncdt', film(stream(), list('ncdt', chunk('nctg', TOLD)), frames())],
    ['texts among frames', film(stream(), frames(chunk('02tx', TOLD), list('rec ', chunk('02tx', TOLD))))],
    [
      'INFO in a second part',
      Buffer.concat([film(stream(), frames()), riff('AVIX', frames(), list('INFO', chunk('IART', TOLD)))]),
    ],
    ['a few bytes at the end', Buffer.concat([film(stream(), frames()), latin1('Tell')])],
  ])('loses %s', (_, whole) => {
    const bare = bareOf(whole)
    expect([tells(whole), tells(bare), bare.length]).toEqual([true, false, whole.length])
    const count = (bytes: Buffer, text: string) => bytes.toString('latin1').split(text).length
    for (const part of ['picture', 'sound', 'strh', 'strf', 'avih']) expect(count(bare, part)).toBe(count(whole, part))
  })
})

describe('WebM', () => {
  const element = (id: string, ...parts: readonly Uint8Array[]) => {
    const content = Buffer.concat(parts)
    const size = Buffer.alloc(8)
    size.writeBigUInt64BE((1n << 56n) | BigInt(content.length))
    return Buffer.concat([Buffer.from(id, 'hex'), size, content])
  }
  const endless = (id: string, ...parts: readonly Uint8Array[]) =>
    Buffer.concat([Buffer.from(`${id}01ffffffffffffff`, 'hex'), ...parts])
  const text = (id: string, words = TOLD) => element(id, latin1(words))
  const head = element('1a45dfa3', text('4282', 'webm'))
  const tags = element('1254c367', element('7373', element('67c8', text('4487'))))
  const block = element('a3', latin1('picture'))
  const cluster = element('1f43b675', element('e7', Buffer.from([0])), block)
  const track = (...more: readonly Uint8Array[]) =>
    element('1654ae6b', element('ae', element('d7', Buffer.from([1])), text('86', 'V_VP9'), ...more))
  const segment = (...parts: readonly Uint8Array[]) => Buffer.concat([head, element('18538067', ...parts)])

  it.each([
    [
      'tags behind a cluster that does not say its length',
      Buffer.concat([head, endless('18538067', track(), endless('1f43b675', block), endless('1f43b675', block), tags)]),
    ],
    ['the name of a track', segment(track(text('536e')), cluster)],
    ['the name of a coder', segment(track(text('258688')), cluster)],
    ['chapters', segment(track(), element('1043a770', element('45b9', text('85'))), cluster)],
    [
      'names of files before and after',
      segment(element('1549a966', text('3c83ab'), text('3e83bb'), text('7ba9'), text('4d80')), track(), cluster),
    ],
    ['attachments', segment(track(), cluster, element('1941a469', text('466e')))],
    ['an element nobody knows', segment(track(), text('4dbb'), cluster)],
    ['free space with content', segment(track(), text('ec'), cluster)],
    ['what hangs behind', Buffer.concat([segment(track(), cluster), Buffer.alloc(2), latin1(TOLD)])],
  ])('loses %s', (_, whole) => {
    const bare = bareOf(whole)
    expect([tells(whole), tells(bare), bare.length]).toEqual([true, false, whole.length])
    const count = (bytes: Buffer, part: string) => bytes.toString('latin1').split(part).length
    for (const part of ['picture', 'V_VP9']) expect(count(bare, part)).toBe(count(whole, part))
  })

  it('is refused where a part that holds others cannot be read', () => {
    expect(
      withoutMetadata(segment(element('1654ae6b', element('ae', Buffer.alloc(4), latin1(TOLD))), cluster)),
    ).toBeNull()
  })
})
