import { join, relative, resolve, sep } from 'node:path'
import { isCacheName } from '../core/cache-name.ts'
import { type Diagnostic, diagnose } from '../core/diagnostic.ts'
import { isWithin } from '../core/within.ts'
import { shownIn } from './disk.ts'
import { baseUrlOf, isOn, nowOf, type Options, optionForms, refuse, textOf, threadsOf } from './options.ts'
import { findPortal, glimpse } from './portal.ts'
import type { Shell } from './shell.ts'

/** What a command needs to know before it reads a portal: everything it was told, decoded. */
export interface Setup {
  /** Absolute. */
  readonly root: string
  /** The published folder, absolute: `dist` of the portal, or as typed from where the person stands. */
  readonly out: string
  readonly now: number
  /** The moment was given by --now: it is not the readers'. */
  readonly anotherTime: boolean
  /** What is remembered from run to run, absolute. */
  readonly cacheDir: string
  readonly zone: string
  readonly drafts: boolean
  readonly baseUrl: string | null
  /** Trust no remembered file: compare contents. */
  readonly thorough: boolean
  /** Note where the time goes. */
  readonly profile: boolean
  /** How many threads may work, this one included. */
  readonly threads: number
}

/** Decodes the options of a command that reads a portal. */
export function setUp({ machine }: Shell, options: Options): Setup | Diagnostic {
  const found = findPortal(textOf(options, 'root'), machine.cwd)
  if ('code' in found) return found
  const { zone } = glimpse(found.root)
  const clock = nowOf(options, zone, machine.now())
  if ('code' in clock) return clock
  const base = baseUrlOf(options)
  if ('code' in base) return base
  const threads = threadsOf(options, machine.cores)
  if ('code' in threads) return threads
  const unspelt = tildeProblem(options, machine.home)
  if (unspelt !== null) return unspelt
  const given = textOf(options, 'out')
  const out = given === null ? resolve(found.root, optionForms.out.fallback ?? '') : resolve(machine.cwd, given)
  const cache = cacheDirOf(options, found.root, out, machine.cwd)
  if ('code' in cache) return cache
  return {
    ...found,
    ...clock,
    ...base,
    ...threads,
    ...cache,
    zone,
    out,
    anotherTime: textOf(options, 'now') !== null,
    drafts: isOn(options, 'drafts'),
    profile: isOn(options, 'profile'),
    // A checkout gives every file a new time, and a restored cache may be of another one.
    thorough: isOn(options, 'thorough') || isCi(machine.env.CI),
  }
}

/** A folder that is to be written and begins with `~`, which no shell put the person's own folder for (as in `--out=~/dist`). */
function tildeProblem(options: Options, home: string | null): Diagnostic | null {
  for (const name of ['out', 'cacheDir'] as const) {
    const given = textOf(options, name)
    if (given !== null && beginsAtHome(given))
      return refuse(name, given, join(home ?? '..', given.slice(2) || instead[name]))
  }
  return null
}

const instead = { out: 'dist', cacheDir: 'bo-nho-tx-portal' } as const

/** Whether a path begins with what shells write the person's own folder for. */
export const beginsAtHome = (path: string): boolean => /^~(?:[/\\]|$)/.test(path)

/** Services that build say so in their own way: `true`, `1`, their name. */
const isCi = (value = ''): boolean => !['', 'false', '0'].includes(value.trim().toLowerCase())

/** Where the cache of a portal is if nothing else is said. */
export const ownCache = (root: string): string => join(root, '.tx-portal', 'cache')

/** Where the cache is: anywhere but in what is read or published, not around it, and in no folder of somebody else's files. */
function cacheDirOf(
  options: Options,
  root: string,
  out: string,
  cwd: string,
): { readonly cacheDir: string } | Diagnostic {
  const given = textOf(options, 'cacheDir')
  if (given === null) return { cacheDir: ownCache(root) }
  const cacheDir = resolve(cwd, given)
  const taken = [join(root, 'content'), join(root, 'templates'), out]
  if (taken.some((folder) => isWithin(cacheDir, folder)) || isWithin(root, cacheDir) || isWithin(out, cacheDir))
    return refuse('cacheDir', given, '../bo-nho-tx-portal')
  const foreign = shownIn(cacheDir).find((name) => !isCacheName(name))
  return foreign === undefined ? { cacheDir } : diagnose('usage/not-a-cache', { folder: given, file: foreign })
}

/** A path as the person would type it: relative to where they stand if it is below, `/` between names. */
export function shortPath(path: string, cwd: string): string {
  const way = relative(cwd, path)
  const inside = way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && resolve(way) !== way
  return inside ? way.split(sep).join('/') : path
}

/** Whether a build writes the book of addresses: only what readers get from now on is published for ever. */
export const writesBook = ({ drafts, anotherTime }: Pick<Setup, 'drafts' | 'anotherTime'>): boolean =>
  !drafts && !anotherTime
