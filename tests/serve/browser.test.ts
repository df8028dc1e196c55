import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launched } from '../browser/launched.ts'
import { bulletin, PORTAL_YML, portal, REPOSITORY, type TestPortal } from '../portal.ts'
import { type Preview, preview } from './preview.ts'

const INDEX = 'content/bulletins/2023/hoi-nghi/index.md'
const PHOTO = 'content/bulletins/2023/hoi-nghi/THO 1.png'
const STYLE = 'templates/assets/css/06-reading.css'
const IMAGES = 'images:\n  - src: THO 1.png\n    caption: Quang cảnh hội nghị\n    alt: Hội trường\n'

const browser: Browser | null = await launched()
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
      met().catch((error: Error) => (/navigation|ERR_ABORTED/.test(error.message) ? false : Promise.reject(error))),
    )
  /** Goes to a page; the one it leaves may just be loading itself again, and then the browser does only that. */
  const goTo = (path: string) =>
    until(`the way to ${path}`, async () => (await tab.goto(`${view.url}${path}`)) !== null)
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
    view = await preview(files, {
      world: ({ at, asReaders }) =>
        files.world({ drafts: !asReaders, anotherTime: at !== null, ...(at === null ? {} : { now: at }) }),
      copying: { pause: 1000, most: 60_000 },
    })
    if (browser === null) return
    tab = await browser.newPage({ viewport: { width: 800, height: 600 } })
    tab.on('console', (message) => faults.push(`${message.text()} ${message.location().url}`))
    tab.on('pageerror', (error) => faults.push(error.message))
    await goTo('2023/hoi-nghi/')
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

  it('sees changed front matter', async () => {
    files.write(INDEX, page('Hội nghị tổng kết', 'Câu thứ hai.').replace(/^summary: .*$/m, 'summary: Tóm tắt đã sửa.'))
    await sees('Tóm tắt đã sửa.')
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

  it('reads what is wrong with a style, keeps the last good one, and sees it mended', async () => {
    // It waits for the heading: a page that is being loaded again has none.
    const color = () =>
      tab
        .locator('h1')
        .first()
        .evaluate((element) => getComputedStyle(element).color)
    files.write('templates/assets/css/99-rieng.css', 'h1 { color: rgb(4, 5 !important }\n')
    const dialog = tab.getByRole('dialog', { name: 'Có 1 lỗi cần sửa' })
    await dialog.waitFor({ timeout: 20_000 })
    expect(await dialog.textContent()).toContain('templates/assets/css/99-rieng.css:1:16')
    expect(await dialog.textContent()).toContain('Dấu ngoặc mở ở đây không có dấu ngoặc đóng lại')
    expect(await color(), 'the last good style stays').toBe('rgb(4, 5, 6)')
    files.write('templates/assets/css/99-rieng.css', 'h1 { color: rgb(1, 2, 3) !important }\n')
    await until('the first colour', async () => (await color()) === 'rgb(1, 2, 3)')
    await dialog.waitFor({ state: 'detached', timeout: 20_000 })
  })

  it('is told that another page has changed, is not loaded again, and goes there by one key', async () => {
    files.write('content/pages/lien-he.md', standing('Liên hệ'))
    await view.until('the page', async () => (await view.get('/lien-he/')).status === 200)
    await goTo('lien-he/')
    await tab.evaluate(() => document.documentElement.setAttribute('data-same', ''))
    files.write(INDEX, page('Hội nghị tổng kết', 'Câu mới ở trang kia.'))
    await sees('Có trang khác vừa thay đổi')
    expect(await tab.locator('html[data-same]').count()).toBe(1)
    await tab.keyboard.press('m')
    await sees('Câu mới ở trang kia.')
    expect(new URL(tab.url()).pathname).toBe('/2023/hoi-nghi/')
  })

  it('leads nowhere where the page just saved is gone', async () => {
    await goTo('lien-he/')
    files.write('content/bulletins/2023/xoa.md', bulletin('Bài sẽ xóa'))
    const way = tab.locator('.tx-portal-news').getByRole('link', { name: 'Bài sẽ xóa' })
    await way.waitFor({ timeout: 20_000 })
    files.remove('content/bulletins/2023/xoa.md')
    await way.waitFor({ state: 'detached', timeout: 20_000 })
    await tab.keyboard.press('m')
    await atRest()
    expect(new URL(tab.url()).pathname).toBe('/lien-he/')
  })

  it('has nothing over the errors: the way to the page just saved waits until they are hidden', async () => {
    await goTo('lien-he/')
    files.write(INDEX, page('Hội nghị tổng kết', 'Câu mới ở trang kia.').replace('category: tin-tuc', 'category: x'))
    const dialog = tab.getByRole('dialog', { name: 'Có 1 lỗi cần sửa' })
    await dialog.waitFor({ timeout: 20_000 })
    const way = tab.locator('.tx-portal-news')
    await way.waitFor({ state: 'attached', timeout: 20_000 })
    expect(await way.isVisible()).toBe(false)
    await tab.keyboard.press('m')
    await atRest()
    expect(new URL(tab.url()).pathname).toBe('/lien-he/')
    await tab.keyboard.press('Escape')
    await way.waitFor({ timeout: 20_000 })
    files.write(INDEX, page('Hội nghị tổng kết', 'Câu mới ở trang kia.'))
    await dialog.waitFor({ state: 'detached', timeout: 20_000 })
  })

  it('keeps what is typed, and where, when somebody saves', async () => {
    const other = 'content/bulletins/2023/bai-khac.md'
    await goTo('__portal/')
    const words = tab.locator('[name=words]')
    await words.pressSequentially('hội nghị')
    for (const _letter of 'nghị') await tab.keyboard.press('ArrowLeft')
    await tab.locator('[name=readers]').check()
    await words.focus()
    files.write(other, bulletin('Bài của người khác'))
    await tab.locator('tbody').getByRole('link', { name: 'Bài của người khác' }).waitFor({ timeout: 20_000 })
    await atRest()
    await tab.keyboard.type('X')
    expect(await words.inputValue()).toBe('hội Xnghị')
    expect(await tab.locator('[name=readers]').isChecked()).toBe(true)
    // A day that is half changed cannot be put back: the page waits until it is left.
    await tab.locator('[name=at]').focus()
    await tab.keyboard.press('2')
    await tab.evaluate(() => document.documentElement.setAttribute('data-same', ''))
    files.write(other, bulletin('Bài đã đổi tên'))
    await view.until('the other title', async () => (await view.get('/__portal/')).text.includes('Bài đã đổi tên'))
    await new Promise((done) => setTimeout(done, 1500))
    expect(await tab.locator('html[data-same]').count()).toBe(1)
    await words.focus()
    await tab.locator('tbody').getByRole('link', { name: 'Bài đã đổi tên' }).waitFor({ timeout: 20_000 })
    expect(await words.inputValue()).toBe('hội Xnghị')
    // The search box of the portal itself, on a page that is another one.
    await goTo('2023/bai-khac/')
    await tab.locator('#tim-nhanh').pressSequentially('lễ h')
    files.write(other, bulletin('Bài đã đổi tên lần nữa'))
    await sees('Bài đã đổi tên lần nữa')
    await atRest()
    await tab.keyboard.type('ội')
    expect(await tab.locator('#tim-nhanh').inputValue()).toBe('lễ hội')
    await tab.locator('#tim-nhanh').fill('')
    await goTo('2023/hoi-nghi/')
    files.remove(other)
    await view.until('the end of it', async () => (await view.get('/2023/bai-khac/')).status === 404)
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

  it.each([
    { what: 'a photo', file: PHOTO, broken: 'không phải ảnh', told: 'THO 1.png' },
    { what: 'a body', file: INDEX, broken: page('Hội nghị tổng kết', '[xem](khong-co.md)'), told: 'khong-co.md' },
    { what: 'a title', file: INDEX, broken: page('', 'Chữ.'), told: 'title' },
  ])('reads what is wrong with $what, and sees it mended', async ({ file, broken, told }) => {
    await goTo('2023/hoi-nghi/')
    const good = readFileSync(join(files.root, file))
    files.write(file, broken)
    const dialog = tab.getByRole('dialog')
    await dialog.getByText(told).first().waitFor({ timeout: 20_000 })
    expect(await heading(), 'the last good page stays').toBe('Hội nghị tổng kết')
    for (const width of [360, 1280]) {
      await tab.setViewportSize({ width, height: 600 })
      const box = await dialog.boundingBox()
      expect([box?.x ?? -1, (box?.x ?? 0) + (box?.width ?? 0)].every((edge) => edge >= 0 && edge <= width)).toBe(true)
      expect(await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    }
    await tab.setViewportSize({ width: 800, height: 600 })
    files.write(file, good)
    await dialog.waitFor({ state: 'detached', timeout: 20_000 })
  })

  it('looks at a page as on a phone and as printed, both live, and takes along the file to be approved', async () => {
    await goTo('2023/hoi-nghi/')
    const strip = tab.locator('.tx-portal-strip')
    await strip.locator('summary').click()
    for (const width of [360, 1280]) {
      await tab.setViewportSize({ width, height: 600 })
      const box = await strip.boundingBox()
      expect([box?.x ?? -1, (box?.x ?? 0) + (box?.width ?? 0)].every((edge) => edge >= 0 && edge <= width)).toBe(true)
    }
    await tab.setViewportSize({ width: 800, height: 600 })
    await strip.getByRole('link', { name: 'Xem như trên điện thoại' }).click()
    const frame = tab.frameLocator('iframe')
    await frame.locator('h1').waitFor()
    const inside = () => tab.frames().at(1)
    // Until style and fonts are there, a page is as wide as the fonts of the machine make it.
    const widths = () => inside()?.evaluate(() => `${innerWidth} ${document.documentElement.scrollWidth}`)
    await until('the page in the width of a phone', async () => (await widths()) === '360 360')
    files.write(INDEX, page('Hội nghị tổng kết', 'Câu viết khi xem trên điện thoại.'))
    await frame.getByText('Câu viết khi xem trên điện thoại.').waitFor({ timeout: 20_000 })
    // What stands at the foot of the frame is below the window.
    await tab.locator('iframe').evaluate((element) => element.scrollIntoView({ block: 'end' }))
    await frame.locator('.tx-portal-strip summary').click()
    await frame.getByRole('link', { name: 'Xem như bản in' }).click()
    await tab.waitForURL(/__portal\/print/)
    const shown = (selector: string) => frame.locator(selector).first().isVisible()
    await frame.locator('h1').waitFor()
    expect([await shown('h1'), await shown('form'), await shown('.tx-portal-strip')]).toEqual([true, false, false])
    files.write(INDEX, page('Hội nghị tổng kết', 'Câu viết khi xem bản in.'))
    await frame.getByText('Câu viết khi xem bản in.').waitFor({ timeout: 20_000 })
    files.write('templates/assets/css/99-rieng.css', '@media print { h1 { color: rgb(7, 8, 9) } }\n')
    const color = () => frame.locator('h1').evaluate((element) => getComputedStyle(element).color)
    await until('the style of paper', async () => (await color()) === 'rgb(7, 8, 9)')
    await goTo('__portal/')
    const row = tab.locator('tbody tr').filter({ hasText: INDEX })
    const [file] = await Promise.all([
      tab.waitForEvent('download'),
      row.getByRole('link', { name: 'Tải bản trình lãnh đạo duyệt' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('hoi-nghi.html')
    const copy = readFileSync(await file.path(), 'utf8')
    expect(copy).toContain('Câu viết khi xem bản in.')
    expect(copy).toContain('src="data:image/')
  })

  it('walks through time from the list of all bulletins, and sees on every page what readers will see', async () => {
    const titles = { nhap: 'Bài còn nháp', hen: 'Bài hẹn giờ', han: 'Bài có hạn', rut: 'Bài đã rút' }
    files.write('content/bulletins/2023/nhap.md', bulletin(titles.nhap, 'draft: true\n'))
    files.write('content/bulletins/2023/hen.md', bulletin(titles.hen, 'publishAt: 01/12/2030 07:00\n'))
    files.write('content/bulletins/2023/han.md', bulletin(titles.han, 'expireAt: 20/11/2030\n'))
    files.write('content/bulletins/2023/rut.md', bulletin(titles.rut, 'withdrawn: {date: 15/01/2023, reason: Sai}\n'))
    await goTo('__portal/')
    for (const title of Object.values(titles))
      await tab.locator('tbody').getByRole('link', { name: title }).waitFor({ timeout: 20_000 })
    const ribbon = tab.locator('.tx-portal-ribbon summary')
    const told = async (slug: string) => {
      await goTo(`2023/${slug}/`)
      expect(await ribbon.isVisible()).toBe(true)
      return await ribbon.innerText()
    }
    expect(await told('nhap')).toContain('người đọc chưa thấy bài này')
    expect(await tab.locator('.state-preview').isVisible(), 'said once').toBe(false)
    await tab.setViewportSize({ width: 360, height: 640 })
    const height = async () => (await ribbon.boundingBox())?.height ?? 0
    expect(await height(), 'one line').toBeLessThan(40)
    await ribbon.click()
    expect(await height(), 'all of it').toBeGreaterThan(40)
    expect(await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    await tab.locator('.tx-portal-ribbon').getByRole('button', { name: 'Ẩn' }).click()
    expect(await ribbon.isVisible()).toBe(false)
    await tab.reload()
    expect(await ribbon.isVisible(), 'for as long as the tab is open').toBe(false)
    await tab.setViewportSize({ width: 800, height: 600 })
    expect(await told('hen')).toContain('sẽ thấy từ 01/12/2030, 07:00')
    expect(await told('han')).toContain('từ 21/11/2030 bài hết hạn')
    expect(await told('rut')).toContain('chỉ thấy lời báo thu hồi')
    expect(await tab.locator('main').innerText()).toContain('Sai')
    await goTo('__portal/')
    await tab.locator('[name=at]').fill('2030-12-01T07:00')
    await tab.locator('[name=readers]').check()
    await tab.getByRole('button', { name: 'Xem', exact: true }).click()
    await tab.getByText('Đang xem cổng như vào lúc 01/12/2030, 07:00 (GMT+7)').waitFor()
    expect(await told('nhap')).toContain('Không có trang nào')
    expect(await told('hen')).toBe('Đang xem cổng như vào lúc 01/12/2030, 07:00 (GMT+7).')
    expect(await told('han')).toContain('Đã hết hạn từ 21/11/2030')
    await goTo('__portal/')
    await tab.getByRole('link', { name: 'Về lúc này' }).click()
    await tab.getByText('Đang xem cổng lúc này').waitFor()
    expect(await told('hen')).toContain('Hẹn giờ đăng')
    // Not from a page that goes with them: the browser would note that sooner or later.
    await goTo('__portal/')
    for (const slug of Object.keys(titles)) files.remove(`content/bulletins/2023/${slug}.md`)
    await until('the list without them', async () => {
      const list = await tab.locator('tbody').innerText()
      return !Object.values(titles).some((title) => list.includes(title))
    })
    await atRest()
    await heard()
  })

  it('sees a page come to an address that had none', async () => {
    await goTo('2023/bai-moi/')
    expect(await tab.locator('.tx-portal-ribbon').textContent()).toContain('/2023/bai-moi/')
    // A mark to open it stands only where there is more than is seen.
    const mark = () =>
      tab.locator('.tx-portal-ribbon summary').evaluate((element) => getComputedStyle(element).listStyleType)
    await tab.setViewportSize({ width: 1280, height: 600 })
    await until('no mark', async () => (await mark()) === 'none')
    await tab.setViewportSize({ width: 320, height: 600 })
    await until('the mark', async () => (await mark()) !== 'none')
    await tab.setViewportSize({ width: 800, height: 600 })
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
    await goTo('lien-he/')
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
    await goTo('2023/hoi-nghi/')
    await atRest()
    expect(await heard()).toEqual([])
  })
})
