import { append } from '../core/append.ts'
import type { Body, Draft, Parsed, PhotoFacts, Raw } from '../core/bulletin.ts'
import { FILE_HEAD, fileFacts, fileFactsByHead } from './parse/attachment.ts'
import { decodeText } from './parse/decode.ts'
import { splitFrontMatter } from './parse/front-matter.ts'
import { linesOf } from './parse/markdown/lines.ts'
import { parseMarkdown } from './parse/markdown.ts'
import { HEAD, photoFacts, photoFactsByEnds, TAIL } from './parse/photo.ts'
import { proofread } from './parse/proofread.ts'
import { readStaticPage } from './parse/static-page.ts'
import { readStyle } from './parse/style.ts'
import { parseYaml } from './parse/yaml.ts'

/** Registers and configuration may be longer than a front matter. */
const MAX_YAML = 1024 * 1024

/** A bulletin or standing page: bytes → what it says. Depends on the bytes alone. */
export const parseDocument = {
  name: 'document',
  version: '8',
  run(bytes: Uint8Array): Parsed<{ readonly draft: Draft; readonly body: Body }> {
    const text = decodeText(bytes)
    if (text.value === null) return { value: null, diagnostics: text.diagnostics }
    const split = splitFrontMatter(text.value)
    const diagnostics = [...text.diagnostics, ...split.diagnostics]
    if (split.value === null) return { value: null, diagnostics }
    const { fields, body, bodyLine, misread } = split.value
    const lines = linesOf(body)
    const { facts, body: pieces, diagnostics: ofMarks } = parseMarkdown(body, bodyLine, lines)
    const ofWords = proofread(fields, body, bodyLine, lines)
    append(
      diagnostics,
      ofWords.filter(({ place }) => !misread.includes(place?.line ?? 0)),
    )
    append(diagnostics, ofMarks)
    const draft: Draft = { fields, body: facts, ...(misread.length === 0 ? {} : { misread }) }
    return { value: { draft, body: pieces }, diagnostics }
  },
}

/** portal.yml, a register, a data file or a theme's words. */
export const parseYamlFile = {
  name: 'yaml',
  version: '3',
  run(bytes: Uint8Array): Parsed<Raw> {
    const text = decodeText(bytes)
    if (text.value === null) return { value: null, diagnostics: text.diagnostics }
    const { value, diagnostics } = parseYaml(text.value, 1, MAX_YAML)
    return { value, diagnostics: [...text.diagnostics, ...diagnostics] }
  },
}

/** A style sheet: what is wrong with it. */
export const parseStyle = {
  name: 'style',
  version: '2',
  async run(bytes: Uint8Array): Promise<Parsed<null>> {
    const text = decodeText(bytes)
    if (text.value === null) return { value: null, diagnostics: text.diagnostics }
    return { value: null, diagnostics: await readStyle(text.value) }
  },
}

/** A file that is given along. */
export const parseAttachment = {
  name: 'attachment',
  version: '3',
  run: fileFacts,
  /** How many bytes of its beginning mostly tell the same, and that: null where only the whole can. */
  head: FILE_HEAD,
  runByHead: fileFactsByHead,
}

/** A page or drawing that is published as it is: what is doubtful in it. Of what is no UTF-8 nothing is said. */
export const parseStaticPage = {
  name: 'static-page',
  version: '1',
  run(bytes: Uint8Array): Parsed<null> {
    const text = decodeText(bytes)
    return { value: null, diagnostics: text.value === null ? [] : readStaticPage(text.value) }
  },
}

/** A picture's header. */
export const parsePhoto = {
  name: 'photo',
  version: '2',
  run: (bytes: Uint8Array): Promise<Parsed<PhotoFacts>> => photoFacts(bytes),
  /** How many bytes of a file's ends mostly tell the same, and that: null where only the whole can. */
  ends: { head: HEAD, tail: TAIL },
  runByEnds: photoFactsByEnds,
}
