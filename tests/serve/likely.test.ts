import { expect, it } from 'vitest'
import type { Plan } from '../../src/core/plan.ts'
import { addressesOf } from '../../src/serve/addresses.ts'
import { likelyPage } from '../../src/serve/likely.ts'
import { bulletin, portal } from '../portal.ts'

it('looks through the names of a portal once, and not at all for a file that a browser asks for by itself', async () => {
  const files = portal({ 'content/bulletins/2023/Gặp mặt đầu xuân/index.md': bulletin('Gặp mặt các hộ') })
  const { plan } = await files.build()
  files.close()
  if (plan === null) throw new Error('no plan')
  let read = 0
  const counting: Plan = {
    ...plan,
    get jobs() {
      read += 1
      return plan.jobs
    },
  }
  addressesOf(counting)
  read = 0
  for (const path of ['/favicon.ico', '/2023/gap-mat/anh.webp', '/app.js.map'])
    expect(likelyPage(path, counting), path).toBe(null)
  expect(read).toBe(0)
  const found = { href: '/2023/gap-mat-dau-xuan/', title: 'Gặp mặt các hộ' }
  for (const path of ['/2023/Gặp mặt đầu xuân/', '/Gặp mặt đầu xuân', '/2022/Gặp mặt đầu xuân/'])
    expect(likelyPage(path, counting), path).toEqual(found)
  expect(read).toBe(1)
})
