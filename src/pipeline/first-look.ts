import { parseWhen } from '../text/day.ts'
import type { Homes } from './validate/context.ts'
import type { Home } from './validate/home.ts'
import type { Door, World } from './world.ts'

/** When something is shown before all is read, and how much. */
export interface FirstLook {
  /** So many documents, never parsed, are waited for. */
  readonly patience: number
  /** So many bulletins fill the front page and the first page of most lists, and are what somebody is writing now. */
  readonly few: number
}

const USUAL: FirstLook = { patience: 1000, few: 200 }
/** Bytes in which a date is looked for. */
const HEAD = 1024

/**
 * What to read first where reading all takes long: every standing page, and the newest bulletins as far as a glance at
 * their first lines tells. null: it is not long.
 */
export function readFirst(
  { documents }: Homes,
  world: World,
  { patience, few }: FirstLook = USUAL,
): ReadonlySet<Home> | null {
  const all = [...documents.values()]
  if (all.filter(({ source }) => world.isNew(source)).length <= patience) return null
  const pages = all.filter(({ kind }) => kind === 'page')
  const bulletins = all.filter(({ kind }) => kind === 'bulletin')
  const days = new Map(bulletins.map((home) => [home, dayOf(home, world.door)]))
  const dayBefore = (one: Home, other: Home) => ((days.get(one) ?? '') < (days.get(other) ?? '') ? 1 : -1)
  return new Set([...pages, ...bulletins.sort(dayBefore).slice(0, few)])
}

function dayOf({ source }: Home, door: Door): string {
  const written = /^date:[ \t]*["']?([^\n"'#]+)/m.exec(utf8.decode(door.begins(source, HEAD)))?.[1] ?? ''
  const parsed = parseWhen(written)
  return parsed.ok ? parsed.when.day : ''
}

const utf8 = new TextDecoder()
