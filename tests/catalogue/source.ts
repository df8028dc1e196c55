import { AT, type Cases, text } from './case.ts'

const utf8 = (content: string) => new TextEncoder().encode(content)

/** Bytes, front matter as a block, any YAML. */
export const source: Cases<
  | 'text/encoding'
  | 'text/nul'
  | 'text/invisible'
  | 'front-matter/missing'
  | 'front-matter/not-first'
  | 'front-matter/unclosed'
  | 'front-matter/opening'
  | 'front-matter/closing'
  | 'yaml/syntax'
  | 'yaml/tab'
  | 'yaml/alias'
  | 'yaml/tag'
  | 'yaml/duplicate-key'
  | 'yaml/forbidden-key'
  | 'yaml/too-deep'
  | 'yaml/too-long'
  | 'yaml/not-a-map'
  | 'yaml/literal'
> = {
  'text/encoding': {
    files: { [AT]: new Uint8Array(Buffer.from(`\uFEFF${text('')}`, 'utf16le')) },
    at: `${AT}:1:1`,
    scene: {
      vi: 'Notepad lưu `index.md` với mục Mã hóa (Encoding) là “UTF-16 LE”.',
      en: 'Notepad saved `index.md` with the encoding “UTF-16 LE”.',
    },
  },
  'text/nul': {
    files: { [AT]: utf8(text('', 'Hội nghị\0 khai mạc lúc 8 giờ.\n')) },
    at: `${AT}:7:9`,
    scene: {
      vi: 'Giữa bài có một ký tự rỗng, thường do ổ đĩa hỏng hoặc chép dở.',
      en: 'A NUL character stands in the text, mostly after a broken disk or an unfinished copy.',
    },
  },
  'text/invisible': {
    files: { [AT]: utf8(text('', 'Hội\u200B nghị khai mạc lúc 8 giờ.\n')) },
    at: `${AT}:7:4`,
    scene: {
      vi: 'Chữ chép từ trang web hay Zalo kèm một ký tự không nhìn thấy sau chữ “Hội”.',
      en: 'Text pasted from a web page or a chat has an invisible character after “Hội”.',
    },
  },
  'front-matter/missing': { files: { [AT]: 'Chiều 12/01/2023, hội nghị được tổ chức.\n' }, at: `${AT}:1:1` },
  'front-matter/not-first': { files: { [AT]: `\n${text('')}` }, at: `${AT}:2:1` },
  'front-matter/unclosed': {
    files: { [AT]: '---\ntitle: Hội nghị\ndate: 13/01/2023\n\nHội nghị khai mạc.\n' },
    at: `${AT}:1:1`,
  },
  'front-matter/opening': { files: { [AT]: text('').replace('---', '---json') }, at: `${AT}:1:1` },
  'front-matter/closing': {
    files: { [AT]: text('').replace('\n---\n', '\n--- hết khai báo\n') },
    at: `${AT}:6:1`,
  },
  'yaml/syntax': { files: { [AT]: text('authors: [Lê Thơ, Khắc Cường') }, at: `${AT}:6:10` },
  'yaml/tab': { files: { [AT]: text('images:\n\t- src: THO 2.png') }, at: `${AT}:7:1` },
  'yaml/alias': { files: { [AT]: text('tags: &a [nông thôn mới]') }, at: `${AT}:6:7` },
  'yaml/tag': { files: { [AT]: text("tags: [!!js/function 'x']") }, at: `${AT}:6:8` },
  'yaml/duplicate-key': { files: { [AT]: text('date: 14/01/2023') }, at: `${AT}:6:1` },
  'yaml/forbidden-key': { files: { [AT]: text('extra:\n  __proto__: x') }, at: `${AT}:7:3` },
  'yaml/too-deep': { files: { [AT]: text(`extra: {a: ${'['.repeat(30)}${']'.repeat(30)}}`) }, at: `${AT}:6:30` },
  'yaml/too-long': {
    files: {
      [AT]: text(
        `extra:\n${'  ghi-chu: Cả bài viết dán nhầm vào phần khai báo.\n'.repeat(1)}  bai: ${'Hội nghị tổng kết. '.repeat(900)}`,
      ),
    },
    at: `${AT}:1:1`,
    scene: {
      vi: 'Cả bài viết dán nhầm vào giữa hai dòng `---`.',
      en: 'The whole text was pasted between the two `---` lines.',
    },
  },
  'yaml/not-a-map': { files: { [AT]: '---\n- Hội nghị\n- 13/01/2023\n---\nHội nghị khai mạc.\n' }, at: `${AT}:2:1` },
  'yaml/literal': {
    files: { [AT]: text('unit: Trung tâm VHTT: bộ phận biên tập') },
    at: `${AT}:6:7`,
  },
}
