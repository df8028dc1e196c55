/** Colours for one stream; without colour each gives its text back. */
export interface Paint {
  error(text: string): string
  warning(text: string): string
  hint(text: string): string
  strong(text: string): string
  faint(text: string): string
}

const plain = (text: string): string => text

const ansi =
  (code: string) =>
  (text: string): string =>
    text === '' ? '' : `\x1b[${code}m${text}\x1b[0m`

/** The paint of a stream that shows colours, or of one that does not. */
export const paintFor = (colour: boolean): Paint =>
  colour
    ? { error: ansi('1;31'), warning: ansi('33'), hint: ansi('36'), strong: ansi('1'), faint: ansi('2') }
    : { error: plain, warning: plain, hint: plain, strong: plain, faint: plain }
