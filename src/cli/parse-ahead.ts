import type { Digest } from '../core/digest.ts'
import type { Source } from '../core/source.ts'
import { judgeAlone } from '../pipeline/validate/admit.ts'
import type { Home } from '../pipeline/validate/home.ts'
import type { Door, Steps, World } from '../pipeline/world.ts'
import { answerKey } from '../speed/known.ts'
import { offload } from '../speed/offload.ts'
import type { PackStore } from '../speed/pack.ts'
import { stepKey } from '../speed/remember.ts'
import { type AtStart, sendHome, textKey } from './document-away.ts'

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
  /** Whether texts of bodies are kept. */
  readonly texts: { wanted: boolean }
  /** What became of documents, under `answerKey`. */
  readonly admitted: PackStore
  readonly threads: number
  readonly timed: World['timed']
  readonly progress: World['progress']
  /** Called for each document that another thread has parsed, with how long it took, in ms. */
  onParse(path: string, ms: number): void
}

/** Parses what is not remembered, on all threads, and judges of it what looks at nothing beyond its own files. */
export function parseAhead(options: ParseAhead): Pick<World, 'isNew' | 'ahead'> {
  const { door, document, parsed, bodies, texts, admitted, threads, timed, progress, onParse } = options
  const isNew = ({ digest }: Source) => !parsed.has(stepKey(document, digest))
  const take = ({ source }: Home, parts: readonly Uint8Array[], ms: number) => {
    const [result, digest, body, text, name, admission] = parts
    onParse(source.path, ms)
    if (result !== undefined) parsed.setEntry(stepKey(document, source.digest), result)
    if (digest !== undefined && body !== undefined && text !== undefined) {
      bodies.setEntry(utf8.decode(digest), body)
      if (text.length > 0) bodies.setEntry(textKey(utf8.decode(digest) as Digest), text)
    }
    if (name !== undefined && admission !== undefined) admitted.setEntry(utf8.decode(name), admission)
  }
  const ahead: World['ahead'] = async (documents, context, known) => {
    const { config, layouts, base } = context
    texts.wanted = config.search
    const law: AtStart = { config, layouts, base }
    const here = (home: Home) =>
      timed('parse', home.source.path, () => {
        const judged = judgeAlone(document.run(home.source), home, context)
        // Not kept as it is: its words are pieces of the whole text, which would stay in memory for them.
        if (judged !== null) admitted.set(answerKey(home.source.path, judged.key), judged.admission)
      })
    const unknown = documents.filter((home) => {
      if (!known.has(home)) return isNew(home.source)
      // Its draft is wanted again when the configuration changes.
      parsed.use(stepKey(document, home.source.digest))
      return false
    })
    const total = unknown.length
    const told = (done: number) => progress({ phase: 'reading', done, total })
    await offload<Home>(unknown, {
      module: new URL('./parse-thread.js', import.meta.url),
      threads: threads - 1,
      least: MANY,
      told: law,
      give(home) {
        const sent = sendHome(home, context)
        return sent === null ? [door.read(home.source)] : [door.read(home.source), sent]
      },
      here,
      take,
      progress: told,
    })
    for (const [index, home] of unknown.filter(({ source }) => isNew(source)).entries()) {
      here(home)
      if (index % TURN !== 0) continue
      await told(index)
      await new Promise<void>((done) => setImmediate(done))
    }
  }
  return { isNew, ahead }
}

const utf8 = new TextDecoder()
