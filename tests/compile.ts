import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Compiles the tool once before all tests: those of the command line run what users run. Type errors fail in lint.test.ts. */
export default function compile(): void {
  spawnSync(process.execPath, [fileURLToPath(new URL('../scripts/compile.mjs', import.meta.url))], { stdio: 'ignore' })
}
