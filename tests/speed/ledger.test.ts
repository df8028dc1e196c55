import { spawn } from 'node:child_process'
import { appendFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type CacheDisk, realCacheDisk } from '../../src/speed/disk.ts'
import { openRows } from '../../src/speed/kept-rows.ts'
import { LateRows } from '../../src/speed/late-rows.ts'
import { appendLedger, readLedger, type Standing, writeLedger } from '../../src/speed/ledger.ts'
import type { Row, Shape } from '../../src/speed/lines.ts'
import type { CacheFiles } from '../../src/speed/sealed.ts'
import { REPOSITORY } from '../portal.ts'
import { random } from '../random.ts'
import { fresh } from './helpers.ts'

interface Fact {
  readonly number: number
  readonly word: string
}
const shape: Shape<Fact> = {
  facts: 2,
  factsOf: ({ number, word }) => [number, word],
  rowOf: ([number, word = '']) => ({ number: Number(number), word }),
}
type Files = CacheFiles & { readonly said: string[] }

function filesAt(folder: string, disk: CacheDisk = realCacheDisk, key = 'tool 1'): Files {
  mkdirSync(folder, { recursive: true })
  const said: string[] = []
  return { disk, folder, key, said, dropped: (what) => void said.push(what), writing: (work) => work() }
}
const read = (files: CacheFiles) => readLedger<string, Fact>(files, 'facts', 'facts', shape)
const fact = (number: number): Fact => ({ number, word: `từ-${number}` })
/** Rows of these names, each with a number. */
const rows = (...names: readonly string[]): [string, Fact][] => names.map((name, number) => [name, fact(number)])
/** All rows as they are shown one after another. */
function shownBy(ledger: ReturnType<typeof read>): readonly (readonly [string, Fact])[] {
  const all: (readonly [string, Fact])[] = []
  ledger?.each((name, row) => void all.push([name, row]))
  return all
}
const add = (files: CacheFiles, head: string, batch: readonly Row<Fact>[], standing: Standing): Standing => {
  const next = appendLedger(files, 'facts', shape, head, batch, standing)
  if (next === null) throw new Error('a new base is due')
  return next
}
const write = (files: CacheFiles, head: string, all: readonly [string, Fact][]) =>
  writeLedger(files, 'facts', shape, head, all)

/** The states that were saved one after another: the text of the file, and what is in it. */
interface State {
  readonly length: number
  readonly head: string
  readonly rows: Readonly<Record<string, Fact>>
}
function grown(folder: string): readonly State[] {
  const files = filesAt(folder)
  const states: State[] = []
  const note = (head: string, all: Readonly<Record<string, Fact>>) =>
    states.push({ length: statSync(join(folder, 'facts')).size, head, rows: all })
  let standing = write(files, 'nền', rows('a', 'b', 'thông báo.md', '"odd"\n'))
  const base = Object.fromEntries(rows('a', 'b', 'thông báo.md', '"odd"\n'))
  note('nền', base)
  standing = add(
    files,
    'một',
    [
      ['b', fact(7)],
      ['c', fact(8)],
    ],
    standing,
  )
  note('một', { ...base, b: fact(7), c: fact(8) })
  add(
    files,
    'hai',
    [
      ['a', null],
      ['"odd"\n', null],
      ['b', fact(9)],
    ],
    standing,
  )
  note('hai', { 'thông báo.md': fact(2), b: fact(9), c: fact(8) })
  return states
}

describe('a ledger', () => {
  it('gives its rows and those that were added; the last of a name counts', () => {
    const folder = fresh()
    for (const state of grown(folder).slice(-1)) {
      const files = filesAt(folder)
      const ledger = read(files)
      for (const name of ['a', 'b', 'c', 'thông báo.md', '"odd"\n', 'báo.md', '']) {
        expect(ledger?.find(name)).toEqual(state.rows[name])
      }
      // In one go, none twice: before they were decoded, and after.
      const each = () => shownBy(ledger)
      expect(each()).toHaveLength(Object.keys(state.rows).length)
      expect(Object.fromEntries(each())).toEqual(state.rows)
      expect(Object.fromEntries(ledger?.rows() ?? [])).toEqual(state.rows)
      expect(Object.fromEntries(each())).toEqual(state.rows)
      for (const name of ['a', 'b']) expect(ledger?.find(name)).toEqual(state.rows[name])
      expect(ledger?.head).toBe('hai')
      expect(files.said).toEqual([])
    }
  })

  it('has rows that are counted when somebody has gone through them, and found when one is asked for', () => {
    const folder = fresh()
    const expected: State['rows'] = grown(folder).at(-1)?.rows ?? {}
    const late = () => new LateRows<Fact>(read(filesAt(folder)) ?? { rows: () => new Map(), each: () => undefined })
    const names = Object.keys(expected).sort()
    expect(late().size).toBe(3)
    const gone = late()
    const seen: string[] = []
    gone.forEach((row, name) => void seen.push(`${name} ${row.number}`))
    expect(seen.sort()).toEqual(names.map((name) => `${name} ${expected[name]?.number}`))
    expect(gone.size).toBe(3)
    expect([gone.has('b'), gone.get('b'), gone.has('a'), gone.get('a')]).toEqual([true, fact(9), false, undefined])
    expect([[...gone.keys()].sort(), [...gone.values()].length]).toEqual([names, 3])
    expect([...late()].map(([name]) => name).sort()).toEqual(names)
    expect(new Map(late().entries())).toEqual(new Map(Object.entries(expected)))
  })

  it('finds names of every kind as it decodes them', () => {
    const names = [
      'x',
      ' x',
      'y x',
      '3 x',
      '',
      ' ',
      '1 2 x',
      'từ-3 x',
      'x\ny',
      '"',
      '""',
      'Thọ Xuân \u{1F1FB}',
      'x ',
      'x  x',
    ]
    const files = filesAt(fresh())
    const standing = write(files, '', rows(...names))
    for (const gone of [null, ...names]) {
      if (gone !== null) {
        write(files, '', rows(...names))
        const now = read(files)
        add(files, '', [[gone, null]], now?.standing ?? standing)
      }
      for (const name of [...names, 'none', '2 x']) {
        const expected = name === gone || !names.includes(name) ? undefined : fact(names.indexOf(name))
        expect(read(files)?.find(name), JSON.stringify([gone, name])).toEqual(expected)
        expect(new Map(shownBy(read(files))).get(name), JSON.stringify([gone, name])).toEqual(expected)
        expect(read(files)?.rows().get(name), JSON.stringify([gone, name])).toEqual(expected)
      }
    }
  })

  it('may be longer than the room it is read through, and so may a line', () => {
    const files = filesAt(fresh())
    const many = rows(...Array.from({ length: 60_000 }, (_, i) => `content/bài viết số ${i}.md`))
    const long = 'dài '.repeat(700_000)
    let standing = write(files, 'h', [...many, [long, fact(1)], ...rows('cuối')])
    standing = add(
      files,
      'i',
      [
        [long, fact(2)],
        ['thêm', fact(3)],
      ],
      { ...standing, base: 1e9 },
    )
    const ledger = read(files)
    expect(ledger?.find(long)).toEqual(fact(2))
    expect(ledger?.find('content/bài viết số 59999.md')).toEqual(fact(59_999))
    expect(ledger?.rows()).toEqual(new Map([...many, [long, fact(2)], ['cuối', fact(0)], ['thêm', fact(3)]]))
    expect(ledger?.standing).toEqual({ ...standing, base: ledger?.standing.base })
    expect(files.said).toEqual([])
  })

  it('of another tool, or as it was written before there were any, is not used, without a word', () => {
    const folder = fresh()
    grown(folder)
    const other = filesAt(folder, realCacheDisk, 'tool 2')
    expect(read(other)).toBeNull()
    writeFileSync(join(folder, 'facts'), `tx-portal cache 1 facts ${'a'.repeat(32)} ${'b'.repeat(64)}\n1 x a\n`)
    expect(read(other)).toBeNull()
    expect(other.said).toEqual([])
  })
})

describe('a ledger torn', () => {
  it('at any byte: what stands before is believed, with one warning, and nothing is added behind it', () => {
    const source = fresh()
    const states = grown(source)
    const bytes = readFileSync(join(source, 'facts'))
    const folder = fresh()
    for (let length = 0; length < bytes.length; length++) {
      const files = filesAt(folder)
      writeFileSync(join(folder, 'facts'), bytes.subarray(0, length))
      const ledger = read(files)
      const state = states.findLast((one) => one.length <= length)
      expect(ledger?.head, `at ${length}`).toBe(state?.head)
      expect(ledger === null ? undefined : Object.fromEntries(ledger.rows())).toEqual(state?.rows)
      expect(files.said).toEqual(state?.length === length ? [] : ['facts'])
      if (ledger === null || state?.length === length) continue
      expect(appendLedger(files, 'facts', shape, 'x', rows('x'), ledger.standing)).toBeNull()
      expect(statSync(join(folder, 'facts')).size).toBe(length)
    }
  })

  it('or damaged at random bytes gives a state that was saved, or nothing; never without a warning', () => {
    const source = fresh()
    const states = grown(source)
    const bytes = readFileSync(join(source, 'facts'))
    const folder = fresh()
    const next = random(20)
    const roll = (limit: number) => Math.floor(next() * limit)
    for (let turn = 0; turn < 1500; turn++) {
      const files = filesAt(folder)
      const damaged = Buffer.from(bytes)
      const first = roll(damaged.length)
      damaged[first] = (damaged[first] ?? 0) ^ (1 + roll(255))
      // Sometimes a whole stretch is nothing but zeros, as after a power cut.
      if (turn % 3 === 0) damaged.fill(0, first, Math.min(first + 1 + roll(200), damaged.length))
      writeFileSync(join(folder, 'facts'), damaged)
      const ledger = read(files)
      const state = states.findLast((one) => one.length <= first)
      expect(ledger === null ? undefined : Object.fromEntries(ledger.rows()), `${turn} at ${first}`).toEqual(
        state?.rows,
      )
      expect(files.said).toEqual(['facts'])
    }
  })

  it('with its batches in another order, or of another ledger, gives only what stands before', () => {
    const folder = fresh()
    const states = grown(folder)
    const path = join(folder, 'facts')
    const bytes = readFileSync(path)
    const [base = 0, one = 0] = states.map(({ length }) => length)
    const expectBase = (text: Uint8Array) => {
      writeFileSync(path, text)
      const files = filesAt(folder)
      expect(read(files)?.head).toBe('nền')
      expect(files.said).toEqual(['facts'])
    }
    expectBase(Buffer.concat([bytes.subarray(0, base), bytes.subarray(one), bytes.subarray(base, one)]))
    expectBase(Buffer.concat([bytes.subarray(0, base), bytes.subarray(one)]))
    expectBase(Buffer.concat([bytes.subarray(0, base), bytes.subarray(0, base)]))
    const files = filesAt(folder)
    writeFileSync(path, bytes)
    write(files, 'khác', rows('z'))
    appendFileSync(path, bytes.subarray(base))
    expect(read(files)?.head).toBe('khác')
    expect(files.said).toEqual(['facts'])
  })
})

describe('rows that are kept', () => {
  const open = (files: CacheFiles) => openRows(files, 'facts', shape)
  const sections = (folder: string) => readFileSync(join(folder, 'facts'), 'utf8').split('tx-portal ledger').length - 1

  it('cost what changed, and are written anew when a quarter of them has', () => {
    const folder = fresh()
    const all = new Map(rows(...Array.from({ length: 12_000 }, (_, i) => `bài ${i}`)))
    const first = open(filesAt(folder))
    for (const [name, row] of all) first.set(name, row)
    first.save(true)
    const base = statSync(join(folder, 'facts')).size
    const counts: number[] = []
    for (let turn = 0; turn < 40; turn++) {
      const files = filesAt(folder)
      const next = open(files)
      for (const name of all.keys()) next.get(name)
      const before = statSync(join(folder, 'facts'))
      for (let i = 0; i < 500; i++) {
        const name = `bài ${(turn * 500 + i) % 13_000}`
        next.set(name, fact(turn))
        all.set(name, fact(turn))
      }
      next.save(true)
      const after = statSync(join(folder, 'facts'))
      counts.push(sections(folder))
      if (after.ino === before.ino) expect(after.size - before.size).toBeLessThan(base / 16)
      expect(after.size).toBeLessThan(base * 1.5)
      expect(files.said).toEqual([])
    }
    expect(Math.max(...counts)).toBeGreaterThan(3)
    expect(counts.filter((count) => count === 1).length).toBeGreaterThan(2)
    const last = open(filesAt(folder))
    for (const [name, row] of all) expect(last.get(name)).toEqual(row)
  })

  it('are whole after a batch that was torn, without a second warning', () => {
    const folder = fresh()
    const first = open(filesAt(folder))
    for (const [name, row] of rows('a', 'b', 'c')) first.set(name, row)
    first.save(true)
    const second = open(filesAt(folder))
    second.set('d', fact(4))
    second.save(false)
    writeFileSync(join(folder, 'facts'), readFileSync(join(folder, 'facts')).subarray(0, -3))
    const third = filesAt(folder)
    const mended = open(third)
    expect(['a', 'd'].map((name) => mended.get(name))).toEqual([fact(0), undefined])
    mended.save(false)
    expect(third.said).toEqual(['facts'])
    expect(sections(folder)).toBe(1)
    const fourth = filesAt(folder)
    expect(['a', 'b', 'c', 'd'].map((name) => open(fourth).get(name))).toEqual([fact(0), fact(1), fact(2), undefined])
    expect(fourth.said).toEqual([])
  })

  it('are kept where the machine refuses a batch half-way: the next save writes them anew', () => {
    const folder = fresh()
    let refuses = false
    const disk: CacheDisk = {
      ...realCacheDisk,
      open(path, way) {
        const file = realCacheDisk.open(path, way)
        const append = (bytes: Uint8Array) => {
          file?.append(refuses ? bytes.subarray(0, bytes.length / 2) : bytes)
          if (refuses) throw Object.assign(new Error('full'), { code: 'ENOSPC' })
        }
        return file === null ? null : { ...file, append }
      },
    }
    const kept = open(filesAt(folder, disk))
    for (const [name, row] of rows('a', 'b')) kept.set(name, row)
    kept.save(true)
    kept.set('c', fact(3))
    refuses = true
    expect(() => kept.save(true)).toThrow('full')
    refuses = false
    const reader = filesAt(folder)
    expect(open(reader).get('a')).toEqual(fact(0))
    expect(reader.said).toEqual(['facts'])
    kept.save(true)
    const next = filesAt(folder)
    expect(['a', 'b', 'c'].map((name) => open(next).get(name))).toEqual([fact(0), fact(1), fact(3)])
    expect(next.said).toEqual([])
  })

  it('of which another process has written more are written anew, never added behind what was not read', () => {
    const folder = fresh()
    const first = open(filesAt(folder))
    first.set('a', fact(0))
    first.save(true)
    const [one, two] = [open(filesAt(folder)), open(filesAt(folder))]
    one.set('của một', fact(1))
    two.set('của hai', fact(2))
    one.save(false)
    two.save(false)
    const files = filesAt(folder)
    expect(['a', 'của một', 'của hai'].map((name) => open(files).get(name))).toEqual([fact(0), undefined, fact(2)])
    expect(files.said).toEqual([])
  })
})

describe('two processes', () => {
  it('that add to one ledger at once, with no lock between them, leave what can be read', async () => {
    const folder = fresh()
    const files = filesAt(folder)
    write(files, 'base', rows(...Array.from({ length: 3000 }, (_, i) => `nền ${i}`)))
    const script = join(folder, 'child.mjs')
    const at = (name: string) => JSON.stringify(join(REPOSITORY, 'lib/speed', name))
    writeFileSync(
      script,
      `import { realCacheDisk } from ${at('disk.js')}
      import { appendLedger, readLedger, writeLedger } from ${at('ledger.js')}
      const shape = { facts: 2, factsOf: ({ number, word }) => [number, word], rowOf: ([number, word]) => ({ number: Number(number), word }) }
      const files = { disk: realCacheDisk, folder: ${JSON.stringify(folder)}, key: 'tool 1', dropped: () => {}, writing: (work) => work() }
      const end = Date.now() + 1500
      for (let turn = 0; Date.now() < end; turn++) {
        const ledger = readLedger(files, 'facts', 'facts', shape)
        if (ledger === null) throw new Error('nothing to be read')
        if (!ledger.rows().has('nền 2999')) throw new Error('the base is not whole')
        const batch = Array.from({ length: 20 }, (_, i) => [\`\${process.argv[2]} \${i}\`, { number: turn, word: 'từ' }])
        appendLedger(files, 'facts', shape, process.argv[2], batch, ledger.standing) ??
          writeLedger(files, 'facts', shape, process.argv[2], [...ledger.rows(), ...batch])
      }`,
    )
    const run = (name: string) =>
      new Promise<string>((done) => {
        const child = spawn(process.execPath, [script, name], { stdio: ['ignore', 'ignore', 'pipe'] })
        let said = ''
        child.stderr.on('data', (data) => {
          said += data
        })
        child.on('close', (code) => done(code === 0 ? '' : said))
      })
    const seen = read(files)
    expect(seen).not.toBeNull()
    expect(await Promise.all([run('một'), run('hai')])).toEqual(['', ''])
    const ledger = read(filesAt(folder))
    expect(ledger?.rows().get('nền 2999')).toEqual(fact(2999))
    expect(existsSync(join(folder, 'facts'))).toBe(true)
  }, 20_000)
})
