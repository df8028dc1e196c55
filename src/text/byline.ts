/** One name of a byline, with what is said of it in brackets; at: where it begins in the text. */
export interface Named {
  readonly name: string
  readonly role: string | null
  readonly at: number
  readonly length: number
}

/** Words that names of units begin with, and names of people do not. */
const units =
  /^(?:trung tâm|phòng|ubnd|hđnd|ubmttq|ủy ban|uỷ ban|mặt trận|sở|hội|công an|đài|báo|tạp chí|cổng|chi cục|cục|tổng cục|chi bộ|đảng|đội|trạm|văn phòng|bộ phận|tổ|nhóm|ban biên tập|(?:huyện|tỉnh|thành|thị|xã|quận)(?: đoàn| ủy| uỷ|đoàn|ủy|uỷ)|thành phố|viện|học viện|bệnh viện|công ty|hợp tác xã|liên đoàn|thư viện|nhà văn hóa|nhà văn hoá)(?![\p{L}\p{N}])/iu

/** Words that units begin with and people are called too: Đoàn Văn Hậu. In a unit a word without a capital, or all of them, follows. */
const shared = /^(?:ban|đoàn|trường)\s/iu
const ofUnits = /\s(?:\p{Ll}|\p{Lu}{2})/u

/** Whether a name is rather that of a unit. */
export const looksLikeUnit = (name: string): boolean =>
  name.includes('&') || units.test(name) || (shared.test(name) && ofUnits.test(name))

/** Whether a name is that of one person, as far as can be seen: two to five words, each with a capital. */
export function looksLikePerson(name: string): boolean {
  const words = name.trim().split(/\s+/)
  const isName = words.length >= 2 && words.length <= 5 && words.every((word) => /^\p{Lu}[\p{L}.’'-]*$/u.test(word))
  return isName && !looksLikeUnit(name)
}

/** What divides names, beside commas. */
const divider = /\s+[-–—/]\s+|\s+và\s+/gu

/**
 * The people of a byline as papers write them: `Lê Thơ – Khắc Cường`, `Đỗ An và Lê Bình (Ảnh)`, `Lê Thơ: Ảnh`. It is divided only
 * between two names of people: units have dashes and “và” too.
 */
export function peopleIn(text: string): readonly Named[] {
  const people: Named[] = []
  let from = 0
  let before = 0
  const ends = [...text.matchAll(divider)].map(({ index, 0: sign }) => ({ end: index, next: index + sign.length }))
  for (const { end, next } of [...ends, { end: text.length, next: text.length }]) {
    const following = ends.find((one) => one.end >= next)?.end ?? text.length
    const isBetween = isPerson(text.slice(before, end)) && isPerson(text.slice(next, following))
    before = next
    if (end < text.length && !isBetween) continue
    people.push(namedAt(text.slice(from, end), from))
    from = next
  }
  return people
}

const isPerson = (text: string): boolean => looksLikePerson(namedAt(text, 0).name)

function namedAt(text: string, at: number): Named {
  const length = text.length
  const [, before = '', inside = ''] = /^(.*\S)\s*\(([^()]*\S[^()]*)\)$/u.exec(text) ?? []
  if (before !== '') return { name: before, role: inside.trim(), at, length }
  const [, name = '', role = ''] = /^([^:]+):\s+(\S.*)$/u.exec(text) ?? []
  return looksLikePerson(name) ? { name: name.trim(), role, at, length } : { name: text, role: null, at, length }
}

/** The unit that is in a name, for who put it there: all of it, or what stands behind a dash. */
export const unitIn = (name: string): string | null =>
  looksLikeUnit(name) ? name : (name.split(divider).find(looksLikeUnit) ?? null)
