// Compiles src/ to lib/: after npm ci in this repository, before packing, and before anything here runs the tool.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { packageBin } from './package-bin.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const compiler = packageBin('typescript', 'tsc')

if (compiler === null) {
  console.warn(
    'tx-portal: no TypeScript compiler here (production install), lib/ was not made. Run: npm install --include=dev',
  )
  process.exit(0)
}
process.exit(spawnSync(process.execPath, [compiler, '-p', root], { stdio: 'inherit' }).status ?? 1)
