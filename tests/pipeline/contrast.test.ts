import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { bulletin, PORTAL_YML, portal, REPOSITORY } from '../portal.ts'

const made = portal({ 'content/bulletins/2023/mot.md': bulletin('Một') })
afterAll(() => made.close())
const withColour = (colour: string) =>
  made.write('content/portal.yml', `${PORTAL_YML}theme: {primary: '${colour}', accent: '#f2c200'}\n`)

describe('the colours of portal.yml', () => {
  it.each(['#f2c200', '#ff6600', '#00aa55', '#9acd32', '#ffffff'])(
    'warn where %s cannot be read, and offer one that can',
    async (colour) => {
      expect(await withColour(colour).says()).toEqual(['content/portal.yml:10:18 config/contrast'])
      const [words = ''] = await made.words()
      expect(words).toMatch(/độ tương phản chỉ \d+(,\d)?, cần ít nhất 4,5/)
      const offered = /primary: '(#[0-9a-f]{6})'/.exec(words)?.[1] ?? ''
      expect(await withColour(offered).says()).toEqual([])
    },
  )

  it.each(['#b3131b', '#0b5394', '#1b5e20', '#000000', '#4a148c'])('say nothing of %s', async (colour) => {
    expect(await withColour(colour).says()).toEqual([])
  })

  it('are measured against what the style sheet has', () => {
    const css = readFileSync(join(REPOSITORY, 'templates/assets/css/02-tokens.css'), 'utf8')
    const rule = readFileSync(join(REPOSITORY, 'src/pipeline/validate/contrast.ts'), 'utf8')
    expect([...new Set([...css.matchAll(/--tint: (#[0-9a-f]{6});/g)].map(([, tint]) => tint))]).toEqual(
      [...rule.matchAll(/'(#[0-9a-f]{6})'/g)]
        .map(([, colour]) => colour)
        .filter((one) => /f6f2ec|25211e/.test(one ?? '')),
    )
    expect(css).toContain('--on-primary: #fff;')
    expect(css).toContain('--link: color-mix(in oklab, var(--primary), white 66%);')
  })
})
