import type { Digest } from '../core/digest.ts'

/** Where values rest by digest, on the disk. */
export interface BodyStore {
  get(digest: Digest): unknown
  set(digest: Digest, value: unknown): void
}

/** Bodies in a cache: what was put comes back as it was, so long as the cache is whole. */
export const cachedBodies = <B>(store: BodyStore) => ({
  get: (ref: { readonly digest: Digest }): B | undefined => store.get(ref.digest) as B | undefined,
  put: (digest: Digest, body: B): void => store.set(digest, body),
})
