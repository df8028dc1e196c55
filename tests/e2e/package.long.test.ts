import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { bulletin, CATEGORIES_YML, copyPictures, PORTAL_YML, REPOSITORY } from '../portal.ts'
import { folder } from './run.ts'

const shell = process.platform === 'win32'
const npm = (args: readonly string[], cwd: string) =>
  spawnSync('npm', args, { cwd, encoding: 'utf8', shell, env: { ...process.env, npm_config_update_notifier: 'false' } })
const home = folder('gói ')

/** The tool as somebody installs it: nothing of the repository but the tarball. */
const installed = (args: readonly string[], cwd = home) =>
  spawnSync(process.execPath, [join(home, 'node_modules/tx-portal/bin/tx-portal.js'), ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, CI: '' },
  })

beforeAll(() => {
  const packed = npm(['pack', '--ignore-scripts', '--silent', '--pack-destination', home], REPOSITORY)
  expect(packed.status, packed.stderr).toBe(0)
  writeFileSync(join(home, 'package.json'), '{"name":"cong-xa","private":true}')
  const done = npm(
    ['install', '--prefer-offline', '--no-audit', '--no-fund', `./${packed.stdout.trim().split('\n').at(-1)}`],
    home,
  )
  expect(done.status, done.stderr).toBe(0)
}, 240_000)

describe('the packed tool, installed elsewhere', () => {
  it('brings its templates, starter and sample along, and neither sources nor tests', () => {
    const names = readdirSync(join(home, 'node_modules/tx-portal'))
    expect(names).toEqual(
      expect.arrayContaining([
        'bin',
        'lib',
        'templates',
        'content',
        'starter',
        'docs',
        'LICENSE',
        'README.md',
        'CHANGELOG.md',
      ]),
    )
    expect(readdirSync(join(home, 'node_modules/tx-portal/docs'))).not.toContain('screenshots')
    // Of src/ only its map, to which the README leads.
    expect(readdirSync(join(home, 'node_modules/tx-portal/src'))).toEqual(['README.md'])
    for (const own of ['tests', 'bench', 'dist']) expect(names).not.toContain(own)
  })

  it('makes a blank portal that says what must be filled in', () => {
    expect(installed(['init', 'xã mới']).status).toBe(0)
    const { status, stderr } = installed(['build'], join(home, 'xã mới'))
    expect(status).toBe(1)
    expect(stderr).toMatch(/content\/portal\.yml:\d+:\d+ +lỗi +config\/placeholder/)
    expect(existsSync(join(home, 'xã mới/dist'))).toBe(false)
    expect(existsSync(join(home, 'xã mới/.gitignore'))).toBe(true)
    expect(existsSync(join(home, 'xã mới/.github/workflows/publish.yml'))).toBe(true)
  })

  it('makes the sample portal, which builds at once', () => {
    expect(installed(['init', 'mẫu', '--example']).status).toBe(0)
    copyPictures(join(home, 'mẫu'))
    const { status, stderr } = installed(['build'], join(home, 'mẫu'))
    expect(status, stderr).toBe(0)
    expect(existsSync(join(home, 'mẫu/dist/2023/hoi-nghi-tong-ket-dong-quan-canh-phong/index.html'))).toBe(true)
  })

  it('builds a portal that overrides one template, with data and extra fields', () => {
    const root = join(home, 'riêng')
    const write = (path: string, text: string) => {
      mkdirSync(join(root, path, '..'), { recursive: true })
      writeFileSync(join(root, path), text)
    }
    write('content/portal.yml', PORTAL_YML)
    write('content/categories.yml', CATEGORIES_YML)
    write('content/data/truc-ban.yml', 'so: 0237 111 1111\n')
    write('content/bulletins/2023/a.md', bulletin('Một', 'extra: {ky-hieu: 12/BC-UBND}\n'))
    write(
      'templates/parts/signature.njk',
      '<p class="signature">Số {{ bulletin.extra["ky-hieu"] }}, trực ban {{ site.data["truc-ban"].so }}</p>\n',
    )
    const { status, stderr } = installed(['build'], root)
    expect(status, stderr).toBe(0)
    const html = readFileSync(join(root, 'dist/2023/a/index.html'), 'utf8')
    expect(html).toContain('Số 12/BC-UBND, trực ban 0237 111 1111')
    expect(html).toContain('Cổng thông tin điện tử xã Xuân Hòa')
  })
})
