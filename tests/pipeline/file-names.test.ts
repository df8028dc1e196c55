import sharp from 'sharp'
import { afterEach, describe, expect, it } from 'vitest'
import { bulletin, portal, type TestPortal } from '../portal.ts'

const YEAR = 'content/bulletins/2023'
const FOLDER = `${YEAR}/hoi-nghi`
const AT = `${FOLDER}/index.md`

const opened: TestPortal[] = []
afterEach(() => {
  for (const one of opened.splice(0)) one.close()
})

const PHOTO = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#3a6' } })
  .png()
  .toBuffer()

/** A portal with one bulletin of this body, and files beside it. */
function make(body: string, files: Readonly<Record<string, string | Uint8Array>> = {}, more = ''): TestPortal {
  const one = portal({ [AT]: bulletin('Hội nghị', more, `${body}\n`) })
  opened.push(one)
  for (const [name, content] of Object.entries(files))
    one.write(name.startsWith('content/') ? name : `${FOLDER}/${name}`, content)
  return one
}

describe('a file between the folders of bulletins', () => {
  it.each(['IMG_20260105.jpg', 'tham luận.docx', 'ghi chép.txt', 'kế hoạch.pdf'])(
    'is named itself: %s',
    async (name) => {
      const places = [`content/bulletins/${name}`, `content/pages/${name}`, `${YEAR}/${name}`]
      const one = make('Chữ.', Object.fromEntries(places.map((path) => [path, PHOTO])))
      one.write('content/pages/gioi-thieu/index.md', '---\ntitle: Giới thiệu\n---\nXã Xuân Hòa.\n')
      expect(await one.says()).toEqual(places.map((path) => `${path} file/stray`).sort())
      const words = (await one.words()).join('\n')
      expect(words).toContain(`“${name}”`)
      expect(words).toContain('thư mục của bài ấy')
      expect(words).not.toContain('Tạo tệp “index.md”')
    },
  )

  it('is no bulletin without its index.md, as a folder with no documents below it is', async () => {
    const one = make('Chữ.', { [`${YEAR}/ra-quan/IMG_1.jpg`]: PHOTO, 'content/bulletins/2024/IMG_2.jpg': PHOTO })
    expect(await one.says()).toEqual([`${YEAR}/ra-quan file/no-index`, 'content/bulletins/2024/IMG_2.jpg file/stray'])
  })

  it('is offered to the bulletin of one file it lies beside', async () => {
    const one = make('Chữ.', {
      [`${YEAR}/ra-quan.md`]: bulletin('Ra quân', '', 'Sáng nay.\n'),
      [`${YEAR}/a.png`]: PHOTO,
    })
    expect(await one.says()).toEqual([`${YEAR}/a.png image/unused`])
  })
})
