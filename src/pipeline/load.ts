import { digestBytes } from '../core/digest.ts'
import type { Source } from '../core/source.ts'
import { describe } from './load/describe.ts'
import { changedAt, isStill, readEnds, readInto, readWhole, statOf } from './load/files.ts'
import { newHand } from './load/hand.ts'
import { newRooms } from './load/rooms.ts'
import { type Surveying, survey } from './load/survey.ts'
import { type Door, SourceChanged, Unreadable } from './world.ts'

/** Where a portal is and what is remembered of it. */
export type DoorOptions = Omit<Surveying, 'hand'>

/** Opens the one door through which a build sees the portal's files. */
export function openDoor(given: DoorOptions): Door {
  const hand = newHand()
  const options: Surveying = { ...given, hand }
  const rooms = newRooms()
  return {
    survey: () => survey(options),
    list: () => survey(options).list(),
    look({ path, disk }) {
      const source = describe(options, path, disk, () => statOf(disk), options.clock())
      return source !== null && 'digest' in source ? source : null
    },
    changedAt: ({ disk }) => changedAt(disk),
    read(source) {
      const held = hand.take(source)
      if (held !== undefined) return held
      return checked(options, source, () => readWhole(source.disk))
    },
    async lend(source, work) {
      const room = rooms.take(source.size)
      try {
        return await work(checked(options, source, () => readInto(room, source.disk)))
      } finally {
        rooms.giveBack(room)
      }
    },
    ends(source, lengths) {
      if (source.size <= lengths.head + lengths.tail) return null
      const ends = readEnds(source, lengths)
      options.onRead(source.path)
      return isAsListed(options, source) ? ends : null
    },
    begins(source, length) {
      const held = hand.peek(source)
      if (held !== undefined) return held.subarray(0, length)
      options.onRead(source.path)
      return readEnds(source, { head: length, tail: 0 })?.[0] ?? new Uint8Array()
    },
  }
}

/**
 * Whether the disk says that a file is still the one of which the digest is known: whoever wrote into it while it was read gave it
 * another time, since none is remembered that is younger than the listing.
 */
function isAsListed({ table }: DoorOptions, { disk, digest }: Source): boolean {
  const known = table?.get(disk)
  return known?.digest === digest && isStill(known, disk)
}

/** What was read of a source, if it is what was listed. */
function checked(options: DoorOptions, source: Source, read: () => Uint8Array): Uint8Array {
  const { path, digest } = source
  let bytes: Uint8Array
  try {
    bytes = read()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new SourceChanged(path)
    throw code === undefined ? error : new Unreadable(path, code)
  }
  options.onRead(path)
  if (!isAsListed(options, source) && digestBytes(bytes) !== digest) throw new SourceChanged(path)
  return bytes
}
