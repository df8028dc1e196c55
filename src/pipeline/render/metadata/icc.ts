/** Larger profiles are of printing presses; what is larger still is none. */
const MOST = 4 * 1024 * 1024
/** Its header, and the count of its tags. */
const HEAD = 132

/** Whether it is a colour profile and nothing else (ICC.1:2022, 7.2): it says its own length, and `acsp` at byte 36. */
export function isProfile(bytes: Uint8Array): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.length < HEAD || view.length > MOST) return false
  return view.readUInt32BE(0) === view.length && view.toString('latin1', 36, 40) === 'acsp'
}

/** What a profile that is packed may become. */
export const PROFILE_LIMIT = MOST
