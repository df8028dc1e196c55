/** A picture drawn for a bulletin without photos, where it is shared: what it says and in which colours (`#rrggbb`). */
export interface Poster {
  /** The name of the portal, at its top. */
  readonly portal: string
  /** In the middle, large: the name of a section, or a bulletin's title. */
  readonly heading: string
  /** At its foot. */
  readonly foot: string
  /** Behind all; white letters are read upon it. */
  readonly primary: string
  readonly accent: string
}

/** The shape Open Graph asks for, in pixels. */
export const POSTER_SIZE = { width: 1200, height: 630 } as const
