import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as later } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, describe, expect, it } from 'vitest'
import { outputPath } from '../../src/core/path.ts'
import type { Plan } from '../../src/core/plan.ts'
import { openSession } from '../../src/serve/session.ts'
import { bulletin, portal, type TestPortal } from '../portal.ts'
import { random } from '../random.ts'
import { noBug, type Preview, preview, until } from './preview.ts'

const SEED = Number(process.env['TX_SEED'] ?? Date.now() % 1_000_000)
const open: { close(): unknown }[] = []
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close()
})

const path = (number: number): string => `content/bulletins/2023/bai-${number}.md`
const digests = (plan: Plan | null | undefined) => (plan?.jobs ?? []).map(({ path, digest }) => `${path} ${digest}`)
/** What this process holds open; Linux tells. */
const descriptors = (): number => (process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0)

/** Bytes that are really in use. */
function inUse(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed
}

async function served(files: TestPortal): Promise<Preview> {
  const view = await preview(files)
  open.push(files, view)
  return view
}

describe(`a preview for days (seed ${SEED})`, () => {
  it('is what a clean build is after 200 random saves in quick succession, some of them of half a file', async () => {
    const next = random(SEED)
    const below = (limit: number): number => Math.floor(next() * limit)
    const files = portal(
      Object.fromEntries([...Array(12).keys()].map((number) => [path(number), bulletin(`Bài ${number}`)])),
    )
    const view = await served(files)
    const alive = new Set([...Array(12).keys()])
    for (let save = 0; save < 200; save += 1) {
      const number = below(12)
      const text = bulletin(`Bài ${number} lần ${save}`, next() < 0.2 ? 'draft: true\n' : '', `Câu ${save}.\n`)
      const kind = next()
      if (kind < 0.1 && alive.has(number)) files.remove(path(number))
      else if (kind < 0.25) files.write(path(number), text.slice(0, below(text.length))).write(path(number), text)
      else files.write(path(number), text)
      if (kind < 0.1) alive.delete(number)
      else alive.add(number)
      if (next() < 0.3) await later(below(40))
      if (next() < 0.1) void view.get(`/2023/bai-${number}/`)
    }
    const clean = await files.build({ drafts: true })
    expect(clean.ok).toBe(true)
    await view.until('all pages of a clean build, and no others', async () => {
      for (let number = 0; number < 12; number += 1) {
        const wanted = clean.outputs.get(`2023/bai-${number}/index.html`)
        const { status, text } = await view.get(`/2023/bai-${number}/`)
        if ((wanted === undefined) !== (status === 404)) return false
        if (wanted === undefined) continue
        // Up to the end of what a theme writes; behind it stands what the preview adds.
        const whole = Buffer.from(wanted).toString('utf8')
        if (!text.startsWith(whole.slice(0, whole.lastIndexOf('</body>')))) return false
      }
      return true
    })
  })

  it('sees 500 files come at once, as a checkout leaves them, and go again', async () => {
    const files = portal({ [path(0)]: bulletin('Bài 0') })
    const view = await served(files)
    for (let number = 1; number <= 500; number += 1) files.write(path(number), bulletin(`Bài ${number}`))
    const all = async () => /<h1>Mọi bài của cổng: ([\d.]+) bài/.exec((await view.get('/__portal/')).text)?.[1]
    await view.until('all of them', async () => (await all()) === '501')
    expect((await view.get('/2023/bai-500/')).status).toBe(200)
    for (let number = 1; number <= 500; number += 1) files.remove(path(number))
    await view.until('one', async () => (await all()) === '1')
    expect((await view.get('/2023/bai-500/')).status).toBe(404)
  })

  it('holds no more after 1,000 preparations than after 100: descriptors, listeners, memory', async () => {
    const files = portal({ [path(0)]: bulletin('Bài 0'), [path(1)]: bulletin('Bài 1') })
    open.push(files)
    const world = files.world({ drafts: true })
    // One world: what it remembers of bodies is the cache's affair, and bounded by what is written here.
    const session = openSession({ world: () => world, clock: () => performance.now(), onBug: noBug, aheadFrom: 0 })
    open.push(session)
    await session.ready
    const disk = join(files.root, path(0))
    const turn = async (number: number) => {
      files.write(path(0), bulletin(`Bài ${number % 7}`, '', `Câu ${number % 7}.\n`))
      // By turns ahead of the whole, and the whole alone.
      if (number % 2 === 0) await session.glance(disk)
      await session.changed()
      const shown = await session.render(outputPath('2023/bai-0/index.html'))
      expect(shown?.problem).toBeNull()
    }
    const held = () => {
      const listeners = process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0)
      return { descriptors: descriptors(), listeners }
    }
    for (let number = 0; number < 100; number += 1) await turn(number)
    const before = held()
    const heap = inUse()
    for (let number = 100; number < 1000; number += 1) await turn(number)
    expect(held()).toEqual(before)
    const clean = await files.build({ drafts: true })
    expect(digests(session.current().good?.plan)).toEqual(digests(clean.plan))
    // Preparations that stayed would be some 900 plans of a hundred jobs: hundreds of megabytes.
    const grown = (inUse() - heap) / 1024 / 1024
    console.info(
      `1,000 preparations: ${JSON.stringify(before)}, heap ${(heap / 1024 / 1024).toFixed(1)} MB, grown ${grown.toFixed(2)} MB`,
    )
    expect(grown).toBeLessThan(30)
  })

  it('holds no more after 1,000 real saves than after 100: watch, sockets and a page that listens', async () => {
    const files = portal({ [path(0)]: bulletin('Bài 0'), [path(1)]: bulletin('Bài 1') })
    const view = await served(files)
    const controller = new AbortController()
    open.push({ close: () => controller.abort() })
    const token = / data-token="([^"]+)"/.exec((await view.get('/2023/bai-0/')).text)?.[1] ?? ''
    const query = new URLSearchParams({ token, page: '/2023/bai-0/' })
    const { body } = await fetch(`${view.url}__portal/events?${query}`, { signal: controller.signal })
    let heard = 0
    void (async () => {
      for await (const part of body ?? []) heard += Buffer.from(part).toString('utf8').split('event: news').length - 1
    })().catch(() => undefined)
    const save = async (number: number) => {
      const told = heard
      files.write(path(0), bulletin(`Bài 0 lần ${number}`))
      await view.until('the news', () => heard > told)
      // What is told first may be of the time before this save.
      const shown = async () => (await view.get('/2023/bai-0/')).text.includes(`<h1>Bài 0 lần ${number}</h1>`)
      if (number % 10 === 0) await view.until('the page', shown)
    }
    const held = () => ({
      descriptors: descriptors(),
      listeners: process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0),
      // Timers come and go: what stays is counted.
      resources: process.getActiveResourcesInfo().filter((name) => !/Timeout|Immediate|Req/.test(name)).length,
    })
    for (let number = 0; number < 100; number += 1) await save(number)
    await view.until('rest', () => heard >= 100)
    const before = held()
    const heap = inUse()
    for (let number = 100; number < 1000; number += 1) await save(number)
    // Sockets that were just closed take a moment to go.
    const settled = () => JSON.stringify(held()) === JSON.stringify(before)
    await until('no more than before', settled, 10_000).catch(() => undefined)
    expect(held()).toEqual(before)
    const grown = (inUse() - heap) / 1024 / 1024
    console.info(
      `1,000 saves: ${JSON.stringify(before)}, heap ${(heap / 1024 / 1024).toFixed(1)} MB, grown ${grown.toFixed(2)} MB`,
    )
    expect(grown).toBeLessThan(30)
    // A minute of work, and most of the time waited for: a busy machine makes several of it.
  }, 600_000)
})
