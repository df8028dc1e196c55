import { type OutputPath, outputPath } from '../core/path.ts'
import type { Plan } from '../core/plan.ts'

/** What is at an address: an output, or the way to the address it really has. */
export type Answer = { readonly output: OutputPath } | { readonly moved: string }

/** Every address the preview answers to: the plan's names and nothing else. */
export interface Addresses {
  /** `/` or `/sub/`. */
  readonly home: string
  /** By path, base path included, percent-free, NFC. */
  readonly byPath: ReadonlyMap<string, Answer>
}

/** The page for all other addresses. */
export const NOT_FOUND = outputPath('404.html')

const addresses = new WeakMap<Plan, Addresses>()

/** Takes the addresses of a plan for those of another that names the same outputs. */
export function sameAddresses(known: Plan, other: Plan): void {
  addresses.set(other, addressesOf(known))
}

/** The addresses of a plan, as a usual host has them: a folder has its index.html, and is found without its slash. */
export function addressesOf(plan: Plan): Addresses {
  const ready = addresses.get(plan)
  if (ready !== undefined) return ready
  const home = plan.site.config.basePath
  const byPath = new Map<string, Answer>()
  const folders: string[] = []
  for (const { path: output } of plan.jobs) {
    const path = home + output.normalize('NFC')
    byPath.set(path, { output })
    if (!/(^|\/)index\.html$/.test(path)) continue
    const folder = path.slice(0, -'index.html'.length)
    byPath.set(folder, { output })
    folders.push(folder)
  }
  for (const folder of folders) {
    const bare = folder.slice(0, -1)
    if (bare !== '' && !byPath.has(bare)) byPath.set(bare, { moved: folder })
  }
  if (home !== '/') byPath.set('/', { moved: home })
  const made = { home, byPath }
  addresses.set(plan, made)
  return made
}
