import { existsSync, statSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { expect, it } from 'vitest'
import { REPOSITORY } from '../portal.ts'
import { linksIn, pages, prose } from './pages.ts'

/** The anchors that GitHub and GitLab give to the headings of a page. */
const anchorsOf = (text: string): ReadonlySet<string> =>
  new Set(
    [...prose(text).matchAll(/^#{1,6} +(.+)$/gm)].map(([, heading = '']) =>
      heading
        .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
        .trim()
        .replaceAll(' ', '-'),
    ),
  )
const anchors = new Map(pages.map(({ path, text }) => [path, anchorsOf(text)]))

it.each(pages.map(({ path, text }) => [path, text] as const))('%s links to what is there', (path, text) => {
  const dead = linksIn(text).filter((target) => {
    if (/^[a-z]+:/i.test(target)) return false
    const [file = '', anchor] = target.split('#')
    const to = file === '' ? path : posix.join(dirname(path), decodeURIComponent(file))
    if (!existsSync(join(REPOSITORY, to))) return true
    const page = statSync(join(REPOSITORY, to)).isDirectory() ? posix.join(to, 'README.md') : to
    return anchor !== undefined && anchors.get(page)?.has(decodeURIComponent(anchor)) !== true
  })
  expect(dead).toEqual([])
})

it('finds links', () => {
  expect(pages.flatMap(({ text }) => linksIn(text)).length).toBeGreaterThan(200)
})
