import fs, { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { type Watch, type WatchOptions, watchFolders } from '../../src/serve/watch.ts'
import { until } from './preview.ts'

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const one of undo.splice(0).reverse()) await one()
})

interface Seen {
  readonly root: string
  readonly calls: (readonly string[])[]
  readonly reasons: string[]
  readonly watch: Watch
  write(path: string, text?: string): void
  /** Waits for this file to be named, and forgets what came until then. */
  sees(path: string): Promise<void>
  /** Makes sure that nothing comes: a known change afterwards is the only one. */
  seesOnly(path: string): Promise<void>
}

async function start(options: Partial<WatchOptions> = {}, before: (root: string) => void = () => undefined) {
  const root = mkdtempSync(join(tmpdir(), 'theo dõi '))
  undo.push(() => rmSync(root, { recursive: true, force: true }))
  const write = (path: string, text = String(performance.now())) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  write('content/portal.yml')
  write('content/bulletins/2023/hoi-nghi/index.md')
  write('templates/base.njk')
  before(root)
  const calls: (readonly string[])[] = []
  const reasons: string[] = []
  const watch = watchFolders([join(root, 'content'), join(root, 'templates')], {
    onChange: (files) => calls.push(files.map((file) => relative(root, file).replaceAll('\\', '/'))),
    onPolling: (reason) => reasons.push(reason),
    ...options,
  })
  undo.push(() => watch.close())
  await watch.ready
  const seen: Seen = {
    root,
    calls,
    reasons,
    watch,
    write,
    async sees(path) {
      await until(`event for ${path}`, () => calls.flat().includes(path))
      // A rename is told in two events, the second a moment later.
      await new Promise((done) => setTimeout(done, 250))
      calls.length = 0
    },
    async seesOnly(path) {
      await until(`event for ${path}`, () => calls.flat().includes(path))
      await new Promise((done) => setTimeout(done, 250))
      expect([...new Set(calls.flat())]).toEqual([path])
      calls.length = 0
    },
  }
  return seen
}

/** A machine that can watch so many more files and folders. */
function withWatches(left: number): { left: number } {
  const { watch } = fs
  const machine = { left }
  fs.watch = ((...args: Parameters<typeof watch>) => {
    machine.left -= 1
    if (machine.left < 0) throw Object.assign(new Error('ENOSPC: watch'), { code: 'ENOSPC', syscall: 'watch' })
    return watch(...args)
  }) as typeof watch
  syncBuiltinESMExports()
  undo.push(() => {
    fs.watch = watch
    syncBuiltinESMExports()
  })
  return machine
}

const INDEX = 'content/bulletins/2023/hoi-nghi/index.md'

describe('the watch', () => {
  it('says nothing of what is there already', async () => {
    const { calls, write, seesOnly } = await start()
    expect(calls).toEqual([])
    write(INDEX)
    await seesOnly(INDEX)
  })

  it('sees saves, also those that editors make by renaming', async () => {
    const { root, write, sees } = await start()
    for (const path of [INDEX, 'content/portal.yml', 'templates/base.njk']) {
      write(path)
      await sees(path)
      writeFileSync(join(root, `${path}~`), 'mới')
      renameSync(join(root, `${path}~`), join(root, path))
      await sees(path)
    }
  })

  it('gathers what comes together', async () => {
    const { calls, write } = await start()
    for (let number = 0; number < 40; number += 1) write(`content/bulletins/2024/bai-${number}.md`)
    await until('all forty', () => new Set(calls.flat().filter((path) => path.endsWith('.md'))).size === 40)
    expect(calls.length).toBeLessThan(40)
  })

  it('waits for photos that are being copied, and reports them whole', async () => {
    const { root, calls, write } = await start()
    const photo = 'content/bulletins/2023/hoi-nghi/THO 1.jpg'
    write(photo, '')
    const seenAt: number[] = []
    for (let part = 1; part <= 12; part += 1) {
      appendFileSync(join(root, photo), 'x'.repeat(1000))
      await new Promise((done) => setTimeout(done, 60))
      seenAt.push(calls.length)
    }
    await until('the photo', () => calls.flat().includes(photo))
    // One report for each step of gathering would be as many as parts: on a busy machine a pause may make a second.
    expect(calls.length).toBeLessThan(4)
    expect(seenAt.filter((count) => count === 0).length, 'nothing while it grew').toBeGreaterThan(3)
  })

  it('does not let a text wait for ever for a film that is copied beside it', async () => {
    const { root, calls, write } = await start({ patience: 400 })
    const film = 'content/bulletins/2023/hoi-nghi/phim.mp4'
    write(INDEX)
    await until('the text, while the film grows', async () => {
      appendFileSync(join(root, film), 'x')
      return calls.flat().includes(INDEX)
    })
  })

  it('sees new folders with what is in them, names with blanks and tone marks, renames and removals', async () => {
    const { root, write, sees } = await start()
    write('content/bulletins/2023/lễ hội/Ảnh 1 (2).jpg')
    await sees('content/bulletins/2023/lễ hội/Ảnh 1 (2).jpg')
    renameSync(join(root, 'content/bulletins/2023/lễ hội'), join(root, 'content/bulletins/2023/le-hoi'))
    await sees('content/bulletins/2023/le-hoi/Ảnh 1 (2).jpg')
    rmSync(join(root, 'content/bulletins/2023/le-hoi/Ảnh 1 (2).jpg'))
    await sees('content/bulletins/2023/le-hoi/Ảnh 1 (2).jpg')
  })

  it.each(['content', 'templates'])('sees %s go, come back, and what changes then', async (folder) => {
    const { root, write, sees } = await start()
    const file = folder === 'content' ? INDEX : 'templates/base.njk'
    renameSync(join(root, folder), join(root, 'elsewhere'))
    await sees(folder)
    renameSync(join(root, 'elsewhere'), join(root, folder))
    await sees(file)
    write(file)
    await sees(file)
    rmSync(join(root, folder), { recursive: true })
    await sees(folder)
    write(file)
    await sees(file)
    write(file)
    await sees(file)
  })

  it('watches a folder anew that another one was put in the place of', async () => {
    const { root, calls, write, sees } = await start()
    const folder = join(root, dirname(INDEX))
    write('moi/index.md')
    renameSync(folder, join(root, 'cu'))
    renameSync(join(root, 'moi'), folder)
    await until('the other folder', () => calls.flat().includes(dirname(INDEX)))
    await until('the new watch', () => calls.some((files) => files.length === 0))
    for (let time = 0; time < 2; time += 1) {
      write(INDEX)
      await sees(INDEX)
    }
    // The one that was moved away is none of it any more.
    writeFileSync(join(root, 'cu', 'index.md'), 'cũ')
    await new Promise((done) => setTimeout(done, 300))
    expect(calls).toEqual([])
  })

  it('does not watch anew what it watches: new folders, saves, removals', async () => {
    const { root, calls, write, sees } = await start()
    for (const name of ['mot', 'hai', 'ba']) write(`content/bulletins/2024/${name}/anh/index.md`)
    await sees('content/bulletins/2024/ba/anh/index.md')
    rmSync(join(root, 'content/bulletins/2024/hai'), { recursive: true })
    await new Promise((done) => setTimeout(done, 1000))
    write('content/bulletins/2024/ba/anh/index.md')
    await sees('content/bulletins/2024/ba/anh/index.md')
    expect(calls.filter((files) => files.length === 0)).toEqual([])
  })

  it('waits for a folder that is not there yet', async () => {
    const { write, sees } = await start({}, (root) => rmSync(join(root, 'templates'), { recursive: true }))
    write('templates/parts/footer.njk')
    await sees('templates/parts/footer.njk')
    write('templates/parts/footer.njk')
    await sees('templates/parts/footer.njk')
  })

  it('passes over what is no part of a portal', async () => {
    const { write, seesOnly } = await start()
    for (const path of [
      'dist/index.html',
      'node_modules/a/index.js',
      'README.md',
      '.git/index',
      '.tx-portal/cache',
      'content-cu/portal.yml',
      'content/.git/HEAD',
      'content/Thumbs.db',
      'content/~$bai.docx',
      `${INDEX}.swp`,
      `${INDEX}~`,
      'content/node_modules/x.md',
    ]) {
      write(path)
    }
    await new Promise((done) => setTimeout(done, 300))
    write(INDEX)
    await seesOnly(INDEX)
  })

  it.skipIf(process.platform === 'win32')('does not follow links out of the portal', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'ngoài '))
    undo.push(() => rmSync(outside, { recursive: true, force: true }))
    writeFileSync(join(outside, 'a.txt'), 'a')
    const { calls, write } = await start({}, (root) => symlinkSync(outside, join(root, 'content', 'lien-ket')))
    writeFileSync(join(outside, 'a.txt'), 'b')
    await new Promise((done) => setTimeout(done, 300))
    write(INDEX)
    await until('the save', () => calls.flat().includes(INDEX))
    expect(calls.flat().filter((path) => path.includes('a.txt'))).toEqual([])
  })

  it.skipIf(process.platform === 'win32')('sees what is saved where the folder itself is a link', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'kho '))
    undo.push(() => rmSync(outside, { recursive: true, force: true }))
    const { sees, seesOnly, write } = await start({}, (root) => {
      renameSync(join(root, 'content'), join(outside, 'nội dung'))
      symlinkSync(join(outside, 'nội dung'), join(root, 'content'))
    })
    write(INDEX)
    await sees(INDEX)
    write('content/.git/HEAD')
    writeFileSync(join(outside, 'khác.txt'), 'x')
    write('content/portal.yml')
    await seesOnly('content/portal.yml')
  })

  it('works where its own folder has a name it passes over', async () => {
    const root = mkdtempSync(join(tmpdir(), 'gói '))
    undo.push(() => rmSync(root, { recursive: true, force: true }))
    const folder = join(root, 'node_modules', 'tx-portal', 'templates')
    mkdirSync(folder, { recursive: true })
    const calls: string[] = []
    const watch = watchFolders([folder], {
      onChange: (files) => calls.push(...files),
      onPolling: () => undefined,
    })
    undo.push(() => watch.close())
    await watch.ready
    writeFileSync(join(folder, 'base.njk'), 'x')
    await until('the template', () => calls.some((file) => basename(file) === 'base.njk'))
  })

  it('looks at files in turn when told to', async () => {
    const { write, sees, reasons, calls } = await start({ polling: true })
    // What came before a file was looked at the first time is told as “anew”, not by its name.
    await until('the first look', () => calls.some((files) => files.length === 0))
    write(INDEX, 'khác hẳn')
    await sees(INDEX)
    write('content/bulletins/2023/moi/index.md')
    await sees('content/bulletins/2023/moi/index.md')
    expect(reasons).toEqual([])
  })

  it.each([
    ['from the beginning', 3],
    ['later on', Number.POSITIVE_INFINITY],
  ])('looks at files in turn when the machine has no more watches, %s, and says so', async (_when, watches) => {
    const machine = withWatches(watches)
    const { reasons, calls, write } = await start()
    machine.left = 0
    write('content/bulletins/2023/moi/index.md')
    await until('the fall back', () => reasons.length > 0)
    expect(reasons).toEqual(['ENOSPC'])
    // Until the new watch has seen all files once, a save is told as “anew”, not by its name.
    let saves = 0
    await until('a save', () => {
      saves += 1
      write(INDEX, `khác hẳn ${saves}`)
      return calls.flat().includes(INDEX)
    })
  })

  it('says nothing once it is closed', async () => {
    const { watch, write, calls } = await start()
    write(INDEX)
    await watch.close()
    write('content/portal.yml')
    await new Promise((done) => setTimeout(done, 300))
    expect(calls).toEqual([])
  })
})
