import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bulletin, portal } from '../portal.ts'
import { type Published, publish } from './published.ts'

let site: Published

const NAMES = ['Ang', 'Bần', 'Cau', 'Dừa', 'Ổi', 'Ga', 'Hói', 'Kênh', 'Lim', 'Mít', 'Nứa']

beforeAll(async () => {
  const long = 'Mở đầu của bài. '.repeat(40)
  const made = portal({
    'content/bulletins/a.md': bulletin('Đường về Thọ Xuân <b>hôm nay</b>'),
    ...Object.fromEntries(
      Array.from({ length: 11 }, (_, number) => [
        `content/bulletins/cau-${number}.md`,
        bulletin(`Cây cầu ${NAMES[number]}`, number === 3 ? 'authors: [Lê Mai]\n' : '', 'Cầu bắc qua sông.\n').replace(
          'date: 13/01/2023',
          `date: ${number + 1}/02/${number < 2 ? 2022 : 2023}`,
        ),
      ]),
    ),
    'content/bulletins/b.md': bulletin('Ông Dương Văn A', '', `${long}Cuối bài mới nói đến giếng làng.\n`),
  })
  site = await publish(made)
})
afterAll(() => site?.close())

const browserTest = (name: string, test: (browser: Browser) => Promise<void>): void =>
  it(name, async (context) => {
    const { browser } = site
    if (browser === null) return context.skip()
    await test(browser)
  })

describe('the search page', () => {
  browserTest('answers a link, marks what was found, says how many, and takes no text for HTML', async (started) => {
    const page = await started.newPage({ viewport: { width: 360, height: 800 } })
    const faults: string[] = []
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    page.on('pageerror', (error) => faults.push(String(error)))
    await page.goto(`${site.url}/tim-kiem/?q=${encodeURIComponent('tho xuan')}`)
    const said = page.locator('.search-said')
    await said.getByText('Tìm thấy 1 kết quả').waitFor()
    expect(await page.locator('.search-title a').innerText()).toBe('Đường về Thọ Xuân <b>hôm nay</b>')
    // On a phone too the answer is on the screen, whatever stands above it.
    await page.waitForFunction(() => {
      const { top } = document.querySelector('.search-result')?.getBoundingClientRect() ?? { top: innerHeight }
      return top < innerHeight * 0.8
    })
    expect(await page.locator('.search-title mark').allInnerTexts()).toEqual(['Thọ Xuân'])
    await page.goto(`${site.url}/tim-kiem/?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`)
    await said.getByText('Không tìm thấy').waitFor()
    expect(await said.innerText()).toContain('<img src=x onerror=alert(1)>')
    // What stands only in the text is shown from the text, of results that are near the screen: the pages of others are not read.
    const read: string[] = []
    page.on('request', (request) => request.url().includes('/cau-') && read.push(request.url()))
    const first = page.waitForEvent('requestfinished', (request) => request.url().includes('/2023/cau-'))
    await page.goto(`${site.url}/tim-kiem/?q=song`)
    await first
    expect(await page.locator('.search-result').count()).toBe(10)
    expect(read.filter((url) => url.includes('/2022/'))).toEqual([])
    await Promise.all([
      page.waitForRequest(/2022\/cau-/),
      page.locator('.search-result').last().scrollIntoViewIfNeeded(),
    ])
    await page.goto(`${site.url}/tim-kiem/?q=gieng`)
    await page.locator('.search-excerpt mark').getByText('giếng').waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    expect(faults).toEqual([])
    await page.close()
  })

  browserTest('suggests while one types, and the keyboard goes there', async (started) => {
    const page = await started.newPage()
    await page.goto(`${site.url}/tim-kiem/`)
    const field = page.getByRole('combobox', { name: 'Tìm trên cổng' })
    await field.pressSequentially('duo')
    const options = page.getByRole('listbox').getByRole('option')
    await options.filter({ hasText: 'Đường về' }).waitFor()
    expect(await field.getAttribute('aria-expanded')).toBe('true')
    await field.press('Escape')
    expect(await field.getAttribute('aria-expanded')).toBe('false')
    await field.press('n')
    await options.first().waitFor()
    await field.press('ArrowDown')
    expect(await page.locator('[aria-selected="true"]').count()).toBe(1)
    const title = await page.locator('[aria-selected="true"]').innerText()
    // Enter is left to a way of typing that composes a word first.
    const taken = await field.evaluate((element) => {
      const enter = { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }
      return !element.dispatchEvent(new KeyboardEvent('keydown', enter))
    })
    expect(taken).toBe(false)
    await Promise.all([page.waitForURL(/\/2023\//), field.press('Enter')])
    expect(await page.locator('h1').innerText()).toBe(title)
    // From any page, by its own small form.
    const small = page.locator('.find [name=q]')
    await small.fill('dương')
    await Promise.all([page.waitForURL(/tim-kiem\/\?q=/), small.press('Enter')])
    await page.locator('.search-result').first().waitFor()
    expect(await page.locator('.search-title').first().innerText()).toBe('Ông Dương Văn A')
    await page.close()
  })

  browserTest('has a small form on every page that suggests too, once it is entered', async (started) => {
    const page = await started.newPage({ viewport: { width: 360, height: 800 } })
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.goto(site.url, { waitUntil: 'networkidle' })
    expect(asked.filter((path) => /suggest|tim-kiem/.test(path))).toEqual([])
    const field = page.locator('.find [name=q]')
    await field.focus()
    await page.getByRole('combobox', { name: 'Tìm trên cổng' }).waitFor()
    await field.pressSequentially('duo')
    const options = page.getByRole('listbox').getByRole('option')
    await options.filter({ hasText: 'Đường về' }).waitFor()
    const { x, width } = (await page.getByRole('listbox').boundingBox()) ?? { x: -1, width: 1000 }
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x + width).toBeLessThanOrEqual(360)
    await field.press('Escape')
    expect(await options.count()).toBe(0)
    await field.press('n')
    await options.first().waitFor()
    await field.press('ArrowDown')
    const title = await page.locator('[aria-selected="true"]').innerText()
    await Promise.all([page.waitForURL(/\/2023\//), field.press('Enter')])
    expect(await page.locator('h1').innerText()).toBe(title)
    await page.close()
  })

  browserTest('suggests from a small form that is entered again after its script could not be had', async (started) => {
    const page = await started.newPage()
    await page.goto(site.url)
    await page.route(/suggest[^/]*\.js$/, (route) => route.fulfill({ status: 503 }), { times: 1 })
    const field = page.locator('.find [name=q]')
    await Promise.all([page.waitForResponse((response) => response.status() === 503), field.focus()])
    await page.waitForFunction(() => document.querySelector('script[src*="/suggest"]') === null)
    await field.blur()
    await field.focus()
    await page.getByRole('combobox', { name: 'Tìm trên cổng' }).waitFor({ timeout: 5000 })
    await page.close()
  })

  browserTest(
    'fetches what mends a spelling once for all that is typed meanwhile, and again after a failure',
    async (started) => {
      const page = await started.newPage()
      await page.goto(`${site.url}/tim-kiem/`)
      const answers: ((status: number) => void)[] = []
      await page.route(/mend[^/]*\.js$/, async (route) => {
        const status = await new Promise<number>((done) => answers.push(done))
        await (status === 200 ? route.continue() : route.fulfill({ status }))
      })
      const field = page.getByRole('combobox', { name: 'Tìm trên cổng' })
      const tags = page.locator('script[src*="/mend"]')
      /** Asks for words that are nowhere, with what was answered to those before. */
      const ask = async (words: string): Promise<void> => {
        await field.fill(words)
        // Longer than the pause after typing, and the files of the index are here by then.
        await page.waitForTimeout(600)
      }
      await ask('giengz')
      await ask('giengzz')
      await ask('giengx')
      expect(await tags.count()).toBe(1)
      expect(answers).toHaveLength(1)
      answers[0]?.(503)
      await page.locator('.search-said').getByText('Không').waitFor()
      expect(await tags.count()).toBe(0)
      await ask('giengz')
      expect(answers).toHaveLength(2)
      answers[1]?.(200)
      await page.locator('.search-excerpt mark').getByText('giếng').waitFor({ timeout: 5000 })
      await page.close()
    },
  )

  browserTest('narrows and goes on by the keyboard alone, and the address says so', async (started) => {
    const page = await started.newPage()
    const titles = page.locator('.search-title')
    const said = page.locator('.search-said')
    await page.goto(`${site.url}/tim-kiem/?q=${encodeURIComponent('cầu')}`)
    await said.getByText('Tìm thấy 11 kết quả').waitFor()
    expect(await titles.count()).toBe(10)
    // On paper there is what was found, and nothing to press.
    await page.emulateMedia({ media: 'print' })
    expect(await titles.last().isVisible()).toBe(true)
    for (const hidden of ['.search-form', '.search-more', '.search-else'])
      expect(await page.locator(hidden).isVisible(), hidden).toBe(false)
    await page.emulateMedia({ media: 'screen' })
    await page.getByRole('button', { name: 'Xem thêm' }).press('Enter')
    await titles.nth(10).waitFor()
    expect(await page.getByRole('button', { name: 'Xem thêm' }).isVisible()).toBe(false)
    // The reader goes on where the new ones begin.
    await page.waitForFunction(() => document.activeElement === document.querySelectorAll('.search-title a')[10])
    const year = page.getByRole('combobox', { name: 'Năm' })
    await year.focus()
    await page.keyboard.press('End')
    await page.waitForURL(/nam=2022/)
    await said.getByText('Tìm thấy 2 kết quả').waitFor()
    await year.focus()
    await page.keyboard.press('Home')
    await page.waitForURL((url) => !url.searchParams.has('nam'))
    await page.getByRole('textbox', { name: 'Tác giả' }).fill('le mai')
    await page.getByRole('textbox', { name: 'Tác giả' }).press('Enter')
    await said.getByText('Tìm thấy 1 kết quả').waitFor()
    expect(await titles.allInnerTexts()).toEqual(['Cây cầu Dừa'])
    expect(await page.locator('.search-about').innerText()).toBe('04/02/2023 · Tin tức - Sự kiện · Lê Mai')
    expect(new URL(page.url()).searchParams.get('tac-gia')).toBe('le mai')
    // The address is a link that says all of it.
    await page.reload()
    await said.getByText('Tìm thấy 1 kết quả').waitFor()
    expect(await page.getByRole('textbox', { name: 'Tác giả' }).inputValue()).toBe('le mai')
    await page.close()
  })

  browserTest(
    'is there again on the way back from a bulletin, where the reader was, submitted or not',
    async (started) => {
      const page = await started.newPage()
      const said = page.locator('.search-said')
      // A window so low that suggestions reach below it: what arrows choose is in sight all the same.
      await page.setViewportSize({ width: 360, height: 500 })
      await page.goto(`${site.url}/tim-kiem/`)
      const field = page.getByRole('combobox', { name: 'Tìm trên cổng' })
      await field.pressSequentially('mai')
      await page.locator('.search-about mark').getByText('Mai').waitFor()
      await field.fill('cay')
      await page.getByRole('option').filter({ hasText: 'Cây cầu' }).nth(5).waitFor()
      await field.press('ArrowUp')
      const chosen = page.locator('[role="option"][aria-selected="true"]')
      const end = () => chosen.evaluate((option) => Math.floor(option.getBoundingClientRect().bottom))
      // The page glides there.
      await expect.poll(end, { timeout: 10_000 }).toBeLessThanOrEqual(500)
      await field.fill('"cay cau"')
      // The sentence has quotation marks of its own.
      await said.getByText('Tìm thấy 11 kết quả có “cay cau”.').waitFor()
      await page.getByRole('button', { name: 'Xem thêm' }).press('Enter')
      const last = page.locator('.search-title a').nth(10)
      const title = await last.innerText()
      await last.press('Enter')
      await page.getByRole('heading', { level: 1, name: title }).waitFor()
      await page.goBack()
      await page.waitForFunction(() => document.activeElement === document.querySelectorAll('.search-title a')[10])
      expect(await last.innerText()).toBe(title)
      expect(await field.inputValue()).toBe('"cay cau"')
      await page.close()
    },
  )

  browserTest('offers sections and the archive without JavaScript', async (started) => {
    const context = await started.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${site.url}/tim-kiem/?q=duong`)
    expect(await page.locator('.search-else').innerText()).toContain('chưa bật JavaScript')
    expect(await page.getByRole('main').getByRole('link', { name: 'Tin tức - Sự kiện' }).isVisible()).toBe(true)
    expect(await page.getByRole('main').getByRole('link', { name: 'Lưu trữ' }).isVisible()).toBe(true)
    await context.close()
  })
})
