import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)

/** The script behind a package's command, to be run with this Node on any system; null if the package is not installed. */
export function packageBin(name, command = name) {
  try {
    const file = require.resolve(`${name}/package.json`)
    const { bin } = require(file)
    return join(dirname(file), typeof bin === 'string' ? bin : bin[command])
  } catch {
    return null
  }
}
