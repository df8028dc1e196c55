/** Consonants, then vowels that may stand at the end, or those that may stand before a last consonant. Short rather than strict: pages carry it. */
const SYLLABLE =
  /^(?:[bcdghklmnprstvx]|[cgknpt]h|tr|ngh?|qu|gi)?(?:[aeiouy]|a[iouy]|e[ou]|i[aeu]|ieu|o[aei]|oa[iouy]|oeo|u[aeiouy]|uay|uo[iu]|uy[aeu]|yeu|(?:[aeiouy]|ie|o[aeo]|u[aeoy]|uye|ye)(?:ch?|m|n[gh]?|p|t))$/

/** Whether letters without marks may be a Vietnamese syllable: `xuan` may, `xaun` and `chungg` may not. */
export const isSyllable = (fold: string): boolean => SYLLABLE.test(fold)
