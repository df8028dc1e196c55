import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bulletin, PORTAL_YML, portal } from '../portal.ts'
import { type Published, publish } from './published.ts'

const FOLDER = 'content/bulletins/2023/hoi-nghi'
const CAPTIONS = ['Đại biểu dự họp', 'Quang cảnh hội trường', 'Trao giấy khen']
const PICTURES = CAPTIONS.map((caption, number) => `![${caption}](${number}.jpg)`).join('\n')
const NAMED = 'content/bulletins/2023/co-ten'
const ENTRIES = CAPTIONS.map(
  (caption, number) => `  - {src: ${number}.jpg, caption: ${caption}, credit: Lê Thơ}\n`,
).join('')

let site: Published

beforeAll(async () => {
  const place = portal({
    'content/portal.yml': `${PORTAL_YML}originals: true\n`,
    [`${FOLDER}/index.md`]: bulletin('Hội nghị', '', `Chữ.\n\n${PICTURES}\n`),
    [`${NAMED}/index.md`]: bulletin('Có tên người chụp', `images:\n${ENTRIES}`, `Chữ.\n\n${PICTURES}\n`),
  })
  for (const number of CAPTIONS.keys()) {
    const background = { r: 80 * number, g: 120, b: 90 }
    const photo = await sharp({ create: { width: 1200 + number, height: 900, channels: 3, background } })
      .jpeg()
      .toBuffer()
    for (const folder of [FOLDER, NAMED]) place.write(`${folder}/${number}.jpg`, photo)
  }
  site = await publish(place)
})
afterAll(() => site?.close())

describe('the viewer of a gallery', () => {
  it('goes through the pictures by keys, buttons and a finger, and gives the keyboard back where it was', async (context) => {
    const { browser } = site
    if (browser === null) return context.skip()
    const page = await browser.newPage({ viewport: { width: 360, height: 740 }, hasTouch: true })
    const complaints: string[] = []
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    await page.goto(`${site.url}/2023/hoi-nghi/`)
    const dialog = page.locator('dialog.viewer')
    const words = page.locator('.viewer-words')
    const links = page.locator('.gallery a:has(img)')
    await links.nth(1).focus()
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'visible' })
    expect(await words.textContent()).toBe(`2/3 ${CAPTIONS[1]}`)
    const picture = dialog.locator('img')
    expect(await picture.getAttribute('alt')).toBe(CAPTIONS[1])
    await picture.evaluate((image: HTMLImageElement) => image.decode())
    const box = await picture.boundingBox()
    expect(box?.width, 'as wide as the screen').toBeCloseTo(360, -1)
    expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(1201 / 900, 1)
    for (const [key, number] of [
      ['ArrowRight', 3],
      ['ArrowRight', 1],
      ['ArrowLeft', 3],
    ] as const) {
      await page.keyboard.press(key)
      expect(await words.textContent()).toBe(`${number}/3 ${CAPTIONS[number - 1]}`)
    }
    await page.getByRole('button', { name: 'Ảnh sau' }).click()
    expect(await words.textContent()).toBe(`1/3 ${CAPTIONS[0]}`)
    const room = page.locator('.viewer-room')
    const finger = (x: number) => [{ identifier: 1, clientX: x, clientY: 300 }]
    await room.dispatchEvent('touchstart', { touches: finger(300), changedTouches: finger(300) })
    await room.dispatchEvent('touchend', { touches: [], changedTouches: finger(120) })
    expect(await words.textContent(), 'a finger to the left brings the next').toBe(`2/3 ${CAPTIONS[1]}`)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Escape')
    expect(await dialog.isVisible()).toBe(false)
    expect(await links.nth(2).evaluate((link) => link === document.activeElement)).toBe(true)
    await links.nth(0).click()
    await page.getByRole('button', { name: 'Đóng' }).click()
    expect(await dialog.isVisible()).toBe(false)
    expect(complaints).toEqual([])
    await page.close()
  })

  it('shows pictures and their words alone where each can be saved as it was taken, and saves it', async (context) => {
    const { browser } = site
    if (browser === null) return context.skip()
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } })
    await page.goto(`${site.url}/2023/co-ten/`)
    await page.locator('.gallery a:has(img)').first().click()
    for (const [number, caption] of CAPTIONS.entries()) {
      expect(await page.locator('.viewer-words').textContent()).toBe(`${number + 1}/3 ${caption} Ảnh: Lê Thơ`)
      expect(await page.locator('.viewer-room img').count(), caption).toBe(1)
      await page.keyboard.press('ArrowRight')
    }
    await page.keyboard.press('Escape')
    for (const caption of CAPTIONS) {
      const saved = page.waitForEvent('download')
      await page.getByRole('link', { name: `Tải ảnh gốc: ${caption}`, exact: true }).click()
      expect((await saved).suggestedFilename()).toMatch(/^co-ten-[0-9a-f]{8}-120\d\.jpg$/)
      expect(await page.locator('dialog[open]').count()).toBe(0)
    }
    await page.close()
  })

  it('opens the picture itself where its script cannot be had, and asks for the script again at the next click', async (context) => {
    const { browser } = site
    if (browser === null) return context.skip()
    const page = await browser.newPage()
    await page.goto(`${site.url}/2023/hoi-nghi/`)
    // An answer without content leaves the page as it is, as one that comes back from the cache of the way back.
    const left: string[] = []
    await page.route(/\.jpg$/, (route) => {
      if (!route.request().isNavigationRequest()) return route.continue()
      left.push(route.request().url())
      return route.fulfill({ status: 204 })
    })
    await page.route(/viewer[^/]*\.js$/, (route) => route.fulfill({ status: 503 }), { times: 1 })
    const links = page.locator('.gallery a:has(img)')
    await Promise.all([page.waitForRequest((request) => request.isNavigationRequest()), links.nth(1).click()])
    expect(await page.locator('script[src*=viewer]').count()).toBe(0)
    await links.nth(0).click()
    await page.locator('dialog.viewer').waitFor({ state: 'visible', timeout: 5000 })
    expect(await page.locator('.viewer-words').textContent()).toBe(`1/3 ${CAPTIONS[0]}`)
    expect(left).toEqual([await links.nth(1).evaluate((link: HTMLAnchorElement) => link.href)])
    await page.close()
  })

  it('opens at the picture that was clicked last while its script was on the way', async (context) => {
    const { browser } = site
    if (browser === null) return context.skip()
    const page = await browser.newPage()
    await page.goto(`${site.url}/2023/hoi-nghi/`)
    let answer = (): void => {}
    const wait = new Promise<void>((done) => {
      answer = done
    })
    let asked = 0
    await page.route(/viewer[^/]*\.js$/, async (route) => {
      asked += 1
      await wait
      await route.continue()
    })
    const links = page.locator('.gallery a:has(img)')
    await links.nth(0).click()
    await links.nth(2).click()
    answer()
    await page.locator('dialog.viewer').waitFor({ state: 'visible', timeout: 5000 })
    expect(await page.locator('.viewer-words').textContent()).toBe(`3/3 ${CAPTIONS[2]}`)
    expect(asked).toBe(1)
    await page.close()
  })

  it('is plain links to pictures without scripts', async (context) => {
    const { browser } = site
    if (browser === null) return context.skip()
    const still = await browser.newContext({ javaScriptEnabled: false })
    const page = await still.newPage()
    await page.goto(`${site.url}/2023/hoi-nghi/`)
    await page.locator('.gallery a').first().click()
    await page.waitForURL(/\/2023\/hoi-nghi\/hoi-nghi-[0-9a-f]{8}-\d+\.jpg$/)
    await still.close()
  })
})
