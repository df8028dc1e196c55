import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bulletin, PORTAL_YML, portal } from '../portal.ts'
import { type Published, publish } from './published.ts'

let site: Published

beforeAll(async () => {
  site = await publish(
    portal({
      'content/portal.yml': `${PORTAL_YML}language: en\n`,
      'content/bulletins/a.md': bulletin('Phiên chợ quê'),
      'content/bulletins/b.md': bulletin('Làm cho sạch nguồn nước'),
      'content/bulletins/c.md': bulletin('Nước thủy lợi'),
    }),
  )
})
afterAll(() => site?.close())

async function asked(page: Page, query: string, said: string): Promise<void> {
  await page.goto(`${site.url}/tim-kiem/?q=${encodeURIComponent(query)}`)
  await page.getByRole('status').getByText(said, { exact: true }).waitFor({ timeout: 10_000 })
}

it('in English one is one result, two are results, and the day is as the British write it', async (context) => {
  if (site.browser === null) return context.skip()
  const page = await site.browser.newPage({ locale: 'en-US' })
  await page.clock.setFixedTime('2026-11-28T02:00:00Z')
  await asked(page, 'chợ', 'Results found for “chợ”: 1. After them comes 1 with other marks.')
  await asked(page, 'chở', 'Nothing was found for “chở”. Here are 2 results with other marks: “cho”, “chợ”.')
  await asked(page, 'thuỵ', 'Nothing was found for “thuỵ”. Here is 1 result with other marks: “thủy”.')
  await asked(page, 'sachj', 'Nothing was found for “sachj”. Here is 1 result for “sạch”.')
  expect(await page.locator('portal-today').innerText()).toMatch(/^Saturday,? 28 November 2026$/)
  await page.close()
})
