import type { Raw, RawMap } from '../../core/bulletin.ts'
import { daysAfter, formatDay, parseWhen } from '../../text/day.ts'
import { fold } from '../../text/fold.ts'
import { whenMeant } from '../../text/when-meant.ts'
import { readYesNo } from '../../text/yes-no.ts'

/** What people who think of a form, or of another tool, write for a key, by its letters without marks: the word, then the key. */
const meant: ReadonlySet<string> = new Set(
  Object.entries({
    title: 'tieu de, ten bai, ten, tua de',
    shortTitle: 'tieu de ngan, ten ngan',
    date: 'ngay, ngay dang, ngay thang, thoi gian',
    category: 'chuyen muc, muc, danh muc, the loai',
    authors: 'tac gia, nguoi viet, tac gia bai viet',
    unit: 'don vi, co quan',
    summary: 'tom tat, sapo, mo ta, loi dan',
    images: 'anh, hinh anh, hinh',
    cover: 'anh bia, anh dai dien',
    caption: 'chu thich, chu thich anh',
    gallery: 'bo anh, album, thu vien anh',
    attachments: 'dinh kem, tep dinh kem, tai lieu',
    tags: 'tu khoa, the, nhan',
    draft: 'nhap, ban nhap',
    updated: 'cap nhat, ngay cap nhat, sua doi',
    publishAt: 'hen gio, hen gio dang, gio dang',
    expireAt: 'het han, ngay het han',
    featuredUntil:
      'ghim, ghim bai, ghim len dau, noi bat, bai noi bat, tin noi bat, pin, pinned, featured, feature, sticky',
    eventDate: 'ngay su kien, ngay dien ra',
    corrections: 'dinh chinh',
    withdrawn: 'thu hoi, go bai',
    source: 'nguon, theo',
    name: 'ten',
    role: 'chuc vu, chuc danh',
    reason: 'ly do',
    text: 'noi dung, loi',
    address: 'dia chi',
    phone: 'dien thoai, so dien thoai, tel, telephone, hotline',
    email: 'mail, thu dien tu, hop thu',
    emblem: 'logo, bieu trung',
    language: 'lang, locale, ngon ngu',
    baseUrl: 'url, base url, site url, domain, ten mien',
    href: 'url, link, lien ket',
    menu: 'nav, navigation, trinh don',
    theme: 'colors, colours, mau sac',
  }).flatMap(([key, words]) => words.split(', ').map((word) => `${word} ${key}`)),
)

/** The key of these that such a word stands for; null where it stands for none. */
export function keyMeantBy(word: string, known: readonly string[]): string | null {
  const typed = fold(word)
    .replace(/[\s_-]+/g, ' ')
    .trim()
  return known.find((key) => meant.has(`${typed} ${key}`)) ?? null
}

/** A day as it is written, or as it is certainly meant. */
const read = (text: string) => parseWhen(whenMeant(text) ?? text)

/** A bulletin that is pinned without a day leads the home page for so long after its own. */
const PINNED_DAYS = 30

/** `pinned: true` as the line that is meant, which has a day: the one that was typed, or one after the bulletin's; null of another key. */
export function lineMeant(key: string, value: Raw, { entries }: RawMap): string | null {
  if (key !== 'featuredUntil' || value.kind !== 'text' || readYesNo(value.text) === false) return null
  const date = entries.find((entry) => entry.key === 'date' || keyMeantBy(entry.key, ['date']) !== null)?.value
  const typed = read(value.text)
  const own = date?.kind === 'text' ? read(date.text) : typed
  if (typed.ok) return `${key}: ${formatDay(typed.when.day)}`
  return own.ok ? `${key}: ${formatDay(daysAfter(own.when.day, PINNED_DAYS))}` : null
}
