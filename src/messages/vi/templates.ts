import type { Codes, Ignored, Unclosed } from '../../core/codes.ts'
import { line, quote, quoteList, withLines } from '../quote.ts'
import type { Area } from '../words.ts'

const during = (page: string | null): string => (page === null ? '' : ` (khi làm trang ${quote(page)})`)

const forWebPerson = 'Đây là việc của người quản trị mẫu trang; lời của bài không có gì sai.'

const unclosed: Readonly<Record<Unclosed, readonly [what: string, remedy: string]>> = {
  block: ['Khối mở bằng “{” ở đây không có dấu “}” đóng lại.', 'Thêm dấu “}” vào cuối khối này.'],
  string: ['Dấu nháy mở ở đây không có dấu nháy đóng lại trên cùng dòng.', 'Thêm dấu nháy vào cuối chuỗi chữ này.'],
  comment: ['Lời ghi chú mở bằng “/*” ở đây không có “*/” đóng lại.', 'Thêm “*/” vào cuối lời ghi chú.'],
  bracket: [
    'Dấu ngoặc mở ở đây không có dấu ngoặc đóng lại.',
    'Thêm dấu ngoặc đóng “)” hoặc “]” còn thiếu ở dòng này.',
  ],
  brace: [
    'Thừa một dấu “}”: không có khối nào đang mở để đóng.',
    'Xóa dấu “}” này, hoặc thêm dấu “{” còn thiếu ở phía trên.',
  ],
}

const ignored: Readonly<Record<Ignored, readonly [what: (text: string) => string, remedy: string]>> = {
  colon: [
    (text) => `${text} không phải một dòng “tên: giá trị”.`,
    'Thường là thiếu dấu hai chấm. Viết như “color: red;”, hoặc xóa dòng này.',
  ],
  colons: [(text) => `Trước ${text} có hai dấu hai chấm.`, 'Chỉ để lại một dấu hai chấm giữa tên và giá trị.'],
  semicolon: [
    (text) => `Thiếu dấu chấm phẩy “;” ở chỗ ${text}.`,
    'Thêm dấu “;” vào cuối dòng trước khi sang dòng khác.',
  ],
  outside: [
    (text) => `${text} đứng ngoài mọi khối “{ … }”.`,
    'Đặt dòng này vào trong một khối, ví dụ “h1 { color: red; }”.',
  ],
  bracket: [(text) => `Thừa dấu ngoặc đóng trong ${text}.`, 'Xóa dấu ngoặc đóng bị thừa.'],
  slashes: [(text) => `${text} bắt đầu bằng “//”, CSS không coi đó là ghi chú.`, 'Viết ghi chú giữa “/*” và “*/”.'],
  quotes: [
    (text) => `${text} có dấu nháy cong của Word, CSS không hiểu.`,
    `Gõ lại bằng dấu nháy thẳng ${'"'} hoặc ${"'"} trên bàn phím.`,
  ],
  import: [
    (text) => `${text} gọi một tệp khác, nhưng các tệp kiểu được ghép làm một nên lệnh này không có tác dụng.`,
    'Xóa dòng này. Tệp nào nằm trong thư mục “templates/assets/css” của cổng thì tự được ghép vào, theo thứ tự tên.',
  ],
}

const swallowed =
  'Trình duyệt gặp lỗi này thì lặng lẽ bỏ qua, kể cả những dòng đúng ở phía sau, nên trang hiện sai kiểu.'

const broken: Readonly<
  Record<Codes['template/syntax']['why'], readonly [what: (detail: string) => string, remedy: string]>
> = {
  engine: [
    (detail) => `${detail}.`,
    'Xem lại dòng này: mỗi thẻ “{%” phải đóng bằng “%}”, mỗi “{% if %}”, “{% for %}”, “{% block %}” phải có thẻ kết thúc.',
  ],
  unclosed: [
    (detail) => `${detail} mở ở đây mà không đóng lại.`,
    'Thêm phần đóng còn thiếu: mỗi thẻ “{%” phải đóng bằng “%}”, mỗi “{% if %}”, “{% for %}”, “{% block %}” phải có thẻ kết thúc.',
  ],
  stray: [
    (detail) => `thẻ ${detail} ở đây không thuộc khối nào đang mở.`,
    'Xóa thẻ này, hoặc thêm thẻ mở còn thiếu ở phía trên.',
  ],
  tag: [
    (detail) => `không có thẻ nào tên ${detail}.`,
    'Sửa tên thẻ cho đúng; những thẻ hay dùng: “if”, “for”, “set”, “block”, “include”, “extends”, “macro”.',
  ],
  twice: [(detail) => `${detail} có hai lần trong một mẫu.`, 'Đặt tên khác cho khối thứ hai.'],
}

const nowhere: Readonly<Record<Codes['template/undefined']['why'], (detail: string, page: string) => string>> = {
  value: (detail, page) => `Mẫu trang dùng một tên chưa có giá trị${page}: ${detail}.`,
  name: (detail, page) => `Mẫu trang dùng tên ${detail} không có ở đâu${page}, nên chỗ này của trang luôn trống.`,
  data: (detail, page) => `Mẫu trang dùng ${detail}${page} nhưng trong “content/data” không có tệp dữ liệu ấy.`,
  word: (detail, page) => `Mẫu trang gọi một lời không có trong bảng từ ngữ${page}: ${detail}.`,
  parts: (detail, page) =>
    `Mẫu trang in cả ${detail}${page}, thứ gồm nhiều mục chứ không phải chữ: trang hiện ra một dãy ký hiệu vô nghĩa.`,
  key: (detail, page) =>
    `Bộ lọc ${detail} không biết xếp theo mục nào: có dòng dữ liệu không có giá trị để xếp${page}.`,
}

/** Templates: read by the web person, so names of the template language stand as they are. */
export const templates: Area<'template' | 'layout' | 'style'> = {
  'style/unclosed': ({ why }) => ({
    what: `Tệp kiểu trang (CSS) này có chỗ viết chưa đúng. ${unclosed[why][0]}`,
    why: `${swallowed} ${forWebPerson}`,
    remedy: unclosed[why][1],
  }),
  'style/ignored': ({ why, text }) => ({
    what: `Trong tệp kiểu trang (CSS) này, ${ignored[why][0](quote(text))}`,
    why: 'Trình duyệt lặng lẽ bỏ qua chỗ này.',
    remedy: ignored[why][1],
  }),
  'style/remote': ({ address }) => ({
    what: `Tệp kiểu trang (CSS) này lấy ${quote(address)} từ máy khác.`,
    why: 'Gọi tới máy khác thì máy ấy biết ai đang đọc cổng, nên trình duyệt được dặn chặn lại và trang không hiện tệp này.',
    remedy: withLines(
      'Tải tệp ấy về đặt vào thư mục “templates/assets” của cổng, hoặc cạnh tệp này nếu nó ở trong “content/static” (nếu được phép dùng), rồi gọi bằng tên:',
      line(`url("${address.replace(/[?#].*$/, '').replace(/^.*\//, '') || 'ten-tep'}")`),
    ),
  }),
  'template/syntax': ({ detail, page, why, nearest }) => ({
    what: `Mẫu trang này viết chưa đúng cách${during(page)}: ${broken[why][0](quote(detail))}${nearest === null ? '' : ` Có phải ý anh/chị là ${quote(nearest)}?`}`,
    why: forWebPerson,
    remedy: nearest === null ? broken[why][1] : `Sửa thành ${quote(nearest)}.`,
  }),
  'template/undefined': ({ detail, page, why, nearest, known }) => ({
    what: `${nowhere[why](quote(detail), during(page))}${nearest === null ? '' : ` Có phải ý anh/chị là ${quote(nearest)}?`}`,
    why: forWebPerson,
    remedy:
      nearest !== null
        ? `Sửa thành ${quote(nearest)}.`
        : known.length > 0
          ? `${why === 'parts' ? 'Viết thêm tên một mục của nó' : 'Sửa lại tên cho đúng'}; những tên có ở đây: ${quoteList(known)}.`
          : why === 'data'
            ? 'Đặt tệp dữ liệu “.yml” tên ấy vào thư mục “content/data”, hoặc bỏ chỗ này.'
            : why === 'value'
              ? 'Sửa lại tên cho đúng; nếu giá trị có thể vắng mặt thì bọc chỗ này trong “{% if … %}”.'
              : 'Sửa lại tên cho đúng, hoặc bỏ chỗ này.',
  }),
  'template/filter': ({ name, page, nearest }) => ({
    what: `Mẫu trang dùng bộ lọc ${quote(name)} không có${during(page)}.${nearest === null ? '' : ` Có phải ý anh/chị là ${quote(nearest)}?`}`,
    why: forWebPerson,
    remedy:
      nearest === null
        ? 'Sửa tên bộ lọc cho đúng; danh sách bộ lọc có trong tài liệu cho người quản trị.'
        : `Sửa thành ${quote(nearest)}.`,
  }),
  'template/missing': ({ name, page, nearest }) => ({
    what: `Không thấy mẫu trang ${quote(name)}${during(page)}.${nearest === null ? '' : ` Có phải ý anh/chị là ${quote(nearest)}?`}`,
    why: forWebPerson,
    remedy:
      nearest === null
        ? 'Sửa tên cho đúng, hoặc đặt tệp ấy vào thư mục “templates” của cổng.'
        : `Sửa thành ${quote(nearest)}, hoặc đặt tệp ${quote(name)} vào thư mục “templates” của cổng.`,
  }),
  'template/block': ({ name, parent, nearest, known }) => ({
    what: `Khối ${quote(name)} không hiện ở đâu: mẫu ${quote(parent)} không có khối nào tên như vậy.${nearest === null ? '' : ` Có phải ý anh/chị là ${quote(nearest)}?`}`,
    why: `Chữ viết trong khối này bị bỏ đi, trang đăng lên trống chỗ ấy. ${forWebPerson}`,
    remedy:
      nearest !== null
        ? withLines('Sửa dòng này thành:', line(`{% block ${nearest} %}`))
        : known.length === 0
          ? `Mẫu ${quote(parent)} không có khối nào để thay; bỏ dòng “{% extends %}” hoặc thêm khối vào mẫu ấy.`
          : `Sửa thành tên một khối có sẵn: ${quoteList(known)}.`,
  }),
  'template/outside': ({ text, parent }) => ({
    what: `${quote(text)} đứng ngoài các khối “{% block %}” nên không hiện ở đâu: mẫu này dựa trên ${quote(parent)}, chỉ những gì nằm trong khối mới được đưa vào trang.`,
    why: forWebPerson,
    remedy:
      'Chuyển vào trong một khối “{% block … %} … {% endblock %}”; không cần thì xóa đi. Ghi chú viết giữa “{#” và “#}”.',
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
  'template/changes': ({ detail, page }) => ({
    what: `Mẫu trang sửa vào dữ liệu dùng chung cho mọi trang${during(page)}: ${quote(detail)}.`,
    why: `Trang khác sẽ hiện sai theo, tùy trang nào làm trước. ${forWebPerson}`,
    remedy: 'Dùng bộ lọc, vì bộ lọc chép ra danh sách mới: “| reverse”, “| sort”, “| vi_sort”.',
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
  'template/unused': ({ name, meant, language }) => ({
    what:
      language === null
        ? `Tệp ${quote(`templates/${name}`)} không thay đổi gì: không trang nào của cổng dùng tới.`
        : `Cổng dùng ${language === 'vi' ? 'tiếng Việt' : 'tiếng Anh'} nên không đọc từ ngữ trong ${quote(`templates/${name}`)}.`,
    why: forWebPerson,
    remedy:
      language !== null
        ? `Từ ngữ của cổng viết vào ${quote(`templates/strings/${language}.yml`)}; tệp này không cần thì xóa đi.`
        : meant === null
          ? 'Mẫu trang có đuôi “.njk” và được mẫu khác nêu tên bằng “include”; kiểu dáng đặt trong “templates/assets/css”, từ ngữ trong “templates/strings”. Không cần thì xóa tệp đi.'
          : `Muốn thay cho tệp của chương trình thì đặt tên đúng là ${quote(`templates/${meant}`)}, không thêm đuôi nào; không cần thì xóa tệp đi.`,
  }),
  'layout/unknown': ({ given, nearest }) => ({
    what: `Không có mẫu ${quote(given)} để trình bày nội dung của tệp này (ở mục “layout”).${nearest === null ? '' : ` Có phải ý anh/chị là ${quote(nearest)}?`}`,
    remedy:
      nearest === null
        ? 'Xóa dòng “layout” để dùng mẫu thường, hoặc đặt mẫu ấy vào thư mục “templates”.'
        : `Sửa thành ${quote(nearest)}, hoặc xóa dòng “layout” để dùng mẫu thường.`,
  }),
}
