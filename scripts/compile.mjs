// Compiles src/ to lib/ and bundles what runs in readers' browsers: after npm ci in this repository, before packing, and before anything here runs the tool.
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
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
// What it names is not there any more.
rmSync(new URL('../lib/code.digest', import.meta.url), { force: true })
const { status } = spawnSync(process.execPath, [compiler, '-p', root], { stdio: 'inherit' })
const { bundle, bundleTool } = await import('./bundle.mjs')
await bundle(root)
if (status === 0) {
  await bundleTool(root)
  const { noteCode } = await import('../lib/cli/tool.js')
  noteCode()
}
process.exit(status ?? 1)
