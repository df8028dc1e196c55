import type { HelpLabels } from '../vocabulary.ts'

/** `--help` in Vietnamese. */
export const help: HelpLabels = {
  description: 'Làm trang tin cho cổng thông tin điện tử huyện, xã từ các thư mục bài viết.',
  examples: [
    { command: 'npx tx-portal init cong-moi', note: 'bắt đầu một cổng mới' },
    { command: 'npx tx-portal new "Hội nghị tổng kết năm"', note: 'bắt đầu một bài mới' },
    { command: 'npx tx-portal serve', note: 'xem thử trên máy này' },
    { command: 'npx tx-portal check', note: 'kiểm tra mọi bài' },
    { command: 'npx tx-portal build', note: 'xuất trang vào thư mục “dist”' },
  ],
  headings: {
    usage: 'Cách dùng:',
    arguments: 'Tham số:',
    options: 'Tùy chọn:',
    commonOptions: 'Tùy chọn chung:',
    commands: 'Các lệnh:',
    examples: 'Ví dụ:',
    default: 'mặc định',
  },
  commands: {
    build: {
      summary: 'xuất trang',
      description:
        'Đọc mọi bài trong thư mục content và xuất các trang để đưa lên máy chủ. Còn lỗi thì không trang nào thay đổi.',
      examples: [
        { command: 'npx tx-portal build', note: 'xuất trang vào thư mục “dist”' },
        { command: 'npx tx-portal build --dry-run', note: 'xem sẽ thay đổi những gì mà chưa ghi' },
        { command: 'npx tx-portal build --now 2026-12-01T08:00:00+07:00', note: 'xuất trang như vào lúc ấy' },
      ],
    },
    check: {
      summary: 'kiểm tra bài, không xuất trang',
      description:
        'Nêu mọi lỗi, cảnh báo và gợi ý của các bài, kèm cách sửa. Trang và ảnh được làm thử để tìm lỗi nhưng không ghi ra.',
      examples: [
        { command: 'npx tx-portal check', note: 'kiểm tra cả cổng' },
        { command: 'npx tx-portal check content/bulletins/2023', note: 'chỉ nêu những gì thuộc năm 2023' },
        { command: 'npx tx-portal check --fix', note: 'sửa giúp khoảng trắng, dấu ngoặc kép, đoạn văn rồi kiểm tra' },
        { command: 'npx tx-portal check --strict', note: 'có cảnh báo cũng coi là chưa đạt' },
      ],
    },
    serve: {
      summary: 'xem thử trên máy này',
      description:
        'Mở bản xem thử, cả bản nháp và bài hẹn giờ đăng. Lưu tệp là trang trong trình duyệt tự cập nhật. Bấm Ctrl+C để dừng.',
      examples: [
        { command: 'npx tx-portal serve', note: 'xem thử, kể cả bản nháp' },
        { command: 'npx tx-portal serve --no-drafts', note: 'xem đúng như người đọc sẽ thấy' },
        { command: 'npx tx-portal serve --no-drafts --now 01/12/2026', note: 'người đọc sẽ thấy gì ngày 01/12/2026' },
      ],
    },
    preview: {
      summary: 'làm bản trình lãnh đạo duyệt của một bài',
      description:
        'Ghi một bài thành một tệp HTML duy nhất, có sẵn ảnh, kiểu chữ bên trong, để gửi người duyệt qua thư điện tử hoặc Zalo. Bản nháp cũng làm được. Mở tệp không cần mạng.',
      examples: [
        {
          command: 'npx tx-portal preview content/bulletins/2023/hoi-nghi-tong-ket --out bai.html',
          note: 'ghi vào tệp bai.html',
        },
        { command: 'npx tx-portal preview /2023/hoi-nghi-tong-ket/', note: 'chỉ bài theo địa chỉ' },
      ],
    },
    new: {
      summary: 'tạo một bài mới',
      description:
        'Tạo thư mục của bài với tệp index.md đã khai báo sẵn và chép ảnh vào đó. Bài mới là bản nháp, chỗ nào ghi “[điền: …]” là chỗ cần viết. Không ghi gì sau “new” thì chương trình hỏi từng mục. Không đè lên bài đã có.',
      examples: [
        { command: 'npx tx-portal new', note: 'hỏi từng mục' },
        {
          command: 'npx tx-portal new "Hội nghị tổng kết năm" --category thong-bao',
          note: 'chuyên mục ghi mã hoặc tên',
        },
        {
          command:
            'npx tx-portal new "Lễ hội đầu xuân" --category "Văn hóa - Xã hội" --author "Lê Thơ" --author "Khắc Cường"',
          note: 'hai tác giả',
        },
        {
          command: 'npx tx-portal new "Lễ hội đầu xuân" --category thong-bao --images "D:/Ảnh lễ hội"',
          note: 'chép mọi ảnh trong một thư mục',
        },
      ],
    },
    list: {
      summary: 'liệt kê bài theo trạng thái',
      description: 'Liệt kê các bài: bản nháp, hẹn giờ đăng, đã hết hạn hoặc tất cả.',
      examples: [
        { command: 'npx tx-portal list drafts', note: 'các bản nháp' },
        { command: 'npx tx-portal list scheduled', note: 'các bài hẹn giờ đăng' },
      ],
    },
    why: {
      summary: 'cho biết một trang từ đâu ra',
      description: 'Cho biết một trang làm từ tệp nào, theo mẫu trang nào, và vì sao một bài được hay chưa được đăng.',
      examples: [
        { command: 'npx tx-portal why /2023/hoi-nghi-tong-ket/', note: 'hỏi theo địa chỉ' },
        { command: 'npx tx-portal why content/bulletins/2023/hoi-nghi-tong-ket/index.md', note: 'hỏi theo tệp' },
      ],
    },
    init: {
      summary: 'tạo một cổng mới',
      description: 'Tạo một cổng trống để điền thông tin; thêm “--example” thì có sẵn bài mẫu. Không đè lên tệp đã có.',
      examples: [
        { command: 'npx tx-portal init cong-moi', note: 'cổng trống trong thư mục cong-moi' },
        { command: 'npx tx-portal init thu --example', note: 'cổng mẫu để xem và tập làm' },
      ],
    },
    eject: {
      summary: 'chép một mẫu trang vào cổng để sửa',
      description:
        'Chép một mẫu trang của chương trình vào thư mục templates của cổng; tệp ấy được dùng thay bản gốc. Không ghi tên thì liệt kê các mẫu trang. Không đè lên tệp đã có. Bản gốc thay đổi thì lần xuất trang sau nhắc.',
      examples: [
        { command: 'npx tx-portal eject', note: 'liệt kê các mẫu trang' },
        { command: 'npx tx-portal eject parts/card.njk', note: 'chép mẫu ô bài viết' },
        { command: 'npx tx-portal eject parts/card.njk --diff', note: 'xem đã sửa khác bản gốc ở đâu' },
        { command: 'npx tx-portal eject parts/card.njk --keep', note: 'ghi nhận đã xem bản gốc mới' },
      ],
    },
  },
  options: {
    category: 'chuyên mục của bài: mã hoặc tên trong content/categories.yml',
    author: 'tác giả: tên, hoặc mã trong content/authors.yml; nhiều người thì ghi nhiều lần',
    date: 'ngày đăng, ví dụ 13/01/2026; mặc định là hôm nay',
    images: 'các ảnh (hoặc thư mục ảnh) chép vào bài; ghi sau cùng trong lệnh',
    slug: 'tên thư mục của bài, mặc định lấy từ tiêu đề',
    diff: 'chỉ xem mẫu của cổng khác bản gốc ở đâu',
    keep: 'giữ mẫu của cổng và ghi nhận đã xem bản gốc mới',
    root: 'thư mục của cổng',
    out: 'thư mục nhận các trang xuất ra',
    outFile: 'tệp HTML nhận bản trình lãnh đạo duyệt (không ghi thì lấy tên bài)',
    now: 'coi như đang là lúc này (ngày giờ dạng 2026-12-01T08:00:00+07:00)',
    drafts: 'xuất cả bản nháp và bài hẹn giờ đăng',
    dryRun: 'làm thử, không ghi gì',
    thorough: 'đọc lại mọi tệp, kể cả tệp có vẻ không đổi',
    cacheDir: 'thư mục giữ những gì đã làm (ảnh, bài đã đọc) cho lần sau; mặc định .tx-portal/cache của cổng',
    threads: 'số luồng cùng làm việc; mặc định mỗi nhân máy một luồng',
    verify: 'xuất xong thì dựng lại từ đầu và đối chiếu từng byte; “--verify=all” làm lại cả ảnh',
    profile: 'in thêm thời gian từng bước, mẫu trang và bài tốn thời gian nhất',
    json: 'in kết quả dạng JSON cho chương trình khác đọc',
    baseUrl: 'địa chỉ cổng, thay cho “baseUrl” trong portal.yml',
    port: 'số cổng mạng của bản xem thử',
    host: 'địa chỉ mạng của bản xem thử; mặc định chỉ máy này xem được',
    noDrafts: 'không hiện bản nháp và bài hẹn giờ đăng',
    github: 'in theo dạng chú thích của GitHub',
    fix: 'sửa giúp những gì chắc chắn: khoảng trắng, dấu ngoặc kép, đoạn văn, chữ và dấu gõ rời; kèm “--dry-run” thì chỉ cho xem',
    strict: 'có cảnh báo cũng coi là chưa đạt',
    example: 'tạo cổng mẫu có sẵn bài',
    lang: 'ngôn ngữ của thông báo: vi hoặc en',
    quiet: 'chỉ in lỗi và kết quả',
    verbose: 'in thêm chi tiết',
    noColor: 'không dùng màu',
    version: 'in số phiên bản',
    help: 'in hướng dẫn này',
  },
  arguments: {
    paths: 'chỉ nêu những gì thuộc các tệp hoặc thư mục này',
    filter: 'chọn bài: drafts (bản nháp), scheduled (hẹn giờ đăng), expired (đã hết hạn), all (tất cả)',
    target: 'địa chỉ của trang, hoặc đường dẫn của tệp',
    folder: 'thư mục sẽ tạo cổng; mặc định là thư mục đang đứng',
    title: 'tiêu đề bài, đặt trong ngoặc kép',
    template: 'tên mẫu trang, ví dụ parts/card.njk',
  },
  values: {
    folder: 'thư mục',
    time: 'lúc',
    url: 'địa chỉ',
    port: 'số',
    host: 'địa chỉ mạng',
    language: 'ngôn ngữ',
    number: 'số',
    category: 'chuyên mục',
    name: 'tên',
    day: 'ngày',
    files: 'tệp…',
    file: 'tệp',
  },
}
