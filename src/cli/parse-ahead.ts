import type { Digest } from '../core/digest.ts'
import type { Source } from '../core/source.ts'
import type { Door, Steps, World } from '../pipeline/world.ts'
import { offload } from '../speed/offload.ts'
import type { PackStore } from '../speed/pack.ts'
import { stepKey } from '../speed/remember.ts'

/** From so many documents on a thread pays for its start. */
const MANY = 300
/** Documents parsed here before anything else has its turn. */
const TURN = 16

/** Where documents come from, how one is parsed here, and where what came of them lies when the steps ask for it. */
export interface ParseAhead {
  readonly door: Door
  readonly document: Steps['document']
  readonly parsed: PackStore
  readonly bodies: PackStore
  readonly threads: number
  readonly timed: World['timed']
  readonly progress: World['progress']
  /** Called for each document that another thread has parsed. */
  onParse(): void
}

/** Parses what is not remembered, on all threads. */
export function parseAhead(options: ParseAhead): Pick<World, 'isNew' | 'ahead'> {
  const { door, document, parsed, bodies, threads, timed, progress, onParse } = options
  const isNew = ({ digest }: Source) => !parsed.has(stepKey(document, digest))
  const here = (source: Source) => void timed('parse', source.path, () => document.run(source))
  const take = ({ digest }: Source, [result, name, entry]: readonly Uint8Array[]) => {
    onParse()
    if (result === undefined || name === undefined || entry === undefined) return
    parsed.setEntry(stepKey(document, digest), result)
    if (entry.length > 0) bodies.setEntry(utf8.decode(name) as Digest, entry)
  }
  const ahead: World['ahead'] = async (documents) => {
    const unknown = documents.filter(isNew)
    const total = unknown.length
    const told = (done: number) => progress({ phase: 'reading', done, total })
    await offload<Source>(unknown, {
      module: new URL('./parse-thread.js', import.meta.url),
      threads: threads - 1,
      least: MANY,
      give: (source) => [door.read(source)],
      here,
      take,
      progress: told,
    })
    for (const [index, source] of unknown.filter(isNew).entries()) {
      here(source)
      if (index % TURN !== 0) continue
      await told(index)
      await new Promise<void>((done) => setImmediate(done))
    }
  }
  return { isNew, ahead }
}

const utf8 = new TextDecoder()
