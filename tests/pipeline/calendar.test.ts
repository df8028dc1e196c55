import sharp from 'sharp'
import { expect, it } from 'vitest'
import { bulletin, PORTAL_YML, portal, type TestPortal } from '../portal.ts'

const written = (title: string, date: string, more = '') => bulletin(title, more).replace('13/01/2023', date)

/** What a reader can find at one moment, by name. */
type Shown = ReadonlySet<string>

/** What appears and what disappears at an instant (UTC). */
type Step = readonly [at: string, appears: readonly string[], disappears: readonly string[]]

/** Builds at a moment: what is shown, the bytes, and when something changes next. */
async function at(
  one: TestPortal,
  now: number,
  marks: Readonly<Record<string, readonly [path: string, text: string]>>,
  drafts = false,
) {
  const { outputs, site, ok, diagnostics } = await one.build({ now, drafts })
  expect([ok, diagnostics.map(({ diagnostic: { code } }) => code)], new Date(now).toISOString()).toEqual([true, []])
  const bytes = new Map([...outputs].map(([path, content]) => [path, Buffer.from(content).toString('base64')]))
  const holds = ([path, text]: readonly [string, string]) =>
    Buffer.from(outputs.get(path) ?? '')
      .toString('utf8')
      .includes(text)
  const shown: Shown = new Set(Object.keys(marks).filter((name) => holds(marks[name] ?? ['', ''])))
  return { bytes, shown, nextDue: site?.nextDue ?? null }
}

/** Goes from one due moment to the next until nothing is due: the steps, after seeing that nothing changed in between. */
async function walk(one: TestPortal, from: string, marks: Parameters<typeof at>[2], drafts = false) {
  const steps: Step[] = []
  const first = await at(one, Date.parse(from), marks, drafts)
  let current = first
  for (let count = 0; current.nextDue !== null && count < 30; count += 1) {
    const due = current.nextDue
    const before = await at(one, due - 1, marks, drafts)
    expect([new Date(due).toISOString(), before.nextDue]).toEqual([new Date(due).toISOString(), due])
    expect(before.bytes, new Date(due).toISOString()).toEqual(current.bytes)
    const next = await at(one, due, marks, drafts)
    expect(next.bytes, `nothing changed at ${new Date(due).toISOString()}`).not.toEqual(current.bytes)
    const [was, is] = [current.shown, next.shown]
    steps.push([
      new Date(due).toISOString(),
      [...is].filter((name) => !was.has(name)),
      [...was].filter((name) => !is.has(name)),
    ])
    current = next
  }
  const later = await at(one, Date.parse('2099-01-01T00:00:00Z'), marks, drafts)
  expect(later.bytes).toEqual(current.bytes)
  expect(later.nextDue).toBeNull()
  return { first: [...first.shown], steps }
}

it('everything dated comes and goes at its moment, each moment is due, and nothing changes in between', async () => {
  const banner = await sharp({ create: { width: 320, height: 80, channels: 3, background: '#b3131b' } })
    .png()
    .toBuffer()
  const one = portal({
    'content/portal.yml':
      PORTAL_YML.replace('agency:\n', 'agency:\n  unit: xa\n') +
      'slogan: {text: Chào mừng đại hội, from: 09/03/2024, until: 13/03/2024}\n' +
      'banners: [{image: static/tet.png, alt: Mừng xuân, from: 08/03/2024, until: 15/03/2024}]\n' +
      'notices: [{text: Tạm ngừng cấp nước, from: 05/03/2024, until: 06/03/2024}, {text: Lịch tiếp dân}, {text: Cắt điện buổi sáng, from: 05/03/2024 06:30, until: 05/03/2024 11:00}]\n',
    'content/static/tet.png': banner,
    'content/units.yml':
      '- {id: xa, name: Ủy ban nhân dân xã Xuân Hòa, validTo: 20/03/2024}\n' +
      '- {id: dai, name: Đài xã, validTo: 16/03/2024, successors: [to]}\n' +
      '- {id: to, name: Tổ truyền thông, validFrom: 18/03/2024, validTo: 22/03/2024, successors: [ban]}\n' +
      '- {id: ban, name: Ban truyền thông, validFrom: 23/03/2024}\n' +
      '- {id: khac, name: Đơn vị không ai nhắc, validTo: 19/03/2024}\n',
    'content/bulletins/2024/moc.md': written('Mốc', '01/02/2024', 'unit: dai\n'),
    'content/bulletins/2024/noi-bat.md': written('Nổi bật', '02/02/2024', 'featuredUntil: 11/03/2024\n'),
    'content/bulletins/2024/het-han.md': written('Hết hạn', '03/02/2024', 'expireAt: 14/03/2024\n'),
    'content/bulletins/2024/het-gio.md': written('Hết giờ', '04/02/2024', 'expireAt: 14/03/2024 16:20\n'),
    'content/bulletins/2024/theo-ngay.md': written('Theo ngày', '10/03/2024'),
    'content/bulletins/2024/theo-gio.md': written('Theo giờ', '12/03/2024 07:30'),
    'content/bulletins/2024/hen-gio.md': written('Hẹn giờ', '01/03/2024', 'publishAt: 2024-03-12 09:00 +09:00\n'),
    'content/bulletins/2024/nhap.md': written('Nháp', '07/03/2024', 'draft: true\nexpireAt: 08/03/2024 10:00\n'),
    'content/bulletins/2024/thu-hoi.md': written(
      'Thu hồi',
      '05/02/2024',
      'expireAt: 07/03/2024\nwithdrawn: {date: 06/02/2024, reason: Nhầm.}\n',
    ),
  })
  const lead = (title: string) =>
    [
      'index.html',
      `card-lead card-bare">\n  <div class="card-words">\n    <p class="kicker"><a href="/chuyen-muc/tin-tuc/">Tin tức - Sự kiện</a></p>\n    <h2 class="card-title"><a href="/2024/${title}/"`,
    ] as const
  const { first, steps } = await walk(one, '2024-03-02T00:00:00Z', {
    slogan: ['2024/moc/index.html', 'Chào mừng đại hội'],
    banner: ['index.html', '<img src="/tet.png" width="320" height="80" alt="Mừng xuân"'],
    'notice of two days': ['2024/moc/index.html', 'Tạm ngừng cấp nước'],
    'notice of a morning': ['2024/moc/index.html', 'Cắt điện buổi sáng'],
    'notice for ever': ['2024/moc/index.html', 'Lịch tiếp dân'],
    'unit has ended': ['2024/moc/index.html', 'Đây là tin lưu trữ của Đài xã, đã kết thúc hoạt động ngày 16/03/2024'],
    'its heir': ['2024/moc/index.html', '; nay là Tổ truyền thông.'],
    'the heir’s heir': ['2024/moc/index.html', '; nay là Ban truyền thông.'],
    'portal is an archive': ['index.html', 'Đây là cổng lưu trữ của Ủy ban nhân dân xã Xuân Hòa'],
    'Nổi bật leads': lead('noi-bat'),
    'Theo ngày leads': lead('theo-ngay'),
    'Theo giờ leads': lead('theo-gio'),
    'Hết hạn in feeds': ['rss.xml', '/2024/het-han/'],
    'Hết hạn says so': ['2024/het-han/index.html', '<strong>Đã hết hạn</strong>'],
    'Hết giờ in feeds': ['rss.xml', '/2024/het-gio/'],
    'Hết giờ says so': ['2024/het-gio/index.html', '<strong>Đã hết hạn</strong>'],
    'Theo ngày': ['2024/theo-ngay/index.html', '<h1>'],
    'Theo giờ': ['2024/theo-gio/index.html', '<h1>'],
    'Hẹn giờ': ['2024/hen-gio/index.html', '<h1>'],
    Nháp: ['2024/nhap/index.html', '<h1>'],
  })
  one.close()
  expect(first).toEqual(['notice for ever', 'Nổi bật leads', 'Hết hạn in feeds', 'Hết giờ in feeds'])
  expect(steps).toEqual([
    ['2024-03-04T17:00:00.000Z', ['notice of two days'], []],
    ['2024-03-04T23:30:00.000Z', ['notice of a morning'], []],
    ['2024-03-05T04:00:00.000Z', [], ['notice of a morning']],
    ['2024-03-06T17:00:00.000Z', [], ['notice of two days']],
    ['2024-03-07T17:00:00.000Z', ['banner'], []],
    ['2024-03-08T17:00:00.000Z', ['slogan'], []],
    ['2024-03-09T17:00:00.000Z', ['Theo ngày'], []],
    ['2024-03-11T17:00:00.000Z', ['Theo ngày leads'], ['Nổi bật leads']],
    ['2024-03-12T00:00:00.000Z', ['Hẹn giờ'], []],
    ['2024-03-12T00:30:00.000Z', ['Theo giờ leads', 'Theo giờ'], ['Theo ngày leads']],
    ['2024-03-13T17:00:00.000Z', [], ['slogan']],
    ['2024-03-14T09:20:00.000Z', ['Hết giờ says so'], ['Hết giờ in feeds']],
    ['2024-03-14T17:00:00.000Z', ['Hết hạn says so'], ['Hết hạn in feeds']],
    ['2024-03-15T17:00:00.000Z', [], ['banner']],
    ['2024-03-16T17:00:00.000Z', ['unit has ended'], []],
    ['2024-03-17T17:00:00.000Z', ['its heir'], []],
    ['2024-03-20T17:00:00.000Z', ['portal is an archive'], []],
    ['2024-03-22T17:00:00.000Z', ['the heir’s heir'], ['its heir']],
  ])
})

it('what is dated of drafts comes and goes where they are shown', async () => {
  const one = portal({
    'content/units.yml':
      '- {id: dai, name: Đài xã, validTo: 16/03/2024}\n- {id: to, name: Tổ tin, validTo: 18/03/2024}\n- {id: ban, name: Ban tin, validTo: 20/03/2024}\n',
    'content/bulletins/2024/moc.md': written('Mốc', '01/02/2024'),
    'content/bulletins/2024/nhap.md': written(
      'Nháp',
      '02/01/2024',
      'draft: true\nunit: dai\nfeaturedUntil: 11/03/2024\nexpireAt: 13/03/2024\n',
    ),
    'content/bulletins/2024/thu-hoi.md': written(
      'Thu hồi',
      '03/01/2024',
      'publishAt: 2024-03-25 09:00\nunit: to\nfeaturedUntil: 08/03/2024\nexpireAt: 30/03/2024\nwithdrawn: {date: 06/02/2024, reason: Nhầm.}\n',
    ),
  })
  const lead = (title: string, ribbon: string) =>
    [
      'index.html',
      `card-lead card-bare">\n  <div class="card-words">\n    <p class="kicker"><a href="/chuyen-muc/tin-tuc/">Tin tức - Sự kiện</a> <span class="ribbon">${ribbon}</span></p>\n    <h2 class="card-title"><a href="/2024/${title}/"`,
    ] as const
  const { first, steps } = await walk(
    one,
    '2024-03-02T00:00:00Z',
    {
      'thu-hoi leads': lead('thu-hoi', 'Hẹn giờ đăng'),
      'nhap leads': lead('nhap', 'Bản nháp'),
      'unit of nhap has ended': ['2024/nhap/index.html', 'Đài xã, đã kết thúc hoạt động ngày 16/03/2024'],
      withdrawn: ['2024/thu-hoi/index.html', 'Nhầm.'],
    },
    true,
  )
  one.close()
  expect(first).toEqual(['thu-hoi leads'])
  expect(steps).toEqual([
    ['2024-03-08T17:00:00.000Z', ['nhap leads'], ['thu-hoi leads']],
    ['2024-03-11T17:00:00.000Z', [], ['nhap leads']],
    ['2024-03-16T17:00:00.000Z', ['unit of nhap has ended'], []],
    // The unit of the one that waits.
    ['2024-03-18T17:00:00.000Z', [], []],
    ['2024-03-25T02:00:00.000Z', ['withdrawn'], []],
  ])
})

it.each([
  // Midnight is left out: the day begins at 01:00.
  ['America/Sao_Paulo', '04/11/2018', ['2018-11-04T03:00:00.000Z', '2018-11-05T02:00:00.000Z']],
  // At midnight the clock goes back to 23:00 of the day before, which is then not over yet.
  ['America/Sao_Paulo', '17/02/2018', ['2018-02-17T02:00:00.000Z', '2018-02-18T03:00:00.000Z']],
  // 00:00 comes twice: the day begins with the first.
  ['America/Havana', '03/11/2024', ['2024-11-03T04:00:00.000Z', '2024-11-04T05:00:00.000Z']],
  // A day of 23 hours, and one of 25.
  ['Europe/Berlin', '31/03/2024', ['2024-03-30T23:00:00.000Z', '2024-03-31T22:00:00.000Z']],
  ['Europe/Berlin', '27/10/2024', ['2024-10-26T22:00:00.000Z', '2024-10-27T23:00:00.000Z']],
  ['Australia/Lord_Howe', '07/04/2024', ['2024-04-06T13:00:00.000Z', '2024-04-07T13:30:00.000Z']],
])('a day of %s, %s, when the clocks change, is whole', async (zone, day, [begin, end]) => {
  const one = portal({
    'content/portal.yml': `${PORTAL_YML}timeZone: ${zone}\nnotices: [{text: Hôm nay, from: ${day}, until: ${day}}]\n`,
    'content/bulletins/2017/a.md': written('A', '01/02/2017', `expireAt: ${day}\n`),
    [`content/bulletins/${day.slice(-4)}/b.md`]: written('B', day),
  })
  const { steps } = await walk(one, '2017-06-01T00:00:00Z', {
    notice: ['index.html', 'Hôm nay'],
    expired: ['2017/a/index.html', '<strong>Đã hết hạn</strong>'],
    published: [`${day.slice(-4)}/b/index.html`, '<h1>'],
  })
  one.close()
  expect(steps).toEqual([
    [begin, ['notice', 'published'], []],
    [end, ['expired'], ['notice']],
  ])
})

it.each([
  // 02:30 does not exist: it is meant as half past three.
  ['2024-03-31 02:30', '2024-03-31T01:30:00.000Z'],
  // 02:30 comes twice: the first is meant, unless the offset is given.
  ['2024-10-27 02:30', '2024-10-27T00:30:00.000Z'],
  ['2024-10-27 02:30 +01:00', '2024-10-27T01:30:00.000Z'],
])('an hour when the clocks change: %s', async (hour, instant) => {
  const one = portal({
    'content/portal.yml': `${PORTAL_YML}timeZone: Europe/Berlin\n`,
    'content/bulletins/2017/a.md': written('A', '01/02/2017'),
    'content/bulletins/2017/b.md': written('B', '02/02/2017', `publishAt: ${hour}\n`),
  })
  const { steps } = await walk(one, '2024-01-01T00:00:00Z', { b: ['2017/b/index.html', '<h1>'] })
  one.close()
  expect(steps).toEqual([[instant, ['b'], []]])
})

it('a page that was to be looked at again is told of from the day after, and what is remembered of a build lasts no longer', async () => {
  const page = '---\ntitle: Liên hệ\nreviewBy: 01/10/2026\n---\nThôn 5.\n'
  const one = portal({ 'content/pages/lien-he.md': page })
  const told = async (now: string) => {
    const { diagnostics, site } = await one.build({ now: Date.parse(now) })
    return [
      diagnostics.map(({ file, diagnostic: { code, place } }) => `${file}:${place?.line} ${code}`),
      site?.nextDue,
      site?.nextTold,
    ]
  }
  const after = Date.parse('2026-10-02T00:00:00+07:00')
  expect(await told('2026-10-01T23:59:59+07:00')).toEqual([[], null, after])
  expect(await told('2026-10-02T00:00:00+07:00')).toEqual([['content/pages/lien-he.md:3 date/review'], null, null])
  one.close()
})
