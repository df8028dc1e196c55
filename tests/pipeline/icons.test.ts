import sharp from 'sharp'
import { afterEach, describe, expect, it } from 'vitest'
import { drawIcon } from '../../src/pipeline/picture.ts'
import { emblemOf } from '../../src/pipeline/render/icon.ts'
import { bulletin, PORTAL_YML, portal, type TestPortal } from '../portal.ts'

const open: TestPortal[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.close()
})

/** What the home page of a portal of these files names as its icons, and every output. */
async function iconsOf(files: Parameters<typeof portal>[0]) {
  const one = portal({ 'content/bulletins/2023/hoi-nghi.md': bulletin('Hội nghị'), ...files })
  open.push(one)
  const { outputs, diagnostics } = await one.build()
  expect(diagnostics.filter(({ diagnostic: { severity } }) => severity === 'error')).toEqual([])
  const html = Buffer.from(outputs.get('index.html') ?? []).toString('utf8')
  return { icons: [...html.matchAll(/<link rel="icon"[^>]*>/g)].map(([tag]) => tag), outputs }
}

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>'

describe('the icon of tabs', () => {
  it('is the file in content/static', async () => {
    const { icons, outputs } = await iconsOf({ 'content/static/favicon.svg': SVG })
    expect(icons).toEqual(['<link rel="icon" href="/favicon.svg" type="image/svg+xml">'])
    expect(Buffer.from(outputs.get('favicon.svg') ?? []).toString()).toBe(SVG)
  })

  it('is the emblem, where that file is missing', async () => {
    const { icons, outputs } = await iconsOf({
      'content/portal.yml': PORTAL_YML.replace('agency:\n', 'agency:\n  emblem: static/huy hiệu.svg\n'),
      'content/static/huy hiệu.svg': SVG,
    })
    expect(icons).toEqual(['<link rel="icon" href="/huy%20hi%E1%BB%87u.svg" type="image/svg+xml">'])
    expect(outputs.has('favicon.svg')).toBe(false)
  })

  it('is drawn in the colours of the portal, where there is no emblem either, below its path too', async () => {
    const { icons, outputs } = await iconsOf({
      'content/portal.yml': `${PORTAL_YML.replace('example.vn/', 'example.vn/xa/')}theme: {primary: '#0b3d91'}\n`,
    })
    expect(icons).toEqual(['<link rel="icon" href="/xa/favicon.svg" type="image/svg+xml">'])
    const drawn = Buffer.from(outputs.get('favicon.svg') ?? []).toString()
    expect(drawn).toContain('fill="#0b3d91"')
    const manifest = JSON.parse(Buffer.from(outputs.get('manifest.webmanifest') ?? []).toString())
    expect(manifest.icons).toEqual([{ src: '/xa/favicon.svg', type: 'image/svg+xml', sizes: 'any', purpose: 'any' }])
  })
})

describe('the icon at the root', () => {
  /** How an icon begins (ICO: no cursor, one picture of 32 × 32 with 32 bits, a PNG at byte 22), and its pixels. */
  async function drawnIn(outputs: ReadonlyMap<string, Uint8Array>) {
    const icon = Buffer.from(outputs.get('favicon.ico') ?? [])
    const png = icon.subarray(22)
    expect(icon.subarray(0, 14).toString('hex')).toBe('0000010001002020000001002000')
    expect([icon.readUInt32LE(14), icon.readUInt32LE(18)]).toEqual([png.length, 22])
    const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true })
    expect([info.width, info.height, info.channels]).toEqual([32, 32, 4])
    return (x: number, y: number) => [...data.subarray(4 * (32 * y + x), 4 * (32 * y + x) + 4)]
  }
  const picture = (width: number, height: number, background: string) =>
    sharp({ create: { width, height, channels: 3, background } })
      .png()
      .toBuffer()

  it('is the portal’s own file', async () => {
    const own = await picture(16, 16, '#123456')
    const { outputs } = await iconsOf({ 'content/static/Favicon.ICO': own })
    expect([...outputs.keys()].filter((path) => /favicon/i.test(path))).toEqual(['Favicon.ICO', 'favicon.svg'])
  })

  it('is made of a picture of the portal’s: whole, on nothing', async () => {
    const emblem = {
      'content/portal.yml': PORTAL_YML.replace('agency:\n', 'agency:\n  emblem: static/huy hiệu.png\n'),
      'content/static/huy hiệu.png': await picture(400, 200, '#cc0000'),
    }
    const ofEmblem = await drawnIn((await iconsOf(emblem)).outputs)
    expect([ofEmblem(16, 16), ofEmblem(0, 16), ofEmblem(16, 2)]).toEqual([
      [204, 0, 0, 255],
      [204, 0, 0, 255],
      [0, 0, 0, 0],
    ])
    const { outputs } = await iconsOf({ ...emblem, 'content/static/icon-192.png': await picture(192, 192, '#0000cc') })
    expect((await drawnIn(outputs))(0, 0)).toEqual([0, 0, 204, 255])
  })

  it.each([
    ['there is none', {}],
    ['it is an SVG', { 'content/static/favicon.svg': SVG }],
    ['it does not decode', { 'content/static/favicon.png': Buffer.from('\x89PNG\r\n\x1a\n hỏng') }],
  ])('is drawn in the colours of the portal where %s, each time the same', async (_, files) => {
    const colours = { 'content/portal.yml': `${PORTAL_YML}theme: {primary: '#0b3d91', accent: '#ffd200'}\n` }
    const { outputs } = await iconsOf({ ...colours, ...files })
    const pixel = await drawnIn(outputs)
    expect(pixel(1, 1)).toEqual([11, 61, 145, 255])
    // Shrunk to half: a colour is that of its field, or nearly.
    const near = (colour: readonly number[], other: readonly number[]) =>
      colour.every((part, at) => Math.abs(part - (other[at] ?? 0)) < 8)
    expect(near(pixel(19, 6), [255, 210, 0, 255]), 'the flag').toBe(true)
    expect(near(pixel(16, 27), [255, 255, 255, 255]), 'the steps').toBe(true)
    const made = await drawIcon(emblemOf({ primary: '#0b3d91', accent: '#ffd200' }))
    expect(Buffer.from(made).equals(outputs.get('favicon.ico') ?? new Uint8Array())).toBe(true)
  })
})
