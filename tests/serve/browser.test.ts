import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../scripts/browser/find-browser.mjs'
import { bulletin, PORTAL_YML, portal, REPOSITORY, type TestPortal } from '../portal.ts'
import { type Preview, preview } from './preview.ts'

const INDEX = 'content/bulletins/2023/hoi-nghi/index.md'
const PHOTO = 'content/bulletins/2023/hoi-nghi/THO 1.png'
const STYLE = 'templates/assets/css/06-reading.css'
const IMAGES = 'images:\n  - src: THO 1.png\n    caption: Quang cảnh hội nghị\n    alt: Hội trường\n'

const browser: Browser | null = await launchBrowser()
afterAll(async () => {
  await browser?.close()
})

const picture = (color: string): Promise<Buffer> =>
  sharp({ create: { width: 320, height: 200, channels: 3, background: color } })
    .png()
    .toBuffer()

const page = (title: string, body: string): string =>
  bulletin(title, IMAGES, `${body}\n\n![](THO 1.png)\n${'\nMột đoạn văn cho trang dài ra.\n'.repeat(80)}`)

const standing = (title: string): string => `---\ntitle: ${title}\n---\nThôn 3.\n`

describe.skipIf(browser === null)('a browser beside the editor', () => {
  let files: TestPortal
  let view: Preview
  let tab: Page
  const faults: string[] = []
  const heading = (): Promise<string | null> => tab.locator('h1').first().textContent()
  /** Waits for something on a page that may be reloading at this moment. */
  const until = (what: string, met: () => Promise<boolean>) =>
    view.until(what, () =>
      met().catch((error: Error) => (/navigation/.test(error.message) ? false : Promise.reject(error))),
    )
  /** Waits until the page and all that belongs to it is there: nothing is under way that another step would break off. */
  const atRest = () =>
    until('the page at rest', () =>
      tab.evaluate(async () => {
        await document.fonts.ready
        return document.readyState === 'complete'
      }),
    )
  /** All that the browser noted until now. */
  const heard = async (): Promise<readonly string[]> => {
    await tab.evaluate(() => console.info('so far'))
    await until('the note', async () => faults.some((fault) => fault.startsWith('so far')))
    return faults.splice(0).filter((fault) => !fault.startsWith('so far'))
  }
  const sees = (text: string) => tab.getByText(text).first().waitFor({ timeout: 20_000 })

  beforeAll(async () => {
    files = portal({
      [INDEX]: page('Hội nghị', 'Câu thứ nhất.'),
      [PHOTO]: await picture('#cc0000'),
      'content/static/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    })
    view = await preview(files)
    if (browser === null) return
    tab = await browser.newPage({ viewport: { width: 800, height: 600 } })
    tab.on('console', (message) => faults.push(`${message.text()} ${message.location().url}`))
    tab.on('pageerror', (error) => faults.push(error.message))
    await tab.goto(`${view.url}2023/hoi-nghi/`)
  })
  afterAll(async () => {
    await view.close()
    files.close()
  })

  it('sees a changed body, and stays where it was', async () => {
    await tab.evaluate(() => scrollTo({ top: 900, behavior: 'instant' }))
    files.write(INDEX, page('Hội nghị', 'Câu thứ hai, dài bằng câu trước.'))
    await sees('Câu thứ hai')
    await until('the same place', async () => Math.abs((await tab.evaluate(() => scrollY)) - 900) < 3)
  })

  it('sees a changed title', async () => {
    files.write(INDEX, page('Hội nghị tổng kết', 'Câu thứ hai.'))
    await sees('Hội nghị tổng kết')
    expect(await heading()).toBe('Hội nghị tổng kết')
    expect(await tab.title()).toContain('Hội nghị tổng kết')
  })

  it('sees a template of the portal’s own, changed, and gone again', async () => {
    files.write('templates/parts/footer.njk', '<footer>Chân trang riêng {{ site.title }}</footer>\n')
    await sees('Chân trang riêng')
    files.write('templates/parts/footer.njk', '<footer>Chân trang đã đổi</footer>\n')
    await sees('Chân trang đã đổi')
    files.remove('templates/parts/footer.njk')
    await tab.getByText('Chân trang đã đổi').waitFor({ state: 'detached', timeout: 20_000 })
    await tab.locator('footer').getByText('Thư điện tử').first().waitFor({ timeout: 20_000 })
  })

  it('sees a changed style without being loaded again', async () => {
    await tab.evaluate(() => document.documentElement.setAttribute('data-same', ''))
    const color = () => tab.evaluate(() => getComputedStyle(document.querySelector('h1') as Element).color)
    files.copy(join(REPOSITORY, STYLE), STYLE)
    files.write('templates/assets/css/99-rieng.css', 'h1 { color: rgb(1, 2, 3) !important }\n')
    await until('the colour', async () => (await color()) === 'rgb(1, 2, 3)')
    files.write('templates/assets/css/99-rieng.css', 'h1 { color: rgb(4, 5, 6) !important }\n')
    await until('the other colour', async () => (await color()) === 'rgb(4, 5, 6)')
    expect(await tab.locator('html[data-same]').count()).toBe(1)
  })

  it('is told that another page has changed, is not loaded again, and goes there by one key', async () => {
    files.write('content/pages/lien-he.md', standing('Liên hệ'))
    await view.until('the page', async () => (await view.get('/lien-he/')).status === 200)
    await tab.goto(`${view.url}lien-he/`)
    await tab.evaluate(() => document.documentElement.setAttribute('data-same', ''))
    files.write(INDEX, page('Hội nghị tổng kết', 'Câu mới ở trang kia.'))
    await sees('Có trang khác vừa thay đổi')
    expect(await tab.locator('html[data-same]').count()).toBe(1)
    await tab.keyboard.press('m')
    await sees('Câu mới ở trang kia.')
    expect(new URL(tab.url()).pathname).toBe('/2023/hoi-nghi/')
  })

  it('sees a changed photo', async () => {
    const source = () => tab.locator('.prose img').first().getAttribute('src')
    const before = await source()
    files.write(PHOTO, await picture('#0000cc'))
    await until('another photo', async () => (await source()) !== before)
    // With several widths to choose from, naturalWidth tells how wide it is shown, not what was loaded.
    const loaded = () =>
      tab.evaluate(() => {
        const { complete, naturalWidth } = document.querySelector('.prose img') as HTMLImageElement
        return complete && naturalWidth > 0
      })
    // A page that was loaded again goes back to where it was, perhaps after it was scrolled here: then once more.
    await until('the photo', async () => {
      await tab.locator('.prose img').first().scrollIntoViewIfNeeded()
      return await loaded()
    })
    const middle = await tab.evaluate(() => {
      const context = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D
      context.drawImage(document.querySelector('.prose img') as HTMLImageElement, 0, 0)
      return [...context.getImageData(10, 10, 1, 1).data]
    })
    expect(middle[2]).toBeGreaterThan(150)
    expect(middle[0]).toBeLessThan(60)
  })

  it('reads a mistake on the page, hides it, shows it, and sees it mended', async () => {
    files.write(INDEX, page('Hội nghị tổng kết', 'Câu thứ ba.').replace('category: tin-tuc', 'category: tin-tucc'))
    const dialog = tab.getByRole('dialog', { name: 'Có 1 lỗi cần sửa' })
    await dialog.waitFor({ timeout: 20_000 })
    const text = (await dialog.textContent()) ?? ''
    expect(text).toContain(`${INDEX}:4:11`)
    expect(text).toContain('4 │ category: tin-tucc')
    expect(text).toContain('Chưa có chuyên mục “tin-tucc”')
    expect(text).toContain('“tin-tuc”')
    expect(await dialog.locator('mark').textContent()).toBe('tin-tucc')
    expect(await heading()).toBe('Hội nghị tổng kết')
    expect(await dialog.evaluate((element) => getComputedStyle(element).position)).toBe('fixed')

    await tab.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    await tab.getByRole('button', { name: 'Xem các lỗi' }).click()
    await dialog.waitFor()
    await tab.getByRole('button', { name: 'Ẩn thông báo' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await tab.reload()
    expect(await dialog.isVisible()).toBe(false)

    files.write(INDEX, page('Hội nghị tổng kết', 'Câu thứ ba.').replace('tin-tuc', 'tin-tuc-x'))
    await dialog.waitFor({ timeout: 20_000 })
    files.write(INDEX, page('Hội nghị tổng kết', 'Câu thứ tư.'))
    await sees('Câu thứ tư.')
    expect(await tab.locator('#tx-portal-problems, #tx-portal-show').count()).toBe(0)
  })

  it('sees another configuration, reads what is wrong with it or with a template, and sees both mended', async () => {
    const title = 'Cổng thông tin điện tử xã Xuân Hòa mới'
    files.write('content/portal.yml', PORTAL_YML.replace(/^title: .*$/m, `title: ${title}`))
    await until('the title', async () => (await tab.title()).includes(title))
    const dialog = tab.getByRole('dialog', { name: 'Có 1 lỗi cần sửa' })
    files.write('content/portal.yml', `${PORTAL_YML}tieude: thừa\n`)
    await dialog.getByText('content/portal.yml').first().waitFor({ timeout: 20_000 })
    files.write('content/portal.yml', PORTAL_YML)
    await dialog.waitFor({ state: 'detached', timeout: 20_000 })
    files.write('templates/parts/footer.njk', '<footer>\n{{ site.title | khongco }}</footer>\n')
    await dialog.getByText('templates/parts/footer.njk').first().waitFor({ timeout: 20_000 })
    expect(await dialog.textContent()).toContain('khongco')
    files.remove('templates/parts/footer.njk')
    await dialog.waitFor({ state: 'detached', timeout: 20_000 })
  })

  it('sees a page come to an address that had none', async () => {
    await tab.goto(`${view.url}2023/bai-moi/`)
    expect(await tab.locator('.tx-portal-ribbon').textContent()).toContain('/2023/bai-moi/')
    files.write('content/bulletins/2023/bai-moi.md', bulletin('Bài mới'))
    await until('the page', async () => (await heading()) === 'Bài mới')
    // The browser itself notes the address that was not there.
    expect(await heard()).toEqual([expect.stringContaining('404')])
  })

  it('waits for a server that went, and sees that another one is there', async () => {
    const { port } = view
    await atRest()
    await tab.evaluate(() => document.documentElement.setAttribute('data-same', ''))
    await view.close()
    await tab.locator('.tx-portal-ribbon').waitFor({ timeout: 20_000 })
    expect(await tab.locator('.tx-portal-ribbon').textContent()).toContain('Mất kết nối')
    files.write('content/bulletins/2023/bai-moi.md', bulletin('Bài sau khi mở lại'))
    expect(await tab.locator('html[data-same]').count()).toBe(1)
    view = await preview(files, { port })
    await until('the page', async () => (await heading()) === 'Bài sau khi mở lại')
    await atRest()
    // What browsers themselves note of a server that is gone, and of one that does not know this page.
    for (const fault of await heard()) expect(fault).toMatch(/net::ERR_\w+ |403 .*__portal\/events/)
  })

  it('has what the preview adds at hand if the server goes while a page loads: nothing else could make that page whole', async () => {
    await tab.goto(`${view.url}lien-he/`)
    await tab.reload()
    await atRest()
    const fetched = await tab.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => /__portal\/(reload|overlay)/.test(name))
        .map((entry) => (entry as PerformanceResourceTiming).transferSize),
    )
    expect(fetched).toEqual([0, 0])
  })

  it('has nothing to complain of: no script, style or connection was refused', async () => {
    await tab.goto(`${view.url}2023/hoi-nghi/`)
    await atRest()
    expect(await heard()).toEqual([])
  })
})
