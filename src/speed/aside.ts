import { Worker } from 'node:worker_threads'

/** How long a thread that has nothing to do is kept, in ms: the next piece mostly comes at once. */
const IDLE = 2000

/**
 * Does work in a thread beside this one, a piece after the other. Only when it is done changes: what a thread cannot do, or dies of, is
 * done here, and says here why it cannot be. Pieces and results are plain values.
 */
export function aside<I, O>(module: URL, here: (piece: I) => O): (piece: I) => Promise<O> {
  let thread: Worker | null = null
  let timer: NodeJS.Timeout | null = null
  let last: Promise<unknown> = Promise.resolve()
  const end = () => {
    void thread?.terminate()
    thread = null
  }
  const inThread = async (piece: I): Promise<O> => {
    if (timer !== null) clearTimeout(timer)
    thread ??= open(module, (gone) => {
      if (thread === gone) thread = null
    })
    const answer = await answerOf<O>(thread, piece)
    if (answer === null) return here(piece)
    timer = setTimeout(end, IDLE)
    timer.unref()
    return answer.done
  }
  return (piece) => {
    const turn = last.then(() => inThread(piece))
    last = turn.catch(() => undefined)
    return turn
  }
}

function open(module: URL, gone: (worker: Worker) => void): Worker {
  const worker = new Worker(module)
  // Whoever waits for it hears of it too; while nobody does, it must not end the program.
  worker.on('error', () => gone(worker))
  worker.on('exit', () => gone(worker))
  return worker
}

/** What a thread makes of a piece; null if it dies of it. A thread that waits keeps nobody from ending. */
function answerOf<O>(worker: Worker, piece: unknown): Promise<{ readonly done: O } | null> {
  return new Promise((resolve) => {
    const settle = (answer: { readonly done: O } | null) => {
      worker.off('message', told).off('error', died).off('exit', died)
      worker.unref()
      resolve(answer)
    }
    const told = (done: O) => settle({ done })
    const died = () => settle(null)
    worker.on('message', told).on('error', died).on('exit', died)
    worker.ref()
    worker.postMessage(piece)
  })
}
