import { videoIn } from '../../core/video.ts'
import { amount, line, quote, withLines } from '../quote.ts'
import type { Area } from '../words.ts'
import { withField, withItem } from './offer.ts'

const lookedAt = 'Nếu đã xem và đúng là như vậy,'

const persons: ReadonlyMap<string, readonly [name: string, why: string]> = new Map([
  ['identity', ['số căn cước (chứng minh nhân dân)', 'Kẻ xấu dùng số này để mạo danh, vay tiền, mở tài khoản.']],
  ['account', ['số tài khoản ngân hàng', 'Số tài khoản đăng công khai dễ bị sửa để lừa tiền ủng hộ.']],
  ['phone', ['số điện thoại di động của cá nhân', 'Số riêng đăng lên mạng dễ bị làm phiền, lừa đảo.']],
])
const privately = ['số riêng của một người', 'Số riêng đăng lên mạng dễ bị lợi dụng.'] as const

/** What does the same as code to embed something; page: the address of the video it shows, if it is one. */
const toEmbed = (page: string | null): string =>
  page === null
    ? 'Xóa cả đoạn mã. Thay vào đó đặt một liên kết như “[Bản đồ đường đi](địa chỉ)”.'
    : `Xóa cả đoạn mã, thay bằng ${quote(page)} trên một dòng riêng, trước và sau để dòng trống: trang sẽ có một khung dẫn tới video.`

/** How old codes are known, by their fonts, and what UniKey calls them. */
const oldFonts: Readonly<Record<string, { readonly named: string; readonly from: string }>> = {
  TCVN3: { named: ' (phông .VnTime)', from: 'TCVN3 (ABC)' },
  VISCII: { named: '', from: 'VISCII' },
  VNI: { named: ' (phông VNI-Times)', from: 'VNI Windows' },
}

/** What deserves a second look in the words themselves. */
export const proof: Area<'words'> = {
  'words/missing': (_, there) => ({
    what: 'Bài chưa có nội dung: dưới phần khai báo không có chữ, ảnh hay tệp nào.',
    why: 'Bạn đọc mở ra chỉ thấy tiêu đề, mà địa chỉ đã đăng thì phải giữ mãi.',
    remedy: withField(
      'Viết nội dung dưới dòng “---” thứ hai. Chưa viết xong thì giữ bài làm bản nháp.',
      'Thêm dòng này vào phần khai báo đầu bài:',
      'draft: true',
      there,
    ),
  }),
  'words/twice': ({ other }, there) => ({
    what: `Bài này giống hệt ${quote(other)}: cùng tiêu đề, cùng ngày, cùng nội dung.`,
    why: 'Có lẽ là bản chép thừa, như Windows đặt tên “… - Copy”. Đăng lên rồi thì địa chỉ của bản thừa cũng phải giữ mãi.',
    remedy: withItem(`Xóa bản thừa. ${lookedAt}`, 'accept', 'words/twice', there),
  }),
  'words/to-fill': ({ text }, there) => ({
    what: `Chỗ này còn chờ điền: ${quote(text)}.`,
    why: 'Bài đang để đăng mà bạn đọc sẽ thấy nguyên lời nhắc này, nên chưa xuất trang được.',
    remedy: withField(
      'Thay cả ngoặc vuông (và dấu nháy, nếu có) bằng lời thật; mục nào không cần thì xóa cả dòng. Chưa viết xong thì giữ bài làm bản nháp.',
      'Thêm dòng này vào phần khai báo đầu bài:',
      'draft: true',
      there,
    ),
  }),
  'words/to-fill-later': ({ text }) => ({
    what: `Bản nháp còn chỗ chờ điền: ${quote(text)}.`,
    why: 'Bản nháp chưa ai thấy; tới lúc đăng mà chưa điền thì sẽ không xuất trang được.',
    remedy: 'Thay cả ngoặc vuông (và dấu nháy, nếu có) bằng lời thật; mục nào không cần thì xóa cả dòng.',
  }),
  'words/leftover': ({ text }, there) => ({
    what: `Trong bài còn sót ${quote(text)}, có lẽ là chỗ chờ điền hoặc do phần mềm để lại.`,
    why: 'Bạn đọc sẽ thấy nguyên như vậy.',
    remedy: withItem(`Điền nốt hoặc xóa đi. ${lookedAt}`, 'accept', 'words/leftover', there),
  }),
  'words/mark': ({ what, text }, there) => ({
    what: {
      bold: `Dấu sao ở ${quote(text)} không thành chữ đậm.`,
      heading: `${quote(text)} không thành đề mục.`,
      link: `${quote(text)} không thành liên kết.`,
      html: `Bài không dùng được thẻ HTML như ${quote(text)}.`,
      embed: `Bài không dùng được mã nhúng như ${quote(text)}.`,
      table: `Dòng ${quote(text)} không thành bảng.`,
      tab: `Đây có lẽ là bảng chép từ Word, nay các ô dính vào nhau: ${quote(text)}.`,
      symbol: 'Ở đây có ký hiệu của phông Wingdings hoặc Symbol, chỉ Word mới hiện được.',
      row: `Dòng ${quote(text)} bị gộp vào bảng ở trên, thành một hàng của bảng.`,
      cells: `Ô ${quote(text)} không hiện: hàng này nhiều ô hơn hàng đầu của bảng.`,
      fence: `Chữ ${quote(text)} sau ba dấu “\`\`\`” không hiện.`,
      item: `Dòng ${quote(text)} bị gộp vào mục cuối của danh sách ở trên.`,
    }[what],
    why:
      what === 'row' || what === 'item'
        ? 'Sau bảng và sau danh sách, xuống dòng một lần chưa thành đoạn mới.'
        : what === 'fence'
          ? 'Ba dấu ấy mở một đoạn mã máy tính; chữ cùng dòng với chúng bạn đọc không thấy.'
          : what === 'cells'
            ? 'Bảng có bao nhiêu cột là do hàng đầu; ô thừa ra thì bạn đọc không thấy.'
            : what === 'tab' || what === 'symbol'
              ? 'Bạn đọc sẽ không thấy như trong Word.'
              : 'Bạn đọc sẽ thấy nguyên như đã gõ.',
    remedy: withItem(
      `${
        {
          bold: 'Gõ hai dấu sao sát vào chữ ở cả hai đầu, như “**chữ đậm**”; không cần in đậm thì xóa các dấu ấy.',
          heading: 'Thêm một dấu cách sau các dấu “#”, như “## Kết quả”.',
          link: 'Gõ liền, không cách, đủ dấu đóng ngoặc: “[chữ](địa chỉ)”.',
          html: 'Xóa thẻ ấy. Chữ đậm viết “**chữ đậm**”; muốn sang đoạn mới thì để một dòng trống.',
          embed: toEmbed(videoIn(text)),
          table: 'Thêm dưới dòng đầu của bảng một dòng gạch, số ô bằng nhau, như “| --- | --- |”.',
          tab: 'Gõ lại thành bảng: mỗi hàng một dòng như “| Lập Lễ | 96 |”, dưới hàng đầu là dòng gạch như “| --- | --- |”.',
          row: 'Để một dòng trống giữa bảng và dòng này.',
          cells: 'Thêm ô cho hàng đầu và hàng gạch (để trống cũng được), hoặc bỏ ô thừa của hàng này.',
          fence: 'Xóa các dấu ấy ở cả hai đầu, hoặc đưa chữ xuống dòng dưới.',
          item: 'Để một dòng trống trước dòng này. Nếu đúng là lời của mục ấy thì gõ hai dấu cách ở đầu dòng.',
          symbol: 'Xóa đi hoặc thay bằng chữ; đầu dòng liệt kê thì dùng dấu “-” và một dấu cách.',
        }[what]
      } ${lookedAt}`,
      'accept',
      'words/mark',
      there,
    ),
  }),
  'words/mojibake': ({ text }, there) => ({
    what: `Chữ ở đây bị hỏng phông: ${quote(text)}.`,
    why: 'Chữ đã bị đọc sai bảng mã khi sao chép, bạn đọc không đọc được.',
    remedy: withItem(`Mở bản gốc, sao chép lại đoạn này hoặc gõ lại. ${lookedAt}`, 'accept', 'words/mojibake', there),
  }),
  'words/old-font': ({ font, text }, there) => ({
    what: `Đoạn này có lẽ gõ bằng bảng mã cũ ${quote(font)}${oldFonts[font]?.named ?? ''}, ví dụ ${quote(text)}.`,
    why: 'Trên trang không có phông ấy nên bạn đọc chỉ thấy ký tự lạ.',
    remedy: withItem(
      `Sao chép đoạn này, bấm Ctrl+Shift+F6 để mở bảng chuyển mã của UniKey, chuyển từ “${oldFonts[font]?.from ?? 'VNI Windows'}” sang “Unicode” rồi dán lại. ${lookedAt}`,
      'accept',
      'words/old-font',
      there,
    ),
  }),
  'words/repeated': ({ text }, there) => ({
    what: `${quote(text)} được viết hai lần liền nhau.`,
    why: 'Thường là do sao chép hoặc sửa câu còn sót.',
    remedy: withItem(`Xóa bớt một lần. ${lookedAt}`, 'accept', 'words/repeated', there),
  }),
  'words/spacing': ({ text, right }) => ({
    what: `Khoảng trắng đặt chưa đúng chỗ ở ${quote(text)}.`,
    why: 'Dấu câu và ngoặc có thể rớt xuống đầu dòng sau.',
    remedy: withLines('Chạy “npx tx-portal check --fix” để sửa giúp, hoặc tự sửa thành:', line(right)),
  }),
  'words/dash': ({ text }, there) => ({
    what: `Dấu gạch ở ${quote(text)} chỉ có khoảng trắng ở một bên.`,
    why: 'Chỉ người viết biết đây là hai từ ghép liền hay hai vế tách nhau.',
    remedy: withItem(
      `Viết khoảng trắng cả hai bên (“kinh tế - xã hội”) hoặc viết liền (“Ê-đê”). ${lookedAt}`,
      'accept',
      'words/dash',
      there,
    ),
  }),
  'words/capitals': ({ text }, there) => ({
    what: `Phần lớn chữ ở đây viết hoa: ${quote(text)}.`,
    why: 'Cả câu viết hoa khó đọc, và máy đọc màn hình có thể đánh vần từng chữ.',
    remedy: withItem(
      `Gõ lại bằng chữ thường, chỉ viết hoa chữ đầu câu và tên riêng. ${lookedAt}`,
      'accept',
      'words/capitals',
      there,
    ),
  }),
  'words/long-paragraph': ({ syllables, max }, there) => ({
    what: `Đoạn này dài ${amount(syllables, 'vi')} chữ (nên dưới ${amount(max, 'vi')}).`,
    why: 'Trên điện thoại đoạn này kín nhiều màn hình, người đọc dễ bỏ dở.',
    remedy: withItem(
      `Chia thành vài đoạn, giữa các đoạn để một dòng trống. ${lookedAt}`,
      'accept',
      'words/long-paragraph',
      there,
    ),
  }),
  'words/private-number': ({ what, text }, there) => {
    const [name, why] = persons.get(what) ?? privately
    return {
      what: `${quote(text)} có lẽ là ${name}.`,
      why,
      remedy: withItem(
        `Xóa số này, hoặc che bớt nếu cần giữ. Nếu đã xem và được phép công khai,`,
        'accept',
        'words/private-number',
        there,
      ),
    }
  },
  'words/gambling': ({ text, where }, there) => ({
    what: `${where === 'document' ? 'Trong bài' : 'Trong tệp này'} có từ ngữ về cờ bạc, cá cược: ${quote(text)}.`,
    why: 'Kẻ xấu hay chèn quảng cáo cờ bạc vào cổng của cơ quan nhà nước.',
    remedy:
      where === 'portal'
        ? 'Xóa đi và báo ngay người quản trị xem ai đã chèn vào. Nếu chính cơ quan viết, dùng từ khác (“đánh bạc qua mạng”).'
        : withItem(
            'Nếu không phải lời của bài, xóa đi và báo ngay người quản trị. Nếu là tin phòng, chống cờ bạc,',
            'accept',
            'words/gambling',
            there,
          ),
  }),
}
