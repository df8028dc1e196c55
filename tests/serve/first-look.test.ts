import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { outputPath } from '../../src/core/path.ts'
import type { Job } from '../../src/core/plan.ts'
import type { World } from '../../src/pipeline/world.ts'
import { openSession, type Session, type Turn } from '../../src/serve/session.ts'
import { remember } from '../../src/speed/remember.ts'
import { bulletin, portal, type TestPortal } from '../portal.ts'
import { noBug, preview } from './preview.ts'

const NEWEST = 'content/bulletins/2024/hop-bao.md'
const OLD = 'content/bulletins/2023/hoi-nghi.md'
const on = (title: string, date: string): string => bulletin(title).replace(/^date: .*$/m, `date: ${date}`)
const FILES = {
  [OLD]: on('Hội nghị', '13/01/2023'),
  'content/bulletins/2024/ra-quan.md': on('Ra quân', '5-2-2024'),
  [NEWEST]: `${on('Họp báo', '"ngày 20 tháng 11 năm 2024"')}\nXem [hội nghị](../2023/hoi-nghi.md).\n`,
  'content/pages/lien-he.md': '---\ntitle: Liên hệ\n---\nThôn 3, xã Xuân Hòa.\n',
}
const FIRST = { patience: 2, few: 1 }
const made: TestPortal[] = []
afterEach(() => {
  for (const one of made.splice(0)) one.close()
})

const digestsOf = (jobs: readonly Job[] = []) => jobs.map(({ path, digest }) => `${path} ${digest}`).sort()
const outputsOf = (session: Session) => session.current().good?.plan.jobs.map(({ path }) => path) ?? []
const textAt = async (session: Session, path: string) =>
  Buffer.from((await session.render(outputPath(path)))?.bytes ?? []).toString('utf8')

/** A world whose second reading, that of the whole, waits until it may go on. */
function gated(files: TestPortal) {
  let go = (): void => undefined
  const gate = new Promise<void>((open) => {
    go = open
  })
  let readings = 0
  const { steps } = files.world()
  const document = remember(steps.document, new Map(), ({ digest }) => digest)
  const world = (): World => ({
    ...files.world({ drafts: true }),
    steps: { ...steps, document },
    async progress({ phase, done }) {
      if (phase !== 'reading' || done !== 0) return
      readings += 1
      if (readings > 1) await gate
    },
  })
  return { world, go: () => go() }
}

function start(change: Readonly<Record<string, string>> = {}) {
  const files = portal({ ...FILES, ...change })
  made.push(files)
  const { world, go } = gated(files)
  const turns: Turn[] = []
  const session = openSession({ world, clock: () => performance.now(), onBug: noBug, first: FIRST })
  session.onTurn((turn) => turns.push(turn))
  return { files, session, turns, go }
}

describe('the first look at a portal that takes long to read', () => {
  it('shows standing pages and the newest bulletins, and then what a build makes of all', async () => {
    const { files, session, turns, go } = start()
    await session.ready
    expect(session.current()).toMatchObject({ revision: 1, problems: [], warnings: [], good: { unread: 2 } })
    const outputs = outputsOf(session)
    expect(outputs).toContain('2024/hop-bao/index.html')
    expect(outputs).toContain('lien-he/index.html')
    expect(outputs).not.toContain('2024/ra-quan/index.html')
    expect(await textAt(session, 'index.html')).not.toContain('Ra quân')
    go()
    await session.whole
    expect(session.current()).toMatchObject({ revision: 2, good: { unread: 0 } })
    expect(turns).toHaveLength(2)
    const clean = await files.build({ drafts: true })
    expect(digestsOf(session.current().good?.plan.jobs)).toEqual(digestsOf(clean.plan?.jobs))
  })

  it('is not taken where little is new', async () => {
    const files = portal(FILES)
    made.push(files)
    const session = openSession({
      world: () => ({ ...files.world({ drafts: true }), isNew: ({ path }) => path === OLD }),
      clock: () => performance.now(),
      onBug: noBug,
      first: FIRST,
    })
    await session.ready
    expect(session.current()).toMatchObject({ revision: 1, good: { unread: 0 } })
  })

  it('shows what is saved meanwhile, and does not take it back when all is read', async () => {
    const { files, session, go } = start()
    await session.ready
    const headings: string[] = []
    session.onTurn(({ now }) => {
      const job = now.good?.plan.jobs.find(({ path }) => path === '2024/hop-bao/index.html')
      headings.push(job?.kind === 'page' ? job.view.page.heading : '')
    })
    // Read before it was saved: the whole is made from what it was.
    files.write(NEWEST, FILES[NEWEST].replace('Họp báo', 'Họp báo quý IV'))
    await session.glance(join(files.root, NEWEST))
    expect(await textAt(session, '2024/hop-bao/index.html')).toContain('Họp báo quý IV')
    const saved = session.changed([join(files.root, NEWEST)])
    go()
    await session.whole
    expect(session.current().good?.unread).toBe(0)
    await saved
    expect(new Set(headings)).toEqual(new Set(['Họp báo quý IV']))
    expect(await textAt(session, 'index.html')).toContain('Họp báo quý IV')
  })

  it('gives way to the problems of what was read later', async () => {
    const { session, go } = start({ [OLD]: on('Hội nghị', '31/02/2023') })
    await session.ready
    expect(session.current()).toMatchObject({ problems: [], good: { unread: 2 } })
    go()
    await session.whole
    expect(session.current().problems.map(({ file }) => file)).toEqual([OLD])
    // All but the faulty one, which was never right, and the one that links to it.
    expect(session.current()).toMatchObject({ good: { unread: 0 }, aside: new Set([OLD, NEWEST]) })
    expect(outputsOf(session)).toContain('2024/ra-quan/index.html')
  })

  it('is not taken where the newest have problems: all are told at once', async () => {
    const { session, go } = start({ [NEWEST]: on('Họp báo', '2024-11-20').replace('tin-tuc', 'tin-tucc') })
    go()
    await session.ready
    expect(session.current()).toMatchObject({ good: { unread: 0 }, aside: new Set([NEWEST]), revision: 1 })
  })

  it('says on pages, in the list and in events how much is unread; other pages are waited for', async () => {
    const files = portal(FILES)
    made.push(files)
    const { world, go } = gated(files)
    const opening = preview(files, { world, first: FIRST })
    const view = await opening
    try {
      expect(view.of('ready')).toMatchObject([{ unread: 2 }])
      for (const path of ['/', '/__portal/']) expect((await view.get(path)).text).toContain('Đang đọc nốt 2 bài')
      const old = view.get('/2023/hoi-nghi/')
      const lost = view.get('/khong-co/')
      go()
      expect(await old).toMatchObject({ status: 200 })
      expect(await lost).toMatchObject({ status: 404 })
      await view.until('all is read', () => view.of('read').length === 1)
      for (const path of ['/', '/__portal/']) expect((await view.get(path)).text).not.toContain('Đang đọc nốt')
    } finally {
      go()
      await view.close()
    }
  })
})
