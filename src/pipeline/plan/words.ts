/** The few words that planning itself prints; all others are the templates' own (templates/strings). */
export interface PlanWords {
  readonly home: string
  readonly categories: string
  readonly notFound: string
  readonly authors: string
  readonly tags: string
  readonly archive: string
  readonly map: string
  readonly corrections: string
  readonly search: string
  withdrawn(title: string): string
  year(year: string): string
  month(month: string, year: string): string
}

/** Month numbers as administrative texts write them: zero only for 1 and 2 (Nghị định 30/2020/NĐ-CP). */
const vi: PlanWords = {
  home: 'Trang chủ',
  categories: 'Chuyên mục',
  notFound: 'Không tìm thấy trang',
  authors: 'Tác giả',
  tags: 'Từ khóa',
  archive: 'Lưu trữ',
  map: 'Sơ đồ cổng',
  corrections: 'Đính chính',
  search: 'Tìm kiếm',
  withdrawn: (title) => `Bài viết đã được thu hồi: ${title}`,
  year: (year) => `Năm ${year}`,
  month: (month, year) => `Tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`,
}

const en: PlanWords = {
  home: 'Home',
  categories: 'Sections',
  notFound: 'Page not found',
  authors: 'Authors',
  tags: 'Tags',
  archive: 'Archive',
  map: 'Portal map',
  corrections: 'Corrections',
  search: 'Search',
  withdrawn: (title) => `Withdrawn: ${title}`,
  year: (year) => `Year ${year}`,
  month: (month, year) => `Month ${Number(month)}/${year}`,
}

/** By the portal's language. */
export const planWords: { readonly vi: PlanWords; readonly en: PlanWords } = { vi, en }
