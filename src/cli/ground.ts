import { BOOK } from '../core/address-book.ts'
import type { SourcePath } from '../core/path.ts'
import type { Sources } from '../core/source.ts'
import { openDoor } from '../pipeline/load.ts'
import type { Door, Listing, Survey, World } from '../pipeline/world.ts'
import { type Cache, openCache } from '../speed/cache.ts'
import type { Machine } from './machine.ts'
import type { Setup } from './setup.ts'
import { showOwnFonts, toolDigest, toolRoot, toolVersion } from './tool.ts'

/** What a run stands on before it knows whether there is anything to do: light to load. */
export interface Ground {
  readonly tool: World['tool']
  readonly cache: Cache
  readonly door: Door
  /** Looks what is there now; the build that follows is given the same. */
  look(): Survey
  /** Lists what was found. */
  list(found: Survey): Promise<Listing>
  /** What was looked at last. */
  found(): Survey | null
  /** What was listed last. */
  listing(): Listing | null
  sources(): Sources | null
  /** Files of content/ whose bytes were read. */
  read(): number
}

/** Opens the cache and the door of a portal. */
export function openGround(setup: Setup, machine: Machine): Ground {
  const tool = { version: toolVersion(), digest: toolDigest() }
  showOwnFonts()
  const cache = openCache({ folder: setup.cacheDir, key: `${tool.digest} ${machine.platform}`, now: machine.now })
  const read = new Set<SourcePath>()
  const door = openDoor({
    root: setup.root,
    toolRoot,
    table: setup.thorough ? { get: () => undefined, set: cache.table.set } : cache.table,
    clock: machine.now,
    // The book of addresses is the tool's own writing.
    onRead: (path) => path.startsWith('content/') && path !== BOOK && read.add(path),
  })
  let found: Survey | null = null
  /** What was looked at and no build was given yet. */
  let waiting: Survey | null = null
  let last: Listing | null = null
  const list = async (of: Survey) => {
    last = await of.list()
    return last
  }
  const look = () => {
    found = waiting = door.survey()
    return found
  }
  return {
    tool,
    cache,
    door: {
      ...door,
      list() {
        const next = waiting ?? look()
        waiting = null
        return list(next)
      },
    },
    look,
    list,
    found: () => found,
    listing: () => last,
    sources: () => last?.sources ?? null,
    read: () => read.size,
  }
}
