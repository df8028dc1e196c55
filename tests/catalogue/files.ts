import { spawnSync } from 'node:child_process'
import { readFileSync, symlinkSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../cli/run.ts'
import { bulletin, CATEGORIES_YML, portal, REPOSITORY } from '../portal.ts'
import { AT, type Cases, FOLDER, text } from './case.ts'

const BOOK = 'content/urls.lock'

/** Files and names. */
export const files: Cases<
  | 'file/stray'
  | 'file/almost-index'
  | 'file/no-index'
  | 'file/index-of-many'
  | 'file/twins'
  | 'file/unreadable'
  | 'file/link-out'
  | 'file/special'
  | 'file/never'
  | 'file/runs'
  | 'file/name'
  | 'file/reserved-name'
  | 'file/metadata'
  | 'slug/empty'
  | 'name/unit'
  | 'name/empty'
  | 'name/byline'
  | 'name/shared'
  | 'name/alike'
  | 'address/collision'
  | 'address/lost'
  | 'address/replaced'
  | 'address/file-gone'
  | 'address/section'
  | 'address/book-gone'
  | 'address/line'
  | 'address/merge'
  | 'address/reserved'
  | 'address/form'
> = {
  'file/stray': {
    files: { [`${FOLDER}/bản thảo.docx`]: 'x' },
    at: AT,
    scene: {
      vi: 'Tệp Word của bản thảo nằm lẫn trong thư mục của bài.',
      en: 'The Word file of the draft lies in the bulletin’s folder.',
    },
  },
  'file/almost-index': {
    files: { 'content/bulletins/2023/hop-dan/index.md.txt': text('') },
    at: 'content/bulletins/2023/hop-dan/index.md.txt',
  },
  'file/index-of-many': {
    files: {
      'content/bulletins/2023/index.md': bulletin('Hội nghị'),
      'content/bulletins/2023/ra-quan.md': bulletin('Ra quân'),
    },
    at: 'content/bulletins/2023/index.md',
    scene: {
      vi: 'Thư mục `content/bulletins/2023` có `index.md` và bài `ra-quan.md`.',
      en: 'The folder `content/bulletins/2023` has an `index.md` and the bulletin `ra-quan.md`.',
    },
  },
  'file/no-index': {
    files: { 'content/bulletins/2023/hop-dan/THO 1.png': 'x' },
    at: 'content/bulletins/2023/hop-dan',
    scene: {
      vi: 'Thư mục chỉ có ảnh `THO 1.png`, chưa có `index.md`.',
      en: 'The folder has the photo `THO 1.png` but no `index.md`.',
    },
  },
  'file/twins': {
    files: {
      [`content/static/${'Ảnh bìa.pdf'.normalize('NFC')}`]: 'x',
      [`content/static/${'Ảnh bìa.pdf'.normalize('NFD')}`]: 'y',
    },
    posix: true,
    at: 'content/static/Ảnh bìa.pdf',
    scene: {
      vi: 'Hai tệp trông cùng tên: một tệp chép từ máy Mac, chữ “Ả” ghép từ hai ký tự.',
      en: 'Two files of the same name to the eye: one came from a Mac, whose “Ả” is made of two characters.',
    },
  },
  'file/unreadable': {
    files: { 'content/static/hop-dan.mp4': 'x' },
    before: ({ root }) => truncateSync(join(root, 'content/static/hop-dan.mp4'), 2 ** 31 + 1),
    at: 'content/static/hop-dan.mp4',
    scene: {
      vi: 'Một tệp phim hơn 2 GB đặt trong `content/static`.',
      en: 'A film of more than 2 GB lies in `content/static`.',
    },
  },
  'file/link-out': {
    before: ({ root }) => symlinkSync('/etc/passwd', join(root, FOLDER, 'danh sach.pdf')),
    posix: true,
    at: `${FOLDER}/danh sach.pdf`,
    scene: {
      vi: '`danh sach.pdf` là lối tắt (symbolic link) tới một tệp ngoài thư mục `content`.',
      en: '`danh sach.pdf` is a symbolic link to a file outside `content`.',
    },
  },
  'file/special': {
    files: { 'content/static/ghi.txt': 'x' },
    before: ({ root }) => spawnSync('mkfifo', [join(root, 'content/static/ong')]),
    posix: true,
    at: 'content/static/ong',
    scene: {
      vi: '`ong` là một ống dẫn (named pipe) của hệ điều hành, không phải tệp.',
      en: '`ong` is a named pipe, not a file.',
    },
  },
  'file/never': {
    files: { 'content/static/tai-ve/x.php': '<?php' },
    at: 'content/static/tai-ve/x.php',
    scene: {
      vi: 'Trong `content/static/tai-ve` có tệp `x.php`.',
      en: '`content/static/tai-ve` has a file `x.php`.',
    },
  },
  'file/runs': {
    files: { 'content/static/tet.svg': '<svg xmlns="http://www.w3.org/2000/svg">\n<script>alert(1)</script></svg>' },
    at: 'content/static/tet.svg:2:1',
    scene: {
      vi: 'Hình `content/static/tet.svg` có thẻ `<script>`.',
      en: 'The drawing `content/static/tet.svg` has a `<script>`.',
    },
  },
  'file/name': {
    files: { 'content/static/lich:hop.pdf': 'x' },
    posix: true,
    at: 'content/static/lich:hop.pdf',
    scene: {
      vi: 'Tên tệp có dấu hai chấm: Windows và nhiều máy chủ không nhận.',
      en: 'The name has a colon, which Windows and many servers refuse.',
    },
  },
  'file/reserved-name': {
    files: { 'content/static/aux/mau-don.pdf': 'x' },
    posix: true,
    at: 'content/static/aux/mau-don.pdf',
    scene: {
      vi: 'Thư mục `content/static/aux` có tên mà Windows giữ riêng.',
      en: 'The folder `content/static/aux` has a name that Windows keeps for itself.',
    },
  },
  'file/metadata': {
    files: () => {
      const film = readFileSync(join(REPOSITORY, 'tests/fixtures/films/film.mp4'))
      // Of a film that names its parts first, the end is missing.
      return Promise.resolve({ 'content/static/cau moi.mp4': film.subarray(0, film.indexOf('moov') + 200) })
    },
    at: 'content/static/cau moi.mp4',
    scene: { vi: 'Phim mới chép được một phần.', en: 'Only a part of the film was copied.' },
  },
  'slug/empty': {
    files: { 'content/bulletins/2023/###.md': bulletin('Chúc mừng năm mới') },
    at: 'content/bulletins/2023/###.md',
  },
  'name/unit': { files: { [AT]: text('authors: Lê Thơ, Trung tâm VHTT') }, at: `${AT}:6:18` },
  'name/empty': { files: { [AT]: text('authors: "!!!"') }, at: `${AT}:6:10` },
  'name/byline': { files: { [AT]: text('authors: Lê Thơ - Khắc Cường') }, at: `${AT}:6:10` },
  'name/shared': {
    files: {
      'content/authors.yml': '- {id: an-mam-non, name: Nguyễn Văn An}\n- {id: an-cong-an, name: Nguyễn Văn An}\n',
      [AT]: text('authors: [an-mam-non, Nguyễn Văn An]'),
    },
    at: `${AT}:6:23`,
  },
  'name/alike': {
    files: {
      [AT]: text('authors: Nguyễn Văn Dũng'),
      'content/bulletins/2023/gap-mat.md': bulletin('Gặp mặt đầu xuân', 'authors: Nguyễn Văn Dung\n'),
    },
    at: 'content/bulletins/2023/gap-mat.md:6:10',
  },
  'address/collision': {
    files: { 'content/bulletins/2023/Hội nghị.md': bulletin('Gặp mặt đầu xuân') },
    at: 'content/bulletins/2023/Hội nghị.md',
  },
  'address/lost': {
    files: { [BOOK]: '/2022/hop-dan/ document 0123abcd 4567ef89\n' },
    at: `${BOOK}:1:1`,
    scene: {
      vi: 'Bài đã đăng ở `/2022/hop-dan/`, nay thư mục của bài bị xóa.',
      en: 'A bulletin was published at `/2022/hop-dan/`; now its folder was deleted.',
    },
  },
  'address/replaced': {
    files: async () => {
      const old = text('', 'Huyện tổng kết công tác năm.\n').replace(/title: .*/, 'title: Tổng kết công tác năm 2022')
      const published = portal({ [AT]: old })
      const { plan } = await published.build()
      published.close()
      return { [AT]: text(''), 'content/bulletins/2023/tong-ket/index.md': old, [BOOK]: plan?.book.text ?? '' }
    },
    at: AT,
    scene: {
      vi: 'Bài đã đăng ở `/2023/hoi-nghi/` nay ở thư mục khác, và một bài mới được viết vào thư mục cũ của nó.',
      en: 'The bulletin published at `/2023/hoi-nghi/` is in another folder now, and a new one was written into its old folder.',
    },
  },
  'address/file-gone': {
    files: { [AT]: text(''), [BOOK]: '/2023/hoi-nghi/ke-hoach.pdf file 0123abcd\n' },
    at: AT,
    scene: {
      vi: 'Bài đã đăng kèm một tài liệu, nay không kèm nữa.',
      en: 'The bulletin was published with a document, which it brings along no more.',
    },
  },
  'address/section': {
    files: {
      'content/categories.yml': CATEGORIES_YML.replace('- id: thong-bao', '- id: tin-bao'),
      [BOOK]: ['/chuyen-muc/', '/chuyen-muc/quoc-phong-an-ninh/', '/chuyen-muc/thong-bao/', '/chuyen-muc/tin-tuc/']
        .map((address) => `${address} list\n`)
        .join(''),
    },
    at: 'content/categories.yml:8:7',
    scene: {
      vi: 'Chuyên mục “Thông báo” đã đăng với `id: thong-bao`, nay được đổi thành `id: tin-bao`.',
      en: 'The section “Thông báo” was published with `id: thong-bao`; now that is `id: tin-bao`.',
    },
  },
  'address/book-gone': {
    argv: ['build'],
    before: async (one) => {
      one.write('content/bulletins/2023/gap-mat.md', bulletin('Gặp mặt đầu xuân'))
      await run(['build'], { cwd: one.root })
      one.rename('content/bulletins/2023/gap-mat.md', 'content/bulletins/2023/gap-mat-dau-xuan.md')
      one.remove(BOOK)
    },
    at: BOOK,
    scene: {
      vi: 'Bài “gap-mat” đã đăng rồi được đổi tên; tệp `content/urls.lock` bị xóa mất.',
      en: 'The bulletin “gap-mat” was published and then renamed; the file `content/urls.lock` was deleted.',
    },
  },
  'address/line': { files: { [BOOK]: '/2022/hop dan bài cũ\n' }, at: `${BOOK}:1:1` },
  'address/merge': { files: { [BOOK]: '<<<<<<< HEAD\n' }, at: `${BOOK}:1:1` },
  'address/reserved': {
    files: { 'content/pages/tim-kiem.md': '---\ntitle: Tìm kiếm\n---\nTra cứu tin bài.\n' },
    at: 'content/pages/tim-kiem.md',
  },
  'address/form': { files: { [AT]: text('aliases: [/tin cũ/123/]') }, at: `${AT}:6:11` },
}
