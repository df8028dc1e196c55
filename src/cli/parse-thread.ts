import { parseDocument } from '../pipeline/parse.ts'
import { encodeEntry } from '../speed/shelf.ts'
import { serveThread } from '../speed/thread.ts'

// The entry of a thread that parses documents: what is remembered of each, the name of its body, and the body as it rests.
serveThread((bytes) => {
  const { value, diagnostics } = parseDocument.run(bytes)
  const draft = value?.draft ?? null
  const result = Buffer.from(JSON.stringify({ value: draft, diagnostics }))
  if (value === null || draft === null) return [result, new Uint8Array(), new Uint8Array()]
  return [result, Buffer.from(draft.body.digest), encodeEntry(draft.body.digest, value.body)]
})
