import type { Bulletin, StandingPage } from '../../core/bulletin.ts'

/** By what a document is known again: its title and its text. */
export interface Prints {
  readonly title: string
  readonly text: string
}

/** A text is the same letter by letter. An empty one is no sign. */
export const printsOf = ({ titlePrint, blank, body }: Bulletin | StandingPage): Prints => ({
  title: titlePrint,
  text: blank ? '-' : body.digest.slice(0, 8),
})
