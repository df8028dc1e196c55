import { ATTACHABLE, PROCESSED } from '../../core/media-type.ts'
import type { Never } from '../../core/never.ts'
import { extname } from '../../core/path.ts'
import { amount, inBraces, line, pair, quote, withLines } from '../quote.ts'
import { type DiskTrouble, diskTrouble, pathOf } from '../trouble.ts'
import type { Area } from '../words.ts'
import { withItem } from './offer.ts'

/** Why a file could not be read, and the way out. */
const unreadable: { readonly [T in DiskTrouble]: readonly [reason: string, remedy: string] } = {
  denied: ['không có quyền đọc', 'Đóng phần mềm đang mở tệp; nếu vẫn vậy, nhờ người quản trị máy cấp quyền đọc tệp.'],
  busy: ['phần mềm khác đang giữ tệp', 'Lưu và đóng tệp trong phần mềm kia rồi chạy lại.'],
  gone: ['tệp vừa bị xóa hoặc chuyển đi', 'Xem tệp còn đúng chỗ không rồi chạy lại.'],
  folder: ['có thư mục ở chỗ cần một tệp', 'Đổi tên thư mục hoặc chuyển nó ra khỏi “content”.'],
  name: ['tên tệp quá dài hoặc có ký tự lạ', 'Đổi tên tệp ngắn lại, chỉ dùng chữ, số và dấu gạch nối.'],
  many: ['máy đang mở quá nhiều tệp', 'Đóng bớt phần mềm đang chạy rồi chạy lại.'],
  loop: ['lối tắt dẫn vòng trở lại chính nó', 'Chép tệp thật vào thay cho lối tắt.'],
  broken: ['ổ đĩa báo hỏng khi đọc', 'Chép lại tệp từ bản lưu và nhờ người kiểm tra ổ đĩa.'],
  'read-only': ['ổ đĩa chỉ cho đọc', 'Chép thư mục sang ổ đĩa khác rồi chạy lại.'],
  large: ['tệp quá lớn (trên 2 GB)', 'Nén nhỏ hoặc cắt bớt tệp; phim dài thì đưa lên trang xem phim rồi đặt liên kết.'],
  other: ['máy không cho đọc', 'Thử mở tệp bằng phần mềm khác; nếu không mở được, chép lại từ bản lưu.'],
}

const renameExample = 'Đổi tên thư mục (hoặc tệp) của bài, ví dụ “hoi-nghi-tong-ket”.'

/** What a file is that is never published. */
const never: Readonly<Record<Never, string>> = {
  server: 'là chương trình chạy trên máy chủ',
  machine: 'là chương trình chạy trên máy của bạn đọc',
  secret: 'có thể chứa khóa hoặc mật khẩu',
  dump: 'có thể là bản sao dữ liệu của một hệ thống',
}

/** Files, their names, and the addresses that come of them. */
export const files: Area<'file' | 'slug' | 'address' | 'name' | 'content'> = {
  'file/stray': ({ name, where }, there) => ({
    what: {
      bulletin: `Tệp ${quote(name)} nằm cạnh bài nhưng bài không nhắc tới, nên không được đăng.`,
      text: `Tệp ${quote(name)} nằm trong thư mục của một bài khác, nên không được đăng.`,
      page: `Tệp ${quote(name)} nằm cạnh trang nhưng trang không nhắc tới, nên không được đăng.`,
      between: `Tệp ${quote(name)} nằm ngoài thư mục của các bài, nên không bài nào dùng được và tệp không được đăng.`,
      data: `Tệp ${quote(name)} trong thư mục dữ liệu không phải loại “.yml”, nên không có gì dùng tới.`,
      elsewhere: `Không có gì dùng tới tệp ${quote(name)} ở chỗ này, nên tệp không được đăng.`,
    }[where],
    remedy:
      where === 'data'
        ? 'Dữ liệu cho mẫu trang viết thành tệp “.yml” trong “content/data”. Muốn đăng nguyên tệp thì chuyển sang “content/static”; không cần thì chuyển ra khỏi “content”.'
        : where === 'elsewhere'
          ? 'Bài đặt trong “content/bulletins”, trang trong “content/pages”, tệp đăng nguyên như thế trong “content/static”, dữ liệu trong “content/data”. Nếu là tệp cấu hình thì xem lại tên, ví dụ “categories.yml”; không cần thì chuyển ra khỏi “content”.'
          : where === 'between'
            ? 'Tệp của bài nào thì chuyển vào thư mục của bài ấy (cạnh tệp “index.md”). Muốn đăng thành bài mới thì tạo bài bằng lệnh “npx tx-portal new”. Không cần thì chuyển tệp ra khỏi “content”.'
            : where === 'text'
              ? 'Muốn đăng thành bài riêng thì chuyển tệp sang thư mục khác của “content/bulletins”; không cần thì chuyển ra khỏi “content”.'
              : !ATTACHABLE.has(extname(name))
                ? 'Chuyển tệp ra khỏi thư mục “content”. Tệp loại này không đính kèm được; muốn bạn đọc có nội dung ấy thì lưu lại thành PDF (phim thành mp4, tiếng thành mp3) rồi đính kèm tệp mới.'
                : withItem(
                    'Nếu không cần, chuyển tệp ra khỏi thư mục “content”. Muốn bạn đọc tải về thì',
                    'attachments',
                    `{src: ${JSON.stringify(name)}, title: '[điền: tên tài liệu]'}`,
                    there,
                  ),
  }),
  'file/almost-index': ({ name, beside }) =>
    PROCESSED.has(extname(name))
      ? {
          what: `Tệp ${quote(name)} có lẽ là bài viết, nhưng bài phải là tệp chữ thường tên là “index.md”.`,
          why: 'Tệp Word, PDF không đăng thành bài được, đổi tên hay đổi đuôi cũng vậy.',
          remedy:
            'Tạo tệp mới tên là “index.md” trong thư mục này (hoặc tạo bài bằng lệnh “npx tx-portal new”), mở tệp cũ, chép phần chữ sang rồi chuyển tệp cũ ra khỏi “content”.',
        }
      : beside
        ? {
            what: `Tệp ${quote(name)} nằm cạnh tệp bài viết “index.md”, có lẽ là bản sao.`,
            why: 'Chỉ tệp “index.md” được đăng; để hai tệp thì không biết tệp nào mới đúng.',
            remedy:
              'Mở cả hai xem tệp nào đúng. Nếu “index.md” đúng thì xóa tệp này. Nếu tệp này đúng thì chép chữ sang “index.md” rồi xóa tệp này.',
          }
        : {
            what: `Tệp ${quote(name)} có lẽ là bài viết nhưng tên chưa đúng là “index.md”.`,
            why: 'Chỉ tệp mang đúng tên “index.md” mới được đăng.',
            remedy:
              'Đổi tên tệp thành “index.md”, hoặc xóa đi nếu là bản sao thừa. Không thấy đuôi tên tệp thì trong thư mục chọn “Xem” (“View”), bật “Phần mở rộng tên tệp” (“File name extensions”).',
          },
  'file/no-index': ({ folder }) => ({
    what: `Thư mục ${quote(folder)} chưa có tệp bài viết “index.md”.`,
    why: 'Không có tệp này thì những gì trong thư mục không được đăng.',
    remedy: 'Tạo tệp “index.md” trong thư mục ấy, hoặc chuyển thư mục ra khỏi “content”.',
  }),
  'file/index-of-many': ({ folder, count }) => ({
    what: `Tệp “index.md” nằm ngay trong thư mục ${quote(folder)}, bên cạnh ${count === 1 ? 'một bài khác' : `${count} bài khác`}.`,
    why: 'Thư mục có “index.md” là thư mục của một bài, nên các bài kia sẽ không được đăng.',
    remedy: withLines(
      'Tạo cho bài này một thư mục riêng rồi chuyển “index.md” và ảnh của bài vào đó, ví dụ:',
      line(`${folder}/ten-bai/index.md`),
    ),
  }),
  'file/twins': ({ other }) =>
    other.endsWith('/')
      ? {
          what: `Tên thư mục này trùng với thư mục ${quote(other.slice(0, -1))}, chỉ khác chữ hoa, chữ thường.`,
          why: 'Trên nhiều máy, hai tên như vậy là một, nên hai thư mục sẽ lẫn vào nhau, tệp cùng tên đè mất nhau.',
          remedy: 'Đổi hẳn tên một trong hai thư mục.',
        }
      : {
          what: `Tên tệp này trùng với ${quote(other)}, chỉ khác chữ hoa, chữ thường hoặc cách lưu dấu tiếng Việt.`,
          why: 'Trên nhiều máy, hai tên như vậy là một, nên tệp này sẽ đè mất tệp kia.',
          remedy: 'Đổi hẳn tên một trong hai tệp.',
        },
  'file/unreadable': ({ reason }) => {
    const trouble = diskTrouble(reason)
    const [words, remedy] = unreadable[trouble]
    const told = trouble === 'other' && reason.trim() !== '' ? `${words} (${quote(reason)})` : words
    return { what: `Không đọc được tệp này: ${told}.`, remedy }
  },
  'file/link-out': ({ target, folder }) => ({
    what: `Đây là lối tắt (${quote(target)}) dẫn ra ngoài thư mục ${quote(folder)} hoặc không dẫn tới đâu cả.`,
    why: `Từ đây chỉ đăng những tệp nằm trong thư mục ${quote(folder)}, để không lộ tệp riêng của máy hay bài chưa đăng.`,
    remedy: 'Chép tệp thật vào thay cho lối tắt này.',
  }),
  'file/special': () => ({
    what: 'Đây không phải tệp hay thư mục bình thường nên không đọc được.',
    remedy: 'Chuyển nó ra khỏi thư mục “content”.',
  }),
  'file/never': ({ name, why }) => ({
    what: `Tệp ${quote(name)} ${never[why]}, nên không được đăng.`,
    why: 'Mọi tệp trong “content/static” được đăng nguyên như vậy, ai cũng tải về được. Kẻ xấu hay để mã lệnh của chúng ở đây.',
    remedy:
      'Nếu không phải cơ quan đặt vào, giữ lại một bản làm chứng, xóa tệp ở đây và báo ngay người quản trị. Nếu của cơ quan, chuyển nó ra khỏi thư mục “content”; tài liệu thì lưu thành PDF.',
  }),
  'file/runs': ({ text }) => ({
    what: `Tệp này có mã lệnh chạy trên máy của bạn đọc: ${quote(text)}.`,
    why: 'Tệp trong “content/static” được đăng nguyên như vậy; kẻ xấu hay chèn mã vào đó để chuyển bạn đọc sang trang khác.',
    remedy:
      'Nếu không phải cơ quan viết, xóa tệp và báo ngay người quản trị. Nếu cần tệp này, lưu lại bản không có mã lệnh (hình vẽ thì xuất lại, hoặc lưu thành PNG).',
  }),
  'file/name': ({ name }) => ({
    what: `Tên ${quote(name)} có ký tự không dùng được hoặc quá dài.`,
    remedy: 'Đổi tên ngắn gọn, chỉ dùng chữ, số, dấu cách và dấu gạch nối.',
  }),
  'file/reserved-name': ({ name }) => ({
    what: `Windows không nhận tên ${quote(name)}.`,
    why: 'Windows giữ riêng các tên con, prn, aux, nul, com1…, lpt1… (thêm đuôi gì cũng vậy), và bỏ dấu chấm, khoảng trắng ở cuối tên. Cổng có tên như thế thì không chép được sang máy hay máy chủ Windows.',
    remedy: `Đặt tên khác, ví dụ thêm chữ vào sau: “con-trang” thay cho “con”.`,
  }),
  'file/metadata': ({ name }) => ({
    what: `Không đọc hết được tệp phim, tiếng ${quote(name)} nên không gỡ được thông tin ẩn (nơi quay, máy quay, tên người…).`,
    why: 'Đăng lên thì ai tải về cũng có thể đọc được những thông tin ấy, kể cả tọa độ nơi quay.',
    remedy:
      'Chép lại tệp từ máy quay hoặc điện thoại, vì có thể mới chép được một phần. Nếu vẫn báo lỗi thì mở bằng phần mềm xem, dựng phim, xuất ra tệp mới (phim: MP4, tiếng: MP3) rồi thay tệp này.',
  }),
  'slug/empty': ({ name }) => ({
    what: `Từ tên ${quote(name)} không làm ra được tên đường dẫn.`,
    why: 'Địa chỉ của bài lấy từ tên thư mục (hoặc tên tệp), bỏ dấu và các ký hiệu.',
    remedy: renameExample,
  }),
  'name/unit': ({ given, hasUnit, id }) => {
    // Pasted as well, so whole.
    const entry = line(`- {id: ${id}, name: ${inBraces(given)}}`)
    const own =
      entry === null
        ? ''
        : `Nếu chính đơn vị đứng tên tác giả thì thêm “${entry}” vào tệp content/authors.yml và ở “authors” ghi “${id}”.`
    return {
      what: `Mục “authors” ghi tên người, nhưng ${quote(given)} giống tên một cơ quan, đơn vị.`,
      why: 'Mỗi tên ở “authors” có một trang tác giả riêng, địa chỉ giữ mãi.',
      remedy: hasUnit
        ? `Xóa phần này khỏi “authors”: đơn vị đã có ở mục “unit”. ${own}`.trim()
        : withLines(
            `${own} Nếu không, xóa phần này khỏi “authors” và ghi đơn vị ở một dòng riêng:`.trim(),
            line(pair('unit', given)),
          ),
    }
  },
  'name/empty': ({ what, given }) => ({
    what: `${what === 'author' ? 'Tên tác giả' : 'Từ khóa'} ${quote(given)} không có chữ cái hay chữ số nào, nên không làm ra được địa chỉ trang.`,
    remedy: 'Viết lại cho đúng, hoặc xóa đi.',
  }),
  'name/byline': ({ why, given, meant }, there) => ({
    what: {
      several: `Mục “authors” ghi ${quote(given)} là một người, nhưng đây có lẽ là nhiều người.`,
      source: `${quote(given)} trong mục “authors” là nơi bài được lấy về, không phải người viết.`,
      title: `Mục “authors” ghi ${quote(given)}, cả chức danh và tên thành một tên.`,
    }[why],
    why: 'Mỗi tên ở “authors” có một trang tác giả riêng, địa chỉ giữ mãi.',
    remedy:
      why === 'source'
        ? withLines(
            'Xóa phần này khỏi “authors” và ghi nguồn ở một dòng riêng:',
            line(`source: {name: ${inBraces(meant)}}`),
          )
        : withItem(
            `Viết thành ${quote(meant)}${why === 'several' ? '; nếu phần sau là tên nơi ở thì bỏ phần ấy' : ''}. Nếu đã xem và đúng là một tên,`,
            'accept',
            'name/byline',
            there,
          ),
  }),
  'name/shared': ({ given, people }) => ({
    what: `Trong content/authors.yml có ${people.length} người cùng tên ${quote(given)}.`,
    why: 'Mỗi người có một trang tác giả riêng; chương trình không thể đoán bài của ai.',
    remedy: withLines(
      'Thay tên bằng mã của người viết bài này:',
      ...people.map(({ id, unit }) => (unit === null ? id : `${id} # ${unit}`)),
    ),
  }),
  'name/alike': ({ what, why, given, other, suggestion }) =>
    what === 'author'
      ? {
          what:
            why === 'marks'
              ? `Tác giả ${quote(given)} và ${quote(other)} chỉ khác nhau ở dấu, nên trang của hai người sẽ trùng một địa chỉ.`
              : `Tác giả ${quote(given)} và ${quote(other)} chỉ khác nhau ở dấu câu, khoảng trắng hoặc chữ hoa, nên trang của hai tên sẽ trùng một địa chỉ.`,
          why: 'Hai tên khác dấu là hai người khác nhau; cổng không được gộp bài của người này sang người kia.',
          remedy: withLines(
            'Nếu là một người, sửa cho hai tên giống nhau. Nếu là hai người, thêm người này vào tệp content/authors.yml với một mã riêng:',
            `- {id: ${suggestion}, name: ${inBraces(given)}}`,
          ),
        }
      : {
          what:
            why === 'marks'
              ? `Từ khóa ${quote(given)} và ${quote(other)} chỉ khác nhau ở dấu, nên hai trang từ khóa sẽ trùng một địa chỉ.`
              : `Từ khóa ${quote(given)} và ${quote(other)} chỉ khác nhau ở dấu câu, khoảng trắng hoặc chữ hoa, nên hai trang từ khóa sẽ trùng một địa chỉ.`,
          remedy: 'Sửa cho hai từ khóa giống nhau, hoặc chọn một từ khóa khác.',
        },
  'address/collision': ({ address, other, where }) => ({
    what: `Địa chỉ ${quote(address)} đã thuộc về ${quote(other)}.`,
    why: 'Hai trang không thể có cùng một địa chỉ.',
    remedy:
      where === 'alias'
        ? 'Xóa địa chỉ này khỏi mục “aliases”: địa chỉ đang có trang thì không thể là địa chỉ cũ của bài khác.'
        : 'Đổi tên thư mục (hoặc tệp) của bài đăng sau, ví dụ thêm ngày hay nơi chốn vào tên.',
  }),
  'address/lost': ({ address, file, state, aliases }) => ({
    what: `Địa chỉ đã đăng ${quote(address)} không còn trang nào${
      state === null
        ? ''
        : `, vì bài ${quote(file ?? '')} ${state === 'draft' ? 'đang là bản nháp' : 'đang hẹn giờ đăng'}`
    }.`,
    why: 'Người đã lưu, in hoặc dẫn lại địa chỉ này sẽ gặp trang báo không tìm thấy.',
    remedy:
      state === null
        ? withLines(
            file === null
              ? 'Nếu bài đã sang địa chỉ khác, thêm dòng thứ nhất vào phần khai báo của bài ấy (đã có mục “aliases” thì viết thêm địa chỉ vào đó); nếu muốn thu hồi bài, đưa bài trở lại và thêm dòng thứ hai, sửa thành ngày thu hồi (trang trong “content/pages” thì chỉ dùng được dòng thứ nhất):'
              : `Nếu bài này nay là ${quote(file)}, thêm dòng thứ nhất vào phần khai báo của bài ấy${aliases.length === 0 ? '' : ' (thay cho mục “aliases” đang có)'}; nếu muốn thu hồi bài, đưa bài cũ trở lại và thêm dòng thứ hai, sửa thành ngày thu hồi (trang trong “content/pages” thì chỉ dùng được dòng thứ nhất):`,
            line(`aliases: [${[...aliases, address].join(', ')}]`),
            "withdrawn: {date: 15/01/2023, reason: '[điền: lý do thu hồi]'}",
          )
        : withLines(
            state === 'draft'
              ? 'Xóa dòng “draft” thì bài lại được đăng; còn muốn thu hồi bài thì thay dòng ấy bằng dòng sau, sửa thành ngày thu hồi:'
              : 'Sửa ngày đăng (“publishAt” hoặc “date”) thì bài lại được đăng; còn muốn thu hồi bài thì sửa ngày rồi thêm dòng sau, sửa thành ngày thu hồi:',
            "withdrawn: {date: 15/01/2023, reason: '[điền: lý do thu hồi]'}",
          ),
  }),
  'address/replaced': ({ address, elsewhere, aliases }) => ({
    what: `Ở địa chỉ đã đăng ${quote(address)} nay là một bài khác: bài cũ nay ở ${quote(elsewhere)}.`,
    why: 'Người đã lưu, in hoặc dẫn lại địa chỉ này sẽ mở ra một bài mà họ không định đọc.',
    remedy: withLines(
      `Đổi tên thư mục (hoặc tệp) của bài này, ví dụ thêm ngày vào tên, rồi thêm dòng sau vào phần khai báo của ${quote(elsewhere)}${aliases.length === 0 ? '' : ' (thay cho mục “aliases” đang có)'}, để địa chỉ cũ dẫn về bài cũ:`,
      line(`aliases: [${[...aliases, address].join(', ')}]`),
    ),
  }),
  'address/file-gone': ({ address }) => ({
    what: `Tài liệu đã đăng ở địa chỉ ${quote(address)} không còn ở đó.`,
    why: 'Người đã lưu hoặc dẫn lại địa chỉ này sẽ gặp trang báo không tìm thấy.',
    remedy:
      'Địa chỉ của tài liệu làm từ “title” ở mục “attachments”: nếu vừa đổi cả tệp lẫn “title”, đặt lại “title” như cũ. Nếu đã gỡ tài liệu thì không cần làm gì: lời này chỉ nhắc một lần.',
  }),
  'address/section': ({ old, id, name, where, pasted }) => ({
    what: `Địa chỉ đã đăng ${quote(`/chuyen-muc/${old}/`)} không còn chuyên mục nào, và có chuyên mục mới là ${quote(name)} (${quote(id)}).`,
    why: 'Nếu chuyên mục chỉ đổi “id”, người giữ địa chỉ cũ sẽ gặp trang chung của các chuyên mục và phải tự tìm; nếu không phải thì bỏ qua lời nhắc này.',
    remedy: withLines(
      where === 'line'
        ? 'Nếu đúng là chuyên mục ấy, thêm dòng sau vào dưới dòng “id” của nó:'
        : where === 'braces'
          ? 'Nếu đúng là chuyên mục ấy, thêm vào trước dấu “}” của nó:'
          : where === 'list'
            ? 'Nếu đúng là chuyên mục ấy, sửa mục “aliases” của nó thành:'
            : 'Nếu đúng là chuyên mục ấy, thêm dòng sau vào cuối danh sách “aliases” của nó:',
      line(pasted),
    ),
  }),
  'address/book-gone': ({ address, more }) => ({
    what: `Không thấy sổ địa chỉ nữa: địa chỉ đã đăng ${quote(address)}${more === 0 ? '' : ` và ${amount(more, 'vi')} địa chỉ khác`} nay không còn trang nào.`,
    why: 'Chỉ tệp này biết địa chỉ cũ dẫn về trang nào. Lập sổ mới thì người đã lưu, in hoặc dẫn lại các địa chỉ ấy sẽ gặp trang báo không tìm thấy.',
    remedy: withLines(
      'Đưa tệp “urls.lock” trở lại thư mục “content” từ thùng rác hoặc từ bản lưu gần nhất (chỉ khi thật sự muốn bỏ mọi địa chỉ cũ mới tạo ở đó một tệp trống mang tên ấy). Nội dung giữ bằng Git thì chạy lệnh sau:',
      'git checkout content/urls.lock',
    ),
  }),
  'address/line': ({ text }) => ({
    what: `Dòng ${quote(text)} không phải là dòng do chương trình ghi.`,
    why: 'Tệp này giữ mọi địa chỉ đã đăng; dòng không đọc được thì địa chỉ của nó không còn ai giữ.',
    remedy: 'Lấy lại dòng cũ từ bản lưu; nếu dòng ấy do ai đó gõ thêm thì xóa đi.',
  }),
  'address/merge': ({ text }) => ({
    what: `Còn dấu ${quote(text)} do ghép hai bản của tệp để lại.`,
    why: 'Chưa biết nên giữ những địa chỉ nào.',
    remedy: 'Xóa các dòng có dấu “<<<<<<<”, “=======”, “>>>>>>>” và giữ lại mọi dòng địa chỉ của cả hai bản.',
  }),
  'address/reserved': ({ address, where }) => ({
    what: `Địa chỉ ${quote(address)} dành riêng cho cổng, không dùng cho bài được.`,
    remedy:
      where === 'alias'
        ? 'Xóa địa chỉ này khỏi mục “aliases”: cổng đã có trang hoặc tệp của mình ở đó.'
        : renameExample,
  }),
  'address/form': ({ given }) => {
    if (/^[^?]*\?/.test(given))
      return {
        what: `Địa chỉ cũ ${quote(given)} có dấu “?”, nên không giữ được ở đây.`,
        why: 'Phần sau dấu “?” chỉ máy chủ cũ hiểu; các trang xuất ra không phân biệt được.',
        remedy:
          'Xóa địa chỉ này. Nếu máy chủ cũ còn chạy, nhờ người quản trị đặt ở đó lệnh chuyển hướng từng địa chỉ như vậy sang địa chỉ mới của bài.',
      }
    const path = pathOf(given)
    return {
      what: `Địa chỉ ${quote(given)} viết chưa đúng.`,
      remedy:
        path === null
          ? withLines(
              'Địa chỉ trên cổng bắt đầu bằng “/”, không có khoảng trắng, không có “..”, ví dụ:',
              '/2023/hoi-nghi-tong-ket/',
            )
          : withLines('Chỉ ghi phần sau tên miền:', path),
    }
  },
  'content/none': () => ({
    what: 'Không tìm thấy bài nào trong thư mục “content/bulletins”.',
    why: 'Một cổng trống không được phép thay cho cổng đang có.',
    remedy: withLines(
      'Tạo bài đầu tiên ở tệp như sau, hoặc xem lại có đang đứng đúng thư mục không:',
      'content/bulletins/2023/ten-bai/index.md',
    ),
  }),
}
