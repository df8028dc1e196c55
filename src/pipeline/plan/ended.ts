import type { Bulletin } from '../../core/bulletin.ts'
import type { Site } from '../../core/site.ts'
import { unitOf } from '../../core/unit.ts'
import type { ArchiveView } from '../../core/view.ts'
import { timeView } from './desk.ts'

/** More names than these are told in their short form. */
const FEW = 2

/** What every page says once the portal's own agency is no more. */
export function portalArchive(site: Site): ArchiveView | null {
  const { agency } = site.config
  return agency.unit === null ? null : archiveView(site, agency.unit, agency.name)
}

/** What a bulletin says once the unit it is of is no more; null where the whole portal says it already. */
export function bulletinArchive(site: Site, bulletin: Bulletin): ArchiveView | null {
  const unit = unitOf(bulletin, site.config)
  return unit === null || unit.id === site.config.agency.unit ? null : archiveView(site, unit.id, unit.name)
}

function archiveView(site: Site, id: string, name: string): ArchiveView | null {
  const ended = Object.hasOwn(site.ended, id) ? site.ended[id] : undefined
  if (ended === undefined) return null
  const successors = ended.heirs.map((heir) => ({
    name: ended.heirs.length > FEW ? (heir.shortName ?? heir.name) : heir.name,
    href: heir.url,
  }))
  return { name, date: timeView(site, ended.on, null), successors }
}
