import { parentPort, workerData } from 'node:worker_threads'
import { type Answer, type Done, type Packed, pack, unpack } from './offload.ts'

/** What this thread was told when it was started, as offload was given it. */
export const toldAtStart = (): unknown => workerData

/** Serves a thread: batches come, each piece is worked on by itself, and what was done goes back in one message. */
export function serveThread(work: (parts: readonly Uint8Array[]) => Done): void {
  parentPort?.on('message', (batch: Packed) => {
    const ms: number[] = []
    const done = unpack(batch).map((parts) => {
      const began = performance.now()
      const result = attempt(work, parts ?? [])
      ms.push(performance.now() - began)
      return result
    })
    const answer: Answer = { ...pack(done), ms }
    parentPort?.postMessage(answer, [answer.bytes.buffer])
  })
}

/** What throws here throws again where it is told to somebody. */
function attempt(work: (parts: readonly Uint8Array[]) => Done, parts: readonly Uint8Array[]): Done {
  try {
    return work(parts)
  } catch {
    return null
  }
}
