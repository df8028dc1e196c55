import { Worker } from 'node:worker_threads'
import type { HeifDecoded } from './libheif.ts'

/** A large photo takes some seconds; what takes this long is not waited for. In ms. */
const PATIENCE = 60_000
/** For the thread's own objects, in MB; the decoder's memory and the picture are beside that. */
const HEAP = 128

let last: Promise<unknown> = Promise.resolve()

/**
 * Decodes an iPhone's photo: upright, RGB, in its own colours. One at a time, each in a thread of its own that is ended, so that neither
 * memory nor time can be taken without bound. Rejects where it does not decode.
 */
export function decodeHeic(bytes: Uint8Array): Promise<HeifDecoded> {
  const turn = last.then(() => inThread(bytes))
  last = turn.catch(() => undefined)
  return turn
}

function inThread(bytes: Uint8Array): Promise<HeifDecoded> {
  const worker = new Worker(new URL('./thread.js', import.meta.url), {
    workerData: bytes,
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: HEAP },
  })
  return new Promise<HeifDecoded>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('it takes too long')), PATIENCE)
    const ended = (work: () => void) => {
      clearTimeout(timer)
      work()
    }
    worker.once('message', (made: HeifDecoded) => ended(() => resolve(made)))
    // A plain error: what a thread dies of says nothing of the machine.
    worker.once('error', (error) => ended(() => reject(new Error(error.message))))
    worker.once('exit', () => ended(() => reject(new Error('it was not decoded'))))
  }).finally(() => worker.terminate())
}
