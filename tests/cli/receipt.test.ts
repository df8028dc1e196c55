import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bulletin, CATEGORIES_YML, PORTAL_YML, type TestPortal } from '../portal.ts'
import { make } from './made.ts'
import { run } from './run.ts'

const WARNING = {
  'content/bulletins/2023/canh-bao.md': bulletin('Lễ hội', '', 'Xem [trang này](https://xa.example.net/).\n'),
}

async function build(one: TestPortal, now?: number, ...argv: string[]) {
  const { out } = await run(['build', '--json', ...argv], { cwd: one.root, ...(now === undefined ? {} : { now }) })
  const json = JSON.parse(out)
  const { ms, ...stats } = json.stats
  return { ...json, stats }
}

const codesOf = ({ diagnostics }: { readonly diagnostics: readonly { readonly code: string }[] }) =>
  diagnostics.map(({ code }) => code)

describe('a build with nothing to make', () => {
  it('looks at names and facts of files, and opens neither them nor what is remembered of each', async () => {
    const one = make(WARNING)
    const first = await build(one)
    // The first wrote the book of addresses, which the second finds: from now on all is known as it stands.
    await build(one)
    const table = join(one.root, '.tx-portal/cache/table')
    const right = readFileSync(table)
    writeFileSync(table, right.subarray(0, 100))
    const again = await build(one)
    expect(again.stats).toMatchObject({ read: 0, parsed: 0, made: 0, changed: 0, kept: first.stats.made })
    expect(codesOf(again)).toEqual(codesOf(first))
    // Touched and not changed: its text is looked at, once.
    const touched = join(one.root, 'content/bulletins/2023/canh-bao.md')
    utimesSync(touched, 1000, 1000)
    writeFileSync(table, right)
    expect((await build(one)).stats).toMatchObject({ read: 1, parsed: 0, made: 0, changed: 0 })
    writeFileSync(table, readFileSync(table).subarray(0, 100))
    expect((await build(one)).stats).toMatchObject({ read: 0, parsed: 0 })
    // Now it is asked for.
    one.write('content/bulletins/2023/canh-bao.md', bulletin('Lễ hội', '', 'Hôm nay.\n'))
    expect(codesOf(await build(one))).toEqual(['cache/dropped'])
  })

  it('renders nothing where the published folder was copied and has other times', async () => {
    const one = make(WARNING)
    const { stats } = await build(one)
    const dist = join(one.root, 'dist')
    const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' }).map((name) => join(dist, name))
    const before = statSync(join(dist, 'index.html')).ino
    for (const name of pages) utimesSync(name, 1e9, 1e9)
    expect((await build(one)).stats).toMatchObject({ rendered: 0, made: 0, changed: 0, kept: stats.made })
    expect(statSync(join(dist, 'index.html')).ino).toBe(before)
    // From now on these are its times.
    expect((await build(one)).stats).toMatchObject({ rendered: 0, kept: stats.made })
    // Other bytes of the same size and another time are not taken for it.
    const text = readFileSync(join(dist, 'index.html'), 'utf8')
    writeFileSync(join(dist, 'index.html'), text.replace('<html', '<hxml'))
    const mended = await build(one)
    expect([mended.stats.changed, codesOf(mended)]).toEqual([1, expect.arrayContaining(['out/edited'])])
    expect(readFileSync(join(dist, 'index.html'), 'utf8')).toBe(text)
  })

  it('says what the whole build said', async () => {
    const one = make(WARNING)
    await build(one)
    // Everything is prepared, nothing rendered: told apart by what reading everything again costs.
    const whole = await build(one, undefined, '--thorough')
    const short = await build(one)
    expect(whole.diagnostics.length).toBeGreaterThan(0)
    expect(short.stats).toMatchObject({ read: 0, parsed: 0, rendered: 0, made: 0, changed: 0, removed: 0 })
    expect({ ...short, stats: { ...short.stats, read: 0 } }).toEqual({ ...whole, stats: { ...whole.stats, read: 0 } })
  })

  it('does not say again that another bulletin stands at an address, as a clean build does not', async () => {
    const one = make()
    await build(one)
    one.rename('content/bulletins/2023/hoi-nghi.md', 'content/bulletins/2023/hoi-nghi-cu.md')
    one.write('content/bulletins/2023/hoi-nghi.md', bulletin('Lịch tiếp dân', '', 'Từ 8 giờ.\n'))
    expect(codesOf(await build(one, undefined, '--dry-run'))).toEqual(['address/replaced'])
    expect(codesOf(await build(one))).toEqual(['address/replaced'])
    const short = await build(one)
    expect([codesOf(short), short.stats.parsed]).toEqual([[], 0])
    expect(codesOf(await build(one, undefined, '--thorough'))).toEqual([])
  })

  it('does not ask again about a section with another id', async () => {
    const one = make()
    await build(one)
    one.write('content/categories.yml', CATEGORIES_YML.replace('- id: thong-bao', '- id: tin-bao'))
    expect(codesOf(await build(one, undefined, '--dry-run'))).toEqual(['address/section'])
    expect(codesOf(await build(one))).toEqual(['address/section'])
    const short = await build(one)
    expect([codesOf(short), short.stats.parsed]).toEqual([[], 0])
    expect(codesOf(await build(one, undefined, '--thorough'))).toEqual([])
  })

  it('remembers files that were too young to be sure of when they were built', async () => {
    const one = make(WARNING)
    // On this machine's own clock the files were written just now.
    const now = Date.now()
    expect((await build(one, now)).stats.read).toBeGreaterThan(0)
    const young = await build(one, now)
    expect(young.stats).toMatchObject({ parsed: 0, rendered: 0 })
    expect(young.stats.read).toBeGreaterThan(0)
    expect((await build(one, now + 60_000)).stats.read).toBe(young.stats.read)
    expect((await build(one, now + 60_000)).stats.read).toBe(0)
  })

  it('prints how many warnings there are, and finds them again for who asks for each', async () => {
    const many = Array.from({ length: 250 }, (_, number) => `Xem [trang ${number}](https://xa${number}.example.net/).`)
    const one = make({ 'content/bulletins/2023/canh-bao.md': bulletin('Lễ hội', '', many.join('\n\n')) })
    const first = await build(one)
    expect(first.diagnostics.length).toBe(250)
    const again = await build(one)
    expect(again.diagnostics).toEqual(first.diagnostics)
    expect(again.stats).toMatchObject({ read: 0, parsed: 0, rendered: 0, made: 0, changed: 0 })
    const { out, err } = await run(['build'], { cwd: one.root })
    expect(`${out}${err}`).toContain(`Có ${first.diagnostics.length} cảnh báo.`)
    expect(statSync(join(one.root, '.tx-portal/cache/receipts')).size).toBeLessThan(10_000)
  })

  it('counts the warnings of bulletins that did not change, and no hints, and keeps no complaint of a cache that is mended', async () => {
    const many = Array.from({ length: 250 }, (_, number) => `Xem [trang ${number}](https://xa${number}.example.net/).`)
    const noSummary = (title: string) => bulletin(title).replace(/^summary:.*\n/m, '')
    const one = make({
      'content/bulletins/2023/canh-bao.md': bulletin('Lễ hội', '', many.join('\n\n')),
      'content/bulletins/2023/goi-y-1.md': noSummary('Gợi ý một'),
      'content/bulletins/2023/goi-y-2.md': noSummary('Gợi ý hai'),
    })
    const told = async () => {
      const { out, err } = await run(['build'], { cwd: one.root })
      return `${out}${err}`
    }
    expect(await told()).toContain('Có 250 cảnh báo.')
    one.write('content/bulletins/2023/goi-y-2.md', noSummary('Gợi ý ba'))
    expect(await told()).toContain('Có 250 cảnh báo.')
    one.write('content/bulletins/2023/canh-bao.md', bulletin('Lễ hội', '', 'Hôm nay.\n'))
    expect(await told()).not.toContain('cảnh báo')
    one.write('content/bulletins/2023/goi-y-2.md', noSummary('Gợi ý bốn'))
    expect(await told()).not.toContain('cảnh báo')
    const hints = codesOf(await build(one))
    expect(hints).toContain('summary/missing')
    const pack = readdirSync(join(one.root, '.tx-portal/cache')).find((name) => /^parsed-\d+\.pack$/.test(name)) ?? ''
    const path = join(one.root, '.tx-portal/cache', pack)
    writeFileSync(path, readFileSync(path).fill(0))
    one.write('content/bulletins/2023/goi-y-2.md', noSummary('Gợi ý năm'))
    expect(codesOf(await build(one))).toContain('cache/dropped')
    expect(codesOf(await build(one))).not.toContain('cache/dropped')
  })

  it('is not one when an output was changed, removed or replaced by hand', async () => {
    const one = make()
    await build(one)
    const page = join(one.root, 'dist/2023/hoi-nghi/index.html')
    const right = readFileSync(page)
    writeFileSync(page, right.subarray(0, right.length - 1))
    expect((await build(one)).stats).toMatchObject({ changed: 1 })
    rmSync(page)
    expect((await build(one)).stats).toMatchObject({ made: 1 })
    expect(readFileSync(page)).toEqual(right)
    rmSync(join(one.root, 'dist'), { recursive: true })
    expect((await build(one)).stats.made).toBeGreaterThan(10)
    expect(readFileSync(page)).toEqual(right)
  })

  it('is not one when another process has written back the receipt of a build before', async () => {
    const one = make()
    const receipts = join(one.root, '.tx-portal/cache/receipts')
    await build(one)
    await build(one)
    const before = readFileSync(receipts)
    const footer = (word: string) => one.write('templates/parts/footer.njk', `<footer>${word}</footer>\n`)
    footer('nay')
    await build(one)
    const first = readFileSync(receipts)
    footer('mai')
    await build(one)
    // The sources are what they were when it was written; what is published is not.
    footer('nay')
    writeFileSync(receipts, first)
    expect((await build(one)).stats.changed).toBeGreaterThan(5)
    expect(readFileSync(join(one.root, 'dist/index.html'), 'utf8')).toContain('<footer>nay</footer>')
    rmSync(join(one.root, 'templates'), { recursive: true })
    writeFileSync(receipts, before)
    expect((await build(one)).stats.changed).toBeGreaterThan(5)
  })

  it('is not one when something dated has come due, or another moment is asked for', async () => {
    const due = Date.UTC(2027, 0, 10, 1)
    const one = make({ 'content/bulletins/2027/sap-toi.md': bulletin('Sắp tới', 'publishAt: 10/01/2027 08:00\n') })
    const page = join(one.root, 'dist/2023/sap-toi/index.html')
    expect((await build(one, due - 1000)).nextDue).toBe('2027-01-10T08:00:00+07:00')
    await build(one, due - 500)
    expect(existsSync(page)).toBe(false)
    expect((await build(one, due)).nextDue).toBeNull()
    expect(existsSync(page)).toBe(true)
    await build(one, due + 1, '--now', '2027-01-01')
    expect(existsSync(page)).toBe(false)
  })

  it('tells of a withdrawal and a correction of a day to come, each at its day, and no more when that has come', async () => {
    const one = make({
      'content/bulletins/2023/go.md': bulletin('Gỡ', 'withdrawn: {date: 10/01/2062, reason: Sai số liệu}\n'),
      'content/bulletins/2023/dinh-chinh.md': bulletin(
        'Đính chính',
        'corrections:\n  - {date: 14/01/2023, text: Sửa số hộ}\n  - {date: 09/01/2062, text: Sửa số thôn}\nupdated: 09/01/2062\n',
      ),
      // Written before its day, it may say so.
      'content/bulletins/2062/hen.md': bulletin('Hẹn', 'updated: 12/01/2062\n').replace('13/01/2023', '11/01/2062'),
    })
    const told = async (now: number) => {
      const { diagnostics, nextDue } = await build(one, now)
      const places = diagnostics.map(
        ({ code, file, line, column }: { code: string; file: string; line: number; column: number }) =>
          `${code} ${file}:${line}:${column}`,
      )
      return { places, nextDue }
    }
    const withdrawn = 'date/ahead content/bulletins/2023/go.md:6:19'
    const before = {
      places: [
        'date/ahead content/bulletins/2023/dinh-chinh.md:8:12',
        'date/ahead content/bulletins/2023/dinh-chinh.md:9:10',
        withdrawn,
      ],
      nextDue: '2062-01-09T00:00:00+07:00',
    }
    const due = Date.parse('2062-01-09T00:00:00+07:00')
    expect(await told(due - 1000)).toEqual(before)
    expect(await told(due - 500)).toEqual(before)
    expect(await told(due)).toEqual({ places: [withdrawn], nextDue: '2062-01-10T00:00:00+07:00' })
    expect((await told(due + 86_400_000)).places).toEqual([])
  })

  it.each([
    ['a draft of a day to come', 'draft: true\nupdated: 22/12/2061\n', 0, '2061-12-05T00:00:00+07:00'],
    [
      'one that was published before its day',
      'publishAt: 20/11/2061\nupdated: 22/12/2061\n',
      1,
      '2061-12-22T00:00:00+07:00',
    ],
  ])('is due when more is to be told of %s', async (_, fields, told, nextDue) => {
    const one = make({ 'content/bulletins/2061/a.md': bulletin('Sắp', fields).replace('13/01/2023', '05/12/2061') })
    const now = Date.parse('2061-11-27T08:00:00+07:00')
    const codes = async (at: number) => codesOf(await build(one, at))
    expect((await build(one, now)).nextDue).toBe(nextDue)
    expect(await codes(now)).toEqual(Array(told).fill('date/ahead'))
    expect(await codes(Date.parse('2061-12-06T08:00:00+07:00'))).toEqual(['date/ahead'])
    expect(await codes(Date.parse('2061-12-22T08:00:00+07:00'))).toEqual([])
  })

  it('is not one with other options, configuration, templates or files', async () => {
    const one = make()
    await build(one)
    const home = () => readFileSync(join(one.root, 'dist/index.html'), 'utf8')
    await build(one, undefined, '--base-url', 'https://thu.example.vn/')
    expect(home()).toContain('https://thu.example.vn/')
    await build(one)
    expect(home()).not.toContain('https://thu.example.vn/')
    one.write('content/portal.yml', PORTAL_YML.replace('Xuân Hòa', 'Xuân Hoà Mới'))
    await build(one)
    expect(home()).toContain('Xuân Hoà Mới')
    one.write('templates/parts/footer.njk', '<footer>chân trang riêng</footer>\n')
    await build(one)
    expect(home()).toContain('chân trang riêng')
    one.write('content/static/ghi-chu.txt', 'x')
    expect((await build(one)).stats).toMatchObject({ made: 1 })
  })

  it('puts back what stands beside the folder', async () => {
    const one = make()
    await build(one)
    const snippet = join(one.root, 'dist.nginx.conf')
    const text = readFileSync(snippet, 'utf8')
    rmSync(snippet)
    await build(one)
    expect(readFileSync(snippet, 'utf8')).toBe(text)
  })
})
