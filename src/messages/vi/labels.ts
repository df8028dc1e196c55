import { amount, megabytes, quote, shorten } from '../quote.ts'
import { stateNames } from '../states.ts'
import type { Built, Labels, LeftOut, Phase, ShownBeside } from '../vocabulary.ts'
import { help } from './help.ts'

const n = (value: number): string => amount(value, 'vi')

function duration(ms: number): string {
  if (ms < 59_950) return `${n(Math.max(0.1, ms / 1000))} giây`
  const minutes = Math.floor(Math.round(ms / 1000) / 60)
  const seconds = Math.round(ms / 1000) % 60
  return seconds === 0 ? `${n(minutes)} phút` : `${n(minutes)} phút ${seconds} giây`
}

const phase: { readonly [P in Phase]: string } = {
  reading: 'đang đọc bài',
  rendering: 'đang làm trang',
  photos: 'đang làm ảnh',
  publishing: 'đang ghi trang',
  checking: 'đang kiểm tra',
}

const work = ({ bulletins, pages, images, made, kept, removed, ms }: Built): string =>
  `${n(bulletins)} bài, ${n(pages)} trang, ${n(images)} ảnh; ${n(made)} tệp mới hoặc đổi, ${n(kept)} tệp giữ nguyên, ${n(removed)} tệp bỏ đi; hết ${duration(ms)}.`

function reason({ state, when }: LeftOut): string {
  if (state === 'scheduled') return when === null ? stateNames.vi.scheduled : `${stateNames.vi.scheduled} lúc ${when}`
  if (state === 'expired') return when === null ? stateNames.vi.expired : `${stateNames.vi.expired} từ ${when}`
  if (state === 'draft') return `${stateNames.vi.draft} (bỏ dòng “draft: true” để đăng)`
  return stateNames.vi[state]
}

/** Up to three names; a whole card of photos is not read out. */
const namesOf = (pictures: readonly string[]): string => {
  const named = pictures.slice(0, 3).map((name) => quote(shorten(name, 60)))
  return `ảnh ${named.join(', ')}${pictures.length > 3 ? ` và ${n(pictures.length - 3)} ảnh khác` : ''}`
}

/** What a preview shows beside errors. */
const shownBeside: { readonly [S in ShownBeside]: string } = {
  others: 'bài có lỗi hiện bản gần nhất còn đúng (chưa có bản đúng thì chưa hiện), các trang khác hiện như vừa lưu',
  older: 'bản xem thử vẫn là bản gần nhất còn đúng',
  nothing: 'sửa xong và lưu tệp thì bản xem thử mới có trang để xem',
}

/** The words of the command line and the preview in Vietnamese. */
export const labels: Labels = {
  severity: { error: 'lỗi', warning: 'cảnh báo', hint: 'gợi ý' },
  state: stateNames.vi,
  phase,
  progress: (current, done, total, left) =>
    `${phase[current]}: ${n(done)}/${n(total)}${left === null ? '' : `, còn khoảng ${duration(Math.max(1000, Math.round(left / 1000) * 1000))}`}`,
  duration,
  report: {
    built: (stats) => `Đã xuất trang: ${work(stats)}`,
    dryRun: (stats) => `Chạy thử, chưa ghi gì: ${work(stats)}`,
    checked: ({ bulletins, pages, errors, warnings, hints, ms }) =>
      `Đã kiểm tra ${n(bulletins)} bài, ${n(pages)} trang: ${errors === 0 ? 'không có lỗi' : `${n(errors)} lỗi`}, ${n(warnings)} cảnh báo, ${n(hints)} gợi ý; hết ${duration(ms)}.`,
    writtenTo: (folder) => `Các trang nằm trong thư mục ${shorten(folder, 200)}.`,
    nothingChanged: 'Không có gì thay đổi từ lần xuất trang trước.',
    shrunk: (pictures, from, to) => `${n(pictures)} ảnh: ${megabytes(from, 'vi')} còn ${megabytes(to, 'vi')}.`,
    moved: (documents) => `${n(documents)} bài đã đổi địa chỉ; địa chỉ cũ tự dẫn sang địa chỉ mới.`,
    bookBegun: (addresses) =>
      `Đã lập sổ địa chỉ “content/urls.lock” (${n(addresses)} địa chỉ). Hãy lưu tệp này cùng nội dung của cổng.`,
    verified: (files, pictures) =>
      `Đã dựng lại từ đầu để đối chiếu${pictures ? ', kể cả ảnh' : ''}: ${n(files)} tệp đều giống từng byte.`,
    differing: (differing, files) =>
      `Đã dựng lại từ đầu để đối chiếu: ${n(differing)} trong ${n(files)} tệp đang đăng không đúng; hãy làm như lỗi ở trên đã chỉ.`,
    uncompared: 'Chưa đối chiếu được với bản dựng lại từ đầu, vì lỗi ở trên.',
    profile: {
      heading: 'Thời gian từng bước (có bước chạy cùng lúc, nên cộng lại có thể lâu hơn cả lần xuất):',
      nothing: 'Không có việc gì phải làm nên không có gì để đo.',
      count: 'lần',
      dearest: (stage) => `Lâu nhất khi ${stage}:`,
      stages: {
        list: 'liệt kê tệp',
        parse: 'đọc bài và tệp khai báo',
        validate: 'kiểm tra nội dung',
        model: 'xếp bài theo trạng thái',
        plan: 'lập danh sách trang',
        render: 'làm trang theo mẫu',
        search: 'lập mục tìm kiếm',
        copy: 'chép tệp',
        photos: 'làm ảnh',
        write: 'ghi tệp tạm',
        publish: 'đặt tệp vào chỗ',
      },
      singles: {
        template: 'Riêng từng mẫu, không kể các phần mà nó gọi vào:',
        page: 'Những trang lâu nhất, theo tệp của trang:',
      },
    },
    failed: (errors) => `Chưa xuất trang: còn ${n(errors)} lỗi cần sửa. Những trang đã đăng trước đó vẫn nguyên vẹn.`,
    fixed: (files) => (files === 0 ? 'Không có gì để sửa giúp.' : `Đã sửa giúp ${n(files)} tệp.`),
    wouldFix: (files) =>
      files === 0 ? 'Không có gì để sửa giúp.' : `Có thể sửa giúp ${n(files)} tệp như trên; chưa ghi gì.`,
    canFix: (files) =>
      `Có thể sửa giúp ${n(files)} tệp (khoảng trắng, dấu ngoặc kép, đoạn văn, chữ và dấu gõ rời). Xem trước bằng lệnh “npx tx-portal check --fix --dry-run”.`,
    composed: (lines) =>
      `${n(lines)} dòng: chữ và dấu gõ rời nhau (lối tổ hợp) → chữ có dấu liền (dựng sẵn); nhìn không khác.`,
    strict: (warnings) => `Dừng lại vì còn ${n(warnings)} cảnh báo (tùy chọn “--strict”).`,
    warnings: (count) => `Có ${n(count)} cảnh báo. Xem từng cảnh báo bằng lệnh “npx tx-portal check”.`,
    leftOutHeading: (count) => `Chưa đăng ${n(count)} bài:`,
    leftOut: (item) => `${shorten(item.source, 200)} – ${reason(item)}`,
    nextDue: (when) => `Lần thay đổi tiếp theo theo lịch: ${when}. Hãy xuất trang lại sau lúc ấy.`,
  },
  list: {
    date: 'Ngày',
    state: 'Trạng thái',
    category: 'Chuyên mục',
    title: 'Tiêu đề',
    source: 'Tệp',
    count: (bulletins, others) =>
      `Có ${n(bulletins)} bài${others === 0 ? '' : `, và ${n(others)} bài đã hết hạn hoặc thu hồi (xem bằng “npx tx-portal list all”)`}.`,
    empty: 'Không có bài nào.',
  },
  why: {
    address: (url) => `Địa chỉ: ${url}`,
    output: (path) => `Tệp xuất ra: ${path}`,
    madeFrom: (source) => `Làm từ: ${source}`,
    template: (name, from) =>
      `Mẫu trang: ${name} (${from === 'portal' ? 'của cổng, trong thư mục “templates”' : 'đi kèm chương trình'})`,
    collected: 'Trang này tự tập hợp từ nhiều bài.',
    copied: (source) => `Đăng nguyên như tệp: ${source}`,
    photo: (source) => `Ảnh làm từ: ${source}`,
    redirect: (to) => `Đây là địa chỉ cũ, dẫn sang: ${to}`,
    usedBy: (pages) => `Được dùng trong ${n(pages)} trang.`,
    makesNothing: 'Tệp này không làm ra trang nào.',
    published: (when) => `Trạng thái: ${stateNames.vi.published} (${when})`,
    notPublished: (item) => `Trạng thái: ${reason(item)}`,
  },
  init: {
    created: (folder) => `Đã tạo một cổng mới trong thư mục ${shorten(folder, 200)}.`,
    createdExample: (folder) => `Đã tạo một cổng mẫu có sẵn bài trong thư mục ${shorten(folder, 200)}.`,
    file: (path) => `đã tạo ${path}`,
    kept: (path) => `đã có, giữ nguyên ${path}`,
    otherLanguage: () => null,
    fillInHeading: 'Trước khi xuất trang, anh/chị cần điền:',
    fillIn: [
      'content/portal.yml: tên cổng (“title”), địa chỉ cổng (“baseUrl”)',
      'content/portal.yml: cơ quan (“agency”) gồm tên, người chịu trách nhiệm, địa chỉ, điện thoại, thư điện tử',
      'content/categories.yml: xem lại các chuyên mục, bỏ những mục không dùng',
      'content/units.yml, content/authors.yml, content/glossary.yml: nếu muốn dùng; trong tệp có sẵn ví dụ',
      'content/bulletins: bài đầu tiên của cổng',
    ],
    nextHeading: 'Sau đó chạy:',
    next: (folder, install) => [
      ...(folder === '.' ? [] : [{ command: `cd "${folder}"`, note: 'chuyển vào thư mục của cổng' }]),
      ...(install
        ? [
            {
              command: 'npm install',
              note: 'cài chương trình từ tệp tx-portal-….tgz chép vào thư mục này, một lần (xem README.md)',
            },
          ]
        : []),
      { command: 'npx tx-portal serve', note: 'xem thử trên máy này' },
      { command: 'npx tx-portal new', note: 'viết bài mới' },
      { command: 'npx tx-portal build', note: 'xuất trang vào thư mục “dist”' },
    ],
  },
  new: {
    created: (file) => `Đã tạo bài mới: ${shorten(file, 300)}`,
    photo: (name) => `đã chép ảnh ${name}`,
    renamed: (from, to) => `đã chép ảnh ${from}, đổi tên thành ${to} vì trùng tên`,
    left: (names) =>
      `không chép, vì không phải ảnh: ${names.join(', ')}. Tệp đính kèm thì chép vào thư mục của bài rồi khai ở mục “attachments”.`,
    longTitle: (length) =>
      `Tiêu đề dài ${length} ký tự: nên điền thêm tiêu đề ngắn (“shortTitle”) để dùng trong danh sách bài, hoặc xóa dòng ấy.`,
    authorAlmost: (given, known) =>
      `Tác giả ${quote(given)} chưa có trong content/authors.yml. Có phải ý anh/chị là ${quote(known)}? Nếu phải thì sửa trong bài.`,
    categoriesHeading: 'Các chuyên mục của cổng:',
    category: (number, id, name, purpose) =>
      `${number === null ? '' : `${String(number).padStart(3)}. `}${name} (${id})${purpose === '' ? '' : ` – ${purpose}`}`,
    steps: (file, waiting) => [
      'Việc tiếp theo:',
      `  1. Mở tệp ${shorten(file, 300)} (bằng Notepad cũng được), thay ${waiting} chỗ “[điền: …]” bằng lời thật.`,
      '  2. Xem thử: npx tx-portal serve',
      '  3. Viết xong thì xóa dòng “draft: true” (bài đang là bản nháp, bạn đọc chưa thấy) rồi chạy: npx tx-portal check',
    ],
    ask: {
      intro: 'Trả lời vài câu để tạo bài mới. Bấm Ctrl+C để thôi, chưa có gì được ghi.',
      title: 'Tiêu đề bài: ',
      category: 'Chuyên mục (số thứ tự, mã hoặc tên): ',
      authors: 'Tác giả, cách nhau bằng dấu phẩy (bỏ trống nếu chưa có): ',
      date: (today) => `Ngày đăng (bỏ trống là hôm nay, ${today}): `,
      photos: 'Ảnh: kéo tệp hoặc thư mục ảnh thả vào đây, mỗi lần một ảnh (bỏ trống là xong): ',
      slug: 'Tên thư mục của bài (không dấu, có gạch nối, như le-hoi-dau-xuan): ',
      stopped: 'Đã thôi, chưa có gì được ghi.',
    },
    fillIn: {
      shortTitle: '[điền: tiêu đề ngắn, dưới 110 ký tự]',
      summary: '[điền: một, hai câu nói gọn ai làm gì, ở đâu, khi nào]',
      caption: '[điền: chú thích, ảnh chụp ai, đang làm gì, ở đâu]',
      alt: '[điền: mô tả những gì nhìn thấy trong ảnh cho người khiếm thị]',
      body: '[điền: nội dung bài, cách một dòng trống là sang đoạn mới]',
    },
  },
  eject: {
    copied: (path) => `Đã chép mẫu trang vào ${path}`,
    recorded: 'Đã ghi vào templates/ejected.yml; khi bản gốc thay đổi, lần xuất trang sau sẽ nhắc.',
    uses: (names) => `Mẫu này dùng tới: ${names}`,
    usedBy: (names) => `Các mẫu dùng tới mẫu này: ${names}`,
    next: 'Sửa tệp ấy rồi xem thử bằng: npx tx-portal serve. Muốn trở lại bản gốc thì xóa tệp ấy đi.',
    listHeading: 'Các mẫu trang chép được (npx tx-portal eject <tên>):',
    own: 'cổng đã có bản riêng',
    kept: (template) => `Đã ghi nhận: giữ templates/${template} của cổng, bản gốc hiện nay coi như đã xem.`,
    same: (template) => `templates/${template} của cổng giống hệt bản gốc; có thể xóa đi.`,
    difference: (template) => `Dòng có dấu - là của bản gốc, dấu + là của cổng (templates/${template}):`,
  },
  serve: {
    ready: (url) => `Bản xem thử ở địa chỉ ${url}`,
    unread: (documents) =>
      `Những bài mới nhất đã xem được. Đang đọc nốt ${n(documents)} bài cũ hơn; đọc xong thì trang tự cập nhật.`,
    read: (ms) => `Đã đọc xong mọi bài, hết ${duration(ms)}.`,
    stop: 'Muốn dừng, bấm Ctrl+C.',
    stopped: 'Đã dừng xem thử.',
    changed: (file) => `Có thay đổi: ${shorten(file, 200)}`,
    changedToo: (files) => `và ${n(files)} tệp, thư mục khác nữa.`,
    rebuilt: (pages, ms) => `Đã cập nhật ${n(pages)} trang, hết ${duration(ms)}.`,
    copying: (pictures) =>
      `Đang chép ${namesOf(pictures)}, chép xong thì bài có ảnh ấy tự cập nhật; các trang khác hiện như vừa lưu.`,
    problems: (errors, shown) => `Còn ${n(errors)} lỗi cần sửa; ${shownBeside[shown]}.`,
    mended: 'Đã hết lỗi, bản xem thử là bản mới nhất.',
    portTaken: (port, used) => `Số cổng mạng ${port} đang có chương trình khác dùng, nên chuyển sang số ${used}.`,
    open: (address) => `Chú ý: người khác cùng mạng cũng xem được, kể cả bản nháp, ở địa chỉ ${address}`,
    polling: 'Máy không báo khi tệp thay đổi, nên cứ vài giây xem lại một lần.',
  },
  desk: {
    title: (bulletins) => `Mọi bài của cổng: ${n(bulletins)} bài`,
    columns: ['Ngày', 'Trạng thái', 'Tiêu đề', 'Tệp', 'Sửa lần cuối', 'Cần xem', 'Xem, gửi duyệt'],
    problems: (count) => `${n(count)} lỗi`,
    warnings: (count) => `${n(count)} cảnh báo`,
    phone: 'Mở trên điện thoại cùng mạng: quét mã này, hoặc gõ địa chỉ',
    home: 'Về trang chủ của bản xem thử',
    filter: {
      words: 'Tìm trong tiêu đề, tên tệp',
      state: 'Trạng thái',
      every: 'tất cả',
      order: 'Xếp theo',
      byDay: 'ngày của bài',
      byChange: 'lần sửa cuối',
      go: 'Lọc',
      none: 'Không có bài nào như vậy.',
      more: (shown, all) => `Mới kê ${n(shown)} trong ${n(all)} bài; bấm vào đây để xem tất cả.`,
    },
    moment: {
      heading: 'Xem cổng vào một ngày khác',
      shown: 'Ngày giờ đang xem',
      present: (when) => `Đang xem cổng lúc này: ${when}.`,
      other: (when) => `Đang xem cổng như vào lúc ${when}, không phải lúc này.`,
      readers: 'Chỉ có những gì người đọc thấy.',
      drafts: 'Có cả bản nháp và bài hẹn giờ đăng.',
      at: 'Ngày, giờ',
      asReaders: 'Chỉ hiện những gì người đọc thấy lúc ấy',
      go: 'Xem',
      next: (when) => `Lần tới cổng tự thay đổi: ${when} – xem lúc ấy`,
      back: 'Về lúc này',
      notDay: (given) =>
        `Không hiểu ngày giờ “${shorten(given)}”. Hãy viết như 01/12/2026, hoặc 01/12/2026 07:00 nếu cần giờ.`,
      elsewhere:
        'Chỉ người ngồi ở máy đang chạy chương trình xem thử mới đổi được ngày giờ xem. Máy khác vẫn xem được mọi trang, nhưng không đổi được.',
      stale: 'Trang này mở từ lần xem thử trước. Hãy tải lại trang danh sách rồi chọn lại.',
    },
  },
  look: {
    title: 'Xem thử',
    phone: 'Xem như trên điện thoại',
    print: 'Xem như bản in',
    copy: 'Tải bản trình lãnh đạo duyệt',
    phoneTitle: (page) => `Trên điện thoại: ${shorten(page, 200)}`,
    printTitle: (page) => `Bản in: ${shorten(page, 200)}`,
    width: (pixels) => `rộng ${pixels} điểm ảnh`,
    printHint: 'Đây là trang khi in ra giấy A4. Muốn xem chỗ ngắt trang hoặc in thật, mở trang rồi bấm Ctrl+P.',
    onPhone: 'Mở trang này trên điện thoại cùng mạng: quét mã này, hoặc gõ địa chỉ',
    back: 'Mở trang bình thường',
    noCopy: 'Chưa tải được bản trình lãnh đạo duyệt',
    noCopyWhy:
      'Đang có lỗi, nên trang đang xem có thể còn là bản cũ, trước khi sửa. Sửa xong các lỗi dưới đây, lưu tệp, rồi tải lại.',
  },
  review: {
    written: (file, size, apart) =>
      `Đã làm bản trình lãnh đạo duyệt: ${shorten(file, 300)} (${n(Math.max(1, Math.round(size / 1024)))} KB). Ảnh đã nằm trong tệp${apart ? '.' : '; gửi một tệp này qua thư điện tử hoặc Zalo là đủ.'}`,
    apart: (files) =>
      `Gửi kèm ${n(files.length)} tệp đính kèm của bài, không nằm trong bản trình: ${files.map((file) => shorten(file, 200)).join(', ')}`,
    stopped: 'Chưa làm bản trình: anh/chị sửa các lỗi nêu trên rồi chạy lại.',
    others: (errors) =>
      `Còn ${n(errors)} lỗi ở bài khác, không ảnh hưởng bản trình này. Xem bằng lệnh “npx tx-portal check”.`,
    ribbon: 'Bản trình lãnh đạo duyệt',
  },
  overlay: {
    title: (errors) => `Có ${n(errors)} lỗi cần sửa`,
    lastGood: 'Trang bên dưới là bản gần nhất còn đúng; sửa xong và lưu tệp thì trang tự cập nhật.',
    othersNow:
      'Bài có lỗi hiện bản gần nhất còn đúng (chưa có bản đúng thì chưa hiện); các trang khác hiện như vừa lưu. Sửa xong và lưu tệp thì trang tự cập nhật.',
    noPage: 'Chưa có bản nào để xem; sửa xong và lưu tệp thì trang tự hiện.',
    dismiss: 'Ẩn thông báo',
    show: 'Xem các lỗi',
    reconnecting: 'Mất kết nối với chương trình xem thử, đang thử lại…',
    notFound: (address) => `Không có trang nào ở địa chỉ ${shorten(address, 200)}.`,
    leftOut: {
      title: 'Bài này chưa hiện được',
      own: (errors) =>
        `Tệp bài có ${n(errors)} lỗi dưới đây nên chưa xem thử được; các bài khác vẫn hiện. Sửa xong và lưu tệp thì bài tự hiện ở đây ngay.`,
      leads:
        'Tệp bài này không có lỗi, nhưng dẫn đến một bài đang có lỗi nên tạm chưa hiện. Sửa xong và lưu tệp có lỗi dưới đây thì bài này tự hiện ở đây ngay.',
      others: 'Lỗi ở các tệp khác',
    },
    likely: 'Có lẽ là trang này:',
    hostRefused: (host) =>
      `Không mở bản xem thử qua tên máy ${shorten(host)} được; hãy dùng địa chỉ mà chương trình in ra.`,
    badAddress: 'Địa chỉ này viết không đúng cách.',
    readOnly: 'Bản xem thử chỉ để xem, không nhận gì gửi lên.',
    more: (errors) => `Và ${n(errors)} lỗi nữa.`,
    lostWhy:
      'Bản xem thử vẫn hiện, nhưng lúc xuất trang (tx-portal build) chương trình sẽ báo những lỗi dưới đây và dừng, không đăng gì cả. Hãy sửa trước khi đăng.',
    strip: {
      title: (warnings) => `${n(warnings)} điều nên xem lại ở trang này`,
      line: (line) => `Dòng ${line}:`,
      lost: (addresses) => `Sẽ không đăng được: mất ${n(addresses)} địa chỉ đã đăng`,
      stops: 'Lúc xuất trang sẽ báo lỗi và dừng:',
      all: 'Mọi bài của cổng',
    },
    news: {
      other: 'Có trang khác vừa thay đổi.',
      go: 'Mở trang vừa lưu (phím M): ',
      hide: 'Ẩn',
    },
    ribbon: {
      lost: 'Bài này đã từng đăng: để như thế này thì lúc xuất trang sẽ báo lỗi và dừng; cách sửa ở khung “Sẽ không đăng được”.',
      draft: (when) =>
        `Bản nháp – người đọc chưa thấy bài này. Bỏ dòng “draft: true” thì bài được đăng${when === null ? '' : ` vào ${when}`}.`,
      scheduled: (when) => `Hẹn giờ đăng – người đọc chưa thấy bài này, sẽ thấy từ ${when}.`,
      expires: (when) => `Người đọc đang thấy bài này; từ ${when} bài hết hạn.`,
      expired: (when) =>
        `Đã hết hạn${when === null ? '' : ` từ ${when}`} – người đọc vẫn mở được trang này, có ghi “Đã hết hạn”; trang chủ không còn bài.`,
      withdrawn: (when) =>
        `Đã thu hồi${when === null ? '' : ` ngày ${when}`} – người đọc chỉ thấy lời báo thu hồi, không còn nội dung và ảnh.`,
      moment: (when) => `Đang xem cổng như vào lúc ${when}.`,
      search:
        'Ô tìm kiếm chỉ tìm trong những bài đã đăng: bản nháp và bài hẹn giờ đăng không ra ở đây; tìm những bài ấy ở trang “Mọi bài của cổng”.',
      copying: (pictures) =>
        `Đang chép ${namesOf(pictures)}: bài có ảnh ấy tạm hiện bản trước hoặc chưa hiện, chép xong sẽ tự cập nhật.`,
      unread: (documents) =>
        `Đang đọc nốt ${n(documents)} bài cũ hơn: trang này chưa có những bài ấy, đọc xong sẽ tự cập nhật.`,
    },
  },
  help,
  bug: (reportable) =>
    `Chương trình gặp trục trặc ngoài dự tính; đây không phải lỗi của anh/chị. Những trang đã đăng vẫn dùng được.\nHãy sao chép phần dưới đây gửi cho người quản trị:\n${reportable}`,
  interrupted: 'Đã dừng theo yêu cầu. Những trang đã đăng vẫn dùng được; lần xuất trang sau sẽ làm nốt phần còn lại.',
}
