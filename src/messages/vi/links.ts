import { line, quote, withLines } from '../quote.ts'
import { stateName } from '../states.ts'
import { fileOnMachine, linkTrouble } from '../trouble.ts'
import type { Area } from '../words.ts'
import { withItem } from './offer.ts'

/** What readers meet behind a link to a bulletin of a state, and the way out. */
const behind: ReadonlyMap<string, readonly [why: string, way: string]> = new Map([
  ['expired', ['Bạn đọc mở ra sẽ thấy bài đã hết hạn.', 'Bỏ liên kết hoặc thay bằng bài khác.']],
  ['withdrawn', ['Bạn đọc mở ra chỉ thấy lời báo thu hồi.', 'Bỏ liên kết hoặc thay bằng bài khác.']],
])
const notYet = [
  'Đến khi bài ấy được đăng, chữ này đứng trên trang không có liên kết.',
  'Bỏ liên kết, hoặc chờ bài kia được đăng: liên kết sẽ tự có.',
] as const

const toAddress = 'Sửa lại địa chỉ cho đúng một trang của cổng (địa chỉ nhìn thấy khi mở trang ấy), hoặc bỏ liên kết.'
const toFile = 'Sửa lại liên kết cho đúng tên tệp của bài kia, hoặc bỏ liên kết và giữ lại chữ.'
const besideText =
  'Chép tệp vào cùng thư mục với bài rồi xem lại tên tệp trong liên kết cho đúng, hoặc bỏ liên kết và giữ lại chữ.'

/** Where links lead. */
export const links: Area<'link'> = {
  'link/broken': ({ href, nearest }) => {
    const trouble = linkTrouble(href)
    const why = 'Bạn đọc bấm vào sẽ gặp trang báo không tìm thấy.'
    if (trouble === 'no-scheme')
      return {
        what: `Liên kết ${quote(href)} thiếu “https://” ở đầu, nên được hiểu là tên một tệp đặt cạnh bài.`,
        why,
        remedy: withLines('Nếu là địa chỉ trang ngoài thì viết thêm “https://” vào trước:', line(`https://${href}`)),
      }
    const what =
      trouble === 'document'
        ? `Không thấy tệp ${quote(href)} trong thư mục của bài.`
        : `Liên kết ${quote(href)} không dẫn tới trang nào.`
    if (nearest !== null)
      return {
        what: `${what} Có phải ý anh/chị là ${quote(nearest)}?`,
        why,
        remedy: withLines('Nếu đúng thì sửa liên kết thành:', line(nearest)),
      }
    return { what, why, remedy: href.startsWith('/') ? toAddress : trouble === 'document' ? besideText : toFile }
  },
  'link/anchor': ({ href }) => ({
    what: `Liên kết ${quote(href)} chỉ tới một đề mục không có trong trang.`,
    why: 'Bạn đọc bấm vào vẫn mở được trang, nhưng không tới đúng chỗ.',
    remedy: 'Sửa phần sau dấu “#” theo đề mục hiện có, hoặc bỏ phần ấy đi.',
  }),
  'link/unsafe': ({ href }) => {
    const own = fileOnMachine(href)
    return /^https?:\/\/[^/?#]*@/i.test(href)
      ? {
          what: `Liên kết ${quote(href)} có tên đăng nhập hoặc mật khẩu trước dấu “@”, cách kẻ lừa đảo giấu tên miền thật, nên bị từ chối.`,
          remedy: 'Viết địa chỉ không có phần trước dấu “@”.',
        }
      : own !== null
        ? {
            what: `Liên kết ${quote(href)} chỉ tới một tệp trên máy của bạn, bạn đọc không mở được.`,
            remedy: withLines('Chép tệp ấy vào cùng thư mục với bài rồi sửa phần trong ngoặc tròn thành tên tệp:', own),
          }
        : {
            what: `Liên kết ${quote(href)} có thể chạy mã lệnh hoặc mở tệp trên máy của bạn đọc, nên bị từ chối.`,
            remedy: 'Thay bằng địa chỉ bắt đầu bằng “https://”, hoặc bỏ liên kết và giữ lại chữ.',
          }
  },
  'link/outside': ({ href }) => ({
    what: `Liên kết ${quote(href)} dẫn ra ngoài thư mục “content”.`,
    why: 'Chỉ những gì trong thư mục “content” mới được đăng.',
    remedy: 'Chép tệp vào cùng thư mục với bài rồi sửa lại liên kết.',
  }),
  'link/unpublished': ({ href, state }, there) => {
    const [why, way] = behind.get(state) ?? notYet
    return {
      what: `Liên kết ${quote(href)} dẫn tới một bài ở trạng thái “${stateName(state, 'vi')}”.`,
      why,
      remedy: withItem(`${way} Nếu đã xem và vẫn muốn giữ,`, 'accept', 'link/unpublished', there),
    }
  },
  'link/host': ({ host }, there) => ({
    what: `Trang ${quote(host)} chưa có trong danh sách trang ngoài được tin cậy.`,
    why: 'Liên kết lạ trên cổng cơ quan nhà nước dễ bị lợi dụng để quảng cáo hoặc lừa đảo.',
    remedy: withItem(
      'Xem kỹ liên kết. Nếu đúng, người quản trị thêm trang này vào mục “linkHosts” của content/portal.yml; hoặc',
      'accept',
      'link/host',
      there,
    ),
  }),
  'link/punycode': ({ host, unicode }, there) => ({
    what: `Tên trang ${quote(host)} có chữ dễ nhầm; đọc ra là ${quote(unicode)}.`,
    why: 'Kẻ gian hay dùng chữ giống nhau để giả một trang quen thuộc.',
    remedy: withItem('So lại từng chữ với địa chỉ thật. Nếu đúng là trang ấy,', 'accept', 'link/punycode', there),
  }),
  'link/gambling': ({ href }) => ({
    what: `Liên kết ${quote(href)} dẫn tới trang cờ bạc, cá cược.`,
    why: 'Kẻ xấu hay chèn liên kết cờ bạc vào cổng của cơ quan nhà nước.',
    remedy:
      'Xóa liên kết này và báo ngay người quản trị xem ai đã chèn vào. Nếu là bài báo viết về cờ bạc, người quản trị thêm trang ấy vào mục “linkHosts” của content/portal.yml.',
  }),
  'link/no-words': ({ href }) => ({
    what: `Liên kết ${quote(href)} không có chữ nào để bạn đọc nhìn thấy.`,
    why: 'Kẻ xấu hay giấu liên kết trong dấu chấm hoặc chỗ trống; người dùng trình đọc màn hình cũng không biết nó dẫn đi đâu.',
    remedy:
      'Nếu không phải cơ quan viết, xóa liên kết và báo ngay người quản trị. Nếu đúng, viết trong ngoặc vuông nơi nó dẫn tới: “[Kế hoạch số 12](…)”.',
  }),
  'link/disguised': ({ given, href }) => ({
    what: `Chữ của liên kết là ${quote(given)}, nhưng bấm vào lại tới ${quote(href)}.`,
    why: 'Bạn đọc tin vào chữ mà vào nhầm trang: kẻ lừa đảo hay làm như vậy.',
    remedy: 'Sửa địa chỉ cho đúng với chữ, hoặc thay chữ bằng tên của nơi liên kết dẫn tới.',
  }),
  'link/redirect': ({ host, to }, there) => ({
    what: `Liên kết tới ${quote(host)} có ${quote(to)} trong địa chỉ, có thể sẽ chuyển bạn đọc sang đó.`,
    why: 'Kẻ xấu hay lợi dụng chức năng chuyển trang và tìm kiếm của trang tin cậy để dẫn tới trang của chúng.',
    remedy: withItem(
      'Mở thử liên kết và thay bằng địa chỉ của chính trang cần tới. Nếu đã xem và đúng,',
      'accept',
      'link/redirect',
      there,
    ),
  }),
  'link/shortener': ({ host }, there) => ({
    what: `Trang ${quote(host)} là trang rút gọn liên kết, không biết trước sẽ dẫn đi đâu.`,
    why: 'Liên kết rút gọn có thể bị đổi đích hoặc hết hạn sau khi bài đã đăng.',
    remedy: withItem(
      'Mở liên kết, sao chép địa chỉ đầy đủ rồi thay vào. Nếu vẫn muốn giữ,',
      'accept',
      'link/shortener',
      there,
    ),
  }),
}
