/** Blanks that YAML knows nothing of (U+00A0, U+202F, U+2007, U+3000 …), as Word and web pages put them, between those it knows. */
const odd = '\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000'
const anyOdd = new RegExp(`[${odd}]`)
const everyOdd = new RegExp(`[${odd}]`, 'g')
const blank = `[ \\t${odd}]`
/** What stands before a value, and where it is in brackets before those within them; the end of a line. */
const head = new RegExp(`^${blank}*(?:-${blank}+)*(?:[A-Za-z][\\w.-]*${blank}*:(?=${blank}|$))?${blank}*`, 'gm')
const brackets = /^[^\n[{]*:[ \t]*[[{].*$/gm
const within = new RegExp(`(?:[,[{]|[A-Za-z][\\w-]*:)${blank}+`, 'g')
const tail = new RegExp(`${blank}+$`, 'gm')

/** A text in which the blanks around its colons and dashes are those of YAML: nobody sees a difference. Every place stays. */
export function plainBlanks(text: string): string {
  if (!anyOdd.test(text)) return text
  const plain = (found: string) => found.replace(everyOdd, ' ')
  return text
    .replace(head, plain)
    .replace(tail, plain)
    .replace(brackets, (line) => line.replace(within, plain))
}
