/** Whether a word says yes or no, in the words people use; null if it says neither. */
export function readYesNo(word: string): boolean | null {
  const said = word.trim().toLowerCase()
  if (/^(?:true|yes|on|có|đúng)$/.test(said)) return true
  return /^(?:false|no|off|không|sai)$/.test(said) ? false : null
}
