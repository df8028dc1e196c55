import { tmpdir } from 'node:os'
import { run } from '../cli/run.ts'
import type { Cases } from './case.ts'

/** The command line. */
export const usage: Cases<
  | 'usage/unknown-command'
  | 'usage/unknown-option'
  | 'usage/missing-argument'
  | 'usage/option-argument'
  | 'usage/no-such-time'
  | 'usage/not-together'
  | 'usage/unknown-word'
  | 'usage/no-such-path'
  | 'usage/no-folder'
  | 'usage/too-many'
  | 'usage/not-a-portal'
  | 'usage/not-a-cache'
  | 'usage/not-empty'
  | 'why/unknown'
  | 'why/no-document'
  | 'new/incomplete'
  | 'new/no-slug'
  | 'new/slug-form'
  | 'new/taken'
  | 'new/photo-missing'
  | 'eject/unknown'
  | 'eject/taken'
  | 'eject/record'
  | 'eject/not-there'
> = {
  'usage/unknown-command': { argv: ['biuld'], at: '' },
  'usage/unknown-option': { argv: ['build', '--dry-rum'], at: '' },
  'usage/missing-argument': { argv: ['why'], at: '' },
  'usage/option-argument': { argv: ['serve', '--port', 'abc'], at: '' },
  'usage/no-such-time': { argv: ['build', '--now', '30/02/2025'], at: '' },
  'usage/not-together': { argv: ['build', '--dry-run', '--verify'], at: '' },
  'usage/unknown-word': { argv: ['list', 'draft'], at: '' },
  'usage/no-such-path': { argv: ['check', 'content/bulletin/2023'], at: '' },
  'usage/no-folder': { argv: ['preview', '/2023/hoi-nghi/', '--out', 'gui-duyet/bai.html'], at: '' },
  'usage/too-many': { argv: ['build', 'dist'], at: '' },
  'usage/not-a-portal': {
    argv: ['build', '--root', 'D:/Tai lieu'],
    options: () => ({ cwd: tmpdir() }),
    at: '',
  },
  'usage/not-a-cache': {
    files: { 'tai-lieu/danh-sach.docx': 'x' },
    argv: ['build', '--cache-dir', 'tai-lieu'],
    at: '',
    scene: { vi: 'Thư mục `tai-lieu` có tệp của người dùng.', en: 'The folder `tai-lieu` has files of its own.' },
  },
  'usage/not-empty': {
    argv: ['init', '.'],
    at: '',
    scene: { vi: 'Thư mục này đã là một cổng.', en: 'The folder is a portal already.' },
  },
  'new/incomplete': { argv: ['new', 'Hội nghị tổng kết năm'], at: '' },
  'new/no-slug': { argv: ['new', '🎉🎉', '--category', 'tin-tuc'], at: '' },
  'new/slug-form': { argv: ['new', 'Hội nghị', '--category', 'tin-tuc', '--slug', 'Hội nghị!'], at: '' },
  'new/taken': {
    argv: ['new', 'Hội nghị', '--category', 'tin-tuc', '--date', '13/01/2023'],
    at: '',
    scene: {
      vi: 'Năm 2023 đã có bài trong thư mục `hoi-nghi`.',
      en: 'There is a bulletin in the folder `hoi-nghi` of 2023 already.',
    },
  },
  'new/photo-missing': {
    argv: ['new', 'Gặp mặt đầu xuân', '--category', 'tin-tuc', '--images', 'THO 9.png'],
    at: '',
  },
  'eject/unknown': { argv: ['eject', 'buletin.njk'], at: '' },
  'eject/taken': {
    argv: ['eject', 'bulletin.njk'],
    before: ({ root }) => run(['eject', 'bulletin.njk'], { cwd: root }),
    at: '',
    scene: { vi: 'Mẫu ấy đã được chép về một lần.', en: 'The template was copied once before.' },
  },
  'eject/record': {
    argv: ['eject', 'parts/card.njk'],
    before: (one) =>
      one.write('templates/ejected.yml', '<<<<<<< HEAD\n- {template: bulletin.njk, version: 1.0.0, digest: x}\n'),
    at: '',
    scene: {
      vi: 'Hai người cùng chép mẫu, Git để lại dấu trộn trong tệp ghi nhận.',
      en: 'Two people copied templates, and Git left its marks in the record.',
    },
  },
  'eject/not-there': { argv: ['eject', 'bulletin.njk', '--diff'], at: '' },
  'why/unknown': { argv: ['why', '/2023/hoi-ngi/'], at: '' },
  'why/no-document': { argv: ['preview', 'content/portal.yml'], at: '' },
}
