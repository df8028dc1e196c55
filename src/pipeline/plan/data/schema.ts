type Schema = Readonly<Record<string, unknown>>

const text: Schema = { type: 'string', minLength: 1 }
const url: Schema = { type: 'string', format: 'uri', pattern: '^https?://' }
const day: Schema = { type: 'string', format: 'date' }
const month: Schema = { type: 'string', pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$' }

/** An object with these keys and no others; optional ones end in `?`. */
function closed(properties: Readonly<Record<string, Schema>>, description?: string): Schema {
  const names = Object.keys(properties)
  return {
    type: 'object',
    ...(description === undefined ? {} : { description }),
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, schema]) => [name.replace(/\?$/, ''), schema]),
    ),
    required: names.filter((name) => !name.endsWith('?')),
    additionalProperties: false,
  }
}

const listOf = (items: Schema): Schema => ({ type: 'array', items })
const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` })

const opening = (kind: 'index' | 'month'): Readonly<Record<string, Schema>> => ({
  $schema: url,
  version: { const: 1 },
  kind: { const: kind },
  portal: text,
  publisher: { ...text, description: 'The agency that publishes the portal now.' },
  home: url,
  language: { enum: ['vi', 'en'] },
  sample: { type: 'boolean', description: 'True: invented data, not to be passed on.' },
})

const published = closed(
  {
    status: { const: 'published' },
    id: { ...url, description: 'Stays the same for the life of a bulletin.' },
    url,
    title: text,
    'shortTitle?': text,
    'summary?': text,
    datePublished: ref('moment'),
    'dateModified?': { ...ref('moment'), description: 'Of the last update or correction; absent if there was none.' },
    'eventDate?': day,
    publisher: { ...text, description: 'The agency as it was, and was called, on the day of the bulletin.' },
    category: closed({ id: text, name: text, url }),
    tags: listOf(text),
    authors: listOf(closed({ name: text, 'role?': text, 'unit?': text })),
    'unit?': closed({ 'id?': text, name: text }),
    'source?': closed({ name: text, 'url?': url }),
    images: listOf(ref('image')),
    attachments: listOf(ref('attachment')),
    corrections: listOf(closed({ date: day, text })),
    'contentHtml?': {
      type: 'string',
      description: 'The whole text with absolute addresses, where portal.yml asks for it (api.fullText).',
    },
  },
  'A bulletin that can be read at its address.',
)

const withdrawn = closed(
  {
    status: { const: 'withdrawn' },
    id: url,
    url,
    datePublished: ref('moment'),
    withdrawn: closed({ date: day, reason: text }),
  },
  'A bulletin that was withdrawn: whoever holds a copy should take it down.',
)

/**
 * The JSON Schema (draft 2020-12) of /api/v1/index.json and of each month. A key is never removed or renamed under
 * /api/v1/; new ones may be added, so readers should ignore those they do not know.
 */
export const dataSchema = (id: string): Schema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: id,
  title: 'tx-portal data, version 1',
  description: 'The bulletins of a portal as data: an index of months, and one document a month.',
  oneOf: [ref('index'), ref('month')],
  $defs: {
    index: closed({ ...opening('index'), months: listOf(closed({ month, url })) }),
    month: closed({
      ...opening('month'),
      month,
      index: url,
      entries: listOf({ oneOf: [ref('published'), ref('withdrawn')] }),
    }),
    published,
    withdrawn,
    moment: {
      description: 'A day, or a moment with its offset where an hour was given.',
      anyOf: [day, { type: 'string', format: 'date-time' }],
    },
    image: closed({
      url,
      width: { type: 'integer', minimum: 1 },
      height: { type: 'integer', minimum: 1 },
      alt: text,
      'caption?': text,
      'credit?': text,
    }),
    attachment: closed({
      title: text,
      url,
      mediaType: { type: 'string', pattern: '^[a-z]+/[a-z0-9.+-]+$' },
      size: { type: 'integer', minimum: 0, description: 'Bytes.' },
    }),
  },
})
