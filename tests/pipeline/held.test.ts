import { describe, expect, it } from 'vitest'
import { holdingSome } from '../../src/pipeline/plan/held.ts'

describe('what pages show', () => {
  it('is held of so many, and put together again of others when another was asked meanwhile', () => {
    const made: string[] = []
    const held = holdingSome(2)
    const pages = ['một', 'hai', 'ba', 'bốn'].map((name) => ({ name }))
    const ask = (...numbers: readonly number[]) =>
      numbers.map((number) => {
        const page = pages[number]
        if (page === undefined) throw new Error(`no page ${number}`)
        return held(page, () => {
          made.push(page.name)
          return { name: page.name }
        }).name
      })
    expect(ask(0, 1, 2, 3)).toEqual(['một', 'hai', 'ba', 'bốn'])
    expect(ask(0, 0, 1, 3, 3)).toEqual(['một', 'một', 'hai', 'bốn', 'bốn'])
    expect(made).toEqual(['một', 'hai', 'ba', 'bốn'])
    expect(ask(2, 2, 3, 0, 3)).toEqual(['ba', 'ba', 'bốn', 'một', 'bốn'])
    expect(made.slice(4)).toEqual(['ba', 'bốn'])
  })
})
