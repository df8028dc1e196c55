import { audit } from './vi/audit.ts'
import { config } from './vi/config.ts'
import { fields } from './vi/fields.ts'
import { files } from './vi/files.ts'
import { attachments, images } from './vi/images.ts'
import { links } from './vi/links.ts'
import { machine } from './vi/machine.ts'
import { block, yaml } from './vi/source.ts'
import { templates } from './vi/templates.ts'
import { usage } from './vi/usage.ts'
import { proof } from './vi/words.ts'
import type { Catalogue } from './words.ts'

/** What is said in Vietnamese, to staff who know Word and Zalo. */
export const vi: Catalogue = {
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
