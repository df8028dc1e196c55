import { join } from 'node:path'
import { contents, txPortal } from '../e2e/run.ts'
import { bulletin, portal, type TestPortal } from '../portal.ts'

/** What most portals of these tests have a bulletin of. */
const TITLES = ['Hội nghị tổng kết', 'Lãnh đạo huyện thăm xã Xuân Hòa']
const PICTURES = '.tx-portal/cache/photos'

let drawn: ReadonlyMap<string, Buffer> | null = null

/** Gives a portal its icon and the cards of these titles: in its cache they rest by digest, and drawn anew each time they took half of its time. */
export function lend(one: TestPortal): TestPortal {
  drawn ??= draw()
  for (const [path, bytes] of drawn) one.write(`${PICTURES}/${path}`, bytes)
  return one
}

function draw(): ReadonlyMap<string, Buffer> {
  const one = portal(Object.fromEntries(TITLES.map((title, at) => [`content/bulletins/${at}.md`, bulletin(title)])))
  txPortal(['check'], one.root)
  const pictures = contents(join(one.root, PICTURES))
  one.close()
  return pictures
}
