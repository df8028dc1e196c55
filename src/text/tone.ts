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

/** Whether a syllable may be what another, not typed to its end, will be: `của` for `củ` and `cu`, not for `cú`. Both as `toneKey` has them. */
export function beginsSo(whole: string, begun: string): boolean {
  const [tone = ''] = begun.match(TONES) ?? []
  return whole.endsWith(tone) && whole.startsWith(tone === '' ? begun : begun.slice(0, -tone.length))
}
