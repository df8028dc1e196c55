import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { eject, findTemplate, keep, type Templates } from '../../src/authoring/eject.ts'
import { openDoor } from '../../src/pipeline/load.ts'
import { prepare } from '../../src/pipeline/prepare.ts'
import { bareSteps } from '../../src/pipeline/steps.ts'
import { make } from '../cli/made.ts'
import { run } from '../cli/run.ts'
import { makeWorld, REPOSITORY } from '../portal.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})
const read = (root: string, path: string): string => readFileSync(join(root, path), 'utf8')

describe('eject', () => {
  it('lists every template by the name it is copied by, and which the portal has already', async () => {
    const { root } = make({ 'templates/parts/card.njk': 'của tôi' })
    const { exit, out } = await run(['eject'], { cwd: root })
    expect(exit).toBe(0)
    expect(out).toMatch(/^bulletin\.njk$/m)
    expect(out).toMatch(/^strings\/vi\.yml$/m)
    expect(out).toMatch(/^assets\/css\/03-base\.css$/m)
    expect(out).toMatch(/^parts\/card\.njk {2}\(cổng đã có bản riêng\)$/m)
  })

  it.each([
    ['parts/card.njk', 'parts/card.njk'],
    ['card', 'parts/card.njk'],
    ['templates/base.njk', 'base.njk'],
    ['parts\\footer.njk', 'parts/footer.njk'],
    ['vi.yml', 'strings/vi.yml'],
  ])('copies %s byte by byte, records it and tells its neighbours', async (given, name) => {
    const one = make()
    const { exit, out, err } = await run(['eject', given], { cwd: one.root })
    expect(exit).toBe(0)
    expect(out).toBe(`Đã chép mẫu trang vào templates/${name}\n`)
    expect(read(one.root, `templates/${name}`)).toBe(read(REPOSITORY, `templates/${name}`))
    expect(read(one.root, 'templates/ejected.yml')).toMatch(
      new RegExp(`^- \\{template: ${name}, version: 0\\.1\\.0, digest: [0-9a-f]{32}\\}$`, 'm'),
    )
    if (name === 'parts/card.njk') expect(err).toMatch(/^Các mẫu dùng tới mẫu này: .*home\.njk/m)
    if (name === 'base.njk') expect(err).toMatch(/^Mẫu này dùng tới: .*parts\/footer\.njk/m)
    const { ok, diagnostics, outputs } = await one.build()
    expect({ ok, diagnostics }).toEqual({ ok: true, diagnostics: [] })
    expect([...outputs.keys()].filter((path) => path.includes('ejected'))).toEqual([])
  })

  it('replaces nothing, and means the nearest name', async () => {
    const { root } = make({ 'templates/parts/card.njk': 'của tôi' })
    const taken = await run(['eject', 'parts/card.njk'], { cwd: root })
    expect(taken.exit).toBe(2)
    expect(taken.err).toContain('eject/taken')
    expect(read(root, 'templates/parts/card.njk')).toBe('của tôi')
    const unknown = await run(['eject', 'crad'], { cwd: root })
    expect(unknown.exit).toBe(2)
    expect(unknown.err).toContain('Có phải ý anh/chị là “parts/card.njk”?')
    for (const option of ['--diff', '--keep'])
      expect((await run(['eject', 'base.njk', option], { cwd: root })).err).toContain('eject/not-there')
  })

  it('shows how the copy differs, whatever ends its lines', async () => {
    const one = make()
    await run(['eject', 'redirect.njk'], { cwd: one.root })
    const text = read(one.root, 'templates/redirect.njk')
    one.write('templates/redirect.njk', text.replaceAll('\n', '\r\n'))
    const same = await run(['eject', 'redirect.njk', '--diff'], { cwd: one.root })
    expect(same.out).toBe('')
    expect(same.err).toContain('giống hệt bản gốc')
    one.write('templates/redirect.njk', `{# của xã #}\n${text}`)
    const { exit, out } = await run(['eject', 'redirect.njk', '--diff'], { cwd: one.root })
    expect(exit).toBe(0)
    expect(out).toMatch(/^--- tx-portal\/redirect\.njk\n\+\+\+ templates\/redirect\.njk\n@@ .* @@\n\+\{# của xã #\}\n /)
  })
})

describe('a copied template', () => {
  /** A tool of its own, whose templates may change, as a newer version's do. */
  function withTool() {
    const { root } = make()
    const toolRoot = mkdtempSync(join(tmpdir(), 'công cụ '))
    folders.push(toolRoot)
    cpSync(join(REPOSITORY, 'templates'), join(toolRoot, 'templates'), { recursive: true })
    const templates: Templates = { root, toolRoot, toolVersion: '0.1.0' }
    const listed = (name: string) => {
      const found = findTemplate(name, templates)
      if ('code' in found) throw new Error(found.code)
      return found
    }
    const says = async () => {
      const world = makeWorld(root)
      const door = openDoor({ root, toolRoot, table: null, clock: () => 0, onRead: () => undefined })
      const { diagnostics } = await prepare({ ...world, door, steps: bareSteps(door, world.bodies) })
      return diagnostics.map(({ file, diagnostic: { severity, code, params } }) => ({ file, severity, code, params }))
    }
    const change = (name: string) => {
      const path = join(toolRoot, 'templates', name)
      writeFileSync(path, `${readFileSync(path, 'utf8')}{# mới #}`)
    }
    return { root, toolRoot, templates, listed, says, change }
  }

  it('warns once the original has changed, and is quiet again when that was looked at or the copy is gone', async () => {
    const { root, templates, listed, says, change } = withTool()
    for (const name of ['parts/card.njk', 'home.njk']) expect(eject(listed(name), templates)).toBe(null)
    expect(await says()).toEqual([])
    change('parts/card.njk')
    change('base.njk')
    const warning = {
      file: 'templates/parts/card.njk',
      severity: 'warning',
      code: 'template/moved-on',
      params: { template: 'parts/card.njk', since: '0.1.0', gone: false },
    }
    expect(await says()).toEqual([warning])
    expect(keep(listed('parts/card.njk'), { ...templates, toolVersion: '0.2.0' })).toBe(null)
    expect(await says()).toEqual([])
    expect(read(root, 'templates/ejected.yml').match(/^- .*(?=, digest)/gm)).toEqual([
      '- {template: home.njk, version: 0.1.0',
      '- {template: parts/card.njk, version: 0.2.0',
    ])
    change('parts/card.njk')
    rmSync(join(root, 'templates/parts/card.njk'))
    expect(await says()).toEqual([])
  })

  it.each([
    ['marks of Git', (text: string) => `<<<<<<< HEAD\n${text}`],
    ['a missing bracket', (text: string) => text.replace('}', '')],
    ['an entry without its template', (text: string) => text.replace('template: home.njk, ', '')],
    ['a map', () => 'home.njk: 1\n'],
  ])('forgets no copy where the record cannot all be read: %s', (_, broken) => {
    const { root, templates, listed } = withTool()
    for (const name of ['parts/card.njk', 'home.njk']) expect(eject(listed(name), templates)).toBe(null)
    const path = join(root, 'templates/ejected.yml')
    const text = broken(readFileSync(path, 'utf8'))
    writeFileSync(path, text)
    expect(keep(listed('parts/card.njk'), templates)?.code).toBe('eject/record')
    expect(eject(listed('bulletin.njk'), templates)?.code).toBe('eject/record')
    expect(readFileSync(path, 'utf8')).toBe(text)
    expect(existsSync(join(root, 'templates/bulletin.njk'))).toBe(false)
    writeFileSync(path, '')
    expect(keep(listed('parts/card.njk'), templates)).toBe(null)
  })

  it('is told of when the tool has no such template any more', async () => {
    const { toolRoot, templates, listed, says } = withTool()
    eject(listed('parts/archive-note.njk'), templates)
    rmSync(join(toolRoot, 'templates/parts/archive-note.njk'))
    expect((await says()).map(({ code, params }) => ({ code, params }))).toEqual([
      { code: 'template/moved-on', params: { template: 'parts/archive-note.njk', since: '0.1.0', gone: true } },
    ])
  })
})
