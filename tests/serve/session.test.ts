import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { outputPath } from '../../src/core/path.ts'
import type { Job } from '../../src/core/plan.ts'
import type { World } from '../../src/pipeline/world.ts'
import { openSession, type Session, type Turn } from '../../src/serve/session.ts'
import { remember } from '../../src/speed/remember.ts'
import { bulletin, JULY_2025, portal, type TestPortal } from '../portal.ts'
import { noBug, until } from './preview.ts'

const PAGE = 'content/bulletins/2023/hoi-nghi.md'
const made: TestPortal[] = []
afterEach(() => {
  for (const one of made.splice(0)) one.close()
})

function start(
  change: (world: World, portal: TestPortal) => World = (world) => world,
  aheadFrom?: number,
  onBug: (error: unknown) => void = noBug,
) {
  const files = portal({ [PAGE]: bulletin('Hội nghị'), 'content/static/tep.txt': 'một' })
  made.push(files)
  const turns: Turn[] = []
  const session = openSession({
    world: () => change(files.world({ drafts: true }), files),
    clock: () => performance.now(),
    onBug,
    ...(aheadFrom === undefined ? {} : { aheadFrom }),
  })
  session.onTurn((turn) => turns.push(turn))
  return { files, session, turns }
}

async function textAt(session: Session, path: string): Promise<string> {
  const shown = await session.render(outputPath(path))
  return Buffer.from(shown?.bytes ?? []).toString('utf8')
}

describe('a session', () => {
  it('prepares at once, and renders when asked', async () => {
    const { session, turns } = start()
    expect(session.current()).toMatchObject({ good: null, revision: 0 })
    await session.ready
    expect(session.current()).toMatchObject({ problems: [], bug: null, revision: 1 })
    expect(turns).toHaveLength(1)
    expect(await textAt(session, '2023/hoi-nghi/index.html')).toContain('<h1>Hội nghị</h1>')
  })

  it('goes on when one who listens breaks', async () => {
    const bugs: unknown[] = []
    const { files, session, turns } = start(undefined, undefined, (error) => bugs.push(error))
    let revisions = 0
    session.onTurn(() => {
      throw new Error('one breaks')
    })
    session.onTurn(({ now }) => {
      revisions = now.revision
    })
    await session.ready
    files.write(PAGE, bulletin('Hội nghị tổng kết'))
    await session.changed()
    expect(await textAt(session, '2023/hoi-nghi/index.html')).toContain('<h1>Hội nghị tổng kết</h1>')
    expect([turns.length, revisions]).toEqual([2, 2])
    expect(bugs.map(String)).toEqual(['Error: one breaks', 'Error: one breaks'])
  })

  it('prepares once more, and no more than once, for any number of changes meanwhile', async () => {
    let prepared = 0
    const { session } = start((world) => {
      prepared += 1
      return world
    })
    const waiting = Array.from({ length: 20 }, () => session.changed())
    await Promise.all(waiting)
    expect(prepared).toBe(2)
    await Promise.all([session.changed(), session.changed()])
    expect(prepared).toBe(4)
    await session.changed()
    expect(prepared).toBe(5)
  })

  it('shows the page of a saved bulletin ahead of the whole, where the whole takes long, and says nothing new of the rest', async () => {
    let prepared = 0
    const { files, session, turns } = start((world) => {
      const { list } = world.door
      const counting = () => {
        prepared += 1
        return list()
      }
      return { ...world, door: { ...world.door, list: counting } }
    }, 0)
    await session.ready
    files.write(PAGE, bulletin('Hội nghị tổng kết'))
    const disk = join(files.root, PAGE)
    await session.glance(disk)
    expect([prepared, turns.length, session.current().revision]).toEqual([1, 2, 2])
    expect(await textAt(session, '2023/hoi-nghi/index.html')).toContain('<h1>Hội nghị tổng kết</h1>')
    expect(await textAt(session, 'index.html')).not.toContain('Hội nghị tổng kết')
    // The rest of the same save, and two more: the whole is prepared once, after them.
    const whole = session.changed([disk])
    files.write(PAGE, bulletin('Hội nghị tổng kết năm'))
    void session.changed([disk])
    await until('the last save', () => session.current().revision === 3)
    await whole
    expect(await textAt(session, 'index.html')).toContain('Hội nghị tổng kết năm')
    expect([prepared, session.current().revision, turns.at(-1)?.follows]).toEqual([2, 3, true])
    const clean = await files.build({ drafts: true })
    const digests = (jobs: readonly Job[] = []) => jobs.map(({ path, digest }) => `${path} ${digest}`)
    expect(digests(session.current().good?.plan.jobs)).toEqual(digests(clean.plan?.jobs))
  })

  it('prepares the whole at once where a save breaks something, or another file was saved', async () => {
    const { files, session, turns } = start(undefined, 0)
    await session.ready
    files.write(PAGE, bulletin('Hội nghị').replace('tin-tuc', 'tin-tucc'))
    await session.changed([join(files.root, PAGE)])
    expect(session.current().problems).toHaveLength(1)
    files.write(PAGE, bulletin('Hội nghị')).write('content/static/tep.txt', 'hai')
    await session.changed([join(files.root, PAGE), join(files.root, 'content/static/tep.txt')])
    expect(session.current().problems).toHaveLength(0)
    expect(turns.map(({ follows }) => follows)).toEqual([false, false, false])
  })

  it('has another revision only if a browser would see another thing', async () => {
    const { files, session } = start()
    await session.ready
    await session.changed()
    expect(session.current().revision).toBe(1)
    files.write(PAGE, bulletin('Hội nghị mới'))
    await session.changed()
    expect(session.current().revision).toBe(2)
  })

  it('keeps the last good state while there are errors, also what was never shown yet', async () => {
    const { files, session } = start()
    await session.ready
    files.write(PAGE, bulletin('Hội nghị', 'la: 1\n'))
    await session.changed()
    const { problems, good, revision } = session.current()
    expect(problems.map(({ diagnostic }) => diagnostic.code)).toEqual(['field/unknown'])
    expect(good).not.toBe(null)
    expect(revision).toBe(2)
    expect(await textAt(session, '2023/hoi-nghi/index.html')).toContain('<h1>Hội nghị</h1>')
    files.write(PAGE, bulletin('Hội nghị'))
    await session.changed()
    expect(session.current()).toMatchObject({ problems: [], revision: 3 })
  })

  describe('beside a faulty document', () => {
    const OTHER = 'content/bulletins/2023/khac.md'
    const AT = '2023/khac/index.html'
    const digestsOf = (jobs: readonly Job[] = []) => jobs.map(({ path, digest }) => `${path} ${digest}`)

    /** What documents said is remembered, as the command line does. */
    async function startRemembering(more: Readonly<Record<string, string>> = {}) {
      const store = new Map()
      const clock = { now: JULY_2025 }
      let first: World | null = null
      const started = start((world) => {
        first ??= world
        const document = remember(first.steps.document, store, ({ digest }) => digest)
        return { ...world, now: clock.now, bodies: first.bodies, steps: { ...first.steps, document } }
      })
      started.files.write(OTHER, bulletin('Bài khác', '', 'Xem [hội nghị](hoi-nghi.md).\n'))
      for (const [path, text] of Object.entries(more)) started.files.write(path, text)
      await started.session.ready
      await started.session.changed()
      return { ...started, clock }
    }

    it('shows what else was saved, and that one as it was: the portal that it would be', async () => {
      const { files, session } = await startRemembering()
      files.write(PAGE, bulletin('Hội nghị hỏng', 'la: 1\n')).write(OTHER, bulletin('Bài khác đã sửa'))
      await session.changed()
      expect(session.current().problems.map(({ file }) => file)).toEqual([PAGE])
      expect(await textAt(session, AT)).toContain('<h1>Bài khác đã sửa</h1>')
      expect(await textAt(session, '2023/hoi-nghi/index.html')).toContain('<h1>Hội nghị</h1>')
      const home = await textAt(session, 'index.html')
      for (const title of ['Hội nghị', 'Bài khác đã sửa']) expect(home).toContain(title)
      expect(home).not.toContain('hỏng')
      const mended = portal({ 'content/static/tep.txt': 'một', [OTHER]: bulletin('Bài khác đã sửa') })
      made.push(mended)
      mended.write(PAGE, bulletin('Hội nghị'))
      const clean = await mended.build({ drafts: true })
      expect(digestsOf(session.current().good?.plan.jobs)).toEqual(digestsOf(clean.plan?.jobs))
      for (const [path, bytes] of clean.outputs)
        expect(Buffer.from((await session.render(outputPath(path)))?.bytes ?? []).equals(bytes), path).toBe(true)
      // And so on, save after save, until it is mended.
      files.write(OTHER, bulletin('Bài khác sửa lần nữa'))
      await session.changed()
      expect(await textAt(session, AT)).toContain('<h1>Bài khác sửa lần nữa</h1>')
      files.write(PAGE, bulletin('Hội nghị đã sửa'))
      await session.changed()
      expect(session.current().problems).toEqual([])
      const last = await files.build({ drafts: true })
      expect(digestsOf(session.current().good?.plan.jobs)).toEqual(digestsOf(last.plan?.jobs))
    })

    it.each([
      ['one that came since is left out', 'content/bulletins/2023/dang-viet.md', '---\ntitle: Đang viết\n'],
      ['with all that lies beside it', 'content/bulletins/2023/dang-viet/index.md', '---\ntitle: Đang viết\n'],
    ])('shows what else was saved: %s', async (_what, path, text) => {
      const { files, session } = await startRemembering()
      files.write(path, text).write('content/bulletins/2023/dang-viet/ghi-chu.md', 'Ghi chú.\n')
      if (!path.endsWith('/index.md')) files.remove('content/bulletins/2023/dang-viet')
      files.write(OTHER, bulletin('Bài khác đã sửa'))
      await session.changed()
      expect(session.current().problems.length).toBeGreaterThan(0)
      expect(await textAt(session, AT)).toContain('<h1>Bài khác đã sửa</h1>')
      expect(await session.render(outputPath('2023/dang-viet/index.html'))).toBe(null)
    })

    it('says which files are as they were, also where nothing else was saved; null where that is everything', async () => {
      const { files, session } = await startRemembering()
      files.write(PAGE, bulletin('Hội nghị hỏng', 'la: 1\n'))
      await session.changed()
      expect(session.current().aside).toEqual(new Set([PAGE]))
      files.write(OTHER, bulletin('Bài khác đã sửa'))
      await session.changed()
      expect(session.current().aside).toEqual(new Set([PAGE]))
      const yml = readFileSync(join(files.root, 'content/portal.yml'), 'utf8')
      files.write('content/portal.yml', `${yml}la: 1\n`)
      await session.changed()
      expect(session.current().aside).toBe(null)
      files.write('content/portal.yml', yml).write(PAGE, bulletin('Hội nghị'))
      await session.changed()
      expect(session.current()).toMatchObject({ problems: [], aside: null })
    })

    it('shows what falls due meanwhile', async () => {
      const due = 'content/bulletins/2025/hen-gio.md'
      const { files, session, clock } = await startRemembering({
        [due]: bulletin('Bài hẹn giờ', 'publishAt: 02/07/2025 07:00\n'),
      })
      const state = () =>
        session.current().good?.plan.site.standings.find(({ bulletin }) => bulletin.source === due)?.state
      files.write(PAGE, bulletin('Hội nghị hỏng', 'la: 1\n'))
      await session.changed()
      expect(state()).toBe('scheduled')
      clock.now += 2 * 24 * 3600 * 1000
      await session.changed()
      expect(session.current().problems.map(({ file }) => file)).toEqual([PAGE])
      expect(state()).toBe('published')
    })

    it('stays at the last good state where an error is of all pages, or stands where nothing has changed', async () => {
      const { files, session } = await startRemembering()
      const yml = readFileSync(join(files.root, 'content/portal.yml'), 'utf8')
      files.write('content/portal.yml', `${yml}la: 1\n`).write(PAGE, bulletin('Hội nghị đã sửa'))
      await session.changed()
      expect(session.current().problems.map(({ file }) => file)).toEqual(['content/portal.yml'])
      expect(await textAt(session, '2023/hoi-nghi/index.html')).toContain('<h1>Hội nghị</h1>')
      // The other one links to it.
      files.write('content/portal.yml', yml).remove(PAGE)
      await session.changed()
      expect(session.current().problems.map(({ file }) => file)).toEqual([OTHER])
      expect(await textAt(session, '2023/hoi-nghi/index.html')).toContain('<h1>Hội nghị</h1>')
    })
  })

  it('has nothing good where there was never anything good', async () => {
    const { session } = start((world, files) => {
      writeFileSync(join(files.root, PAGE), 'không có gì')
      return world
    })
    await session.ready
    expect(session.current().good).toBe(null)
    expect(session.current().problems.length).toBeGreaterThan(0)
  })

  it('begins anew when a file changes under its hands', async () => {
    let disturbed = false
    const { session } = start((world, files) => ({
      ...world,
      door: {
        ...world.door,
        async list() {
          const listing = await world.door.list()
          if (!disturbed) files.write(PAGE, bulletin('Hội nghị đã đổi'))
          disturbed = true
          return listing
        },
      },
    }))
    await session.ready
    expect(session.current().problems).toEqual([])
    expect(await textAt(session, '2023/hoi-nghi/index.html')).toContain('Hội nghị đã đổi')
  })

  it('says so when a file never comes to rest, and goes on once it has', async () => {
    let restless = true
    let count = 0
    const { session } = start((world, files) => ({
      ...world,
      door: {
        ...world.door,
        async list() {
          const listing = await world.door.list()
          count += 1
          if (restless) files.write(PAGE, bulletin(`Hội nghị lần ${count}`))
          return listing
        },
      },
    }))
    await session.ready
    expect(session.current().problems.map(({ diagnostic }) => diagnostic.code)).toEqual(['source/changing'])
    restless = false
    await session.changed()
    expect(session.current().problems).toEqual([])
  })

  it('renders what a file is now, if it changed since it was listed', async () => {
    const { files, session } = start()
    await session.ready
    const path = outputPath('tep.txt')
    files.write('content/static/tep.txt', 'hai')
    const shown = await session.render(path)
    expect(Buffer.from(shown?.bytes ?? []).toString()).toBe('hai')
    files.remove('content/static/tep.txt')
    expect(await session.render(path)).toMatchObject({ problem: null })
    await session.changed()
    expect(await session.render(path)).toBe(null)
  })

  it('shows the last good bytes of a file that is gone while errors hold the plan in place', async () => {
    const { files, session } = start()
    await session.ready
    const path = outputPath('tep.txt')
    files.write(PAGE, 'hỏng').write('content/static/tep.txt', 'hai')
    const lost = await session.render(path)
    expect(lost?.bytes).toBe(null)
    expect(lost?.problem?.diagnostic.code).toBe('source/changing')
  })

  it('renders each output once for each digest', async () => {
    let encoded = 0
    const { session } = start((world) => ({
      ...world,
      door: {
        ...world.door,
        read(source) {
          encoded += 1
          return world.door.read(source)
        },
      },
    }))
    await session.ready
    const path = outputPath('tep.txt')
    const before = encoded
    await Promise.all([session.render(path), session.render(path), session.render(path)])
    await session.render(path)
    expect(encoded - before).toBe(1)
  })

  it('tells a template that breaks on a page, and shows the page as it was', async () => {
    const { files, session } = start()
    files.write('templates/page.njk', '{{ standing.title }}')
    files.write('content/pages/gioi-thieu.md', '---\ntitle: Giới thiệu\n---\nChữ.\n')
    await session.changed()
    expect(await textAt(session, 'gioi-thieu/index.html')).toBe('Giới thiệu')
    files.write('templates/page.njk', '\n{{ standing.extra.khong.co }}')
    await session.changed()
    const shown = await session.render(outputPath('gioi-thieu/index.html'))
    expect(shown?.problem).toMatchObject({ file: 'templates/page.njk', diagnostic: { place: { line: 2 } } })
    expect(Buffer.from(shown?.bytes ?? []).toString()).toBe('Giới thiệu')
  })

  it('outlives a bug', async () => {
    let broken = false
    const { session } = start((world) => {
      if (broken) throw new TypeError('hỏng máy')
      return world
    })
    await session.ready
    broken = true
    await session.changed()
    expect(session.current().bug).toBeInstanceOf(TypeError)
    expect(session.current().good).not.toBe(null)
    broken = false
    await session.changed()
    expect(session.current()).toMatchObject({ bug: null, problems: [] })
  })

  it('outlives a bug that is met as a page is shown ahead', async () => {
    let broken = false
    const { files, session } = start((world) => {
      if (broken) throw new TypeError('hỏng máy')
      return world
    }, 0)
    await session.ready
    broken = true
    const disk = join(files.root, PAGE)
    files.write(PAGE, bulletin('Hội nghị tổng kết'))
    await session.glance(disk)
    await session.changed([disk])
    expect(session.current().bug).toBeInstanceOf(TypeError)
    broken = false
    await session.changed([disk])
    await session.changed()
    expect(session.current()).toMatchObject({ bug: null, problems: [] })
    expect(await textAt(session, '2023/hoi-nghi/index.html')).toContain('<h1>Hội nghị tổng kết</h1>')
  })

  it('does nothing more once it is closed', async () => {
    const { session, turns } = start()
    session.close()
    await session.changed()
    expect(turns).toEqual([])
  })
})
