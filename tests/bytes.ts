import { expect } from 'vitest'

// Bytes are compared as bytes. Number by number, as other lists are, a picture of three megabytes took ten seconds.
expect.addEqualityTesters([
  (one: unknown, other: unknown) =>
    one instanceof Uint8Array && other instanceof Uint8Array && one.constructor === other.constructor
      ? Buffer.compare(one, other) === 0
      : undefined,
])
