import { afterEach, describe, expect, it } from 'vitest'
import { bulletin, PORTAL_YML, portal, type TestPortal } from '../portal.ts'

const open: TestPortal[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.close()
})

/** What the home page of a portal of these files names as its icons, and every output. */
async function iconsOf(files: Parameters<typeof portal>[0]) {
  const one = portal({ 'content/bulletins/2023/hoi-nghi.md': bulletin('Hội nghị'), ...files })
  open.push(one)
  const { outputs, diagnostics } = await one.build()
  expect(diagnostics.filter(({ diagnostic: { severity } }) => severity === 'error')).toEqual([])
  const html = Buffer.from(outputs.get('index.html') ?? []).toString('utf8')
  return { icons: [...html.matchAll(/<link rel="icon"[^>]*>/g)].map(([tag]) => tag), outputs }
}

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>'

describe('the icon of tabs', () => {
  it('is the file in content/static', async () => {
    const { icons, outputs } = await iconsOf({ 'content/static/favicon.svg': SVG })
    expect(icons).toEqual(['<link rel="icon" href="/favicon.svg" type="image/svg+xml">'])
    expect(Buffer.from(outputs.get('favicon.svg') ?? []).toString()).toBe(SVG)
  })

  it('is the emblem, where that file is missing', async () => {
    const { icons, outputs } = await iconsOf({
      'content/portal.yml': PORTAL_YML.replace('agency:\n', 'agency:\n  emblem: static/huy hiệu.svg\n'),
      'content/static/huy hiệu.svg': SVG,
    })
    expect(icons).toEqual(['<link rel="icon" href="/huy%20hi%E1%BB%87u.svg" type="image/svg+xml">'])
    expect(outputs.has('favicon.svg')).toBe(false)
  })

  it('is drawn in the colours of the portal, where there is no emblem either, below its path too', async () => {
    const { icons, outputs } = await iconsOf({
      'content/portal.yml': `${PORTAL_YML.replace('example.vn/', 'example.vn/xa/')}theme: {primary: '#0b3d91'}\n`,
    })
    expect(icons).toEqual(['<link rel="icon" href="/xa/favicon.svg" type="image/svg+xml">'])
    const drawn = Buffer.from(outputs.get('favicon.svg') ?? []).toString()
    expect(drawn).toContain('fill="#0b3d91"')
    const manifest = JSON.parse(Buffer.from(outputs.get('manifest.webmanifest') ?? []).toString())
    expect(manifest.icons).toEqual([{ src: '/xa/favicon.svg', type: 'image/svg+xml', sizes: 'any', purpose: 'any' }])
  })
})
