import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { prepare } from '../../src/pipeline/build.ts'
import { make } from '../cli/made.ts'
import { run } from '../cli/run.ts'
import { CATEGORIES_YML, PORTAL_YML, portal } from '../portal.ts'

const LOCK = 'content/urls.lock'

interface Text {
  readonly title: string
  readonly day: string
  readonly body: string
  readonly more?: string
}

const file = ({ title, day, body, more = '' }: Text): string =>
  `---\ntitle: ${title}\ndate: ${day}\ncategory: tin-tuc\nsummary: Tóm tắt việc đã làm.\n${more}---\n${body}\n`

type Portal = ReturnType<typeof portal>
type Built = Awaited<ReturnType<ReturnType<typeof portal>['build']>>

const losses = ({ diagnostics }: Built) =>
  diagnostics.filter(({ diagnostic }) => diagnostic.code === 'address/lost').map(({ diagnostic }) => diagnostic)

const page = ({ outputs }: Built, address: string): string | null => {
  const bytes = outputs.get(`${address.slice(1)}index.html`)
  return bytes === undefined ? null : new TextDecoder().decode(bytes)
}

/** Where a page leads by itself; null if it is no redirect. */
const leadsTo = (html: string): string | null => /http-equiv="refresh" content="0; url=([^"]+)"/.exec(html)?.[1] ?? null

const A = 'content/bulletins/2023/hoi-nghi.md'
const meeting = { title: 'Hội nghị tổng kết', day: '13/01/2023', body: 'Chiều nay, huyện tổ chức hội nghị.' }
const festival = { title: 'Lễ hội Lam Kinh', day: '22/08/2023', body: 'Sáng nay, lễ hội khai mạc.' }

/** A portal whose first build has been published. */
async function published() {
  const one = portal({ [A]: file(meeting), 'content/bulletins/2023/le-hoi.md': file(festival) })
  const first = await one.build()
  expect(first.ok).toBe(true)
  one.write(LOCK, first.plan?.book.text ?? '')
  return one
}

describe('addresses that were published', () => {
  it.each([
    ['a renamed file', 'content/bulletins/2023/tong-ket.md', {}, '/2023/tong-ket/'],
    ['another year', 'content/bulletins/2022/hoi-nghi.md', { day: '30/12/2022' }, '/2022/hoi-nghi/'],
    [
      'a new name and a corrected title',
      'content/bulletins/2023/tk.md',
      { title: 'Hội nghị tổng kết năm' },
      '/2023/tk/',
    ],
    ['a new name and a corrected text', 'content/bulletins/2023/tk.md', { body: 'Sửa lời.' }, '/2023/tk/'],
    [
      'a title in capitals, another text',
      'content/bulletins/2023/tk.md',
      { title: 'HỘI NGHỊ TỔNG KẾT', body: 'Khác.' },
      '/2023/tk/',
    ],
  ])('lead on by themselves: %s', async (_what, path, change, to) => {
    const one = await published()
    one.remove(A).write(path, file({ ...meeting, ...change }))
    const built = await one.build()
    expect(losses(built)).toEqual([])
    expect(leadsTo(page(built, '/2023/hoi-nghi/') ?? '')).toBe(to)
    expect(built.plan?.book).toMatchObject({ moved: 1 })
    expect(built.plan?.book.text).toContain(`/2023/hoi-nghi/ moved ${to}\n`)
    one.close()
  })

  it('lead on for ever: after a second move straight to the last address, and back where it began', async () => {
    const one = await published()
    const move = async (from: string, to: string) => {
      one.rename(`content/bulletins/2023/${from}.md`, `content/bulletins/2023/${to}.md`)
      const built = await one.build()
      expect(losses(built)).toEqual([])
      one.write(LOCK, built.plan?.book.text ?? '')
      return built
    }
    await move('hoi-nghi', 'hai')
    const built = await move('hai', 'ba')
    expect(leadsTo(page(built, '/2023/hoi-nghi/') ?? '')).toBe('/2023/ba/')
    expect(leadsTo(page(built, '/2023/hai/') ?? '')).toBe('/2023/ba/')
    const back = await move('ba', 'hoi-nghi')
    expect(leadsTo(page(back, '/2023/hoi-nghi/') ?? '')).toBeNull()
    expect(leadsTo(page(back, '/2023/hai/') ?? '')).toBe('/2023/hoi-nghi/')
    one.close()
  })

  it('are named, all in one run, when nothing answers them any more; the remedy puts it right', async () => {
    const one = await published()
    one.remove(A).remove('content/bulletins/2023/le-hoi.md')
    one.write(
      'content/bulletins/2023/hoi-nghi-khac.md',
      file({ title: 'Chuyện khác', day: '13/01/2023', body: 'Khác.' }),
    )
    const built = await one.build()
    expect(built.ok).toBe(false)
    expect(losses(built).map(({ params, place }) => [params, place?.line])).toEqual([
      [{ address: '/2023/hoi-nghi/', file: 'content/bulletins/2023/hoi-nghi-khac.md', state: null, aliases: [] }, 3],
      [{ address: '/2023/le-hoi/', file: null, state: null, aliases: [] }, 4],
    ])
    one.write(
      'content/bulletins/2023/hoi-nghi-khac.md',
      file({ title: 'Chuyện khác', day: '13/01/2023', body: 'Khác.', more: 'aliases: [/2023/hoi-nghi/]\n' }),
    )
    one.write(
      'content/bulletins/2023/le-hoi.md',
      file({ ...festival, more: 'withdrawn: {date: 15/01/2024, reason: Đăng nhầm}\n' }),
    )
    expect((await one.build()).ok).toBe(true)
    one.close()
  })

  it('are lost too when the document becomes a draft or is dated ahead; not in previews, nor at another time', async () => {
    const one = await published()
    one.write(A, file({ ...meeting, more: 'draft: true\n' }))
    const built = await one.build()
    expect(losses(built)).toMatchObject([{ params: { address: '/2023/hoi-nghi/', file: A, state: 'draft' } }])
    expect((await one.build({ drafts: true })).ok).toBe(true)
    expect((await one.build({ now: Date.UTC(2023, 5, 1), anotherTime: true })).ok).toBe(true)
    expect(losses(await one.build({ now: Date.UTC(2023, 5, 1) }))).toHaveLength(2)
    one.close()
  })

  it.each([
    ['a draft', (one: Portal) => one.write(A, file({ ...meeting, more: 'draft: true\n' }))],
    ['dated ahead', (one: Portal) => one.write(A, file({ ...meeting, more: 'publishAt: 01/12/2030\n' }))],
    ['gone', (one: Portal) => one.remove(A)],
    [
      'a draft at another address',
      (one: Portal) => {
        one
          .remove(A)
          .write(
            'content/bulletins/2023/tk.md',
            file({ ...meeting, more: 'draft: true\naliases: [/2023/hoi-nghi/]\n' }),
          )
      },
    ],
    ['moved', (one: Portal) => one.rename(A, 'content/bulletins/2023/tk.md')],
    [
      'a draft beside the published one at its new address',
      (one: Portal) => {
        one.write(A, file({ ...meeting, more: 'draft: true\n' })).write('content/bulletins/2023/tk.md', file(meeting))
      },
    ],
  ])('that readers would lose are told of aside in a preview, as a build tells them: %s', async (_what, change) => {
    const one = await published()
    change(one)
    const { lost, plan } = await prepare(one.world({ drafts: true }))
    expect(plan).not.toBe(null)
    expect(lost.map(({ diagnostic }) => diagnostic)).toEqual(losses(await one.build()))
    expect((await prepare(one.world())).lost).toEqual([])
    expect((await prepare(one.world({ drafts: true, anotherTime: true }))).lost).toEqual([])
    one.close()
  })

  it('of lists lead to the list above while they are empty', async () => {
    const one = await published()
    one.remove('content/bulletins/2023/le-hoi.md')
    one.write('content/bulletins/2024/le-hoi.md', file({ ...festival, day: '22/08/2024' }))
    one.remove(A).write(A, file({ ...meeting, day: '13/01/2024' }))
    const built = await one.build()
    expect(built.ok).toBe(true)
    expect(leadsTo(page(built, '/chuyen-muc/tin-tuc/2023/') ?? '')).toBe('/chuyen-muc/tin-tuc/')
    expect(leadsTo(page(built, '/luu-tru/2023/08/') ?? '')).toBe('/luu-tru/')
    expect(built.plan?.book.text).toContain('/luu-tru/2023/08/ list\n')
    one.close()
  })

  it('are not guessed at where two documents may be meant', async () => {
    const one = await published()
    one.remove(A)
    for (const name of ['mot', 'hai']) one.write(`content/bulletins/2023/${name}.md`, file(meeting))
    expect(losses(await one.build())).toMatchObject([{ params: { address: '/2023/hoi-nghi/' } }])
    one.close()
  })

  it('tell where the bulletin of a link is now, whose folder was renamed', async () => {
    const one = await published()
    const link = (href: string) => file({ ...festival, body: `Xem [bài kia](${href}).` })
    const AGAIN = 'content/bulletins/2022/Tổng kết năm/index.md'
    one.remove(A).write(AGAIN, file({ ...meeting, day: '13/01/2022' }))
    const offered = async (href: string) => {
      one.write('content/bulletins/2023/le-hoi.md', link(href))
      const { diagnostics } = await one.build()
      return diagnostics.flatMap(({ diagnostic: { code, params } }) =>
        code === 'link/broken' && 'nearest' in params ? [params.nearest] : [],
      )
    }
    expect(await offered('hoi-nghi.md')).toEqual(['../2022/Tổng kết năm/index.md'])
    expect(await offered('../2023/Hội nghị/')).toEqual(['../2022/Tổng kết năm'])
    expect(await offered('hoi-nghi#muc-1')).toEqual(['../2022/Tổng kết năm'])
    expect(await offered('khong-co.md')).toEqual([null])
    expect(await offered('<../2022/Tổng kết năm/index.md>')).toEqual([])
    one.close()
  })

  it('change the book by a line or two for a new bulletin', async () => {
    const one = await published()
    const before = (await one.build()).plan?.book.text ?? ''
    one.write('content/bulletins/2023/moi.md', file({ title: 'Bài mới', day: '23/08/2023', body: 'Mới.' }))
    const after = (await one.build()).plan?.book.text ?? ''
    const old = new Set(before.split('\n'))
    expect(after.split('\n').filter((line) => !old.has(line))).toEqual([
      expect.stringMatching(/^\/2023\/moi\/ document /),
    ])
    one.close()
  })

  it('are all answered, or named as lost, after random changes', async () => {
    const exhaustive = process.env.TX_EXHAUSTIVE !== undefined
    const seed = Number(process.env.TX_SEED ?? (exhaustive ? Math.floor(Math.random() * 100_000) : 2023))
    if (seed !== 2023) console.info(`TX_SEED=${seed}`)
    const walk = startWalk(seed)
    for (let step = 0; step < (exhaustive ? 150 : 40); step += 1) await walk.step(step)
    // Else one of the two ways was never gone.
    expect(walk.tally.moved, `seed ${seed}`).toBeGreaterThan(5)
    expect(walk.tally.lost, `seed ${seed}`).toBeGreaterThan(3)
    walk.close()
  }, 900_000)
})

/** Changes a portal at random, as people do, and looks at every address there ever was after each change. */
function startWalk(seed: number) {
  let state = seed
  const below = (limit: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  const pick = <T>(items: readonly T[]): T => items[below(items.length)] as T
  const texts = new Map<string, Text>()
  const gone = new Map<string, Text>()
  const ever = new Set<string>()
  const tally = { moved: 0, lost: 0 }
  const one = portal({})
  const put = (path: string, text: Text): void => {
    texts.set(path, text)
    one.write(path, file(text))
  }
  const drop = (path: string): Text => {
    const text = texts.get(path) as Text
    texts.delete(path)
    gone.set(path, text)
    one.remove(path)
    return text
  }
  const day = () => `${below(27) + 1}/0${below(9) + 1}/202${below(4)}`
  const fresh = (step: number): string => `content/bulletins/202${below(4)}/bai-${step}.md`
  for (let n = 0; n < 10; n += 1)
    put(`content/bulletins/2023/tin-${n}.md`, { title: `Tin số ${n}`, day: day(), body: `Nội dung tin ${n}.` })
  let older = ''

  const changes: readonly ((step: number) => void)[] = [
    (step) => put(fresh(step), drop(pick([...texts.keys()]))),
    (step) => put(fresh(step), { ...drop(pick([...texts.keys()])), title: `Tin đã sửa ${step}` }),
    (step) => put(fresh(step), { ...drop(pick([...texts.keys()])), body: `Lời đã sửa ${step}.` }),
    (step) => put(fresh(step), { title: `Tin khác ${step}`, day: day(), body: `Lời khác ${step}.` }),
    () => {
      const path = pick([...texts.keys()])
      put(path, { ...(texts.get(path) as Text), day: day() })
    },
    () => {
      if (texts.size > 6) drop(pick([...texts.keys()]))
    },
    () => {
      const path = pick([...texts.keys()])
      put(path, { ...(texts.get(path) as Text), more: 'draft: true\n' })
    },
    (step) => {
      drop(pick([...texts.keys()]))
      put(fresh(step), { title: `Tin mới ${step}`, day: day(), body: `Lời mới ${step}.` })
    },
    () => {
      // Two branches are merged: the lines of both stand in the book.
      const path = join(one.root, LOCK)
      const now = existsSync(path) ? readFileSync(path, 'utf8') : ''
      one.write(LOCK, `${now}${older}`)
      older = now
    },
  ]

  async function step(number: number): Promise<void> {
    pick(changes)(number)
    let built = await one.build()
    for (let turn = 0; !built.ok; turn += 1) {
      const named = losses(built).map(
        ({ params }) => params as { address: string; file: string | null; state: string | null },
      )
      const codes = built.diagnostics.filter(({ diagnostic }) => diagnostic.severity === 'error').length
      const met = built.diagnostics.filter(({ diagnostic }) => diagnostic.code === 'address/collision')
      expect(named.length + met.length, `seed ${seed}, step ${number}: only losses and collisions`).toBe(codes)
      expect(turn, `seed ${seed}, step ${number}: mended`).toBeLessThan(4)
      tally.lost += named.length
      for (const loss of named) mend(loss)
      for (const { file: path, diagnostic } of met)
        release(path ?? '', (diagnostic.params as { address: string }).address)
      built = await one.build()
    }
    tally.moved += built.plan?.book.moved ?? 0
    one.write(LOCK, built.plan?.book.text ?? '')
    for (const line of (built.plan?.book.text ?? '').split('\n'))
      if (line.startsWith('/')) ever.add(line.split(' ')[0] ?? '')
    for (const address of ever) {
      const html = page(built, address)
      expect(html, `seed ${seed}, step ${number}: ${address}`).not.toBeNull()
      const to = leadsTo(html ?? '')
      if (to !== null)
        expect(
          leadsTo(page(built, to) ?? '<meta http-equiv="refresh" content="0; url=gone">'),
          `${address} → ${to}`,
        ).toBeNull()
    }
  }

  /** What the message offers: an alias in another document, or the document back, withdrawn. */
  function mend({
    address,
    file: source,
    state: hidden,
  }: {
    address: string
    file: string | null
    state: string | null
  }): void {
    const withdrawn = 'withdrawn: {date: 15/01/2024, reason: Gỡ bài}\n'
    if (hidden !== null && source !== null) put(source, { ...(texts.get(source) as Text), more: withdrawn })
    else {
      const path = source !== null && texts.has(source) ? source : pick([...texts.keys()])
      const text = texts.get(path) as Text
      const more = text.more ?? ''
      const [, list = ''] = /^aliases: \[(.*)\]$/m.exec(more) ?? []
      const aliases = `aliases: [${[...list.split(', ').filter(Boolean), address].join(', ')}]\n`
      put(path, { ...text, more: `${more.replace(/^aliases: .*\n/m, '')}${aliases}` })
    }
  }
  /** A document has come to stand where another's alias led: the alias goes. */
  function release(path: string, address: string): void {
    const text = texts.get(path) as Text
    const more = (text.more ?? '').replace(/^aliases: \[(.*)\]\n/m, (_line, list: string) => {
      const rest = list.split(', ').filter((one) => one !== address)
      return rest.length === 0 ? '' : `aliases: [${rest.join(', ')}]\n`
    })
    put(path, { ...text, more })
  }
  return { step, tally, close: () => one.close() }
}

describe('addresses at which another bulletin stands', () => {
  const told = ({ diagnostics }: Built) =>
    diagnostics
      .filter(({ diagnostic }) => diagnostic.code === 'address/replaced')
      .map(({ file: at, diagnostic: { params, severity } }) => [at, severity, params])
  const other = { title: 'Lịch tiếp công dân', day: '14/01/2023', body: 'Từ 8 giờ.' }

  it('are told where the old one was moved away for it; the remedy leads readers to it, before and after a build', async () => {
    const one = await published()
    const moved = 'content/bulletins/2023/hoi-nghi-moi.md'
    one.rename(A, moved).write(A, file(other))
    const built = await one.build()
    expect(told(built)).toEqual([[A, 'warning', { address: '/2023/hoi-nghi/', elsewhere: moved, aliases: [] }]])
    expect(told(await one.build({ now: Date.UTC(2025, 5, 1), anotherTime: true }))).toEqual([])
    one.write(LOCK, built.plan?.book.text ?? '')
    one
      .rename(A, 'content/bulletins/2023/lich.md')
      .write(moved, file({ ...meeting, more: 'aliases: [/2023/hoi-nghi/]\n' }))
    const mended = await one.build()
    expect([mended.ok, told(mended)]).toEqual([true, []])
    expect(leadsTo(page(mended, '/2023/hoi-nghi/') ?? '')).toBe('/2023/hoi-nghi-moi/')
    one.close()
  })

  it('are told where the new one has the same title, as each week has, and where two changed places', async () => {
    const one = await published()
    one.rename(A, 'content/bulletins/2023/cu.md').write(A, file({ ...meeting, body: 'Tuần sau.' }))
    expect(told(await one.build())).toHaveLength(1)
    one
      .remove('content/bulletins/2023/cu.md')
      .write(A, file(festival))
      .write('content/bulletins/2023/le-hoi.md', file(meeting))
    expect(told(await one.build())).toMatchObject([
      [A, 'warning', { elsewhere: 'content/bulletins/2023/le-hoi.md' }],
      ['content/bulletins/2023/le-hoi.md', 'warning', { elsewhere: A }],
    ])
    one.close()
  })

  it.each<readonly [string, Partial<Text>]>([
    ['title', { title: 'Hội nghị tổng kết năm 2022' }],
    ['text', { body: 'Chiều nay, huyện tổ chức hội nghị tổng kết.' }],
    ['summary and day', { day: '14/01/2023', more: 'tags: [họp]\n' }],
    ['withdrawal', { body: '', more: 'withdrawn: {date: 15/01/2024, reason: Đăng nhầm}\n' }],
    ['title and text in one sitting', { title: 'Hội nghị tổng kết năm 2022', body: 'Chiều nay họp.' }],
    ['all of it', other],
  ])('are not told of an ordinary edit: %s', async (_what, change) => {
    const one = await published()
    one.write(A, file({ ...meeting, ...change }))
    expect(told(await one.build())).toEqual([])
    one.close()
  })

  it('are not told of standing pages that are written anew', async () => {
    const one = await published()
    const PAGE = 'content/pages/lien-he.md'
    one.write(PAGE, '---\ntitle: Liên hệ\n---\nThôn 3.\n')
    one.write(LOCK, (await one.build()).plan?.book.text ?? '')
    one.write(PAGE, '---\ntitle: Liên hệ với chúng tôi\n---\nThôn 5.\n')
    expect(told(await one.build())).toEqual([])
    one.close()
  })
})

describe('addresses of documents that were given along', () => {
  const HOME = 'content/bulletins/2023/hop'
  const PLAN = new TextEncoder().encode('%PDF-1.4 ke hoach')
  const attached = (title: string, more = ''): string =>
    file({ ...meeting, more: `attachments: [{src: Kế hoạch (ký).pdf, title: ${title}}]\n${more}` })
  const OLD = '2023/hop/ke-hoach-so-12.pdf'

  async function given() {
    const one = portal({ [`${HOME}/index.md`]: attached('Kế hoạch số 12'), [`${HOME}/Kế hoạch (ký).pdf`]: PLAN })
    await settle(one)
    return one
  }

  /** Builds, keeps the book as a build does, and gives what was built. */
  async function settle(one: Portal) {
    const built = await one.build()
    expect(built.ok).toBe(true)
    one.write(LOCK, built.plan?.book.text ?? '')
    return built
  }

  const gone = ({ diagnostics }: Built) =>
    diagnostics
      .filter(({ diagnostic: { code } }) => code === 'address/file-gone')
      .map((one) => [one.file, one.diagnostic.params])

  it('stand in the book by their bytes', async () => {
    const one = await given()
    const lines = readFileSync(join(one.root, LOCK), 'utf8').split('\n')
    expect(lines.filter((line) => line.includes('.pdf'))).toEqual([
      expect.stringMatching(/^\/2023\/hop\/ke-hoach-so-12\.pdf file [0-9a-f]{8}$/),
    ])
    one.close()
  })

  it('go on giving the document: folder renamed, title corrected, then the document put right, and back again', async () => {
    const one = await given()
    one.rename(HOME, 'content/bulletins/2023/giao-ban')
    let built = await settle(one)
    expect(gone(built)).toEqual([])
    expect(built.outputs.get(OLD)).toEqual(built.outputs.get('2023/giao-ban/ke-hoach-so-12.pdf'))
    one.write('content/bulletins/2023/giao-ban/index.md', attached('Kế hoạch số 12/KH-UBND'))
    built = await settle(one)
    const now = '2023/giao-ban/ke-hoach-so-12-kh-ubnd.pdf'
    for (const path of [OLD, '2023/giao-ban/ke-hoach-so-12.pdf']) expect(built.outputs.get(path)).toEqual(PLAN)
    one.write('content/bulletins/2023/giao-ban/Kế hoạch (ký).pdf', '%PDF-1.4 dinh chinh')
    built = await settle(one)
    expect(gone(built)).toEqual([])
    expect(new TextDecoder().decode(built.outputs.get(OLD))).toBe('%PDF-1.4 dinh chinh')
    expect(built.outputs.get(now)).toEqual(built.outputs.get(OLD))
    expect(built.plan?.book.text).toContain(`/${OLD} moved /${now}\n`)
    one.rename('content/bulletins/2023/giao-ban', HOME)
    one.write(`${HOME}/index.md`, attached('Kế hoạch số 12'))
    built = await settle(one)
    expect(built.plan?.book.text).toContain(`/${OLD} file `)
    expect(built.outputs.get(now)).toEqual(built.outputs.get(OLD))
    one.close()
  })

  it('follow their page where the document was changed in the same sitting', async () => {
    const one = await given()
    one.rename(HOME, 'content/bulletins/2023/giao-ban')
    one.write('content/bulletins/2023/giao-ban/Kế hoạch (ký).pdf', '%PDF-1.4 moi')
    const built = await settle(one)
    expect(gone(built)).toEqual([])
    expect(new TextDecoder().decode(built.outputs.get(OLD))).toBe('%PDF-1.4 moi')
    one.close()
  })

  it('are told once where the document was taken away; not of a bulletin that is withdrawn, and not in a preview', async () => {
    const one = await given()
    one.write(`${HOME}/index.md`, file(meeting)).remove(`${HOME}/Kế hoạch (ký).pdf`)
    const world = one.world()
    const { diagnostics } = await prepare({ ...world, options: { ...world.options, drafts: true } })
    expect(diagnostics).toEqual([])
    const built = await settle(one)
    expect(gone(built)).toEqual([[`${HOME}/index.md`, { address: `/${OLD}` }]])
    expect(built.outputs.has(OLD)).toBe(false)
    expect(gone(await one.build())).toEqual([])
    one.close()
    const other = await given()
    // Another one that goes on being given elsewhere does not hold it there.
    other.write('content/bulletins/2023/khac/index.md', attached('Mẫu').replace(meeting.title, 'Khác'))
    other.write('content/bulletins/2023/khac/Kế hoạch (ký).pdf', PLAN)
    other.write(`${HOME}/index.md`, attached('Kế hoạch số 12', 'withdrawn: {date: 14/01/2023, reason: Sai số liệu.}\n'))
    const withdrawn = await settle(other)
    expect(gone(withdrawn)).toEqual([])
    expect(withdrawn.outputs.has(OLD)).toBe(false)
    other.close()
  })

  it('are not taken by a draft, and lie in no circle', async () => {
    const one = await given()
    one.write(
      'content/bulletins/2023/nhap/index.md',
      attached('Bản khác', 'draft: true\n').replace(meeting.title, 'Nháp'),
    )
    one.write('content/bulletins/2023/nhap/Kế hoạch (ký).pdf', PLAN)
    one.write(LOCK, `${readFileSync(join(one.root, LOCK), 'utf8')}/a.pdf moved /b.pdf\n/b.pdf moved /a.pdf\n`)
    const world = one.world()
    const { plan } = await prepare({ ...world, options: { ...world.options, drafts: true } })
    const paths = plan?.jobs.map(({ path }) => path) ?? []
    expect(paths).toContain('2023/nhap/ban-khac.pdf')
    expect(paths.filter((path) => /^[ab]\.pdf$/.test(path))).toEqual([])
    expect((await one.build()).plan?.book.text).not.toContain('nhap')
    one.close()
  })
})

const REGISTER = 'content/categories.yml'
const NEWS = 'tin-tuc'
const rename = (to: string) => CATEGORIES_YML.replaceAll(NEWS, to)

/** A published portal whose first section has another id, in its register and in its bulletins. */
async function withSection(register: string, to: string) {
  const one = await published()
  one.write(REGISTER, register)
  for (const [path, text] of [
    [A, meeting],
    ['content/bulletins/2023/le-hoi.md', festival],
  ] as const)
    one.write(path, file(text).replace(`category: ${NEWS}`, `category: ${to}`))
  return one
}

const sections = ({ diagnostics }: Built) =>
  diagnostics
    .filter(({ diagnostic }) => diagnostic.code === 'address/section')
    .map(({ file: at, diagnostic: { place, params } }) => ({ at: `${at}:${place?.line}:${place?.column}`, ...params }))

describe('sections with another id', () => {
  it('are asked about where all their years and months went on; the alias leads each of them to its like', async () => {
    const register = rename('tin-xa')
    const one = await withSection(register, 'tin-xa')
    const first = await one.build()
    expect(first.ok).toBe(true)
    expect(sections(first)).toEqual([
      {
        at: `${REGISTER}:1:7`,
        old: NEWS,
        id: 'tin-xa',
        name: 'Tin tức - Sự kiện',
        where: 'line',
        pasted: '  aliases: [tin-tuc]',
      },
    ])
    expect(leadsTo(page(first, '/chuyen-muc/tin-tuc/2023/') ?? '')).toBe('/chuyen-muc/')
    one.write(REGISTER, register.replace('- id: tin-xa\n', '- id: tin-xa\n  aliases: [tin-tuc]\n'))
    const mended = await one.build()
    expect(sections(mended)).toEqual([])
    expect(leadsTo(page(mended, '/chuyen-muc/tin-tuc/') ?? '')).toBe('/chuyen-muc/tin-xa/')
    expect(leadsTo(page(mended, '/chuyen-muc/tin-tuc/2023/') ?? '')).toBe('/chuyen-muc/tin-xa/2023/')
    // Told until a build has written it, and put right as well afterwards.
    one.write(REGISTER, register).write(LOCK, first.plan?.book.text ?? '')
    expect(sections(await one.build())).toEqual([])
    one.close()
  })

  it.each([
    ['braces', '- {id: tin-xa, name: Tin}\n', ', aliases: [tin-tuc]'],
    ['list', '- id: tin-xa\n  name: Tin\n  aliases: [Tin mới]\n', '  aliases: [Tin mới, tin-tuc]'],
    ['list', '- {id: tin-xa, name: Tin, aliases: [Tin mới]}\n', 'aliases: [Tin mới, tin-tuc]'],
    ['item', '- id: tin-xa\n  name: Tin\n  aliases:\n    - Tin mới\n', '    - tin-tuc'],
    ['line', '-   name: Tin\n    id: tin-xa\n', '    aliases: [tin-tuc]'],
  ])('are offered an alias as their entry is written: %s %#', async (where, register, pasted) => {
    const one = await withSection(register, 'tin-xa')
    expect(sections(await one.build())).toMatchObject([{ where, pasted }])
    one.close()
  })

  it('are known by a name that makes the old id, whatever else came and went', async () => {
    const one = await published()
    one.write(
      REGISTER,
      `${CATEGORIES_YML.replace('- id: thong-bao', '- id: tin-bao')}- {id: giao-duc, name: Giáo dục}\n`,
    )
    expect(sections(await one.build())).toMatchObject([{ at: `${REGISTER}:8:7`, old: 'thong-bao', id: 'tin-bao' }])
    one.close()
  })

  it('are not thought of where one only went or came, where it never had a bulletin, nor where two may be meant', async () => {
    const [news, army, notices] = CATEGORIES_YML.split(/^(?=- )/m)
    const cases: readonly (readonly [string, string, string])[] = [
      ['one went', `${news}${army}`, NEWS],
      ['one came', `${CATEGORIES_YML}- {id: giao-duc, name: Giáo dục}\n`, NEWS],
      ['an empty one went, another came', `${news}${army}- {id: giao-duc, name: Giáo dục}\n`, NEWS],
      ['two came', `${notices}- {id: tin-xa, name: Tin xã}\n- {id: tin-huyen, name: Tin huyện}\n`, 'tin-xa'],
      ['its bulletins went elsewhere', `${notices}- {id: giao-duc, name: Giáo dục}\n`, 'thong-bao'],
    ]
    for (const [what, register, to] of cases) {
      const one = await withSection(register, to)
      const built = await one.build()
      expect([what, built.ok, sections(built)]).toEqual([what, true, []])
      one.close()
    }
    const renamed = await withSection(rename('tin-xa'), 'tin-xa')
    expect(sections(await renamed.build({ anotherTime: true }))).toEqual([])
    renamed.remove(LOCK)
    expect(sections(await renamed.build())).toEqual([])
    renamed.close()
  })
})

describe('a link to the address of a bulletin that waits', () => {
  it.each([
    ['draft: true\n', '13/01/2023', 'draft'],
    ['', '01/01/2090', 'scheduled'],
  ])('says so, and leads nowhere until then: %j', async (more, day, state) => {
    const year = day.slice(-4)
    const at = 'content/bulletins/2023/ra-quan.md'
    const one = portal({
      [`content/bulletins/${year}/hoi-nghi.md`]: file({ ...meeting, day, more }),
      [at]: file({ title: 'Ra quân', day: '20/08/2023', body: `[hội nghị](/${year}/hoi-nghi#muc)` }),
    })
    const { ok, diagnostics, outputs } = await one.build()
    const told = diagnostics
      .filter(({ file }) => file === at)
      .map(({ diagnostic: { code, params } }) => ({ code, params }))
    expect({ ok, told }).toEqual({
      ok: true,
      told: [{ code: 'link/unpublished', params: { href: `/${year}/hoi-nghi#muc`, state } }],
    })
    for (const path of ['2023/ra-quan/index.html', 'chuyen-muc/tin-tuc/rss.xml'])
      expect(new TextDecoder().decode(outputs.get(path as never)), path).not.toContain(`/${year}/hoi-nghi`)
    const menu = `${PORTAL_YML}menu:\n  - {title: Hội nghị, href: /${year}/hoi-nghi/}\n`
    one.write('content/portal.yml', menu)
    // The menu stands on every page, and has no words to be left without a link.
    expect((await one.build()).diagnostics.map(({ file, diagnostic }) => [file, diagnostic.code])).toContainEqual([
      'content/portal.yml',
      'link/broken',
    ])
    one.close()
  })

  it('leads there once it is published, also where all else is known', async () => {
    const one = make({
      'content/bulletins/2023/hoi-nghi.md': file({ ...meeting, more: 'publishAt: 2023-10-01 08:00\n' }),
      'content/bulletins/2023/ra-quan.md': file({
        title: 'Ra quân',
        day: '20/08/2023',
        body: '[hội nghị](/2023/hoi-nghi/)',
      }),
    })
    const htmlAt = async (now: string) => {
      const { exit, out } = await run(['build', '--json', '--verify', '--now', now], { cwd: one.root })
      expect([exit, JSON.parse(out).verified.differing]).toEqual([0, []])
      return readFileSync(join(one.root, 'dist/2023/ra-quan/index.html'), 'utf8')
    }
    expect(await htmlAt('2023-09-01')).not.toContain('href="/2023/hoi-nghi/"')
    expect(await htmlAt('2023-11-01')).toContain('<a href="/2023/hoi-nghi/">hội nghị</a>')
    expect(await htmlAt('2023-09-01')).not.toContain('<a href="/2023/hoi-nghi/">')
  })
})
