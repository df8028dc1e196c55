import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { findBrowser, findLightBrowser } from '../scripts/browser/find-browser.mjs'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

declare module 'vitest' {
  interface ProvidedContext {
    /** What tests look at pages with: npm test with the light browser that came through npm, test:all with an installed one. */
    readonly browser: string | null
  }
}

/**
 * Compiles the tool once before all tests: those of the command line run what users run. Type errors fail in
 * lint.test.ts. Then makes the pictures of the sample portal once, where no build has (they rest in its cache by digest):
 * many tests build it. The browser is found, and unpacked where it came through npm, before files run side by side.
 */
export default async function compile({ config, provide }: TestProject): Promise<void> {
  // Where temporary folders are made, if the configuration says so (memory.ts).
  const memory = config.env['TMPDIR']
  if (memory !== undefined) {
    sweep(dirname(memory))
    mkdirSync(memory, { recursive: true })
    // Also where the run is broken off: what stays there takes memory.
    process.once('exit', () => rmSync(memory, { recursive: true, force: true }))
  }
  provide('browser', await (process.env['TX_EXHAUSTIVE'] ? findBrowser : findLightBrowser)())
  spawnSync(process.execPath, [at('../scripts/compile.mjs')], { stdio: 'ignore' })
  if (!existsSync(at('../.tx-portal/cache/photos')))
    spawnSync(process.execPath, [at('../bin/tx-portal.js'), 'check', '--root', at('..'), '--quiet'], {
      stdio: 'ignore',
    })
}

/** Removes what runs that were killed have left in memory. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const [, pid] = /^tx-(\d+)$/.exec(name) ?? []
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(folder, name), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
