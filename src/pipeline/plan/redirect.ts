import type { SourcePath, UrlPath } from '../../core/path.ts'
import type { PageJob } from '../../core/plan.ts'
import { absoluteOf, type Desk, hrefOf, pageJob } from './desk.ts'
import { metaOf } from './meta.ts'

/** A page that an address leads to. */
export interface Goal {
  readonly address: UrlPath
  readonly title: string
  /** Of the source it is of, if it is of one. */
  readonly source: SourcePath | null
}

/** The page at an old address: it leads to the new one on any host, without a server's help. */
export function redirectJob(desk: Desk, from: UrlPath, { address, title, source }: Goal): PageJob {
  const page = metaOf(desk, { kind: 'redirect', address, heading: title, description: title, noindex: true })
  const redirect = { title, to: hrefOf(desk.site, address), url: absoluteOf(desk.site, address) }
  return pageJob(desk, { address: from, template: 'redirect.njk', page, view: { redirect }, of: source })
}
