import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { bulletin, portal, REPOSITORY, type TestPortal } from '../portal.ts'
import { indexOf } from './index-of.ts'

let made: TestPortal | null = null
afterEach(() => {
  made?.close()
  made = null
})

/** A bulletin of a day. */
const on = (day: string, title: string, more = '', body = 'Nội dung bài viết.\n') =>
  bulletin(title, more, body).replace('date: 13/01/2023', `date: ${day}`)

/** Bulletins by the words of their titles, one a month from January 2023 on. */
const titled = (...titles: readonly string[]): TestPortal => {
  made = portal(
    Object.fromEntries(
      titles.map((title, at) => [
        `content/bulletins/b${at + 1}.md`,
        on(`05/${1 + (at % 12)}/${2023 + Math.floor(at / 12)}`, title),
      ]),
    ),
  )
  return made
}

const numbers = (hrefs: readonly string[]) => hrefs.map((href) => href.split('/')[2])

describe('marks that are typed', () => {
  it('count: those that have them come first, the others after, with how they are spelt', async () => {
    const one = titled(
      'Làm cho đường sạch',
      'Để cho ai',
      'Cho cho cho, chờ',
      'Phiên chợ quê',
      'Chờ ở bến',
      'CHỢ huyện mở cửa'.normalize('NFD'),
    )
    const { all } = await indexOf(one.world())
    for (const typed of ['chợ ', 'chợ '.normalize('NFD'), 'CHỢ ', '"chợ"']) {
      const { hrefs, exact, others, how } = await all(typed)
      expect({ how, exact, others }).toEqual({ how: 'all', exact: 2, others: ['cho', 'chờ'] })
      expect(numbers(hrefs.slice(0, 2)).sort()).toEqual(['b4', 'b6'])
      expect(hrefs).toHaveLength(6)
    }
    const plain = await all('cho ')
    expect({ exact: plain.exact, others: plain.others }).toEqual({ exact: 6, others: [] })
  })

  it('come before all others, however well these stand in titles and however new they are', async () => {
    const titles = Array.from({ length: 30 }, (_, at) => `Cho đất, cho đất, số ${at}`)
    const one = titled(...titles)
    one.write('content/bulletins/cu.md', on('01/01/2019', 'Bài cũ', '', 'Cuối bài nói tới chợ đặt ở bến.\n'))
    const { hrefs, exact } = await (await indexOf(one.world())).all('chợ đặt ')
    expect(exact).toBe(1)
    expect(hrefs[0]).toContain('/cu/')
    expect(hrefs).toHaveLength(31)
  })

  it('say so where nothing has them', async () => {
    const { all } = await indexOf(titled('Nước thủy lợi', 'Chị Thùy ở bến', 'Bài khác').world())
    const { exact, others, hrefs, how } = await all('thúy ')
    expect({ how, exact, others, found: hrefs.length }).toEqual({
      how: 'all',
      exact: 0,
      others: ['thùy', 'thủy'],
      found: 2,
    })
  })

  it('are the same wherever the tone stands', async () => {
    const { all } = await indexOf(titled('Uỷ ban họp', 'Tổ hoà giải', 'Ủy ban và hòa giải', 'Khoẻ', 'khỏe').world())
    for (const [typed, count] of [
      ['uỷ ', 2],
      ['ủy ', 2],
      ['hòa ', 2],
      ['HOÀ ', 2],
      ['khoẻ ', 2],
      ['khỏe ', 2],
    ] as const)
      expect([typed, (await all(typed)).exact, (await all(typed)).ranked.length]).toEqual([typed, count, count])
  })

  it('are honoured by an acronym or its meaning alike', async () => {
    const one = titled('UBND họp', 'Ủy ban nhân dân họp')
    one.write('content/glossary.yml', '- short: UBND\n  long: Ủy ban nhân dân\n')
    const { all } = await indexOf(one.world())
    for (const typed of ['ubnd ', 'uỷ ban nhân dân ']) expect((await all(typed)).exact).toBe(2)
  })
})

describe('what stands on the page beside the text', () => {
  const start = () => {
    made = portal({
      'content/units.yml': '- id: y-te\n  name: Trạm Y tế Suối Ngọc\n',
      'content/bulletins/hop/index.md': on(
        '05/03/2023',
        'Cuộc họp',
        'eventDate: 02/03/2023\nunit: y-te\nsource: {name: Báo Rừng Xanh}\nattachments: [{src: a.pdf, title: Phụ lục danh mục vị trí}]\n' +
          'images:\n  - src: anh.jpg\n    caption: Toàn cảnh đập nước\n    alt: Đập nước\n    credit: Lò Văn Pán\n' +
          'corrections:\n  - date: 06/03/2023\n    text: Số hộ đã sửa thành bốn mươi chín.\n',
      ),
      'content/bulletins/hop/a.pdf': '%PDF-1.4 a',
      'content/bulletins/khac.md': on('13/01/2023', 'Bài khác', '', 'Buổi gặp ngày 05/03/2023 đã hoãn.\n'),
      'content/bulletins/bo.md': on(
        '05/03/2023',
        'Bài thu hồi',
        'withdrawn:\n  date: 14/04/2023\n  reason: Sai\nsource: {name: Báo Rừng Xanh}\n',
      ),
    }).copy(join(REPOSITORY, 'tests/fixtures/photos/Landscape_3.jpg'), 'content/bulletins/hop/anh.jpg')
    return made
  }

  it.each([
    'phụ lục danh mục',
    'toàn cảnh đập nước',
    'lò văn pán',
    'trạm y tế suối ngọc',
    'báo rừng xanh',
    'bốn mươi chín',
  ])('is found: %s', async (typed) => {
    const { hrefs, how, exact } = await (await indexOf(start().world())).all(`${typed} `)
    expect({ how, exact, found: numbers(hrefs) }).toEqual({ how: 'all', exact: 1, found: ['hop'] })
  })

  it('changes the index of its period when it changes', async () => {
    const one = start()
    const before = (await indexOf(one.world())).files
    const file = 'content/bulletins/hop/index.md'
    const { outputs } = await one.build()
    expect(outputs.size).toBeGreaterThan(0)
    one.write(file, on('05/03/2023', 'Cuộc họp', 'source: {name: Báo Biển}\n'))
    const after = await indexOf(one.world())
    expect([...after.files].filter(([name, text]) => before.get(name) !== text).map(([name]) => name)).not.toEqual([])
    expect((await after.all('báo biển ')).exact).toBe(1)
    expect((await after.all('báo rừng xanh ')).how).toBe('some')
  })

  it.each([
    '05/03/2023',
    '5/3/2023',
    '5-3-2023',
    '05.03.2023',
    'ngày 05 tháng 03 năm 2023',
    'ngày 5/3/2023',
    '5 tháng 3, 2023',
    '2023-03-05',
  ])('a day finds what is of it, and then what names it: %s', async (typed) => {
    for (const text of [`${typed} `, typed]) {
      const { hrefs, query } = await (await indexOf(start().world())).all(text)
      expect(query.day).toBe('2023-03-05')
      expect(numbers(hrefs)).toEqual(['hop', 'khac'])
    }
  })

  it('a day finds what happened on it too, narrows other words, and is no other day', async () => {
    const { all } = await indexOf(start().world())
    expect(numbers((await all('02/03/2023 ')).hrefs)).toEqual(['hop'])
    expect(numbers((await all('họp 5/3/2023 ')).hrefs)).toEqual(['hop'])
    expect(numbers((await all('5/3/2023 khác ')).hrefs)).toEqual(['khac'])
    expect((await all('06/03/2023 ')).hrefs).toEqual([])
    expect((await all('45/13/2023 ')).query.day).toBeNull()
  })
})

describe('a month', () => {
  const start = () => {
    const one = titled('Bài tháng một')
    one
      .write('content/bulletins/hop.md', on('27/09/2026', 'Cuộc họp'))
      .write('content/bulletins/dau.md', on('01/10/2026', 'Khai mạc', 'eventDate: 30/09/2026\n'))
      .write('content/bulletins/nhac.md', on('02/11/2026', 'Nhắc lại', '', 'Tiếp nối đợt tháng 9 năm 2026.\n'))
      .write('content/bulletins/so.md', on('03/11/2026', 'Công văn 9/2026'))
      .write('content/bulletins/truoc.md', on('27/09/2025', 'Năm trước'))
    return one.world({ now: Date.UTC(2026, 11, 1) })
  }

  it('finds what is of it, what happened in it and what names it, however it is written', async () => {
    const { all } = await indexOf(start())
    for (const typed of ['tháng 9/2026 ', 'thang 9 2026', 'Tháng 09 năm 2026 ', 'tháng 9-2026']) {
      const { hrefs, query, how, exact } = await all(typed)
      expect({ typed, how, exact, day: query.day }).toEqual({ typed, how: 'all', exact: 3, day: '2026-09' })
      expect(numbers(hrefs).sort()).toEqual(['dau', 'hop', 'nhac'])
    }
  })

  it('narrows other words, and is no other month; a number of a paper is none', async () => {
    const { all } = await indexOf(start())
    expect(numbers((await all('họp tháng 9/2026 ')).hrefs)).toEqual(['hop'])
    expect((await all('tháng 8/2026 ')).hrefs).toEqual([])
    expect((await all('tháng 13/2026 ')).query.day).toBeNull()
    expect(numbers((await all('công văn 9/2026 ')).hrefs)).toEqual(['so'])
  })
})

describe('what is near to a slip', () => {
  it('is shown as bulletins spell it, with the marks it has beside the words around it', async () => {
    const { all } = await indexOf(titled('Về Thọ Xuân', 'Ở xuẩn, xuẩn và xuẩn', 'Xuẩn', 'Hội nghị').world())
    const near = await all('Thọ xaun ')
    expect(near).toMatchObject({ how: 'near', words: 'Thọ xuân', exact: 1 })
    expect(await all('THO XAUN ')).toMatchObject({ how: 'near', words: 'THO XUÂN' })
    expect(await all('nghij ')).toMatchObject({ how: 'near', words: 'nghị' })
  })

  it('alters one word at most, and none to what stands beside no word that was typed', async () => {
    const { all } = await indexOf(
      titled('Phụ huynh đúc đồng, anh chị và mục lớn', 'Phụ nữ lúc anh họp mục', 'Đoàn cánh quân ở hội nghị').world(),
    )
    for (const typed of ['Phụ lụcc danhh mục ', 'toàn canh hội nghị '])
      expect(await all(typed)).toMatchObject({ how: 'some', words: typed.trim() })
  })

  it('leaves a word alone that is in the index, be it in old years or behind a filter', async () => {
    const one = titled('Bài về lũng sâu', 'Làng gần')
    one.write('content/bulletins/cu.md', on('01/01/2012', 'Lạng cũ xaun'))
    const { all } = await indexOf(one.world())
    expect(await all('xaun lũng ')).toMatchObject({ how: 'some', words: 'xaun lũng' })
    expect((await all('xaun ', { year: '2023' })).hrefs).toEqual([])
  })

  it('shows what has most of the words first', async () => {
    const { all } = await indexOf(titled('Đập nước lớn', 'Lớn lớn', 'Đập và nước', 'Bài khác').world())
    const { how, hrefs } = await all('đập nước lớn zzzzz ')
    expect(how).toBe('some')
    expect(numbers(hrefs)).toEqual(['b1', 'b3', 'b2'])
  })
})

describe('blanks', () => {
  const start = () =>
    titled(
      'Tiêm vắc-xin cho trẻ',
      'Đăng ký khai sinh',
      'Về Thọ Xuân',
      'Giống lúa TBR225',
      'Đường dài 2,5 km',
      'Lắp Wi-Fi ở thôn',
      'Vụ mùa, giống mới',
      'Lý lịch số 225',
    ).world()

  it.each([
    ['vacxin ', 'vắc xin', 'b1'],
    ['Vắcxin ', 'Vắc xin', 'b1'],
    ['vacxin', 'vắc xin', 'b1'],
    ['khaisinh ', 'khai sinh', 'b2'],
    ['KHAISINH ', 'KHAI SINH', 'b2'],
    ['dangky khaisinh ', 'đăng ký khai sinh', 'b2'],
    ['thoxuan ', 'thọ xuân', 'b3'],
    ['TBR 225 ', 'TBR225', 'b4'],
    ['lúa tbr 225', 'lúa tbr225', 'b4'],
    ['2,5km ', '2,5 km', 'b5'],
    ['wifi ', 'wi fi', 'b6'],
  ])('are put where bulletins have them: %s', async (typed, words, found) => {
    const { all } = await indexOf(start())
    const answer = await all(typed)
    expect({ how: answer.how, words: answer.words, exact: answer.exact }).toEqual({ how: 'near', words, exact: 1 })
    expect(numbers(answer.hrefs)).toEqual([found])
  })

  it('are looked for in old years too, and make no other number and no other syllable', async () => {
    const one = titled('Bài 131 hộ', 'Nhà có hoa', 'Giống mới')
    one.write('content/bulletins/cu.md', on('01/01/2008', 'Lễ hội đuabò và đua thuyền'))
    for (let year = 2015; year < 2022; year += 1)
      one.write(`content/bulletins/nam-${year}.md`, on(`01/02/${year}`, 'Tin'))
    const { all } = await indexOf(one.world())
    expect(await all('duathuyen ')).toMatchObject({ how: 'near', words: 'đua thuyền', exact: 1 })
    expect((await all('13 1 ')).how).toBe('some')
    expect((await all('ho a ')).words).toBe('ho a')
    // As bulletins have it: nothing is divided that is found.
    expect(await all('đuabò ')).toMatchObject({ how: 'all', exact: 1 })
  })
})

describe('filters without words', () => {
  it('list what they leave, the newest first', async () => {
    const one = titled(...Array.from({ length: 14 }, (_, at) => `Bài số ${at + 1}`))
    one.write(
      'content/bulletins/an-ninh.md',
      on('01/02/2023', 'Trực Tết', 'authors: [Lê Mai]\n').replace('tin-tuc', 'quoc-phong-an-ninh'),
    )
    const { all, asked } = await indexOf(one.world())
    const year = await all(' ', { year: '2023' })
    expect(year.how).toBe('list')
    expect(year.cards.map(({ date }) => date)).toEqual(
      year.cards
        .map(({ date }) => date)
        .sort()
        .reverse(),
    )
    expect(year.hrefs).toHaveLength(13)
    // The settings, one file that says what there is, and the cards where these do not lie beside.
    expect(asked.length).toBeLessThanOrEqual(3)
    expect(numbers((await all('', { category: 'quoc-phong-an-ninh' })).hrefs)).toEqual(['an-ninh'])
    expect((await all('', { category: 'tin-tuc' })).hrefs).toHaveLength(15)
    expect(numbers((await all('', { author: 'le mai' })).hrefs)).toEqual(['an-ninh'])
    expect(numbers((await all('', { author: 'Mai', year: '2023' })).hrefs)).toEqual(['an-ninh'])
  })

  it('find nothing where there is nothing, and nothing else in its place', async () => {
    const { all } = await indexOf(titled('Bài một').world())
    for (const filters of [{ year: '1999' }, { year: '2' }, { category: 'khong-co' }, { author: 'Không Ai' }])
      for (const text of ['', 'bài ']) expect([filters, (await all(text, filters)).hrefs]).toEqual([filters, []])
    expect(await all('')).toMatchObject({ how: 'all', hrefs: [] })
    expect(await all('.* ', { year: '2023' })).toMatchObject({ how: 'all', hrefs: [] })
  })
})

it('mends a slip beside a word that is in older periods alone', async () => {
  // The newest two years have neither word; of the older ones some have the neighbour.
  const one = titled()
  one
    .write('content/bulletins/moi.md', on('05/01/2026', 'Đường làng sạch'))
    .write('content/bulletins/truoc.md', on('05/01/2025', 'Lúa chín'))
    .write('content/bulletins/hop.md', on('05/01/2022', 'Ủy ban họp'))
  for (const year of [2024, 2023, 2021, 2020, 2019])
    one.write(`content/bulletins/nam-${year}.md`, on(`05/01/${year}`, `Chuyện cũ ${year}`))
  const { all } = await indexOf(one.world())
  for (const typed of ['ủy bna ', 'uy bna ']) {
    const { how, words, hrefs } = await all(typed)
    expect({ how, words, hrefs: numbers(hrefs) }).toEqual({
      how: 'near',
      words: typed.replace('bna', 'ban').trim(),
      hrefs: ['hop'],
    })
  }
})
