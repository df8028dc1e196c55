import type { Mend } from '../../search/near.ts'
import { loadScript } from '../load-script.ts'

declare global {
  interface Window {
    /** Set by mend.ts. */
    portalMend?: Mend
  }
}

/** What mends a spelling, a script of its own at an address: most searches find what they look for. Without it nothing is mended. */
export const mendFrom =
  (address: string | undefined): Mend =>
  async (...asked) => {
    if (address && window.portalMend === undefined)
      await new Promise<void>((done) =>
        loadScript(
          address,
          () => done(),
          () => done(),
        ),
      )
    return window.portalMend === undefined ? null : window.portalMend(...asked)
  }
