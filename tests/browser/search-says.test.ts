import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bulletin, portal, REPOSITORY } from '../portal.ts'
import { type Published, publish } from './published.ts'

let site: Published

beforeAll(async () => {
  const long = 'Mở đầu của bài. '.repeat(30)
  const made = portal({
    'content/bulletins/hop/index.md': bulletin(
      'Cuộc họp đầu năm',
      'attachments: [{src: a.pdf, title: Phụ lục danh mục vị trí}]\n' +
        'images:\n  - src: anh.jpg\n    caption: Toàn cảnh đập nước\n    alt: Đập nước\n',
      `${long}Ai cũng đọc kỹ; cuộc họp dài khoảng hai giờ.\n`,
    ),
    'content/bulletins/hop/a.pdf': '%PDF-1.4 a',
    'content/bulletins/ke.md': bulletin(
      'Kè sông',
      'tags: [dịch tả lợn]\n',
      `${long}Theo nghị quyết[^1] của xã.\n\n1) Đắp kè\n\n2) Trồng tre\n\n   - Bãi trên\n\n[^1]: Kỳ họp giữa năm.\n`,
    ).replace('13/01/2023', '15/04/2021'),
    'content/bulletins/cho.md': bulletin('Phiên CHỢ quê'.normalize('NFD')).replace('13/01/2023', '14/01/2022'),
    'content/pages/lien-he.md': '---\ntitle: Liên hệ\n---\n\nĐịa chỉ: khu phố 5.\n',
    ...Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [
        `content/bulletins/bai-${at}.md`,
        bulletin(`Làm cho sạch ${at}, nước thủy lợi`, '', 'Chữ.\n').replace('13/01/2023', `0${(at % 9) + 1}/03/2023`),
      ]),
    ),
  }).copy(join(REPOSITORY, 'tests/fixtures/photos/Landscape_3.jpg'), 'content/bulletins/hop/anh.jpg')
  site = await publish(made)
})
afterAll(() => site?.close())

const browserTest = (name: string, test: (browser: Browser) => Promise<void>): void =>
  it(name, async (context) => {
    const { browser } = site
    if (browser === null) return context.skip()
    await test(browser)
  })

/** Follows a link to an answer, and waits for what it says. */
async function asked(page: Page, query: Readonly<Record<string, string>>, said: string): Promise<void> {
  await page.goto(`${site.url}/tim-kiem/?${new URLSearchParams(query)}`)
  await page.getByRole('status').getByText(said, { exact: true }).waitFor({ timeout: 10_000 })
}

/** Until all that has happened is laid out, and what was watched is told. */
const drawn = (page: Page): Promise<unknown> =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)))),
  )

describe('what the search page says', () => {
  browserTest('counts what has the marks that were typed, and tells the others apart', async (started) => {
    const page = await started.newPage({ viewport: { width: 360, height: 700 } })
    await asked(page, { q: 'chợ' }, 'Tìm thấy 1 kết quả có “chợ”. Xếp sau là 12 kết quả viết khác dấu.')
    const titles = page.locator('.search-title')
    expect((await titles.first().innerText()).normalize('NFC')).toBe('Phiên CHỢ quê')
    const apart = page.locator('.search-apart')
    expect(await apart.allInnerTexts()).toEqual(['12 kết quả từ đây trở xuống viết khác dấu: “cho”.'])
    expect(
      await apart.evaluate((line) => [...(line.closest('ol')?.children ?? [])].indexOf(line.closest('li') as Element)),
    ).toBe(1)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    // The keyboard goes on where new ones begin, though a line stands between.
    await page.getByRole('button', { name: 'Xem thêm' }).press('Enter')
    await page.waitForFunction(() => document.activeElement === document.querySelectorAll('.search-title a')[10])
    expect(await apart.count()).toBe(1)
    // While a word is typed it may go on in many ways.
    await page.goto(`${site.url}/tim-kiem/`)
    await page.getByLabel('Tìm trên cổng').pressSequentially('thú')
    await page
      .getByRole('status')
      .getByText('Không có kết quả nào có “thú”. Dưới đây là 12 kết quả viết khác dấu.', { exact: true })
      .waitFor()
    await asked(page, { q: 'thúy' }, 'Không có kết quả nào có “thúy”. Dưới đây là 12 kết quả viết khác dấu: “thủy”.')
    expect(await apart.count()).toBe(0)
    await asked(page, { q: 'cho sachj' }, 'Không có kết quả nào có “cho sachj”. Dưới đây là 12 kết quả có “cho sạch”.')
    await page.close()
  })

  browserTest('shows what stands beside the text, and what is of a day', async (started) => {
    const page = await started.newPage()
    await asked(page, { q: 'phụ lục danh mục' }, 'Tìm thấy 1 kết quả có “phụ lục danh mục”.')
    await page.locator('.search-excerpt mark').getByText('Phụ lục danh mục', { exact: true }).waitFor()
    await asked(page, { q: 'toàn cảnh đập nước' }, 'Tìm thấy 1 kết quả có “toàn cảnh đập nước”.')
    await page.locator('.search-excerpt mark').getByText('Toàn cảnh đập nước', { exact: true }).waitFor()
    await asked(
      page,
      { q: 'ngày 13 tháng 1 năm 2023' },
      'Tìm thấy 1 kết quả của ngày 13/01/2023 hoặc có nhắc đến ngày ấy.',
    )
    expect(await page.locator('.search-about mark').allInnerTexts()).toEqual(['13/01/2023'])
    await page.goto(`${site.url}/tim-kiem/?q=31-12-2020`)
    await page.getByRole('status').getByText('Không có kết quả nào của ngày 31/12/2020').waitFor()
    await page.close()
  })

  browserTest(
    'shows items and notes once and without their signs, and the tag that a bulletin was found by',
    async (started) => {
      const page = await started.newPage()
      const excerpt = page.locator('.search-excerpt', { has: page.locator('mark') }).first()
      await asked(page, { q: 'trồng tre' }, 'Tìm thấy 1 kết quả có “trồng tre”.')
      await excerpt.waitFor()
      expect(await excerpt.innerText()).toMatch(
        /Theo nghị quyết của xã\. Đắp kè Trồng tre\s+Bãi trên Kỳ họp giữa năm\.(?! Kỳ)/,
      )
      await asked(page, { q: 'dịch tả lợn' }, 'Tìm thấy 1 kết quả có “dịch tả lợn”.')
      await excerpt.waitFor()
      expect(await excerpt.innerText()).toContain('Từ khóa: dịch tả lợn')
      expect(await excerpt.innerText()).not.toContain('↩')
      await page.close()
    },
  )

  browserTest('shows no words of the frame around a text', async (started) => {
    const page = await started.newPage()
    await page.goto(`${site.url}/tim-kiem/?q=${encodeURIComponent('đọc khoảng')}`)
    await page.locator('.search-excerpt mark').first().waitFor()
    await page.waitForLoadState('networkidle')
    const shown = (await page.locator('.search-excerpt').allInnerTexts()).join('\n')
    expect(shown).toMatch(/đọc kỹ/)
    expect(shown).not.toMatch(/Đọc khoảng|Ngày đăng/)
    await page.close()
  })

  browserTest('finds standing pages, which are of no day, and suggests them in the banner', async (started) => {
    const page = await started.newPage()
    await asked(page, { q: 'lien he' }, 'Tìm thấy 1 kết quả có “lien he”.')
    expect(await page.locator('.search-title').innerText()).toBe('Liên hệ')
    expect(await page.locator('.search-about').innerText()).toBe('Trang thông tin')
    await page.goto(`${site.url}/`)
    await page.locator('.find-words').pressSequentially('lien he')
    await page.getByRole('option', { name: 'Liên hệ' }).click()
    await page.waitForURL(/\/lien-he\/$/)
    await page.close()
  })

  browserTest(
    'lists what filters leave, and says that there is none of what the portal does not have',
    async (started) => {
      const page = await started.newPage()
      const read: string[] = []
      await asked(page, { nam: '2022' }, 'Có 1 bài theo điều kiện lọc đã chọn, mới nhất trước.')
      page.on('request', (request) => /\/20\d\d\//.test(request.url()) && read.push(request.url()))
      await page.getByRole('combobox', { name: 'Năm' }).selectOption('2023')
      await page.getByRole('status').getByText('Có 13 bài').waitFor()
      expect(await page.locator('.search-about').first().innerText()).toContain('09/03/2023')
      // What fills the screen comes first, the rest when that is drawn.
      await expect.poll(() => page.locator('.search-result').count()).toBe(10)
      // Nothing was asked for, so no page is read for it.
      expect(read.filter((url) => !url.includes('tim-kiem'))).toEqual([])
      const none = 'Không có bài nào theo điều kiện lọc đã chọn.'
      await asked(page, { nam: '1999' }, none)
      expect(await page.getByRole('combobox', { name: 'Năm' }).inputValue()).toBe('1999')
      await asked(page, { 'chuyen-muc': '<b>khong-co' }, none)
      await page.goto(`${site.url}/tim-kiem/?q=cho&nam=1999`)
      await page.getByRole('status').getByText('Không tìm thấy kết quả nào có “cho”').waitFor()
      await page.getByRole('combobox', { name: 'Năm' }).selectOption('')
      await page.getByRole('status').getByText('Tìm thấy 13 kết quả').waitFor()
      await page.close()
    },
  )
})

browserTest('moves nothing a reader sees while the answer of a link comes', async (started) => {
  for (const [width, height] of [
    [1280, 720],
    [768, 1024],
    [360, 700],
  ] as const) {
    const page = await started.newPage({ viewport: { width, height } })
    await page.addInitScript(() => {
      const seen = new PerformanceObserver((list) => {
        const values = list.getEntries().map((entry) => (entry as unknown as { readonly value: number }).value)
        sessionStorage['moved'] = values.reduce((all, one) => all + one, Number(sessionStorage['moved'] ?? 0))
      })
      seen.observe({ type: 'layout-shift', buffered: true })
    })
    // Not before the page was drawn.
    await page.route(/du-lieu/, async (route) => {
      await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
      await drawn(page)
      await route.continue()
    })
    for (const q of ['sạch', 'liên hệ', 'zzzqqq']) {
      await page.goto(`${site.url}/tim-kiem/?q=${q}`)
      await page.getByRole('status').getByText(`“${q}”`).waitFor()
      await page.locator('.footer').waitFor()
      await drawn(page)
      expect.soft(await page.evaluate(() => Number(sessionStorage['moved'] ?? 0)), `${width} ${q}`).toBeLessThan(0.02)
      // The room that was kept is not left empty below a short answer.
      expect(await page.evaluate(() => document.documentElement.className)).toBe('scripted')
    }
    await page.close()
  }
})

browserTest('keeps no room for an answer that cannot come', async (started) => {
  const page = await started.newPage()
  await page.route(/js\/search/, (route) => route.abort())
  await page.goto(`${site.url}/tim-kiem/?q=cho`, { waitUntil: 'load' })
  expect(await page.evaluate(() => document.documentElement.className)).toBe('scripted')
  await page.close()
})
