import { afterEach, describe, expect, it } from 'vitest'
import { bulletin, portal, type TestPortal } from '../portal.ts'

const AT = 'content/bulletins/2023/hoi-nghi/index.md'
const opened: TestPortal[] = []
const make = (files: Parameters<typeof portal>[0]): TestPortal => {
  const one = portal(files)
  opened.push(one)
  return one
}

afterEach(() => {
  for (const one of opened.splice(0)) one.close()
})

const long = `Bà con ${'làng trên xóm dưới ra đồng '.repeat(101)}về`
const body = [
  'Dự hội nghị có đồng chí ( Thượng tá) Đỗ Thế Mạnh.',
  '',
  'Ông A, số căn cước 038093001234, trú tại thôn 3; kinh tế- xã hội phát triển.',
  '',
  '```',
  'undefined ( giữ nguyên ) trong khung',
  '```',
  '',
  '- Xem [TODO](https://xuanhoa.gov.vn/a,b/TODO) và `NaN`',
  '',
  long,
  '',
].join('\n')

describe('proofreading', () => {
  it('tells each word that deserves a second look at its line and column, in fields and in the body', async () => {
    const one = make({
      [AT]: bulletin('Hội nghị hội nghị của xã', 'unit: "Trung tâm VHTT , xã"\n', body),
    })
    expect((await one.says()).map((line) => line.slice(AT.length + 1))).toEqual([
      '2:17 words/repeated',
      '6:22 words/spacing',
      '8:25 words/spacing',
      '10:20 words/private-number',
      '10:55 words/dash',
      '16:8 words/leftover',
      '18:1 words/long-paragraph',
    ])
  })

  it.each([
    ['withdrawn: {date: 14/01/2023, reason: true}', '6:39'],
    ['withdrawn: {date: 14/01/2023, reason: Không}', '6:39'],
    ['withdrawn: {date: 14/01/2023, reason: 28/11/2026}', '6:39'],
    ['withdrawn: {date: 14/01/2023, reason: …}', '6:39'],
    ['withdrawn: {date: 14/01/2023, reason: "..."}', '6:40'],
    ['corrections: [{date: 14/01/2023, text: có}]', '6:40'],
    ['corrections:\n  - date: 14/01/2023\n    text: ngày 05 tháng 10 năm 2026', '8:11'],
    ['corrections: [{date: 14/01/2023, text: 2026/09/05}]', '6:40'],
    ['unit: …', '6:7'],
    ['withdrawn: {date: 14/01/2023, reason: Có sai số liệu.}', null],
    ['withdrawn: {date: 14/01/2023, reason: Thay bằng bài ngày 28/11/2026…}', null],
    ['tags: [Có, …và nhiều nữa]', null],
  ])('tells a field that was left unwritten: %s', async (more, place) => {
    const one = make({ [AT]: bulletin('Hội nghị', `${more}\n`) })
    expect(await one.says()).toEqual(place === null ? [] : [`${AT}:${place} words/leftover`])
  })

  it('quotes addresses as they were typed', async () => {
    const one = make({ [AT]: bulletin('Một', '', 'Trang https://chinhphu.vn/ . Số: a@b.vn ; 5, xem `mã` , rồi về.\n') })
    const told = (await one.build()).diagnostics.flatMap(({ diagnostic: { code, params } }) =>
      code === 'words/spacing' ? [params] : [],
    )
    expect(told).toEqual([
      { text: 'https://chinhphu.vn/ .', right: 'https://chinhphu.vn/.' },
      { text: 'a@b.vn ;', right: 'a@b.vn;' },
      { text: '`mã` ,', right: '`mã`,' },
    ])
  })

  it('tells marks of Markdown, HTML and Word that readers would see, where they were typed', async () => {
    const lines = [
      'Căn cứ **Luật Tổ chức **chính quyền, **nghị quyết** của HĐND.',
      'Cả xã <br> dự **hội nghị.',
      '',
      '###Kết quả',
      '',
      'Xem [Kế hoạch] (https://chinhphu.vn/) và `**mã**`.',
      '',
      '| Thôn | Số hộ |',
      '| Xuân Hòa | 120 |',
      '',
      '| Thôn | Số hộ |',
      '| --- | --- |',
      '| Lập Lễ | 96 **|',
      '',
      'Thôn\tSố hộ',
      'Lập Lễ\t96',
      '',
      'a)\tVề kinh tế',
      'b)\tVề xã hội',
      '',
      '§ Về y tế',
      '§ Về giáo dục',
      '',
      'Đạt \uF0FC chỉ tiêu.',
      '',
      '```',
      '**mã** <br>',
      '```',
      '',
      'Có \\*\\*hai sao\\*\\*, \\[chữ\\](địa chỉ), &lt;b&gt;, |x| + |y|.',
      '',
      'Mở `mã',
      'hai dòng` nhé',
      'rồi **đúng** và **sai **đây.',
      '',
      '| A | B |',
      '| --- | --- |',
      '| a<br>b | **x **y |',
      '',
      'Ống nước:',
      'Ø 110: 500 m',
      'Ø 90: 300 m',
      '',
    ]
    const one = make({
      [AT]: bulletin('Họp **thôn**', 'unit: "Trung tâm<br>VHTT"\n', lines.join('\n')),
    })
    const told = (await one.build()).diagnostics.map(
      ({ diagnostic: { code, params, place } }) =>
        `${place?.line}:${place?.column} ${code}${'what' in params ? ` ${params.what}` : ''}`,
    )
    expect(told).toEqual([
      '2:12 words/mark bold',
      '6:17 words/mark html',
      '8:8 words/mark bold',
      '9:7 words/mark html',
      '9:15 words/mark bold',
      '11:1 words/mark heading',
      '13:5 words/mark link',
      '13:17 link/host',
      '15:1 words/mark table',
      '22:1 words/mark tab',
      '31:5 words/mark symbol',
      '41:17 words/mark bold',
      '45:4 words/mark html',
      '45:12 words/mark bold',
    ])
    const page = new TextDecoder().decode((await one.build()).outputs.get('2023/hoi-nghi/index.html'))
    expect(page).toMatch(/<li>Về y tế<\/li>\n<li>Về giáo dục<\/li>/)
    expect(page).toContain('Ø 110: 500 m<br>')
  })

  it('tells a table without outer bars and without its line of dashes, and no line that is only parted by a bar', async () => {
    const lines = [
      'Danh sách ủng hộ:',
      'Họ tên | Số tiền',
      'Nguyễn Văn A | 1.250.000',
      'Trần Thị B | 500.000',
      '',
      'Sáng | chiều',
      '',
      'Sáng | chiều',
      'và buổi tối.',
      '',
      'Một | hai',
      'ba | bốn | năm',
      '',
      '- Đ/c A | Trưởng thôn',
      '  Đ/c B | Phó thôn',
      '- Đ/c C | Ủy viên',
      '',
      'Gõ `a | b`',
      'hoặc `c | d`.',
      '',
      'Họ tên \\| Số tiền',
      'Lê C \\| 20.000',
      '',
      '```',
      'a | b',
      'c | d',
      '```',
      '',
      'Thôn | Số hộ',
      '--- | ---',
      'Lập Lễ | 96',
      '',
      'Thôn | Tổ | Số hộ',
      'Lập Lễ | 1 | 96',
      '',
    ]
    const one = make({ [AT]: bulletin('Một', '', lines.join('\n')) })
    const told = (await one.build()).diagnostics.map(
      ({ diagnostic: { code, params, place } }) =>
        `${place?.line}:${place?.column} ${code}${'what' in params ? ` ${params.what}` : ''}`,
    )
    expect(told).toEqual(['8:1 words/mark table', '39:1 words/mark table'])
  })

  it('tells lines that a table or a list above them has swallowed, and none that belongs there', async () => {
    const lines = [
      '| Họ tên | Số phiếu |',
      '| --- | --- |',
      '| Lê An | 12 |',
      'Hội nghị kết thúc lúc 17 giờ cùng ngày.',
      'Ai nấy ra về.',
      '',
      '- Một.',
      '- Hai.',
      'Sau đó, đồng chí Chủ tịch kết luận.',
      'Mọi người vỗ tay.',
      '',
      '1. Một là học.',
      '2. Hai là “hành.”',
      '“Ba là nghỉ”, ông nói.',
      '',
      '- Khối doanh nghiệp trên địa bàn xã',
      'Xuân Hòa và các xã bên.',
      '- Đã xong;',
      'Còn lại để sau.',
      '- Đã xong.',
      'còn lại để sau.',
      '- Đã xong.',
      '  Còn lại để sau.',
      '- Đã xong.',
      '',
      'Hết.',
      'Một Enter là một dòng.',
      '',
      '13. Chiều nay họp.',
      'Sáng mai họp tiếp.',
      '',
      'Thôn | Số hộ',
      '--- | ---',
      'Lập Lễ | 96',
      '',
    ]
    const one = make({ [AT]: bulletin('Một', '', lines.join('\n')) })
    const told = (await one.build()).diagnostics.map(
      ({ diagnostic: { code, params, place } }) =>
        `${place?.line}:${place?.column} ${code}${'what' in params ? ` ${params.what}` : ''}`,
    )
    expect(told).toEqual(['10:1 words/mark row', '15:1 words/mark item', '20:1 words/mark item'])
  })

  it('takes lines behind items for theirs where the list goes on behind them', async () => {
    const steps = ['1. Nộp hồ sơ.', 'Người dân nộp tại một cửa.', '2. Nhận giấy hẹn.', 'Cán bộ ghi ngày trả.', '']
    const people = ['- Ông Nguyễn Văn A.', 'Thôn Đoài.', '', '- Bà Trần Thị B.', 'Thôn Đông.', '', 'Hết.', '']
    const one = make({ [AT]: bulletin('Một', '', [...steps, 'Gồm có:', '', ...people].join('\n')) })
    expect(await one.says()).toEqual([])
  })

  it('tells the heading of a part behind an item, whatever that ends in', async () => {
    const lines = [
      'I. THÀNH PHẦN',
      '1. Đại biểu',
      '2. Khách mời',
      'II. Kết quả',
      '1. Số lớp',
      '2. Số học sinh',
      'a) Khối một',
      'b) Khối hai',
      '**V. KIẾN NGHỊ**',
      '- Ông A;',
      '- Bà B',
      'NHIỆM VỤ, GIẢI PHÁP',
      'Trong năm học tới, nhà trường',
      '',
      '- Chủ trì:',
      'UBND XÃ XUÂN HÒA',
      '',
      '- Ông Nguyễn Văn A',
      'TRƯỞNG BAN TỔ CHỨC',
      '- Bà Trần Thị B',
      'PHÓ TRƯỞNG BAN TỔ CHỨC',
      '',
      '- Những người khốn khổ',
      'V. Hugo viết năm 1862',
      '',
      '- Kế hoạch số 12 của',
      'UBND xã',
      '',
      '1. Khoản một',
      '2. Khoản hai của',
      'Điều 1 Luật Cư trú',
      '3. Khoản ba',
      'Điều 2. Hiệu lực',
      '- Vượt kế hoạch.',
      'Nơi nhận:',
      '- Như trên;',
      '- Lưu: VT.',
      'TM. ỦY BAN NHÂN DÂN',
      'CHỦ TỊCH',
      '',
    ]
    const one = make({ [AT]: bulletin('Một', '', lines.join('\n')) })
    const told = (await one.build()).diagnostics.map(({ diagnostic: { code, place } }) => `${place?.line} ${code}`)
    expect(told).toEqual([10, 15, 18, 39, 41, 44].map((line) => `${line} words/mark`))
  })

  it('tells a part numbered with a stroke behind an item: that makes no list, and no part either', async () => {
    const lines = [
      '1./ Thuận lợi',
      '- Được quan tâm.',
      '+ Của cấp trên',
      '+ Của nhân dân',
      '2./ Khó khăn',
      '- Vốn ít',
      '3/ Kết quả',
      '- Đạt',
      '1.1/ Kết quả chung',
      '- Vượt',
      'II./ KIẾN NGHỊ',
      '',
      '- Hộ nghèo:',
      'a/ Về vật chất',
      'b/ Về tinh thần',
      '- Hộ cận nghèo',
      'a/ Về vật chất',
      '- Hộ khác',
      'a/ Về vật chất',
      '',
      'Đoạn khác.',
      '',
      '- Hết',
      'a/ Về con người',
      '',
      'Đoạn khác.',
      '',
      '- Tỷ lệ đạt',
      '3/4 số hộ',
      '- Họp ngày',
      '20/11 Sở Giáo dục',
      '',
    ]
    const one = make({ [AT]: bulletin('Một', '', lines.join('\n')) })
    const told = (await one.says()).filter((line) => line.includes('words/mark'))
    expect(told).toEqual([11, 13, 15, 17, 30].map((line) => `${AT}:${line}:1 words/mark`))
  })

  it('tells cells that a row has beyond the first one: no reader sees them', async () => {
    const lines = [
      '| STT | Nội dung',
      '| --- | ---',
      '| 1 | A | B | C',
      '| 2 |',
      '| 3 | x \\| y |',
      '| 4 | `a \\| b` | |',
      '',
      'Tên | Số',
      '--- | ---',
      'An | 5 | **6** |',
      '',
      '> | Thôn | Hộ |',
      '> | --- | --- |',
      '> | Đông | 12 |',
      '> | Đoài | 12 | 7 |',
      '',
    ]
    const one = make({ [AT]: bulletin('Một', '', lines.join('\n')) })
    const { diagnostics } = await one.build()
    const told = diagnostics.map(({ diagnostic: { place, params } }) => [
      place?.line,
      place?.column,
      place?.length,
      params,
    ])
    expect(told).toEqual([
      [9, 11, 5, { what: 'cells', text: 'B | C' }],
      [16, 10, 5, { what: 'cells', text: '**6**' }],
      [21, 17, 1, { what: 'cells', text: '7' }],
    ])
  })

  it.each([
    'II./ Kết quả',
    'II- Kết quả',
    'III – Kết quả',
    'I - KẾT QUẢ',
    '2./ Kết quả',
    '1.2. Kết quả',
    'Phần thứ hai',
    'Xuân Hòa, ngày 05 tháng 10 năm 2026',
    '*Thọ Xuân, ngày 5 tháng 10 năm 2026*',
    'Tin, ảnh: Lê Thơ',
    'Người viết: Lê Thơ',
    '**Kết quả đạt được**',
  ])('tells %s behind a list that ends without a full stop', async (line) => {
    const one = make({ [AT]: bulletin('Một', '', `- Ông A;\n- Bà B\n${line}\nĐoạn sau.\n`) })
    expect((await one.says()).filter((said) => said.includes('words/mark'))).toEqual([`${AT}:9:1 words/mark`])
  })

  it.each([
    ['- Số tiền', '2.000.000 Đồng'],
    ['- Địa chỉ', 'Khu 3, thị trấn Thọ Xuân'],
    ['- Vua Lê Thánh Tông', 'X. Hoàng viết'],
    ['- Họp tại', 'Xuân Hòa, ngày 05 tháng 10 năm 2026'],
    ['- Đơn giá', '1.5 Triệu đồng'],
    ['- Ảnh hưởng của bão', 'Tinh thần: quyết liệt'],
  ])('takes what goes on for what it is: %s / %s', async (item, line) => {
    const one = make({ [AT]: bulletin('Một', '', `${item}\n${line}\n\nĐoạn sau.\n`) })
    expect((await one.says()).filter((said) => said.includes('words/mark'))).toEqual([])
  })

  it('takes numbers of a column of telephones for what they are, and none of another table or of cards', async () => {
    const rows = ['| --- | --- |', '| Ông A | 0912 345 678 |', '| Bà B | 0912.345.679 |', '']
    const lines = [
      '| Họ tên | Điện thoại |',
      ...rows,
      '| Họ tên | Số |',
      ...rows.slice(0, 2),
      '',
      'Ông C, 0912345670.',
      '',
    ]
    const one = make({
      [AT]: bulletin('Một', '', [...lines, '| Tên | Zalo |', '| --- | --- |', '| D | 001090012345 |', ''].join('\n')),
    })
    expect((await one.says()).map((line) => line.replace(`${AT}:`, ''))).toEqual([
      '14:11 words/private-number',
      '16:8 words/private-number',
      '20:7 words/private-number',
    ])
  })

  it('tells words on the line that opens a piece of code, which readers do not see', async () => {
    const lines = [
      '```js',
      'x',
      '```',
      '',
      '- Một',
      '',
      '  ```ghi chú quan trọng',
      '  y',
      '  ```',
      '',
      '~~~ Chú',
      'z',
      '~~~',
      '',
    ]
    const one = make({ [AT]: bulletin('Một', '', lines.join('\n')) })
    const { diagnostics } = await one.build()
    const told = diagnostics.map(({ diagnostic: { place, params } }) => [
      place?.line,
      place?.column,
      place?.length,
      params,
    ])
    expect(told).toEqual([
      [13, 6, 18, { what: 'fence', text: 'ghi chú quan trọng' }],
      [17, 5, 3, { what: 'fence', text: 'Chú' }],
    ])
  })

  it('takes a reference and a line in capitals that go on for what they are, and is done with a long one', async () => {
    const lines = [
      '- ĐẢNG CỘNG SẢN VIỆT NAM QUANG VINH MUÔN NĂM!',
      '- CHỦ TỊCH HỒ CHÍ MINH VĨ ĐẠI SỐNG MÃI TRONG',
      'SỰ NGHIỆP CỦA CHÚNG TA!',
      '',
      '- Số tài khoản 1234 mở tại',
      'NGÂN HÀNG AGRIBANK',
      '',
      '- Chi trả theo Điều 1 và',
      'Điều 2. Trợ cấp của Nghị định.',
      '',
      '- Kế hoạch số 12',
      'Phụ lục 1: Danh sách',
      '- Kế hoạch số 13',
      'Phụ lục 2: Dự toán',
      '',
      '- Một',
      'A'.repeat(200_000),
      '',
    ]
    const one = make({ [AT]: bulletin('Một', '', lines.join('\n')) })
    expect((await one.says()).filter((line) => line.includes('words/mark'))).toEqual([])
  })

  it('reads no words in the name of a language', async () => {
    const one = make({ [AT]: bulletin('Một', '', 'Đề án [Smart City]{lang=en}, [ASEAN]{ lang = "en-GB" }.\n') })
    expect(await one.says()).toEqual([])
  })

  it('counts the same columns in a file of decomposed letters', async () => {
    const text = bulletin('Một', '', body)
    const [composed, apart] = [make({ [AT]: text }), make({ [AT]: text.normalize('NFD') })]
    expect(await apart.says()).toEqual(await composed.says())
  })

  it('is silenced by the code in accept:, and only that code', async () => {
    const accept = 'accept: [words/spacing, words/dash, words/leftover, words/long-paragraph]\n'
    const one = make({ [AT]: bulletin('Một', accept, body) })
    expect(await one.says()).toEqual([`${AT}:10:20 words/private-number`])
  })

  it('judges a summary by its length and by what the title says already', async () => {
    const summary = (text: string) =>
      bulletin('Hội nghị tổng kết công tác năm 2022 của xã').replace(/summary: .*/, `summary: ${text}`)
    const one = make({
      [AT]: summary('Xã tổng kết công tác năm 2022'),
      'content/bulletins/2023/hai.md': summary('Lúa vụ này được mùa. '.repeat(15)),
      'content/bulletins/2023/ba.md': summary('Bà con đề nghị sớm sửa cầu Kè và được hứa xong trước mùa lũ.'),
    })
    expect(await one.says()).toEqual([
      'content/bulletins/2023/hai.md:5:10 summary/long',
      `${AT}:5:10 summary/like-title`,
    ])
  })
})
