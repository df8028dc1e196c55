import { audit } from './en/audit.ts'
import { config } from './en/config.ts'
import { fields } from './en/fields.ts'
import { files } from './en/files.ts'
import { attachments, images } from './en/images.ts'
import { links } from './en/links.ts'
import { machine } from './en/machine.ts'
import { block, yaml } from './en/source.ts'
import { templates } from './en/templates.ts'
import { usage } from './en/usage.ts'
import { proof } from './en/words.ts'
import type { Catalogue } from './words.ts'

/** What is said in English, to the web person. */
export const en: Catalogue = {
  ...block,
  ...yaml,
  ...fields,
  ...config,
  ...files,
  ...images,
  ...attachments,
  ...links,
  ...proof,
  ...templates,
  ...audit,
  ...machine,
  ...usage,
}
