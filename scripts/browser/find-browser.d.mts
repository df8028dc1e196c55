import type { Browser } from 'playwright-core'

/** A browser to test with: $TX_CHROMIUM, else an installed one, else the one that came through npm; null: none. */
export function findBrowser(): Promise<string | null>
/** The same, but before an installed one the one that came through npm, which opens no windows and costs less. */
export function findLightBrowser(): Promise<string | null>
/** Starts a browser; null if there is none, which is said aloud, and is an error where CI=true. */
export function launchBrowser(find?: () => Promise<string | null>): Promise<Browser | null>
