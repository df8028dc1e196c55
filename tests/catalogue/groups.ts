/** The groups of messages, in the order a person meets them, with their titles. */
export const groups = {
  source: { vi: 'Đọc tệp và phần khai báo đầu bài', en: 'Reading files and front matter' },
  fields: { vi: 'Các dòng khai báo, ngày tháng, cấu hình', en: 'Fields, dates, configuration' },
  files: { vi: 'Tệp, tên và địa chỉ', en: 'Files, names and addresses' },
  images: { vi: 'Ảnh', en: 'Pictures' },
  links: { vi: 'Liên kết và tệp đính kèm', en: 'Links and attachments' },
  words: { vi: 'Câu chữ nên xem lại', en: 'Words that deserve a second look' },
  templates: { vi: 'Mẫu trang', en: 'Templates' },
  audit: { vi: 'Trang khi đến tay bạn đọc', en: 'Pages as readers get them' },
  machine: { vi: 'Thư mục xuất trang và máy', en: 'The published folder and the machine' },
  usage: { vi: 'Dòng lệnh', en: 'The command line' },
} as const

/** The name of a group: of its table, its test and its page in docs/messages. */
export type GroupName = keyof typeof groups
