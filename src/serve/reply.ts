import { contentPolicy } from '../pipeline/plan/content-policy.ts'
import { TRUST } from '../pipeline/plan/hosting/table.ts'

/** An answer to a request, whole. */
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** What a reply may differ in from a plain 200. */
export interface ReplyOptions {
  readonly status?: number
  /** What the page may load, in place of what every page may. */
  readonly csp?: string | undefined
  /** The preview's own pages may show it in a frame; else nobody may. */
  readonly framed?: boolean
  readonly headers?: Readonly<Record<string, string>>
}

/** Headers of every answer: nothing is kept, framed, guessed at, or read by another site. A preview is not measured. */
export const commonHeaders = (csp: string = contentPolicy(null), framed = false): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': `${csp}; frame-ancestors ${framed ? "'self'" : "'none'"}`,
  ...Object.fromEntries(TRUST.map(({ name, value }) => [name, value])),
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
})

/** An answer of some type; text goes out as UTF-8. */
export function reply(body: Uint8Array | string, type: string, options: ReplyOptions = {}): Reply {
  const { status = 200, csp, framed = false, headers = {} } = options
  const bytes = typeof body === 'string' ? Buffer.from(body, 'utf8') : body
  return {
    status,
    headers: {
      ...commonHeaders(csp, framed),
      'Content-Type': type,
      'Content-Length': String(bytes.length),
      ...headers,
    },
    body: bytes,
  }
}
