import { isOutputName } from './names.ts'

/** Files with their full SHA-256 in hexadecimal. */
export type Sums = ReadonlyMap<string, string>

/** The manifest's text: what `sha256sum -c` reads, by path. */
export const formatManifest = (sums: Sums): string =>
  [...sums.keys()]
    .sort()
    .map((path) => `${sums.get(path)}  ${path}\n`)
    .join('')

/** Reads a manifest; null if a line is not as formatManifest makes it, or names what no build may own. */
export function parseManifest(text: string): Sums | null {
  const sums = new Map<string, string>()
  const lines = text.split('\n')
  if (lines.pop() !== '') return null
  for (const line of lines) {
    const [, sum, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? []
    if (sum === undefined || path === undefined || !isOutputName(path)) return null
    sums.set(path, sum)
  }
  return sums
}
