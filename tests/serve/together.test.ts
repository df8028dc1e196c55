import { spawnSync } from 'node:child_process'
import sharp from 'sharp'
import { afterEach, expect, it } from 'vitest'
import { bulletin, portal, type TestPortal } from '../portal.ts'
import { type Preview, preview } from './preview.ts'

// What happens to many files at once, or in an order that nobody planned: by version control, by copying, by other machines' names.

const FOLDER = 'content/bulletins/2023/hoi-nghi'
/** Some hundred in the long run; enough here for several reports of the watch. */
const MANY = process.env['TX_EXHAUSTIVE'] ? 500 : 60

const open: { close(): unknown }[] = []
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close()
})

async function start(files: TestPortal): Promise<Preview> {
  const view = await preview(files)
  open.push(files, view)
  return view
}

const listed = async (view: Preview): Promise<number> =>
  Number(/Mọi bài của cổng: ([\d.]+) bài/.exec((await view.get('/__portal/')).text)?.[1]?.replaceAll('.', ''))

const photo = (background: string): Promise<Buffer> =>
  sharp({ create: { width: 640, height: 400, channels: 3, background } })
    .jpeg()
    .toBuffer()

it('follows git from branch to branch, back and forth, and stands at the last', async () => {
  const files = portal({ 'content/bulletins/2023/chung.md': bulletin('Bài chung') })
  const git = (...args: readonly string[]): void => {
    const { status, stderr } = spawnSync(
      'git',
      ['-c', 'user.name=Lê Thơ', '-c', 'user.email=tho@example.vn', '-c', 'core.hooksPath=/dev/null', ...args],
      { cwd: files.root, encoding: 'utf8' },
    )
    expect(status, stderr).toBe(0)
  }
  git('init', '-q', '-b', 'chinh')
  git('add', '.')
  git('commit', '-qm', 'Một bài')
  git('checkout', '-qb', 'nhieu')
  for (let number = 0; number < MANY; number += 1)
    files.write(`content/bulletins/2024/bai-${number}.md`, bulletin(`Bài ${number}`))
  files.write('content/bulletins/2023/chung.md', bulletin('Bài chung đã sửa'))
  files.write('templates/parts/footer.njk', '<footer>Chân trang của nhánh</footer>\n')
  git('add', '.')
  git('commit', '-qm', 'Nhiều bài')
  git('checkout', '-q', 'chinh')
  const view = await start(files)
  const page = async () => (await view.get('/2023/chung/')).text
  expect(await listed(view)).toBe(1)
  git('checkout', '-q', 'nhieu')
  await view.until('all bulletins', async () => (await listed(view)) === MANY + 1)
  await view.until('the page', async () => (await page()).includes('<h1>Bài chung đã sửa</h1>'))
  expect(await page()).toContain('Chân trang của nhánh')
  for (const branch of ['chinh', 'nhieu', 'chinh']) git('checkout', '-q', branch)
  await view.until('one bulletin', async () => (await listed(view)) === 1)
  await view.until('the page as it was', async () => !/đã sửa|của nhánh/.test(await page()))
  expect((await view.get('/2023/bai-0/')).status).toBe(404)
  // A file that is just being written may be told of for a moment, one that went while others were listed never.
  const codes = view.of('problems').flatMap(({ located }) => located.map(({ diagnostic }) => diagnostic.code))
  expect(codes).not.toContain('file/unreadable')
  expect(await page()).not.toContain('tx-portal-problems')
})

it('waits for a photo that is still being copied: no error is told of half of it', async () => {
  const whole = await photo('#cc0000')
  const files = portal({ [`${FOLDER}/index.md`]: bulletin('Hội nghị', '', 'Chữ.\n') })
  const view = await start(files)
  files.write(`${FOLDER}/THO 1.jpg`, whole.subarray(0, 100))
  files.write(`${FOLDER}/index.md`, bulletin('Hội nghị có ảnh', '', 'Chữ.\n\n![Quang cảnh](THO 1.jpg)\n'))
  for (let size = 100; size < whole.length; size += Math.ceil(whole.length / 8)) {
    files.write(`${FOLDER}/THO 1.jpg`, whole.subarray(0, size))
    await new Promise((done) => setTimeout(done, 40))
  }
  files.write(`${FOLDER}/THO 1.jpg`, whole)
  const source = async () => /<img[^>]* src="([^"]+\.jpg)"/.exec((await view.get('/2023/hoi-nghi/')).text)?.[1]
  await view.until('the page with its photo', async () => (await source()) !== undefined)
  const shown = await view.get((await source()) ?? '')
  expect([shown.status, (await sharp(shown.bytes).metadata()).format]).toEqual([200, 'jpeg'])
  expect((await view.get('/2023/hoi-nghi/')).text).not.toContain('tx-portal-problems')
})

it.skipIf(process.platform === 'darwin')(
  'knows names in both ways of writing tone marks, also when one becomes the other',
  async () => {
    const [nfc, nfd] = ['Ảnh hội nghị.jpg'.normalize('NFC'), 'Ảnh hội nghị.jpg'.normalize('NFD')]
    const folder = (form: 'NFC' | 'NFD') => 'content/bulletins/2023/lễ hội đền'.normalize(form)
    const files = portal({
      [`${folder('NFC')}/index.md`]: bulletin('Lễ hội', '', `![Quang cảnh](${nfc})\n`),
      [`${folder('NFC')}/${nfc}`]: await photo('#cc0000'),
    })
    const view = await start(files)
    const page = async () => (await view.get('/2023/le-hoi-den/')).text
    const photos = async () => [...(await page()).matchAll(/<img[^>]* src="([^"]+\.jpg)"/g)].map(([, src]) => src)
    const before = await photos()
    expect(before).toHaveLength(1)
    let changes = view.of('changed').length
    const seen = async (what: string) => {
      await view.until(what, () => view.of('changed').length > changes)
      changes = view.of('changed').length
    }
    files.rename(`${folder('NFC')}/${nfc}`, `${folder('NFC')}/${nfd}`)
    await seen('the photo by its other name')
    files.rename(folder('NFC'), folder('NFD'))
    await seen('the folder by its other name')
    files.write(`${folder('NFD')}/index.md`, bulletin('Lễ hội mới', '', `![Quang cảnh](${nfc})\n`))
    await view.until('the bulletin', async () => (await page()).includes('<h1>Lễ hội mới</h1>'))
    expect(await photos(), 'the same photo at the same address').toEqual(before)
    expect(await page()).not.toContain('tx-portal-problems')
    files.write(`${folder('NFD')}/${nfd}`, await photo('#0000cc'))
    await view.until('another photo', async () => String(await photos()) !== String(before))
    expect(await listed(view)).toBe(1)
  },
)

it('goes on when the folder of a bulletin, then all content, goes and comes back', async () => {
  const files = portal({
    [`${FOLDER}/index.md`]: bulletin('Hội nghị', '', '![Quang cảnh](a.jpg)\n'),
    [`${FOLDER}/a.jpg`]: await photo('#cc0000'),
    'content/bulletins/2023/khac.md': bulletin('Bài khác'),
  })
  const view = await start(files)
  files.rename(FOLDER, 'cất')
  await view.until('the bulletin gone', async () => (await view.get('/2023/hoi-nghi/')).status === 404)
  files.rename('cất', FOLDER)
  await view.until('the bulletin back', async () => (await view.get('/2023/hoi-nghi/')).status === 200)
  files.rename('content', 'cất')
  await view.until('problems', () => view.of('problems').length > 0)
  expect((await view.get('/2023/khac/')).text).toContain('<h1>Bài khác</h1>')
  files.rename('cất', 'content')
  await view.until('an end of problems', async () => !(await view.get('/')).text.includes('tx-portal-problems'))
  files.write('content/bulletins/2023/khac.md', bulletin('Bài khác mới'))
  await view.until('a save', async () => (await view.get('/2023/khac/')).text.includes('<h1>Bài khác mới</h1>'))
})
