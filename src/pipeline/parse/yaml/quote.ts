/** A text as a YAML scalar that every reader takes as it stands: in single quotes, or in double ones if that needs no escapes. */
export const quoteScalar = (text: string): string =>
  text.includes("'") && !/["\\]/.test(text) ? `"${text}"` : singleQuoted(text)

/** A text in single quotes, as YAML 1.2.2, 7.3.2 doubles them. */
export const singleQuoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** Whether a value is one whole quoted scalar, perhaps with a comment behind it. */
export const isWhollyQuoted = (value: string): boolean =>
  /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?:[ \t]+#.*)?$/.test(value)

/** Whether YAML would read a plain one-line value otherwise than it stands there, or whether Word has put its quotes to it. */
export const isMisread = (value: string): boolean =>
  /^["'[\]{}&*!|>%@`,“”‘’„«]/.test(value) ||
  /^[-?:](?:\s|$)/.test(value) ||
  /^#\S/.test(value) ||
  /:(?:\s|$)/.test(value) ||
  /\S\s+#/.test(value)
