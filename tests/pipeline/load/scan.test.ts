import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { scan } from '../../../src/pipeline/load/scan.ts'
import { openDoor } from '../../../src/pipeline/load.ts'
import type { Listing } from '../../../src/pipeline/world.ts'
import { atEnd } from '../../closing.ts'
import { REPOSITORY } from '../../portal.ts'

const FILES = {
  'content/portal.yml': 'name: Xã Xuân Hòa\n',
  'content/bulletins/2023/hoi-nghi.md': 'Hội nghị\n',
  'content/bulletins/2025/chợ Vạn Hà/index.md': 'Khai trương chợ\n',
  'content/bulletins/2025/chợ Vạn Hà/ảnh (1).jpg': 'ảnh\n',
}
const BULLETIN = 'content/bulletins/2023/hoi-nghi.md'

function portal() {
  const root = mkdtempSync(join(tmpdir(), 'tx-scan-'))
  atEnd(() => rmSync(root, { recursive: true }))
  const at = (path: string): string => join(root, path)
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(at(path)), { recursive: true })
    writeFileSync(at(path), text)
  }
  for (const [path, text] of Object.entries(FILES)) write(path, text)
  return { root, at, write, mark: () => scan(root, 'content').mark() }
}
type Portal = ReturnType<typeof portal>

const doorOf = (root: string, clock: () => number) =>
  openDoor({ root, toolRoot: REPOSITORY, table: null, clock, onRead: () => undefined })

describe('the mark of what stands on the disk', () => {
  it('is the same as long as nothing changes, also where systems leave something behind', () => {
    const one = portal()
    const before = one.mark()
    expect(before).toMatch(/^[0-9a-f]{32}$/)
    one.write('content/.DS_Store', 'x')
    one.write('content/bulletins/2023/Thumbs.db', 'x')
    one.write('content/bulletins/.git/HEAD', 'x')
    mkdirSync(one.at('content/bulletins/2026'))
    expect(one.mark()).toBe(before)
    expect(scan(one.root, 'content').files).toEqual(Object.keys(FILES).sort())
  })

  const changes: Readonly<Record<string, (one: Portal) => void>> = {
    'a text': ({ write }) => write(BULLETIN, 'Hội nghị mới\n'),
    'a text of the same length, at the time it had': ({ at, write }) => {
      const { atime, mtime } = statSync(at(BULLETIN))
      write(BULLETIN, 'Hội Nghị\n')
      utimesSync(at(BULLETIN), atime, mtime)
    },
    'a time': ({ at }) => utimesSync(at(BULLETIN), 1, 1),
    'a name': ({ at }) => renameSync(at(BULLETIN), at('content/bulletins/2023/hoi-nghi-2.md')),
    'the folder of a file': ({ at }) => renameSync(at('content/bulletins/2025'), at('content/bulletins/2026')),
    'one more': ({ write }) => write('content/bulletins/2023/nhân sự.md', ''),
    'one less': ({ at }) => rmSync(at(BULLETIN)),
    'a copy in its place': ({ at }) => {
      writeFileSync(at('content/x'), readFileSync(at(BULLETIN)))
      renameSync(at('content/x'), at(BULLETIN))
    },
    'a second name': ({ at }) => linkSync(at(BULLETIN), at('content/bulletins/2023/b.md')),
  }
  it.each(Object.keys(changes))('is another one after a change: %s', (what) => {
    const one = portal()
    const before = one.mark()
    changes[what]?.(one)
    expect(one.mark()).not.toBeNull()
    expect(one.mark()).not.toBe(before)
  })

  it('tells apart a name with the end of a line in it from two names', () => {
    const [one, two] = [portal(), portal()]
    rmSync(one.at('content'), { recursive: true })
    rmSync(two.at('content'), { recursive: true })
    one.write('content/a\nb', '')
    two.write('content/a', '')
    two.write('content/b', '')
    expect(one.mark()).not.toBe(two.mark())
  })

  it.each<[string, (one: Portal) => void]>([
    ['a link', ({ at }) => symlinkSync('hoi-nghi.md', at('content/bulletins/2023/b.md'))],
    ['a link to a folder', ({ at }) => symlinkSync('2023', at('content/bulletins/2024'))],
    ['a name that is no text', ({ at }) => writeFileSync(Buffer.from(`${at('content')}/\xe9.md`, 'latin1'), '')],
  ])('is not given where listing must say more: %s', (_, spoil) => {
    const one = portal()
    spoil(one)
    expect(one.mark()).toBeNull()
  })

  it.skipIf(process.getuid?.() === 0)('is not given where a folder cannot be read', () => {
    const one = portal()
    chmodSync(one.at('content/bulletins/2023'), 0)
    expect(one.mark()).toBeNull()
    chmodSync(one.at('content/bulletins/2023'), 0o755)
  })

  it.each<[string, (path: string) => void]>([
    ['a file', (path) => writeFileSync(path, '')],
    ['a link to itself', (path) => symlinkSync('templates', path)],
  ])('is not given where %s stands in the place of the folder', async (_, make) => {
    const { root, at } = portal()
    make(at('templates'))
    expect(scan(root, 'templates').mark()).toBeNull()
    const { diagnostics } = await doorOf(root, () => 0).list()
    expect(diagnostics).toMatchObject([{ file: 'templates', diagnostic: { code: 'file/unreadable' } }])
  })

  it('is that of nothing where there is no such folder', () => {
    const { root } = portal()
    expect(scan(root, 'templates')).toMatchObject({ files: [], touched: 0 })
    expect(scan(root, 'templates').mark()).not.toBeNull()
  })

  it('holds more files than it first has room for, each with its own facts', () => {
    const one = portal()
    for (let number = 0; number < 2500; number++) one.write(`content/static/${number}.txt`, 'x'.repeat(number))
    // A camera whose clock was never set.
    utimesSync(one.at('content/static/1024.txt'), -86_400, -86_400)
    const { factsOf, files } = scan(one.root, 'content')
    expect(files).toHaveLength(2504)
    for (const number of [0, 1023, 1024, 2499]) {
      const path = `content/static/${number}.txt`
      const { size, mtimeNs, ctimeNs, ino } = statSync(one.at(path), { bigint: true })
      expect(factsOf(files.indexOf(path))).toEqual({ size, mtimeNs, ctimeNs, ino })
    }
  })
})

describe('the survey of a portal', () => {
  it('covers the templates too, and is settled when the youngest file has been left alone for two seconds', () => {
    const { root, at, write } = portal()
    const survey = (clock = Date.now() + 60_000) => doorOf(root, () => clock).survey()
    const before = survey()
    expect(before.settled).toBe(true)
    write('templates/parts/footer.njk', '<footer></footer>\n')
    expect(survey().mark()).not.toBe(before.mark())
    const youngest = Math.max(...Object.keys(FILES).map((path) => statSync(at(path)).ctimeMs))
    rmSync(at('templates'), { recursive: true })
    // The tool's own templates count too, and were written before.
    expect(survey(Math.floor(youngest) + 1990).settled).toBe(false)
    expect(survey(Math.ceil(youngest) + 2010).settled).toBe(true)
  })

  it('leaves out what goes after it; what comes counts the next time', async () => {
    const { root, at, write } = portal()
    const door = doorOf(root, () => Date.now())
    const survey = door.survey()
    write('content/bulletins/2023/moi.md', 'Mới\n')
    rmSync(at(BULLETIN))
    const pathsIn = ({ sources }: Listing) =>
      sources.all.map(({ path }) => path).filter((path) => path.startsWith('content/bulletins/2023'))
    expect(pathsIn(await survey.list())).toEqual([])
    expect(await survey.list()).toBe(await survey.list())
    expect(pathsIn(await door.list())).toEqual(['content/bulletins/2023/moi.md'])
  })

  it('lists the same files whether the folder is scanned or, for one link in it, walked', async () => {
    const { root, at, write } = portal()
    write('content/bulletins/2023/Thumbs.db', 'x')
    write('content/static/.well-known/security.txt', 'x')
    write('content/static/Tài liệu (bản 2).pdf', 'x')
    // What editors leave behind are files: these folders have been made by somebody.
    write('content/bulletins/2024.bak/thư.md', 'x')
    write('content/static/ban-do.orig/desktop.ini/x.txt', 'x')
    write('content/static/ban-do.orig/a.txt~', 'x')
    write('content/static/lưu~/node_modules/x.js', 'x')
    const door = doorOf(root, () => Date.now())
    const listed = async () => {
      const { sources, diagnostics } = await door.list()
      return [sources.all.filter(({ path }) => path.startsWith('content/')), diagnostics]
    }
    const scanned = await listed()
    expect(scan(root, 'content').isWhole).toBe(true)
    symlinkSync(tmpdir(), at('content/static/ngoài'))
    expect(scan(root, 'content').isWhole).toBe(false)
    const [sources, diagnostics] = await listed()
    expect(sources).toEqual(scanned[0])
    expect(scanned[0]).toHaveLength(8)
    expect(diagnostics).toMatchObject([{ file: 'content/static/ngoài', diagnostic: { code: 'file/link-out' } }])
  })
})
