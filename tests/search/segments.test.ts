import { afterEach, describe, expect, it } from 'vitest'
import { bulletin, portal, type TestPortal } from '../portal.ts'
import { indexOf } from './index-of.ts'

let made: TestPortal | null = null
afterEach(() => {
  made?.close()
  made = null
})

/** A bulletin of a day. */
const on = (day: string, title: string, more = '', body = 'Nội dung bài viết.\n') =>
  bulletin(title, more, body).replace('date: 13/01/2023', `date: ${day}`)

const start = () => {
  made = portal({
    'content/bulletins/a.md': on('13/01/2022', 'Hội nghị ở Thọ Xuân'),
    'content/bulletins/b.md': on('13/01/2023', 'Con đường mới'),
    'content/bulletins/c.md': on('13/01/2025', 'Ông Dương Văn A'),
    'content/bulletins/d.md': on('13/05/2025', 'Mùa thơ xuân'),
  })
  return made
}

/** Names of files that differ. */
const changed = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) =>
  [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name)).sort()

describe('the index', () => {
  it('has a segment a year, and one for the newest quarter', async () => {
    const { index } = await indexOf(start().world())
    expect(index.settings.segments.map(({ id }) => id)).toEqual(['2025-q2', '2025', '2023', '2022'])
  })

  it('does not move with the day', async () => {
    const { files } = await indexOf(start().world())
    expect(changed(files, (await indexOf(start().world({ now: Date.UTC(2031, 1, 1) }))).files)).toEqual([])
  })

  it('changes only the period of a bulletin that is new or corrected', async () => {
    const own = start()
    const { files } = await indexOf(own.world())
    own.write('content/bulletins/e.md', on('14/05/2025', 'Bài mới'))
    const added = await indexOf(own.world())
    expect(changed(files, added.files)).toEqual(['2025-q2/c0.json', '2025-q2/w0.json'])
    own.write('content/bulletins/b.md', on('13/01/2023', 'Con đường mới', '', 'Nội dung bài viết đã sửa.\n'))
    expect(changed(added.files, (await indexOf(own.world())).files)).toEqual(['2023/w0.json'])
  })

  it('never holds drafts, scheduled or withdrawn bulletins; expired ones say so', async () => {
    const own = start()
      .write('content/bulletins/n.md', on('13/01/2024', 'Bản nháp bí mật', 'draft: true\n'))
      .write('content/bulletins/s.md', on('13/01/2026', 'Hẹn giờ bí mật'))
      .write(
        'content/bulletins/w.md',
        on('13/01/2024', 'Thu hồi bí mật', 'withdrawn:\n  date: 14/01/2024\n  reason: Sai\n'),
      )
      .write('content/bulletins/x.md', on('13/01/2024', 'Thông báo cũ', 'expireAt: 20/01/2024\n'))
    for (const drafts of [false, true]) {
      const { files, all } = await indexOf(own.world({ drafts }))
      expect([...files.values()].join('')).not.toMatch(/bí mật|"bi"/)
      expect((await all('thông báo cũ ')).cards[0]?.expired).toBe(true)
    }
  })

  it('has standing pages in a segment of their own, which bulletins do not change', async () => {
    const own = start()
    const before = (await indexOf(own.world())).files
    own.write('content/pages/lien-he.md', '---\ntitle: Liên hệ\n---\n\nĐịa chỉ: khu phố 5.\n')
    const { files, all, index } = await indexOf(own.world())
    expect(changed(before, files)).toEqual(['muc-luc.json', 'trang/c0.json', 'trang/w0.json'])
    expect(index.settings.segments.map(({ id }) => id)).toEqual(['2025-q2', '2025', '2023', '2022'])
    expect((await all('lien he ')).cards[0]).toMatchObject({ title: 'Liên hệ', href: '/lien-he/', date: '' })
    expect((await all('địa chỉ khu phố ')).hrefs).toEqual(['/lien-he/'])
    expect(await all('lien hje ')).toMatchObject({ how: 'near', hrefs: ['/lien-he/'] })
    for (const filters of [{ year: '2025' }, { category: 'tin-tuc-su-kien' }, { author: 'lien' }])
      expect((await all('liên hệ ', filters)).hrefs).toEqual([])
    expect((await all('', { year: '2025' })).hrefs).toHaveLength(2)
    own.write('content/bulletins/e.md', on('14/05/2025', 'Bài mới'))
    const added = await indexOf(own.world())
    expect(changed(files, added.files)).toEqual(['2025-q2/c0.json', '2025-q2/w0.json'])
    own.write('content/pages/lien-he.md', '---\ntitle: Liên hệ\n---\n\nĐịa chỉ: khu phố 6.\n')
    expect(changed(added.files, (await indexOf(own.world())).files)).toEqual(['trang/c0.json', 'trang/w0.json'])
  })

  it('puts words that stand side by side before one that strays into a title', async () => {
    const own = start()
      .write('content/bulletins/x.md', on('13/05/2025', 'Tổng kết của Ban chỉ huy', '', 'Uy tín của Ban chỉ huy.\n'))
      .write('content/bulletins/y.md', on('13/04/2025', 'Danh sách bầu cử', '', 'Theo Ủy ban bầu cử.\n'))
    const { all } = await indexOf(own.world())
    expect((await all('uy ban ')).hrefs.map((href) => href.split('/')[2])).toEqual(['y', 'x'])
  })

  it('honours the marks that were typed, and finds the others after', async () => {
    const { all } = await indexOf(start().world())
    expect((await all('dương ')).hrefs.map((href) => href.split('/')[2])).toEqual(['c', 'b'])
    expect((await all('đường ')).hrefs.map((href) => href.split('/')[2])).toEqual(['b', 'c'])
    expect((await all('thọ xuân ')).hrefs[0]).toContain('/a/')
    expect((await all('thơ xuân ')).hrefs[0]).toContain('/d/')
    expect((await all('tho xuan ')).hrefs).toHaveLength(2)
  })

  it('answers the newest two years with one file for each word and period, cards included', async () => {
    const own = start()
    const written = { '2024': 24, '2025': 20 }
    for (const [year, count] of Object.entries(written))
      for (let number = 0; number < count; number += 1)
        own.write(
          `content/bulletins/${year}-${number}.md`,
          on(`02/0${1 + (number % 6)}/${year}`, `Nông thôn mới số ${number}`),
        )
    const { asked, index } = await indexOf(own.world())
    expect(index.settings.segments.map(({ beginnings }) => beginnings > 0)).toEqual([false, false, true, false, false])
    for await (const { ranked, done } of index.find('nông thôn ', { category: '', year: '', author: '' })) {
      expect(ranked).toHaveLength(44)
      const cards = await index.cards(ranked.slice(0, 10))
      expect(cards.map(({ title }) => title.slice(0, 9))).toEqual(Array(10).fill('Nông thôn'))
      expect(cards.every(({ date }) => date.startsWith('2025'))).toBe(true)
      expect(done).toBe(false)
      // The settings; both words lie in the one file of a small period, and in two of a larger.
      expect(asked.map((file) => file.replace(/\d+\.json/, '')).sort()).toEqual([
        '2024/b',
        '2024/w',
        '2025-q2/w',
        '2025/w',
        'muc-luc.json',
      ])
      break
    }
  })

  it('is asked once for each file, and for few', async () => {
    const { asked, all } = await indexOf(start().world())
    await all('thọ xuân ')
    await all('thọ xuân ')
    expect(new Set(asked).size).toBe(asked.length)
    expect(asked.length).toBeLessThanOrEqual(1 + 4 + 4)
  })
})
