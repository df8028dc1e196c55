import { afterEach, describe, expect, it } from 'vitest'
import { bulletin, PORTAL_YML, portal, type TestPortal } from '../portal.ts'

const open: TestPortal[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.close()
})
const made = (lines: string): TestPortal => {
  const one = portal({
    'content/bulletins/2023/mot.md': bulletin('Một'),
    'content/portal.yml': `${PORTAL_YML}${lines}`,
  })
  open.push(one)
  return one
}
const textsOf = (outputs: ReadonlyMap<string, Uint8Array>) =>
  [...outputs].map(([path, bytes]) => [path, Buffer.from(bytes).toString()] as const)

describe('what portal.yml can leave out', () => {
  it('leaves out search: its page, its index, and every way to them', async () => {
    const whole = (await made('').build()).outputs
    const without = (await made('search: false\n').build()).outputs
    const missing = [...whole.keys()].filter((path) => !without.has(path) && !path.startsWith('assets/'))
    expect(missing.length).toBeGreaterThan(2)
    expect(missing.filter((path) => !path.startsWith('tim-kiem/'))).toEqual([])
    const mentions = (outputs: ReadonlyMap<string, Uint8Array>) =>
      textsOf(outputs)
        .filter(([path, text]) => /\.(?:html|xml|json|txt)$/.test(path) && /tim-kiem|role="search"/.test(text))
        .map(([path]) => path)
    expect(mentions(without)).toEqual([])
    expect(mentions(whole)).toContain('2023/mot/index.html')
    expect([...without.keys()].filter((path) => !whole.has(path))).toEqual([])
  })

  it('tells of links to a search that is not there, and keeps its address for the day it comes back', async () => {
    const menu = 'menu: [{title: Tìm kiếm, href: /tim-kiem/}]\n'
    expect(await made(menu).says()).toEqual([])
    const one = made(`search: false\n${menu}`)
    expect(await one.says()).toEqual(['content/portal.yml:11:32 link/broken'])
    one.write('content/portal.yml', `${PORTAL_YML}search: false\n`)
    expect(await one.says()).toEqual([])
    one.write('content/pages/tim-kiem.md', '---\ntitle: Tìm kiếm\n---\nx\n')
    expect(await one.says()).toEqual([expect.stringMatching(/^content\/pages\/tim-kiem\.md.* address\/reserved$/)])
  })

  it('draws no cards where none are wanted', async () => {
    const { outputs } = await made('cards: none\n').build()
    expect([...outputs.keys()].filter((path) => path.endsWith('.png'))).toEqual([])
    const page = Buffer.from(outputs.get('2023/mot/index.html') ?? []).toString()
    expect(page).toContain('<meta property="og:title" content="Một">')
    expect(page).toContain('<meta name="twitter:card" content="summary">')
    expect(page).not.toContain('og:image')
  })
})
