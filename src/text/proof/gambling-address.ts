import { plainLook } from '../look-alike.ts'
import { gambling } from './gambling.ts'

/** What no other name of a host has within it. Hyphens are left out, digits may stand for letters. */
const inHost =
  /nhacai|taixiu|cacuoc|soicau|gamebai|doithuong|xocdia|lodeonline|cadobong|kubet|kuwin|kucasino|sunwin(?![gde])|8xbet|789bet|789club|98win|188bet|thabet|thienhabet|dafabet|shbet|okvip|hitclub|b52club|rikvip|casino|bongdaso66|xosovip|xoso(?=\d)|dagatructiep|dagathomo|bancadoithuong/
/** Names with digits, and words that mean other things within others: whole labels, with what such houses put behind. */
const wholeLabel =
  /^(?:www\d?)?(?:fb88|w88|m88|go88|fun88|bk8|bong88|mu88|new88|hi88|jun88|f8bet|ee88|vn88|sv388|ae888|five88|lucky88|hello88|qh88|i9bet|78win|33win|nohu|(?:lode|daga|banca)(?=.)|[a-z]{0,3}\d{1,4}[a-z]?bet|bet\d{2,4})(?:vn|link|vip|bet|club|online|top|win|com|app|pro|live|h5|play|game|slot|tructiep|\d)*$/
/**
 * Anywhere behind the host, where words are parted. Newspapers name their pages by titles without marks, so words that are everyday ones
 * then count only with what such houses put behind: `cuoc-song-doi-thuong` (đời thường), `khong-lo-de-dan-thieu-nuoc` (lo để dân),
 * `ca-cuoc-song` (cả cuộc sống).
 */
const inPath =
  /(?<![a-z0-9])(?:ku-?bet|kuwin|8x-?bet|789-?bet|789club|98win|fb88|w88|188-?bet|m88|go88|sunwin|hitclub|b52club|rikvip|fun88|bk8|bong88|mu88|shbet|new88|hi88|jun88|okvip|f8bet|ee88|vn88|sv388|thabet|xoso66)\d{0,4}(?![a-z])|tai-?xiu(?![a-z])|nohu(?![a-z])|no-hu(?=$|[/?#]|-(?:doi|online|uy|club|vip|top|html?)(?![a-z]))|nhacai(?![a-z])|nha-cai(?=$|[/?#]|-(?:uy|online|so-\d|hang|top|ca|vip|moi|html?)(?![a-z]))|cacuoc(?![a-z])|ca-cuoc(?=$|[/?#]|-(?:bong|the-thao|online|truc|uy|qua|mien|html?)(?![a-z]))|ca-?do-?bong|soicau(?![a-z])|soi-cau(?=$|[/?#]|-(?:mien|lo|mb|xs|xsmb|online|vip|html?|\d+)(?![a-z]))|game-?bai|doithuong(?![a-z])|(?:game|the|hu)-doi-?thuong|xocdia|xoc-dia(?=$|[/?#]|-(?:online|truc|doi|uy|html?)(?![a-z]))|lode(?![a-z])|lo-de(?=$|[/?#]|-(?:online|mien|uy|truc|hom|html?)(?![a-z]))|casino(?![a-z])|nhacaiuytin|taixiuonline|topnhacai|linknhacai|casino(?:online|vip)/

/** Whether a link leads where gambling houses advertise: by its address or its words. */
export const leadsToGambling = (address: string, words: string): boolean =>
  isGamblingAddress(address) || gambling(words).length > 0

/** Whether an address is one of a gambling house, by its host or by what stands behind it. */
export function isGamblingAddress(address: string): boolean {
  const { host, rest } = partsOf(address)
  return isGamblingHost(host) || inPath.test(plainLook(decoded(rest)).replace(/[_+\s.]+/g, '-'))
}

/** Whether a host, read as Unicode, has the name of a gambling house. */
export function isGamblingHost(host: string): boolean {
  const labels = plainLook(host).replace(/\.$/, '').split('.')
  const named =
    labels.length > 1 && (/^(?:bet|casino|poker)$/.test(labels.at(-1) ?? '') || bought.test(labels.at(-2) ?? ''))
  return (
    named ||
    // A label of a host has 63 signs at most (RFC 1035, 2.3.4).
    labels.some((label) => {
      if (label.length > 63) return false
      const joined = label.replace(/[-_]/g, '')
      const spelled = joined.replace(/[01345]/g, (digit) => letters[digit] ?? digit)
      return [joined, spelled].some((name) => inHost.test(name) || wholeLabel.test(name))
    })
  )
}

/** Words of which a whole site is named: as the name of a part of a site they mean other things (`banca` at insurers). */
const bought = /^(?:daga|banca|lode)$/

const letters: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's' }

function partsOf(address: string): { readonly host: string; readonly rest: string } {
  const { host = '', rest = address } =
    /^(?:[a-z][a-z0-9+.-]*:)?[\\/]{2}(?:[^/?#\\]*@)?(?<host>[^/?#\\:]*)(?::\d*)?(?<rest>.*)$/is.exec(address)?.groups ??
    {}
  return { host, rest }
}

/** `%C3%A0` and `à` are one. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
