import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HtmlValidate } from 'html-validate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../scripts/browser/find-browser.mjs'
import { serveFolder } from '../../scripts/browser/static-server.mjs'
import { build } from '../../src/pipeline/build.ts'
import { openFolderSink } from '../../src/pipeline/write.ts'
import { makeWorld, REPOSITORY } from '../portal.ts'

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
}
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let out = ''
let server: Awaited<ReturnType<typeof serveFolder>>
let browser: Browser | null = null

beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'trang-'))
  await build(makeWorld(REPOSITORY), () => openFolderSink({ out, remembered: null }))
  server = await serveFolder(out)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  server?.close()
  rmSync(out, { recursive: true, force: true })
})

/** A test that needs a browser: launchBrowser has said so aloud if there is none. */
const browserTest = (name: string, test: () => Promise<void>): void =>
  it(name, async (context) => {
    if (browser === null) return context.skip()
    await test()
  })

/** Opens a page and gathers what must not be: console messages, failed requests, requests to another host. */
async function open(
  path: string,
  width: number,
  options: { readonly dark?: boolean; readonly scripts?: boolean } = {},
): Promise<{ page: Page; faults: string[] }> {
  if (browser === null) throw new Error('no browser')
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    colorScheme: options.dark ? 'dark' : 'light',
    javaScriptEnabled: options.scripts ?? true,
  })
  const page = await context.newPage()
  const faults: string[] = []
  const expected404 = (text: string) => path === PAGES['notFound'] && text.includes('404')
  page.on('console', (message) => expected404(message.text()) || faults.push(`console: ${message.text()}`))
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`))
  page.on('request', (request) => request.url().startsWith(server.url) || faults.push(`foreign: ${request.url()}`))
  await page.goto(server.url + path, { waitUntil: 'load' })
  return { page, faults }
}

describe('in a browser', () => {
  for (const width of [360, 768, 1280]) {
    browserTest(
      `every kind of page at ${width} px: no fault, no sideways scroll, pictures load, accessible`,
      async () => {
        // Dark in the middle width, light in the others.
        const dark = width === 768
        for (const [kind, path] of Object.entries(width === 360 ? { ...PAGES, ...LISTS } : PAGES)) {
          const { page, faults } = await open(path, width, { dark })
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
            `${kind} scrolls sideways`,
          ).toBe(true)
          const broken = await page.evaluate(async () => {
            const images = [...document.images]
            for (const image of images) image.loading = 'eager'
            await Promise.all(images.map((image) => image.decode().catch(() => undefined)))
            return images
              .filter((image) => image.naturalWidth === 0 || !image.hasAttribute('alt') || !image.hasAttribute('width'))
              .map((image) => image.src)
          })
          expect(broken, kind).toEqual([])
          await page.evaluate(axe)
          const violations = await page.evaluate(async () => {
            const { violations: found } = await (
              globalThis as unknown as {
                axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
              }
            ).axe.run()
            return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
          })
          expect(violations, `${kind}${dark ? ' dark' : ''}`).toEqual([])
          expect(faults, kind).toEqual([])
          await page.context().close()
        }
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
        return all.filter((element) => !closed(element) && element.getClientRects().length > 0).length
      })
      const reached = new Set<string>()
      for (let step = 0; step < wanted + 40; step += 1) {
        await page.keyboard.press('Tab')
        const at = await page.evaluate(() => {
          const element = document.activeElement as HTMLElement | null
          if (element === null || element === document.body) return null
          const style = getComputedStyle(element)
          const seen =
            style.outlineStyle !== 'none' || style.boxShadow !== 'none' || style.textDecorationLine !== 'none'
          const index = [...document.querySelectorAll('*')].indexOf(element)
          return {
            key: `${index}`,
            text: element.textContent?.trim() ?? '',
            href: element.getAttribute('href') ?? '',
            seen,
          }
        })
        if (at === null) continue
        if (step === 0) expect(at.href).toMatch(/^#/)
        expect(at.seen, at.text).toBe(true)
        reached.add(at.key)
      }
      expect(reached.size).toBeGreaterThanOrEqual(wanted)
      await page.context().close()
    }
  })

  browserTest('reads the same without JavaScript, at 320 px, and with text twice as large', async () => {
    for (const [kind, path] of Object.entries(PAGES)) {
      for (const [width, size] of [
        [320, '100%'],
        [720, '200%'],
      ] as const) {
        const { page, faults } = await open(path, width, { scripts: false })
        const sideways = await page.evaluate((fontSize) => {
          document.documentElement.style.fontSize = fontSize
          return document.documentElement.scrollWidth - document.documentElement.clientWidth
        }, size)
        expect(sideways, `${kind} ${width} ${size}`).toBeLessThanOrEqual(0)
        expect(await page.locator('h1').count()).toBe(1)
        expect(await page.locator('main').innerText()).not.toBe('')
        expect(faults).toEqual([])
        await page.context().close()
      }
    }
  })
})

describe('the markup', () => {
  it('is valid on a page of each kind', async () => {
    const checker = new HtmlValidate({ extends: ['html-validate:standard'] })
    for (const [kind, path] of Object.entries({ ...PAGES, ...LISTS })) {
      const file = kind === 'notFound' ? '404.html' : `${path.slice(1)}index.html`
      const report = await checker.validateString(readFileSync(join(out, file), 'utf8'))
      expect(
        report.results.flatMap(({ messages }) =>
          messages.map(({ ruleId, message, line }) => `${kind}:${line} ${ruleId} ${message}`),
        ),
      ).toEqual([])
    }
  })
})
