const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g
const SYLLABLE = /[\p{L}\p{M}]+/gu

/**
 * One spelling for both places of a tone mark: `hòa` and `hoà`, `Uỷ` and `Ủy` give the same text, `Dũng` and `Dung` do
 * not. Lower case, NFD, each syllable's tone at its end. For telling names apart, never for showing.
 */
export function toneKey(s: string): string {
  return s
    .normalize('NFD')
    .toLowerCase()
    .replace(SYLLABLE, (syllable) => syllable.replace(TONES, '') + (syllable.match(TONES) ?? []).join(''))
}

const VOWELS = /[aeiouy]/
/** Letters that are vowels with a mark of their own draw the tone to them. */
const OWN_MARK = /[\u0302\u0306\u031B]/

/** A syllable as people write it, of its `toneKey`: `thuy` with its tone at the end becomes `thủy`, the tone where schools put it. */
export function spelled(key: string): string {
  const tones = (key.match(TONES) ?? []).join('')
  const letters = key.replace(TONES, '').match(/\P{M}\p{M}*/gu) ?? []
  // Of `qu` and `gi` the second letter belongs to the consonant, where a vowel follows.
  const first = /^(?:qu|gi[aeiouy])/.test(letters.map((letter) => letter[0]).join('')) ? 2 : 0
  const vowels = [...letters.keys()].filter((at) => at >= first && VOWELS.test(letters[at] ?? ''))
  const own = vowels.filter((at) => OWN_MARK.test(letters[at] ?? ''))
  const isOpen = vowels[vowels.length - 1] === letters.length - 1
  const middle = vowels[vowels.length > 2 || (vowels.length === 2 && !isOpen) ? 1 : 0]
  const place = own[own.length - 1] ?? middle ?? letters.length - 1
  return letters
    .map((letter, at) => (at === place ? letter + tones : letter))
    .join('')
    .normalize('NFC')
}

/** Whether a syllable may be what another, not typed to its end, will be: `của` for `củ` and `cu`, not for `cú`. Both as `toneKey` has them. */
export function beginsSo(whole: string, begun: string): boolean {
  const [tone = ''] = begun.match(TONES) ?? []
  return whole.endsWith(tone) && whole.startsWith(tone === '' ? begun : begun.slice(0, -tone.length))
}
