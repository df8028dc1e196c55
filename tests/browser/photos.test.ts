import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bulletin, portal } from '../portal.ts'
import { random } from '../random.ts'
import { type Published, publish } from './published.ts'

const FOLDER = 'content/bulletins/2023/hoi-nghi'
const PHOTOS = 7
/** Twelve megapixels. */
const SIZE = { width: 4000, height: 3000 }

let site: Published

/** Broad shapes with finer ones upon them: more to tell than a sky, less than leaves. */
async function draw(): Promise<Uint8Array> {
  const next = random(20)
  const noise = (width: number, height: number) =>
    sharp(
      Uint8Array.from({ length: width * height * 3 }, () => next() * 255),
      { raw: { width, height, channels: 3 } },
    ).resize({ ...SIZE, kernel: 'cubic' })
  return noise(16, 12)
    .composite([{ input: await noise(300, 225).jpeg().toBuffer(), blend: 'soft-light' }])
    .jpeg({ quality: 90 })
    .toBuffer()
}

beforeAll(async () => {
  const words = 'Hội nghị bàn về vụ chiêm xuân và công tác thủy lợi của xã. '.repeat(12)
  const figures = Array.from({ length: PHOTOS }, (_, at) => `![Đại biểu ở hàng ghế ${at + 1}](${at}.jpg)`)
  const body = `${words}\n\n${figures.slice(0, 3).join(`\n\n${words}\n\n`)}\n\n${words}\n\n${figures.slice(3).join('\n')}\n`
  const place = portal({ [`${FOLDER}/index.md`]: bulletin('Hội nghị', '', body) })
  const photo = await draw()
  // The same picture with another last byte is another picture, and costs no second drawing.
  for (let at = 0; at < PHOTOS; at += 1) place.write(`${FOLDER}/${at}.jpg`, Buffer.concat([photo, Buffer.of(at)]))
  site = await publish(place)
})
afterAll(() => site?.close())

it.for([
  { on: 'a phone', viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, most: 200_000 },
  { on: 'a desk', viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1, most: 400_000 },
])(
  'seven photos of 12 megapixels on $on: light at first, of the right width, and nothing moves',
  async (row, context) => {
    const { viewport, deviceScaleFactor, most } = row
    const { browser } = site
    if (browser === null) return context.skip()
    const page = await browser.newPage({ viewport, deviceScaleFactor })
    const loaded = new Map<string, number>()
    const read: Promise<void>[] = []
    page.on('response', (response) => {
      if (response.request().resourceType() !== 'image') return
      read.push(response.body().then((body) => void loaded.set(response.url(), body.length)))
    })
    await page.goto(`${site.url}/2023/hoi-nghi/`, { waitUntil: 'networkidle' })
    // The network rests before the browser has handed over what came.
    await Promise.all(read)
    const bytes = [...loaded.values()].reduce((all, one) => all + one, 0)
    expect(loaded.size).toBeGreaterThan(0)
    expect(bytes, [...loaded].join('\n')).toBeLessThan(most)
    const images = page.locator('main figure img')
    expect(await images.count()).toBe(PHOTOS)
    const widths: number[] = []
    for (const image of await images.all()) {
      await image.scrollIntoViewIfNeeded()
      widths.push(
        await image.evaluate(async (one: HTMLImageElement) => {
          await one.decode()
          return Number(/-(\d+)\.webp$/.exec(one.currentSrc)?.[1])
        }),
      )
    }
    expect(widths).toEqual([960, 960, 960, 480, 480, 480, 480])
    const moved = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          const observer = new PerformanceObserver(() => undefined)
          observer.observe({ type: 'layout-shift', buffered: true })
          requestAnimationFrame(() =>
            requestAnimationFrame(() =>
              done(
                observer
                  .takeRecords()
                  .reduce((all, entry) => all + (entry as PerformanceEntry & { value: number }).value, 0),
              ),
            ),
          )
        }),
    )
    expect(moved).toBe(0)
    await page.close()
  },
)
