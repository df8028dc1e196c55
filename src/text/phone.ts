/**
 * How a number is called (RFC 3966: `tel:` with digits alone, `+` before those of a country); null where the text is not one number, as
 * `0237 3831 234 – 0912 345 678` or `0237 3831 234 (máy lẻ 12)`: a link to wrong digits is worse than none.
 */
export function callOf(phone: string): string | null {
  const text = phone.trim()
  if (!/^\+?[\d\s().-]+$/.test(text) || /^\+.*\(0\)/.test(text)) return null
  const digits = text.replace(/\D/g, '')
  // Short ones are called as they are, `113`; two of them are no number. National ones begin with 0, some paid ones with 1.
  const isOne = text.startsWith('+')
    ? /^\d{8,15}$/.test(digits)
    : /^(?:0\d{8,11}|1[89]00\d{4,6}|1\d{2,3})$/.test(digits) && !/^1\d\d\D+1\d\d$/.test(text)
  return isOne ? `tel:${text.startsWith('+') ? '+' : ''}${digits}` : null
}
