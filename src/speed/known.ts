import type { Digest } from '../core/digest.ts'
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
    keep: (question) => void store.get(question),
  }
}

/**
 * The same in a store whose values never change: each answer lies there under its question and key. The last one to each
 * question stays in memory, so that it is decoded once.
 */
export function knownByKey<T>(store: Store<unknown> & { use(name: string): void }): Known<T> {
  const newest = new Map<string, { readonly key: Digest; readonly answer: T }>()
  const keep = (question: string, key: Digest, answer: T): T => {
    newest.set(question, { key, answer })
    return answer
  }
  return {
    get(question, key) {
      const last = newest.get(question)
      if (last?.key === key) return last.answer
      const found = store.get(answerKey(question, key)) as T | undefined
      return found === undefined ? undefined : keep(question, key, found)
    },
    set(question, key, answer) {
      keep(question, key, answer)
      store.set(answerKey(question, key), answer)
    },
    keep: (question, key) => store.use(answerKey(question, key)),
  }
}

/** Answers of any kind in a store of texts, as JSON. */
export function knownAsJson<T>(store: Store<unknown>): Known<T> {
  const texts = knownIn<string>(store)
  return {
    get(question, key) {
      const found = texts.get(question, key)
      // What set wrote: JSON that was sealed with its file.
      return found === undefined ? undefined : (JSON.parse(found) as T)
    },
    set: (question, key, answer) => texts.set(question, key, JSON.stringify(answer)),
    keep: texts.keep,
  }
}

/** Under what an answer lies. */
export const answerKey = (question: string, key: Digest): string => `${question} ${key}`
