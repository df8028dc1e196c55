import { createHash, hash } from 'node:crypto'
import { utf8 } from './utf8.ts'

declare const brand: unique symbol

/** The first 128 bits of a SHA-256, in hexadecimal: names content in caches, jobs and published names. */
export type Digest = string & { readonly [brand]: 'Digest' }

/** Values that pass between steps: JSON without holes. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }

const sealed = new WeakMap<object, Digest>()

/** A getter of this name on a class tells the digest of its values: of ten thousand objects a map that holds none of them is dear. */
export const NAMED: unique symbol = Symbol('digest')

const namedIn = (value: object): Digest | undefined => (NAMED in value ? (value[NAMED] as Digest) : sealed.get(value))

/** The digest of bytes (or of text as UTF-8). */
export const digestBytes = (bytes: Uint8Array | string): Digest => sha256(bytes).slice(0, 32) as Digest

/** The digest of bytes that come piece by piece; each is done with before the next is asked for. */
export function digestPieces(pieces: Iterable<Uint8Array | string>): Digest {
  const whole = createHash('sha256')
  for (const piece of pieces) whole.update(piece)
  return whole.digest('hex').slice(0, 32) as Digest
}

/** The full SHA-256 in hexadecimal, as `sha256sum` prints it. */
export function sha256(bytes: Uint8Array | string): string {
  const isPage = typeof bytes === 'string' && bytes.length > PAGE.from && bytes.length < PAGE.to
  return hash('sha256', isPage ? utf8(bytes) : bytes, 'hex')
}

/** How long a text is that is mostly Vietnamese words, in UTF-16 units. Shorter ones are keys and longer ones tables: Node takes letters without marks as they are. */
const PAGE = { from: 4096, to: 256 * 1024 }

/**
 * The digest of a plain value, keys in their own order: templates can see the order of free data. Parts that were sealed
 * stand in it by their own digest (Merkle), so a card in forty lists is hashed once.
 */
export function digestOf(value: unknown): Digest {
  const known = typeof value === 'object' && value !== null ? namedIn(value) : undefined
  return known ?? digestBytes(canonical(value, true))
}

/** Hashes a value that many others share, once, and remembers it. The value must not change afterwards. */
export function seal<T extends object>(value: T): T {
  if (!sealed.has(value)) sealed.set(value, digestBytes(canonical(value, true)))
  return value
}

/** The same with a digest that names all the value was made from: then it names the value too, and nothing is hashed. */
export function sealAs<T extends object>(value: T, digest: Digest): T {
  if (!sealed.has(value)) sealed.set(value, digest)
  return value
}

/** Canonical text of a plain value; the outermost value is written out even when sealed. */
function canonical(value: unknown, outermost = false): string {
  if (value === undefined || value === null) return 'null'
  if (typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (!outermost) {
    const known = namedIn(value)
    if (known !== undefined) return `#${known}`
  }
  let text = ''
  if (Array.isArray(value)) {
    for (const item of value) text += text === '' ? canonical(item) : `,${canonical(item)}`
    return `[${text}]`
  }
  for (const key of Object.keys(value)) {
    const item = (value as { readonly [key: string]: unknown })[key]
    if (item !== undefined) text += (text === '' ? '' : ',') + quoted(key) + canonical(item)
  }
  return `{${text}}`
}

/** `"key":` – a few hundred keys are asked for a hundred times on each page. */
function quoted(key: string): string {
  const before = keys.get(key)
  if (before !== undefined) return before
  const made = `${JSON.stringify(key)}:`
  if (keys.size < MANY) keys.set(key, made)
  return made
}

const keys = new Map<string, string>()
/** Free data may have any keys: no more than so many are kept. */
const MANY = 1000
