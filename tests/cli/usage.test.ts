import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { exitOf } from '../../src/cli/shell.ts'
import { type Code, type Diagnostic, diagnose, locate } from '../../src/core/diagnostic.ts'
import { labels } from '../../src/messages/labels.ts'
import { examples } from '../messages/examples.ts'
import { bulletin, portal, type TestPortal } from '../portal.ts'
import { collecting, run } from './run.ts'

const empty = mkdtempSync(join(tmpdir(), 'trống '))
afterAll(() => rmSync(empty, { recursive: true }))

describe('a wrong command line', () => {
  it.each([
    [['biuld'], 'usage/unknown-command', 'Có phải ý anh/chị là “build”?'],
    [['build', '--dry-rum'], 'usage/unknown-option', 'Có phải ý anh/chị là “--dry-run”?'],
    [['check', '--repair'], 'usage/unknown-option', '“--repair”'],
    [['build', '--workers', '4'], 'usage/unknown-option', '“--workers”'],
    [['build', '--out'], 'usage/missing-argument', '“--out <…>”'],
    [['why'], 'usage/missing-argument', 'địa chỉ của trang hoặc tên tệp'],
    [['build', 'thua'], 'usage/too-many', '“thua”'],
    [['list', 'all', 'thua'], 'usage/too-many', '“thua”'],
    [['--lang', 'fr', 'build'], 'usage/option-argument', '“fr”'],
  ] as const)('%j: exit 2, in our words', async (argv, code, said) => {
    const { exit, out, err } = await run(argv, { cwd: empty })
    expect(exit).toBe(2)
    expect(out).toBe('')
    expect(err).toContain(`lỗi  ${code}\n`)
    expect(err).toContain(said)
    expect(err).not.toMatch(/error:|unknown option|missing required/)
  })

  it('is said in English too', async () => {
    const { err } = await run(['biuld', '--lang', 'en'], { cwd: empty })
    expect(err).toMatch(/^error {2}usage\/unknown-command\n {2}There is no command “biuld”\. Did you mean “build”\?\n/)
  })

  it('is a bad value', async () => {
    const one = portal()
    for (const [argv, code, said] of [
      [['build', '--now', 'hôm qua'], 'option-argument', '“28/02/2025 16:20”'],
      [['build', '--now', '30/02/2025'], 'no-such-time', 'Ngày “30/02/2025” ghi sau “--now” không có trong lịch'],
      [['list', '--now', '30/01/2025 25:00'], 'no-such-time', 'không có trên đồng hồ'],
      [['build', '--now', '30/01/25'], 'no-such-time', 'mới viết hai chữ số'],
      [['build', '--base-url', 'xuanhoa.example.vn'], 'option-argument', '“xuanhoa.example.vn”'],
      [['serve', '--port', '99999'], 'option-argument', '“99999”'],
      [['serve', '--port', 'abc'], 'option-argument', '“abc”'],
      [['serve', '--host', ''], 'option-argument', '--host'],
      [['build', '--dry-run', '--verify'], 'not-together', '“--verify” cùng với “--dry-run”'],
      [['build', '--verify=all', '--dry-run'], 'not-together', 'Bỏ một trong hai'],
      [['list', 'draft'], 'unknown-word', 'Có phải ý anh/chị là “drafts”?'],
      [['list', 'tất cả'], 'unknown-word', 'tx-portal list drafts'],
    ] as const) {
      const { exit, out, err } = await run(argv, { cwd: one.root })
      expect({ exit, out }, argv.join(' ')).toEqual({ exit: 2, out: '' })
      expect(err).toContain(`usage/${code}\n`)
      expect(err).toContain(said)
    }
    one.close()
  })

  it.each([['build'], ['check'], ['list'], ['why', '/'], ['serve']])(
    '%s outside a portal hints at init',
    async (...argv) => {
      const { exit, err } = await run(argv, { cwd: empty })
      expect(exit).toBe(2)
      expect(err).toContain('usage/not-a-portal')
      expect(err).toContain('tx-portal init cong-moi')
      expect(err).toContain(empty)
    },
  )

  it.each([['build'], ['serve']])('%s below a portal names that portal', async (...argv) => {
    const one = portal({ 'content/bulletins/2023/a/index.md': 'x' })
    const { exit, err } = await run(argv, { cwd: join(one.root, 'content/bulletins/2023/a') })
    expect(exit).toBe(2)
    expect(err).toContain(`cd "${one.root}"\n`)
    expect(err).not.toContain('init')
    one.close()
  })
})

describe('help', () => {
  it.each(['vi', 'en'] as const)('in %s is general or of one command, with examples', async (lang) => {
    const words = labels[lang].help
    const general = await run(['--help', '--lang', lang], { cwd: empty })
    expect(general).toMatchObject({ exit: 0, err: '' })
    for (const { summary } of Object.values(words.commands)) expect(general.out).toContain(summary)
    for (const [name, { description, examples: shown }] of Object.entries(words.commands)) {
      const one = await run([name, '--help', '--lang', lang], { cwd: empty })
      expect(one).toMatchObject({ exit: 0, err: '' })
      const flat = one.out.replace(/\s+/g, ' ')
      expect(flat).toContain(description)
      for (const { command, note } of shown) expect(flat).toContain(`${command} # ${note}`.replace(/\s+/g, ' '))
      expect((await run(['help', name, '--lang', lang], { cwd: empty })).out).toBe(one.out)
    }
  })

  it('shows nothing of commander’s own English', async () => {
    for (const argv of [['--help'], ['build', '--help'], ['why', '--help']])
      expect((await run(argv, { cwd: empty })).out).not.toMatch(/Usage|Options:|display help|output the version/)
  })

  it('is on stderr, with exit 2, when no command is given', async () => {
    for (const argv of [[], ['--quiet']]) {
      const { exit, out, err } = await run(argv, { cwd: empty })
      expect({ exit, out }).toEqual({ exit: 2, out: '' })
      expect(err).toContain('tx-portal init cong-moi')
    }
  })

  it('shows only examples that its own options allow', async () => {
    const { out: general } = await run(['--help'], { cwd: empty })
    for (const [name, { examples: shown }] of Object.entries(labels.vi.help.commands)) {
      const { out } = await run([name, '--help'], { cwd: empty })
      const flags = new Set(
        `${general} ${out.slice(0, out.indexOf(labels.vi.help.headings.examples))}`.match(/--[a-z-]+/g),
      )
      const typed = shown.flatMap(({ command }) => command.match(/--[a-z-]+/g) ?? [])
      expect(
        typed.filter((flag) => !flags.has(flag)),
        name,
      ).toEqual([])
    }
  })

  it('gives the version', async () => {
    expect(await run(['--version'], { cwd: empty })).toMatchObject({ exit: 0, err: '', out: '0.1.0\n' })
    expect((await run(['build', '-V'], { cwd: empty })).out).toBe('0.1.0\n')
  })
})

describe('exit codes', () => {
  it('are 0, 1, 2 or 3 by what is wrong', () => {
    const of = (code: Code): number => exitOf(locate(null, [diagnose<Code>(code, examples[code]) as Diagnostic]))
    expect(exitOf([])).toBe(0)
    expect(of('image/unused')).toBe(0)
    expect(of('category/unknown')).toBe(1)
    expect(of('template/failed')).toBe(1)
    expect(of('why/unknown')).toBe(1)
    expect(of('usage/unknown-option')).toBe(2)
    expect(of('out/refused')).toBe(2)
    expect(of('disk/full')).toBe(3)
    expect(of('lock/held')).toBe(3)
    expect(of('source/changing')).toBe(3)
  })
})

describe('a bug', () => {
  const broken = (error: Error, argv: readonly string[]) => {
    const { machine, out, err } = collecting({ cwd: one.root })
    const failing = Object.defineProperty({ ...machine }, 'cores', {
      get() {
        throw error
      },
    })
    return main(argv, failing).then((exit) => ({ exit, out: out(), err: err() }))
  }
  let one: TestPortal
  beforeAll(() => {
    one = portal({ 'content/bulletins/2023/hoi-nghi.md': bulletin('Hội nghị') })
  })
  afterAll(() => one.close())

  it('is exit 70, one line to send, and its place only with --verbose', async () => {
    const { exit, out, err } = await broken(new TypeError('x is\nno function'), ['build'])
    expect(exit).toBe(70)
    expect(out).toBe('')
    expect(err).toMatch(/gửi cho người quản trị:\ntx-portal 0\.1\.0 · test · x is no function\n$/)
    expect((await broken(new TypeError('x'), ['build', '--verbose'])).err).toMatch(/\n {4}at .*usage\.test\.ts/)
    const json = await broken(new TypeError('x'), ['build', '--json'])
    expect(JSON.parse(json.out)).toMatchObject({ ok: false, diagnostics: [] })
  })

  it('is not a call that the machine refuses: exit 3', async () => {
    const refused = Object.assign(new Error('EMFILE: too many open files'), {
      code: 'EMFILE',
      syscall: 'open',
      path: 'a.md',
    })
    const { exit, err } = await broken(refused, ['build'])
    expect(exit).toBe(3)
    expect(err).toContain('disk/failed')
    expect(err).toContain('a.md')
  })
})
