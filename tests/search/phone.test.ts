import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bulletin, portal, type TestPortal } from '../portal.ts'
import { indexOf } from './index-of.ts'

let made: TestPortal
let opened: Awaited<ReturnType<typeof indexOf>>
beforeAll(async () => {
  const about = (title: string, body: string) => bulletin(title, '', `${body}\n`)
  made = portal({
    'content/bulletins/di-dong.md': about('Đường dây nóng của huyện', 'Gọi số 0912.345.678 của ông Hòa.'),
    'content/bulletins/lien-nhau.md': about('Trực ban phòng chống thiên tai', 'Trực ban: 0912345679, cả ngày.'),
    'content/bulletins/co-dinh.md': about('Một cửa xã Xuân Trường', 'Điện thoại (0237) 3833 123 trong giờ hành chính.'),
    'content/bulletins/ha-noi.md': about('Đoàn công tác ở Hà Nội', 'Liên hệ 024.3825.4567 để đặt lịch.'),
    'content/bulletins/khac.md': about('Số liệu vụ mùa', 'Thu 345 tấn, 678 hộ, 0912 là mã vùng; 3833 cây, 123 con.'),
  })
  opened = await indexOf(made.world())
})
afterAll(() => made.close())

describe('the number of a telephone', () => {
  it.each([
    ...['0912345678', '0912 345 678', '091 234 5678', '0912.345678', '09 1234 5678'].map((typed) => [typed, 'di-dong']),
    ...['0912345679', '0912.345.679', '091-234-5679'].map((typed) => [typed, 'lien-nhau']),
    ...['02373833123', '0237 3833123', '0237.383.3123', '(0237) 3833 123'].map((typed) => [typed, 'co-dinh']),
    ...['02438254567', '024 3825 4567', '0243 825 4567'].map((typed) => [typed, 'ha-noi']),
  ])('is found however it is divided: %s → %s', async (typed, wanted) => {
    for (const text of [typed, `${typed} `, `gọi ${typed} `.replace(wanted === 'di-dong' ? '' : 'gọi ', '')]) {
      const { hrefs, how } = await opened.all(text ?? '')
      expect([how, hrefs]).toEqual(['all', [expect.stringContaining(`/${wanted}/`)]])
    }
  })

  it('is no day, no paper, and not the beginning of another number', async () => {
    expect((await opened.all('0912345677 ')).how).not.toBe('all')
    expect((await opened.all('345 678 ')).hrefs.join()).toContain('/khac/')
    expect((await opened.all('0912 ')).hrefs).toHaveLength(2)
  })

  it('costs no more than some small files', async () => {
    opened.asked.length = 0
    await opened.all('0912345678 ')
    expect(opened.asked.length).toBeLessThan(24)
  })
})
