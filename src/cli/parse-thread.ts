import type { Draft, Markup, Parsed } from '../core/bulletin.ts'
import { digestBytes } from '../core/digest.ts'
import { parseDocument } from '../pipeline/parse.ts'
import { judgeAlone } from '../pipeline/validate/admit.ts'
import { answerKey } from '../speed/known.ts'
import { stepKey } from '../speed/remember.ts'
import { encodeEntry } from '../speed/shelf.ts'
import { serveThread, toldAtStart } from '../speed/thread.ts'
import { type AtStart, receiveHome, textKey } from './document-away.ts'

const law = toldAtStart() as AtStart
const NOTHING = new Uint8Array()

// The entry of a thread that parses documents: of each what is remembered, its body and what became of it, each after its name and as it rests.
serveThread(([bytes = NOTHING, home = NOTHING]) => {
  const { value, diagnostics } = parseDocument.run(bytes)
  const draft = value?.draft ?? null
  const read: Parsed<Draft> = { value: draft, diagnostics }
  const result = encodeEntry(stepKey(parseDocument, digestBytes(bytes)), read)
  if (value === null || draft === null) return [result]
  const { digest } = draft.body
  const { pieces, text } = value.body
  const body = [
    encodeEntry(digest, { pieces } satisfies Markup),
    law.config.search ? encodeEntry(textKey(digest), text) : NOTHING,
  ]
  return [result, utf8.encode(digest), ...body, ...admissionOf(read, home)]
})

function admissionOf(read: Parsed<Draft>, sent: Uint8Array): readonly Uint8Array[] {
  if (sent.length === 0) return []
  const { home, photos, attachments } = receiveHome(sent)
  const judged = judgeAlone(read, home, {
    ...law,
    photos: new Map(photos),
    attachments: new Map(attachments),
  })
  if (judged === null) return []
  const name = answerKey(home.source.path, judged.key)
  return [utf8.encode(name), encodeEntry(name, judged.admission)]
}

const utf8 = new TextEncoder()
