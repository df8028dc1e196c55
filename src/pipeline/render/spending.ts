/** What the making of one page took, in ms. */
export interface Spent {
  /** The page, without what it took to read and compile templates that no page needed before. */
  readonly page: number
  /** Of it each template's own share, without what it includes and with what compiling it took. */
  readonly own: Readonly<Record<string, number>>
}

/** A clock that is charged to one template after the other. */
export class Spending {
  readonly #clock: () => number
  #own: Record<string, number> = {}
  #at: string | null = null
  #since = 0
  #compiling = 0

  /** `clock` gives ms. */
  constructor(clock: () => number) {
    this.#clock = clock
  }

  /** From now on it is this template's time; gives whose it was. Null: nobody's. */
  moveTo(template: string | null): string | null {
    const before = this.#at
    if (template === before) return before
    const now = this.#clock()
    if (before !== null) this.#own[before] = (this.#own[before] ?? 0) + now - this.#since
    this.#at = template
    this.#since = now
    return before
  }

  /** Compiles a template, which only the first page that needs it waits for. */
  compiling<T>(template: string, compile: () => T): T {
    const before = this.moveTo(null)
    const began = this.#clock()
    const code = compile()
    const took = this.#clock() - began
    this.#compiling += took
    this.#own[template] = (this.#own[template] ?? 0) + took
    this.moveTo(before)
    return code
  }

  /** What was spent since this was last asked. */
  read(): Spent {
    this.moveTo(null)
    const own = this.#own
    const page = Object.values(own).reduce((sum, ms) => sum + ms, 0) - this.#compiling
    this.#own = {}
    this.#compiling = 0
    return { page, own }
  }
}
