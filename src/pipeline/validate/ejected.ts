import type { Raw } from '../../core/bulletin.ts'
import { diagnose, type Located } from '../../core/diagnostic.ts'
import { type SourcePath, sourcePath } from '../../core/path.ts'
import type { Source } from '../../core/source.ts'

/** Where a portal keeps which of its templates are copies, and of what. */
export const EJECTED = sourcePath('templates/ejected.yml')

/** A template of the portal's own that was copied: its name below templates/, the tool's version and the original's digest then. */
export interface EjectedTemplate {
  readonly template: string
  readonly version: string
  readonly digest: string
}

/** The entries as far as they can be read: the file is written by the tool, and what a person broke in it is only not known. */
export function readEjected(raw: Raw | null): readonly EjectedTemplate[] {
  if (raw === null || raw.kind !== 'list') return []
  return raw.items.flatMap((item) => {
    const text = (key: string): string => {
      const value = item.kind === 'map' ? item.entries.find((entry) => entry.key === key)?.value : undefined
      return value?.kind === 'text' ? value.text : ''
    }
    const [template, version, digest] = [text('template'), text('version'), text('digest')]
    return template === '' || digest === '' ? [] : [{ template, version, digest }]
  })
}

/** Copies whose original has changed since, or is no more. overrides: what stands behind each template of the portal's own. */
export function movedOn(raw: Raw | undefined, overrides: ReadonlyMap<SourcePath, Source | null>): readonly Located[] {
  return readEjected(raw ?? null).flatMap(({ template, version, digest }) => {
    const file = sourcePath(`templates/${template}`)
    const behind = overrides.get(file)
    // Not there: the copy was deleted again, and the tool's own is used.
    if (behind === undefined || behind?.digest === digest) return []
    return [{ file, diagnostic: diagnose('template/moved-on', { template, since: version, gone: behind === null }) }]
  })
}
