import { join } from 'node:path'
import type { Raw } from '../../core/bulletin.ts'
import { type Located, locate } from '../../core/diagnostic.ts'
import type { SourcePath } from '../../core/path.ts'
import { parseYamlFile } from '../../pipeline/parse.ts'
import { decodeRegisters, type Registers, registerFiles } from '../../pipeline/validate/registers.ts'
import { isTaken, readBytes } from '../disk.ts'

/** The registers of a portal as far as they can be read, and what is wrong with its categories: without them nothing can be begun. */
export function knownTo(
  root: string,
  zone: string,
): { readonly registers: Registers; readonly problems: readonly Located[] } {
  const raws = new Map<SourcePath, Raw>()
  const problems: Located[] = []
  for (const file of Object.values(registerFiles)) {
    const path = join(root, file)
    if (!isTaken(path)) continue
    const { value, diagnostics } = parseYamlFile.run(readBytes(path))
    if (value !== null) raws.set(file, value)
    problems.push(...locate(file, diagnostics))
  }
  const { registers, diagnostics } = decodeRegisters(raws, zone)
  const grave = [...problems, ...diagnostics].filter(
    ({ file, diagnostic }) => file === registerFiles.categories && diagnostic.severity === 'error',
  )
  return { registers, problems: grave }
}
