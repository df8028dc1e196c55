import { spawnSync } from 'node:child_process'
import { readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterEach, describe, expect, it } from 'vitest'
import { bulletin, portal, REPOSITORY, type TestPortal } from '../portal.ts'

const FOLDER = 'content/bulletins/2023/hoi-nghi'
const SIGNATURE = Buffer.from('\x89PNG\r\n\x1A\n', 'latin1')

const open: TestPortal[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.close()
})

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [head, tail] = [Buffer.alloc(4), Buffer.alloc(4)]
  head.writeUInt32BE(data.length)
  tail.writeUInt32BE(crc32(body))
  return Buffer.concat([head, body, tail])
}

/** A PNG of three bytes a pixel that claims this size and holds these bytes of picture. */
function png(width: number, height: number, raster: Uint8Array, ...more: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const picture = chunk('IDAT', deflateSync(raster))
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), ...more, picture, chunk('IEND', new Uint8Array())])
}

/** A JPEG whose header claims another size than its data has. */
async function jpegClaiming(width: number, height: number): Promise<Buffer> {
  const bytes = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#3a6' } })
    .jpeg()
    .toBuffer()
  const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]))
  bytes.writeUInt16BE(height, frame + 5)
  bytes.writeUInt16BE(width, frame + 7)
  return bytes
}

/** A quarter of a gigabyte of nothing, packed. */
const bomb = () => deflateSync(Buffer.alloc(256 << 20), { level: 1 })

/** The codes a build gives with this file as its one photo. */
async function codesWith(name: string, bytes: Uint8Array): Promise<readonly string[]> {
  const one = portal({
    [`${FOLDER}/index.md`]: bulletin('Hội nghị', '', `Chữ.\n\n![Quang cảnh hội trường](${name})\n`),
    [`${FOLDER}/${name}`]: bytes,
  })
  open.push(one)
  const { diagnostics } = await one.build()
  return diagnostics.map(({ diagnostic: { code, place } }) => `${code} ${place?.line ?? ''}`)
}

const END = Buffer.of(0xff, 0xd9)
const LANDSCAPE = readFileSync(join(REPOSITORY, 'tests/fixtures/photos/Landscape_3.jpg'))
const half = (photo: Buffer) => photo.subarray(0, photo.length >> 1)

describe('photos with an end mark in which something is missing', () => {
  it.for<readonly [string, () => Buffer | Promise<Buffer>]>([
    ['half of one', () => Buffer.concat([half(LANDSCAPE), END])],
    ['half of one, then the beginning of another copy', () => Buffer.concat([half(LANDSCAPE), LANDSCAPE])],
    [
      'half of a progressive one',
      async () => Buffer.concat([half(await sharp(LANDSCAPE).jpeg({ progressive: true }).toBuffer()), END]),
    ],
    ['one that says it is larger than it is', () => jpegClaiming(900, 900)],
  ])('%s: is refused, and not published grey', async ([, make]) => {
    expect(await codesWith('a.jpg', await make())).toContain('image/broken 9')
  })

  it.for<readonly [string, () => Buffer]>([
    ['bytes behind its end', () => Buffer.concat([LANDSCAPE, Buffer.from('abc')])],
    ['bytes before its end mark', () => Buffer.concat([LANDSCAPE.subarray(0, -2), Buffer.from('abc'), END])],
  ])('%s, as phones and editors leave them, do no harm', async ([, make]) => {
    expect(await codesWith('a.jpg', make())).not.toContain('image/broken 9')
  })
})

describe('photos that want to hurt', () => {
  it.each([
    ['a PNG of 50,000 by 50,000', 'a.png', () => png(50_000, 50_000, new Uint8Array(100)), 'image/too-large'],
    ['a JPEG that claims 256 megapixels', 'a.jpg', () => jpegClaiming(16_000, 16_000), 'image/too-large'],
    ['a JPEG of the greatest size there is', 'a.jpg', () => jpegClaiming(65_500, 65_500), 'image/too-large'],
    [
      'a PNG that claims 81 megapixels and has none',
      'a.png',
      () => png(9_000, 9_000, new Uint8Array(100)),
      'image/broken',
    ],
    ['a PNG whose size is nothing', 'a.png', () => png(0, 0, new Uint8Array(100)), 'image/broken'],
    ['SVG by another name', 'a.jpg', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/svg'],
    [
      'AVIF by another name',
      'a.jpg',
      () =>
        sharp({ create: { width: 32, height: 32, channels: 3, background: '#3a6' } })
          .avif({ effort: 0 })
          .toBuffer(),
      'image/format',
    ],
  ])('%s ends with its name at its line', async (_, name, make, code) => {
    expect(await codesWith(name, await make())).toEqual([`${code} 9`])
  })

  it('do not unpack a text that hides a quarter of a gigabyte', async () => {
    const text = chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), bomb()]))
    const before = process.memoryUsage().rss
    const codes = await codesWith('a.png', png(4, 4, new Uint8Array(4 * 13), text))
    expect(codes.filter((code) => code !== 'image/broken 9' && code !== 'image/small 9')).toEqual([])
    expect(process.memoryUsage().rss - before).toBeLessThan(400 << 20)
  })

  it.skipIf(process.platform === 'win32')('that are pipes and endless devices are never opened', async () => {
    const one = portal({ [`${FOLDER}/index.md`]: bulletin('Hội nghị', '', '![Một](ong.jpg)\n\n![Hai](vo-tan.jpg)\n') })
    open.push(one)
    spawnSync('mkfifo', [join(one.root, FOLDER, 'ong.jpg')])
    symlinkSync('/dev/zero', join(one.root, FOLDER, 'vo-tan.jpg'))
    const said = await one.says()
    expect(said).toContain(`${FOLDER}/ong.jpg file/special`)
    expect(said.some((line) => line.startsWith(`${FOLDER}/vo-tan.jpg file/`))).toBe(true)
  })
})
