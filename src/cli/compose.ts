import type { Body, Draft, Markup, Parsed, PhotoFacts, Raw } from '../core/bulletin.ts'
import { type Located, locate } from '../core/diagnostic.ts'
import type { Digest } from '../core/digest.ts'
import type { FileFacts } from '../core/file-facts.ts'
import type { SourcePath } from '../core/path.ts'
import type { Job, Plan } from '../core/plan.ts'
import type { Source, Sources } from '../core/source.ts'
import { utf8 } from '../core/utf8.ts'
import type { ListRow } from '../pipeline/plan/list-row.ts'
import type { ThemeUses } from '../pipeline/render/uses.ts'
import { bareSteps } from '../pipeline/steps.ts'
import type { Admission } from '../pipeline/validate/admission.ts'
import type { Outline } from '../pipeline/validate/outline.ts'
import type { Bodies, PhotoWork, Progress, Steps, World } from '../pipeline/world.ts'
import { buildSegment } from '../search/build.ts'
import { aside } from '../speed/aside.ts'
import type { Cache } from '../speed/cache.ts'
import { each } from '../speed/each.ts'
import { inMemory } from '../speed/in-memory.ts'
import { knownAsJson, knownByKey, knownIn } from '../speed/known.ts'
import type { PackStore } from '../speed/pack.ts'
import { openStopwatch, type Profile, type Stopwatch } from '../speed/profile.ts'
import { counted, type Parts, remember, rememberEach, type Store, stepKey } from '../speed/remember.ts'
import { readText } from './disk.ts'
import { textKey } from './document-away.ts'
import { type Ground, openGround } from './ground.ts'
import type { Machine } from './machine.ts'
import type { Counts } from './outcome.ts'
import { parseAhead } from './parse-ahead.ts'
import { renderAhead } from './render-ahead.ts'
import type { LinesOf } from './report/problem.ts'
import type { Setup } from './setup.ts'

/** Where a portal is worked on: worlds for runs, with what is remembered from run to run. */
export interface Workshop {
  readonly cache: Cache
  /** A world of this moment; listed: every warning is told (it is, unless this says otherwise). */
  world(now: number, progress: (progress: Progress) => void | Promise<void>, listed?: boolean): World
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
  const { parsed, admitted, resting } = documentStores(cache, writes)
  // Texts are read for the search index alone; whether there is one portal.yml says, which is read before documents are.
  const texts = { wanted: true }
  const bodies = bodiesIn(resting, texts)
  const index = indexing(setup.threads)
  const known = {
    documents: knownByKey<Admission>(admitted),
    outlines: knownAsJson<Outline>(cache.outlines),
    digests: knownIn<string>(cache.planned),
    lists: knownAsJson<readonly ListRow[]>(cache.outlines),
    themes: knownAsJson<ThemeUses>(cache.outlines),
  }
  const stopwatch = setup.profile ? openStopwatch(clock) : null
  const photos: Store<Uint8Array> = writes ? cache.photos : { get: cache.photos.get, set: () => undefined }
  const timed = stopwatch?.timed ?? untimed
  const note = stopwatch?.note ?? (() => undefined)
  const rendering = stopwatch === null ? null : renderingNotes(stopwatch)
  const onParse = () => {
    tally.parsed += 1
  }
  const steps = wrap(bareSteps(door, bodies), parsed, photos, {
    onParse,
    onEncode: () => {
      tally.encoded += 1
    },
  })
  return {
    cache,
    world: (now, progress, listed = true) => ({
      now,
      options: { drafts: setup.drafts, baseUrl: setup.baseUrl, anotherTime: setup.anotherTime, listed },
      tool: ground.tool,
      door,
      steps,
      bodies,
      known,
      // What a preview shows is not published.
      published: () => [],
      each: each(atOnce(setup.threads)),
      index,
      ...parseAhead({
        ...{ door, document: steps.document, parsed, bodies: resting, texts, admitted },
        ...{ threads: setup.threads, timed, progress },
        onParse(path, ms) {
          onParse()
          note('parse', path, ms)
        },
      }),
      renderAhead: renderAhead(setup.threads, note, rendering),
      timed,
      rendering,
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

const clock = (): number => performance.now()

const renderingNotes = ({ single }: Stopwatch): World['rendering'] => ({
  clock,
  note(page, { page: ms, own }) {
    single('page', page, ms)
    for (const [template, share] of Object.entries(own)) single('template', template, share)
  },
})

/** What a cache keeps of documents; where nothing may be written, what is new rests in memory. */
function documentStores(cache: Cache, writes: boolean) {
  const over = (store: PackStore): PackStore => (writes ? store : inMemory(store))
  return { parsed: over(cache.parsed), admitted: over(cache.admitted), resting: over(cache.bodies) }
}

/** Bodies in a store: what pages show of one, and its text, each by itself; texts only while they are wanted. */
export const bodiesIn = (store: PackStore, texts: { readonly wanted: boolean }): Bodies => ({
  get: (digest) => store.get(digest) as Markup | undefined,
  text: (digest) => store.get(textKey(digest)) as string | undefined,
  put(digest, { pieces, text }) {
    store.set(digest, { pieces } satisfies Markup)
    if (texts.wanted) store.set(textKey(digest), text)
  },
  json: store.json,
})

/** Work of which nobody notes the time. */
export const untimed: World['timed'] = (_stage, _what, work) => work()

/** Bodies that rest in memory. */
export function memoryBodies(): Bodies {
  const kept = new Map<Digest, Body>()
  return {
    get: (digest) => kept.get(digest),
    text: (digest) => kept.get(digest)?.text,
    put: (digest, body) => void kept.set(digest, body),
    json(digest) {
      const body = kept.get(digest)
      return body === undefined ? undefined : utf8(JSON.stringify({ pieces: body.pieces } satisfies Markup))
    },
  }
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

/** From so many bulletins on a segment of the search index is built elsewhere. */
const LARGE = 150

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
function wrap(bare: Steps, store: PackStore, photos: Store<Uint8Array>, { onParse, onEncode }: Tally): Steps {
  const byContent = ({ digest }: Source): Digest => digest
  return {
    document: remember(counted(bare.document, onParse), store as Store<Parsed<Draft>>, byContent),
    yaml: remember(counted(bare.yaml, onParse), store as Store<Parsed<Raw>>, byContent),
    photo: remember(counted(bare.photo, onParse), store as Store<Parsed<PhotoFacts>>, byContent),
    attachment: remember(bare.attachment, store as Store<FileFacts>, byContent),
    style: remember(bare.style, store as Store<Parsed<null>>, byContent),
    staticPage: remember(bare.staticPage, store as Store<Parsed<null>>, byContent),
    encode: rememberEach(counted(bare.encode, onEncode), photos, byVariant),
    draw: remember(bare.draw, photos, ({ digest }) => digest),
    icon: remember(bare.icon, photos, ({ job }) => job.digest),
    body: counted(bare.body, onParse),
  }
}

/** The bodies and pictures that a plan's outputs are made of, by the keys they are kept under. */
function neededBy({ jobs, site }: Plan, { encode, draw, icon }: Steps) {
  const steps = new Map<Job['kind'], Parameters<typeof stepKey>[0]>([
    ['photo', encode],
    ['poster', draw],
    ['icon', icon],
  ])
  // Each is put together when it is asked for: most builds do not look what may go.
  return {
    get bodies() {
      const documents = [...site.standings, ...site.excluded].map(({ bulletin }) => bulletin)
      return new Set([...documents, ...site.pages].flatMap(({ body: { digest } }) => [digest, textKey(digest)]))
    },
    get photos() {
      return new Set(
        jobs.flatMap(({ kind, digest }) => {
          const step = steps.get(kind)
          return step === undefined ? [] : [stepKey(step, digest)]
        }),
      )
    },
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
