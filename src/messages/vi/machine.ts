import type { Codes } from '../../core/codes.ts'
import { amount, line, quote, typed, withLines } from '../quote.ts'
import { type DiskTrouble, diskTrouble } from '../trouble.ts'
import type { Area } from '../words.ts'

const refusals: { readonly [W in Codes['out/refused']['why']]: string } = {
  root: 'đó là thư mục gốc của cổng',
  around: 'đó là thư mục bên ngoài, chứa cả cổng',
  content: 'ở đó có bài viết của anh/chị',
  templates: 'ở đó có mẫu trang',
  system: 'đó là thư mục của hệ thống',
  file: 'đó là một tệp, không phải thư mục',
  foreign: 'thư mục ấy đã có tệp không do tx-portal làm ra',
  link: 'đó là lối tắt dẫn đi nơi khác',
}

const troubles: { readonly [T in DiskTrouble]: string } = {
  denied: 'không có quyền ghi',
  busy: 'phần mềm khác đang giữ tệp',
  gone: 'tệp hoặc thư mục không còn nữa',
  folder: 'có thư mục ở chỗ cần một tệp (hoặc ngược lại)',
  name: 'tên tệp quá dài hoặc có ký tự lạ',
  many: 'máy đang mở quá nhiều tệp',
  loop: 'lối tắt dẫn vòng trở lại chính nó',
  broken: 'ổ đĩa báo hỏng',
  'read-only': 'ổ đĩa chỉ cho đọc',
  large: 'tệp quá lớn (trên 2 GB)',
  other: 'máy báo trục trặc',
}

const kept =
  'Những gì đã có từ trước vẫn dùng được, không có tệp nào bị ghi dở; chạy lại thì phần còn thiếu sẽ được làm nốt.'

/** The published folder, the disk, and other runs. */
export const machine: Area<'out' | 'disk' | 'lock' | 'cache' | 'source'> = {
  'out/refused': ({ out, why }) => ({
    what: `Không xuất trang vào ${quote(out)} được: ${refusals[why]}.`,
    why: 'Xuất vào đó có thể đè mất tệp của anh/chị; chưa có gì bị ghi hay xóa.',
    remedy: withLines(
      why === 'foreign'
        ? 'Nếu mọi thứ trong đó là bản xuất cũ của chính cổng này mà danh sách “manifest.sha256” bị mất thì xóa thư mục ấy rồi xuất lại. Nếu không, chọn một thư mục trống hoặc chưa có, ví dụ:'
        : 'Chọn một thư mục trống hoặc chưa có, ví dụ:',
      `npx tx-portal build --out ${/(^|[\\/])dist[\\/]*$/.test(out) ? 'dist-moi' : 'dist'}`,
    ),
  }),
  'out/foreign-file': ({ path }) => ({
    what: `Tệp ${quote(path)} không do tx-portal làm ra nhưng nằm đúng chỗ một trang sắp xuất.`,
    why: 'Tệp lạ không bao giờ bị đè hay xóa; chưa có gì thay đổi.',
    remedy:
      'Chuyển tệp ấy đi nơi khác; nếu muốn đăng nguyên như vậy thì đặt nó vào content/static. Nếu đó đúng là trang của cổng này thì xóa cả thư mục xuất (thứ gì tự anh/chị để vào đó thì chuyển ra trước): chương trình sẽ làm lại tất cả.',
  }),
  'out/record': ({ out }) => ({
    what: `Tệp ${quote('manifest.sha256')} trong ${quote(out)} đã hỏng, không còn biết tệp nào do tx-portal làm ra.`,
    why: 'Tệp lạ không bao giờ bị đè hay xóa; chưa có gì thay đổi.',
    remedy: `Chuyển những gì tự anh/chị để vào ${quote(out)} ra nơi khác, xóa thư mục ấy rồi xuất lại: mọi thứ trong đó được làm lại từ nội dung của cổng.`,
  }),
  'out/other-portal': ({ out, before, removed }) => ({
    what: `Trong ${quote(out)} là một cổng khác: trong ${amount(before, 'vi')} trang ở đó, lần xuất này sẽ xóa mất ${amount(removed, 'vi')} trang.`,
    why: 'Mỗi cổng cần một thư mục xuất riêng; chưa có gì thay đổi.',
    remedy: withLines(
      'Nếu không cần cổng cũ nữa thì xóa thư mục của nó trước. Nếu còn cần, chọn thư mục khác, ví dụ:',
      'npx tx-portal build --out dist-moi',
    ),
  }),
  'out/edited': ({ path, more }) => ({
    what: `Tệp ${quote(path)}${more === 0 ? '' : ` và ${amount(more, 'vi')} tệp khác`} trong thư mục xuất đã bị sửa từ lần xuất trước; lần này đã ghi lại cho đúng.`,
    why: 'Chỉ tx-portal được ghi vào thư mục xuất. Nếu không ai trong cơ quan sửa thì có thể cổng đã bị kẻ gian chèn nội dung.',
    remedy:
      'Hỏi người quản trị xem ai đã sửa. Nếu không rõ, hãy đổi mật khẩu máy chủ, báo cho đơn vị phụ trách an toàn thông tin và xem lại toàn bộ thư mục trên máy chủ. Muốn sửa trang thì sửa bài trong “content”.',
  }),
  'out/stranger': ({ path, more }) => ({
    what: `Trong thư mục xuất có ${quote(path)}${more === 0 ? '' : ` và ${amount(more, 'vi')} tệp, thư mục khác`} không do tx-portal làm ra.`,
    why: 'Những tệp này cũng được đưa lên mạng cùng cổng. Kẻ gian hay để trang cờ bạc, mã độc ở đây.',
    remedy:
      'Mở ra xem. Không phải của cơ quan thì xóa đi và báo cho người quản trị máy chủ. Nếu là tệp cần đăng thì chuyển vào “content/static” để chương trình đăng cùng cổng.',
  }),
  'out/differs': ({ path, more, cache }) => ({
    what: `Dựng lại cổng từ đầu thì ra khác tệp ${quote(path)} đang nằm trong thư mục xuất${more === 0 ? '' : ` (và ${amount(more, 'vi')} tệp khác)`}.`,
    why: 'Có người hoặc phần mềm khác đã sửa tệp đã xuất, hoặc phần ghi nhớ của tx-portal bị sai; người đọc có thể đang thấy trang không đúng.',
    remedy: withLines(
      `Xóa thư mục ${cache === null ? '“.tx-portal” của cổng' : quote(cache)} rồi xuất lại, mọi trang sẽ được làm mới (nếu vẫn còn, hãy báo cho nhóm làm tx-portal):`,
      line(`npx tx-portal build --verify${cache === null ? '' : ` --cache-dir ${typed(cache)}`}`),
    ),
  }),
  'out/beside': ({ path, why }) =>
    why === 'foreign'
      ? {
          what: `Tệp ${quote(path)} không do tx-portal làm ra nên được để nguyên; phần khai báo cho nginx của cổng chưa được ghi.`,
          why: 'Cổng vẫn được xuất đủ, chỉ thiếu tệp này.',
          remedy:
            'Đổi tên tệp ấy rồi chạy lại; nếu không dùng nginx thì bỏ “nginx” ở mục “hosting” của content/portal.yml.',
        }
      : {
          what: `Máy không cho ghi tệp ${quote(path)}, là phần khai báo cho nginx đặt cạnh các trang đã xuất.`,
          why: 'Cổng vẫn được xuất đủ, chỉ thiếu tệp này.',
          remedy:
            'Cho phép ghi vào thư mục chứa tệp ấy; nếu không dùng nginx thì bỏ “nginx” ở mục “hosting” của content/portal.yml.',
        },
  'disk/full': ({ path }) => ({
    what: `Ổ đĩa đã đầy, không ghi được ${quote(path)}.`,
    why: kept,
    remedy: 'Dọn bớt ổ đĩa (kể cả Thùng rác) rồi chạy lại.',
  }),
  'disk/denied': ({ path }) => ({
    what: `Không có quyền ghi vào ${quote(path)}.`,
    why: kept,
    remedy: 'Đóng phần mềm đang mở tệp trong thư mục ấy; nếu vẫn vậy, nhờ người quản trị máy cấp quyền ghi.',
  }),
  'disk/failed': ({ path, detail }) => {
    const trouble = diskTrouble(detail)
    return {
      what: `Không ghi được ${quote(path)}: ${trouble === 'other' ? `${troubles.other} ${quote(detail)}` : troubles[trouble]}.`,
      why: kept,
      remedy: 'Chạy lại; nếu vẫn vậy, thử thư mục ở ổ đĩa khác hoặc nhờ người quản trị máy xem giúp.',
    }
  },
  'lock/held': ({ host, user, pid, since, file }) => ({
    what: `Đang có lần xuất trang khác chạy trên máy ${quote(host)} (người dùng ${quote(user)}, số tiến trình ${pid}, bắt đầu lúc ${quote(since)}).`,
    why: 'Hai lần cùng ghi vào một thư mục sẽ làm hỏng trang.',
    remedy: `Chờ lần ấy xong rồi chạy lại, hoặc dừng nó bằng Ctrl+C ở cửa sổ đang chạy. Nếu chắc chắn không còn lần nào đang chạy (như sau khi mất điện), xóa tệp ${quote(file)} rồi chạy lại.`,
  }),
  'cache/dropped': ({ what }) => ({
    what: `Một phần bộ nhớ đệm (${quote(what)}) bị hỏng nên đã bỏ đi và làm lại.`,
    why: 'Trang xuất ra vẫn đúng, chỉ lâu hơn một chút.',
    remedy: 'Anh/chị không cần làm gì. Nếu gặp nhiều lần, nhờ người kiểm tra ổ đĩa.',
  }),
  'cache/unwritable': ({ path }) => ({
    what: `Không ghi được bộ nhớ đệm ở ${quote(path)}.`,
    why: 'Trang xuất ra vẫn đúng, chỉ là lần sau không nhanh hơn.',
    remedy: 'Xem ổ đĩa còn chỗ không và có quyền ghi vào thư mục ấy không.',
  }),
  'source/changing': ({ path }) => ({
    what: `Tệp ${quote(path)} liên tục thay đổi trong lúc xuất trang.`,
    why: 'Nếu đăng lúc này, bài có thể mới được một nửa.',
    remedy: 'Lưu và đóng tệp, chờ sao chép hoặc đồng bộ xong rồi chạy lại.',
  }),
}
