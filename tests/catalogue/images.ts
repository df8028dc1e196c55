import sharp from 'sharp'
import { AT, type Cases, type Files, FOLDER, text } from './case.ts'

const plain = () => sharp({ create: { width: 960, height: 720, channels: 3, background: '#3a6ea5' } })
const sized = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#3a6ea5' } })
    .jpeg()
    .toBuffer()
const png = () => plain().png().toBuffer()
const jpeg = () => plain().jpeg().toBuffer()

/** The bulletin showing one picture, with that file beside it. */
const showing =
  (name: string, bytes: () => Promise<Uint8Array> | Uint8Array, more = '', caption = 'Đại biểu dự hội nghị') =>
  async (): Promise<Files> => ({
    [AT]: text(more, `Hội nghị khai mạc lúc 8 giờ.\n\n![${caption}](${name})\n`),
    [`${FOLDER}/${name}`]: await bytes(),
  })

/** A film strip of two frames. */
async function moving(): Promise<Uint8Array> {
  const frames = await Promise.all(
    ['#b3131b', '#f2c200'].map((background) =>
      sharp({ create: { width: 32, height: 24, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  )
  return sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer()
}

/** A photo whose header says that it is 20,000 by 20,000 pixels. */
async function enormous(): Promise<Uint8Array> {
  const bytes = await jpeg()
  const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]))
  bytes.writeUInt16BE(20_000, frame + 5)
  bytes.writeUInt16BE(20_000, frame + 7)
  return bytes
}

const heic = () => Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(40)])

/** Pictures. */
export const images: Cases<
  | 'image/missing'
  | 'image/case'
  | 'image/outside'
  | 'image/remote'
  | 'image/unused'
  | 'image/twice'
  | 'image/empty'
  | 'image/not-image'
  | 'image/heic'
  | 'image/svg'
  | 'image/animated'
  | 'image/format'
  | 'image/too-large'
  | 'image/broken'
  | 'image/metadata'
  | 'image/no-alt'
  | 'image/name-in-text'
  | 'image/small'
  | 'image/portrait-cover'
  | 'image/repeated'
  | 'image/caption-is-name'
  | 'image/caption-like-name'
> = {
  'image/missing': { files: { [AT]: text('', '![Đại biểu dự hội nghị](THO 2.png)\n') }, at: `${AT}:7:25` },
  'image/case': {
    files: async () => ({
      [AT]: text('', '![Đại biểu dự hội nghị](tho 2.PNG)\n'),
      [`${FOLDER}/THO 2.png`]: await png(),
    }),
    at: `${AT}:7:25`,
    scene: { vi: 'Tệp ảnh tên là `THO 2.png`.', en: 'The file is called `THO 2.png`.' },
  },
  'image/outside': { files: { [AT]: text('', '![Đại biểu](C:\\Anh\\THO 2.png)\n') }, at: `${AT}:7:13` },
  'image/remote': { files: { [AT]: text('', '![Đại biểu](https://example.com/tho2.png)\n') }, at: `${AT}:7:13` },
  'image/unused': {
    files: async () => ({ [`${FOLDER}/THO 3 (1).png`]: await png() }),
    at: AT,
    scene: {
      vi: 'Thư mục của bài có ảnh `THO 3 (1).png` mà bài không nhắc tới.',
      en: 'The bulletin’s folder has `THO 3 (1).png`, which the bulletin does not name.',
    },
  },
  'image/twice': {
    files: async () => ({
      [AT]: text(
        'images:\n  - src: THO 2.png\n    caption: Đại biểu dự họp\n  - src: THO 2.png\n    caption: Quang cảnh hội trường',
      ),
      [`${FOLDER}/THO 2.png`]: await png(),
    }),
    at: `${AT}:9:10`,
  },
  'image/empty': {
    files: showing('THO 2.png', () => new Uint8Array()),
    at: `${AT}:9:25`,
    scene: { vi: 'Tệp ảnh có 0 byte: chép chưa xong.', en: 'The file has 0 bytes: it was not copied to its end.' },
  },
  'image/not-image': {
    files: showing('THO 2.png', () => Buffer.from('PK\x03\x04word/document.xml', 'latin1')),
    at: `${AT}:9:25`,
    scene: {
      vi: 'Tệp Word bị đổi đuôi thành `.png`.',
      en: 'A Word file was renamed to end in `.png`.',
    },
  },
  'image/heic': {
    files: showing('IMG_0012.jpg', heic),
    at: `${AT}:9:25`,
    scene: {
      vi: 'Ảnh chụp bằng iPhone (HEIC, dù đuôi tệp là `.jpg`) chép dở từ điện thoại.',
      en: 'A photo of an iPhone (HEIC, although its name ends in `.jpg`) of which only a part was copied.',
    },
  },
  'image/svg': {
    files: showing('so do.svg', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')),
    at: `${AT}:9:25`,
  },
  'image/animated': {
    files: showing('phao hoa.gif', moving),
    at: `${AT}:9:25`,
    scene: { vi: 'Ảnh GIF động có hai khung hình.', en: 'A moving GIF of two frames.' },
  },
  'image/format': {
    files: showing('ban do.tif', () => Buffer.from('II*\0\x08\0\0\0\0\0', 'latin1')),
    at: `${AT}:9:25`,
    scene: { vi: 'Ảnh quét lưu ở dạng TIFF.', en: 'A scan saved as TIFF.' },
  },
  'image/too-large': {
    files: showing('toan canh.jpg', enormous),
    at: `${AT}:9:25`,
    scene: { vi: 'Ảnh ghép 20.000 × 20.000 điểm ảnh.', en: 'A stitched photo of 20,000 × 20,000 pixels.' },
  },
  'image/broken': {
    files: showing('THO 4.jpg', async () => (await jpeg()).subarray(0, -40)),
    at: `${AT}:9:25`,
    scene: { vi: 'Tệp ảnh bị cụt phần cuối.', en: 'The end of the file is missing.' },
  },
  'image/metadata': {
    files: async () => ({
      'content/static/anh quet.tif': await plain()
        .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">Lê Thơ</x:xmpmeta>')
        .tiff()
        .toBuffer(),
    }),
    at: 'content/static/anh quet.tif',
    scene: { vi: 'Ảnh quét TIFF ghi tên người quét.', en: 'A scan saved as TIFF, with the name of who scanned it.' },
  },
  'image/no-alt': { files: showing('THO 5.png', png, '', ''), at: `${AT}:9:5` },
  'image/name-in-text': {
    files: showing('THO 2.png', png, 'tags: xem ảnh THO 3.png'),
    at: `${AT}:6:15`,
  },
  'image/caption-is-name': {
    files: showing('THO 5.png', png, 'images: [{src: THO 5.png, alt: Một sĩ quan phát biểu}]', 'THO 5'),
    at: `${AT}:10:3`,
  },
  'image/small': {
    files: showing('cat tu man hinh.png', () => sized(400, 300)),
    at: `${AT}:9:25`,
    scene: { vi: 'Ảnh cắt từ màn hình, rộng 400 điểm ảnh.', en: 'Cut out of a screen, 400 pixels wide.' },
  },
  'image/portrait-cover': {
    files: async () => ({
      [AT]: text('', '![Đại biểu phát biểu](THO 2.jpg)\n\n![Quang cảnh hội nghị](THO 3.jpg)\n'),
      [`${FOLDER}/THO 2.jpg`]: await sized(900, 1200),
      [`${FOLDER}/THO 3.jpg`]: await sized(1200, 900),
    }),
    at: `${AT}:7:23`,
    scene: { vi: 'Ảnh đầu tiên của bài chụp đứng.', en: 'The first picture of the bulletin was taken upright.' },
  },
  'image/repeated': {
    files: async () => ({
      [AT]: text('', '![Đại biểu dự họp](THO 2.jpg)\n\n![Quang cảnh hội nghị](THO 2 (1).jpg)\n'),
      [`${FOLDER}/THO 2.jpg`]: await sized(1200, 900),
      [`${FOLDER}/THO 2 (1).jpg`]: await sized(1200, 900),
    }),
    at: `${AT}:9:24`,
    scene: {
      vi: 'Ảnh tải về hai lần, lần sau tên có thêm “(1)”.',
      en: 'The picture was downloaded twice, the second time with “(1)” in its name.',
    },
  },
  'image/caption-like-name': { files: showing('THO 5.png', png, '', 'IMG_20230112_083015'), at: `${AT}:9:3` },
}
