import type { Draft, StandingPage } from '../../core/bulletin.ts'
import { urlPath } from '../../core/path.ts'
import { titlePrint } from '../parse/address-book.ts'
import type { Context } from './context.ts'
import { admitShared, documentShape, slugOf } from './document.ts'
import { count, dayOnly, decodeMap, optional, type Say } from './fields.ts'
import type { Home } from './home.ts'

const pageShape = (zone: string) => ({
  ...documentShape(zone),
  order: optional(count, 1000, '10'),
  reviewBy: optional<string | null>(dayOnly(zone), null, '31/12/2025'),
})

/** From a draft to a standing page; null after saying all that is wrong. */
export function admitPage(draft: Draft, home: Home, context: Context, say: Say): StandingPage | null {
  const v = decodeMap(draft.fields, pageShape(context.config.timeZone), say)
  const shared = admitShared(v, draft, { cover: null, gallery: null }, home, context, say)
  const slug = slugOf(home.name, say)
  if (v.title === undefined || slug === '') return null
  return {
    ...shared.document,
    kind: 'page',
    slug,
    address: urlPath(`/${slug}/`),
    title: v.title,
    titlePrint: titlePrint(v.title),
    order: v.order ?? 1000,
    reviewBy: v.reviewBy ?? null,
  }
}
