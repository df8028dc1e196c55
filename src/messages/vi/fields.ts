import type { FieldKind } from '../../core/codes.ts'
import {
  amount,
  isFarYear,
  isItem,
  lastKey,
  line,
  pair,
  quote,
  quoteList,
  wholeYear,
  withLines,
  withPlaces,
} from '../quote.ts'
import type { Area } from '../words.ts'
import { withField, withItem } from './offer.ts'

const kinds: { readonly [K in FieldKind]: string } = {
  text: 'một dòng chữ',
  byline: 'tên người, phần việc (nếu có) ghi sau tên',
  list: 'một danh sách',
  map: 'một nhóm gồm nhiều dòng “tên mục: nội dung”',
  'yes-no': '“true” (có) hoặc “false” (không)',
  number: 'một con số',
  url: 'một địa chỉ trang đầy đủ, bắt đầu bằng “https://”',
  host: 'tên một trang như “thanhhoa.gov.vn”, không có đường dẫn và dấu “*”',
  origin: 'tên một máy chủ viết đủ “https://” và không có đường dẫn, như “https://dem.tinh.gov.vn”',
  mail: 'một địa chỉ thư điện tử như “ubnd@xa.tinh.gov.vn”',
  color: 'một mã màu như “#b3131b”',
  id: 'một mã gồm chữ thường không dấu, chữ số và dấu gạch nối',
  address: 'một địa chỉ trên cổng (bắt đầu bằng “/”) hoặc địa chỉ trang đầy đủ (bắt đầu bằng “https://”)',
}

const dateForms =
  'Viết bằng số, theo một trong các cách: 13/01/2023, 13-01-2023 hoặc 2023-01-13; cần giờ thì viết thêm 16:20 hoặc 16h20. Ví dụ:'

const shown = (pasted: string): string => withPlaces(pasted, '[điền: …]')

/** The line of a day that is certain, though it was not written as days are. */
const mended = (key: string, meant: string): string =>
  withLines(
    'Viết ngày trước, rồi tháng, rồi năm; giờ từ 00 đến 23. Nếu đúng ý thì sửa thành:',
    line(`${lastKey(key)}: ${meant}`),
  )

/** What stands in a field, and what deserves a second look. */
export const fields: Area<'accept' | 'field' | 'date' | 'title' | 'summary'> = {
  'field/unknown': ({ key, nearest, free, where, pasted }) =>
    nearest === null
      ? {
          what: `Không có mục nào tên là ${quote(key)}.`,
          why: 'Mục sai tên sẽ không có tác dụng gì, nên cần anh/chị xem lại.',
          remedy: free
            ? 'Xóa dòng này. Nếu là thông tin riêng để mẫu trang dùng thì chuyển xuống dưới mục “extra” của bài.'
            : where === 'line'
              ? 'Xóa mục này, hoặc xem lại tên mục trong tài liệu của cổng.'
              : "Xóa mục này. Nếu đó là một phần của câu có dấu phẩy nằm trong ngoặc {…} thì đặt cả câu trong dấu nháy, như “purpose: 'Tin, báo cáo'”.",
        }
      : {
          what: `Không có mục nào tên là ${quote(key)}. Có phải ý anh/chị là ${quote(nearest)}?`,
          why: 'Mục sai tên sẽ không có tác dụng gì, nên cần anh/chị xem lại.',
          remedy:
            pasted === null
              ? `Đổi tên mục thành ${quote(nearest)}, hoặc xóa dòng này nếu không cần.`
              : withLines(
                  'Bài đứng đầu trang chủ đến hết ngày ghi ở mục này. Xem lại ngày rồi sửa dòng này thành:',
                  line(pasted),
                ),
        },
  'field/missing': ({ key, example, inside }) => ({
    what:
      inside?.of == null ? `Còn thiếu mục ${quote(key)}.` : `Trong mục ${quote(inside.of)} còn thiếu ${quote(key)}.`,
    remedy:
      inside === null
        ? withLines('Thêm một dòng như sau rồi sửa cho đúng:', line(shown(pair(key, example))))
        : withLines(
            inside.beside === null
              ? 'Thay cả phần trong ngoặc nhọn {…} ở dòng này (kể cả hai dấu ngoặc) bằng phần sau rồi sửa cho đúng:'
              : `Thêm dòng sau ngay dưới dòng này, thẳng hàng với chữ ${quote(inside.beside)}, rồi sửa cho đúng:`,
            line(shown(inside.pasted)),
          ),
  }),
  'field/empty': ({ key, example }) => ({
    what: `Mục ${quote(key)} còn để trống.`,
    remedy: withLines('Điền nội dung, ví dụ:', line(shown(pair(key, example)))),
  }),
  'field/type': ({ key, expected, given, example }) => ({
    what:
      given.trim() === ''
        ? `Mục ${quote(key)} phải là ${kinds[expected]}.`
        : `Mục ${quote(key)} phải là ${kinds[expected]}, nhưng đang là ${quote(given)}.`,
    remedy: withLines(
      isItem(example) ? 'Viết lại dòng này, ví dụ:' : 'Viết lại, ví dụ:',
      line(shown(pair(key, example))),
    ),
  }),
  'field/value': ({ key, given, allowed }) => ({
    what: `Mục ${quote(key)} không nhận giá trị ${quote(given)}.`,
    remedy:
      allowed.length === 0
        ? 'Xóa dòng này, hoặc hỏi người quản trị cổng xem nên ghi gì.'
        : `Chọn một trong các giá trị: ${quoteList(allowed)}.`,
  }),
  'accept/unknown': ({ given, nearest }) => ({
    what: `Không có mã cảnh báo nào tên là ${quote(given)}.${nearest === null ? '' : ` Có phải ý anh/chị là ${quote(nearest)}?`}`,
    why: 'Mã viết sai thì không bỏ qua được cảnh báo nào.',
    remedy:
      nearest === null
        ? 'Xóa mã này, hoặc chép đúng mã ở cuối dòng đầu của cảnh báo, như “words/spacing”.'
        : withLines('Nếu đúng thì sửa mã thành:', line(nearest)),
  }),
  'date/form': ({ key, given, meant }) => ({
    what: isFarYear(given)
      ? `Năm của ngày ${quote(given)} ở mục ${quote(key)} phải từ 1900 đến 2199.`
      : `Chưa hiểu ngày ${quote(given)} ở mục ${quote(key)}.`,
    remedy: meant === null ? withLines(dateForms, line(`${lastKey(key)}: 13/01/2023`)) : mended(key, meant),
  }),
  'date/no-such-day': ({ key, given, meant }) => ({
    what: `Ngày ${quote(given)} ở mục ${quote(key)} không có trong lịch.`,
    remedy:
      meant === null
        ? withLines('Xem lại, ngày viết trước, tháng viết sau. Ví dụ:', line(`${lastKey(key)}: 13/01/2023`))
        : mended(key, meant),
  }),
  'date/no-such-time': ({ key, given }) => ({
    what: `Giờ trong ${quote(given)} ở mục ${quote(key)} không có trên đồng hồ.`,
    remedy: withLines('Giờ từ 00 đến 23, phút từ 00 đến 59. Ví dụ:', line(`${lastKey(key)}: 13/01/2023 16:20`)),
  }),
  'date/short-year': ({ key, given }) => ({
    what: `Năm trong ${quote(given)} ở mục ${quote(key)} mới viết hai chữ số.`,
    why: 'Nhiều năm sau, người đọc không biết là năm nào.',
    remedy: withLines('Viết đủ bốn chữ số của năm:', line(`${lastKey(key)}: ${wholeYear(given)}`)),
  }),
  'date/order': ({ first, second }) => ({
    what: `Thời điểm ghi ở ${quote(first)}${first === 'date' ? ' (ngày của bài)' : ''} lại sau thời điểm ghi ở ${quote(second)}.`,
    remedy: `Xem lại hai ngày giờ, sửa sao cho ${quote(first)} trước ${quote(second)}.`,
  }),
  'date/ahead': ({ key, given }) => ({
    what: `Ngày ${quote(given)} ghi ở ${quote(key)} chưa tới.`,
    why: 'Việc cập nhật, đính chính, thu hồi bài có hiệu lực ngay khi xuất trang, không đợi đến ngày ghi; bạn đọc thấy một ngày chưa tới.',
    remedy: 'Xem lại ngày, tháng, năm. Nếu muốn đến hôm ấy mới làm thì bỏ dòng này, đến hôm ấy hãy ghi.',
  }),
  'date/review': ({ given }) => ({
    what: `Trang này hẹn xem lại trước hết ngày ${quote(given)}, nay đã qua.`,
    why: 'Trang giới thiệu, liên hệ, bộ máy hay cũ đi mà không ai để ý; thông tin thay đổi thì phải sửa ngay.',
    remedy:
      'Đọc lại trang, sửa chỗ đã thay đổi, rồi ghi vào “reviewBy” ngày hẹn lần sau (không hẹn nữa thì xóa dòng ấy).',
  }),
  'date/year': ({ given, folder, meant }, there) => ({
    what: `Ngày của bài là ${quote(given)}, nhưng bài nằm trong thư mục năm ${quote(folder)}.`,
    why: 'Đầu năm dễ gõ nhầm năm cũ; năm có trong địa chỉ của bài, đã đăng thì giữ mãi.',
    remedy: withItem(
      `Nếu nhầm năm thì sửa thành ${quote(`date: ${meant}`)}; nếu đúng ngày thì chuyển bài sang thư mục của năm ấy. Muốn để nguyên,`,
      'accept',
      'date/year',
      there,
    ),
  }),
  'title/long': ({ length, max }, there) => ({
    what: `Tiêu đề dài ${amount(length, 'vi')} ký tự, nên gọn trong khoảng ${amount(max, 'vi')} ký tự.`,
    why: 'Tiêu đề dài bị cắt bớt trên điện thoại và trên trang tìm kiếm.',
    remedy: withField(
      'Có thể giữ nguyên tiêu đề mà đặt một tiêu đề ngắn để dùng trong danh sách.',
      'Thêm dòng:',
      "shortTitle: '[điền: tiêu đề ngắn của bài]'",
      there,
    ),
  }),
  'summary/long': ({ length, max }, there) => ({
    what: `Lời tóm tắt dài ${amount(length, 'vi')} ký tự, nên gọn trong ${amount(max, 'vi')} ký tự.`,
    why: 'Lời tóm tắt dài bị cắt bớt trong danh sách bài và khi chia sẻ qua Zalo, Facebook.',
    remedy: withItem('Rút lại còn một, hai câu. Nếu đã xem và muốn giữ nguyên,', 'accept', 'summary/long', there),
  }),
  'summary/like-title': ({ percent }, there) => ({
    what: `Lời tóm tắt gần như nhắc lại tiêu đề (${percent} % số chữ đã có trong tiêu đề).`,
    why: 'Hai dòng này đứng liền nhau, bạn đọc đọc hai lần mà không biết thêm gì.',
    remedy: withItem(
      'Viết điều tiêu đề chưa nói: ai, ở đâu, kết quả ra sao. Nếu đã xem và muốn giữ nguyên,',
      'accept',
      'summary/like-title',
      there,
    ),
  }),
  'summary/missing': (_, there) => ({
    what: 'Bài chưa có lời tóm tắt (sapo).',
    why: 'Lời tóm tắt hiện trong danh sách bài và khi chia sẻ bài qua Zalo, Facebook.',
    remedy: withField(
      '',
      'Thêm một, hai câu vào phần khai báo đầu bài:',
      "summary: '[điền: ai làm gì, ở đâu, khi nào, kết quả ra sao]'",
      there,
    ),
  }),
}
