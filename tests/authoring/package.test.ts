import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { REPOSITORY } from '../portal.ts'

let folder: string
const shell = process.platform === 'win32'

/** Runs the tool from the unpacked tarball, with the packages of this repository beside it. */
const tx = (argv: readonly string[], cwd: string) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'package/bin/tx-portal.js'), ...argv], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '' },
  })
  return { exit: status, out: stdout, err: stderr }
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tx-goi-'))
  const packed = spawnSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], {
    cwd: REPOSITORY,
    encoding: 'utf8',
    shell,
  })
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))
  if (tarball === undefined) throw new Error(`npm pack: ${packed.stderr}`)
  spawnSync('tar', ['-xzf', tarball], { cwd: folder })
  symlinkSync(join(REPOSITORY, 'node_modules'), join(folder, 'package/node_modules'), 'junction')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the packed tool', () => {
  it('brings its templates, starter and sample along, and neither sources nor tests', () => {
    const names = readdirSync(join(folder, 'package'))
    expect(names).toEqual(
      expect.arrayContaining(['bin', 'lib', 'templates', 'content', 'starter', 'LICENSE', 'README.md']),
    )
    expect(names).not.toEqual(expect.arrayContaining(['src']))
    expect(names).not.toEqual(expect.arrayContaining(['tests']))
    expect(existsSync(join(folder, 'package/starter/gitignore'))).toBe(true)
  })

  it('starts a blank portal, and its build says what must be filled in', () => {
    const portal = join(folder, 'cong-trong')
    mkdirSync(portal)
    expect(tx(['init'], portal).exit).toBe(0)
    expect(existsSync(join(portal, '.gitignore'))).toBe(true)
    const { exit, err } = tx(['build'], portal)
    expect(exit).toBe(1)
    expect(err.match(/config\/placeholder/g)).toHaveLength(7)
  })

  it('starts the sample portal, which builds, also with a template, extra fields and data of its own', () => {
    expect(tx(['init', 'cong-mau', '--example'], folder).exit).toBe(0)
    const portal = join(folder, 'cong-mau')
    expect(tx(['build'], portal)).toMatchObject({ exit: 0 })
    const own = readFileSync(join(folder, 'package/templates/bulletin.njk'), 'utf8')
    mkdirSync(join(portal, 'templates'))
    mkdirSync(join(portal, 'content/data'))
    writeFileSync(join(portal, 'content/data/duong-day-nong.yml'), 'so: 0237 111 222\n')
    const seen = '<p>{{ site.data["duong-day-nong"].so }} {{ bulletin.extra.soVanBan }}</p>\n{% endblock %}'
    const at = own.lastIndexOf('{% endblock %}')
    writeFileSync(
      join(portal, 'templates/bulletin.njk'),
      own.slice(0, at) + seen + own.slice(at + '{% endblock %}'.length),
    )
    for (const name of readdirSync(join(portal, 'content/bulletins'), { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.md')) continue
      const path = join(portal, 'content/bulletins', name)
      writeFileSync(path, readFileSync(path, 'utf8').replace('---\n', '---\nextra: {soVanBan: 12/KH-UBND}\n'))
    }
    const { exit, err } = tx(['build'], portal)
    expect(exit, err).toBe(0)
    const page = readFileSync(join(portal, 'dist/2023/hoi-nghi-tong-ket-dong-quan-canh-phong/index.html'), 'utf8')
    expect(page).toContain('<p>0237 111 222 12/KH-UBND</p>')
  })
})
