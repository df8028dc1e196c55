import { afterAll, describe, expect, it } from 'vitest'
import { bulletin, JULY_2025, PORTAL_YML, portal } from '../portal.ts'

const UNITS = `- id: ubnd-huyen
  name: Ủy ban nhân dân huyện Thọ Xuân
  shortName: UBND huyện
  validTo: 30/06/2025
  successors: [xa-lam-son, xa-xuan-hoa]
- {id: xa-lam-son, name: Ủy ban nhân dân xã Lam Sơn, shortName: UBND xã Lam Sơn, validFrom: 01/07/2025, validTo: 31/12/2025, successors: [phuong-lam-son]}
- {id: phuong-lam-son, name: Ủy ban nhân dân phường Lam Sơn, validFrom: 01/01/2026, url: 'https://lamson.thanhhoa.gov.vn/'}
- {id: xa-xuan-hoa, name: Ủy ban nhân dân xã Xuân Hòa, validFrom: 01/07/2025}
- {id: dai-cu, name: Đài Phát thanh huyện, shortName: Đài huyện, validTo: 31/12/2020, successors: [trung-tam]}
- {id: trung-tam, name: Trung tâm Văn hóa huyện, validFrom: 01/01/2021, validTo: 30/06/2025}
- {id: ban-chqs, name: Ban CHQS huyện}
`
const owned = (unit: string) => PORTAL_YML.replace('agency:\n', `agency:\n  unit: ${unit}\n`)
const dated = (title: string, day: string, more = '') => bulletin(title, more).replace('13/01/2023', day)

const one = portal({
  'content/units.yml': UNITS,
  'content/portal.yml': owned('phuong-lam-son').replace('xã Xuân Hòa\n  person', 'phường Lam Sơn\n  person'),
  'content/bulletins/2019/dai.md': dated('Đài', '05/03/2019', 'unit: trung-tam\n'),
  'content/bulletins/2023/huyen.md': dated('Huyện', '05/03/2023'),
  'content/bulletins/2023/trung-tam.md': dated(
    'Trung tâm',
    '06/03/2023',
    'unit: trung-tam\nauthors: [{name: Lê Thơ, unit: dai-cu}]\n',
  ),
  'content/bulletins/2023/ten.md': dated('Tên', '07/03/2023', 'unit: Đài huyện\n'),
  'content/bulletins/2023/quan-su.md': dated('Quân sự', '08/03/2023', 'unit: ban-chqs\n'),
  'content/bulletins/2025/xa.md': dated('Xã', '05/09/2025'),
})
afterAll(() => one.close())

const FEBRUARY_2026 = Date.UTC(2026, 1, 1)
const read = async (now: number) => {
  const { outputs, diagnostics, site } = await one.build({ now })
  return {
    said: diagnostics.map(({ diagnostic }) => diagnostic.code),
    nextDue: site?.nextDue,
    data: (month: string) => JSON.parse(Buffer.from(outputs.get(`api/v1/${month}.json`) ?? '').toString('utf8')),
    page: (path: string) => Buffer.from(outputs.get(`${path}/index.html`.replace(/^\//, '')) ?? '').toString('utf8'),
  }
}
/** The text of the first element of a class, tags off. */
const textOf = (html: string, name: string): string | null =>
  new RegExp(`<(\\w+) class="${name}"[^>]*>(.*?)</\\1>`, 's')
    .exec(html)?.[2]
    ?.replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim() ?? null

describe('a bulletin', () => {
  it('bears the names of its day: publisher, structured data, signature', async () => {
    const { page, said } = await read(FEBRUARY_2026)
    expect(said).toEqual([])
    const publisher = (path: string) => [
      /name="DC\.publisher" content="([^"]*)"/.exec(page(path))?.[1],
      /"publisher":\{"@type":"GovernmentOrganization","name":"([^"]*)"/.exec(page(path))?.[1],
      /name="DC\.creator" content="([^"]*)"/.exec(page(path))?.[1],
    ]
    expect(publisher('2023/huyen')).toEqual(Array(3).fill('Ủy ban nhân dân huyện Thọ Xuân'))
    expect(publisher('2025/xa')).toEqual(Array(3).fill('Ủy ban nhân dân xã Lam Sơn'))
    expect(/name="DC\.publisher" content="([^"]*)"/.exec(page(''))?.[1]).toBe('Ủy ban nhân dân phường Lam Sơn')
    expect(textOf(page('2019/dai'), 'signature')).toBe('Đài huyện')
    expect(textOf(page('2023/trung-tam'), 'signature')).toBe('Lê Thơ, Trung tâm Văn hóa huyện')
    expect(textOf(page('2023/ten'), 'signature')).toBe('Đài huyện')
  })

  it('is told in the data as published by the agency of its day, in documents of the agency of today', async () => {
    const { data } = await read(FEBRUARY_2026)
    const publishers = (month: string) => {
      const { publisher, entries } = data(month)
      return [publisher, ...new Set(entries.map((entry: { readonly publisher: string }) => entry.publisher))]
    }
    const now = 'Ủy ban nhân dân phường Lam Sơn'
    expect(publishers('2023-03')).toEqual([now, 'Ủy ban nhân dân huyện Thọ Xuân'])
    expect(publishers('2025-09')).toEqual([now, 'Ủy ban nhân dân xã Lam Sơn'])
  })

  it('says that its unit has ended, when, and who came after it in the end', async () => {
    const { page } = await read(FEBRUARY_2026)
    expect(textOf(page('2023/huyen'), 'archive-note')).toBe(
      'Đây là tin lưu trữ của Ủy ban nhân dân huyện Thọ Xuân, đã kết thúc hoạt động ngày 30/06/2025; nay là Ủy ban nhân dân phường Lam Sơn và Ủy ban nhân dân xã Xuân Hòa.',
    )
    expect(page('2023/huyen')).toContain('<a class="external" href="https://lamson.thanhhoa.gov.vn/"')
    expect(textOf(page('2023/trung-tam'), 'archive-note')).toBe(
      'Đây là tin lưu trữ của Trung tâm Văn hóa huyện, đã kết thúc hoạt động ngày 30/06/2025.',
    )
    expect(textOf(page('2023/quan-su'), 'archive-note')).toBeNull()
    expect(page('')).not.toContain('class="archive"')
  })

  it('says so from the day after, by the clock of the portal; each such moment is due, and nothing after the last', async () => {
    const day = (text: string) => Date.parse(`${text}T00:00:00+07:00`)
    expect((await read(day('2025-06-01'))).nextDue).toBe(day('2025-07-01'))
    const before = await read(day('2025-09-06'))
    expect(before.nextDue).toBe(day('2026-01-01'))
    expect(textOf(before.page('2023/huyen'), 'archive-note')).toMatch(
      /; nay là Ủy ban nhân dân xã Lam Sơn và Ủy ban nhân dân xã Xuân Hòa\.$/,
    )
    expect(textOf((await read(day('2025-07-01') - 1)).page('2023/huyen'), 'archive-note')).toBeNull()
    expect(textOf((await read(day('2025-07-01'))).page('2023/huyen'), 'archive-note')).not.toBeNull()
    expect((await read(day('2026-01-01'))).nextDue).toBeNull()
  })
})

describe('a portal whose agency has ended', () => {
  it('says so on every page, and not twice on a bulletin', async () => {
    one.write('content/portal.yml', owned('ubnd-huyen'))
    const { outputs, diagnostics } = await one.build({ now: FEBRUARY_2026 })
    expect(diagnostics).toEqual([])
    const pages = [...outputs].filter(([path]) => path.endsWith('.html'))
    expect(pages.length).toBeGreaterThan(15)
    for (const [path, bytes] of pages)
      expect(textOf(Buffer.from(bytes).toString('utf8'), 'archive'), path).toMatch(
        /^Đây là cổng lưu trữ của Ủy ban nhân dân xã Xuân Hòa, đã kết thúc hoạt động ngày 30\/06\/2025; nay là Ủy ban nhân dân phường Lam Sơn và /,
      )
    const page = Buffer.from(outputs.get('2023/huyen/index.html') ?? '').toString('utf8')
    expect(page).not.toContain('archive-note')
    const home = Buffer.from(outputs.get('index.html') ?? '').toString('utf8')
    expect(home).toContain('"dissolutionDate":"2025-06-30"')
  })
})

describe('the register of units', () => {
  it.each([
    [
      'a circle',
      '- {id: a, name: A, successors: [b]}\n- {id: b, name: B, successors: [a]}\n',
      ['register/circle', 'register/circle'],
    ],
    ['an end before the beginning', '- {id: a, name: A, validFrom: 02/01/2021, validTo: 01/01/2021}\n', ['date/order']],
    ['a successor that is in no register', '- {id: a, name: A, successors: [b]}\n', ['register/unknown']],
  ])('refuses %s', async (_, units, codes) => {
    const small = portal({ 'content/units.yml': units, 'content/bulletins/2023/a.md': bulletin('Một') })
    expect((await small.says({ now: JULY_2025 })).map((line) => line.split(' ').at(-1))).toEqual(codes)
    small.close()
  })

  it('refuses an agency that is in no register, with the nearest', async () => {
    const small = portal({
      'content/units.yml': UNITS,
      'content/portal.yml': owned('ubnd-huyenn'),
      'content/bulletins/2023/a.md': bulletin('Một'),
    })
    expect(await small.says()).toEqual(['content/portal.yml:5:9 register/unknown'])
    expect((await small.words())[0]).toContain('“ubnd-huyen”')
    small.close()
  })
})
