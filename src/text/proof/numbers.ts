import type { Finding } from './finding.ts'

/** What a number is of a person. */
export type PrivateNumber = 'identity' | 'account' | 'phone'

/**
 * Numbers that say who a person is: identity cards (12 digits; 9 where the text says so), bank accounts where the text says so,
 * mobile telephones where nothing around says that they are for calling. Text is one line; head, the first row of the table it is in.
 */
export function privateNumbers(text: string, head = ''): readonly (Finding & { readonly kind: PrivateNumber })[] {
  const found: (Finding & { readonly kind: PrivateNumber })[] = []
  for (const { 0: typed, index } of text.matchAll(number)) {
    const digits = typed.replace(/\D/g, '')
    const kind = kindOf(digits, typed, text.slice(Math.max(0, index - 60), index), `${head} ${text}`)
    if (kind !== null) found.push({ at: index, length: typed.length, kind })
  }
  return found
}

/** Whether a text can hold a number so long at a glance: most have none. */
export const mayHoldLongNumber = (text: string): boolean => /\d(?:[ .-]?\d){8}/.test(text)

// Nine digits or more, perhaps in groups; not a part of a longer number, a price, or a document's number.
const number =
  /(?<![\p{L}\p{N}.,/_-])\+?\d(?:[ .-]?\d){8,18}(?![\p{N}/_]|[.,]\d|\s*(?:đồng|đ|VNĐ|USD|m2|ha)(?!\p{L}))/giu

const accountWords = /(?:tài khoản|stk|số tk)(?![\p{L}])[^.;]{0,40}$/iu
const cardWords = /(?:cmnd|cmt|cccd|căn cước|chứng minh(?: thư| nhân dân)?)(?!\p{L})[^.;]{0,30}$/iu
const callWords = /điện thoại|đường dây nóng|hotline|liên hệ|zalo|tổng đài|(?<!\p{L})(?:đt|sđt|tel|gọi)(?!\p{L})/iu

function kindOf(digits: string, typed: string, before: string, line: string): PrivateNumber | null {
  if (accountWords.test(before)) return 'account'
  if (cardWords.test(before) && (digits.length === 12 || digits.length === 9)) return 'identity'
  // Provinces are 001 to 096 (Thông tư 59/2021/TT-BCA); then century and sex, two digits of the year, six of chance.
  if (/^0(?!00)[0-9]\d[0-3]\d{8}$/.test(digits) && Number(digits.slice(0, 3)) <= 96 && !/[.-]/.test(typed))
    return 'identity'
  if (/^(?:0|84)[35789]\d{8}$/.test(digits) && !callWords.test(line)) return 'phone'
  return null
}
