const works: (() => unknown)[] = []

/**
 * Says what is to be done when the tests of the present file are over: folders go, servers end. For modules that several
 * test files share: they are loaded once, so that their own afterAll would belong to the first of those files alone.
 */
export const atEnd = (work: () => unknown): void => void works.push(work)

/** Does all that, the last first. */
export async function close(): Promise<void> {
  for (const work of works.splice(0).reverse()) await work()
}
