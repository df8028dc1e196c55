import { Worker } from 'node:worker_threads'

/** What a thread gives back for one piece of work: its parts, or null where it could not do it. */
export type Done = readonly Uint8Array[] | null

/** How work is handed over: the thread's module, how many threads beside this one, and from how many pieces on it pays. */
export interface OffloadOptions<P> {
  readonly module: URL
  readonly threads: number
  readonly least: number
  /** What each thread is told when it starts: plain values, copied. */
  readonly told?: unknown
  /** The bytes another thread needs for a piece, in parts. */
  give(piece: P): readonly Uint8Array[]
  /** Does a piece here, while the others do theirs. */
  here(piece: P): void | Promise<void>
  /** Takes what another thread did, and how long that took it, in ms. */
  take(piece: P, parts: readonly Uint8Array[], ms: number): void
  /** Called now and then with how many pieces are done; if it rejects, the work stops. */
  progress(done: number): void | Promise<void>
}

/** Pieces handed over at once: one message costs as much as some pieces. */
const BATCH = 64
/** Batches that wait at a thread, so that it never waits for this one. */
const AHEAD = 2
/** Pieces done here before messages are looked at. */
const TURN = 16

/** Many parts in one buffer, which is moved and not copied; lengths by piece. */
export interface Packed {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly lengths: readonly (readonly number[] | null)[]
}

/** What a thread answers: what became of each piece, and how long it took, in ms. */
export interface Answer extends Packed {
  readonly ms: readonly number[]
}

/** Packs what a thread has done, or is to do. */
export function pack(pieces: readonly Done[]): Packed {
  const parts = pieces.flatMap((each) => each ?? [])
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return { bytes, lengths: pieces.map((each) => each?.map((part) => part.length) ?? null) }
}

/** The pieces again, in order. */
export function unpack({ bytes, lengths }: Packed): readonly Done[] {
  let at = 0
  return lengths.map(
    (each) =>
      each?.map((length) => {
        at += length
        return bytes.subarray(at - length, at)
      }) ?? null,
  )
}

/**
 * Does many pieces of work on this and on other threads. Only what is done sooner changes: a piece that another thread
 * could not do, or whose thread has died, is not taken; it is done, and says why it cannot be, where it is asked for.
 */
export async function offload<P>(pieces: readonly P[], options: OffloadOptions<P>): Promise<void> {
  const { threads, least, here, progress } = options
  if (threads < 1 || pieces.length < least) return
  const queue: Queue<P> = { pieces, next: 0, done: 0 }
  const workers = Array.from({ length: threads }, () => startWorker(queue, options))
  try {
    for (let turn = takeFrom(queue, TURN); turn.length > 0; turn = takeFrom(queue, TURN)) {
      for (const piece of turn) await here(piece)
      queue.done += turn.length
      await progress(queue.done)
      // Lets the messages in.
      await new Promise<void>((done) => setImmediate(done))
    }
    await Promise.all(workers.map(({ over }) => over))
  } finally {
    await Promise.all(workers.map(({ worker }) => worker.terminate()))
  }
}

interface Queue<P> {
  readonly pieces: readonly P[]
  next: number
  done: number
}

function takeFrom<P>(queue: Queue<P>, count: number): readonly P[] {
  const taken = queue.pieces.slice(queue.next, queue.next + count)
  queue.next += taken.length
  return taken
}

function startWorker<P>(queue: Queue<P>, { module, told, give, take }: OffloadOptions<P>) {
  const worker = new Worker(module, { workerData: told })
  const waiting: (readonly P[])[] = []
  const over = new Promise<void>((resolve, reject) => {
    const hand = () => {
      while (waiting.length < AHEAD) {
        const batch = takeFrom(queue, BATCH)
        if (batch.length === 0) break
        waiting.push(batch)
        const packed = pack(batch.map(give))
        worker.postMessage(packed, [packed.bytes.buffer])
      }
      if (waiting.length === 0) resolve()
    }
    worker.on('message', (answer: Answer) => {
      try {
        const batch = waiting.shift() ?? []
        for (const [index, parts] of unpack(answer).entries()) {
          const piece = batch[index]
          if (piece !== undefined && parts !== null) take(piece, parts, answer.ms[index] ?? 0)
        }
        queue.done += batch.length
        hand()
      } catch (error) {
        reject(error)
      }
    })
    // What it had is not taken: it will be done here.
    worker.on('error', () => resolve())
    worker.on('exit', () => resolve())
    hand()
  })
  // Awaited at the end; until then nobody would hear of it.
  over.catch(() => undefined)
  return { worker, over }
}
