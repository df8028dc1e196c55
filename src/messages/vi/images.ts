import type { There } from '../../core/diagnostic.ts'
import type { Burden, FileKind, Unseen } from '../../core/file-facts.ts'
import { ARCHIVES, PICTURES, UNPLAYED } from '../../core/media-type.ts'
import { amount, asNamed, inStatic, line, quote, withLines } from '../quote.ts'
import type { Area, Words } from '../words.ts'
import { withItem } from './offer.ts'

const intoFolder = 'Chép ảnh vào cùng thư mục với bài rồi chỉ ghi tên tệp'
const asJpg = 'lưu lại thành JPG, đặt thay tệp cũ rồi sửa lại tên ở chỗ ghi tên ảnh'

/** What stands where a caption is to be written: `words/to-fill` stops it. */
const caption = '[điền: ảnh chụp ai, đang làm gì, ở đâu]'

/** Words for photos, in `images:` that may be there already. */
function withPhotos(names: readonly string[], there: There | null): string {
  const captioned = `caption: '${caption}'`
  if (there !== null && there.dashes === null)
    return withItem(
      'Viết chú thích cho ảnh:',
      'images',
      names.map((src) => `{src: ${JSON.stringify(src)}, ${captioned}}`).join(', '),
      there,
    )
  const indent = ' '.repeat((there?.dashes ?? 3) - 1)
  const item = names.flatMap((src) => [line(`${indent}- src: ${src}`), `${indent}  ${captioned}`])
  return there === null
    ? withLines(
        'Viết chú thích cho ảnh ở mục “images” của phần khai báo, như “Đại biểu dự hội nghị”:',
        'images:',
        ...item,
      )
    : withLines('Viết thêm vào mục “images” đang có ở phần khai báo (thẳng hàng với các ảnh ở trên):', ...item)
}

/** Photos: whether they are there, are photos, and have words. */
export const images: Area<'image'> = {
  'image/missing': ({ src, nearest, where }) => {
    if (where === 'folder')
      return {
        what: `${quote(src)} trong thư mục của bài là một thư mục, không phải tệp ảnh.`,
        remedy:
          nearest === null
            ? 'Chép ảnh vào thư mục của bài rồi ghi đúng tên tệp ảnh.'
            : withLines('Nếu muốn đặt ảnh nằm trong thư mục ấy thì sửa tên ảnh thành:', line(nearest)),
      }
    if (where === 'refused')
      return {
        what: `Trong thư mục của bài có ${quote(src)}, nhưng đó không phải tệp ảnh bình thường nên không đọc được.`,
        remedy: `Xem lỗi báo ở chính ${quote(src)}, rồi chép tệp ảnh thật vào thay cho nó.`,
      }
    const what = `Không thấy ảnh ${quote(src)} trong ${where === 'static' ? 'thư mục “content/static” của cổng' : 'thư mục của bài'}.`
    if (nearest !== null)
      return {
        what: `${what} Có phải ý anh/chị là ${quote(nearest)}?`,
        remedy: withLines('Nếu đúng thì sửa tên ảnh thành:', line(nearest)),
      }
    return {
      what,
      remedy:
        where === 'static'
          ? withLines(
              'Ảnh dùng cho cả cổng đặt trong “content/static”. Chép ảnh vào đó rồi ghi tên ảnh như sau, hoặc xóa mục này:',
              line(inStatic(src)),
            )
          : `${intoFolder}, hoặc bỏ ảnh này khỏi bài.`,
    }
  },
  'image/case': ({ src, actual }) => ({
    what: `Tên ảnh viết là ${quote(src)}, còn tên tệp là ${quote(actual)} (khác chữ hoa, chữ thường).`,
    why: 'Khác chữ hoa, chữ thường thì có máy tìm được ảnh, có máy không.',
    remedy: withLines('Sửa tên ảnh trong bài thành:', line(actual)),
  }),
  'image/outside': ({ src }) => ({
    what: `Ảnh ${quote(src)} nằm ngoài thư mục của bài.`,
    why: 'Mỗi bài giữ ảnh trong thư mục của mình, để chuyển đi đâu cũng không mất ảnh.',
    remedy: `${intoFolder}.`,
  }),
  'image/remote': ({ src }) =>
    /^\s*data:/i.test(src)
      ? {
          what: `Ảnh ${quote(src)} được dán thẳng vào chữ của bài.`,
          why: 'Ảnh dán như vậy làm tệp bài rất dài và không thu nhỏ được cho điện thoại.',
          remedy: `Lưu ảnh thành tệp. ${intoFolder}.`,
        }
      : {
          what: `Ảnh ${quote(src)} lấy từ trang khác.`,
          why: 'Trang kia xóa ảnh là bài mất ảnh; mỗi lần mở bài, máy của bạn đọc còn bị trang kia biết đến.',
          remedy: `Nếu được phép dùng thì tải ảnh về. ${intoFolder}.`,
        },
  'image/unused': ({ name, fit }) => ({
    what: `Ảnh ${quote(name)} nằm cạnh bài nhưng bài không dùng đến, nên không được đăng.`,
    remedy: fit
      ? withLines(
          'Nếu không cần thì xóa hoặc chuyển ảnh đi. Muốn đăng thì thêm vào bài:',
          line(`![${caption}](${name})`),
        )
      : withLines(
          'Nếu không cần thì xóa hoặc chuyển ảnh đi. Ảnh này chưa dùng được ngay: muốn đăng thì mở ảnh, lưu lại thành JPG (hoặc PNG) thay cho tệp cũ, rồi thêm vào bài:',
          line(`![${caption}](${asNamed(name, 'jpg')})`),
        ),
  }),
  'image/twice': ({ src }) => ({
    what: `Ảnh ${quote(src)} được khai báo hai lần ở mục “images”.`,
    why: 'Không biết nên lấy chú thích nào.',
    remedy: 'Giữ lại một lần và xóa lần kia.',
  }),
  'image/empty': ({ name }) => ({
    what: `Tệp ảnh ${quote(name)} rỗng, không có gì bên trong.`,
    remedy: 'Chép lại ảnh từ máy ảnh hoặc điện thoại; chờ chép xong rồi mới chạy lại.',
  }),
  'image/not-image': ({ name, likely }) => ({
    what:
      likely === null
        ? `Tệp ${quote(name)} không phải là ảnh.`
        : `Tệp ${quote(name)} không phải là ảnh mà có lẽ là ${quote(likely)}.`,
    remedy: 'Mở ảnh gốc, lưu thành JPG hoặc PNG rồi chép đè lên tệp này. Đổi đuôi tên tệp là chưa đủ.',
  }),
  'image/heic': ({ name }) => ({
    what: `Ảnh HEIC ${quote(name)} không đọc được.`,
    why: 'Tệp chép dở, hỏng, hoặc thuộc một loại HEIC khác với ảnh iPhone chụp.',
    remedy: `Chép lại ảnh gốc từ điện thoại. Vẫn không được thì gửi ảnh qua Zalo rồi tải về, hoặc mở ảnh trên máy tính, ${asJpg}. Để lần sau iPhone chụp sẵn JPG: Cài đặt, Camera, Định dạng, chọn “Tương thích nhất”.`,
  }),
  'image/svg': ({ name }) => ({
    what: `Hình ${quote(name)} là hình vẽ SVG, không dùng trong bài được.`,
    why: 'Tệp SVG có thể chứa mã lệnh chạy trên máy của bạn đọc.',
    remedy: 'Mở hình bằng phần mềm vẽ hoặc trình duyệt, lưu thành PNG rồi dùng tệp PNG.',
  }),
  'image/animated': ({ name }) => ({
    what: `Ảnh ${quote(name)} là ảnh động, chưa dùng được.`,
    why: 'Ảnh nhấp nháy nặng và gây khó chịu cho người đọc.',
    remedy: 'Lưu một khung hình thành JPG hoặc PNG; nếu là phim thì đính kèm tệp mp4.',
  }),
  'image/format': ({ name, format }) => ({
    what: `Ảnh ${quote(name)} thuộc loại ${quote(format)}, chưa dùng được.`,
    remedy: `Mở ảnh, ${asJpg} (dùng được JPG, PNG, WebP, GIF và HEIC của iPhone).`,
  }),
  'image/too-large': ({ name, megapixels, max }) => ({
    what: `Ảnh ${quote(name)} lớn tới ${amount(megapixels, 'vi')} triệu điểm ảnh (nhiều nhất ${amount(max, 'vi')} triệu).`,
    remedy: 'Mở ảnh, thu nhỏ còn khoảng 4.000 điểm ảnh chiều ngang rồi lưu lại.',
  }),
  'image/broken': ({ name }) => ({
    what: `Ảnh ${quote(name)} bị hỏng hoặc mới chép được một phần.`,
    why: 'Đăng lên thì bạn đọc chỉ thấy một mảng trống.',
    remedy: 'Chép lại ảnh từ máy ảnh hoặc điện thoại; nếu vẫn mở được ảnh, hãy lưu lại thành JPG.',
  }),
  'image/metadata': ({ name }) => ({
    what: `Ảnh ${quote(name)} còn mang thông tin ẩn (nơi chụp, máy chụp, tên người…) mà công cụ không gỡ ra được.`,
    why: 'Ai tải ảnh về cũng đọc được những thông tin ấy, kể cả tọa độ nơi chụp.',
    remedy: 'Mở ảnh, lưu lại thành JPG hoặc PNG rồi thay tệp này; thông tin ẩn trong ảnh JPG, PNG được gỡ khi đăng.',
  }),
  'image/no-alt': ({ src, where, others }, there) => ({
    what:
      others.length === 0
        ? `Ảnh ${quote(src)} chưa có chú thích ảnh và mô tả ảnh.`
        : `${amount(others.length + 1, 'vi')} ảnh chưa có chú thích ảnh và mô tả ảnh: ${[src, ...others].map(quote).join(', ')}.`,
    why: 'Người khiếm thị nghe mô tả ảnh thay cho xem ảnh.',
    remedy:
      where === 'text'
        ? withLines(
            'Viết chú thích vào giữa hai ngoặc vuông, như “Đại biểu dự hội nghị”:',
            line(`![${caption}](${src})`),
          )
        : where === 'images'
          ? withLines(
              'Thêm chú thích cho ảnh này ở chỗ đã ghi tên ảnh trong mục “images”, như “Đại biểu dự hội nghị”:',
              `caption: '${caption}'`,
            )
          : withPhotos([src, ...others], there),
  }),
  'image/name-in-text': ({ name }) => ({
    what: `Tên tệp ảnh ${quote(name)} đang đứng trong bài như chữ thường.`,
    why: 'Bạn đọc sẽ thấy tên tệp chứ không thấy ảnh.',
    remedy: withLines(
      'Xóa tên tệp khỏi câu chữ. Nếu muốn đặt ảnh ở đây, viết trên một dòng riêng:',
      line(`![${caption}](${name})`),
    ),
  }),
  'image/small': ({ name, width, least }) => ({
    what: `Ảnh ${quote(name)} chỉ rộng ${amount(width, 'vi')} điểm ảnh; chỗ đặt ảnh rộng tới ${amount(least, 'vi')}.`,
    why: 'Ảnh nhỏ bị kéo rộng ra thì mờ; làm ảnh đại diện thì Zalo, Facebook không hiện to được.',
    remedy:
      'Lấy ảnh gốc từ máy ảnh, điện thoại thay cho ảnh cắt từ màn hình hoặc tải từ Zalo. Gửi ảnh qua Zalo thì chọn “HD” hoặc gửi dưới dạng tệp.',
  }),
  'image/portrait-cover': ({ name, better }) => ({
    what: `Ảnh đại diện ${quote(name)} là ảnh đứng.`,
    why: 'Trong danh sách và khi chia sẻ, ảnh đại diện bị cắt theo khổ ngang: đầu hoặc chân người trong ảnh có thể mất.',
    remedy:
      better === null
        ? 'Nếu có ảnh ngang của sự kiện thì đặt ảnh ấy ở mục “cover”. Không có thì để nguyên.'
        : withLines(
            'Chọn ảnh ngang làm ảnh đại diện bằng một dòng ở đầu bài (thay cho dòng “cover”, nếu đang có):',
            line(`cover: ${better}`),
          ),
  }),
  'image/repeated': ({ name, other, times }) => {
    const often = times === 2 ? 'hai lần' : `${times} lần`
    return {
      what:
        name === other
          ? `Ảnh ${quote(name)} được đặt ${often} trong bài.`
          : `Ảnh ${quote(name)} và ảnh ${quote(other)} là một ảnh.`,
      why: `Bạn đọc thấy cùng một ảnh ${often}; có thể một chỗ đáng lẽ là ảnh khác.`,
      remedy:
        times === 2
          ? 'Bỏ một chỗ đi, hoặc thay bằng ảnh định dùng.'
          : 'Chỉ giữ một chỗ; những chỗ kia bỏ đi, hoặc thay bằng ảnh định dùng.',
    }
  },
  'image/caption-like-name': ({ src, given }) => ({
    what: `Chú thích ${quote(given)} của ảnh ${quote(src)} giống tên tệp do máy ảnh, điện thoại hoặc Zalo đặt.`,
    why: 'Tên tệp không nói gì với bạn đọc.',
    remedy: withLines('Viết chú thích nói rõ ảnh chụp gì, như “Đại biểu dự hội nghị”:', line(`![${caption}](${src})`)),
  }),
  'image/caption-is-name': ({ src, given }) => ({
    what: `Chú thích ${quote(given)} của ảnh ${quote(src)} chỉ là tên tệp.`,
    why: 'Tên tệp không nói gì với bạn đọc và không được hiện trên trang.',
    remedy: withLines('Viết chú thích nói rõ ảnh chụp gì, như “Đại biểu dự hội nghị”:', line(`![${caption}](${src})`)),
  }),
}

/** What the bytes of a file are, in words people know. */
const kinds: Readonly<Record<Exclude<FileKind, 'unknown'>, string>> = {
  empty: 'tệp rỗng',
  pdf: 'tệp PDF',
  docx: 'tệp Word (docx)',
  xlsx: 'tệp Excel (xlsx)',
  pptx: 'tệp PowerPoint (pptx)',
  odt: 'văn bản LibreOffice (odt)',
  ods: 'bảng tính LibreOffice (ods)',
  odp: 'trình chiếu LibreOffice (odp)',
  zip: 'tệp nén zip',
  'cut-zip': 'tệp Word, Excel, PowerPoint hoặc zip bị hỏng, mới chép được một phần',
  'old-office': 'tệp Word, Excel, PowerPoint đời cũ hoặc có đặt mật khẩu',
  rtf: 'văn bản rtf',
  picture: 'ảnh',
  html: 'trang web',
  program: 'một chương trình máy tính',
  rar: 'tệp nén rar',
  '7z': 'tệp nén 7z',
}
const unseen: { readonly [U in Unseen]: string } = {
  archive: 'nó lại là một tệp nén',
  locked: 'nó có mật khẩu',
  packed: 'nó hỏng, quá lớn, hoặc được nén theo cách hiếm gặp',
  many: 'trong tệp nén có quá nhiều tài liệu',
}

const lookedAt = 'Nếu đã xem và muốn giữ nguyên, thêm vào phần khai báo đầu bài:'
/** Programs of LibreOffice, whose menus are other ones. */
const libre: Readonly<Record<string, 'Writer' | 'Calc' | 'Impress'>> = { odt: 'Writer', ods: 'Calc', odp: 'Impress' }
const programOf = (extension: string): 'Word' | 'Excel' | 'PowerPoint' =>
  extension.startsWith('xls') ? 'Excel' : extension.startsWith('ppt') ? 'PowerPoint' : 'Word'
/** With what the file is opened. */
const openedWith = (extension: string): string => {
  const program = libre[extension]
  return program === undefined ? programOf(extension) : `LibreOffice ${program}`
}
const modern = (extension: string): string =>
  ({ Word: 'docx', Excel: 'xlsx', PowerPoint: 'pptx' })[programOf(extension)]

/** Where each program takes all comments out. */
const withoutComments = (extension: string): string => {
  const program = libre[extension]
  return program === undefined ? withoutOfficeComments(extension) : libreComments[program]
}
const libreComments = {
  Writer: 'Chọn Sửa (Edit) → Chú thích (Comments) → Xóa mọi chú thích (Delete All Comments).',
  Calc: 'Chọn Trang tính (Sheet) → Chú thích ô (Cell Comments) → Xóa mọi chú thích (Delete All Comments).',
  Impress: 'Bấm chuột phải vào một chú thích, chọn Xóa mọi chú thích (Delete All Comments).',
}
const withoutOfficeComments = (extension: string): string =>
  programOf(extension) === 'Excel'
    ? 'Chọn Tệp → Thông tin → Kiểm tra Vấn đề → Kiểm tra Tài liệu, bấm Kiểm tra, rồi bấm Loại bỏ Tất cả ở dòng Chú thích.'
    : programOf(extension) === 'PowerPoint'
      ? 'Chọn Xem lại (Review) → Xóa (Delete) → Xóa Tất cả Chú thích trong Bản trình bày này.'
      : 'Chọn Xem lại (Review) → Xóa (Delete) → Xóa Tất cả Chú thích trong Tài liệu.'

/** What a document or a photo in an archive carries. */
const carried: Readonly<Record<Burden, string>> = {
  macros: 'tài liệu có macro, là đoạn mã chạy trên máy của người mở',
  script: 'tệp PDF có đoạn mã hoặc lệnh tự chạy khi mở',
  comments: 'tài liệu còn chú thích (bình luận) của người soạn, người góp ý',
  changes: 'tài liệu còn dấu vết sửa đổi, đọc được cả chữ đã xóa',
  place: 'ảnh ghi tọa độ nơi chụp',
}

function inArchive(src: string, burden: Burden): Words {
  const way =
    burden === 'place'
      ? 'Giải nén và lấy ảnh ra. Ảnh nên đặt ngay trong bài: chương trình tự xóa tọa độ. Muốn giữ tệp nén thì bấm chuột phải vào ảnh, chọn Thuộc tính → Chi tiết → Loại bỏ thuộc tính, rồi nén lại.'
      : 'Giải nén, sửa tài liệu ấy như khi đính kèm riêng nó, nén lại rồi thay tệp này.'
  return {
    what: `Trong tệp nén ${quote(src)} có ${carried[burden]}.`,
    why: 'Ai tải tệp về cũng mở được mọi thứ ở trong.',
    remedy: withLines(`${way} ${lookedAt}`, line(`accept: [attachment/${burden}]`)),
  }
}

/** Documents, sound and video for readers to take with them. */
export const attachments: Area<'attachment'> = {
  'attachment/missing': ({ src, nearest }) =>
    nearest === null
      ? {
          what: `Không thấy tệp đính kèm ${quote(src)} trong thư mục của bài.`,
          remedy: 'Chép tệp vào cùng thư mục với bài, hoặc xóa mục này.',
        }
      : {
          what: `Không thấy tệp đính kèm ${quote(src)} trong thư mục của bài. Có phải ý anh/chị là ${quote(nearest)}?`,
          remedy: withLines('Nếu đúng thì sửa tên tệp thành:', line(nearest)),
        },
  'attachment/outside': ({ src }) => ({
    what: `Tệp đính kèm ${quote(src)} nằm ngoài thư mục của bài.`,
    remedy: 'Chép tệp vào cùng thư mục với bài rồi chỉ ghi tên tệp.',
  }),
  'attachment/kind': ({ src, extension }) => ({
    what:
      extension.trim() === ''
        ? `Tệp ${quote(src)} không có đuôi tên tệp nên không biết là loại gì.`
        : `Không được đính kèm tệp loại ${quote(extension)} (${quote(src)}).`,
    why: PICTURES.has(extension)
      ? 'Ảnh thì đặt ngay trong bài để ai cũng xem được, không cần tải về.'
      : UNPLAYED.has(extension)
        ? 'Nhiều máy của bạn đọc không mở được loại phim, loại tiếng này.'
        : 'Chỉ đính kèm những loại tệp an toàn cho máy của bạn đọc.',
    remedy: PICTURES.has(extension)
      ? 'Viết “![chú thích](…)” để đặt ảnh vào bài.'
      : UNPLAYED.has(extension)
        ? 'Chuyển phim thành mp4 (tiếng thành mp3), ví dụ gửi qua Zalo rồi tải về, hoặc lưu lại bằng phần mềm xem phim; rồi đính kèm tệp ấy.'
        : ARCHIVES.has(extension)
          ? 'Giải nén rồi nén lại thành tệp zip (bấm chuột phải vào thư mục, chọn Nén thành tệp ZIP), hoặc đính kèm từng tài liệu.'
          : 'Lưu tài liệu thành PDF (hoặc tệp Word, Excel, PowerPoint, mp3, mp4) rồi đính kèm tệp ấy.',
  }),
  'attachment/unused': ({ name }, there) => ({
    what: `Tệp ${quote(name)} nằm cạnh bài nhưng bài không nhắc đến, nên không được đăng.`,
    remedy: withItem(
      'Nếu không cần thì chuyển tệp đi. Muốn bạn đọc tải về thì',
      'attachments',
      `{src: ${JSON.stringify(name)}, title: '[điền: tên tài liệu]'}`,
      there,
    ),
  }),
  'attachment/title-is-name': ({ src, given }) => ({
    what: `Tên tài liệu ${quote(given)} chỉ là tên của tệp ${quote(src)}.`,
    why: 'Bạn đọc cần biết tài liệu nói về điều gì trước khi tải về.',
    remedy: withLines(
      'Ghi tên tài liệu, như “Kế hoạch tổ chức hội nghị tổng kết năm 2022”:',
      "title: '[điền: tên tài liệu]'",
    ),
  }),
  'attachment/empty': ({ src }) => ({
    what: `Tệp đính kèm ${quote(src)} rỗng, không có gì bên trong.`,
    remedy: 'Chép lại tệp; chờ chép xong rồi mới chạy lại.',
  }),
  'attachment/not-kind': ({ src, extension, likely }) => ({
    what:
      likely === 'unknown'
        ? `Tệp ${quote(src)} không phải là tệp ${quote(extension)} như đuôi tên tệp nói.`
        : `Tệp ${quote(src)} không phải là tệp ${quote(extension)} như đuôi tên tệp nói, mà có lẽ là ${kinds[likely]}.`,
    why: 'Bạn đọc tải về sẽ không mở được; tệp mang tên giả còn có thể làm hại máy người mở.',
    remedy:
      likely === 'program'
        ? 'Đừng mở tệp này. Xóa đi, lấy lại tài liệu từ người gửi và quét vi-rút máy.'
        : likely === 'picture'
          ? 'Là ảnh thì đặt ngay trong bài: đổi lại đuôi tên tệp cho đúng (jpg, png) rồi viết “![chú thích](…)”. Là bản chụp văn bản thì dán ảnh vào Word, lưu thành PDF.'
          : 'Mở tài liệu gốc bằng phần mềm đã làm ra nó, lưu lại đúng loại (PDF, Word, Excel, PowerPoint; không đặt mật khẩu) rồi thay tệp này. Đổi đuôi tên tệp là chưa đủ.',
  }),
  'attachment/holds': ({ src, name, why }) => ({
    what: `Trong tệp nén ${quote(src)} có ${quote(name)}: tệp loại này không bao giờ được đăng.`,
    why:
      why === 'machine'
        ? 'Tệp ấy chạy trên máy của người mở, vi-rút hay lây theo cách này.'
        : 'Tệp ấy có thể chứa mật khẩu, khóa hoặc bản sao dữ liệu.',
    remedy: 'Giải nén, xóa tệp ấy, nén lại rồi thay tệp này.',
  }),
  'attachment/unseen': ({ src, name, why, others }) => ({
    what: `Trong tệp nén ${quote(src)} có ${quote(name)}${others === 0 ? '' : ` và ${amount(others, 'vi')} tệp khác`} chưa kiểm tra được: ${unseen[why]}.`,
    why: 'Trong đó có thể có macro, ghi chú, nội dung đã xóa, hoặc ảnh ghi tọa độ mà không ai hay.',
    remedy: withLines(
      `${
        why === 'many'
          ? 'Chia thành nhiều tệp nén nhỏ hơn, hoặc tự mở từng tệp ra xem.'
          : 'Giải nén ra, đính kèm từng tệp riêng hoặc nén lại không đặt mật khẩu, không nén lồng nhau.'
      } ${lookedAt}`,
      line('accept: [attachment/unseen]'),
    ),
  }),
  'attachment/macros': ({ src, extension }) =>
    extension === 'zip'
      ? inArchive(src, 'macros')
      : {
          what: `Tệp ${quote(src)} có macro: đoạn mã chạy trên máy của người mở tệp.`,
          why: 'Vi-rút hay lây qua macro; nhiều cơ quan chặn những tệp như vậy.',
          remedy: withLines(
            `${
              extension in libre
                ? 'Mở tệp bằng LibreOffice, chọn Tệp → Xuất sang PDF (Export as PDF) rồi đính kèm tệp PDF.'
                : `Mở tệp bằng ${programOf(extension)}, chọn Tệp → Lưu Như (Save As), chọn loại “.${modern(extension)}”, trả lời Có khi được hỏi về việc bỏ macro, rồi đính kèm tệp mới lưu. Hoặc lưu thành PDF.`
            } ${lookedAt}`,
            line('accept: [attachment/macros]'),
          ),
        },
  'attachment/script': ({ src, extension }) =>
    extension === 'zip'
      ? inArchive(src, 'script')
      : {
          what: `Tệp PDF ${quote(src)} có đoạn mã hoặc lệnh tự chạy khi mở.`,
          why: 'Tệp PDF bình thường không cần mã lệnh; kẻ xấu hay giấu mã độc ở đó.',
          remedy: withLines(
            `Mở tệp bằng trình duyệt (Edge, Chrome), chọn In rồi chọn máy in “Lưu dưới dạng PDF” và đính kèm tệp mới. ${lookedAt}`,
            line('accept: [attachment/script]'),
          ),
        },
  'attachment/comments': ({ src, extension }) =>
    extension === 'zip'
      ? inArchive(src, 'comments')
      : {
          what: `Tệp ${quote(src)} còn chú thích (bình luận) của người soạn, người góp ý.`,
          why: 'Ai tải tệp về cũng đọc được chú thích và tên người viết.',
          remedy: withLines(
            `Mở tệp bằng ${openedWith(extension)}. ${withoutComments(extension)} Lưu lại rồi thay tệp này. ${lookedAt}`,
            line('accept: [attachment/comments]'),
          ),
        },
  'attachment/changes': ({ src, extension }) =>
    extension === 'zip'
      ? inArchive(src, 'changes')
      : {
          what: `Tệp ${quote(src)} còn dấu vết sửa đổi: chữ đã xóa, chữ thêm vào và tên người sửa.`,
          why: 'Ai tải tệp về cũng xem được câu chữ trước khi sửa.',
          remedy: withLines(
            `${
              extension in libre
                ? `Mở tệp bằng ${openedWith(extension)}, chọn Sửa (Edit) → Theo dõi thay đổi (Track Changes) → Chấp nhận tất cả (Accept All). Lưu lại rồi thay tệp này.`
                : 'Mở tệp bằng Word, chọn Xem lại (Review) → Chấp nhận (Accept) → Chấp nhận Mọi Thay đổi và Dừng Theo dõi. Lưu lại rồi thay tệp này.'
            } ${lookedAt}`,
            line('accept: [attachment/changes]'),
          ),
        },
  'attachment/place': ({ src, extension }) =>
    extension === 'zip'
      ? inArchive(src, 'place')
      : {
          what: `Trong tệp ${quote(src)} có ảnh ghi tọa độ nơi chụp.`,
          why: 'Ai tải tệp về cũng lấy ra được tọa độ ấy, kể cả khi đó là nhà riêng.',
          remedy: withLines(
            `Mở tệp bằng ${openedWith(extension)}, bấm vào ảnh chụp bằng điện thoại, cắt (Ctrl+X) rồi dán lại bằng Dán Đặc biệt (${extension in libre ? 'Ctrl+Shift+V' : 'Ctrl+Alt+V'}), chọn “Ảnh (PNG)”: ảnh dán lại không còn tọa độ. Lưu lại rồi thay tệp này. ${lookedAt}`,
            line('accept: [attachment/place]'),
          ),
        },
}
