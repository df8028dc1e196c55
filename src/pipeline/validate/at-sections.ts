import type { Raw, RawMap } from '../../core/bulletin.ts'
import type { Codes } from '../../core/codes.ts'
import { diagnose, type Located } from '../../core/diagnostic.ts'
import { oneLine } from '../../text/normalize.ts'
import { isInBraces, placeOf, rawOf } from './fields.ts'
import { thereOf } from './there.ts'

/** What was found of sections, each at its entry in categories.yml, with what is to be pasted as that is written. */
export const atSections = (found: readonly Located[], register: Raw | undefined): readonly Located[] =>
  found.map((located) => {
    if (located.diagnostic.code !== 'address/section') return located
    const params = located.diagnostic.params as Codes['address/section']
    const map = entryOf(params.id, register)
    if (map === null) return located
    return {
      file: located.file,
      diagnostic: diagnose('address/section', { ...params, ...pastedInto(map, params.old) }, placeOf(map, 'id')),
    }
  })

function entryOf(id: string, register: Raw | undefined): RawMap | null {
  const items = register?.kind === 'list' ? register.items : []
  const found = items.find((item) => {
    const own = item.kind === 'map' ? rawOf(item, 'id') : null
    return own?.kind === 'text' && oneLine(own.text) === id
  })
  return found?.kind === 'map' ? found : null
}

function pastedInto(map: RawMap, old: string): Pick<Codes['address/section'], 'where' | 'pasted'> {
  const braces = isInBraces(map)
  const margin = braces ? '' : ' '.repeat((map.entries[0]?.keyPlace.column ?? 1) - 1)
  const at = map.entries.findIndex(({ key }) => key === 'aliases')
  const entry = map.entries[at]
  if (entry === undefined)
    return braces
      ? { where: 'braces', pasted: `, aliases: [${old}]` }
      : { where: 'line', pasted: `${margin}aliases: [${old}]` }
  const { items, dashes } = thereOf(entry, map.entries[at + 1])
  return dashes === null
    ? { where: 'list', pasted: `${margin}aliases: [${items === '' ? '' : `${items}, `}${old}]` }
    : { where: 'item', pasted: `${' '.repeat(dashes - 1)}- ${old}` }
}
