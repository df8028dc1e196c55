import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { offload } from '../../src/speed/offload.ts'
import type { Profile } from '../../src/speed/profile.ts'
import { bulletin, CATEGORIES_YML, PORTAL_YML } from '../portal.ts'
import { folder, hashes, txPortal } from './run.ts'

/** Enough for threads to pay, for parsing and for pages. */
function manyBulletins(): string {
  const root = folder('nhiều bài ')
  mkdirSync(join(root, 'content/bulletins/2023'), { recursive: true })
  writeFileSync(join(root, 'content/portal.yml'), `${PORTAL_YML}search: false\ncards: none\n`)
  writeFileSync(join(root, 'content/categories.yml'), CATEGORIES_YML)
  for (let number = 0; number < MANY; number += 1) {
    // Most are judged where they are parsed; whatever names another document is not.
    const before =
      number % 3 === 0
        ? `Xem [bài trước](bai-${Math.max(0, number - 1)}.md).`
        : 'Xem [báo](https://baothanhhoa.example.vn/).'
    const body = `Đoạn ${number}: uỷ ban, Ủy ban và **hội nghị** số ${number}.\n\n- Một\n- Hai\n\n${before}\n`
    writeFileSync(
      join(root, `content/bulletins/2023/bai-${number}.md`),
      bulletin(`Hội nghị số ${number}`, '', body).normalize(number % 2 === 0 ? 'NFC' : 'NFD'),
    )
  }
  return root
}

/** Pages too are rendered on threads from 600 on. */
const MANY = 610

interface Report {
  readonly ok: boolean
  readonly stats: { readonly read: number; readonly parsed: number; readonly rendered: number }
  readonly diagnostics: readonly unknown[]
  readonly profile: Profile
}

describe('threads', () => {
  const root = manyBulletins()
  const build = (threads: string, out: string, at = root) => {
    const { stdout } = txPortal(
      ['build', '--json', '--profile', '--threads', threads, '--out', out, '--now', '2025-07-01'],
      at,
    )
    return JSON.parse(stdout) as Report
  }

  it('come to the same bytes, reading and parsing each file once, and remember what they parsed', () => {
    const one = build('1', 'mot')
    const cold = one.stats
    expect(one.ok).toBe(true)
    expect(cold.parsed).toBeGreaterThanOrEqual(MANY)
    const copy = copyOf(root)
    const three = build('3', 'ba', copy)
    expect(three.stats).toMatchObject({ read: cold.read, parsed: cold.parsed })
    // What other threads did is told as what this one did.
    const countIn = ({ profile }: Report, stage: string) => profile.stages.find(({ name }) => name === stage)?.count
    for (const stage of ['parse', 'render']) expect(countIn(three, stage)).toBe(countIn(one, stage))
    expect(hashes(join(root, 'mot')).size).toBeGreaterThan(MANY)
    expect(hashes(join(copy, 'ba'))).toEqual(hashes(join(root, 'mot')))
    expect(build('3', 'ba', copy).stats).toMatchObject({ parsed: 0, rendered: 0 })
  })

  it('tell of mistakes what one thread tells', () => {
    writeFileSync(join(root, 'content/bulletins/2023/bai-7.md'), bulletin('Sai', 'categorry: x\n'))
    writeFileSync(join(root, 'content/bulletins/2023/bai-300.md'), Buffer.from([0xff, 0xfe, 0x41, 0x00]))
    const three = build('3', 'ba', copyOf(root))
    const one = build('1', 'mot')
    expect(one.diagnostics.length).toBeGreaterThan(1)
    expect(three.diagnostics).toEqual(one.diagnostics)
  })

  it('tell of what templates cannot do what one thread tells', () => {
    const broken = copyOf(root)
    writeFileSync(join(broken, 'content/bulletins/2023/bai-7.md'), bulletin('Có lỗi', 'layout: loi\n'))
    writeFileSync(join(broken, 'content/bulletins/2023/bai-300.md'), bulletin('Bài thường'))
    mkdirSync(join(broken, 'templates'))
    writeFileSync(join(broken, 'templates/loi.njk'), '{% for one in bulletin.title %}{{ one.khong.co }}{% endfor %}\n')
    const three = build('3', 'ba', broken)
    const one = build('1', 'mot', broken)
    expect(one.ok).toBe(false)
    expect(JSON.stringify(one.diagnostics)).toContain('templates/loi.njk')
    expect(three.diagnostics).toEqual(one.diagnostics)
  })

  it('that die leave their work to be done where it is asked for', async () => {
    const here: number[] = []
    const taken: number[] = []
    const pieces = Array.from({ length: 1000 }, (_, number) => number)
    await offload(pieces, {
      module: new URL('data:text/javascript,process.exit(1)'),
      threads: 2,
      least: 10,
      give: (piece) => [Uint8Array.of(piece % 256)],
      here: (piece) => void here.push(piece),
      take: (piece) => void taken.push(piece),
      progress: () => undefined,
    })
    expect(taken).toEqual([])
    expect(here.length).toBeGreaterThan(0)
  })
})

/** The same content in another folder, nothing remembered. */
function copyOf(root: string): string {
  const copy = folder('bản sao ')
  cpSync(join(root, 'content'), join(copy, 'content'), { recursive: true })
  return copy
}
