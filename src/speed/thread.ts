import { parentPort } from 'node:worker_threads'
import { type Done, type Packed, pack, unpack } from './offload.ts'

/** Serves a thread: batches come, each piece is worked on by itself, and what was done goes back in one message. */
export function serveThread(work: (bytes: Uint8Array) => Done): void {
  parentPort?.on('message', (batch: Packed) => {
    const answer = pack(unpack(batch).map((parts) => attempt(work, parts?.[0] ?? new Uint8Array())))
    parentPort?.postMessage(answer, [answer.bytes.buffer])
  })
}

/** What throws here throws again where it is told to somebody. */
function attempt(work: (bytes: Uint8Array) => Done, bytes: Uint8Array): Done {
  try {
    return work(bytes)
  } catch {
    return null
  }
}
