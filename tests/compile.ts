import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { findLightBrowser } from '../scripts/browser/find-browser.mjs'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/**
 * Compiles the tool once before all tests: those of the command line run what users run. Type errors fail in
 * lint.test.ts. Then makes the pictures of the sample portal once, where no build has (they rest in its cache by digest):
 * many tests build it. The browser is unpacked here too, where it came through npm: side by side, files would unpack it at once.
 */
export default async function compile(): Promise<void> {
  await findLightBrowser()
  spawnSync(process.execPath, [at('../scripts/compile.mjs')], { stdio: 'ignore' })
  if (existsSync(at('../.tx-portal/cache/photos'))) return
  spawnSync(process.execPath, [at('../bin/tx-portal.js'), 'check', '--root', at('..'), '--quiet'], { stdio: 'ignore' })
}
