import type { Code } from '../core/diagnostic.ts'

/** The codes of what is found in rendered pages. */
export type AuditCode = Extract<Code, `audit/${string}`>

/** One fault of one page. Faults of one code and key are one fault, however many pages have it. */
export interface Finding {
  readonly code: AuditCode
  readonly key: string
  /** Where in the structure of the page: many faults of one shape come from one line of a template. */
  readonly shape: string
  /** What people are shown of it: a tag, an id, an address, a text. */
  readonly shown: string
  /** The other host that is asked for, which may be the portal's own. */
  readonly origin?: string
}
