/** Memory for whole files that is used again: to ask the machine for megabytes anew costs more than to fill them. */
export interface Rooms {
  /** One that has more than so many bytes. */
  take(size: number): Uint8Array
  giveBack(room: Uint8Array): void
}

/** Rooms grow by this, in bytes, so that photos of about one size share them. */
const STEP = 1024 * 1024
/** Larger ones are not kept, nor more of them than photos are under way. */
const [LARGEST, MOST] = [16 * STEP, 4]

/** None yet. */
export function newRooms(): Rooms {
  const free: Uint8Array[] = []
  return {
    take(size) {
      const at = free.findIndex(({ length }) => length > size)
      // One that is too small makes room for a larger one.
      const [kept] = free.splice(Math.max(0, at), 1)
      return at >= 0 && kept !== undefined ? kept : Buffer.allocUnsafeSlow((Math.floor(size / STEP) + 1) * STEP)
    },
    giveBack(room) {
      if (room.length <= LARGEST && free.length < MOST) free.push(room)
    },
  }
}
