import { bulletin } from '../portal.ts'
import { AT, type Cases, FOLDER, text } from './case.ts'

const linking = (body: string) => ({ [AT]: text('', `${body}\n`) })
const attaching = (entry: string, name: string) => ({
  [AT]: text(`attachments:\n  - ${entry}`),
  [`${FOLDER}/${name}`]: '%PDF-1.4',
})

/** Links and attachments. */
export const links: Cases<
  | 'attachment/missing'
  | 'attachment/outside'
  | 'attachment/kind'
  | 'attachment/unused'
  | 'attachment/title-is-name'
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
}
