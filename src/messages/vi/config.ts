import { amount, lastKey, line, pair, quote, quoteList, shorten, withLines } from '../quote.ts'
import type { Area } from '../words.ts'

/** What must stand in the footer of a state portal, by the last name of its key. */
const contacts: { readonly [key: string]: string } = {
  name: 'tên cơ quan',
  person: 'người chịu trách nhiệm',
  address: 'địa chỉ cơ quan',
  phone: 'số điện thoại',
  email: 'thư điện tử',
}

/** What a register calls its entries; other words stand as they are, in quotes. */
const things: { readonly [what: string]: string } = {
  id: 'Mã',
  name: 'Tên',
  alias: 'Tên gọi khác',
  category: 'Chuyên mục',
  unit: 'Đơn vị',
  author: 'Tác giả',
  term: 'Chữ viết tắt',
}

const named = (table: { readonly [key: string]: string }, key: string): string =>
  Object.hasOwn(table, key) ? (table[key] ?? quote(key)) : quote(key)

const uses = {
  banner: 'chữ trắng ở đầu trang',
  links: 'chữ của các liên kết',
  'links-dark': 'chữ của các liên kết trên nền tối',
}

/** portal.yml and the registers. */
export const config: Area<'config' | 'register' | 'category'> = {
  'config/missing': ({ file }) => ({
    what: `Chưa có tệp ${quote(file)}.`,
    why: 'Thiếu tệp này thì chưa biết tên, địa chỉ và các chuyên mục của cổng.',
    remedy: withLines(
      'Chép lại tệp từ bản lưu; nếu chưa có bao giờ, tạo một cổng mẫu ở thư mục khác rồi chép sang:',
      'npx tx-portal init cong-mau',
    ),
  }),
  'config/version': ({ given }) => ({
    what: `Mục “version” đang là ${quote(given)}, nhưng chương trình này chỉ đọc được phiên bản “1”.`,
    remedy: withLines(
      'Sửa dòng này như sau; nếu tệp thật sự viết cho bản mới hơn thì cập nhật tx-portal:',
      'version: 1',
    ),
  }),
  'config/base-url': ({ given }) => ({
    what: `${quote(given)} ở mục “baseUrl” chưa phải là địa chỉ đầy đủ của cổng.`,
    why: 'Địa chỉ này đi vào mọi liên kết khi bài được chia sẻ.',
    remedy: withLines(
      'Viết đủ từ “https://”, không có dấu “?” hay “#”, ví dụ:',
      'baseUrl: https://thoxuan.example.vn/',
    ),
  }),
  'config/zone': ({ given }) => ({
    what: `Không có múi giờ nào tên là ${quote(given)}.`,
    remedy: withLines('Giờ Việt Nam viết là:', 'timeZone: Asia/Ho_Chi_Minh'),
  }),
  'config/permalink': ({ given, why }) =>
    why === 'reserved'
      ? {
          what: `Khuôn địa chỉ ${quote(given)} ở mục “permalink” bắt đầu bằng một tên mà cổng dùng cho trang của mình.`,
          remedy: withLines('Chọn một tên khác cho phần đầu, hoặc dùng khuôn thường dùng:', 'permalink: /:year/:slug/'),
        }
      : {
          what: `Khuôn địa chỉ ${quote(given)} ở mục “permalink” chưa đúng.`,
          remedy: withLines(
            'Khuôn bắt đầu bằng “/”, kết thúc bằng “:slug/”, ở giữa có thể dùng “:year”, “:month”, “:day”, “:category”. Ví dụ:',
            'permalink: /:year/:slug/',
          ),
        },
  'config/hsts': ({ baseUrl }) => ({
    what: `Mục “hosting.hsts” đang bật nhưng địa chỉ cổng là ${quote(baseUrl)}, không bắt đầu bằng “https://”.`,
    why: 'Cổng chưa chạy bằng https mà buộc trình duyệt chỉ dùng https thì bạn đọc không vào được, nên mục này chưa được dùng.',
    remedy:
      'Khi máy chủ đã có https, sửa “baseUrl” trong content/portal.yml thành “https://…”; nếu chưa thì bỏ “hsts: true”.',
  }),
  'config/menu-depth': () => ({
    what: 'Danh mục chỉ có hai cấp: dưới một mục con không đặt thêm mục con.',
    why: 'Ba cấp thì khó bấm trên điện thoại và khó đi bằng bàn phím.',
    remedy: 'Đưa các mục này lên cùng cấp với mục con ấy, hoặc dẫn mục con ấy tới một trang có các liên kết này.',
  }),
  'config/contrast': ({ given, what, ratio, needed, nearest }) => ({
    what: `Màu ${quote(given)} khiến ${uses[what]} khó đọc: độ tương phản chỉ ${amount(ratio, 'vi')}, cần ít nhất ${amount(needed, 'vi')}.`,
    why: 'Người mắt kém, người xem điện thoại ngoài nắng sẽ không đọc được.',
    remedy: withLines('Màu gần nhất mà ai cũng đọc được:', line(`primary: '${nearest}'`)),
  }),
  'config/contact': ({ key }) => ({
    what: `Chân trang còn thiếu ${named(contacts, lastKey(key))}.`,
    why: 'Chân trang của cổng cơ quan nhà nước cần có tên cơ quan, người chịu trách nhiệm, địa chỉ, điện thoại và thư điện tử.',
    remedy: `Điền mục ${quote(key)} trong tệp content/portal.yml.`,
  }),
  'config/placeholder': ({ key, given }) => ({
    what: `Mục ${quote(key)} vẫn còn lời mẫu ${quote(given)}.`,
    why: 'Lời mẫu không được để lọt ra trang cho bạn đọc thấy.',
    remedy: 'Thay lời mẫu bằng thông tin thật của cơ quan rồi chạy lại.',
  }),
  'register/duplicate': ({ what, given, first }) => ({
    what: `${named(things, what)} ${quote(given)} bị trùng; đã có ở ${/^\d+$/.test(first) ? `dòng ${first}` : quote(first)}.`,
    why: 'Trùng như vậy thì không biết bài đang nói đến mục nào.',
    remedy: 'Giữ lại một chỗ; chỗ kia xóa đi hoặc đổi tên.',
  }),
  'register/unknown': ({ key, given, nearest, file }) =>
    nearest === null
      ? {
          what: `Chưa có ${quote(given)} (ở mục ${quote(key)}) trong danh sách ${quote(file)}.`,
          remedy: `Xem lại cách viết, hoặc bổ sung vào danh sách ${quote(file)}.`,
        }
      : {
          what: `Chưa có ${quote(given)} (ở mục ${quote(key)}) trong danh sách ${quote(file)}. Có phải ý anh/chị là ${quote(nearest)}?`,
          // Beside one author there may be others on the line.
          remedy:
            key === 'authors'
              ? `Nếu đúng thì sửa thành ${quote(nearest)}; nếu không thì bổ sung vào danh sách ${quote(file)}, hoặc viết hẳn họ tên: “Lê Thơ”.`
              : withLines(
                  `Nếu đúng thì viết như sau; nếu không thì bổ sung vào danh sách ${quote(file)}:`,
                  line(pair(key, nearest)),
                ),
        },
  'register/circle': ({ key, given }) => ({
    what: `Mục ${quote(key)} của ${quote(given)} dẫn vòng trở lại chính nó.`,
    remedy: `Sửa mục ${quote(key)} để không mục nào dẫn về chính nó.`,
  }),
  'register/no-acronym': ({ given }) => ({
    what: `Chữ viết tắt ${quote(given)} sẽ không được giải nghĩa trong bài nào.`,
    why: 'Chương trình chỉ nhận ra chữ viết tắt có một từ mang ít nhất hai chữ in hoa, như “UBND”, “TT&DL”, “Ban CHQS”.',
    remedy: 'Viết mục “short” đúng như chữ viết tắt trong bài; nếu không dùng nữa thì xóa mục này.',
  }),
  'category/unknown': ({ given, nearest, nearestName, known }) => ({
    what:
      nearest === null
        ? `Chưa có chuyên mục ${quote(given)}.`
        : `Chưa có chuyên mục ${quote(given)}. Có phải ý anh/chị là ${quote(nearest)}${nearestName === null ? '' : ` (${shorten(nearestName)})`}?`,
    why: 'Bài chưa thể đăng vì chưa rõ thuộc chuyên mục nào.',
    remedy:
      nearest !== null || known.length === 0
        ? 'Xem danh sách trong tệp content/categories.yml.'
        : `Chọn một chuyên mục đang có: ${quoteList(known)} – xem tệp content/categories.yml.`,
  }),
}
