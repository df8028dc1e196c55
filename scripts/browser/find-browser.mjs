import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

/** Where Chrome, Edge and Chromium are usually installed. */
function usualPlaces() {
  const { ProgramFiles, 'ProgramFiles(x86)': x86, LOCALAPPDATA } = process.env
  const windows = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']
  const mac = ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  )
  const unix = ['google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable', 'chromium']
  return [
    ...[ProgramFiles, x86, LOCALAPPDATA].flatMap((folder) =>
      folder === undefined ? [] : windows.map((path) => join(folder, path)),
    ),
    ...mac,
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
    ...unix.map((name) => `/usr/bin/${name}`),
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
  ]
}

/** A browser to test with: $TX_CHROMIUM, else an installed one, else the one that came through npm; null: none. */
export async function findBrowser() {
  const chosen = process.env.TX_CHROMIUM
  if (chosen !== undefined && chosen !== '') {
    if (!existsSync(chosen)) throw new Error(`TX_CHROMIUM names no file: ${chosen}`)
    return chosen
  }
  const installed = [...usualPlaces(), chromium.executablePath()].find((path) => existsSync(path))
  return installed ?? packaged()
}

/**
 * The same, but before an installed one the one that came through npm: it opens no windows, so that a page costs it a sixth
 * of the processor time.
 */
export async function findLightBrowser() {
  const light = process.env.TX_CHROMIUM ? null : await packaged()
  return light !== null && spawnSync(light, ['--version']).status === 0 ? light : findBrowser()
}

/** The browser that came through npm, unpacked when it is first asked for; null where it is not made for the system. */
async function packaged() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  try {
    const { default: chromium } = await import('@sparticuz/chromium')
    return await chromium.executablePath()
  } catch {
    return null
  }
}

export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
]

/** Starts a browser; null if there is none, which is said aloud, and is an error where CI=true. */
export async function launchBrowser(find = findBrowser) {
  const executablePath = await find()
  if (executablePath !== null) return chromium.launch({ executablePath, headless: true, args: FLAGS })
  const missing =
    'NO BROWSER: browser tests are skipped. Install Chrome, Edge or Chromium, or name one with TX_CHROMIUM.'
  if (process.env.CI === 'true') throw new Error(missing)
  console.warn(`\n${'!'.repeat(missing.length)}\n${missing}\n${'!'.repeat(missing.length)}\n`)
  return null
}
