import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { takeLock } from '../../src/pipeline/write.ts'
import { make } from '../cli/made.ts'
import { run } from '../cli/run.ts'
import { bulletin, PORTAL_YML, REPOSITORY, type TestPortal } from '../portal.ts'
import { AT, type Cases, FOLDER, text } from './case.ts'

/** The command as a process of its own that may not write a file of more than half a megabyte or one: for it, the disk is full. */
function onSmallDisk({ root }: TestPortal, argv: readonly string[]): string {
  const command = `ulimit -f 1000; exec "$0" "$@"`
  const node = [process.execPath, join(REPOSITORY, 'bin/tx-portal.js'), ...argv]
  const { stdout, stderr } = spawnSync('sh', ['-c', command, ...node], { cwd: root, encoding: 'utf8', env: {} })
  return `${stdout}\n\n${stderr}`
}

const AT_NOON = Date.UTC(2025, 6, 1, 5)

/** The published folder, the disk, and other runs. */
export const machine: Cases<
  | 'content/none'
  | 'out/refused'
  | 'out/foreign-file'
  | 'out/record'
  | 'out/other-portal'
  | 'out/edited'
  | 'out/stranger'
  | 'out/differs'
  | 'out/beside'
  | 'disk/full'
  | 'disk/denied'
  | 'disk/failed'
  | 'lock/held'
  | 'cache/dropped'
  | 'cache/unwritable'
  | 'source/changing'
> = {
  'content/none': {
    files: { [AT]: null, 'content/portal.yml': PORTAL_YML },
    at: '',
    scene: { vi: 'Cổng chưa có bài và trang nào.', en: 'The portal has no bulletin and no page yet.' },
  },
  'out/refused': { argv: ['build', '--out', 'content'], at: '' },
  'out/foreign-file': {
    argv: ['build'],
    before: async (one) => {
      await run(['build'], { cwd: one.root })
      one.write('dist/2023/gap-mat/index.html', 'Trang làm tay')
      one.write('content/bulletins/2023/gap-mat.md', bulletin('Gặp mặt đầu xuân'))
    },
    at: '',
    scene: {
      vi: 'Có người đã đặt trang làm tay `dist/2023/gap-mat/index.html` đúng chỗ của bài sắp đăng.',
      en: 'Somebody put a page made by hand, `dist/2023/gap-mat/index.html`, where a new bulletin must go.',
    },
  },
  'out/record': {
    argv: ['build'],
    before: async ({ root }) => {
      await run(['build'], { cwd: root })
      const list = join(root, 'dist/manifest.sha256')
      writeFileSync(list, readFileSync(list, 'utf8').slice(0, -30))
      rmSync(join(root, '.tx-portal'), { recursive: true })
    },
    at: '',
    scene: {
      vi: 'Danh sách `dist/manifest.sha256` bị cụt, và thư mục `.tx-portal` đã bị xóa.',
      en: 'The list `dist/manifest.sha256` was cut short, and the folder `.tx-portal` was deleted.',
    },
  },
  'out/other-portal': {
    argv: ['build'],
    before: async ({ root }) => {
      const other = make()
      for (let number = 1; number <= 20; number++)
        other.write(`content/bulletins/2024/tin-${number}.md`, bulletin(`Tin số ${number}`))
      await run(['build', '--out', join(root, 'dist')], { cwd: other.root })
    },
    at: '',
    scene: {
      vi: 'Trong `dist/` là trang đã xuất của một cổng khác.',
      en: 'What stands in `dist/` was built from another portal.',
    },
  },
  'out/edited': {
    argv: ['build'],
    before: async ({ root }) => {
      await run(['build'], { cwd: root })
      writeFileSync(join(root, 'dist/2023/hoi-nghi/index.html'), '<a href="https://example.com/">Nhà cái</a>')
    },
    at: '',
    scene: {
      vi: 'Có người sửa trang đã xuất `dist/2023/hoi-nghi/index.html`.',
      en: 'Somebody edited the published page `dist/2023/hoi-nghi/index.html`.',
    },
  },
  'out/stranger': {
    argv: ['build', '--thorough'],
    before: async ({ root }) => {
      await run(['build'], { cwd: root })
      mkdirSync(join(root, 'dist/khuyen-mai'))
      writeFileSync(join(root, 'dist/khuyen-mai/index.html'), 'x')
    },
    at: '',
    scene: {
      vi: 'Trong `dist/` có thư mục `khuyen-mai` không ai trong cơ quan đặt vào.',
      en: 'There is a folder `khuyen-mai` in `dist/` that nobody of the office put there.',
    },
  },
  'out/differs': {
    argv: ['build', '--verify'],
    // As long as before and with its old time: who broke in knows how to do that.
    before: async ({ root }) => {
      await run(['build'], { cwd: root })
      const page = join(root, 'dist/2023/hoi-nghi/index.html')
      spawnSync('cp', ['-p', page, join(root, 'cũ')])
      writeFileSync(page, readFileSync(page, 'utf8').replace('xã Xuân Hòa', 'xa Xuân Hòà'))
      spawnSync('touch', ['-r', join(root, 'cũ'), page])
    },
    posix: true,
    at: '',
    scene: {
      vi: 'Có người sửa trang đã xuất mà vẫn giữ nguyên độ dài và giờ sửa của tệp.',
      en: 'Somebody changed a published page and kept its length and time.',
    },
  },
  'out/beside': {
    argv: ['build'],
    files: { 'dist.nginx.conf': 'server { listen 80; }\n' },
    at: '',
    scene: {
      vi: 'Bên cạnh `dist/` đã có tệp `dist.nginx.conf` tự viết.',
      en: 'A `dist.nginx.conf` of one’s own stands beside `dist/` already.',
    },
  },
  'disk/full': {
    argv: ['build'],
    files: { 'content/static/phat-thanh.mp3': 'x'.repeat(2_000_000) },
    process: onSmallDisk,
    posix: true,
    at: '',
    scene: { vi: 'Ổ đĩa không còn chỗ cho trang mới.', en: 'The disk has no room for the new pages.' },
  },
  'disk/denied': {
    argv: ['build', '--out', '/sys/cong'],
    posix: true,
    at: '',
    scene: {
      vi: 'Thư mục xuất trang nằm ở nơi người dùng không có quyền ghi.',
      en: 'The published folder is to stand where the user may not write.',
    },
  },
  'disk/failed': {
    argv: ['build', '--out', `trang-${'dai-'.repeat(70)}`],
    at: '',
    scene: {
      vi: 'Tên thư mục dài quá mức hệ thống cho phép.',
      en: 'The name of the folder is longer than the system allows.',
    },
  },
  'lock/held': {
    argv: ['build'],
    before: ({ root }) =>
      takeLock({ out: join(root, 'dist'), now: AT_NOON, pid: 4711, host: 'may-thu', user: 'lan', alive: () => true }),
    options: () => ({ alive: () => true, now: AT_NOON + 1000 }),
    at: '',
    scene: {
      vi: 'Chị Lan đang xuất trang cùng lúc trên máy ấy.',
      en: 'Lan is building on the same machine at the same time.',
    },
  },
  'cache/dropped': {
    before: async (one) => {
      await run(['check'], { cwd: one.root })
      writeFileSync(join(one.root, '.tx-portal/cache/parsed'), 'hỏng')
    },
    at: '',
    scene: {
      vi: 'Một tệp trong `.tx-portal/cache` bị hỏng, chẳng hạn sau khi mất điện.',
      en: 'A file in `.tx-portal/cache` is damaged, for example after a power cut.',
    },
  },
  'cache/unwritable': {
    files: { '.tx-portal': 'x' },
    at: '',
    scene: {
      vi: 'Đúng chỗ thư mục `.tx-portal` lại có một tệp tên như vậy.',
      en: 'A file stands where the folder `.tx-portal` should be.',
    },
  },
  'source/changing': {
    argv: ['build', '--verbose'],
    files: {
      [AT]: text('attachments:\n  - {src: ke-hoach.pdf, title: Kế hoạch số 12}'),
      [`${FOLDER}/ke-hoach.pdf`]: `%PDF-1.4${'x'.repeat(300_000)}`,
    },
    options: ({ root }) => ({ onNote: () => appendFileSync(join(root, FOLDER, 'ke-hoach.pdf'), 'x') }),
    at: '',
    scene: {
      vi: 'Tệp `ke-hoach.pdf` đang được chép từ mạng về trong lúc xuất trang.',
      en: '`ke-hoach.pdf` is still being copied from the network during the build.',
    },
  },
}
