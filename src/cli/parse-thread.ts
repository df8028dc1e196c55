import { digestBytes } from '../core/digest.ts'
import { parseDocument } from '../pipeline/parse.ts'
import { stepKey } from '../speed/remember.ts'
import { encodeEntry } from '../speed/shelf.ts'
import { serveThread } from '../speed/thread.ts'

// The entry of a thread that parses documents: of each what is remembered, the name of its body, and the body, as they rest.
serveThread(([bytes = new Uint8Array()]) => {
  const { value, diagnostics } = parseDocument.run(bytes)
  const draft = value?.draft ?? null
  const result = encodeEntry(stepKey(parseDocument, digestBytes(bytes)), { value: draft, diagnostics })
  if (value === null || draft === null) return [result, new Uint8Array(), new Uint8Array()]
  return [result, Buffer.from(draft.body.digest), encodeEntry(draft.body.digest, value.body)]
})
