import type { Spending } from './spending.ts'

/** A spot in a template; line and column count from 1. */
export interface Spot {
  readonly template: string
  readonly line: number
  readonly column: number
}

/** Why rendering stopped, and where; the message as the error had it when it rose. */
export interface Failure {
  readonly spot: Spot | null
  readonly message: string
}

/**
 * The most statements, calls and turns of loops in the making of one page. It is a count and no time, so that every machine stops
 * at the same place; the largest pages (a sitemap of 40,000 addresses) take some hundred thousand.
 */
export const MOST_STEPS = 2_000_000

/** A template that would go on for ever, or as good as that. */
export class Endless extends Error {
  constructor() {
    super(ENDLESS)
  }
}

/** The message of Endless: on its way through nunjucks an error keeps its words and nothing else. */
export const ENDLESS = 'more steps than a page can need'

/** Follows rendering from statement to statement: nunjucks itself forgets places, or takes them from another template. */
export class Trace {
  #spot: Spot | null = null
  #failure: Failure | null = null
  #steps = 0
  #depth = 0
  readonly #most: number
  readonly #spending: Spending | null

  constructor(most: number, spending: Spending | null) {
    this.#most = most
    this.#spending = spending
  }

  /** Before each statement and call, and at each turn of a loop. */
  at(template: string, line: number, column: number): void {
    this.#spot = { template, line, column }
    this.#spending?.moveTo(template)
    this.#steps += 1
    if (this.#steps > this.#most) throw new Endless()
  }

  /** Called with every error on its way up, again and again: the first one tells. */
  failed<E>(error: E): E {
    this.#failure ??= { spot: this.#spot, message: messageOf(error) }
    return error
  }

  /** One rendering of a template; those that filters begin meanwhile count as steps of the page. */
  during(template: string, work: () => string): { readonly text: string } | { readonly failure: Failure } {
    const outer = this.#spot
    this.#failure = null
    if (this.#depth === 0) this.#steps = 0
    this.#depth += 1
    const whose = this.#spending?.moveTo(template)
    try {
      const text = work()
      this.#spot = outer
      return { text }
    } catch (error) {
      return { failure: this.#failure ?? { spot: this.#spot, message: messageOf(error) } }
    } finally {
      this.#depth -= 1
      if (whose !== undefined) this.#spending?.moveTo(whose)
    }
  }
}

/** The words of whatever was thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
