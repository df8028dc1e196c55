import { isOutputName } from '../../core/path.ts'
import type { OutputTable } from '../../core/remembered.ts'

/** Files with their full SHA-256 in hexadecimal. */
export type Sums = ReadonlyMap<string, string>

/** What stands in the published folder for the portal: made by this tool, or found there with the right bytes. */
export interface Manifest {
  readonly ours: Sums
  /** Files of somebody else that serve as an output: never replaced, never removed. */
  readonly others: Sums
}

// Both are read alike by `sha256sum -c`, which marks by them how a file was read.
const signs = { ours: ' ', others: '*' } as const

/** The manifest's text: what `sha256sum -c` reads, by path. */
export const formatManifest = ({ ours, others }: Manifest): string =>
  [...ours.keys(), ...others.keys()]
    .sort()
    .map((path) => `${ours.get(path) ?? others.get(path)} ${ours.has(path) ? signs.ours : signs.others}${path}\n`)
    .join('')

/** What the manifest says of a folder that stands as these rows tell. */
export function sumsOf(rows: OutputTable['rows']): Manifest {
  const ours = new Map<string, string>()
  const others = new Map<string, string>()
  for (const [path, row] of rows) (row.ours ? ours : others).set(path, row.sha256)
  return { ours, others }
}

/** Reads a manifest; null if a line is not as formatManifest makes it, or names what no build may own. */
export function parseManifest(text: string): Manifest | null {
  const { manifest, whole } = readLines(text)
  return whole ? manifest : null
}

/** What can still be read of a manifest, also of one with the line ends or the mark of byte order of an editor; whole: it is as it was made, so far as its lines tell. */
export function readLines(text: string): { readonly manifest: Manifest; readonly whole: boolean } {
  const ours = new Map<string, string>()
  const others = new Map<string, string>()
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  let whole = lines.pop() === '' && !/^\uFEFF|\r\n/.test(text)
  for (const line of lines) {
    const [, sum, sign, path] = /^([0-9a-f]{64}) ([ *])(.+)$/.exec(line) ?? []
    if (sum === undefined || path === undefined || !isOutputName(path)) {
      whole = false
      continue
    }
    const sums = sign === signs.others ? others : ours
    sums.set(path, sum)
  }
  return { manifest: { ours, others }, whole }
}
