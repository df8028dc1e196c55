/** What is done with a chunk: it stays, or is gone through by what is said of those in it; what is not named becomes `JUNK`. */
type Rule = 'keep' | 'frames' | Rules
interface Rules {
  readonly [type: string]: Rule
}

/** What players of WAVE need (RIFF MCI 1991, 3; EBU 3306: `ds64`); of lists by their names. */
const WAVE: Rules = { 'fmt ': 'keep', fact: 'keep', ds64: 'keep', data: 'keep', wavl: 'keep' }
/** Of AVI (AVI RIFF File Reference; OpenDML 1.02). */
const STREAM: Rules = { strh: 'keep', strf: 'keep', indx: 'keep', vprp: 'keep' }
const AVI: Rules = {
  hdrl: { avih: 'keep', strl: STREAM, odml: { dmlh: 'keep' } },
  movi: 'frames',
  idx1: 'keep',
}
/** Pictures, sounds and where they are, among frames. */
const FRAME = /^(?:[0-9a-fA-F]{2}(?:wb|dc|db|pc|__)|ix[0-9a-fA-F]{2})$/
const UNKNOWN = 0xffffffff
/** Lists in lists in lists: no player looks further in. */
const DEEPEST = 8

/** Whether it is a WAV or AVI. */
export const isRiff = (bytes: Uint8Array): boolean =>
  /^(?:RIFF[\s\S]{4}(?:WAVE|AVI )|(?:RF64|BW64)[\s\S]{4}WAVE)/.test(String.fromCharCode(...bytes.subarray(0, 12)))

/**
 * The same WAV or AVI without what is said beside sound and picture: only chunks that players need stay, others become `JUNK` of the same size,
 * zeros in it. Comes back as it is where there are none. null: no sound and no picture was found in it.
 */
export function bareRiff(bytes: Uint8Array): Uint8Array | null {
  const copy = Buffer.from(bytes)
  const isWave = copy.toString('latin1', 8, 12) === 'WAVE'
  const long = copy.toString('latin1', 12, 16) === 'ds64' && copy.length >= 36 ? Number(copy.readBigUInt64LE(28)) : null
  const found = blank(copy, 12, copy.length, isWave ? WAVE : AVI, long, 0)
  if (!found.has(isWave ? 'data' : 'movi') && !found.has('wavl')) return null
  return copy.equals(bytes) ? bytes : copy
}

/** long: how many bytes of sound there are, where 32 bits do not say it. Gives the names that stayed. */
function blank(
  view: Buffer,
  from: number,
  to: number,
  rules: Rules,
  long: number | null,
  depth: number,
): ReadonlySet<string> {
  const found = new Set<string>()
  if (depth > DEEPEST) {
    view.fill(0, from, to)
    return found
  }
  for (let at = from; at < to; ) {
    if (at + 8 > to) {
      view.fill(0, at, to)
      break
    }
    const type = view.toString('latin1', at, at + 4)
    const list = type === 'LIST' || type === 'RIFF' ? view.toString('latin1', at + 8, at + 12) : type
    const end = endOf(view, at, to, list, long)
    const rule = type === 'RIFF' && list === 'AVIX' ? rules : rules[list]
    if (rule === undefined) junk(view, at, end)
    else found.add(list)
    if (rule === 'frames') blankFrames(view, Math.min(end, at + 12), end, 0)
    else if (rule !== undefined && rule !== 'keep') blank(view, Math.min(end, at + 12), end, rule, long, depth + 1)
    at = next(view, end, to)
  }
  return found
}

/** Where a chunk ends. Of sound that was never finished or is longer than 32 bits can say, and of frames, at the end of the file. */
function endOf(view: Buffer, at: number, to: number, type: string, long: number | null): number {
  const size = view.readUInt32LE(at + 4)
  const isMain = type === 'data' || type === 'movi'
  if (isMain && type === 'data' && size === UNKNOWN && long !== null) return Math.min(to, at + 8 + long)
  return isMain && (size === 0 || size === UNKNOWN) ? to : Math.min(to, at + 8 + size)
}

/** The next chunk stands at an even place; some programs forget that. */
function next(view: Buffer, end: number, to: number): number {
  if (end % 2 === 0 || end >= to) return end
  const fits = (at: number) =>
    at + 8 <= to &&
    /^[\x20-\x7e]{4}$/.test(view.toString('latin1', at, at + 4)) &&
    at + 8 + view.readUInt32LE(at + 4) <= to + 1
  if (fits(end)) return end
  view[end] = 0
  return end + 1
}

/** Texts and measurements among pictures and sounds are emptied where they stand: an index may name them. */
function blankFrames(view: Buffer, from: number, to: number, depth: number): void {
  if (depth > DEEPEST) {
    view.fill(0, from, to)
    return
  }
  for (let at = from; at < to; ) {
    if (at + 8 > to) {
      view.fill(0, at, to)
      return
    }
    const type = view.toString('latin1', at, at + 4)
    const end = Math.min(to, at + 8 + view.readUInt32LE(at + 4))
    if (type === 'LIST') blankFrames(view, Math.min(end, at + 12), end, depth + 1)
    else if (!FRAME.test(type)) view.fill(0, Math.min(end, at + 8), end)
    at = next(view, end, to)
  }
}

function junk(view: Buffer, at: number, end: number): void {
  view.write('JUNK', at, 'latin1')
  view.fill(0, at + 8, end)
}
