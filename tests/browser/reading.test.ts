import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bulletin, PORTAL_YML, portal } from '../portal.ts'
import { type Published, publish } from './published.ts'

const PATH = '/2023/hoi-nghi/'
const FOLDER = 'content/bulletins/2023/hoi-nghi'
const BODY = `Ông A nói **chậm rãi**: “Cố gắng lên!” UBND xã đồng ý. Việc một; việc hai.[^1]

## Kết luận

![Hội trường](a.jpg)

Hết & <b>.

[^1]: Chú thích.
`

const MANY = 'content/bulletins/2023/nhieu-anh'
const MANY_BODY = `![Hội trường](a.jpg)

${'Nội dung của mục.\n\n'.repeat(120)}

\`\`\`
${'lenh --tham-so=gia-tri '.repeat(20)}
\`\`\`

![Sân khấu](b.jpg)
`

const COLUMNS = ['Nội dung chi', ...Array.from({ length: 8 }, (_, at) => `Tháng ${at + 1}`), 'Đơn vị thuyết minh']
const rowOf = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`
const TABLE = [
  COLUMNS,
  COLUMNS.map((_, at) => (at % 9 === 0 ? '---' : '---:')),
  COLUMNS.map((_, at) => (at % 9 === 0 ? 'Chi đầu tư phát triển hạ tầng giao thông nông thôn' : '1.234.567')),
]

let site: Published

beforeAll(async () => {
  const made = portal({
    'content/portal.yml': `${PORTAL_YML}print: {qr: true}\nmenu: [{title: Giới thiệu, children: [{title: Báo cáo, href: /2023/dai/}]}]\n`,
    'content/glossary.yml': '- {short: UBND, long: Ủy ban nhân dân}\n',
    'content/static/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'content/bulletins/2023/nhap.md': bulletin('Kế hoạch tới', 'draft: true\n'),
    'content/bulletins/2023/dan-link.md': bulletin(
      'Nơi nộp hồ sơ',
      '',
      'Xem [kế hoạch](/2023/nhap/), https://xuanhoa.gov.vn/ và [cổng tỉnh](https://thanhhoa.gov.vn/a).\n',
    ),
    'content/bulletins/2023/dai.md': bulletin(
      'Báo cáo dài',
      '',
      [1, 2, 3, 4].map((n) => `## Mục ${n}\n\n${'Nội dung của mục. '.repeat(120)}\n`).join('\n'),
    ),
    'content/bulletins/2023/doan.md': bulletin('Một đoạn', '', `${'Nội dung của một đoạn rất dài. '.repeat(200)}\n`),
    'content/bulletins/2023/bang.md': bulletin('Quyết toán', '', TABLE.map(rowOf).join('')),
    [`${FOLDER}/index.md`]: bulletin('Hội nghị & tổng kết', '', BODY),
    [`${MANY}/index.md`]: bulletin('Nhiều ảnh', '', MANY_BODY),
  })
  const background = { r: 80, g: 120, b: 90 }
  const photo = sharp({ create: { width: 500, height: 375, channels: 3, background } })
  for (const folder of [FOLDER, MANY]) made.write(`${folder}/a.jpg`, await photo.jpeg().toBuffer())
  made.write(`${MANY}/b.jpg`, await photo.negate().jpeg().toBuffer())
  site = await publish(made)
})
afterAll(() => site?.close())

/** A test with a tab of its own, nothing remembered in it. */
const pageTest = (name: string, test: (page: Page) => Promise<void>, scripts = true): void =>
  it(name, async (started) => {
    const { browser } = site
    if (browser === null) return started.skip()
    const context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      javaScriptEnabled: scripts,
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    await test(await context.newPage())
    await context.close()
  })

describe('contrast', () => {
  pageTest(
    'is chosen by the keyboard, remembered on every page before anything is drawn, and given back',
    async (page) => {
      await page.goto(site.url + PATH)
      const list = page.getByRole('combobox', { name: 'Màu nền và tương phản' })
      const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
      await list.focus()
      for (const [key, colour] of [
        ['ArrowDown', 'rgb(255, 255, 255)'],
        ['ArrowDown', 'rgb(25, 22, 20)'],
        ['ArrowDown', 'rgb(0, 0, 0)'],
      ] as const) {
        await page.keyboard.press(key)
        expect(await ground()).toBe(colour)
      }
      // The body's first moment: before it has any child.
      await page.addInitScript(() => {
        new MutationObserver((_, self) => {
          if (document.body === null) return
          self.disconnect()
          Object.assign(globalThis, { first: document.documentElement.dataset.contrast })
        }).observe(document, { childList: true, subtree: true })
      })
      await page.goto(site.url)
      expect(await page.evaluate(() => (globalThis as unknown as { first: string }).first)).toBe('high')
      expect(await ground()).toBe('rgb(0, 0, 0)')
      expect(await list.inputValue()).toBe('high')
      // On paper it is black on white all the same.
      await page.emulateMedia({ media: 'print' })
      expect(await ground()).toBe('rgb(255, 255, 255)')
      await page.emulateMedia({ media: 'screen', colorScheme: 'dark' })
      await list.selectOption('')
      expect(await ground()).toBe('rgb(25, 22, 20)')
      await page.reload()
      expect(await list.inputValue()).toBe('')
    },
  )
})

/** A browser's speech with voices of these languages, told late; what is said waits in `said` until the test ends it. */
const giveVoices = (page: Page, languages: readonly string[]): Promise<unknown> =>
  page.addInitScript((langs) => {
    const listeners = new Set<() => void>()
    const said: { text: string; onend?: () => void }[] = []
    let voices: object[] = []
    const speech = {
      getVoices: () => voices,
      addEventListener: (_: string, listener: () => void) => listeners.add(listener),
      removeEventListener: (_: string, listener: () => void) => listeners.delete(listener),
      speak: (words: { text: string }) => said.push(words),
      cancel: () => undefined,
    }
    Object.defineProperty(globalThis, 'speechSynthesis', { value: speech })
    Object.assign(globalThis, {
      said,
      SpeechSynthesisUtterance: class {
        text: string
        constructor(text: string) {
          this.text = text
        }
      },
      tellVoices: () => {
        voices = langs.map((lang) => ({ lang, localService: true }))
        for (const listener of [...listeners]) listener()
      },
      shifted: 0,
    })
    // What follows a reader's own key at once is no surprise.
    const unasked = (entry: PerformanceEntry) =>
      !(entry as PerformanceEntry & { hadRecentInput: boolean }).hadRecentInput
    new PerformanceObserver((list) => {
      const { shifted } = globalThis as unknown as { shifted: number }
      Object.assign(globalThis, { shifted: shifted + list.getEntries().filter(unasked).length })
    }).observe({ type: 'layout-shift' })
  }, languages)

type Speech = { said: { text: string; onend: () => void }[]; tellVoices: () => void; shifted: number }

describe('the menu', () => {
  pageTest(
    'opens on a phone, unfolds, leads on and closes by the keyboard, without scripts',
    async (page) => {
      await page.goto(site.url + PATH)
      const menu = page.locator('#trinh-don')
      expect(await menu.isVisible()).toBe(false)
      await page.getByRole('link', { name: 'Danh mục', exact: true }).press('Enter')
      await menu.waitFor()
      await page.getByRole('link', { name: 'Đóng danh mục' }).press('Enter')
      await menu.waitFor({ state: 'hidden' })
      await page.goBack()
      await menu.waitFor()
      const inner = menu.getByRole('link', { name: 'Báo cáo' })
      expect(await inner.isVisible()).toBe(false)
      await menu.locator('summary').press('Enter')
      await inner.press('Enter')
      await page.getByRole('heading', { level: 1, name: 'Báo cáo dài' }).waitFor()
    },
    false,
  )

  pageTest(
    'has beside it a field that leads to the search page with the words, without scripts',
    async (page) => {
      await page.goto(site.url + PATH)
      const field = page.getByRole('searchbox', { name: 'Tìm trên cổng' })
      await field.fill('tho xuan')
      await field.press('Enter')
      await page.waitForURL(/\/tim-kiem\/\?q=tho\+xuan$/)
    },
    false,
  )
})

describe('Escape', () => {
  pageTest('closes a part of the menu from within, and the keyboard stands at its heading', async (page) => {
    await page.setViewportSize({ width: 1280, height: 740 })
    await page.goto(site.url + PATH)
    const part = page.locator('.menu details')
    const inner = part.getByRole('link', { name: 'Báo cáo' })
    await part.locator('summary').press('Enter')
    await page.keyboard.press('Tab')
    expect(await inner.evaluate((link) => link === document.activeElement)).toBe(true)
    await page.keyboard.press('Escape')
    expect(await inner.isVisible()).toBe(false)
    expect(await part.locator('summary').evaluate((one) => one === document.activeElement)).toBe(true)
    await page.keyboard.press('Escape')
    expect(page.url(), 'on a wide screen there is nothing more to close').toBe(site.url + PATH)
  })

  pageTest(
    'closes the menu on a phone, its open part first, and the keyboard stands at the way to it',
    async (page) => {
      await page.goto(site.url + PATH)
      const way = page.getByRole('link', { name: 'Danh mục', exact: true })
      const menu = page.locator('#trinh-don')
      await way.press('Enter')
      await menu.waitFor()
      await page.keyboard.press('Escape')
      await menu.waitFor({ state: 'hidden' })
      const isThere = () => way.evaluate((one) => one === document.activeElement)
      await expect.poll(isThere).toBe(true)
      await way.press('Enter')
      await menu.locator('summary').press('Enter')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Escape')
      expect(await menu.locator('details[open]').count()).toBe(0)
      expect(await menu.isVisible()).toBe(true)
      await page.keyboard.press('Escape')
      await menu.waitFor({ state: 'hidden' })
      await expect.poll(isThere).toBe(true)
      await page.waitForTimeout(300)
      expect(await isThere(), 'nothing takes it away').toBe(true)
    },
  )
})

describe('with colours of the system alone', () => {
  pageTest('the current entry of the menu is marked, and no other', async (page) => {
    await page.setViewportSize({ width: 1280, height: 740 })
    await page.emulateMedia({ forcedColors: 'active' })
    await page.goto(`${site.url}/`)
    const drawn = await page.locator('.menu-list > li > a, .menu summary').evaluateAll((entries) =>
      entries.map((entry) => {
        const { borderBottomColor } = getComputedStyle(entry)
        return {
          current: entry.hasAttribute('aria-current'),
          seen: borderBottomColor !== getComputedStyle(document.body).backgroundColor,
        }
      }),
    )
    expect(drawn.length).toBeGreaterThan(1)
    for (const { current, seen } of drawn) expect(seen).toBe(current)
  })
})

describe('a table of ten columns', () => {
  pageTest('keeps its words readable and moves by the keyboard; on paper it is whole', async (page) => {
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 740 })
      await page.goto(`${site.url}/2023/bang/`)
      const box = await page.locator('td').first().boundingBox()
      expect(box?.width, 'not a word to a line').toBeGreaterThan(140)
      const frame = page.locator('.table-wrap')
      await frame.press('ArrowRight')
      await expect.poll(() => frame.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0)
    }
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: 642, height: 740 })
    expect(
      await page.locator('.table-wrap').evaluate((frame) => frame.scrollWidth - frame.clientWidth),
      'nothing beyond the paper',
    ).toBeLessThanOrEqual(0)
  })
})

describe('the list of contents', () => {
  pageTest(
    'leads to a heading by the keyboard, without scripts, and leaves it in sight',
    async (page) => {
      await page.goto(`${site.url}/2023/dai/`)
      const link = page.getByRole('navigation', { name: 'Nội dung chính' }).getByRole('link', { name: 'Mục 3' })
      await link.press('Enter')
      await page.waitForURL(/#muc-muc-3$/)
      const heading = page.getByRole('heading', { name: 'Mục 3' })
      const top = async () => (await heading.boundingBox())?.y ?? -1
      await expect.poll(top, { timeout: 20_000 }).toBeLessThan(200)
      expect(await top()).toBeGreaterThanOrEqual(0)
    },
    false,
  )
})

describe('reading aloud', () => {
  const tell = (page: Page) => page.evaluate(() => (globalThis as unknown as Speech).tellVoices())
  const last = (page: Page) => page.evaluate(() => (globalThis as unknown as Speech).said.at(-1)?.text)
  const next = (page: Page) => page.evaluate(() => (globalThis as unknown as Speech).said.at(-1)?.onend())
  /** So many sentences on, ten in the time of a frame. */
  const skip = (page: Page, sentences: number) =>
    page.evaluate(async (count) => {
      const { said } = globalThis as unknown as Speech
      for (let step = 0; step < count; step += 1) {
        said.at(-1)?.onend()
        if (step % 10 === 9) await new Promise(requestAnimationFrame)
      }
    }, sentences)
  const marked = (page: Page) =>
    page.evaluate(() => [...(CSS.highlights.get('spoken') ?? [])].map((range) => range.toString()).join())

  pageTest('goes sentence by sentence, marks each, pauses, goes on and ends, by the keyboard', async (page) => {
    await giveVoices(page, ['en-US', 'vi_VN'])
    await page.goto(site.url + PATH)
    await tell(page)
    const listen = page.getByRole('button', { name: 'Nghe đọc bài' })
    const stop = page.getByRole('button', { name: 'Dừng', exact: true })
    await listen.press('Enter')
    expect(await last(page)).toBe('Hội nghị & tổng kết')
    const heard: (string | undefined)[] = []
    for (let step = 0; step < 4; step += 1) {
      await next(page)
      heard.push(await last(page))
    }
    expect(heard).toEqual([
      'Hội nghị bàn về vụ chiêm xuân.',
      'Ông A nói chậm rãi: “Cố gắng lên!”',
      'Ủy ban nhân dân xã đồng ý.',
      'Việc một;',
    ])
    expect(await marked(page)).toBe('Việc một;')
    await page.getByRole('button', { name: 'Tạm dừng' }).press('Enter')
    // What was cancelled may still say that it ended.
    await next(page)
    expect(await marked(page)).toBe('Việc một;')
    await page.getByRole('button', { name: 'Nghe tiếp' }).press('Space')
    expect(await last(page), 'the sentence from its beginning').toBe('Việc một;')
    for (const words of ['việc hai.', 'Kết luận', 'Hội trường', 'Hết & <b>.']) {
      await next(page)
      expect(await last(page)).toBe(words)
    }
    await stop.press('Enter')
    expect(await marked(page)).toBe('')
    expect(await listen.evaluate((button) => button === document.activeElement)).toBe(true)
    expect(await stop.isVisible()).toBe(false)
    expect(await page.evaluate(() => (globalThis as unknown as Speech).shifted), 'nothing moved').toBe(0)
  })

  const DAI = '/2023/dai/'
  const listenTo = async (page: Page, path: string) => {
    await giveVoices(page, ['vi-VN'])
    await page.goto(site.url + path)
    await tell(page)
    await page.getByRole('button', { name: 'Nghe đọc bài' }).press('Enter')
  }
  /** Until the page has stood still for a third of a second: a way of it begins within a frame or two. */
  const rest = (page: Page) =>
    page.evaluate(async () => {
      for (let still = 0, before = scrollY; still < 20; ) {
        await new Promise(requestAnimationFrame)
        still = scrollY === before ? still + 1 : 0
        before = scrollY
      }
    })
  const scrolled = (page: Page) => page.evaluate(() => scrollY)

  pageTest('keeps its buttons on the screen, above nothing that has the focus, and ends by Escape', async (page) => {
    // What is focused is there at once.
    await page.emulateMedia({ reducedMotion: 'reduce' })
    for (const [width, size] of [
      [320, 100],
      [360, 200],
      [1280, 100],
    ] as const) {
      await page.setViewportSize({ width, height: 640 })
      await page.addInitScript((text) => localStorage.setItem('tx-portal-text-size', `${text}`), size)
      await listenTo(page, DAI)
      const pause = page.getByRole('button', { name: 'Tạm dừng' })
      const stop = page.getByRole('button', { name: 'Dừng', exact: true })
      await skip(page, 130)
      await rest(page)
      expect(await scrolled(page)).toBeGreaterThan(600)
      for (const button of [pause, stop]) {
        const box = await button.boundingBox()
        expect(box?.y).toBeGreaterThan(400)
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(640)
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width)
      }
      const bar = (await page.locator('.listen > span').boundingBox())?.y ?? 0
      const read = await page.evaluate(
        () =>
          [...(CSS.highlights.get('spoken') ?? [])].map((range) => (range as Range).getBoundingClientRect().bottom)[0],
      )
      expect(read, 'the sentence stands above the buttons').toBeLessThanOrEqual(bar)
      // From the foot of the page up and from its head down: what has the focus is not below the buttons.
      for (const key of ['Tab', 'Shift+Tab'])
        for (let step = 0; step < 20; step += 1) {
          await page.keyboard.press(key)
          const bottom = await page.evaluate(() => {
            const focused = document.activeElement
            const isOwn = focused === document.body || focused?.closest('.listen') != null
            return isOwn ? 0 : (focused?.getBoundingClientRect().bottom ?? 0)
          })
          expect(bottom, `${width} ${key} ${step}`).toBeLessThanOrEqual(bar + 1)
        }
      await page.keyboard.press('Escape')
      expect(await marked(page)).toBe('')
      expect(await stop.isVisible()).toBe(false)
      expect(await page.getByRole('button', { name: 'Nghe đọc bài' }).count()).toBe(1)
    }
  })

  pageTest('leaves the page where its reader has scrolled to, until the sentence is in sight again', async (page) => {
    await listenTo(page, DAI)
    await skip(page, 130)
    await rest(page)
    const there = await scrolled(page)
    await page.mouse.wheel(0, -there)
    await rest(page)
    expect(await scrolled(page)).toBe(0)
    for (let step = 0; step < 3; step += 1) await next(page)
    await rest(page)
    expect(await scrolled(page)).toBe(0)
    await page.mouse.wheel(0, there)
    await rest(page)
    await skip(page, 130)
    await rest(page)
    expect(await scrolled(page)).toBeGreaterThan(there)
    // The button brings the page to the sentence too.
    await page.mouse.wheel(0, -20_000)
    await rest(page)
    await page.getByRole('button', { name: 'Tạm dừng' }).click()
    await page.getByRole('button', { name: 'Nghe tiếp' }).click()
    await rest(page)
    expect(await scrolled(page)).toBeGreaterThan(there)
  })

  pageTest('brings the page to the sentence in a paragraph taller than the screen', async (page) => {
    await listenTo(page, '/2023/doan/')
    await skip(page, 120)
    await rest(page)
    const { top, bottom, height } = await page.evaluate(() => {
      const [range] = CSS.highlights.get('spoken') as unknown as Set<Range>
      const { top, bottom } = (range as Range).getBoundingClientRect()
      return { top, bottom, height: innerHeight }
    })
    expect(top).toBeGreaterThanOrEqual(0)
    expect(bottom).toBeLessThanOrEqual(height * 0.8)
  })

  pageTest('says the name of its column before each cell of a table', async (page) => {
    await listenTo(page, '/2023/bang/')
    const heard: (string | undefined)[] = []
    for (let step = 0; step < 14; step += 1) {
      await next(page)
      heard.push(await last(page))
    }
    expect(heard.slice(1, 3)).toEqual(['Nội dung chi', 'Tháng 1'])
    expect(heard.slice(11)).toEqual([
      'Nội dung chi: Chi đầu tư phát triển hạ tầng giao thông nông thôn',
      'Tháng 1: 1.234.567',
      'Tháng 2: 1.234.567',
    ])
  })

  pageTest('offers nothing where there is no voice of the language', async (page) => {
    await giveVoices(page, ['en-US', 'fr'])
    await page.goto(site.url + PATH)
    await tell(page)
    await page.getByRole('button', { name: 'Lưu bài' }).waitFor()
    expect(await page.getByRole('button', { name: 'Nghe đọc bài' }).count()).toBe(0)
    await page.goto(site.url)
    expect(await page.locator('[data-read-aloud]').count(), 'on lists there is nothing to read').toBe(0)
  })
})

describe('saving and sharing', () => {
  pageTest('saves the article as one file that opens without the portal', async (page) => {
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    await page.goto(site.url + PATH)
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Lưu bài' }).press('Enter')
    const file = await download
    expect(file.suggestedFilename()).toBe('hoi-nghi.html')
    expect(complaints).toEqual([])
    const saved = join(site.out, 'saved.html')
    writeFileSync(saved, readFileSync((await file.path()) ?? ''))
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url().slice(0, 5)))
    await page.goto(pathToFileURL(saved).href)
    expect(await page.locator('h1').innerText()).toBe('Hội nghị & tổng kết')
    expect(await page.locator('body').innerText()).toContain('Hết & <b>.')
    expect(await page.locator('body').innerText()).toContain('https://xuanhoa.example.vn/2023/hoi-nghi/')
    expect(await page.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(300)
    expect(await page.locator('button, script, [data-unsaved]').count()).toBe(0)
    expect(await page.locator('body').evaluate((body) => getComputedStyle(body).maxWidth), 'its style').toBe('656px')
    expect([...new Set(asked)].sort()).toEqual(['file:'])
  })

  pageTest('saves at the next click when the script that can could not be had at the first', async (page) => {
    await page.goto(site.url + PATH)
    await page.route(/save[^/]*\.js$/, (route) => route.fulfill({ status: 503 }), { times: 1 })
    const button = page.getByRole('button', { name: 'Lưu bài' })
    await Promise.all([page.waitForResponse((response) => response.status() === 503), button.click()])
    await page.waitForFunction(() => document.querySelector('script[src*="/save"]') === null)
    const [file] = await Promise.all([page.waitForEvent('download', { timeout: 5000 }), button.click()])
    expect(file.suggestedFilename()).toBe('hoi-nghi.html')
  })

  pageTest('copies the address, says so, and says so too where it may not', async (page) => {
    await page.goto(site.url + PATH)
    const button = page.getByRole('button', { name: 'Chép liên kết' })
    const said = page.getByRole('status').filter({ hasText: /chép/i })
    await button.press('Enter')
    await said.getByText('Đã chép liên kết.').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('https://xuanhoa.example.vn/2023/hoi-nghi/')
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined })
      document.execCommand = () => false
    })
    await button.press('Enter')
    await said.getByText('Chưa chép được.').waitFor()
    expect(await button.evaluate((one) => one === document.activeElement), 'the keyboard stays').toBe(true)
  })

  pageTest(
    'sends on by plain links, without scripts too, and shows nothing else that needs them',
    async (page) => {
      await page.goto(site.url + PATH)
      const href = async (name: string): Promise<URL> =>
        new URL((await page.getByRole('link', { name, exact: true }).getAttribute('href')) ?? '')
      const address = 'https://xuanhoa.example.vn/2023/hoi-nghi/'
      expect((await href('Facebook')).searchParams.get('u')).toBe(address)
      const zalo = (await href('Zalo')).searchParams.get('d') ?? ''
      expect(JSON.parse(Buffer.from(zalo, 'base64').toString())).toEqual({ url: address })
      const mail = await href('Thư điện tử')
      expect([mail.protocol, mail.searchParams.get('subject')]).toEqual(['mailto:', 'Hội nghị & tổng kết'])
      expect(mail.searchParams.get('body')).toContain(address)
      expect(await page.getByRole('article').getByRole('button').count()).toBe(0)
      expect(await page.locator('.byline').innerText()).toContain('Đọc khoảng 1 phút')
    },
    false,
  )

  pageTest('prints photos that nobody has scrolled to, and waits for them', async (page) => {
    await page.route('**/*.{webp,jpg}', async (route) => {
      await new Promise((done) => setTimeout(done, 400))
      await route.continue()
    })
    await page.setViewportSize({ width: 1280, height: 740 })
    await page.addInitScript(() => {
      const missing = () => [...document.images].filter((image) => image.naturalWidth === 0).length
      Object.assign(globalThis, { print: () => Object.assign(globalThis, { missing: missing() }) })
    })
    const missing = () => page.evaluate(() => (globalThis as { missing?: number }).missing)
    await page.goto(`${site.url}/2023/nhieu-anh/`)
    const lazy = () => page.evaluate(() => [...document.images].filter((image) => image.naturalWidth === 0).length)
    expect(await lazy(), 'far below').toBeGreaterThan(0)
    await page.getByRole('button', { name: 'In trang' }).press('Enter')
    await expect.poll(missing).toBe(0)
    await page.goto(`${site.url}/2023/nhieu-anh/`)
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    await expect.poll(lazy, { timeout: 10_000 }).toBe(0)
  })

  pageTest('prints without a photo that never comes', async (page) => {
    await page.route('**/*.{webp,jpg}', () => undefined)
    await page.clock.install()
    await page.setViewportSize({ width: 1280, height: 740 })
    await page.addInitScript(() => {
      Object.assign(globalThis, { print: () => Object.assign(globalThis, { printed: true }) })
    })
    await page.goto(`${site.url}/2023/nhieu-anh/`, { waitUntil: 'domcontentloaded' })
    await page.getByRole('button', { name: 'In trang' }).press('Enter')
    const printed = () => page.evaluate(() => 'printed' in globalThis)
    await page.clock.fastForward(1000)
    expect(await printed()).toBe(false)
    await page.clock.fastForward(14_000)
    await expect.poll(printed).toBe(true)
  })

  pageTest('shows words whose link is still to come as words, and prints no address twice', async (page) => {
    await page.goto(`${site.url}/2023/dan-link/`)
    const looks = () =>
      page.$$eval('.prose a', (links) =>
        links.map((link) => [
          getComputedStyle(link).color === getComputedStyle(link.parentElement ?? link).color,
          getComputedStyle(link, '::after').content.includes('http') ||
            getComputedStyle(link, '::after').content.includes('('),
        ]),
      )
    expect((await looks()).map(([plain]) => plain)).toEqual([true, false, false])
    await page.emulateMedia({ media: 'print' })
    expect((await looks()).map(([, address]) => address)).toEqual([false, false, true])
  })

  pageTest('prints long lines of code whole', async (page) => {
    await page.goto(`${site.url}/2023/nhieu-anh/`)
    await page.emulateMedia({ media: 'print' })
    const beyond = await page.locator('.prose pre').evaluate((one) => one.scrollWidth - one.clientWidth)
    expect(beyond).toBeLessThanOrEqual(0)
  })

  pageTest('prints the address and its code, and no tools', async (page) => {
    await page.goto(site.url + PATH)
    expect(await page.locator('.qr').isVisible()).toBe(false)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.printed').innerText()).toBe('https://xuanhoa.example.vn/2023/hoi-nghi/')
    expect((await page.locator('.qr').boundingBox())?.width).toBeCloseTo(28 * (96 / 25.4), 0)
    for (const hidden of ['.reading-tools', '.share', '.tools', '.find'])
      expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false)
    expect(await page.locator('.byline time').first().isVisible()).toBe(true)
  })
})
