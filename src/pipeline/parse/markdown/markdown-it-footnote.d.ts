declare module 'markdown-it-footnote' {
  /** Adds rules for `[^1]` and `[^1]: …` to an instance of markdown-it; the package brings no types of its own. */
  export default function footnotes(instance: object): void
}
