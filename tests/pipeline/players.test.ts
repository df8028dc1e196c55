import { parse } from 'parse5'
import { afterAll, expect, it } from 'vitest'
import { MEDIA_TYPES, PLAYED } from '../../src/core/media-type.ts'
import { bulletin, portal } from '../portal.ts'

const FOLDER = 'content/bulletins/2023/phat-thanh'
const entries = PLAYED.map((type) => `  - {src: loa xã ${type}.${type.toUpperCase()}, title: Bản tin ${type}}\n`)
const one = portal({
  [`${FOLDER}/index.md`]: bulletin('Phát thanh', `attachments:\n${entries.join('')}`),
  ...Object.fromEntries(PLAYED.map((type) => [`${FOLDER}/loa xã ${type}.${type.toUpperCase()}`, `${type} bytes`])),
})
afterAll(() => one.close())

interface Node {
  readonly nodeName: string
  readonly attrs?: readonly { readonly name: string; readonly value: string }[]
  readonly childNodes?: readonly Node[]
}
const all = (node: Node): readonly Node[] => [node, ...(node.childNodes ?? []).flatMap(all)]

it('every kind of sound and film that may be attached has a player of its own, for the file that was attached', async () => {
  const { outputs, diagnostics } = await one.build()
  expect(diagnostics.map(({ diagnostic }) => diagnostic.code)).toEqual([])
  const page = Buffer.from(outputs.get('2023/phat-thanh/index.html') ?? '').toString('utf8')
  const players = all(parse(page) as never).filter(({ nodeName }) => nodeName === 'audio' || nodeName === 'video')
  const found = players.map(({ nodeName, attrs = [] }) => {
    const of = Object.fromEntries(attrs.map(({ name, value }) => [name, value]))
    expect(of).toHaveProperty('controls')
    // Nothing of a film is fetched before a reader asks for it, and a screen reader says what it is.
    expect(of).toMatchObject({ preload: 'none', 'aria-label': expect.stringMatching(/^Bản tin /) })
    const bytes = Buffer.from(outputs.get(String(of['src']).slice(1)) ?? '').toString('utf8')
    return `${of['aria-label']} ${nodeName} ${bytes}`
  })
  expect(found).toEqual(PLAYED.map((type) => `Bản tin ${type} ${MEDIA_TYPES[type]?.replace(/\/.*/, '')} ${type} bytes`))
})
