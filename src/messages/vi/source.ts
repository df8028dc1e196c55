import { amount, isOnlyDashes, line, pair, quote, singleQuoted, withLines } from '../quote.ts'
import { type YamlTrouble, yamlTrouble } from '../trouble.ts'
import type { Area, Words } from '../words.ts'

const saveAsUtf8 = 'lưu lại bằng Notepad: chọn “Lưu thành” (“Save as”), ở ô “Mã hóa” (“Encoding”) chọn “UTF-8”'

const encodings: { readonly [likely: string]: Words } = {
  'UTF-16': {
    what: 'Tệp này đang lưu theo kiểu mã “UTF-16”, nên không đọc được chữ trong bài.',
    remedy: `Mở tệp rồi ${saveAsUtf8}.`,
  },
  'Windows-1258': {
    what: 'Chữ trong tệp này có lẽ đang lưu theo bảng mã cũ “Windows-1258”, nên không đọc được.',
    remedy: `Mở tệp bằng Word, khi được hỏi thì chọn bảng mã “Vietnamese (Windows)”; sao chép chữ sang một tệp mới và ${saveAsUtf8}.`,
  },
  TCVN3: {
    what: 'Chữ trong tệp này có lẽ gõ bằng bảng mã cũ “TCVN3” (phông .VnTime), nên không đọc được.',
    remedy: `Sao chép chữ, bấm Ctrl+Shift+F6 để mở bảng chuyển mã của UniKey, chuyển từ “TCVN3 (ABC)” sang “Unicode”; dán vào một tệp mới và ${saveAsUtf8}.`,
  },
  VISCII: {
    what: 'Chữ trong tệp này có lẽ gõ bằng bảng mã cũ “VISCII”, nên không đọc được.',
    remedy: `Sao chép chữ, bấm Ctrl+Shift+F6 để mở bảng chuyển mã của UniKey, chuyển từ “VISCII” sang “Unicode”; dán vào một tệp mới và ${saveAsUtf8}.`,
  },
  binary: {
    what: 'Tệp này không phải tệp chữ thường; có thể là tệp Word, ảnh hoặc tệp nén đã bị đổi tên.',
    remedy: `Mở tệp gốc bằng đúng phần mềm của nó, sao chép phần chữ sang một tệp mới và ${saveAsUtf8}.`,
  },
}

const unknownEncoding: Words = {
  what: 'Trong tệp có chữ không đúng kiểu mã “UTF-8”, nên không đọc được.',
  why: 'Bài lưu theo kiểu “UTF-8” thì tiếng Việt mới hiện đúng trên mọi máy.',
  remedy: `Xem lại chỗ này, gõ lại chữ bị hỏng rồi ${saveAsUtf8}.`,
}

const sample = "unit: 'Trung tâm VHTT: Đội tuyên truyền'"

/** What lies behind a line that cannot be read, and the way out. */
const troubles: { readonly [T in YamlTrouble]: Words } = {
  quote: {
    what: 'Nội dung mở đầu bằng dấu ngoặc kép hoặc dấu nháy nhưng thiếu dấu đóng.',
    remedy: withLines('Thêm dấu đóng ở cuối nội dung, cùng loại với dấu mở, ví dụ:', sample),
  },
  indent: {
    what: 'Dòng này thụt vào không đều với các dòng cùng nhóm.',
    remedy: 'Xóa khoảng trắng ở đầu dòng rồi thụt lại bằng phím cách, cho thẳng với các dòng cùng nhóm ở trên.',
  },
  'colon-in-value': {
    what: 'Dòng này có thêm dấu hai chấm ở giữa nội dung nên dễ hiểu thành hai mục.',
    remedy: withLines('Đặt cả nội dung trong dấu nháy, ví dụ:', sample),
  },
  'no-colon': {
    what: 'Dòng này chưa đúng dạng “tên mục: nội dung” (có thể thiếu dấu hai chấm, hoặc dấu cách sau dấu ấy).',
    remedy: withLines('Viết tên mục, dấu hai chấm, một dấu cách rồi tới nội dung, ví dụ:', 'date: 13/01/2023'),
  },
  'sign-first': {
    what: 'Nội dung bắt đầu bằng một dấu có nghĩa riêng nên phải đặt trong dấu nháy.',
    remedy: withLines('Đặt cả nội dung trong dấu nháy, ví dụ:', "credit: '@khaccuong'"),
  },
  brackets: {
    what: 'Trong ngoặc vuông hoặc ngoặc nhọn còn thiếu dấu phẩy hay dấu đóng ngoặc.',
    remedy: withLines('Xem lại dấu phẩy và dấu ngoặc, ví dụ:', 'authors: [Lê Thơ, Khắc Cường]'),
  },
  remark: {
    what: 'Dấu “#” đứng sau khoảng trắng ở trong ngoặc làm cho phần sau nó, cả dấu đóng ngoặc, bị bỏ qua.',
    remedy: withLines('Đặt phần chữ có dấu “#” trong dấu nháy, ví dụ:', "tags: ['Nghị quyết #5', kinh tế]"),
  },
  behind: {
    what: 'Sau dấu đóng ngoặc còn có chữ.',
    remedy: 'Đưa chữ ấy vào trong ngoặc, hoặc xóa đi; sau dấu đóng ngoặc không viết gì nữa.',
  },
  continued: {
    what: 'Nội dung viết tiếp xuống dòng dưới, mà dòng dưới có dấu hai chấm nên dễ hiểu thành một mục khác.',
    remedy: withLines('Viết cả nội dung trên một dòng và đặt trong dấu nháy, ví dụ:', sample),
  },
  backslash: {
    what: 'Dấu “\\” nằm trong ngoặc kép có nghĩa riêng nên không đọc được dòng này.',
    remedy: withLines('Đổi dấu ngoặc kép thành dấu nháy đơn, ví dụ:', "unit: 'Phòng A\\B'"),
  },
  'second-document': {
    what: 'Có thêm một dòng “---” hoặc “...” ở giữa phần khai báo.',
    remedy: 'Xóa dòng thừa; chỉ để một dòng “---” ở đầu và một dòng “---” ở cuối phần khai báo.',
  },
  other: {
    what: 'Dòng này viết chưa đúng cách nên không đọc được.',
    remedy: withLines(
      'Viết theo dạng “tên mục: nội dung”. Nội dung có dấu đặc biệt thì đặt cả trong dấu nháy, ví dụ:',
      sample,
    ),
  },
}

/** The bytes of a file, and its front matter as a block. */
export const block: Area<'text' | 'front-matter'> = {
  'text/encoding': ({ likely }) => encodings[likely] ?? unknownEncoding,
  'text/nul': () => ({
    what: 'Trong tệp có ký tự rỗng, thường do tệp bị hỏng khi sao chép.',
    remedy: `Chép lại tệp từ máy gốc; hoặc mở tệp, sao chép phần chữ còn tốt sang một tệp mới và ${saveAsUtf8}.`,
  }),
  'text/invisible': ({ count }) => ({
    what: `Trong tệp có ${amount(count, 'vi')} ký tự ẩn mà mắt không thấy, thường lẫn vào khi sao chép từ Zalo hay trang khác.`,
    why: 'Ký tự ẩn làm ô tìm kiếm không tìm ra chữ và làm lệch dòng.',
    remedy: 'Xóa chữ ở chỗ này rồi gõ lại.',
  }),
  'front-matter/missing': ({ declared }) => ({
    what: declared ? 'Thiếu dòng “---” ở đầu tệp, phía trên các dòng khai báo.' : 'Bài chưa có phần khai báo đầu bài.',
    why: 'Nhờ phần khai báo mà biết tiêu đề, ngày đăng và chuyên mục của bài.',
    remedy: declared
      ? withLines('Thêm vào đầu tệp một dòng chỉ có ba dấu gạch ngang, các dòng khác giữ nguyên:', '---')
      : withLines(
          'Dán các dòng sau vào đầu tệp rồi điền cho đúng (trang như trang giới thiệu chỉ cần dòng “title”):',
          '---',
          "title: '[điền: tiêu đề của bài]'",
          'date: 13/01/2023',
          'category: tên chuyên mục',
          '---',
        ),
  }),
  'front-matter/not-first': () => ({
    what: 'Trước dòng “---” mở phần khai báo đầu bài còn có dòng trống hoặc khoảng trắng.',
    why: 'Vì vậy cả phần khai báo dễ bị hiểu nhầm là lời của bài.',
    remedy: 'Xóa hết những gì đứng trước “---”, để “---” nằm ở dòng đầu tiên và sát lề trái.',
  }),
  'front-matter/unclosed': () => ({
    what: 'Phần khai báo đầu bài chưa có dòng “---” kết thúc.',
    why: 'Không có dòng này thì không biết lời của bài bắt đầu từ đâu.',
    remedy: withLines('Thêm dòng sau vào ngay dưới dòng khai báo cuối cùng, trước lời của bài:', '---'),
  }),
  'front-matter/opening': ({ text }) => ({
    what: `Dòng mở phần khai báo đầu bài chỉ được gồm “---”, nhưng đang có ${quote(text)}.`,
    why: isOnlyDashes(text)
      ? 'Word hay tự đổi ba dấu gạch ngang thành dấu gạch dài, trông giống mà không phải.'
      : 'Chương trình chỉ đọc khai báo viết thường, không bao giờ chạy mã lệnh đặt trong bài.',
    remedy: withLines('Sửa dòng này thành:', '---'),
  }),
  'front-matter/closing': ({ text }) => ({
    what: `Dòng kết thúc phần khai báo đầu bài chỉ được gồm “---”, nhưng đang có ${quote(text)}.`,
    ...(isOnlyDashes(text)
      ? {
          why: 'Word hay tự đổi ba dấu gạch ngang thành dấu gạch dài, trông giống mà không phải.',
          remedy: withLines('Sửa dòng này thành đúng ba dấu gạch ngang, không có gì đứng trước:', '---'),
        }
      : {
          why: 'Chữ viết liền sau “---” dễ bị mất hoặc lẫn vào lời của bài.',
          remedy: withLines('Chuyển phần chữ ấy xuống dòng dưới, còn dòng này sửa thành:', '---'),
        }),
  }),
}

/** How the lines of a declaration are written, in bulletins and registers alike. */
export const yaml: Area<'yaml'> = {
  'yaml/syntax': ({ detail, suggestion }) => {
    const trouble = troubles[yamlTrouble(detail)]
    const pasted = line(suggestion)
    if (pasted !== null && detail === 'continued')
      return { ...trouble, remedy: withLines('Sửa dòng này thành như sau rồi xóa phần viết tiếp ở dưới:', pasted) }
    return pasted === null ? trouble : { ...trouble, remedy: withLines('Có thể sửa dòng này thành:', pasted) }
  },
  'yaml/tab': () => ({
    what: 'Dòng này thụt vào bằng phím Tab.',
    why: 'Phần khai báo chỉ hiểu dấu cách, không hiểu Tab.',
    remedy: 'Xóa Tab rồi bấm phím cách, mỗi bậc thụt vào hai dấu cách.',
  }),
  'yaml/alias': ({ text }) => ({
    what: `Dấu “&” hoặc “*” đứng đầu nội dung (${quote(text)}) có nghĩa riêng, không dùng được ở đây.`,
    remedy: withLines('Nếu đó là chữ của bài, hãy đặt cả nội dung trong dấu nháy:', line(singleQuoted(text))),
  }),
  'yaml/tag': ({ tag }) => ({
    what: `Dấu “!” đứng đầu nội dung (${quote(tag)}) có nghĩa riêng, không dùng được ở đây.`,
    remedy: withLines(
      'Xóa chữ có dấu “!” ấy; nếu đó là chữ của bài, hãy đặt cả nội dung trong dấu nháy, ví dụ:',
      "title: '!Thông báo khẩn'",
    ),
  }),
  'yaml/duplicate-key': ({ key, firstLine, merged }) => ({
    what: `Mục ${quote(key)} được khai báo hai lần (lần đầu ở dòng ${firstLine}).`,
    why: 'Không biết nên lấy nội dung nào.',
    remedy:
      merged === null
        ? 'Giữ lại một dòng và xóa dòng kia.'
        : withLines(`Gộp cả hai vào một: sửa dòng ${firstLine} thành như sau rồi xóa dòng này:`, line(merged)),
  }),
  'yaml/forbidden-key': ({ key }) => ({
    what: `Không được đặt tên mục là ${quote(key)}.`,
    remedy: 'Xóa dòng này hoặc đặt cho mục một tên khác.',
  }),
  'yaml/too-deep': ({ max }) => ({
    what: `Nội dung lồng vào nhau quá sâu (nhiều nhất ${amount(max, 'vi')} bậc).`,
    remedy: 'Viết lại cho ít bậc hơn; xem có dấu ngoặc nào mở mà chưa đóng.',
  }),
  'yaml/too-long': ({ bytes, max }) => ({
    what: `Phần khai báo dài ${amount(bytes / 1024, 'vi')} KB, quá mức cho phép là ${amount(max / 1024, 'vi')} KB.`,
    remedy: 'Xem đã có dòng “---” kết thúc phần khai báo chưa; lời của bài phải nằm dưới dòng ấy.',
  }),
  'yaml/not-a-map': ({ expected, example }) =>
    expected === 'map'
      ? {
          what: 'Ở đây cần các dòng dạng “tên mục: nội dung”.',
          remedy: withLines('Viết lại theo dạng, ví dụ:', line(example ?? 'title: Tiêu đề của bài')),
        }
      : {
          what: 'Ở đây cần một danh sách, mỗi mục bắt đầu bằng dấu gạch “-”.',
          remedy: withLines('Viết lại theo dạng, ví dụ:', '- id: kinh-te', '  name: Kinh tế'),
        },
  'yaml/literal': ({ key, quoted, where }) => {
    const pasted = line(where === 'list' ? quoted : pair(key, quoted))
    const to = where === 'line' ? ' đến hết dòng' : ''
    return {
      what: `Nội dung mục ${quote(key)} có dấu đặc biệt, nên được lấy nguyên văn${to}.`,
      remedy:
        pasted === null
          ? 'Không bắt buộc sửa. Muốn viết cho rõ, đặt cả nội dung trong dấu ngoặc kép.'
          : withLines(
              `Không bắt buộc sửa. Muốn viết cho rõ, sửa ${where === 'line' ? 'dòng này' : 'phần này ở trong ngoặc'} thành:`,
              pasted,
            ),
    }
  },
}
