import type { Browser } from 'playwright-core'
import { findBrowser, findLightBrowser, launchBrowser } from '../../scripts/browser/find-browser.mjs'

/** The browser of tests, null where there is none: npm test looks with the light one that came through npm, test:all with an installed one. */
export const launched = (): Promise<Browser | null> =>
  launchBrowser(process.env['TX_EXHAUSTIVE'] ? findBrowser : findLightBrowser)
