import { dirname, join, resolve } from 'node:path'
import { type Diagnostic, diagnose } from '../core/diagnostic.ts'
import type { Language } from '../messages/words-of.ts'
import { isZone } from '../text/day.ts'
import { isThere, readStart } from './disk.ts'

/** What must be known of a portal before it is read: which language to speak, and in which zone a bare time is meant. */
export interface Glimpse {
  readonly language: Language | null
  readonly zone: string
}

const HERE = 'Asia/Ho_Chi_Minh'

const portalFile = (root: string): string => join(root, 'content', 'portal.yml')

/** Looks at two lines of portal.yml. Reading it properly would load the YAML package, which `--help` has no time for. */
export function glimpse(root: string): Glimpse {
  const text = readStart(portalFile(root)) ?? ''
  const value = (key: string) => new RegExp(`^${key}:[ \\t]*['"]?([\\w/+-]+)`, 'm').exec(text)?.[1]
  const language = value('language')
  return {
    language: language === 'vi' || language === 'en' ? language : null,
    // Asking whether there is such a zone loads all of them: a tenth of what --help may take.
    get zone() {
      const zone = value('timeZone') ?? HERE
      return zone === HERE || isZone(zone) ? zone : HERE
    },
  }
}

/** The folder of the portal, absolute; `usage/not-a-portal` where there is none. */
export function findPortal(given: string | null, cwd: string): { readonly root: string } | Diagnostic {
  const root = resolve(cwd, given ?? '.')
  if (isThere(portalFile(root))) return { root }
  return diagnose('usage/not-a-portal', { folder: given ?? root, above: given === null ? portalAbove(root) : null })
}

/** The nearest folder above that is a portal. */
function portalAbove(folder: string): string | null {
  for (let at = dirname(folder), below = folder; at !== below; below = at, at = dirname(at))
    if (isThere(portalFile(at))) return at
  return null
}
