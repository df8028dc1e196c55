import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bulletin, portal, REPOSITORY } from '../portal.ts'
import { type Published, publish } from './published.ts'

const FOLDER = 'content/bulletins/2023/hoi-nghi'
const PHOTOS = 7
/** Twelve megapixels. */
const SIZE = { width: 4000, height: 3000 }

let site: Published

/** A real photo, as large as phones make them: drawn ones are lighter or heavier than what people take. */
const taken = () =>
  // From bytes: where a build ran before in the same process, files are shut to the decoder.
  sharp(readFileSync(join(REPOSITORY, 'tests/fixtures/photos/Landscape_3.jpg')))
    .autoOrient()
    .resize({ ...SIZE, fit: 'fill' })
    .jpeg({ quality: 90 })
    .toBuffer()

beforeAll(async () => {
  const photo = await taken()
  const rows = '![Một](0.jpg)\n\nHai dòng chữ, và\nkhông hơn.\n\n![Hai](1.jpg)\n![Ba](2.jpg)\n'
  const place = portal({ [`${FOLDER}/index.md`]: bulletin('Hội nghị', 'gallery: {photos: all}\n', rows) })
  // The same picture with another last byte is another picture, and costs no second drawing.
  for (let at = 0; at < PHOTOS; at += 1) place.write(`${FOLDER}/${at}.jpg`, Buffer.concat([photo, Buffer.of(at)]))
  site = await publish(place)
})
afterAll(() => site?.close())

const [WIDE, ROW] = [1, PHOTOS - 1]
const widthsOf = (wide: number, row: number) => [...Array(WIDE).fill(wide), ...Array(ROW).fill(row)]

it.for([
  { on: 'a phone', width: 360, deviceScaleFactor: 2, most: 200_000, widths: widthsOf(720, 360) },
  { on: 'a sharper phone', width: 390, deviceScaleFactor: 3, most: 200_000, widths: widthsOf(720, 360) },
  { on: 'a desk', width: 1280, deviceScaleFactor: 1, most: 200_000, widths: widthsOf(720, 360) },
  { on: 'a sharp desk', width: 1280, deviceScaleFactor: 2, most: 700_000, widths: widthsOf(1600, 720) },
])(
  'seven photos of 12 megapixels on $on: light at first, of the right width, and nothing moves',
  async (row, context) => {
    const { width, deviceScaleFactor, most } = row
    const { browser } = site
    if (browser === null) return context.skip()
    const page = await browser.newPage({ viewport: { width, height: 740 }, deviceScaleFactor })
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
    expect(widths).toEqual(row.widths)
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

it('on paper a gallery is divided between its pictures, not within one', async (context) => {
  const { browser } = site
  if (browser === null) return context.skip()
  const page = await browser.newPage()
  await page.goto(`${site.url}/2023/hoi-nghi/`)
  await page.emulateMedia({ media: 'print' })
  const breaks = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).breakInside)
  expect(await breaks('.gallery')).toBe('auto')
  expect(await breaks('.gallery li')).toBe('avoid')
  await page.close()
})
