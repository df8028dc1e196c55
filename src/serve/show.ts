import type { Place } from './guard.ts'
import type { Conditions } from './in-part.ts'
import type { Telling } from './overlay.ts'
import type { SavedPage } from './saved.ts'
import type { Session } from './session.ts'
import type { Viewpoint } from './viewpoint.ts'

/** What of a request matters. */
export interface Asked {
  readonly method: string
  /** As it came: path and query. */
  readonly target: string
  readonly host: string | undefined
  readonly conditions: Conditions
  /** It comes from a page of this server, as far as the browser says. */
  readonly own: boolean
  /** It comes from this machine, not over the network. */
  readonly here: boolean
  /** What comes is to stand in a frame. */
  readonly framed: boolean
}

/** What answers are made from. */
export interface Show {
  readonly session: Session
  readonly place: Place
  readonly telling: Telling
  /** What only pages of this run of the server know. */
  readonly token: string
  /** Names what is shown now: no other run of the server has the same. */
  revision(): string
  /** Where phones in the same network find the home page; null where they do not. */
  readonly phone: string | null
  /** Shows the portal from another viewpoint from then on; resolves when it is there. */
  look(from: Viewpoint): Promise<void>
  /** The page of the file that was saved last, if it has one. */
  saved(): SavedPage | null
}
