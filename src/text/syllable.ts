const ONSETS = 'b|c|ch|d|g|gh|h|k|kh|l|m|n|ng|ngh|nh|p|ph|r|s|t|th|tr|v|x'
/** What may come behind each vowel or group of vowels; a blank before the first: nothing. */
const RIMES = [
  'a(?:|c|ch|i|m|n|ng|nh|o|p|t|u|y)',
  'e(?:|c|ch|m|n|ng|nh|o|p|t|u)',
  'i(?:|a|ch|m|n|nh|p|t|u)',
  'ie(?:c|m|n|ng|p|t|u)',
  'o(?:|c|i|m|n|ng|p|t)',
  'oa(?:|c|ch|i|m|n|ng|nh|o|p|t|y)',
  'oe(?:|m|n|o|t)',
  'oo(?:c|ng)',
  'u(?:|a|c|e|i|m|n|ng|o|p|t|u|y|ya)',
  'ua(?:n|ng|t|y)',
  'ue(?:ch|n|nh|u)',
  'uo(?:c|i|m|n|ng|p|t|u)',
  'uy(?:ch|n|nh|p|t|u|en|et)',
  'y|ye(?:m|n|ng|t|u)',
].join('|')
/** `qu` and `gi` are consonants of two letters. */
const BEHIND_TWO =
  'a(?:|c|ch|i|m|n|ng|nh|o|p|t|u|y)|e(?:|c|ch|m|n|nh|o|p|t|u)|i(?:|t|nh)|o(?:|c|i|m|n|ng|p|t)|u(?:|a|c|i|m|n|ng|p|t)|uo(?:c|i|m|ng|t)|y(?:|t|nh|en|et|u|n)'
const SYLLABLE = new RegExp(`^(?:(?:${ONSETS})?(?:${RIMES})|(?:qu|gi)(?:${BEHIND_TWO}))$`)

/** Whether letters without marks may be a Vietnamese syllable: `xuan` may, `xaun` and `chungg` may not. */
export const isSyllable = (fold: string): boolean => SYLLABLE.test(fold)
