import type { Mend } from '../../search/near.ts'
import { loadScript } from '../load-script.ts'

declare global {
  interface Window {
    /** Set by mend.ts. */
    portalMend?: Mend
  }
}

/**
 * What mends a spelling, a script of its own at an address: most searches find what they look for. However many queries ask while it is on
 * its way, it is fetched once; after a failure the next one asks again. Without it nothing is mended.
 */
export function mendFrom(address: string | undefined): Mend {
  let loading: Promise<void> | null = null
  const load = (from: string): Promise<void> =>
    new Promise((done) =>
      loadScript(from, done, () => {
        loading = null
        done()
      }),
    )
  return async (...asked) => {
    if (address && window.portalMend === undefined) {
      loading ??= load(address)
      await loading
    }
    return window.portalMend === undefined ? null : window.portalMend(...asked)
  }
}
