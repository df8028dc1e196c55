/** Something that happens once, and is waited for. */
export function openMark() {
  let set = (): void => undefined
  const seen = new Promise<void>((resolve) => {
    set = resolve
  })
  return { seen, set: () => set() }
}

/** A rest that the next event ends. */
export function openRest() {
  let wake = (): void => undefined
  return {
    take: (ms: number): Promise<void> =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ms)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      }),
    end: (): void => wake(),
  }
}
