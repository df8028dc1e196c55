import type { Body } from '../core/bulletin.ts'
import { type Located, locate } from '../core/diagnostic.ts'
import type { Digest } from '../core/digest.ts'
import type { SourcePath } from '../core/path.ts'
import type { Plan } from '../core/plan.ts'
import type { Source, Sources } from '../core/source.ts'
import type { Step } from '../core/step.ts'
import { bareSteps } from '../pipeline/steps.ts'
import type { Admission } from '../pipeline/validate/context.ts'
import type { Bodies, Door, PhotoWork, Progress, Steps, World } from '../pipeline/world.ts'
import { buildSegment } from '../search/build.ts'
import { aside } from '../speed/aside.ts'
import type { Cache } from '../speed/cache.ts'
import { each } from '../speed/each.ts'
import { knownIn } from '../speed/known.ts'
import { offload } from '../speed/offload.ts'
import { openStopwatch, type Profile } from '../speed/profile.ts'
import { counted, type Parts, remember, rememberEach, type Store, stepKey } from '../speed/remember.ts'
import { readText } from './disk.ts'
import { type Ground, openGround } from './ground.ts'
import type { Machine } from './machine.ts'
import type { Counts } from './outcome.ts'
import type { LinesOf } from './report/problem.ts'
import type { Setup } from './setup.ts'

/** Where a portal is worked on: worlds for runs, with what is remembered from run to run. */
export interface Workshop {
  readonly cache: Cache
  /** A world of this moment. */
  world(now: number, progress: (progress: Progress) => void | Promise<void>): World
  /** What was done in all worlds so far. */
  counts(): Counts
  readonly linesOf: LinesOf
  /** Writes down what was learnt; with a plan everything was gone through, and what it does not need may go. */
  save(plan: Plan | null): void
  /** Where the time went so far; null if nobody asked. */
  profile(): Profile | null
  /** What there is to say of the cache. */
  complaints(): readonly Located[]
}

/** The only place where steps are wrapped: without it the same bytes come out, only later. */
export function openWorkshop(
  setup: Setup,
  machine: Machine,
  writes: boolean,
  ground: Ground = openGround(setup, machine),
): Workshop {
  const { cache, door } = ground
  const tally = { parsed: 0, encoded: 0 }
  const bodies = bodiesIn(cache, writes)
  const index = indexing(setup.threads)
  const known = { documents: knownIn<Admission>(cache.admitted), digests: knownIn<Digest>(cache.planned) }
  const stopwatch = setup.profile ? openStopwatch(() => performance.now()) : null
  const photos: Store<Uint8Array> = writes ? cache.photos : { get: cache.photos.get, set: () => undefined }
  const steps = wrap(bareSteps(door, bodies), cache, photos, {
    onParse: () => {
      tally.parsed += 1
    },
    onEncode: () => {
      tally.encoded += 1
    },
  })
  return {
    cache,
    world: (now, progress) => ({
      now,
      options: { drafts: setup.drafts, baseUrl: setup.baseUrl, anotherTime: setup.anotherTime },
      tool: ground.tool,
      door,
      steps,
      bodies,
      known,
      each: each(atOnce(setup.threads)),
      index,
      ahead: writes ? parseAhead(door, cache, steps, setup.threads, tally, progress) : async () => undefined,
      timed: stopwatch?.timed ?? untimed,
      progress,
    }),
    profile: () => stopwatch?.read() ?? null,
    counts: () => ({ read: ground.read(), parsed: tally.parsed, encoded: tally.encoded }),
    linesOf: linesFrom(ground.sources),
    save(plan) {
      if (writes) cache.save(plan === null ? { complete: false } : { complete: true, live: neededBy(plan, steps) })
    },
    complaints: () => locate(null, cache.diagnostics),
  }
}

/** Bodies rest in the cache, or in memory where nothing may be written. */
function bodiesIn(cache: Cache, writes: boolean): Bodies {
  const own = memoryBodies()
  return {
    get: (digest) => own.get(digest) ?? (cache.bodies.get(digest) as Body | undefined),
    put: (digest, body) => void (writes ? cache.bodies.set(digest, body) : own.put(digest, body)),
  }
}

/** Work of which nobody notes the time. */
export const untimed: World['timed'] = (_stage, _what, work) => work()

/** Bodies that rest in memory. */
export function memoryBodies(): Bodies {
  const kept = new Map<Digest, Body>()
  return { get: (digest) => kept.get(digest), put: (digest, body) => void kept.set(digest, body) }
}

/** Each variant of a picture is remembered by its own digest. */
export const byVariant: Parts<PhotoWork> = {
  keysOf: ({ variants }) => variants.map(({ digest }) => digest),
  only: ({ source, variants }, numbers) => ({
    source,
    variants: variants.filter((_, number) => numbers.includes(number)),
  }),
}

/** Photos under way: one more than can be worked on, since each waits for the main thread between its variants. */
const atOnce = (threads: number): number => (threads === 1 ? 1 : threads + 1)

/** From so many documents on a thread pays for its start. */
const MANY = 300
/** From so many bulletins on a segment of the search index is built elsewhere. */
const LARGE = 150

/** Parses what is not remembered, on all threads: what they find lies in the cache when the steps ask for it. */
function parseAhead(
  door: Door,
  { parsed, bodies }: Cache,
  { document }: Steps,
  threads: number,
  tally: { parsed: number },
  progress: World['progress'],
): World['ahead'] {
  return async (documents) => {
    const unknown = documents.filter(({ digest }) => !parsed.has(stepKey(document, digest)))
    await offload<Source>(unknown, {
      module: new URL('./parse-thread.js', import.meta.url),
      threads: threads - 1,
      least: MANY,
      give: (source) => door.read(source),
      here: (source) => void document.run(source),
      take: ({ digest }, [result, name, entry]) => {
        tally.parsed += 1
        if (result === undefined || name === undefined || entry === undefined) return
        parsed.setBytes(stepKey(document, digest), result)
        if (entry.length > 0) bodies.setEntry(new TextDecoder().decode(name) as Digest, entry)
      },
      progress: (done) => progress({ phase: 'reading', done, total: unknown.length }),
    })
  }
}

/** Segments of the search index are built in a thread beside this one, where they are large enough to pay for it. */
function indexing(threads: number): World['index'] {
  if (threads === 1) return buildSegment
  const elsewhere = aside(new URL('./search-thread.js', import.meta.url), buildSegment)
  return (work, count) => (count < LARGE ? buildSegment(work) : elsewhere({ ...work, documents: [...work.documents] }))
}

interface Tally {
  onParse(): void
  onEncode(): void
}

/** Parsing depends on bytes alone and is kept by their digest; each variant of a picture by its own. */
function wrap(bare: Steps, cache: Cache, photos: Store<Uint8Array>, { onParse, onEncode }: Tally): Steps {
  const parsed = <O>(step: Step<Source, O>): Step<Source, O> =>
    remember(counted(step, onParse), cache.parsed as Store<O>, ({ digest }) => digest)
  return {
    document: parsed(bare.document),
    yaml: parsed(bare.yaml),
    photo: parsed(bare.photo),
    encode: rememberEach(counted(bare.encode, onEncode), photos, byVariant),
    draw: remember(bare.draw, photos, ({ digest }) => digest),
    body: counted(bare.body, onParse),
  }
}

/** The bodies and pictures that a plan's outputs are made of, by the keys they are kept under. */
function neededBy({ jobs, site }: Plan, { encode, draw }: Steps) {
  const documents = [...site.standings, ...site.excluded].map(({ bulletin }) => bulletin)
  return {
    bodies: new Set<string>([...documents, ...site.pages].map(({ body }) => body.digest)),
    photos: new Set(
      jobs.flatMap(({ kind, digest }) =>
        kind === 'photo' ? [stepKey(encode, digest)] : kind === 'poster' ? [stepKey(draw, digest)] : [],
      ),
    ),
  }
}

/** The lines of sources as they are now, wherever the disk has them. */
function linesFrom(sources: () => Sources | null): LinesOf {
  let seen: Sources | null = null
  const known = new Map<string, readonly string[] | null>()
  return (file) => {
    // Listed anew, a file may have other lines.
    if (seen !== sources()) known.clear()
    seen = sources()
    const before = known.get(file)
    if (before !== undefined) return before
    const source = sources()?.byPath.get(file as SourcePath)
    const text = source === undefined ? null : readText(source.disk)
    const lines = text === null ? null : text.split(/\r\n|\r|\n/)
    known.set(file, lines)
    return lines
  }
}
