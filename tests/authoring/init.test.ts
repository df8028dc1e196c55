import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { run, snapshot } from '../cli/run.ts'
import { copyPictures, REPOSITORY } from '../portal.ts'

const folders: string[] = []
const empty = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'cổng mới '))
  folders.push(folder)
  return folder
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

const filesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.replaceAll('\\', '/'))
    .sort()

const BLANK = [
  '.gitattributes',
  '.github/workflows/publish.yml',
  '.gitignore',
  '.gitlab-ci.yml',
  'README.md',
  'content/authors.yml',
  'content/bulletins/2026/bai-viet-dau-tien/index.md',
  'content/categories.yml',
  'content/glossary.yml',
  'content/portal.yml',
  'content/static/favicon.svg',
  'content/units.yml',
  'package.json',
]
const now = Date.UTC(2026, 10, 23)

/** Fills in a blank portal as a web person would. */
function fillIn(folder: string): void {
  const path = join(folder, 'content/portal.yml')
  const values = [
    'Cổng xã Xuân Hòa',
    'https://xuanhoa.example.vn/',
    'UBND xã',
    'Bà Thu',
    'Thôn 3',
    '0237 000 0000',
    'a@b.vn',
  ]
  const text = readFileSync(path, 'utf8')
  expect(text.match(/: ["']\[[^\]]+\]["']$/gm)).toHaveLength(values.length)
  writeFileSync(
    path,
    text.replace(/: ["']\[[^\]]+\]["']$/gm, () => `: ${values.shift()}`),
  )
}

describe('init', () => {
  it.each([
    ['', /trống/],
    ['~', /“~”/],
    ['~/cong', /“~\/cong”/],
    ['thu.txt', /usage\/not-empty\n.*“thu\.txt” là một tệp/],
    ['thu.txt/cong', /usage\/not-empty\n.*là một tệp/],
  ])('refuses %j, which is no folder, as a wrong command', async (name, words) => {
    const folder = empty()
    writeFileSync(join(folder, 'thu.txt'), 'của tôi')
    const { exit, err } = await run(['init', name], { cwd: folder, now })
    expect(exit).toBe(2)
    expect(err).toMatch(words)
    expect(readdirSync(folder)).toEqual(['thu.txt'])
  })

  it('makes a blank portal in an empty folder, and says what to do next', async () => {
    const folder = empty()
    const { exit, out, err } = await run(['init'], { cwd: folder, now })
    expect(exit).toBe(0)
    expect(out).toBe(`Đã tạo một cổng mới trong thư mục ${folder}.\n`)
    expect(filesOf(folder)).toEqual(BLANK)
    for (const file of BLANK) expect(err).toContain(`đã tạo ${file}`)
    expect(err).toContain('tx-portal serve')
    const text = BLANK.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n')
    expect(text).not.toMatch(/@(name|version|today|year)@/)
    expect(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))).toMatchObject({
      private: true,
      dependencies: { 'tx-portal': 'file:tx-portal-0.1.0.tgz' },
    })
    expect(readFileSync(join(folder, BLANK.find((name) => name.endsWith('index.md')) ?? ''), 'utf8')).toContain(
      'date: 23/11/2026',
    )
  })

  it('says in English that the portal is in the language of its readers', async () => {
    const folder = empty()
    const { err } = await run(['init', '--lang', 'en'], { cwd: folder, now })
    expect(err).toContain('files are in Vietnamese: “--lang en” is for you, the portal is for its readers.')
    expect(err).toContain('write “language: en” in content/portal.yml')
    expect(readFileSync(join(folder, 'content/portal.yml'), 'utf8')).toContain('language: vi')
    expect((await run(['init'], { cwd: empty(), now })).err).not.toContain('language')
  })

  it('makes a folder that is not there', async () => {
    const folder = empty()
    expect((await run(['init', 'các cổng/Xã Xuân Hòa'], { cwd: folder, now })).exit).toBe(0)
    const made = join(folder, 'các cổng/Xã Xuân Hòa')
    expect(filesOf(made)).toEqual(BLANK)
    expect(JSON.parse(readFileSync(join(made, 'package.json'), 'utf8')).name).toBe('xa-xuan-hoa')
  })

  it('leaves a portal that says, line by line, what must be filled in: exit 1', async () => {
    const folder = empty()
    await run(['init'], { cwd: folder, now })
    const { exit, err } = await run(['build'], { cwd: folder, now })
    expect(exit).toBe(1)
    const keys = [
      ...err.matchAll(/^content\/portal\.yml:\d+:\d+ {2}lỗi {2}config\/placeholder\n.*\n.*\n {2}Mục “(.*?)”/gm),
    ]
    expect(keys.map(([, key]) => key)).toEqual([
      'title',
      'baseUrl',
      'agency.name',
      'agency.person',
      'agency.address',
      'agency.phone',
      'agency.email',
    ])
    expect(err.match(/ {2}lỗi {2}/g)).toHaveLength(7)
    for (const [, line = '', text] of err.matchAll(/^ +(\d+) │ (.*)$/gm))
      expect(readFileSync(join(folder, 'content/portal.yml'), 'utf8').split('\n')[Number(line) - 1]).toBe(text)
    expect(readdirSync(folder)).not.toContain('dist')
  })

  it('leaves a portal that builds without a word once it is filled in, its draft too', async () => {
    const folder = empty()
    await run(['init'], { cwd: folder, now })
    fillIn(folder)
    const strict = await run(['check', '--strict', '--drafts'], { cwd: folder, now })
    expect(strict.out).toMatch(/: không có lỗi, 0 cảnh báo, 0 gợi ý;/)
    const { exit, err } = await run(['build'], { cwd: folder, now })
    expect(exit).toBe(0)
    expect(err).toContain('bai-viet-dau-tien/index.md – bản nháp')
  })

  it('makes the sample portal with --example, which builds at once', async () => {
    const folder = empty()
    expect((await run(['init', '--example'], { cwd: folder, now })).exit).toBe(0)
    // All but the book of addresses, which were never published by this portal.
    const sample = filesOf(join(REPOSITORY, 'content')).filter((name) => name !== 'urls.lock')
    expect(filesOf(join(folder, 'content'))).toEqual(sample)
    expect(filesOf(folder)).toEqual(
      expect.arrayContaining(['.gitignore', 'package.json', '.github/workflows/publish.yml']),
    )
    copyPictures(folder)
    const { exit, out } = await run(['build', '--json'], { cwd: folder, now })
    expect(exit).toBe(0)
    expect(JSON.parse(out).diagnostics.filter(({ severity }: { severity: string }) => severity !== 'hint')).toEqual([])
  })

  it('writes nothing where a file of a portal is already, and names it', async () => {
    const folder = empty()
    await run(['init', '--example'], { cwd: folder, now })
    const before = snapshot(folder)
    const { exit, err } = await run(['init'], { cwd: folder, now })
    expect(exit).toBe(2)
    expect(err).toMatch(/usage\/not-empty\n.*“.*(github|gitlab|content).*”/)
    expect(snapshot(folder)).toEqual(before)
    const other = empty()
    writeFileSync(join(other, '.gitlab-ci.yml'), 'của tôi')
    expect((await run(['init'], { cwd: other, now })).exit).toBe(2)
    expect(readdirSync(other)).toEqual(['.gitlab-ci.yml'])
  })

  it('keeps what installing the tool left in the folder', async () => {
    const folder = empty()
    for (const name of ['package.json', 'package-lock.json', 'README.md']) writeFileSync(join(folder, name), '{}')
    const { exit, err } = await run(['init'], { cwd: folder, now })
    expect(exit).toBe(0)
    expect(err).toContain('đã có, giữ nguyên package.json')
    expect(readFileSync(join(folder, 'package.json'), 'utf8')).toBe('{}')
    expect(readdirSync(folder)).toContain('content')
  })
})
