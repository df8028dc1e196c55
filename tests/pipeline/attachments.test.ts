import sharp from 'sharp'
import { afterEach, describe, expect, it } from 'vitest'
import { fileFacts } from '../../src/pipeline/parse/attachment.ts'
import { type RunOptions, run } from '../cli/run.ts'
import { bulletin, portal, type TestPortal } from '../portal.ts'
import { docx, pptx, xlsx, zip } from '../zip.ts'

const open: TestPortal[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.close()
})

const FOLDER = 'content/bulletins/2023/hoi-nghi'
const AT = `${FOLDER}/index.md`

/** What is said of a bulletin that gives this file along: by its list, and by a link. */
async function saidOf(name: string, bytes: string | Uint8Array, more = ''): Promise<readonly string[]> {
  const all: string[] = []
  for (const text of [
    bulletin('Hội nghị', `${more}attachments: [{src: ${name}, title: Kế hoạch số 12}]\n`, 'Chữ.\n'),
    bulletin('Hội nghị', more, `Xem [Kế hoạch số 12](${name}).\n`),
  ]) {
    const one = portal({ [AT]: text, [`${FOLDER}/${name}`]: bytes })
    open.push(one)
    all.push((await one.says()).map((line) => line.replace(AT, '')).join(' '))
  }
  return all
}

/** The words in which a file is warned of. */
async function warned(name: string, bytes: Uint8Array): Promise<string> {
  const attached = bulletin('Hội nghị', `attachments: [{src: ${name}, title: Kế hoạch số 12}]\n`, 'Chữ.\n')
  const one = portal({ [AT]: attached, [`${FOLDER}/${name}`]: bytes })
  open.push(one)
  return (await one.words()).join('\n')
}

const html = '<!DOCTYPE html><title>x</title><script>1</script>'
const compound = (...names: readonly string[]) =>
  Buffer.concat([
    Buffer.from('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', 'latin1'),
    Buffer.alloc(504),
    ...names.map((name) => Buffer.from(name, 'utf16le')),
  ])
/** As if each file in it had a password. */
function locked(bytes: Buffer): Buffer {
  for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 1))
    bytes.writeUInt16LE(bytes.readUInt16LE(at + 8) | 1, at + 8)
  return bytes
}

const jpeg = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#3a6' } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '19/1 48/1 0/1' } })
    .jpeg()
    .toBuffer()

describe('a file that is given along', () => {
  it.each([
    ['ke-hoach.pdf', ''],
    ['ke-hoach.docx', ''],
    ['so-lieu.csv', ''],
    ['loa.mp3', ''],
  ])('may not be empty: %s', async (name, bytes) => {
    expect(await saidOf(name, bytes)).toEqual([':6:21 attachment/empty', ':7:22 attachment/empty'])
  })

  it.each<readonly [string, string | Uint8Array]>([
    ['ke-hoach.pdf', 'MZ\x90\0 a program'],
    ['ke-hoach.docx', 'MZ\x90\0 a program'],
    ['ke-hoach.pdf', html],
    ['ke-hoach.doc', html],
    ['so-lieu.xls', html],
    ['ke-hoach.pdf', docx()],
    ['ke-hoach.pdf', 'một lá thư'],
    ['ke-hoach.docx', xlsx()],
    ['ke-hoach.docx', '%PDF-1.7'],
    ['ke-hoach.docx', compound('EncryptedPackage')],
    ['ke-hoach.docx', docx().subarray(0, -60)],
    ['ke-hoach.doc', docx()],
    ['tai-lieu.zip', 'Rar!\x1a\x07'],
    ['loa.mp3', 'MZ\x90\0 a program'],
    ['phim.mp4', html],
    ['so-lieu.csv', xlsx()],
    ['thu.txt', '%PDF-1.7'],
  ])('is what its name says: not %s (%#)', async (name, bytes) => {
    expect(await saidOf(name, bytes)).toEqual([':6:21 attachment/not-kind', ':7:22 attachment/not-kind'])
  })

  it('is no picture under another name', async () => {
    expect(await saidOf('ke-hoach.pdf', await jpeg())).toEqual([
      ':6:21 attachment/not-kind',
      ':7:22 attachment/not-kind',
    ])
  })

  const odf = (
    kind: 'text' | 'spreadsheet' | 'presentation',
    more: Readonly<Record<string, string | Uint8Array>> = {},
  ) => zip({ mimetype: `application/vnd.oasis.opendocument.${kind}`, 'content.xml': '<office:text/>', ...more })
  const odt = zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }, true)
  const tracked = '<text:tracked-changes text:track-changes="true">'
  it.each<readonly [string, string | Uint8Array]>([
    ['ke-hoach.pdf', '%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction[3 0 R/Fit]>>endobj\n%%EOF'],
    ['ke-hoach.pdf', '\r\n\r\n%PDF-1.4'],
    ['ke-hoach.docx', docx({ 'word/comments.xml': '<w:comments/>' })],
    ['ke-hoach.docx', docx({}, true)],
    ['so-lieu.xlsx', xlsx()],
    ['trinh-chieu.pptx', pptx()],
    ['ke-hoach.doc', compound('WordDocument')],
    ['ke-hoach.doc', '{\\rtf1 Kế hoạch}'],
    ['ke-hoach.odt', odt],
    // The lists of macros and of changes are there, with nothing in them.
    ['ke-hoach.odt', odf('text', { 'Basic/script-lc.xml': 'x', 'Basic/Standard/script-lb.xml': 'x' })],
    ['ke-hoach.odt', odf('text', { 'content.xml': `${tracked}</text:tracked-changes>` })],
    ['tai-lieu.zip', zip({ 'a.txt': 'a' })],
    ['so-lieu.csv', 'Thôn,Hộ\nMột,12\n'],
    ['thu.txt', '# Kính gửi bà con'],
  ])('is fine as %s (%#)', async (name, bytes) => {
    expect(await saidOf(name, bytes)).toEqual(['', ''])
  })

  it.each<readonly [string, string, string | Uint8Array | (() => Promise<Uint8Array>)]>([
    ['macros', 'ke-hoach.docx', docx({ 'word/vbaProject.bin': 'x' })],
    ['macros', 'so-lieu.xlsx', xlsx({ 'xl/vbaProject.bin': 'x' })],
    ['macros', 'ke-hoach.doc', compound('WordDocument', '_VBA_PROJECT')],
    ['comments', 'ke-hoach.docx', docx({ 'word/comments.xml': '<w:comments><w:comment w:id="0"/></w:comments>' })],
    ['comments', 'so-lieu.xlsx', xlsx({ 'xl/comments1.xml': '<comments><comment ref="A1"/></comments>' })],
    ['comments', 'so-lieu.xlsx', xlsx({ 'xl/threadedComments/threadedComment1.xml': '<threadedComment ref="A1"/>' })],
    ['comments', 'trinh-chieu.pptx', pptx({ 'ppt/comments/comment1.xml': '<p:cm authorId="0"/>' })],
    ['changes', 'ke-hoach.docx', docx({ 'word/document.xml': '<w:p><w:ins w:author="A"/></w:p>' })],
    ['changes', 'ke-hoach.docx', docx({ 'word/header1.xml': '<w:p><w:del w:author="A"/></w:p>' }, true)],
    ['macros', 'ke-hoach.odt', odf('text', { 'Basic/Standard/Module1.xml': 'x' })],
    ['macros', 'so-lieu.ods', odf('spreadsheet', { 'Scripts/python/a.py': 'x' })],
    ['comments', 'ke-hoach.odt', odf('text', { 'content.xml': '<office:annotation office:name="1"/>' })],
    ['comments', 'so-lieu.ods', odf('spreadsheet', { 'content.xml': '<office:annotation/>' })],
    ['comments', 'trinh-chieu.odp', odf('presentation', { 'content.xml': '<office:annotation/>' })],
    ['changes', 'ke-hoach.odt', odf('text', { 'content.xml': `${tracked}<text:changed-region xml:id="1"/>` })],
    ['changes', 'so-lieu.ods', odf('spreadsheet', { 'content.xml': '<table:cell-content-change table:id="1"/>' })],
    ['place', 'ke-hoach.odt', async () => odf('text', { 'Pictures/1.jpg': await jpeg() })],
    ['script', 'ke-hoach.pdf', '%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS 4 0 R>>>>endobj'],
    ['script', 'ke-hoach.pdf', '%PDF-1.7\n1 0 obj<</JS(app.alert\\(1\\))>>endobj'],
    ['place', 'ke-hoach.docx', async () => docx({ 'word/media/image1.jpeg': await jpeg() })],
    ['place', 'ke-hoach.docx', async () => docx({ 'word/media/image1.jpeg': await jpeg() }, true)],
    [
      'place',
      'ke-hoach.docx',
      async () =>
        docx({
          'word/media/image1.png': await sharp(await jpeg())
            .keepExif()
            .png()
            .toBuffer(),
        }),
    ],
  ])('is warned of, and may be accepted: %s in %s (%#)', async (burden, name, made) => {
    const bytes = typeof made === 'function' ? await made() : made
    const code = `attachment/${burden}`
    expect(await saidOf(name, bytes)).toEqual([`:6:21 ${code}`, `:7:22 ${code}`])
    expect(await saidOf(name, bytes, `accept: [${code}]\n`)).toEqual(['', ''])
  })

  it('is opened with the program that made it', async () => {
    const words = (name: string, kind: 'text' | 'spreadsheet', text: string) =>
      warned(name, odf(kind, { 'content.xml': text }))
    expect(await words('ke-hoach.odt', 'text', '<office:annotation/>')).toContain('LibreOffice Writer')
    expect(await words('so-lieu.ods', 'spreadsheet', '<table:insertion table:id="1"/>')).toContain('LibreOffice Calc')
    expect(await warned('ke-hoach.docx', docx({ 'word/document.xml': '<w:ins w:author="A"/>' }))).toContain('bằng Word')
  })

  it.each([
    ['photos of a phone', async () => zip({ 'Ảnh gốc/a.JPG': await jpeg() }), 'attachment/place'],
    ['macros', async () => zip({ 'mau.xlsm': xlsx({ 'xl/vbaProject.bin': 'x' }) }), 'attachment/macros'],
    [
      'comments, and a place within a document',
      async () =>
        zip({ 'a.docx': docx({ 'word/comments.xml': '<w:comment w:id="0"/>', 'word/media/1.jpg': await jpeg() }) }),
      'attachment/comments attachment/place',
    ],
    ['a PDF that runs', async () => zip({ 'a/b.pdf': '%PDF-1.7 /S/JavaScript' }), 'attachment/script'],
    ['a program', async () => zip({ 'cài đặt.exe': 'MZ', 'a.jpg': await jpeg() }), 'attachment/holds'],
    ['a key', async () => zip({ 'thu muc/id_rsa': 'x' }), 'attachment/holds'],
    [
      'what systems put there, and pages',
      async () =>
        zip({
          'a/Thumbs.db': 'x',
          '__MACOSX/a.exe': 'x',
          'desktop.ini': 'x',
          'trang.php': 'x',
        }),
      '',
    ],
    ['an archive within it', async () => zip({ 'b.zip': zip({ 'c.exe': 'x' }), 'a.txt': 'x' }), 'attachment/unseen'],
    ['a document that is cut', async () => zip({ 'a.docx': Buffer.from('PK\x03\x04') }), 'attachment/unseen'],
    ['a document that becomes too large', async () => zip({ 'a.doc': Buffer.alloc(33 << 20) }), 'attachment/unseen'],
    ['a photo with a password', async () => locked(zip({ 'a.jpg': await jpeg() })), 'attachment/unseen'],
    [
      'more documents than are looked into',
      async () => zip(Object.fromEntries(Array.from({ length: 51 }, (_, number) => [`${number}.pdf`, '%PDF-1.7']))),
      'attachment/unseen',
    ],
    [
      'as many as are',
      async () => zip(Object.fromEntries(Array.from({ length: 50 }, (_, number) => [`${number}.pdf`, '%PDF-1.7']))),
      '',
    ],
  ])('is looked into where it is an archive: %s', async (_, made, codes) => {
    const told = (await saidOf('ho-so.zip', await made())).map((line) => line.replace(/:\d+:\d+ /g, ''))
    expect(told).toEqual([codes, codes])
  })

  it('of an archive is told with what was not looked into, and why, and may be accepted', async () => {
    const bytes = zip({ 'a/gốc.zip': zip({}), 'b.rar': 'x' })
    expect(await warned('ho-so.zip', bytes)).toContain(
      'có “gốc.zip” và 1 tệp khác chưa kiểm tra được: nó lại là một tệp nén',
    )
    expect(await saidOf('ho-so.zip', bytes, 'accept: [attachment/unseen]\n')).toEqual(['', ''])
    const many = Object.fromEntries(
      Array.from({ length: 12 }, (_, number) => [`${number}.xls`, Buffer.alloc(30 << 20)]),
    )
    const began = process.memoryUsage().arrayBuffers
    expect(fileFacts(zip(many)).unseen).toEqual({ name: '8.xls', why: 'packed', others: 3 })
    expect(process.memoryUsage().arrayBuffers - began).toBeLessThan(400_000_000)
  })

  it('of an archive is told with the file in it, and may not be published with a program', async () => {
    expect(await warned('ho-so.zip', zip({ 'a/cài đặt.exe': 'MZ' }))).toContain('có “cài đặt.exe”')
    expect(await warned('ho-so.zip', zip({ 'a.jpg': await jpeg() }))).toContain('accept: [attachment/place]')
  })

  it('costs nothing where it is a bomb, and stops nothing where it lies', () => {
    const hollow = Buffer.alloc(20_000_000)
    const bomb = docx({
      'word/document.xml': Buffer.alloc(400_000_000, '<w:p/>'),
      ...Object.fromEntries(Array.from({ length: 30 }, (_, number) => [`word/media/image${number}.png`, hollow])),
    })
    expect(bomb.length).toBeLessThan(2_000_000)
    const began = process.memoryUsage().arrayBuffers
    const start = process.cpuUsage()
    expect(fileFacts(bomb)).toEqual({ is: 'docx', carries: [] })
    const { user, system } = process.cpuUsage(start)
    expect((user + system) / 1e6, 'seconds of work').toBeLessThan(4)
    expect(process.memoryUsage().arrayBuffers - began).toBeLessThan(200_000_000)
    // Places in its directory that lead nowhere.
    const whole = docx({ 'word/comments.xml': '<w:comments/>' })
    for (let at = whole.lastIndexOf('PK\x01\x02'); at < whole.length; at += 1) {
      const broken = Buffer.from(whole)
      broken[at] = 0xff
      expect(() => fileFacts(broken)).not.toThrow()
    }
  })

  it('costs little where an archive is full of bombs', () => {
    const bomb = docx({
      'word/document.xml': Buffer.alloc(40_000_000, '<w:p/>'),
      ...Object.fromEntries(
        Array.from({ length: 8 }, (_, at) => [`word/header${at}.xml`, Buffer.alloc(4_000_000, '<w:p/>')]),
      ),
    })
    const many = zip(Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`${at}.docx`, bomb])), true)
    const start = process.cpuUsage()
    expect(fileFacts(many)).toEqual({ is: 'zip', carries: [], unseen: { name: '50.docx', why: 'many', others: 9 } })
    const { user, system } = process.cpuUsage(start)
    expect((user + system) / 1e6, 'seconds of work').toBeLessThan(20)
  })

  it('is read once: not again when something else is edited', async () => {
    const one = portal({
      [AT]: bulletin('Hội nghị', 'attachments: [{src: ke-hoach.docx, title: Kế hoạch số 12}]\n', 'Chữ.\n'),
      [`${FOLDER}/ke-hoach.docx`]: docx({ 'word/comments.xml': '<w:comments><w:comment w:id="0"/></w:comments>' }),
      'content/bulletins/2023/khac.md': bulletin('Tin khác', '', 'Chữ.\n'),
    })
    open.push(one)
    const options: RunOptions = { cwd: one.root, now: Date.now() + 120_000 }
    const built = async () => {
      const { out } = await run(['build', '--json'], options)
      const { stats, diagnostics } = JSON.parse(out)
      return { read: stats.read, codes: diagnostics.map(({ code }: { code: string }) => code) }
    }
    const edited = async (text: string) => {
      one.write('content/bulletins/2023/khac.md', bulletin('Tin khác', '', text))
      return built()
    }
    await built()
    const { read: without } = await edited('Chữ khác.\n')
    one.write(`${FOLDER}/ke-hoach.docx`, docx())
    const changed = await built()
    const after = await edited('Chữ khác nữa.\n')
    expect([changed.codes.includes('attachment/comments'), after.read]).toEqual([false, without])
  })
})
