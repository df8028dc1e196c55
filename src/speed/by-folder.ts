import { type CacheFiles, readSealed, writeSealed } from './sealed.ts'

/** How many published folders are remembered. */
export const FOLDERS = 4

/** What is remembered of one published folder: a small value, and a text that is mostly not asked for. */
export interface OfFolder<T> {
  readonly head: T
  readonly text: Uint8Array
}

/** What the last builds left, by the folder's absolute path; written by save. */
export interface ByFolder<T> {
  get(out: string): OfFolder<T> | undefined
  set(out: string, value: OfFolder<T>): void
  save(): void
}

/** Opens a part of a cache that keeps something of the last few published folders; head: plain JSON. */
export function openByFolder<T>(files: CacheFiles, part: string): ByFolder<T> {
  let loaded: Map<string, OfFolder<T>> | null = null
  let changed = false
  const all = (): Map<string, OfFolder<T>> => {
    loaded ??= decode(readSealed(files, part, part, part))
    return loaded
  }
  return {
    get: (out) => all().get(out),
    set(out, value) {
      changed = true
      // The last to be written stands last: the first go when there are too many.
      all().delete(out)
      all().set(out, value)
    },
    save() {
      if (loaded === null || !changed) return
      loaded = new Map([...loaded].slice(-FOLDERS))
      const heads = [...loaded].map(([out, { head, text }]) => [out, head, text.length])
      const texts = [...loaded.values()].map(({ text }) => text)
      writeSealed(files, part, part, [Buffer.from(`${JSON.stringify(heads)}\n`), ...texts])
      changed = false
    },
  }
}

const utf8 = new TextDecoder()

function decode<T>(body: Uint8Array | null): Map<string, OfFolder<T>> {
  if (body === null) return new Map()
  const end = body.indexOf(10)
  // The seal was whole, so this is what save wrote.
  const heads = JSON.parse(utf8.decode(body.subarray(0, end))) as readonly [string, T, number][]
  let at = end + 1
  return new Map(
    heads.map(([out, head, length]) => {
      at += length
      return [out, { head, text: body.subarray(at - length, at) }]
    }),
  )
}
