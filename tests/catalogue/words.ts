import { AT, type Cases, text } from './case.ts'

const saying = (body: string) => ({ [AT]: text('', `${body}\n`) })
const LONG_TITLE =
  'Ban Chỉ huy Quân sự huyện phối hợp với Phòng Giáo dục và Đào tạo, Huyện đoàn, Hội Cựu chiến binh tổ chức hội thao quốc phòng năm 2023'

/** Words that deserve a second look. */
export const words: Cases<
  | 'title/long'
  | 'summary/missing'
  | 'summary/long'
  | 'summary/like-title'
  | 'words/leftover'
  | 'words/missing'
  | 'words/twice'
  | 'words/mark'
  | 'words/mojibake'
  | 'words/old-font'
  | 'words/repeated'
  | 'words/spacing'
  | 'words/dash'
  | 'words/capitals'
  | 'words/long-paragraph'
  | 'words/private-number'
  | 'words/gambling'
  | 'words/to-fill'
  | 'words/to-fill-later'
> = {
  'title/long': { files: { [AT]: text('').replace(/title: .*/, `title: ${LONG_TITLE}`) }, at: `${AT}:2:8` },
  'summary/missing': { files: { [AT]: text('').replace(/summary: .*\n/, '') }, at: `${AT}:1:1` },
  'summary/long': {
    files: {
      [AT]: text('').replace(
        /summary: .*/,
        `summary: ${'Các đại biểu bàn việc gieo cấy, tưới tiêu và phòng bệnh cho lúa. '.repeat(5).trim()}`,
      ),
    },
    at: `${AT}:5:10`,
  },
  'summary/like-title': {
    files: { [AT]: text('').replace(/summary: .*/, 'summary: Lãnh đạo huyện thăm xã Xuân Hòa') },
    at: `${AT}:5:10`,
  },
  'words/to-fill': { files: saying('[điền: nội dung bài]'), at: `${AT}:7:1` },
  'words/to-fill-later': { files: { [AT]: text('draft: true', '[điền: nội dung bài]\n') }, at: `${AT}:8:1` },
  'words/leftover': { files: saying('Hội nghị do TODO chủ trì.'), at: `${AT}:7:13` },
  'words/missing': { files: saying(''), at: AT },
  'words/twice': {
    files: {
      [AT]: text('', 'Hội nghị bàn về vụ chiêm xuân và việc nạo vét kênh mương.\n'),
      'content/bulletins/2023/hoi-nghi - Copy/index.md': text(
        '',
        'Hội nghị bàn về vụ chiêm xuân và việc nạo vét kênh mương.\n',
      ),
    },
    at: 'content/bulletins/2023/hoi-nghi - Copy/index.md',
    scene: {
      vi: 'Cả thư mục của bài được chép thành `hoi-nghi - Copy`.',
      en: 'The folder of the bulletin was copied to `hoi-nghi - Copy`.',
    },
  },
  'words/mark': {
    files: saying('Căn cứ **Luật Tổ chức **chính quyền địa phương, hội nghị bàn về thu ngân sách.'),
    at: `${AT}:7:8`,
  },
  'words/mojibake': { files: saying('Há»™i nghị tổng kết'), at: `${AT}:7:2` },
  'words/old-font': { files: saying('Héi nghÞ tæng kÕt c«ng t¸c ®ãng qu©n canh phßng'), at: `${AT}:7:5` },
  'words/repeated': { files: saying('Phong trào góp phần góp phần xây dựng quê hương.'), at: `${AT}:7:21` },
  'words/spacing': { files: saying('Thượng tá Đỗ Thế Mạnh ( Chỉ huy trưởng) phát biểu.'), at: `${AT}:7:23` },
  'words/dash': { files: saying('Phát triển kinh tế- xã hội địa phương.'), at: `${AT}:7:17` },
  'words/capitals': {
    files: { [AT]: text('').replace(/title: .*/, 'title: LÃNH ĐẠO HUYỆN THĂM XÃ XUÂN HÒA') },
    at: `${AT}:2:8`,
  },
  'words/long-paragraph': {
    files: saying('Các đại biểu đã thảo luận sôi nổi về kế hoạch năm mới, nhất là việc huấn luyện. '.repeat(40).trim()),
    at: `${AT}:7:1`,
    scene: {
      vi: 'Một đoạn dài 680 tiếng, không xuống dòng lần nào.',
      en: 'One paragraph of 680 syllables without a break.',
    },
  },
  'words/private-number': {
    files: saying('Ông Nguyễn Văn A, số căn cước 038093001234, được hỗ trợ.'),
    at: `${AT}:7:31`,
  },
  'words/gambling': { files: saying('Chơi tài xỉu trên mạng là vi phạm pháp luật.'), at: `${AT}:7:6` },
}
