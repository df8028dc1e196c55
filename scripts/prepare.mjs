// Compiles src/ to lib/ after an install from the repository. A packed tarball brings lib/ along and has no src/.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { packageBin } from './package-bin.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const compiler = packageBin('typescript', 'tsc')

if (!existsSync(new URL('../src', import.meta.url))) process.exit(0)
if (compiler === null) {
  console.warn(
    'tx-portal: no TypeScript compiler here (production install), lib/ was not made. Run: npm install --include=dev',
  )
  process.exit(0)
}
process.exit(spawnSync(process.execPath, [compiler, '-p', root], { stdio: 'inherit' }).status ?? 1)
