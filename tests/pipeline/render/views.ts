import type { Body, BodyRef } from '../../../src/core/bulletin.ts'
import { digestBytes } from '../../../src/core/digest.ts'
import { outputPath, sourcePath } from '../../../src/core/path.ts'
import type { BodyUse, PageJob } from '../../../src/core/plan.ts'
import type {
  BulletinView,
  CardView,
  ImageView,
  LinkView,
  PageMetaView,
  ShellView,
  TimeView,
  View,
} from '../../../src/core/view.ts'

/** One page as planning would hand it over. */
export interface Case {
  readonly name: string
  readonly job: PageJob
}

const base = 'https://thoxuan.example.vn'

const link = (title: string, href: string): LinkView => ({ title, href, external: /^https?:/.test(href) })

const day = (iso: string): TimeView => {
  const [year, month, date] = iso.split('-')
  return { iso, text: `${date}/${month}/${year}`, full: `ngày ${date} tháng ${month} năm ${year}`, hasTime: false }
}

const moment = (iso: string, clock: string): TimeView => {
  const { text, full } = day(iso)
  return { iso: `${iso}T${clock}:00+07:00`, text: `${text}, ${clock} (GMT+7)`, full, hasTime: true }
}

const photo = (name: string, alt: string, more: Partial<ImageView> = {}): ImageView => ({
  src: `/anh/${name}.jpg`,
  srcset: '',
  sources: [],
  url: `${base}/anh/${name}.jpg`,
  width: 1600,
  height: 1067,
  alt,
  caption: null,
  credit: null,
  original: null,
  ...more,
})

export const site: ShellView = {
  search: true,
  printQr: false,
  archive: null,
  version: 1,
  language: 'vi',
  title: 'Cổng thông tin điện tử huyện Thọ Xuân - Thanh Hóa',
  timeZone: 'Asia/Ho_Chi_Minh',
  zoneOffset: 420,
  home: '/',
  baseUrl: `${base}/`,
  agency: {
    name: 'Ủy ban nhân dân huyện Thọ Xuân',
    person: 'Bà Lê Thị Minh Châu, Trưởng Ban Biên tập',
    address: 'Khu 5, thị trấn Thọ Xuân, huyện Thọ Xuân, tỉnh Thanh Hóa',
    phone: '0237 000 0000',
    call: 'tel:02370000000',
    email: 'banbientap@thoxuan.example.vn',
    emblem: null,
  },
  parent: link('Cổng thông tin điện tử tỉnh Thanh Hóa', 'https://thanhhoa.gov.vn/'),
  slogan:
    'THỌ XUÂN PHẤN ĐẤU TRỞ THÀNH HUYỆN NÔNG THÔN MỚI NÂNG CAO VÀO TRƯỚC NĂM 2024, ĐẾN NĂM 2025 TRỞ THÀNH MỘT TRONG NHỮNG HUYỆN DẪN ĐẦU CÁC PHONG TRÀO CỦA TỈNH, ĐẾN NĂM 2030 TRỞ THÀNH THỊ XÃ THỌ XUÂN',
  notices: [
    {
      text: 'Lấy ý kiến Nhân dân về dự thảo quy hoạch vùng huyện đến hết ngày 31/01/2023.',
      href: '/lay-y-kien/',
      external: false,
    },
  ],
  menu: [
    {
      title: 'Giới thiệu',
      href: '/gioi-thieu/',
      external: false,
      children: [
        { title: 'Giới thiệu chung', href: '/gioi-thieu/', external: false, children: [] },
        { title: 'Cơ cấu tổ chức', href: '/co-cau-to-chuc/', external: false, children: [] },
        { title: 'Liên hệ', href: '/lien-he/', external: false, children: [] },
      ],
    },
    {
      title: 'Tin tức - Sự kiện',
      href: '/chuyen-muc/tin-tuc-su-kien/',
      external: false,
      children: [
        { title: 'Chính trị - Xây dựng Đảng', href: '/chuyen-muc/chinh-tri/', external: false, children: [] },
        { title: 'Kinh tế', href: '/chuyen-muc/kinh-te/', external: false, children: [] },
        { title: 'Nông thôn mới', href: '/chuyen-muc/nong-thon-moi/', external: false, children: [] },
        { title: 'Văn hóa - Xã hội', href: '/chuyen-muc/van-hoa-xa-hoi/', external: false, children: [] },
        { title: 'Giáo dục', href: '/chuyen-muc/giao-duc/', external: false, children: [] },
        { title: 'Quốc phòng - An ninh', href: '/chuyen-muc/quoc-phong-an-ninh/', external: false, children: [] },
      ],
    },
    { title: 'Chỉ đạo điều hành', href: '/chuyen-muc/chi-dao-dieu-hanh/', external: false, children: [] },
    { title: 'Chiến lược - Định hướng - Quy hoạch', href: '/chuyen-muc/quy-hoach/', external: false, children: [] },
    { title: 'Văn bản', href: '/chuyen-muc/van-ban/', external: false, children: [] },
    {
      title: 'Công khai',
      href: null,
      external: false,
      children: [
        { title: 'Công khai ngân sách', href: '/chuyen-muc/cong-khai-ngan-sach/', external: false, children: [] },
        { title: 'Dự án, đấu thầu', href: '/chuyen-muc/du-an-dau-thau/', external: false, children: [] },
      ],
    },
    { title: 'Cải cách hành chính', href: '/chuyen-muc/cai-cach-hanh-chinh/', external: false, children: [] },
    { title: 'Dịch vụ công', href: 'https://dichvucong.gov.vn/', external: true, children: [] },
  ],
  links: [
    link('Cổng Thông tin điện tử Chính phủ', 'https://chinhphu.vn/'),
    link('Cổng Dịch vụ công quốc gia', 'https://dichvucong.gov.vn/'),
    link('Cổng thông tin điện tử tỉnh Thanh Hóa', 'https://thanhhoa.gov.vn/'),
  ],
  sample: true,
  assets: { 'portal.css': '/assets/portal.0123456789.css' },
  icons: [{ href: '/favicon.svg', type: 'image/svg+xml' }],
  feeds: [{ title: 'Tin mới qua RSS', href: '/rss.xml', type: 'application/rss+xml' }],
  manifest: '/manifest.webmanifest',
  csp: "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; font-src 'self'; connect-src 'self'; media-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'",
  theme: { primary: '#b3131b', accent: '#f2c200' },
  generator: 'tx-portal 0.1.0',
  data: {},
}

const home = link('Trang chủ', '/')
const events = link('Tin tức - Sự kiện', '/chuyen-muc/tin-tuc-su-kien/')
const planning = link('Chiến lược - Định hướng - Quy hoạch', '/chuyen-muc/quy-hoach/')
const defence = link('Quốc phòng - An ninh', '/chuyen-muc/quoc-phong-an-ninh/')
const culture = link('Văn hóa - Xã hội', '/chuyen-muc/van-hoa-xa-hoi/')
const farming = link('Nông thôn mới', '/chuyen-muc/nong-thon-moi/')

const meta = (kind: PageMetaView['kind'], heading: string, href: string, more: Partial<PageMetaView> = {}) => ({
  kind,
  documentTitle: kind === 'home' ? site.title : `${heading} - ${site.title}`,
  heading,
  description: `${heading} – tin, bài trên Cổng thông tin điện tử huyện Thọ Xuân.`,
  href,
  canonical: base + href,
  noindex: true,
  breadcrumb: kind === 'home' ? [] : [home, link(heading, href)],
  openGraph: { type: 'website', title: heading, image: null, published: null, modified: null, section: null } as const,
  dublinCore: [
    { name: 'DC.title', content: heading },
    { name: 'DC.publisher', content: site.agency.name },
    { name: 'DC.language', content: 'vi' },
  ],
  jsonLd: [{ '@context': 'https://schema.org', '@type': 'GovernmentOrganization', name: site.agency.name }],
  ...more,
})

const card = (
  title: string,
  slug: string,
  date: string,
  category: LinkView,
  more: Partial<CardView> = {},
): CardView => ({
  title,
  shortTitle: title,
  href: `/${date.slice(0, 4)}/${slug}/`,
  url: `${base}/${date.slice(0, 4)}/${slug}/`,
  date: day(date),
  summary: '',
  category,
  cover: null,
  state: null,
  ...more,
})

const seedTitle =
  'Ban CHQS huyện Thọ Xuân: Hội nghị tổng kết công tác đóng quân canh phòng; công tác phối hợp thực hiện nhiệm vụ Quân sự-Quốc phòng năm 2022; phương hướng, nhiệm vụ năm 2023'
const seedSummary =
  'Chiều 12/01/2023, Ban chỉ huy Quân sự huyện Thọ Xuân tổ chức hội nghị tổng kết công tác đóng quân canh phòng; công tác phối hợp thực hiện nhiệm vụ Quân sự-Quốc phòng năm 2022; triển khai phương hướng, nhiệm vụ năm 2023.'

const seedPhotos: readonly ImageView[] = [
  photo('hoi-nghi-1', 'Các đại biểu trong hội trường trước giờ khai mạc'),
  photo('hoi-nghi-2', 'Toàn cảnh hội nghị'),
  photo('hoi-nghi-3', 'Một sĩ quan phát biểu trên bục', {
    caption: 'Thượng tá Đỗ Thế Mạnh, Uỷ viên BTV Huyện uỷ, Chỉ huy trưởng Ban CHQS huyện khai mạc hội nghị',
    credit: 'Khắc Cường',
  }),
  photo('hoi-nghi-4', 'Đại biểu tham luận', { width: 900, height: 1200 }),
  photo('hoi-nghi-5', 'Đại biểu thứ hai tham luận', { width: 1200, height: 900 }),
]

const cards: readonly CardView[] = [
  card(seedTitle, 'hoi-nghi-tong-ket-dong-quan-canh-phong', '2023-01-13', planning, {
    shortTitle: 'Ban CHQS huyện: Tổng kết công tác đóng quân canh phòng năm 2022',
    summary: seedSummary,
    cover: photo('hoi-nghi-1', 'Hội trường'),
  }),
  card('Khai mạc phiên chợ nông sản quê hương tại thị trấn Thọ Xuân', 'phien-cho-nong-san', '2023-01-11', events, {
    summary: 'Hơn 60 gian hàng của các hợp tác xã giới thiệu cam Xuân Thành, bánh gai Tứ Trụ và gạo sạch.',
    cover: photo('phien-cho', 'Gian hàng'),
  }),
  card('Xuân Sinh đón bằng công nhận xã đạt chuẩn nông thôn mới kiểu mẫu', 'xuan-sinh', '2023-01-10', farming, {
    summary: 'Sau ba năm phấn đấu, xã Xuân Sinh đã hoàn thành 19 trên 19 tiêu chí.',
  }),
  card('Thông báo lịch tiếp công dân tháng 01 năm 2023', 'lich-tiep-cong-dan', '2023-01-06', events, {
    summary: 'Chủ tịch UBND huyện tiếp công dân định kỳ vào ngày 10 và ngày 25 hằng tháng.',
    state: 'expired',
  }),
  card('Mùa gặt trên cánh đồng ven sông Chu', 'mua-gat', '2022-12-28', culture, {
    summary: 'Những ngày cuối tháng, cánh đồng ven sông rộn tiếng máy gặt.',
    cover: photo('mua-gat', 'Cánh đồng lúa chín'),
  }),
  card('Ra quân huấn luyện và diễn tập khu vực phòng thủ', 'dien-tap', '2022-12-20', defence, {
    summary: 'Cuộc diễn tập hoàn thành đúng ý định, bảo đảm an toàn tuyệt đối về người và phương tiện.',
    cover: photo('dien-tap', 'Đội hình diễn tập'),
  }),
]

const graph = (heading: string) => [
  {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: heading,
    publisher: { '@type': 'GovernmentOrganization', name: site.agency.name },
  },
]

const bulletinView = (more: Partial<BulletinView> = {}): BulletinView => ({
  minutes: 4,
  share: {
    zalo: 'https://button-share.zalo.me/share_external?d=e30%3D',
    facebook: 'https://www.facebook.com/sharer/sharer.php?u=x',
    email: 'mailto:?subject=x&body=x',
  },
  title: seedTitle,
  shortTitle: seedTitle,
  href: '/2023/hoi-nghi-tong-ket-dong-quan-canh-phong/',
  url: `${base}/2023/hoi-nghi-tong-ket-dong-quan-canh-phong/`,
  category: planning,
  date: day('2023-01-13'),
  updated: null,
  eventDate: null,
  summary: seedSummary,
  authors: [
    { name: 'Lê Thơ', role: null, unit: 'Trung tâm VHTT, TT&DL huyện', href: '/tac-gia/le-tho/' },
    { name: 'Khắc Cường', role: 'Ảnh', unit: null, href: '/tac-gia/le-tho/' },
  ],
  unit: 'Trung tâm VHTT, TT&DL huyện',
  signature: 'Lê Thơ – Khắc Cường, Trung tâm VHTT, TT&DL huyện',
  content: { body: 0 },
  headings: [],
  syllables: 1297,
  cover: null,
  gallery: { caption: null, images: [] },
  attachments: [],
  tags: [],
  origin: null,
  corrections: [],
  withdrawn: null,
  state: 'published',
  archive: null,
  publishAt: null,
  older: [],
  newer: null,
  extra: {},
  ...more,
})

const bulletinMeta = (heading: string, href: string, category: LinkView): PageMetaView =>
  meta('bulletin', heading, href, {
    breadcrumb: [home, category],
    openGraph: {
      type: 'article',
      title: heading,
      image: seedPhotos[0] ?? null,
      published: '2023-01-13',
      modified: '2023-01-20',
      section: category.title,
    },
    jsonLd: graph(heading),
  })

const seedBody: Body = {
  pieces: [
    { hole: 'gallery', images: [0, 1] },
    '<p>Dự hội nghị có đồng chí Nguyễn Hữu Dũng, Uỷ viên BTV Huyện uỷ, Phó Chủ tịch Thường trực UBND huyện; Thượng tá Đỗ Thế Mạnh, Ủy viên BTV Huyện ủy, Chỉ huy trưởng BCH Quân sự huyện; các đồng chí lãnh đạo, các đồng chí trong Đảng ủy Ban CHQS huyện; đại diện lãnh các phòng, ban, ngành, đoàn thể, cơ quan đơn vị, lãnh đạo, chỉ huy các đơn vị đóng quân canh phòng trên địa bàn huyện; lãnh đạo UBND, Trưởng Công an, Chỉ huy trưởng Ban CHQS 10 xã, thị trấn có các đơn vị đóng quân trên địa bàn huyện.</p>\n',
    { hole: 'figure', image: 2 },
    '<p>Năm 2022, dưới sự lãnh đạo, chỉ đạo của Huyện ủy, HĐND, <abbr title="Ủy ban nhân dân">UBND</abbr>, Ban CHQS huyện, MTTQ, các ban, ngành đoàn thể đã tích cực phối hợp tổ chức triển khai thực hiện nhiệm vụ quân sự, quốc phòng trên các nội dung đã ký kết đảm bảo đồng bộ, thống nhất từ huyện đến cơ sở đạt hiệu quả. Xem thêm ',
    { hole: 'link', link: 0 },
    'tin diễn tập khu vực phòng thủ</a> và ',
    { hole: 'link', link: 1 },
    'trang của tỉnh</a>.</p>\n',
    { hole: 'figure', image: 3 },
    '<p>Về công tác đóng quân canh phòng, năm 2022, các cơ quan, đơn vị triển khai thực hiện nhiều nhiệm vụ; dưới sự lãnh đạo của cấp ủy, chính quyền và lãnh đạo chỉ huy các cấp, sự quản lý giáo dục của cấp ủy chỉ huy đơn vị nên tình hình an ninh chính trị, trật tự ATXH trên địa bàn huyện luôn được giữ vững, Nhân dân tin tưởng vào đường lối, chủ trương của Đảng, chính sách pháp luật của Nhà nước, địa bàn an toàn không xảy ra điểm nóng; các đơn vị đóng quân canh phòng đều được đảm bảo an toàn tuyệt đối.</p>\n',
    '<p>Ký hiệu của phân đội: ',
    { hole: 'inline-image', image: 4 },
    '.</p>\n',
  ],
  text: '',
}

const sections = ['Kết quả chung', 'Kết quả từng tiêu chí', 'Tồn tại, hạn chế', 'Phương hướng, nhiệm vụ'].map(
  (text, index) => ({ level: 2, id: `muc-${index + 1}`, text }),
)

const reportBody: Body = {
  pieces: [
    '<h2 id="muc-1">Kết quả chung</h2>\n<p>Đến hết năm 2022, toàn huyện có 12 xã đạt chuẩn nông thôn mới nâng cao, 3 xã đạt chuẩn kiểu mẫu.<sup class="footnote-ref"><a href="#fn1" id="fnref1">[1]</a></sup></p>\n<ul>\n<li>Thu nhập bình quân đầu người đạt 58 triệu đồng;</li>\n<li>Tỷ lệ hộ nghèo còn 1,9%.<ul><li>Hộ cận nghèo: 3,2%.</li></ul></li>\n</ul>\n<blockquote><p>“Làm đến đâu chắc đến đó, dân biết, dân bàn, dân làm, dân kiểm tra.”</p></blockquote>\n<h2 id="muc-2">Kết quả từng tiêu chí</h2>\n<div class="table-wrap" role="region" aria-label="Bảng 1" tabindex="0"><table>\n<thead><tr><th>Xã</th><th>Giao thông</th><th>Thủy lợi</th><th>Trường học</th><th>Cơ sở vật chất văn hóa</th><th>Thu nhập bình quân (triệu đồng)</th><th>Hộ nghèo (%)</th><th>Môi trường</th></tr></thead>\n<tbody><tr><td>Xuân Sinh</td><td>Đạt</td><td>Đạt</td><td>Đạt</td><td>Đạt</td><td class="right">61,2</td><td class="right">1,1</td><td>Đạt</td></tr>\n<tr><td>Thọ Hải</td><td>Đạt</td><td>Đạt</td><td>Đạt</td><td>Chưa đạt</td><td class="right">55,0</td><td class="right">2,4</td><td>Đạt</td></tr></tbody>\n</table></div>\n<h2 id="muc-3">Tồn tại, hạn chế</h2>\n<ol>\n<li>Một số công trình văn hóa xuống cấp.</li>\n<li>Thu gom rác thải ở ven sông chưa thường xuyên.</li>\n</ol>\n<h2 id="muc-4">Phương hướng, nhiệm vụ</h2>\n<h3>Về hạ tầng</h3>\n<p>Ưu tiên đường liên xã và trường mầm non.</p>\n<hr class="footnotes-sep">\n<section class="footnotes"><ol class="footnotes-list"><li id="fn1" class="footnote-item"><p>Theo báo cáo của Văn phòng điều phối. <a href="#fnref1" class="footnote-backref" aria-label="Về chỗ đang đọc">↩</a></p></li></ol></section>\n',
  ],
  text: '',
}

const gallery = ['mua-gat', 'mua-gat-2', 'mua-gat-3', 'mua-gat-4', 'phien-cho', 'dien-tap'].map((name, index) =>
  photo(
    name,
    `Mùa gặt, ảnh ${index + 1}`,
    index === 2 ? { caption: 'Bà con xã Xuân Lai', width: 800, height: 1200 } : {},
  ),
)

const shortBody: Body = { pieces: ['<p>Trân trọng thông báo để tổ chức, cá nhân được biết.</p>\n'], text: '' }

const bodies = new Map<string, Body>()

const use = (name: string, body: Body, more: Partial<BodyUse> = {}): BodyUse => {
  const digest = digestBytes(name)
  bodies.set(digest, body)
  return {
    ref: { digest, source: sourcePath(`content/bulletins/${name}.md`) },
    images: [],
    links: [],
    terms: [],
    ...more,
  }
}

/** The bodies of the cases. */
export function bodyOf(ref: BodyRef): Body {
  const body = bodies.get(ref.digest)
  if (body === undefined) throw new Error(`no body ${ref.digest}`)
  return body
}

const seedUse = use('hoi-nghi', seedBody, {
  images: seedPhotos,
  links: [
    { href: '/2022/dien-tap/', external: false, download: false },
    { href: 'https://thanhhoa.gov.vn/tin?a=1&b=2', external: true, download: false },
  ],
})

const make = (name: string, template: string, view: View, uses: readonly BodyUse[] = []): Case => ({
  name,
  job: {
    kind: 'page',
    path: outputPath(`${name}.html`),
    digest: digestBytes(name),
    phase: 'page',
    of: null,
    template,
    shows: view.page.kind,
    view,
    bodies: uses,
  },
})

const onPage = (page: PageMetaView): Pick<View, 'site' | 'page'> => ({ site, page })

const block = (category: LinkView, from: number) => ({
  category,
  cards: [...cards.slice(from), ...cards.slice(0, from)].slice(0, 4),
})

const years = ['2023', '2022', '2021'].map((year) => link(`Năm ${year}`, `/chuyen-muc/quy-hoach/${year}/`))

const notice = 'Thông báo lịch tiếp công dân tháng 01 năm 2023'

const bulletinCases: readonly Case[] = [
  make(
    'bulletin',
    'bulletin.njk',
    {
      ...onPage(bulletinMeta(seedTitle, '/2023/hoi-nghi-tong-ket-dong-quan-canh-phong/', planning)),
      bulletin: bulletinView({ older: cards.slice(1, 6), newer: cards[1] ?? null }),
    },
    [seedUse],
  ),
  make(
    'report',
    'bulletin.njk',
    {
      ...onPage(bulletinMeta('Báo cáo kết quả xây dựng nông thôn mới năm 2022', '/2023/bao-cao/', farming)),
      bulletin: bulletinView({
        title: 'Báo cáo kết quả xây dựng nông thôn mới năm 2022',
        category: farming,
        date: moment('2023-01-13', '16:20'),
        updated: day('2023-01-20'),
        eventDate: day('2023-01-15'),
        headings: sections,
        cover: photo('mua-gat', 'Cánh đồng lúa chín', { caption: 'Cánh đồng mẫu lớn', credit: 'Lê Thơ' }),
        gallery: { caption: 'Một số hình ảnh mùa gặt', images: gallery },
        attachments: [
          {
            title: 'Báo cáo số 12/BC-UBND ngày 10/01/2023 kèm phụ lục số liệu từng xã',
            href: '/tep/bao-cao.pdf',
            type: 'PDF',
            size: '812 KB',
          },
          { title: 'Phụ lục số liệu', href: '/tep/phu-luc.xlsx', type: 'XLSX', size: '1,4 MB' },
          { title: 'Bản tin phát thanh', href: '/tep/phat-thanh.mp3', type: 'MP3', size: '3,1 MB' },
          { title: 'Phóng sự', href: '/tep/phong-su.mp4', type: 'MP4', size: '12 MB' },
        ],
        tags: ['nông thôn mới', 'tiêu chí', 'báo cáo'].map((title) => ({
          title,
          href: '/tu-khoa/x/',
          external: false,
        })),
        origin: { name: 'Báo Thanh Hóa', href: 'https://baothanhhoa.vn/' },
        corrections: [{ date: day('2023-01-20'), text: 'Sửa tỷ lệ hộ nghèo từ 2,9% thành 1,9%.' }],
        older: cards.slice(2, 4),
      }),
    },
    [use('bao-cao', reportBody)],
  ),
  make(
    'expired',
    'bulletin.njk',
    {
      ...onPage(bulletinMeta(notice, '/2023/lich-tiep-cong-dan/', events)),
      bulletin: bulletinView({ title: notice, summary: null, signature: '', authors: [], state: 'expired' }),
    },
    [use('lich', shortBody)],
  ),
  make(
    'draft',
    'bulletin.njk',
    {
      ...onPage(bulletinMeta(notice, '/2023/lich-tiep-cong-dan/', events)),
      bulletin: bulletinView({
        title: notice,
        summary: null,
        origin: { name: 'Báo Thanh Hóa', href: null },
        state: 'draft',
      }),
    },
    [use('lich', shortBody)],
  ),
  make(
    'scheduled',
    'bulletin.njk',
    {
      ...onPage(bulletinMeta(notice, '/2023/lich-tiep-cong-dan/', events)),
      bulletin: bulletinView({ title: notice, state: 'scheduled', publishAt: moment('2023-02-01', '07:30') }),
    },
    [use('lich', shortBody)],
  ),
  make(
    'withdrawn',
    'bulletin.njk',
    {
      ...onPage(bulletinMeta(notice, '/2023/lich-tiep-cong-dan/', events)),
      bulletin: bulletinView({
        title: notice,
        state: 'withdrawn',
        withdrawn: { date: day('2023-01-20'), reason: 'Lịch đã được thay bằng thông báo số 15/TB-UBND.' },
        older: cards.slice(1, 3),
      }),
    },
    [use('lich', shortBody)],
  ),
]

/** A page of every kind, with everything a view can hold somewhere among them. */
export const cases: readonly Case[] = [
  make('home', 'home.njk', {
    ...onPage(meta('home', site.title, '/')),
    home: {
      lead: cards[0] ?? null,
      newest: cards.slice(1),
      blocks: [block(events, 1), block(planning, 0), block(culture, 4), block(farming, 2)],
      banners: [
        {
          src: '/anh/bien.jpg',
          width: 1600,
          height: 400,
          alt: 'Mừng Đảng, mừng Xuân Quý Mão 2023',
          href: '/2023/mung-xuan/',
          external: false,
        },
      ],
    },
  }),
  make('home-empty', 'home.njk', {
    site: {
      ...site,
      agency: { name: '', person: '', address: '', phone: '', call: null, email: '', emblem: '/quoc-huy.png' },
      parent: null,
      slogan: null,
      notices: [],
      menu: [],
      links: [],
      sample: false,
      icons: [],
      feeds: [],
    },
    page: meta('home', site.title, '/', { noindex: false, description: '', dublinCore: [], jsonLd: [] }),
    home: { lead: null, newest: [], blocks: [], banners: [] },
  }),
  ...bulletinCases,
  make('category', 'category.njk', {
    ...onPage(meta('category', planning.title, planning.href)),
    category: {
      name: planning.title,
      purpose: 'Chiến lược, định hướng, quy hoạch, kế hoạch phát triển và việc triển khai thực hiện',
      href: planning.href,
      children: [defence, culture, farming],
      cards,
      years,
      feed: '/chuyen-muc/quy-hoach/rss.xml',
    },
  }),
  make('category-empty', 'category.njk', {
    ...onPage(meta('category', culture.title, culture.href)),
    category: { name: culture.title, purpose: '', href: culture.href, children: [], cards: [], years: [], feed: null },
  }),
  make('categories', 'categories.njk', {
    ...onPage(meta('category-index', 'Chuyên mục', '/chuyen-muc/')),
    categories: {
      groups: [
        { link: events, purpose: 'Tin, bài về hoạt động của huyện', children: [defence, culture, farming] },
        { link: planning, purpose: 'Chiến lược, quy hoạch, kế hoạch', children: [] },
      ],
    },
  }),
  make('period', 'period.njk', {
    ...onPage(
      meta('period', `${planning.title}: Năm 2023`, '/chuyen-muc/quy-hoach/2023/', {
        breadcrumb: [home, planning, link('Năm 2023', '/chuyen-muc/quy-hoach/2023/')],
      }),
    ),
    period: {
      of: planning,
      name: 'Năm 2023',
      months: [
        { name: 'Tháng 02 năm 2023', href: '/chuyen-muc/quy-hoach/2023/02/', cards: [] },
        { name: 'Tháng 01 năm 2023', href: null, cards },
      ],
      years,
    },
  }),
  make(
    'page',
    'page.njk',
    {
      ...onPage(meta('page', 'Cơ cấu tổ chức', '/co-cau-to-chuc/')),
      standing: {
        title: 'Cơ cấu tổ chức',
        href: '/co-cau-to-chuc/',
        updated: day('2023-01-02'),
        content: { body: 0 },
        headings: sections,
        gallery: { caption: 'Trụ sở UBND huyện', images: gallery.slice(0, 2) },
        attachments: [{ title: 'Quyết định thành lập', href: '/tep/quyet-dinh.pdf', type: 'PDF', size: '96 KB' }],
        siblings: [link('Giới thiệu chung', '/gioi-thieu/'), link('Cơ cấu tổ chức', '/co-cau-to-chuc/')],
        extra: {},
      },
    },
    [use('bao-cao', reportBody)],
  ),
  make('not-found', 'not-found.njk', {
    ...onPage(meta('not-found', 'Không tìm thấy trang', '/404.html', { breadcrumb: [] })),
  }),
  make('redirect', 'redirect.njk', {
    ...onPage(meta('redirect', 'Trang đã chuyển', '/2022/hoi-nghi/', { breadcrumb: [] })),
    redirect: { title: seedTitle, to: '/2023/hoi-nghi/', url: `${base}/2023/hoi-nghi/` },
  }),
]

/** The outputs that are not HTML. */
export const dataCases: readonly Case[] = [
  make(
    'rss',
    'feeds/rss.xml.njk',
    {
      ...onPage(meta('feed', site.title, '/rss.xml')),
      feed: {
        title: site.title,
        description: 'Tin mới của huyện Thọ Xuân',
        url: `${base}/`,
        self: `${base}/rss.xml`,
        updated: 'Fri, 13 Jan 2023 00:00:00 +0700',
        updatedIso: '2023-01-13T00:00:00+07:00',
        items: [
          {
            title: seedTitle,
            url: `${base}/2023/hoi-nghi/?a=1&b=2`,
            summary: seedSummary,
            published: 'Fri, 13 Jan 2023 00:00:00 +0700',
            publishedIso: '2023-01-13T00:00:00+07:00',
            updatedIso: '2023-01-13T00:00:00+07:00',
            category: planning.title,
            authors: ['Lê Thơ', 'Khắc Cường'],
            publisher: 'Ủy ban nhân dân huyện Thọ Xuân',
            withdrawn: false,
            content: { body: 0 },
          },
        ],
      },
    },
    [seedUse],
  ),
  make('sitemap-index', 'sitemap.xml.njk', {
    ...onPage(meta('data', '', '/sitemap.xml')),
    sitemap: { parts: [`${base}/sitemap-2023.xml`, `${base}/sitemap-2022.xml`], entries: [] },
  }),
  make('sitemap', 'sitemap.xml.njk', {
    ...onPage(meta('data', '', '/sitemap-2023.xml')),
    sitemap: {
      parts: [],
      entries: [
        { url: `${base}/`, lastmod: '2023-01-13' },
        { url: `${base}/2023/a/?b&c`, lastmod: null },
      ],
    },
  }),
  make('robots', 'robots.txt.njk', {
    ...onPage(meta('data', '', '/robots.txt')),
    robots: { sitemap: `${base}/sitemap.xml`, closed: true },
  }),
]
