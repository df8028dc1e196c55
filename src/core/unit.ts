import type { Bulletin } from './bulletin.ts'
import type { Config, Day, Unit } from './config.ts'

/** Whether a unit exists on a day; an open end is for ever. */
export const existsOn = ({ validFrom, validTo }: Unit, day: Day): boolean =>
  (validFrom ?? '') <= day && day <= (validTo ?? '9999')

/** Whether a unit's last day is over. */
export const hasEnded = ({ validTo }: Unit, day: Day): boolean => validTo !== null && validTo < day

/** All that follow some units, and what follows those; in the order of the register's lists, each once. */
export function followersOf(ids: readonly string[], units: readonly Unit[]): readonly Unit[] {
  return reach(ids, units, (unit) => units.filter(({ id }) => unit.successors.includes(id)))
}

/** Who has taken over from a unit by a day: of a successor that ended itself, those that came after it. */
export function heirsOf({ successors }: Unit, units: readonly Unit[], day: Day): readonly Unit[] {
  const heirs = new Map<string, Unit>()
  const seen = new Set<string>()
  const take = (ids: readonly string[]): void => {
    for (const id of ids) {
      const unit = units.find((one) => one.id === id)
      if (unit === undefined || seen.has(id)) continue
      seen.add(id)
      if (existsOn(unit, day)) heirs.set(id, unit)
      else if (hasEnded(unit, day)) take(unit.successors)
    }
  }
  take(successors)
  return [...heirs.values()]
}

/**
 * The unit that was on a day what another one is at its own time: itself, the one it came from, or the one that took over.
 * Null where there were none or several: then nobody can say.
 */
export function unitOn(id: string, units: readonly Unit[], day: Day): Unit | null {
  const unit = units.find((one) => one.id === id)
  if (unit === undefined || existsOn(unit, day)) return unit ?? null
  const related = hasEnded(unit, day)
    ? followersOf([id], units)
    : reach([id], units, (later) => units.filter(({ successors }) => successors.includes(later.id)))
  const then = related.filter((one) => existsOn(one, day))
  return then.length === 1 ? (then[0] ?? null) : null
}

/** The register's unit that a bulletin is of: its own, else the portal's as it was on the bulletin's day; null where it is in no register. */
export function unitOf({ unit, date }: Bulletin, { agency, units }: Config): Unit | null {
  if (unit !== null) return units.find(({ id }) => id === unit.id) ?? null
  return agency.unit === null ? null : unitOn(agency.unit, units, date)
}

/** The name of the portal's agency on a day. */
export function agencyOn({ agency, units }: Config, day: Day): string {
  const unit = agency.unit === null ? null : unitOn(agency.unit, units, day)
  return unit === null || unit.id === agency.unit ? agency.name : unit.name
}

function reach(ids: readonly string[], units: readonly Unit[], next: (unit: Unit) => readonly Unit[]): readonly Unit[] {
  const found = new Map<string, Unit>()
  let edge = units.filter(({ id }) => ids.includes(id))
  while (edge.length > 0) {
    edge = edge.flatMap(next).filter(({ id }) => !found.has(id))
    for (const unit of edge) found.set(unit.id, unit)
  }
  return [...found.values()]
}
