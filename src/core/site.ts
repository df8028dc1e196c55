import type { Bulletin, StandingPage } from './bulletin.ts'
import type { Config, Day, Instant, Notice, Unit } from './config.ts'

/** What a bulletin is to readers at one moment. `published` covers updated and corrected ones. */
export type State = 'draft' | 'scheduled' | 'published' | 'expired' | 'withdrawn'

/** A bulletin with its state; since tells when a scheduled one will appear or an expired one ended. */
export interface Standing {
  readonly bulletin: Bulletin
  readonly state: State
}

/** A unit that is no more: its last day, and who does its work now. */
export interface Ended {
  readonly on: Day
  readonly heirs: readonly Unit[]
}

/** The portal at one moment: nothing after this knows the clock. */
export interface Site {
  readonly config: Config
  /** All that have a page, newest first (day, time, slug): published, expired, withdrawn; in previews also the others. */
  readonly standings: readonly Standing[]
  /** Left out of this build, with the reason. */
  readonly excluded: readonly Standing[]
  readonly pages: readonly StandingPage[]
  /** The story that opens the home page: the newest one still featured, else the newest; null if there is none. */
  readonly lead: Standing | null
  readonly slogan: string | null
  readonly notices: readonly Notice[]
  readonly banners: Config['banners']
  /** The units that have ended, by id. */
  readonly ended: { readonly [unit: string]: Ended }
  /** The next instant at which anything dated changes, or null. */
  readonly nextDue: Instant | null
  /** The next instant at which a build would say something else, or null: at nextDue, or when a page is to be looked at again. */
  readonly nextTold: Instant | null
}
