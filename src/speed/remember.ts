import type { Step, StepAtOnce } from '../core/step.ts'

/** Where results are kept between runs; may forget anything at any time. */
export interface Store<V> {
  get(key: string): V | undefined
  set(key: string, value: V): void
}

/** The name under which a step's result is kept. */
export const stepKey = (step: { readonly name: string; readonly version: string }, key: string): string =>
  `${step.name}@${step.version}:${key}`

/**
 * The same step, not run again for an input whose result is kept; keyOf must name all that the result depends on.
 * A step that answers at once still does. A throw is not kept.
 */
export function remember<I, O>(step: StepAtOnce<I, O>, store: Store<O>, keyOf: (input: I) => string): StepAtOnce<I, O>
/** Of a step that has to be waited for. */
export function remember<I, O>(step: Step<I, O>, store: Store<O>, keyOf: (input: I) => string): Step<I, O>
/** Of either. */
export function remember<I, O>(step: Step<I, O>, store: Store<O>, keyOf: (input: I) => string): Step<I, O> {
  const keep = (key: string, value: O): O => {
    store.set(key, value)
    return value
  }
  return {
    name: step.name,
    version: step.version,
    run(input) {
      const key = stepKey(step, keyOf(input))
      const known = store.get(key)
      if (known !== undefined) return known
      const result = step.run(input)
      return result instanceof Promise ? result.then((value) => keep(key, value)) : keep(key, result)
    },
  }
}

/** Inputs that ask for several results at once: the key of each, and the input that asks only for some of them, by number. */
export interface Parts<I> {
  keysOf(input: I): readonly string[]
  only(input: I, numbers: readonly number[]): I
}

/** The same for a step that gives several results at once: each is kept by itself, and only those that are not kept are asked for. */
export function rememberEach<I, O>(
  step: Step<I, readonly O[]>,
  store: Store<O>,
  { keysOf, only }: Parts<I>,
): Step<I, readonly O[]> {
  return {
    name: step.name,
    version: step.version,
    async run(input) {
      const keys = keysOf(input).map((key) => stepKey(step, key))
      const results = new Map<string, O>()
      const missing = new Map<string, number>()
      for (const [number, key] of keys.entries()) {
        const known = results.has(key) || missing.has(key) ? undefined : store.get(key)
        if (known !== undefined) results.set(key, known)
        else if (!results.has(key) && !missing.has(key)) missing.set(key, number)
      }
      if (missing.size > 0) {
        const made = await step.run(only(input, [...missing.values()]))
        for (const [index, key] of [...missing.keys()].entries()) {
          const value = made[index] as O
          store.set(key, value)
          results.set(key, value)
        }
      }
      return keys.map((key) => results.get(key) as O)
    },
  }
}

/** The same step, which says each time that it is really run. */
export function counted<I, O>(step: StepAtOnce<I, O>, onRun: (input: I) => void): StepAtOnce<I, O>
/** Of a step that has to be waited for. */
export function counted<I, O>(step: Step<I, O>, onRun: (input: I) => void): Step<I, O>
/** Of either. */
export function counted<I, O>(step: Step<I, O>, onRun: (input: I) => void): Step<I, O> {
  return {
    name: step.name,
    version: step.version,
    run(input) {
      onRun(input)
      return step.run(input)
    },
  }
}
