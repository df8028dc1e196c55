/** What must stay as it is (licences, strings and addresses, CSS Syntax 3 §4.3), comments with the blanks around them, and the beginnings of lines. */
const PARTS =
  /\/\*![\s\S]*?\*\/|"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'|url\([^"')]*\)|(\s{0,99})\/\*(?!!)[\s\S]*?\*\/(\s*)|\n\s+/g

/**
 * A style sheet without what is for those who write it: comments and indentation, a quarter of what a reader's first page loads of it. A comment
 * that begins with `!` stays: it names a licence. One between two signs stays too, empty: blanks there would say something else.
 */
export const slimStyle = (text: string): string =>
  text.replace(PARTS, (part: string, before?: string, after?: string) => {
    if (before !== undefined) return before === '' && after === '' ? '/**/' : '\n'
    return part.startsWith('\n') ? '\n' : part
  })
