import { line, quote, quoteList, withLines } from '../quote.ts'
import type { Area } from '../words.ts'

const during = (page: string | null): string => (page === null ? '' : ` (khi làm trang ${quote(page)})`)

const forWebPerson = 'Đây là việc của người quản trị mẫu trang; lời của bài không có gì sai.'

/** Templates: read by the web person, so names of the template language stand as they are. */
export const templates: Area<'template' | 'layout'> = {
  'template/syntax': ({ detail, page }) => ({
    what: `Mẫu trang này viết chưa đúng cách${during(page)}: ${quote(detail)}.`,
    why: forWebPerson,
    remedy:
      'Xem lại dòng này: mỗi thẻ “{%” phải đóng bằng “%}”, mỗi “{% if %}”, “{% for %}”, “{% block %}” phải có thẻ kết thúc.',
  }),
  'template/undefined': ({ detail, page }) => ({
    what: `Mẫu trang dùng một tên chưa có giá trị${during(page)}: ${quote(detail)}.`,
    why: forWebPerson,
    remedy: 'Sửa lại tên cho đúng; nếu giá trị có thể vắng mặt thì bọc chỗ này trong “{% if … %}”.',
  }),
  'template/filter': ({ name, page }) => ({
    what: `Mẫu trang dùng bộ lọc ${quote(name)} không có${during(page)}.`,
    why: forWebPerson,
    remedy: 'Sửa tên bộ lọc cho đúng; danh sách bộ lọc có trong tài liệu cho người quản trị.',
  }),
  'template/missing': ({ name, page }) => ({
    what: `Không thấy mẫu trang ${quote(name)}${during(page)}.`,
    why: forWebPerson,
    remedy: 'Sửa tên cho đúng, hoặc đặt tệp ấy vào thư mục “templates” của cổng.',
  }),
  'template/circle': ({ chain }) => ({
    what: `Các mẫu trang gọi vòng trở lại nhau: ${quoteList(chain)}.`,
    why: forWebPerson,
    remedy: 'Bỏ một lời gọi “include”, “extends” hoặc “import” trong vòng này.',
  }),
  'template/dynamic': ({ text }) => ({
    what: `Tên mẫu trang ở ${quote(text)} phải viết sẵn trong ngoặc kép, không được tính ra.`,
    why: 'Nhờ vậy biết trước trang nào phải làm lại khi một mẫu trang thay đổi.',
    remedy: 'Ghi thẳng tên tệp, ví dụ “{% include "parts/footer.njk" %}”; cần chọn thì dùng “{% if %}”.',
  }),
  'template/failed': ({ detail, page }) => ({
    what: `Mẫu trang không chạy được${during(page)}: ${quote(detail)}.`,
    why: forWebPerson,
    remedy: 'Xem lại dòng này trong mẫu trang; nếu mẫu lấy từ bản cũ, so lại với bản gốc đi kèm chương trình.',
  }),
  'template/endless': ({ page }) => ({
    what: `Mẫu trang lặp mãi không xong${during(page)}.`,
    why: `Chương trình dừng lại để máy khỏi treo; chưa trang nào được đăng. ${forWebPerson}`,
    remedy:
      'Xem lại dòng này và các vòng “{% for %}” bao quanh: danh sách không được dài thêm trong lúc lặp, “range(…)” không được quá lớn, “macro” không được tự gọi mình mãi.',
  }),
  'template/moved-on': ({ template, since, gone }) => ({
    what: gone
      ? `Mẫu trang ${quote(template)} của cổng chép từ bản ${quote(since)} của chương trình, nay chương trình không dùng mẫu này nữa.`
      : `Mẫu trang ${quote(template)} của cổng chép từ bản ${quote(since)} của chương trình, từ đó bản gốc đã thay đổi.`,
    why: `Những gì sửa thêm ở bản gốc không tới được trang của cổng. ${forWebPerson}`,
    remedy: gone
      ? 'Xem trang còn đúng không; nếu không cần mẫu này nữa thì xóa tệp ấy khỏi thư mục “templates” và dòng của nó trong “templates/ejected.yml”.'
      : withLines(
          'Xem khác nhau ở đâu bằng lệnh thứ nhất, sửa mẫu của cổng cho kịp (hoặc xóa đi để dùng bản gốc), rồi ghi nhận đã xem bằng lệnh thứ hai:',
          line(`npx tx-portal eject ${template} --diff`),
          line(`npx tx-portal eject ${template} --keep`),
        ),
  }),
  'layout/unknown': ({ given, nearest }) => ({
    what: `Không có mẫu trang ${quote(given)} (ở mục “layout”).${nearest === null ? '' : ` Có phải ý anh/chị là ${quote(nearest)}?`}`,
    remedy:
      nearest === null
        ? 'Xóa dòng “layout” để dùng mẫu thường, hoặc đặt mẫu ấy vào thư mục “templates”.'
        : `Sửa thành ${quote(nearest)}, hoặc xóa dòng “layout” để dùng mẫu thường.`,
  }),
}
