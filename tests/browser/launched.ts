import type { Browser } from 'playwright-core'
import { inject } from 'vitest'
import { launchBrowser } from '../../scripts/browser/find-browser.mjs'

/** A browser of those that tests look at pages with (tests/compile.ts); null where there is none. */
export const launched = (): Promise<Browser | null> => launchBrowser(async () => inject('browser'))
