import type { Code } from '../../src/core/codes.ts'
import { audit } from './audit.ts'
import type { Cases } from './case.ts'
import { fields } from './fields.ts'
import { files } from './files.ts'
import type { GroupName } from './groups.ts'
import { images } from './images.ts'
import { links } from './links.ts'
import { machine } from './machine.ts'
import { source } from './source.ts'
import { templates } from './templates.ts'
import { usage } from './usage.ts'
import { words } from './words.ts'

/** The tables by their groups. */
export const tables = { source, fields, files, images, links, words, templates, audit, machine, usage } satisfies {
  readonly [G in GroupName]: object
}

/** Every code has a case: one without does not compile. */
export const cases: Cases<Code> = {
  ...source,
  ...fields,
  ...files,
  ...images,
  ...links,
  ...words,
  ...templates,
  ...audit,
  ...machine,
  ...usage,
}
