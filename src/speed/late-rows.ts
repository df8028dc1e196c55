import type { Ledger } from './ledger.ts'

/**
 * The rows of a ledger that are decoded when one of them is asked for by its name, or an iterator is. `forEach` shows one after another,
 * to see whether each still stands, and none is kept: ten thousand that stay are copied about by whoever collects garbage.
 */
export class LateRows<R> implements ReadonlyMap<string, R> {
  readonly #ledger: Pick<Ledger<unknown, R>, 'rows' | 'each'>
  #count: number | null = null

  constructor(ledger: Pick<Ledger<unknown, R>, 'rows' | 'each'>) {
    this.#ledger = ledger
  }

  /** Known where somebody has gone through all of them, too. */
  get size(): number {
    return this.#count ?? this.#ledger.rows().size
  }

  get(name: string): R | undefined {
    return this.#ledger.rows().get(name)
  }

  has(name: string): boolean {
    return this.#ledger.rows().has(name)
  }

  [Symbol.iterator](): MapIterator<[string, R]> {
    return this.#ledger.rows().entries()
  }

  entries(): MapIterator<[string, R]> {
    return this.#ledger.rows().entries()
  }

  keys(): MapIterator<string> {
    return this.#ledger.rows().keys()
  }

  values(): MapIterator<R> {
    return this.#ledger.rows().values()
  }

  forEach(visit: (row: R, name: string, rows: ReadonlyMap<string, R>) => void): void {
    let count = 0
    this.#ledger.each((name, row) => {
      count += 1
      visit(row, name, this)
    })
    this.#count = count
  }
}
