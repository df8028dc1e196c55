import type { OnPages } from '../../core/codes.ts'
import { amount, quote, quoteList } from '../quote.ts'
import type { Area } from '../words.ts'

/** On which pages, by which templates, and how many more of the kind. */
function on({ page, source, pages, templates, others }: OnPages): string {
  const of = source === null ? '' : `, làm từ ${quote(source)}`
  const many = pages === 1 ? '' : `; có ở ${amount(pages, 'vi')} trang`
  const shared = templates.length === 1 ? '' : `, của các mẫu ${quoteList(templates)}`
  const more = others === 0 ? '' : `; còn ${amount(others, 'vi')} chỗ khác cùng loại`
  return `(xem trang ${quote(page)}${of}${many}${shared}${more})`
}

/** Pages as readers get them: read by whoever keeps the templates. */
export const audit: Area<'audit'> = {
  'audit/dead-link': (met) => ({
    what: `Liên kết ${quote(met.shown)} không dẫn tới trang hay tệp nào của cổng ${on(met)}.`,
    why: 'Bạn đọc bấm vào sẽ gặp trang báo không tìm thấy.',
    remedy:
      'Sửa địa chỉ này trong mẫu trang cho đúng một trang hoặc tệp có thật (nếu cổng nằm trong thư mục con của máy chủ thì phải có cả thư mục ấy), hoặc bỏ liên kết.',
  }),
  'audit/dead-anchor': (met) => ({
    what: `Liên kết ${quote(met.shown)} chỉ tới một chỗ không có trong trang ${on(met)}.`,
    why: 'Bạn đọc bấm vào vẫn mở được trang, nhưng không tới đúng chỗ.',
    remedy: 'Sửa phần sau dấu “#” cho trùng với “id” có thật, hoặc thêm “id” ấy vào mẫu trang.',
  }),
  'audit/id-twice': (met) => ({
    what: `Tên “id” ${quote(met.shown)} dùng hai lần trong một trang ${on(met)}.`,
    why: 'Liên kết và trình đọc màn hình chỉ tới được chỗ thứ nhất.',
    remedy: 'Đặt tên khác cho chỗ thứ hai trong mẫu trang.',
  }),
  'audit/heading-missing': (met) => ({
    what: `Trang không có tiêu đề chính (thẻ “h1”) ${on(met)}.`,
    why: 'Người dùng trình đọc màn hình và máy tìm kiếm không biết trang nói về gì.',
    remedy: 'Đặt tên trang vào thẻ “h1” trong mẫu trang, ví dụ “<h1>{{ page.heading }}</h1>”.',
  }),
  'audit/heading-twice': (met) => ({
    what: `Trang có hai tiêu đề chính (thẻ “h1”): tiêu đề thứ hai là ${quote(met.shown)} ${on(met)}.`,
    why: 'Người dùng trình đọc màn hình và máy tìm kiếm không biết tên trang là tiêu đề nào.',
    remedy: 'Giữ “h1” cho tên trang, đổi tiêu đề kia thành “h2”.',
  }),
  'audit/heading-skipped': (met) => ({
    what: `Đề mục bỏ cách một bậc: ${quote(met.shown)} ${on(met)}.`,
    why: 'Người dùng trình đọc màn hình đi theo các bậc đề mục sẽ tưởng thiếu một phần.',
    remedy: 'Dùng bậc ngay dưới bậc của đề mục đứng trước; cỡ chữ thì chỉnh trong tệp CSS.',
  }),
  'audit/no-alt': (met) => ({
    what: `Ảnh ${quote(met.shown)} không có lời mô tả (thuộc tính “alt”) ${on(met)}.`,
    why: 'Người dùng trình đọc màn hình sẽ nghe đọc tên tệp ảnh.',
    remedy: 'Thêm “alt” vào thẻ ảnh trong mẫu trang; ảnh chỉ để trang trí thì ghi “alt=""”.',
  }),
  'audit/no-name': (met) => ({
    what: `Liên kết hoặc nút ${quote(met.shown)} không có chữ nào ${on(met)}.`,
    why: 'Người dùng trình đọc màn hình không biết bấm vào để làm gì.',
    remedy: 'Thêm chữ vào trong thẻ, hoặc thêm “aria-label” nói việc của nó.',
  }),
  'audit/leftover': (met) => ({
    what: `Trên trang hiện ra chữ ${quote(met.shown)}, thứ chỉ chương trình mới dùng ${on(met)}.`,
    why: 'Bạn đọc sẽ thấy nguyên chữ ấy.',
    remedy: 'Tìm chỗ in ra chữ ấy trong mẫu trang và thay bằng giá trị đúng, hoặc bọc trong “{% if … %}”.',
  }),
  'audit/blocked': (met) => ({
    what: `Trình duyệt sẽ không chạy hoặc không tải ${quote(met.shown)} ${on(met)}.`,
    why: 'Cổng dặn trình duyệt chặn mã lệnh và kiểu viết ngay trong trang, khung nhúng và mọi thứ lấy từ máy khác, để kẻ chèn mã không làm được gì.',
    remedy:
      'Chuyển mã lệnh hoặc kiểu vào tệp trong “templates/assets”, tải tệp của máy khác về đặt ở đó, thay khung nhúng bằng liên kết. Nếu không ai của cơ quan viết, xóa đi và báo ngay người quản trị.',
  }),
  'audit/hidden-link': (met) => ({
    what: `Liên kết ${quote(met.shown)} tới trang khác bị giấu, bạn đọc không thấy ${on(met)}.`,
    why: 'Kẻ xấu giấu liên kết như vậy để máy tìm kiếm đưa trang của chúng lên đầu.',
    remedy: 'Xóa liên kết này khỏi mẫu trang và báo ngay người quản trị xem ai đã chèn vào; nếu cần thì cho hiện ra.',
  }),
  'audit/gambling': (met) => ({
    what: `Trên trang có từ ngữ hoặc địa chỉ cờ bạc, cá cược: ${quote(met.shown)} ${on(met)}.`,
    why: 'Không bài nào viết như vậy: kẻ xấu đã chèn vào mẫu trang.',
    remedy: 'Xóa chỗ ấy trong mẫu trang và báo ngay người quản trị xem ai đã chèn vào.',
  }),
  'audit/no-title': (met) => ({
    what: `Trang không có tên trong phần đầu (thẻ “title”) ${on(met)}.`,
    why: 'Thẻ của trình duyệt, dấu trang và kết quả tìm kiếm sẽ không có tên.',
    remedy: 'Thêm vào phần “head” của mẫu trang: “<title>{{ page.title }}</title>”.',
  }),
  'audit/no-lang': (met) => ({
    what: `Trang không ghi ngôn ngữ: thẻ “html” thiếu “lang” ${on(met)}.`,
    why: 'Trình đọc màn hình có thể đọc tiếng Việt bằng giọng nước khác.',
    remedy: 'Ghi vào mẫu trang: “<html lang="{{ site.language }}">”.',
  }),
}
