import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

/**
 * What browsers learnt after 2018 (MDN, browser compatibility data: Safari 12, Chrome 70), and no bundler puts in their place. The
 * viewer has one of them: it is loaded behind a question for <dialog>, which is younger.
 */
const YOUNGER =
  /\.(?:replaceChildren|replaceAll|matchAll|at|hasOwn|fromEntries|findLast|findLastIndex|toSorted|toReversed|toSpliced|allSettled|any|randomUUID)\(|\b(?:structuredClone|queueMicrotask|AggregateError|WeakRef|globalThis|BigInt)\b/g

describe('scripts of pages', () => {
  it.each([
    ['head', []],
    ['portal', []],
    ['save', []],
    ['search', []],
    ['suggest', []],
    ['viewer', ['.replaceChildren(']],
  ])('ask nothing of a phone of 2018 that it does not know: %s.js', (name, guarded) => {
    const script = readFileSync(join(import.meta.dirname, `../../templates/assets/js/${name}.js`), 'utf8')
    expect(script.length).toBeGreaterThan(500)
    expect(script.match(YOUNGER) ?? []).toEqual(guarded)
  })
})
