/** What tells of people, places, programs: INFO lists are looked for by their own name. Broadcast WAVE (EBU 3285), iXML, XMP, dates of AVI. */
const TELLING = new Set(['bext', 'iXML', '_PMX', 'id3 ', 'ID3 ', 'IDIT', 'exif', 'aXML'])
/** Lists of frames: nothing is said in them. */
const FRAMES = 'movi'

/** Whether it is a WAV or AVI. */
export const isRiff = (bytes: Uint8Array): boolean =>
  /^RIFF[\s\S]{4}(?:WAVE|AVI )/.test(String.fromCharCode(...bytes.subarray(0, 12)))

/** The same WAV or AVI without what is said beside sound and picture: such chunks become `JUNK` of the same size. Comes back as it is where there are none. */
export function bareRiff(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes)
  blank(copy, 12, copy.length)
  return copy.equals(bytes) ? bytes : copy
}

function blank(view: Buffer, from: number, to: number): void {
  for (let at = from; at + 8 <= to; ) {
    const type = view.toString('latin1', at, at + 4)
    const end = Math.min(to, at + 8 + view.readUInt32LE(at + 4))
    const list = type === 'LIST' ? view.toString('latin1', at + 8, at + 12) : null
    if (TELLING.has(type) || list === 'INFO') {
      view.write('JUNK', at, 'latin1')
      view.fill(0, at + 8, end)
    } else if (list !== null && list !== FRAMES) blank(view, at + 12, end)
    at = end + ((end - at) % 2)
  }
}
