import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Digest, digestPieces } from '../core/digest.ts'
import { digestCode, readText } from './disk.ts'

/** The folder of the code: lib/cli/tool.js or src/cli/tool.ts is one folder down. */
export const code = dirname(dirname(fileURLToPath(import.meta.url)))

/** The folder of the tool: templates/, content/ (the sample portal) and starter/ stand in it. */
export const toolRoot = dirname(code)

interface Manifest {
  readonly version: string
  readonly dependencies: Readonly<Record<string, string>>
}

const manifest = (): Manifest => JSON.parse(readText(join(toolRoot, 'package.json')) ?? '{}') as Manifest

/** The tool's version, `0.1.0`. */
export const toolVersion = (): string => manifest().version

/**
 * Shows to what draws letters (fontconfig, within sharp) the fonts of the tool and no others: a card is the same on every machine.
 * It is asked once in a process, at the first letter.
 */
export function showOwnFonts(): void {
  process.env.FONTCONFIG_FILE = join(toolRoot, 'fonts', 'fonts.conf')
}

let digest: Digest | null = null

/** Names the tool's own code and the exact versions of the packages it runs on, wherever it is installed. */
export function toolDigest(): Digest {
  const { version, dependencies } = manifest()
  digest ??= digestPieces([codeDigest(), version, JSON.stringify(dependencies)])
  return digest
}

/** Where compiling notes what it has made: three hundred files need not be read at every start. */
export const NOTED = join(code, 'code.digest')

const codeDigest = (): string => readText(NOTED) ?? digestCode(code)
