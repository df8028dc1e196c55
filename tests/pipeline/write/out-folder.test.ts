import { mkdirSync, realpathSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, parse } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type DiskCalls, realDisk } from '../../../src/pipeline/write/disk.ts'
import { openFolderSink } from '../../../src/pipeline/write/folder-sink.ts'
import { formatJournal } from '../../../src/pipeline/write/journal.ts'
import { checkOut } from '../../../src/pipeline/write/out-folder.ts'
import { build, faultyDisk, fresh, run, write } from './helpers.ts'

/** A portal with content and templates below somebody's own folder. */
function portal(): { home: string; root: string } {
  const home = realpathSync(dirname(fresh()))
  const root = join(home, 'cong')
  write(join(root, 'content/portal.yml'), 'version: 1')
  write(join(root, 'templates/base.njk'), '')
  return { home, root }
}
const why = (out: string, at: { home: string; root: string }, foldsCase = false) =>
  checkOut({ ...at, out, foldsCase })?.params ?? null
const refused = (out: string, reason: string) => ({ out, why: reason })

describe('a folder to publish into', () => {
  it('may be new, empty, or hold nothing but junk', () => {
    const at = portal()
    const out = join(at.root, 'dist')
    expect(why(out, at)).toBeNull()
    expect(why(join(at.home, 'a/b/c'), at)).toBeNull()
    mkdirSync(out)
    expect(why(out, at)).toBeNull()
    for (const junk of ['.DS_Store', 'Thumbs.db', 'desktop.ini', '.gitkeep']) writeFileSync(join(out, junk), '')
    expect(why(out, at)).toBeNull()
  })

  it('may hold an earlier build, whole, killed at any call, or with files of somebody else', async () => {
    const at = portal()
    const out = join(at.root, 'dist')
    await build(out, { 'index.html': ['front', 'F'] })
    write(join(out, 'CNAME'), 'x.vn')
    expect(why(out, at)).toBeNull()
    for (let call = 1; call < 20; call++) {
      const folder = join(at.root, `dist-${call}`)
      const disk = faultyDisk({ at: call, code: 'KILLED' })
      try {
        await run(openFolderSink({ out: folder, remembered: null, disk }), { 'a/index.html': ['front', 'F'] })
      } catch {}
      expect(why(folder, at), `killed at call ${call}`).toBeNull()
    }
  })

  it('is known by the first line of its manifest, and no more of it is read', async () => {
    const at = portal()
    const out = join(at.root, 'dist')
    const many = Array.from({ length: 200 }, (_, n) => [`${n}/index.html`, ['page', `${n}`]] as const)
    await build(out, Object.fromEntries(many))
    let read = 0
    const counted = (bytes: Uint8Array) => {
      read += bytes.length
      return bytes
    }
    const disk: DiskCalls = {
      ...realDisk,
      read: (path) => counted(realDisk.read(path)),
      readStart: (path, length) => counted(realDisk.readStart(path, length)),
    }
    expect(checkOut({ ...at, out, disk })).toBeNull()
    expect(read).toBeLessThan(statSync(join(out, 'manifest.sha256')).size)
    expect(read).toBeGreaterThan(0)
  })

  it('may be a link to such a folder', () => {
    const at = portal()
    const site = join(at.home, 'www')
    mkdirSync(site)
    symlinkSync(site, join(at.root, 'dist'))
    expect(why(join(at.root, 'dist'), at)).toBeNull()
  })

  it.each([
    ['', 'root'],
    ['.', 'root'],
    ['content', 'content'],
    ['content/dist', 'content'],
    ['content/../content/bulletins', 'content'],
    ['templates', 'templates'],
    ['templates/assets', 'templates'],
    ['.tx-portal/cache', 'system'],
    ['.git/dist', 'system'],
    ['node_modules/dist', 'system'],
    ['content/portal.yml', 'content'],
  ])('may not be %j of the portal: %s', (path, reason) => {
    const at = portal()
    expect(why(join(at.root, path), at)).toEqual(refused(join(at.root, path), reason))
  })

  it('may not be a folder around the portal, the top, nor the home folder', () => {
    const at = portal()
    const { root: top } = parse(at.root)
    expect(why(top, at)).toEqual(refused(top, 'system'))
    expect(why(at.home, at)).toEqual(refused(at.home, 'around'))
    expect(why(dirname(at.home), at)).toEqual(refused(dirname(at.home), 'around'))
    const home = join(at.home, 'nguoi-dung')
    expect(why(home, { ...at, home })).toEqual(refused(home, 'system'))
    expect(checkOut({ out: home, root: at.root, home: null })).toBeNull()
  })

  it('may not be a file, nor below one', () => {
    const at = portal()
    write(join(at.root, 'dist'), 'x')
    expect(why(join(at.root, 'dist'), at)).toMatchObject({ why: 'file' })
    expect(why(join(at.root, 'dist/site'), at)).toMatchObject({ why: 'file' })
  })

  it('may not hold files of somebody else', () => {
    const at = portal()
    const out = join(at.root, 'dist')
    write(join(out, 'anh.jpg'), 'x')
    expect(why(out, at)).toMatchObject({ why: 'foreign' })
    for (const text of ['hello\n', `${'0'.repeat(64)}  ../x\n`, `${'0'.repeat(63)}  x\n`]) {
      write(join(out, 'manifest.sha256'), text)
      expect(why(out, at), text).toMatchObject({ why: 'foreign' })
    }
    write(join(out, 'manifest.sha256'), `${'0'.repeat(64)}  x\n`)
    expect(why(out, at)).toBeNull()
  })

  it('may hold what a first build began, by its journal, but not by a damaged one', () => {
    const at = portal()
    const out = join(at.root, 'dist')
    const text = formatJournal({ added: ['index.html'], replaced: [], removed: [], folders: [] })
    write(join(out, 'index.html'), 'x')
    write(join(out, '.tx-portal/journal'), text)
    expect(why(out, at)).toBeNull()
    write(join(out, '.tx-portal/journal'), text.replace('index', 'other'))
    expect(why(out, at)).toMatchObject({ why: 'foreign' })
  })

  it('may not be a link to where it may not be, to nowhere, or in a circle', () => {
    const at = portal()
    const link = (name: string, target: string) => {
      symlinkSync(target, join(at.root, name))
      return why(join(at.root, name), at)
    }
    expect(link('l1', join(at.root, 'content'))).toMatchObject({ why: 'link' })
    expect(link('l2', at.home)).toMatchObject({ why: 'link' })
    expect(link('l3', join(at.root, 'nowhere'))).toMatchObject({ why: 'link' })
    expect(link('l4', join(at.root, 'l4'))).toMatchObject({ why: 'link' })
    expect(why(join(at.root, 'l1/dist'), at)).toMatchObject({ why: 'link' })
  })

  it('may not be where content really is, when content is a link', () => {
    const at = portal()
    const shared = join(at.home, 'chung')
    mkdirSync(shared)
    symlinkSync(shared, join(at.root, 'static'))
    const root = join(at.home, 'cong-2')
    mkdirSync(root)
    symlinkSync(shared, join(root, 'content'))
    expect(why(join(shared, 'dist'), { ...at, root })).toMatchObject({ why: 'link' })
  })

  it('is compared without case where the file system does not keep it apart', () => {
    const at = portal()
    expect(why(join(at.root, 'Content'), at, true)).toMatchObject({ why: 'content' })
    expect(why(join(at.root, 'Content'), at, false)).toBeNull()
    expect(why(at.root.toUpperCase(), at, true)).toMatchObject({ why: 'root' })
    expect(why(join(at.root, 'contents'), at, true)).toBeNull()
  })

  it('that cannot be looked at is said so', () => {
    const at = portal()
    const disk = {
      ...realDisk,
      lstat: () => {
        throw Object.assign(new Error('no'), { code: 'EACCES' })
      },
    }
    const found = checkOut({ ...at, out: join(at.root, 'dist'), disk })
    expect(found).toMatchObject({ code: 'disk/denied', params: { path: 'dist' } })
  })
})
