/** Widths in CSS pixels of a phone, a tablet and a desk; on paper the width between the margins of A4. */
const PHONE = 360
const TABLET = 768
const DESK = 1280
const A4 = 642

/** How each kind of page is looked at. */
export const VIEWS = [
  ...[PHONE, TABLET, DESK].flatMap((width) => ['light', 'dark'].map((mode) => ({ width, mode }))),
  { width: A4, mode: 'print' },
]

/** A page of each kind, in the repository's own portal. To add one: a line here. */
export const KINDS = [
  { name: 'home', path: '/', title: 'Trang chủ' },
  {
    name: 'bulletin',
    path: '/2023/hoi-nghi-tong-ket-dong-quan-canh-phong/',
    title: 'Bài viết có ảnh, tiêu đề 171 ký tự',
  },
  { name: 'notice', path: '/2024/doi-thoai-voi-thanh-nien/', title: 'Bài viết không có ảnh' },
  { name: 'report', path: '/2025/bao-cao-xay-dung-nong-thon-moi/', title: 'Báo cáo dài, có mục lục' },
  { name: 'table', path: '/2022/ket-qua-hoi-khoe-phu-dong-cap-huyen/', title: 'Kết quả trong bảng, tệp đính kèm' },
  { name: 'photos', path: '/2022/muoi-hai-thang-tren-que-huong/', title: 'Mười hai ảnh' },
  { name: 'audio', path: '/2024/ban-tin-phat-thanh-thang-7/', title: 'Bản tin có âm thanh' },
  { name: 'corrected', path: '/2023/so-ca-sot-xuat-huyet-giam/', title: 'Bài có đính chính' },
  { name: 'expired', path: '/2022/lay-y-kien-dat-ten-duong/', title: 'Bài đã hết hạn' },
  { name: 'withdrawn', path: '/2024/thong-bao-tuyen-vien-chuc/', title: 'Bài đã thu hồi' },
  { name: 'section', path: '/chuyen-muc/tin-tuc-su-kien/', title: 'Chuyên mục' },
  { name: 'year', path: '/chuyen-muc/tin-tuc-su-kien/2024/', title: 'Một năm của chuyên mục' },
  { name: 'sections', path: '/chuyen-muc/', title: 'Tất cả chuyên mục' },
  { name: 'archive', path: '/luu-tru/', title: 'Lưu trữ' },
  { name: 'author', path: '/tac-gia/khac-cuong/', title: 'Tác giả' },
  { name: 'corrections', path: '/dinh-chinh/', title: 'Các đính chính' },
  { name: 'map', path: '/so-do-cong/', title: 'Sơ đồ cổng' },
  { name: 'page', path: '/gioi-thieu/', title: 'Trang giới thiệu' },
  { name: 'search', path: '/tim-kiem/?q=lua', title: 'Tìm kiếm' },
  { name: 'not-found', path: '/404.html', title: 'Không tìm thấy trang' },
]

/** Single pictures for the guides: {name, path, width, mode, title}; name is the file's, mode light, dark or print. */
export const NAMED = [
  { name: 'menu-phone', path: '/#trinh-don', width: PHONE, mode: 'light', title: 'Danh mục trên điện thoại' },
]
