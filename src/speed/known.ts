import type { Known } from '../core/remembered.ts'
import type { Store } from './remember.ts'

/** Answers by their questions in a store of plain values: each with the key of what it was made from. */
export function knownIn<T>(store: Store<unknown>): Known<T> {
  return {
    get(question, key) {
      const found = store.get(question) as readonly [key: string, answer: T] | undefined
      return found?.[0] === key ? found[1] : undefined
    },
    set: (question, key, answer) => store.set(question, [key, answer]),
  }
}
