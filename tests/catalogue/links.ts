import sharp from 'sharp'
import { bulletin } from '../portal.ts'
import { docx, xlsx, zip } from '../zip.ts'
import { AT, type Cases, type Files, FOLDER, text } from './case.ts'

const linking = (body: string) => ({ [AT]: text('', `${body}\n`) })
const attaching = (entry: string, name: string, bytes: string | Uint8Array = '%PDF-1.4'): Files => ({
  [AT]: text(`attachments:\n  - ${entry}`),
  [`${FOLDER}/${name}`]: bytes,
})
/** A document of that name with these bytes. */
const given = (name: string, bytes: string | Uint8Array): Files =>
  attaching(`{src: ${name}, title: Kế hoạch số 12}`, name, bytes)

/** Links and attachments. */
export const links: Cases<
  | 'attachment/missing'
  | 'attachment/outside'
  | 'attachment/kind'
  | 'attachment/unused'
  | 'attachment/title-is-name'
  | 'attachment/empty'
  | 'attachment/not-kind'
  | 'attachment/macros'
  | 'attachment/script'
  | 'attachment/comments'
  | 'attachment/changes'
  | 'attachment/place'
  | 'attachment/holds'
  | 'attachment/unseen'
  | 'link/broken'
  | 'link/anchor'
  | 'link/unsafe'
  | 'link/outside'
  | 'link/unpublished'
  | 'link/host'
  | 'link/punycode'
  | 'link/shortener'
  | 'link/gambling'
  | 'link/no-words'
  | 'link/disguised'
  | 'link/redirect'
> = {
  'link/broken': { files: linking('Xem [kế hoạch](../ke-hoach/index.md).'), at: `${AT}:7:16` },
  'link/anchor': { files: linking('## Kết quả\n\nXem [phần kết quả](#ket-qua-dat-duoc).'), at: `${AT}:9:20` },
  'link/unsafe': { files: linking('Xem [ở đây](javascript:alert(1)).'), at: `${AT}:7:13` },
  'link/outside': { files: linking('Xem [ở đây](../../../../bao-cao.md).'), at: `${AT}:7:13` },
  'link/unpublished': {
    files: {
      ...linking('Xem [kế hoạch](../ke-hoach.md).'),
      'content/bulletins/2023/ke-hoach.md': bulletin('Kế hoạch huấn luyện', 'draft: true\n'),
    },
    at: `${AT}:7:16`,
    scene: {
      vi: 'Bài `ke-hoach.md` còn là bản nháp (`draft: true`).',
      en: '`ke-hoach.md` is still a draft (`draft: true`).',
    },
  },
  'link/host': { files: linking('Theo [trang tin](https://tin.example.com/bai).'), at: `${AT}:7:18` },
  'link/punycode': { files: linking('Xem [ở đây](https://xn--80ak6aa92e.com/).'), at: `${AT}:7:13` },
  'link/shortener': { files: linking('Xem [ở đây](https://bit.ly/abc).'), at: `${AT}:7:13` },
  'link/gambling': { files: linking('Xem [ở đây](https://kubet88.example.com/).'), at: `${AT}:7:13` },
  'link/no-words': { files: linking('Hội nghị kết thúc [.](https://thanhhoa.gov.vn/).'), at: `${AT}:7:23` },
  'link/disguised': {
    files: linking('Nộp hồ sơ tại [chinhphu.vn](https://thanhhoa.gov.vn/).'),
    at: `${AT}:7:29`,
  },
  'link/redirect': {
    files: linking('Xem [ở đây](https://thanhhoa.gov.vn/redirect?url=https://tin.example.com/).'),
    at: `${AT}:7:13`,
  },
  'attachment/missing': {
    files: attaching('{src: ke hoach.pdf, title: Kế hoạch số 12}', 'ke-hoach.pdf'),
    at: `${AT}:7:11`,
  },
  'attachment/outside': {
    files: { [AT]: text('attachments:\n  - src: D:/Tai lieu/ke-hoach.pdf\n    title: Kế hoạch số 12') },
    at: `${AT}:7:10`,
  },
  'attachment/kind': {
    files: attaching('{src: cai-dat.exe, title: Phần mềm kê khai}', 'cai-dat.exe'),
    at: `${AT}:7:11`,
  },
  'attachment/unused': {
    files: { [`${FOLDER}/phu luc.xlsx`]: 'x' },
    at: AT,
    scene: {
      vi: 'Thư mục của bài có tệp `phu luc.xlsx` mà bài không nhắc tới.',
      en: 'The bulletin’s folder has `phu luc.xlsx`, which the bulletin does not name.',
    },
  },
  'attachment/title-is-name': {
    files: attaching('{src: ke-hoach.pdf, title: ke-hoach.pdf}', 'ke-hoach.pdf'),
    at: `${AT}:7:32`,
  },
  'attachment/empty': {
    files: given('ke-hoach.pdf', ''),
    at: `${AT}:7:11`,
    scene: { vi: 'Tệp `ke-hoach.pdf` có 0 byte.', en: '`ke-hoach.pdf` has 0 bytes.' },
  },
  'attachment/not-kind': {
    files: given('ke-hoach.pdf', docx()),
    at: `${AT}:7:11`,
    scene: { vi: 'Tệp Word bị đổi đuôi thành `.pdf`.', en: 'A Word file was renamed to end in `.pdf`.' },
  },
  'attachment/macros': {
    files: given('bieu-mau.xlsx', xlsx({ 'xl/vbaProject.bin': 'x' })),
    at: `${AT}:7:11`,
    scene: { vi: 'Bảng tính Excel có macro.', en: 'A spreadsheet with macros.' },
  },
  'attachment/script': {
    files: given('ke-hoach.pdf', '%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>endobj'),
    at: `${AT}:7:11`,
    scene: { vi: 'Tệp PDF có mã chạy khi mở.', en: 'A PDF with code that runs when it is opened.' },
  },
  'attachment/comments': {
    files: given(
      'ke-hoach.docx',
      docx({ 'word/comments.xml': '<w:comments><w:comment w:id="0" w:author="Lê Thơ"/></w:comments>' }),
    ),
    at: `${AT}:7:11`,
    scene: { vi: 'Bản Word còn chú thích của người góp ý.', en: 'A Word file with the comments of who reviewed it.' },
  },
  'attachment/changes': {
    files: given('ke-hoach.docx', docx({ 'word/document.xml': '<w:p><w:del w:author="Lê Thơ"/></w:p>' })),
    at: `${AT}:7:11`,
    scene: { vi: 'Bản Word còn lưu chữ đã xóa.', en: 'A Word file that still has what was deleted.' },
  },
  'attachment/holds': {
    files: given('ho-so.zip', zip({ 'ho so/ke hoach.txt': 'x', 'ho so/cai dat.exe': 'MZ' })),
    at: `${AT}:7:11`,
    scene: { vi: 'Trong tệp nén có một chương trình.', en: 'An archive with a program in it.' },
  },
  'attachment/unseen': {
    files: given('ho-so.zip', zip({ 'ke hoach.txt': 'x', 'anh goc.zip': zip({ 'a.txt': 'x' }) })),
    at: `${AT}:7:11`,
    scene: { vi: 'Trong tệp nén có một tệp nén khác.', en: 'An archive with another archive in it.' },
  },
  'attachment/place': {
    files: async () => {
      const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#3a6' } })
        .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '19/1 48/1 0/1' } })
        .jpeg()
        .toBuffer()
      return given('bao-cao.docx', docx({ 'word/media/image1.jpeg': photo }))
    },
    at: `${AT}:7:11`,
    scene: {
      vi: 'Trong bản Word có ảnh chụp bằng điện thoại, ghi tọa độ nơi chụp.',
      en: 'A Word file with a photo of a phone that tells where it was taken.',
    },
  },
}
