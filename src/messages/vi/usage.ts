import { line, quote, withLines } from '../quote.ts'
import type { Area } from '../words.ts'

const maybe = (nearest: string | null): string => (nearest === null ? '' : ` Có phải ý anh/chị là ${quote(nearest)}?`)

/** The command line. */
export const usage: Area<'usage' | 'why' | 'serve'> = {
  'usage/unknown-command': ({ given, nearest }) => ({
    what: `Không có lệnh ${quote(given)}.${maybe(nearest)}`,
    remedy: withLines('Xem các lệnh bằng:', 'tx-portal --help'),
  }),
  'usage/unknown-option': ({ given, nearest }) => ({
    what: `Không có tùy chọn ${quote(given)}.${maybe(nearest)}`,
    remedy: 'Thêm “--help” vào sau lệnh để xem các tùy chọn.',
  }),
  'usage/missing-argument': ({ name }) => ({
    what: `Lệnh còn thiếu ${quote(name)}.`,
    remedy: 'Thêm “--help” vào sau lệnh để xem cách viết và ví dụ.',
  }),
  'usage/option-argument': ({ name, given, expected }) => ({
    what: `Tùy chọn ${quote(name)} không nhận giá trị ${quote(given)}.`,
    remedy: `Giá trị đúng có dạng: ${quote(expected)}.`,
  }),
  'usage/too-many': ({ given }) => ({
    what: `Lệnh này không nhận thêm ${quote(given)}.`,
    remedy: 'Bỏ phần thừa; nếu tên có dấu cách thì đặt cả tên trong ngoặc kép.',
  }),
  'usage/node': ({ given, needed }) => ({
    what: `Máy đang dùng Node ${quote(given)}, nhưng tx-portal cần từ bản ${quote(needed)} trở lên.`,
    remedy: withLines('Cài bản LTS mới nhất của Node từ trang:', 'https://nodejs.org/'),
  }),
  'usage/not-a-portal': ({ folder }) => ({
    what: `Thư mục ${quote(folder)} không phải là thư mục của cổng (không có tệp “content/portal.yml”).`,
    remedy: withLines(
      'Chuyển tới đúng thư mục, hoặc chỉ thư mục của cổng bằng lệnh thứ nhất; muốn bắt đầu một cổng mới thì dùng lệnh thứ hai:',
      'tx-portal build --root "đường dẫn tới thư mục của cổng"',
      'tx-portal init cong-moi',
    ),
  }),
  'usage/not-empty': ({ folder, file }) => ({
    what: `Thư mục ${quote(folder)} đã có ${quote(file)}, nên không tạo cổng mới vào đó.`,
    why: 'Như vậy không có tệp nào của anh/chị bị đè.',
    remedy: withLines('Chọn một thư mục trống hoặc chưa có:', 'tx-portal init cong-moi'),
  }),
  'why/unknown': ({ given, nearest }) => ({
    what: `Không có trang hay tệp nào là ${quote(given)}.${maybe(nearest)}`,
    remedy: withLines(
      'Đưa vào địa chỉ trên cổng hoặc đường dẫn của tệp, ví dụ:',
      line(`tx-portal why ${nearest ?? '/2023/hoi-nghi-tong-ket/'}`),
    ),
  }),
  'serve/port': ({ port }) => ({
    what: `Số cổng mạng ${port} đang có chương trình khác dùng.`,
    remedy: withLines(
      'Hãy mở đúng địa chỉ xem thử mà chương trình in ra. Muốn tự chọn số khác thì chạy, ví dụ:',
      `tx-portal serve --port ${port < 65_000 ? port + 100 : 4100}`,
    ),
  }),
}
