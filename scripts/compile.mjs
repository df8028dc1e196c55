// Compiles src/ to lib/ and bundles what runs in readers' browsers: before packing, and before anything here runs the tool.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
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
  removeOrphans(join(root, 'lib'), join(root, 'src'))
  const { noteCode } = await import('../lib/cli/note-code.js')
  noteCode()
}
process.exit(status ?? 1)

/** What was compiled of a file that is no more would be packed, and be part of the digest. What is there is left alone: others may run it. */
function removeOrphans(lib, src) {
  for (const entry of readdirSync(lib, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const name = path.slice(lib.length + 1)
    const isOf = /^(?!run[\\/])(.*?)(?:\.d\.ts|\.js)$/.exec(name)?.[1]
    if (entry.isFile() && isOf !== undefined && !existsSync(join(src, `${isOf}.ts`))) rmSync(path, { force: true })
  }
}
