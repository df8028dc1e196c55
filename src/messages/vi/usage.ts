import { line, quote, typed, withLines } from '../quote.ts'
import type { Area } from '../words.ts'

const maybe = (nearest: string | null): string => (nearest === null ? '' : ` Có phải ý anh/chị là ${quote(nearest)}?`)

/** What the words of `tx-portal list` choose. */
const meaning: { readonly [word: string]: string } = {
  drafts: ' (bản nháp)',
  scheduled: ' (hẹn giờ đăng)',
  expired: ' (đã hết hạn)',
  all: ' (tất cả)',
}

/** The command line. */
export const usage: Area<'usage' | 'new' | 'eject' | 'why'> = {
  'usage/unknown-command': ({ given, nearest }) => ({
    what: `Không có lệnh ${quote(given)}.${maybe(nearest)}`,
    remedy: withLines('Xem các lệnh bằng:', 'npx tx-portal --help'),
  }),
  'usage/unknown-option': ({ given, nearest }) => ({
    what: `Không có tùy chọn ${quote(given)}.${maybe(nearest)}`,
    remedy: 'Thêm “--help” vào sau lệnh để xem các tùy chọn.',
  }),
  'usage/missing-argument': ({ name }) => ({
    what: name === 'target' ? 'Lệnh còn thiếu địa chỉ của trang hoặc tên tệp.' : `Lệnh còn thiếu ${quote(name)}.`,
    remedy: 'Thêm “--help” vào sau lệnh để xem cách viết và ví dụ.',
  }),
  'usage/option-argument': ({ name, given, expected }) => ({
    what:
      name !== 'folder'
        ? `Tùy chọn ${quote(name)} không nhận giá trị ${quote(given)}.`
        : given.trim() === ''
          ? 'Tên thư mục đang để trống.'
          : `Không dùng được tên thư mục ${quote(given)}.`,
    remedy: `Giá trị đúng có dạng: ${quote(expected)}.`,
  }),
  'usage/no-such-time': ({ name, given, why }) => ({
    what: {
      day: `Ngày ${quote(given)} ghi sau ${quote(name)} không có trong lịch.`,
      time: `Giờ trong ${quote(given)} ghi sau ${quote(name)} không có trên đồng hồ.`,
      'short-year': `Năm trong ${quote(given)} ghi sau ${quote(name)} mới viết hai chữ số.`,
    }[why],
    remedy: withLines(
      'Ngày viết trước, tháng viết sau, năm đủ bốn chữ số; cần giờ thì đặt cả ngày giờ trong ngoặc kép, ví dụ:',
      line(`${name} 28/02/2025`),
      line(`${name} "28/02/2025 16:20"`),
    ),
  }),
  'usage/not-together': ({ idle, because }) => ({
    what: `Không dùng ${quote(idle)} cùng với ${quote(because)} được.`,
    why: `Với ${quote(because)} không có trang nào được ghi ra, nên ${quote(idle)} không có gì để xem lại.`,
    remedy: `Bỏ một trong hai tùy chọn rồi chạy lại.`,
  }),
  'usage/unknown-word': ({ given, nearest, known }) => ({
    what: `Lệnh này không hiểu chữ ${quote(given)}.${maybe(nearest)}`,
    remedy: withLines(
      `Chọn một trong các chữ: ${known.map((word) => `${quote(word)}${meaning[word] ?? ''}`).join(', ')}. Ví dụ:`,
      line(`npx tx-portal list ${nearest ?? known[0] ?? ''}`),
    ),
  }),
  'usage/no-such-path': ({ given, nearest, outside }) =>
    outside
      ? {
          what: `${quote(given)} nằm ngoài thư mục của cổng.`,
          why: 'Lệnh này chỉ xem những gì của cổng.',
          remedy: withLines('Chỉ tệp hoặc thư mục của cổng, ví dụ:', 'npx tx-portal check content/bulletins/2023'),
        }
      : {
          what: `Không có tệp hay thư mục nào là ${quote(given)}.${maybe(nearest)}`,
          remedy: withLines(
            'Xem lại đường dẫn; tên có dấu cách thì đặt trong ngoặc kép. Ví dụ:',
            line(`npx tx-portal check ${typed(nearest ?? 'content/bulletins/2023')}`),
          ),
        },
  'usage/no-folder': ({ folder, file }) => ({
    what: `Không có thư mục ${quote(folder)} để ghi tệp ${quote(file)} vào.`,
    why: 'Thư mục không được tự tạo ra, để gõ nhầm thì tệp không lạc vào chỗ khác; chưa có gì được ghi.',
    remedy: withLines('Tạo thư mục ấy trước, hoặc ghi tệp ngay ở đây bằng:', line(`--out ${typed(file)}`)),
  }),
  'usage/too-many': ({ given }) => ({
    what: `Lệnh này không nhận thêm ${quote(given)}.`,
    remedy: 'Bỏ phần thừa; nếu tên có dấu cách thì đặt cả tên trong ngoặc kép.',
  }),
  'usage/not-a-portal': ({ folder, above }) => ({
    what: `Thư mục ${quote(folder)} không phải là thư mục của cổng (không có tệp “content/portal.yml”).`,
    remedy:
      above === null
        ? withLines(
            'Chuyển vào thư mục của cổng bằng lệnh thứ nhất rồi gõ lại; muốn bắt đầu một cổng mới thì dùng lệnh thứ hai:',
            'cd "đường dẫn tới thư mục của cổng"',
            'npx tx-portal init cong-moi',
          )
        : withLines(
            'Thư mục này nằm trong một cổng. Chuyển vào thư mục của cổng ấy rồi gõ lại:',
            line(`cd "${above}"`),
          ),
  }),
  'usage/not-empty': ({ folder, file }) => ({
    what:
      file === null
        ? `${quote(folder)} là một tệp, không phải thư mục, nên không tạo cổng mới vào đó được.`
        : `Thư mục ${quote(folder)} đã có ${quote(file)}, nên không tạo cổng mới vào đó.`,
    why: 'Như vậy không có tệp nào của anh/chị bị đè.',
    remedy: withLines('Chọn một thư mục trống hoặc chưa có:', 'npx tx-portal init cong-moi'),
  }),
  'usage/not-a-cache': ({ folder, file }) => ({
    what: `Thư mục ${quote(folder)} có ${quote(file)}, không phải do chương trình ghi, nên không dùng làm chỗ nhớ được.`,
    why: 'Chương trình tự ghi đè và dọn dẹp trong thư mục ấy; tệp của anh/chị có thể bị mất.',
    remedy: withLines('Chọn một thư mục trống hoặc chưa có:', '--cache-dir ../bo-nho-tx-portal'),
  }),
  'new/incomplete': ({ missing, category }) => ({
    what: `Lệnh “npx tx-portal new” còn thiếu ${missing.map((one) => (one === 'title' ? 'tiêu đề bài' : 'chuyên mục')).join(' và ')}.`,
    why: 'Ở đây không hỏi đáp được, nên phải ghi đủ trong lệnh.',
    remedy: withLines(
      'Viết tiêu đề trong ngoặc kép, chuyên mục sau “--category”, ví dụ:',
      line(`npx tx-portal new "Hội nghị tổng kết năm" --category ${category}`),
    ),
  }),
  'new/no-slug': ({ title }) => ({
    what: `Từ tiêu đề ${quote(title)} không làm ra được tên thư mục của bài (không có chữ cái hay chữ số nào dùng được).`,
    why: 'Tên thư mục là một phần địa chỉ của bài, chỉ gồm chữ không dấu, chữ số và gạch nối.',
    remedy: withLines('Tự đặt tên thư mục bằng cách thêm vào lệnh, ví dụ:', '--slug le-hoi-dau-xuan'),
  }),
  'new/slug-form': ({ given, suggestion }) => ({
    what: `Tên thư mục ${quote(given)} chưa dùng được.`,
    why: 'Tên thư mục là một phần địa chỉ của bài, chỉ gồm chữ thường không dấu, chữ số và gạch nối, dài nhất 80 ký tự.',
    remedy: withLines('Có thể viết:', line(`--slug ${suggestion}`)),
  }),
  'new/taken': ({ folder, free }) => ({
    what: `Đã có bài ở ${quote(folder)}, nên không tạo đè lên.`,
    why: 'Hai bài không thể có cùng một địa chỉ.',
    remedy: withLines(
      'Nếu là bài ấy thì mở ra viết tiếp. Nếu là bài khác thì đặt tên thư mục khác bằng cách thêm vào lệnh, ví dụ:',
      line(`--slug ${free}`),
    ),
  }),
  'new/photo-missing': ({ given, nearest, why }) => ({
    what:
      why === 'gone'
        ? `Không thấy ảnh ${quote(given)}.${maybe(nearest)}`
        : `Trong thư mục ${quote(given)} không có ảnh nào.`,
    remedy:
      'Kéo tệp ảnh (hoặc cả thư mục ảnh) thả vào cửa sổ dòng lệnh để lấy đúng đường dẫn; đường dẫn có dấu cách thì đặt trong ngoặc kép. Tiêu đề bài phải đứng ngay sau “new”, trước “--images”.',
  }),
  'eject/unknown': ({ given, nearest }) => ({
    what: `Chương trình không có mẫu trang ${quote(given)}.${maybe(nearest)}`,
    remedy: withLines('Xem tên các mẫu trang bằng:', 'npx tx-portal eject'),
  }),
  'eject/record': ({ file }) => ({
    what: `Tệp ${quote(file)} có chỗ không đọc được, nên không ghi thêm vào.`,
    why: 'Ghi đè lên thì chương trình quên các mẫu khác đã chép, và không nhắc nữa khi bản gốc của chúng thay đổi.',
    remedy: withLines(
      'Xem chỗ sai bằng lệnh dưới đây và sửa (dòng “<<<<<<<”, “=======”, “>>>>>>>” của Git thì xóa), rồi chạy lại:',
      'npx tx-portal check',
    ),
  }),
  'eject/taken': ({ template }) => ({
    what: `Cổng đã có mẫu trang riêng ${quote(`templates/${template}`)}, nên không chép đè lên.`,
    why: 'Như vậy những gì anh/chị đã sửa vẫn còn nguyên.',
    remedy: withLines(
      'Xem mẫu của cổng khác bản gốc ở đâu bằng lệnh dưới đây; muốn chép lại từ đầu thì xóa tệp ấy trước:',
      line(`npx tx-portal eject ${template} --diff`),
    ),
  }),
  'eject/not-there': ({ template }) => ({
    what: `Cổng chưa có mẫu trang riêng ${quote(`templates/${template}`)}.`,
    remedy: withLines('Chép mẫu của chương trình vào cổng bằng:', line(`npx tx-portal eject ${template}`)),
  }),
  'why/unknown': ({ given, nearest, command }) => ({
    what: `Không có trang hay tệp nào là ${quote(given)}.${maybe(nearest)}`,
    remedy: withLines(
      'Đưa vào địa chỉ trên cổng hoặc đường dẫn của tệp, ví dụ:',
      line(`npx tx-portal ${command} ${typed(nearest ?? '/2023/hoi-nghi-tong-ket/')}`),
    ),
  }),
  'why/no-document': ({ given, example }) => ({
    what: `${quote(given)} không phải là bài hay trang nào.`,
    why: 'Chỉ bài trong “content/bulletins” và trang trong “content/pages” mới làm thành bản trình lãnh đạo duyệt được.',
    remedy: withLines(
      'Đưa vào địa chỉ của bài hoặc đường dẫn tới tệp “.md” của bài, ví dụ:',
      line(`npx tx-portal preview ${typed(example ?? '/2023/hoi-nghi-tong-ket/')}`),
    ),
  }),
}
