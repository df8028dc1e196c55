import { describe, expect, it } from 'vitest'
import { labels } from '../../src/messages/labels.ts'
import { english, plainText } from './plain.ts'

const built = { bulletins: 13, pages: 60, images: 7, made: 5, kept: 1234, removed: 1, ms: 1234 }

/** Every text of a language that needs no argument, with its path. */
function textsOf(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => textsOf(item, path === '' ? key : `${path}.${key}`))
}

describe('labels', () => {
  it('have the same shape in both languages', () => {
    const paths = (language: 'vi' | 'en') => textsOf(labels[language], '').map(([path]) => path)
    expect(paths('vi')).toEqual(paths('en'))
    expect(paths('vi').length).toBeGreaterThan(100)
  })

  it('are never empty, are NFC and differ but for commands', () => {
    const english = new Map(textsOf(labels.en, ''))
    for (const [path, text] of textsOf(labels.vi, '')) {
      expect(text.trim(), path).not.toBe('')
      expect(text, path).toBe(text.normalize('NFC'))
      if (!path.endsWith('command')) expect(text, path).not.toBe(english.get(path))
    }
  })

  it('have no English in Vietnamese', () => {
    const prose = textsOf(labels.vi, '').filter(([path]) => !path.endsWith('command'))
    expect(prose.filter(([, text]) => english.test(plainText(text)))).toEqual([])
  })

  it('use the fixed words', () => {
    const { severity, state, overlay } = labels.vi
    expect(severity).toEqual({ error: 'lỗi', warning: 'cảnh báo', hint: 'gợi ý' })
    expect(Object.values(state)).toEqual(['bản nháp', 'hẹn giờ đăng', 'đã đăng', 'đã hết hạn', 'đã thu hồi'])
    expect(overlay.ribbon.draft(null)).toMatch(/^Bản nháp – người đọc chưa thấy/)
    expect(labels.vi.help.commands.build.summary).toBe('xuất trang')
    expect(labels.vi.help.commands.serve.summary).toContain('xem thử')
  })

  it('report a build with its numbers', () => {
    expect(labels.vi.report.built(built)).toBe(
      'Đã xuất trang: 13 bài, 60 trang, 7 ảnh; 5 tệp mới hoặc đổi, 1.234 tệp giữ nguyên, 1 tệp bỏ đi; hết 1,2 giây.',
    )
    expect(labels.en.report.built({ ...built, bulletins: 1 })).toBe(
      'Built: 1 bulletin, 60 pages, 7 pictures; 5 files made, 1,234 kept, 1 removed; in 1.2 s.',
    )
  })

  it('report what pictures weighed and weigh', () => {
    const [from, to] = [162 * 1024 ** 2, 6.3 * 1024 ** 2]
    expect(labels.vi.report.shrunk(41, from, to)).toBe('41 ảnh: 162 MB còn 6,3 MB.')
    expect(labels.en.report.shrunk(1, from, to)).toBe('1 picture: 162 MB became 6.3 MB.')
    expect(labels.vi.report.shrunk(1, 900, 300)).toBe('1 ảnh: 0,1 MB còn 0,1 MB.')
  })

  it('report a check with and without errors', () => {
    const checked = { bulletins: 2, pages: 3, errors: 0, warnings: 1, hints: 4, ms: 5 }
    expect(labels.vi.report.checked(checked)).toContain('không có lỗi, 1 cảnh báo, 4 gợi ý; hết 0,1 giây.')
    expect(labels.en.report.checked({ ...checked, errors: 1 })).toContain('1 error, 1 warning, 4 hints; in 0.1 s.')
  })

  it('say why a bulletin is left out', () => {
    const item = { source: 'content/bulletins/2023/a/index.md', when: '16:20, 13/01/2023' }
    expect(labels.vi.report.leftOut({ ...item, state: 'scheduled' })).toBe(
      'content/bulletins/2023/a/index.md – hẹn giờ đăng lúc 16:20, 13/01/2023',
    )
    expect(labels.vi.report.leftOut({ ...item, state: 'draft', when: null })).toContain('bản nháp')
    expect(labels.en.why.notPublished({ ...item, state: 'expired' })).toBe('State: expired since 16:20, 13/01/2023')
  })

  it('show progress and how long is left', () => {
    expect(labels.vi.progress('photos', 12, 340, 125_000)).toBe('đang làm ảnh: 12/340, còn khoảng 2 phút 5 giây')
    expect(labels.vi.progress('reading', 1, 2, null)).toBe('đang đọc bài: 1/2')
    expect(labels.vi.progress('rendering', 1, 2, 10)).toBe('đang làm trang: 1/2, còn khoảng 1 giây')
    expect(labels.en.duration(59_960)).toBe('1 min')
    expect(labels.en.duration(59_940)).toBe('59.9 s')
  })

  it('tell the next commands after init, and only those that are needed', () => {
    const commands = (folder: string, install: boolean) =>
      labels.vi.init.next(folder, install).map(({ command }) => command.replace('npx tx-portal ', ''))
    expect(commands('cong-moi', true)).toEqual(['cd "cong-moi"', 'npm install', 'serve', 'new', 'build'])
    expect(commands('.', false)).toEqual(['serve', 'new', 'build'])
  })

  it('hand over what to report, and reassure', () => {
    expect(labels.vi.bug('TypeError: x')).toMatch(/vẫn dùng được[\s\S]*\nTypeError: x$/)
    expect(labels.en.interrupted).toContain('still work')
  })

  it('give examples that name their own command', () => {
    for (const language of ['vi', 'en'] as const)
      for (const [name, { examples }] of Object.entries(labels[language].help.commands)) {
        expect(examples.length).toBeGreaterThan(0)
        for (const { command } of examples) expect(command.startsWith(`npx tx-portal ${name}`)).toBe(true)
      }
  })
})
