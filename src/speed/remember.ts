import type { Step } from '../core/step.ts'

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

/** The same step, which says each time that it is really run. */
export const counted = <I, O>(step: Step<I, O>, onRun: (input: I) => void): Step<I, O> => ({
  name: step.name,
  version: step.version,
  run(input) {
    onRun(input)
    return step.run(input)
  },
})
