import type { Reply } from './reply.ts'

/** What a browser has of an output already, or wants of it: headers as they came. */
export interface Conditions {
  readonly range: string | undefined
  readonly ifRange: string | undefined
  readonly ifNoneMatch: string | undefined
}

/** A whole answer with an ETag, or as much of it as is asked for: nothing of what is known (304), a part (206), no part there is (416). */
export function inPart(whole: Reply, { range, ifRange, ifNoneMatch }: Conditions): Reply {
  const { ETag: tag } = whole.headers
  if (whole.status !== 200 || tag === undefined) return whole
  if (ifNoneMatch !== undefined && names(ifNoneMatch, tag)) return { ...without(whole), status: 304 }
  const size = whole.body.length
  const open = { ...whole, headers: { ...whole.headers, 'Accept-Ranges': 'bytes' } }
  // Several parts at once are asked for by nobody who looks at pages: the whole is a right answer to that too.
  const asked = /^bytes=(\d*)-(\d*)$/.exec(range ?? '')
  if (asked === null || asked[0] === 'bytes=-' || (ifRange !== undefined && ifRange !== tag)) return open
  const [, first = '', last = ''] = asked
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (start > end)
    return { ...without(open), status: 416, headers: { ...without(open).headers, 'Content-Range': `bytes */${size}` } }
  const body = whole.body.subarray(start, end + 1)
  const headers = {
    ...open.headers,
    'Content-Length': String(body.length),
    'Content-Range': `bytes ${start}-${end}/${size}`,
  }
  return { status: 206, headers, body }
}

const names = (list: string, tag: string): boolean =>
  list.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === tag)

function without({ headers, ...rest }: Reply): Reply {
  const { 'Content-Length': _length, ...kept } = headers
  return { ...rest, headers: kept, body: new Uint8Array() }
}
