/** One name of a byline, with what is said of it in brackets; at: where it begins in the text. */
export interface Named {
  readonly name: string
  readonly role: string | null
  readonly at: number
  readonly length: number
}

/** What papers say that a person did. Single words that people are called by too (Thơ, Lời) are not among them. */
const roles: ReadonlySet<string> = new Set(
  [
    'ảnh|hình ảnh|ảnh tư liệu|ảnh minh họa|ảnh minh hoạ|minh họa|minh hoạ|chụp ảnh|tư liệu|tin|bài|tin bài|tin ảnh|bài ảnh|bài viết|viết bài|tác giả',
    'tổng hợp|sưu tầm|biên tập|biên soạn|biên dịch|lược dịch|thực hiện|video|clip|audio|quay phim|dựng phim|lời bình|nội dung|kịch bản|đồ họa|đồ hoạ|infographic|thiết kế|trình bày',
  ].flatMap((line) => line.split('|')),
)

/** Whether a text says only what somebody did: `ảnh`, `Tin, bài`, `Tin và ảnh`. */
export const isRole = (text: string): boolean =>
  text
    .toLowerCase()
    .split(/[,;/&+-]|\svà\s/)
    .every((part) => roles.has(part.trim()))

/** What units of the state, the party and the unions are in charge of, as their names say it. */
const fields =
  'văn hóa|văn hoá|văn nghệ|vh|tt|thông tin|truyền thông|truyền thanh|truyền hình|phát thanh|pt|thể thao|thể dục|du lịch|nội vụ|tài chính|tc|kế hoạch|tư pháp|giáo dục|gd|đào tạo|nông nghiệp|nông thôn|nn|môi trường|kinh tế|hạ tầng|đô thị|công thương|công nghệ|khoa học|y tế|xã hội|lao động|thương binh|lđ|tài nguyên|tn|thanh tra|dân tộc|tôn giáo|hành chính|tổ chức|quản lý|dân vận|tuyên giáo|dịch vụ|việc làm'
const field = new RegExp(`^(?:${fields})(?![\\p{L}\\p{N}])`, 'iu')

/** Beginnings that only names of units have, however they are written. */
const beginnings = [
  'trung tâm(?= )|ubnd|hđnd|ubmttq|ub mttq|mttq|ubkt|ủy ban|uỷ ban|mặt trận tổ quốc|sở(?= )|đảng bộ|chi bộ|tổng cục|chi cục',
  '(?:huyện|tỉnh|thành|thị|đảng) (?:ủy|uỷ)|(?:huyện|tỉnh|xã) đoàn|công an (?:huyện|xã|tỉnh|phường|thị|thành phố|quận)',
  `phòng (?:${fields})|bộ (?:chỉ huy|chqs)|đoàn (?:thanh niên|tncs)|đài (?:truyền thanh|truyền hình|phát thanh|tt|pt)`,
  `ban (?:${fields}|biên tập|chỉ huy|chỉ đạo|chqs|thường vụ|thường trực|chấp hành|giám hiệu|giám đốc|pháp chế|đại diện|kiểm tra)`,
  'hội (?:đồng|nông dân|phụ nữ|lhpn|liên hiệp|cựu chiến binh|ccb|người cao tuổi|chữ thập đỏ|khuyến học|luật gia|nhà báo)',
  'trường (?:thcs|thpt|th|mn|ptdt|tiểu học|trung học|mầm non|trung cấp|cao đẳng|đại học|chính trị)',
  'viện kiểm sát|vksnd|tòa án|toà án|tand|liên đoàn lao động|hợp tác xã|htx|bệnh viện|thư viện|nhà văn hóa|nhà văn hoá',
  'học viện|công ty|tạp chí|cổng thông tin|trạm y tế|hạt kiểm lâm|bộ phận',
]
const units = new RegExp(`^(?:${beginnings.join('|')})(?![\\p{L}\\p{N}])`, 'iu')

/** In these the small letters tell: a pen name has capitals. */
const smallUnits = /^(?:Văn phòng|Công an|Thành đoàn|Thị đoàn|Đoàn xã|Đoàn phường)\s/u

/** People may be called Ban and Phòng, but then all words have capitals. */
function hasSmallWord(name: string): boolean {
  const [first = '', ...words] = (name.split(/\s(?:và|&)\s/u)[0] ?? '').split(' ')
  return /^(?:Ban|Phòng)$/u.test(first) && words.some((word) => /^\p{Ll}/u.test(word) && !between.test(word))
}

/** What stands in the middle of names without a capital. */
const between = /^(?:thị|văn)$/u

/** Whether a name certainly is that of a unit. */
export const looksLikeUnit = (name: string): boolean =>
  units.test(name) || smallUnits.test(name) || /^\p{Lu}{2,}&\p{Lu}{2,}/u.test(name) || hasSmallWord(name)

/** Whether all words of a name have a capital, as those of people: also of one, and of pen names. */
const isCalledSo = (name: string): boolean =>
  name.split(/\s+/).every((word, n) => /^\p{Lu}[\p{L}.’'-]*$/u.test(word) || (n > 0 && between.test(word)))

/** Whether a name is that of one person, as far as can be seen: two to five words, each with a capital. */
export function looksLikePerson(name: string): boolean {
  const { length } = name.trim().split(/\s+/)
  return (
    length >= 2 && length <= 5 && isCalledSo(name.trim()) && !looksLikeUnit(name) && !isRole(name) && !field.test(name)
  )
}

/** Whether a text goes on with the name of a unit that a comma cut, and is no person: `Thể thao và Du lịch huyện`, `TT&DL`. */
export const continuesUnit = (text: string): boolean =>
  !isRole(text) && !units.test(text) && (field.test(text) || /^[BCDĐGHKLMNPQRSTVX&]{2,}(?:\s|$)/u.test(text))

/** What divides people, beside commas: dashes and slashes also stand before a place, or before what somebody did. */
const divider = /(?<=\s)(?:và|&)(?=\s)/gu

/**
 * The people of a byline as papers write them: `Đỗ An và Lê Bình (Ảnh)`, `Lê Thơ: Ảnh`. It is divided only between two names of people:
 * units have “và” too.
 */
export function peopleIn(text: string): readonly Named[] {
  const people: Named[] = []
  const pieces = piecesOf(text)
  let from = 0
  for (const [number, { end }] of pieces.entries()) {
    const [here, next] = [pieces[number], pieces[number + 1]]
    if (here === undefined || (next !== undefined && !(here.isPerson && next.isPerson))) continue
    people.push(namedAt(text.slice(from, end).trimEnd(), from))
    from = next?.start ?? end
  }
  return people
}

interface Piece {
  readonly start: number
  readonly end: number
  readonly isPerson: boolean
}

function piecesOf(text: string): readonly Piece[] {
  const ends = [...text.matchAll(divider)].map(({ index, 0: sign }) => ({ end: index, next: index + sign.length + 1 }))
  let start = 0
  return [...ends, { end: text.length, next: text.length }].map(({ end, next }) => {
    const piece = { start, end, isPerson: looksLikePerson(namedAt(text.slice(start, end).trim(), 0).name) }
    start = next
    return piece
  })
}

function namedAt(text: string, at: number): Named {
  const length = text.length
  const open = text.endsWith(')') ? text.lastIndexOf('(') : -1
  const [before, inside] = [text.slice(0, Math.max(open, 0)).trim(), text.slice(open + 1, -1).trim()]
  if (before !== '' && inside !== '' && !inside.includes(')')) return { name: before, role: inside, at, length }
  const colon = text.indexOf(': ')
  const [name, role] = [text.slice(0, Math.max(colon, 0)).trim(), text.slice(colon + 1).trim()]
  return role !== '' && looksLikePerson(name) ? { name, role, at, length } : { name: text, role: null, at, length }
}

/**
 * The people that a dash or a stroke stands between, each with what is said of them: `Lê Thơ - Khắc Cường (Ảnh)`. Empty where not all of
 * them are people, as far as can be seen: `Lê Thơ - Đài huyện`, `Mai-cơn`.
 */
export function peopleBeside(text: string): readonly string[] {
  const pieces = text.split(/\s*[-–—/]\s*/u)
  return pieces.length > 1 && pieces.every((piece) => looksLikePerson(namedAt(piece, 0).name)) ? pieces : []
}

/** Where a text comes from that others wrote: `Nguồn: TTXVN`, `Theo Báo Thanh Hóa`; null where it says no such thing. */
export const originIn = (text: string): string | null =>
  /^(?:(?:Nguồn(?: tin)?|Theo)\s*:|(?:Nguồn tin|Theo)(?=\s))\s*(\S.*)$/iu.exec(text)?.[1] ?? null

/** Whose name stands behind what they are: `CTV Lê Thơ`, `Phóng viên: Lê Thơ`; null where none does. */
export function behindTitle(text: string): { readonly title: string; readonly name: string } | null {
  const [, title, name] =
    /^(CTV|PV|BTV|Phóng viên|Cộng tác viên|Biên tập viên|Nhà báo)(?:\s*[.:]|(?=\s))\s*(\S.*)$/iu.exec(text) ?? []
  return title !== undefined && name !== undefined && looksLikePerson(name) ? { title, name } : null
}

/** A role before the name it is of: `Ảnh: Nguyễn Văn An`. null where none is; at: where the name begins. */
export function roleBefore(text: string): { readonly role: string; readonly name: string; readonly at: number } | null {
  const colon = text.indexOf(': ')
  const role = text.slice(0, Math.max(colon, 0)).trim()
  return role !== '' && isRole(role) ? { role, name: text.slice(colon + 2).trim(), at: colon + 2 } : null
}

/** The unit that is in a name, for who put it there: all of it, or what stands beside a person. */
export function unitIn(name: string): string | null {
  const pieces = name.split(/\s(?:[-–—/&]|và)\s/u).map((piece) => piece.trim())
  const unit = pieces.find(looksLikeUnit) ?? null
  if (unit === null || pieces.length === 1) return unit
  const others = pieces.filter((piece) => piece !== unit)
  return pieces[0] === unit && !others.some((piece) => isCalledSo(piece) && !field.test(piece)) ? name : unit
}
