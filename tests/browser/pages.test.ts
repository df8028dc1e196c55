import { copyFileSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { HtmlValidate } from 'html-validate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeWorld, REPOSITORY } from '../portal.ts'
import { type Published, publish } from './published.ts'
import { spoken } from './spoken.ts'

const PAGES: Readonly<Record<string, string>> = {
  home: '/',
  seed: '/2023/hoi-nghi-tong-ket-dong-quan-canh-phong/',
  section: '/chuyen-muc/tin-tuc-su-kien/',
  year: '/chuyen-muc/tin-tuc-su-kien/2023/',
  sections: '/chuyen-muc/',
  page: '/gioi-thieu/',
  table: '/2022/ket-qua-hoi-khoe-phu-dong-cap-huyen/',
  notFound: '/khong-co-trang-nay/',
}
/** Kinds that are built of the same parts: looked at in one width. */
const LISTS: Readonly<Record<string, string>> = {
  authors: '/tac-gia/',
  author: '/tac-gia/khac-cuong/',
  archive: '/luu-tru/2023/',
  map: '/so-do-cong/',
  corrections: '/dinh-chinh/',
  video: '/2023/ngay-hoi-doc-sach/',
  search: '/tim-kiem/',
}
/** test:all looks at every kind in every width and mode; npm test at most kinds on a phone, and at these in the others. */
const SAMPLE = ['home', 'seed', 'section', 'year', 'notFound']
const everything = process.env.TX_EXHAUSTIVE !== undefined
const onPhones = Object.fromEntries(
  Object.entries({ ...PAGES, ...LISTS }).filter(
    ([kind]) => everything || [...SAMPLE, 'table', 'video', 'search'].includes(kind),
  ),
)
const sampled = Object.fromEntries(Object.entries(PAGES).filter(([kind]) => everything || SAMPLE.includes(kind)))
/** For what every page has from the same parts. */
const few = everything ? sampled : { home: PAGES['home'] ?? '', seed: PAGES['seed'] ?? '' }
/** What axe finds in one width or colour and not in another; the rest is of the markup, and looked at on a phone. */
const OF_LAYOUT = ['color-contrast', 'target-size', 'link-in-text-block', 'scrollable-region-focusable']
/** How else a page may be shown, where colours differ. */
const MODES = [{ colorScheme: 'dark' }, { media: 'print' }, { media: 'screen', forcedColors: 'active' }] as const

let site: Published
/** null: there is none on this machine. */
let browser: Browser | null = null

beforeAll(async () => {
  site = await publish({ world: () => makeWorld(REPOSITORY), close: () => undefined })
  copyFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), join(site.out, 'axe.js'))
  browser = site.browser
})
afterAll(() => site?.close())

/** A test that needs a browser: launchBrowser has said so aloud if there is none. */
const browserTest = (name: string, test: () => Promise<void>): void =>
  it(name, async (context) => {
    if (browser === null) return context.skip()
    await test()
  })

/** What a page has moved of itself so far (Cumulative Layout Shift), with what moved. */
const shifts = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const observer = new PerformanceObserver(() => undefined)
    observer.observe({ type: 'layout-shift', buffered: true })
    type Shift = PerformanceEntry & { value: number; sources: readonly { node: Element | null }[] }
    return new Promise((done) => {
      // Two frames: what the last script or font has caused is laid out by then.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          const late = observer.takeRecords()
          const seen = (globalThis as unknown as { shifted?: PerformanceEntry[] }).shifted ?? []
          const names = ([...seen, ...late] as Shift[])
            .filter(({ value }) => value > 0)
            .map(({ value, sources }) => `${value} ${sources.map(({ node }) => node?.parentElement?.className ?? '')}`)
          done([...new Set(names)])
        }),
      )
    })
  })

/** axe-core's findings, `rule: markup`; of some rules only, if they are named. */
async function violations(page: Page, ...rules: readonly string[]): Promise<readonly string[]> {
  // From the server, as the policy of the pages wants it: the browser keeps what it has compiled.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.addScriptTag({ url: '/axe.js' })
  return page.evaluate(
    async (only) => {
      type Axe = { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
      // What it says of elements that are right took more than half of its time.
      const resultTypes = ['violations']
      const options = only.length === 0 ? { resultTypes } : { resultTypes, runOnly: only }
      const found = await (globalThis as unknown as { axe: Axe }).axe.run(options)
      return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
    },
    [...rules],
  )
}

/** Colours as a reader chooses them in the banner. */
const choose = (page: Page, contrast: string): Promise<unknown> =>
  page.locator('[data-contrast-choice]').selectOption(contrast)

const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** What the keyboard came to. */
interface Reached {
  readonly text: string
  readonly href: string
  readonly seen: boolean
}

/** Presses the key so often, without waiting each time for the page to be drawn. */
async function pressTab(page: Page, times: number): Promise<void> {
  const keyboard = await page.context().newCDPSession(page)
  const send = (type: 'rawKeyDown' | 'keyUp') =>
    keyboard.send('Input.dispatchKeyEvent', { type, key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 })
  await Promise.all(Array.from({ length: times }, () => [send('rawKeyDown'), send('keyUp')]).flat())
}

/** How a page is looked at. */
interface Look {
  readonly width: number
  readonly dark?: boolean
  readonly scripts?: boolean
}

/** A tab, and what must not be of the page in it: console messages, failed requests, requests to another host. */
interface Tab {
  readonly page: Page
  /** Opens a page in it; what was noted of the one before is forgotten. */
  readonly open: (path: string) => Promise<readonly string[]>
}

/** A new tab with nothing remembered. One that goes through many pages costs a third of as many tabs. */
async function newTab({ width, dark = false, scripts = true }: Look): Promise<Tab> {
  if (browser === null) throw new Error('no browser')
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    colorScheme: dark ? 'dark' : 'light',
    javaScriptEnabled: scripts,
  })
  const page = await context.newPage()
  await page.addInitScript(() => {
    const shifted: PerformanceEntry[] = []
    Object.assign(globalThis, { shifted })
    new PerformanceObserver((list) => shifted.push(...list.getEntries())).observe({
      type: 'layout-shift',
      buffered: true,
    })
  })
  let faults: string[] = []
  let expects404 = false
  page.on(
    'console',
    (message) => (expects404 && message.text().includes('404')) || faults.push(`console: ${message.text()}`),
  )
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`))
  page.on('request', (request) => request.url().startsWith(site.url) || faults.push(`foreign: ${request.url()}`))
  return {
    page,
    async open(path) {
      faults = []
      expects404 = path === PAGES['notFound']
      await page.goto(site.url + path, { waitUntil: 'load' })
      return faults
    },
  }
}

/** A tab with one page. */
async function open(path: string, width: number): Promise<{ page: Page; faults: readonly string[] }> {
  const { page, open } = await newTab({ width })
  return { page, faults: await open(path) }
}

describe('in a browser', () => {
  // The middle one in test:all: npm test looks at the narrowest and the widest.
  for (const width of everything ? [360, 768, 1280] : [360, 1280]) {
    browserTest(
      `every kind of page at ${width} px: no fault, no sideways scroll, nothing moves, pictures load, accessible`,
      async () => {
        // One width is dark: the middle one, or where that is left out the widest.
        const dark = width === (everything ? 768 : 1280)
        const { page, open } = await newTab({ width, dark })
        for (const [kind, path] of Object.entries(width === 360 ? onPhones : sampled)) {
          const faults = await open(path)
          expect(await sideways(page), `${kind} scrolls sideways`).toBeLessThanOrEqual(0)
          expect(await shifts(page), `${kind} moves`).toEqual([])
          const broken = await page.evaluate(async () => {
            const images = [...document.images]
            for (const image of images) image.loading = 'eager'
            await Promise.all(images.map((image) => image.decode().catch(() => undefined)))
            return images
              .filter((image) => image.naturalWidth === 0 || !image.hasAttribute('alt') || !image.hasAttribute('width'))
              .map((image) => image.src)
          })
          expect(broken, kind).toEqual([])
          const rules = width === 360 || everything ? [] : OF_LAYOUT
          expect(await violations(page, ...rules), `${kind}${dark ? ' dark' : ''}`).toEqual([])
          if (width === 360 && kind in (everything ? onPhones : { home: '', seed: '', search: '' })) {
            for (const contrast of ['dark', 'high']) {
              await choose(page, contrast)
              expect(await violations(page, 'color-contrast', 'target-size'), `${kind} ${contrast}`).toEqual([])
            }
            await choose(page, '')
            for (const mode of MODES) {
              await page.emulateMedia(mode)
              expect(await violations(page, 'color-contrast'), `${kind} ${JSON.stringify(mode)}`).toEqual([])
            }
          }
          await page.emulateMedia({ media: 'screen', colorScheme: dark ? 'dark' : 'light', forcedColors: 'none' })
          expect(faults, kind).toEqual([])
        }
        await page.context().close()
      },
    )
  }

  browserTest('the keyboard reaches every link and control, the skip link first, and focus is seen', async () => {
    for (const path of [PAGES['home'] ?? '', PAGES['seed'] ?? '']) {
      const { page } = await open(path, 1280)
      const wanted = await page.evaluate(() => {
        const all = [
          ...document.querySelectorAll<HTMLElement>('a[href], button, summary, input, select, [tabindex="0"]'),
        ]
        const closed = (element: Element) =>
          element.closest('details:not([open])') !== null && element.tagName !== 'SUMMARY'
        const seen = (element: Element) =>
          element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible'
        return all.filter((element) => !closed(element) && seen(element)).length
      })
      // Noted in the page, as each comes to be in focus.
      await page.evaluate(() => {
        const reached = new Map<EventTarget, Reached>()
        document.addEventListener('focusin', ({ target }) => {
          const element = target as HTMLElement
          const style = getComputedStyle(element)
          const seen =
            style.outlineStyle !== 'none' || style.boxShadow !== 'none' || style.textDecorationLine !== 'none'
          if (!reached.has(element))
            reached.set(element, {
              text: element.textContent?.trim() ?? '',
              href: element.getAttribute('href') ?? '',
              seen,
            })
        })
        Object.assign(globalThis, { reached })
      })
      await pressTab(page, wanted + 40)
      const reached = await page.evaluate(() => [
        ...(globalThis as unknown as { reached: Map<EventTarget, Reached> }).reached.values(),
      ])
      expect(reached[0]?.href).toMatch(/^#/)
      expect(reached.filter(({ seen }) => !seen)).toEqual([])
      expect(reached.length).toBeGreaterThanOrEqual(wanted)
      await page.context().close()
    }
  })

  browserTest('reads the same without JavaScript, at 320 px, and with text twice as large', async () => {
    for (const [width, size] of [
      [320, '100%'],
      [720, '200%'],
    ] as const) {
      const { page, open } = await newTab({ width, scripts: false })
      for (const [kind, path] of Object.entries(few)) {
        const faults = await open(path)
        await page.evaluate((fontSize) => {
          document.documentElement.style.fontSize = fontSize
        }, size)
        expect(await sideways(page), `${kind} ${width} ${size}`).toBeLessThanOrEqual(0)
        expect(await page.locator('.tools').isVisible()).toBe(false)
        expect(await page.locator('portal-today').innerText()).toBe('')
        expect(await page.locator('h1').count()).toBe(1)
        expect(await page.locator('main').innerText()).not.toBe('')
        expect(faults).toEqual([])
      }
      await page.context().close()
    }
  })
})

describe('for readers who set their own ways', () => {
  browserTest(
    'nothing is cut at 320 px with text set as wide as WCAG 1.4.12 wants, and nothing moves of itself',
    async () => {
      const { page, open } = await newTab({ width: 320 })
      await page.emulateMedia({ reducedMotion: 'reduce' })
      for (const [kind, path] of Object.entries({ ...few, search: LISTS['search'] ?? '' })) {
        await open(path)
        // A constructed sheet: the policy of the pages lets no other in.
        await page.evaluate(() => {
          const sheet = new CSSStyleSheet()
          sheet.replaceSync(
            '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
          )
          document.adoptedStyleSheets = [sheet]
        })
        expect(await sideways(page), kind).toBeLessThanOrEqual(0)
        expect(await cutText(page), kind).toEqual([])
        const moving = await page.evaluate(() =>
          [...document.querySelectorAll('*')]
            .map((element) => getComputedStyle(element))
            .filter(
              ({ transitionDuration, animationName, scrollBehavior }) =>
                transitionDuration !== '0s' || animationName !== 'none' || scrollBehavior !== 'auto',
            )
            .map(({ cssText }) => cssText),
        )
        expect(moving, kind).toEqual([])
      }
      await page.context().close()
    },
  )

  browserTest('colours of the system alone still show the focus, and what is a control', async () => {
    const { page, open } = await newTab({ width: 360 })
    await page.emulateMedia({ forcedColors: 'active' })
    await open(PAGES['seed'] ?? '')
    for (const name of ['Tìm', 'Lưu bài', 'Chép liên kết', 'Tăng cỡ chữ']) {
      const button = page.getByRole('button', { name, exact: true })
      await button.focus()
      const { outline, border } = await button.evaluate((element) => {
        const style = getComputedStyle(element)
        const frame = element.closest('.text-size') ?? element
        return { outline: style.outlineStyle, border: getComputedStyle(frame).borderStyle }
      })
      expect([name, outline, border]).toEqual([name, 'solid', 'solid'])
    }
    await page.context().close()
  })

  browserTest('the seed bulletin is spoken in order, with every name, and no more', async () => {
    const { page, open } = await newTab({ width: 1280 })
    await page.clock.setFixedTime('2026-11-25T02:00:00Z')
    await open(PAGES['seed'] ?? '')
    const said = await spoken(page)
    // Changed on purpose? npx vitest run tests/browser/pages.test.ts --update, and read the difference aloud.
    await expect(said).toMatchFileSnapshot('seed-spoken.txt')
    expect(said).not.toMatch(/(?:liên kết|nút|hình ảnh|hộp chọn|ô tìm kiếm): *$/m)
    expect(said).not.toMatch(/\.(?:png|jpe?g)/i)
    expect(said.match(/tiêu đề cấp 1/g)).toHaveLength(1)
    const at = ['[đầu trang', '[điều hướng', '[nội dung chính', '[chân trang'].map((place) => said.indexOf(place))
    expect(at).toEqual(at.toSorted((a, b) => a - b))
    expect(Math.min(...at)).toBeGreaterThan(0)
    await page.context().close()
  })
})

describe('what scripts add', () => {
  const SEED = PAGES['seed'] ?? ''

  browserTest('the date of the portal’s zone, wherever the reader is', async () => {
    const context = await browser!.newContext({ timezoneId: 'America/New_York', locale: 'en-US' })
    const page = await context.newPage()
    for (const [moment, words] of [
      ['2026-11-25T16:59:00Z', 'Thứ Tư, ngày 25 tháng 11 năm 2026'],
      ['2026-11-25T17:00:00Z', 'Thứ Năm, ngày 26 tháng 11 năm 2026'],
      ['2027-02-07T01:00:00Z', 'Chủ Nhật, ngày 07 tháng 02 năm 2027'],
    ] as const) {
      await page.clock.setFixedTime(moment)
      await page.goto(site.url + SEED)
      expect(await page.locator('portal-today').innerText()).toBe(words)
      // Where clocks are changed the browser is asked.
      const asked = await page.locator('portal-today').evaluate((today) => {
        const other = today.cloneNode() as HTMLElement
        delete other.dataset['offset']
        today.after(other)
        const said = other.textContent
        other.remove()
        return said
      })
      expect(asked).toBe(words)
    }
    await context.close()
  })

  browserTest('the date and the size of the text in one line on phones', async () => {
    for (const width of [360, 390]) {
      const { page } = await open(SEED, width)
      const [today, size] = await Promise.all(
        ['portal-today', '.text-size'].map((one) => page.locator(one).boundingBox()),
      )
      const middle = (size?.y ?? 0) + (size?.height ?? 0) / 2
      expect([width, middle - (today?.y ?? 0) < (today?.height ?? 0)]).toEqual([width, true])
    }
  })

  browserTest('text in steps by the keyboard, remembered on every page, never cut at 200 %', async () => {
    const { page, faults } = await open(SEED, 360)
    const size = page.locator('[data-text-size]')
    const larger = page.getByRole('button', { name: 'Tăng cỡ chữ' })
    const smaller = page.getByRole('button', { name: 'Giảm cỡ chữ' })
    expect(await size.innerText()).toBe('100%')
    const [before, between, behind] = await Promise.all([smaller, size, larger].map((one) => one.boundingBox()))
    expect(await size.evaluate((shown) => getComputedStyle(shown).opacity)).toBe('1')
    expect((before?.x ?? 0) + (before?.width ?? 0)).toBeLessThanOrEqual(between?.x ?? 0)
    expect((between?.x ?? 0) + (between?.width ?? 0)).toBeLessThanOrEqual(behind?.x ?? 0)
    await larger.focus()
    for (const wanted of ['110%', '125%', '150%', '175%', '200%', '200%']) {
      await page.keyboard.press('Enter')
      expect(await size.innerText()).toBe(wanted)
    }
    expect(await larger.getAttribute('aria-disabled')).toBe('true')
    expect(await larger.evaluate((button) => button === document.activeElement)).toBe(true)
    for (const [kind, path] of Object.entries(everything ? { ...PAGES, ...LISTS } : few)) {
      await page.goto(site.url + path)
      expect(await size.innerText(), kind).toBe('200%')
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px')
      expect(await sideways(page), kind).toBeLessThanOrEqual(0)
      expect(await shifts(page), `${kind} moves`).toEqual([])
      expect(await cutText(page), kind).toEqual([])
    }
    await page.goto(site.url + SEED)
    await smaller.focus()
    for (let step = 0; step < 7; step += 1) await page.keyboard.press('Space')
    expect(await size.innerText()).toBe('90%')
    expect(await smaller.getAttribute('aria-disabled')).toBe('true')
    expect(faults.filter((fault) => !fault.includes('404'))).toEqual([])
    await page.context().close()
  })

  browserTest('works where nothing may be kept, and prints', async () => {
    const { page, faults } = await open(SEED, 1280)
    await page.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('denied', 'SecurityError')
      }
      Object.defineProperty(globalThis, 'localStorage', { get: refuse })
      Object.assign(globalThis, { prints: 0, print: () => Object.assign(globalThis, { prints: 1 }) })
    })
    await page.reload()
    await page.getByRole('button', { name: 'Tăng cỡ chữ' }).click()
    expect(await page.locator('[data-text-size]').innerText()).toBe('110%')
    await page.getByRole('button', { name: 'In trang' }).press('Enter')
    // Photos that nobody has scrolled to come first.
    await page.waitForFunction(() => (globalThis as unknown as { prints: number }).prints === 1)
    // Loading again cuts off what was still on its way.
    expect(faults.filter((fault) => !fault.startsWith('failed: '))).toEqual([])
    await page.context().close()
  })

  browserTest('a font that comes after the text was drawn moves nothing', async () => {
    const { page } = await open('/404.html', 360)
    let late = 0
    await page.route('**/*.woff2', async (route) => {
      // Held until the page has been painted.
      await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
      late += 1
      await route.continue()
    })
    await page.goto('about:blank')
    for (const path of [SEED, PAGES['home'] ?? '']) {
      await page.goto(site.url + path, { waitUntil: 'networkidle' })
      expect(await shifts(page), path).toEqual([])
    }
    expect(late).toBeGreaterThan(0)
    await page.context().close()
  })
})

/** Elements whose text is wider or higher than the box that hides the rest; lines of a summary are shortened on purpose. */
const cutText = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element)
        if (element.closest('.unseen, details:not([open])') !== null) return false
        return (
          (overflowX === 'hidden' && element.scrollWidth > element.clientWidth) ||
          (overflowY === 'hidden' && element.scrollHeight > element.clientHeight)
        )
      })
      .map((element) => `${element.className} ${element.textContent}`),
  )

describe('what a reader downloads', () => {
  const assets = () => readdirSync(join(site.out, 'assets'), { recursive: true, encoding: 'utf8' })
  const packed = (path: string) => gzipSync(readFileSync(join(site.out, path))).length
  const sum = (paths: readonly string[], size: (path: string) => number) =>
    paths.map((path) => size(join('assets', path))).reduce((all, one) => all + one, 0)

  it('is a bulletin with its style under 30 kB', () => {
    const html = packed(`${(PAGES['seed'] ?? '').slice(1)}index.html`)
    expect(
      html +
        sum(
          assets().filter((path) => path.endsWith('.css')),
          packed,
        ),
    ).toBeLessThan(30_000)
  })

  it('is fonts under 75 kB and scripts under 4 kB, the one that holds up drawing under 1 kB', () => {
    const fonts = assets().filter((path) => path.endsWith('.woff2'))
    expect(fonts).toHaveLength(4)
    expect(sum(fonts, (path) => readFileSync(join(site.out, path)).length)).toBeLessThan(75_000)
    const html = readFileSync(join(site.out, `${(PAGES['seed'] ?? '').slice(1)}index.html`), 'utf8')
    const scripts = [...html.matchAll(/<script src="\/([^"]+)"/g)].map(([, path = '']) => path)
    expect(scripts).toHaveLength(2)
    expect(scripts.map(packed).reduce((all, one) => all + one)).toBeLessThan(4_000)
    expect(readFileSync(join(site.out, scripts[0] ?? '')).length).toBeLessThan(1_000)
  })
})

describe('the markup', () => {
  it('is valid on a page of each kind', async () => {
    const checker = new HtmlValidate({ extends: ['html-validate:standard'] })
    for (const [kind, path] of Object.entries({ ...PAGES, ...LISTS })) {
      const file = kind === 'notFound' ? '404.html' : `${path.slice(1)}index.html`
      const report = await checker.validateString(readFileSync(join(site.out, file), 'utf8'))
      expect(
        report.results.flatMap(({ messages }) =>
          messages.map(({ ruleId, message, line }) => `${kind}:${line} ${ruleId} ${message}`),
        ),
      ).toEqual([])
    }
  })
})
