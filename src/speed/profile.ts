/** How long pieces of one kind took, all together. */
export interface Spent {
  readonly name: string
  readonly count: number
  readonly ms: number
}

/** Where the time of a build went, the dearest first; pieces that ran side by side are added up. */
export interface Profile {
  readonly stages: readonly Spent[]
  /** The dearest things of each stage that was told what it was about, and by other names such as were singled out. */
  readonly dearest: { readonly [stage: string]: readonly Spent[] }
}

/** How many things of a stage are named. */
const NAMED = 5

/** A stopwatch: does work, and keeps how long it took under its stage and what it is about. */
export interface Stopwatch {
  timed<T>(stage: string, what: string | null, work: () => T): T
  /** Keeps what was done elsewhere. */
  note(stage: string, what: string | null, ms: number): void
  /** Singles out a thing under a name of its own; the time of stages is not touched. */
  single(name: string, what: string, ms: number): void
  read(): Profile
}

/** Starts with nothing; `clock` gives ms. Stages do not hold one another. */
export function openStopwatch(clock: () => number): Stopwatch {
  const stages = new Map<string, Spent>()
  const things = new Map<string, Map<string, Spent>>()
  const single = (name: string, what: string, ms: number): void => {
    const known = things.get(name) ?? new Map<string, Spent>()
    things.set(name, known)
    add(known, what, ms)
  }
  const note = (stage: string, what: string | null, ms: number): void => {
    add(stages, stage, ms)
    if (what !== null) single(stage, what, ms)
  }
  return {
    note,
    single,
    timed(stage, what, work) {
      const began = clock()
      const result = work()
      if (!(result instanceof Promise)) {
        note(stage, what, clock() - began)
        return result
      }
      return result.finally(() => note(stage, what, clock() - began)) as typeof result
    },
    read: () => ({
      stages: dearestOf(stages),
      dearest: Object.fromEntries([...things].map(([stage, all]) => [stage, dearestOf(all).slice(0, NAMED)])),
    }),
  }
}

function add(into: Map<string, Spent>, name: string, ms: number): void {
  const before = into.get(name)
  into.set(name, { name, count: (before?.count ?? 0) + 1, ms: (before?.ms ?? 0) + ms })
}

const dearestOf = (all: ReadonlyMap<string, Spent>): readonly Spent[] => [...all.values()].sort((a, b) => b.ms - a.ms)
