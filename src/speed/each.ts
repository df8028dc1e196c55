/**
 * Runs work on many items, at most `limit` at a time; results stand in the order of the items. After the first throw no
 * new item is begun, those under way are waited for, and it is thrown again.
 */
export const each =
  (limit: number) =>
  async <I, O>(items: readonly I[], work: (item: I) => Promise<O>): Promise<readonly O[]> => {
    const results: O[] = new Array(items.length)
    const failures: unknown[] = []
    const queue = items.entries()
    async function lane(): Promise<void> {
      for (const [number, item] of queue) {
        try {
          results[number] = await work(item)
        } catch (error) {
          failures.push(error)
        }
        if (failures.length > 0) return
      }
    }
    await Promise.all(Array.from({ length: Math.max(1, Math.min(limit, items.length)) }, lane))
    if (failures.length > 0) throw failures[0]
    return results
  }
