/**
 * Loads a script of the portal that is asked for late, and does `done` once it has run, or `failed` where it cannot be had. Its tag goes
 * then: nothing of it has run, and it can be asked for again.
 */
export function loadScript(
  address: string,
  done: (() => void) | null = null,
  failed: (() => void) | null = null,
): void {
  const script = document.createElement('script')
  script.src = address
  script.onload = done
  script.onerror = () => {
    script.remove()
    failed?.()
  }
  document.head.append(script)
}

/** What is asked of a script that is on its way: last, for the last click is what the reader wants. */
interface Asked {
  readonly tell: () => void
  readonly failed: (() => void) | null
}

/** By address; null: it has run. One that failed is not here, so that the next click asks for it again. */
const scripts = new Map<string, Asked | null>()

/** The same of one that waits for an event, which an element tells as often as it is asked. */
export function tellScript(address: string, element: Element, event: string, failed: (() => void) | null = null): void {
  const tell = () => element.dispatchEvent(new Event(event, { bubbles: true }))
  const state = scripts.get(address)
  if (state === null) {
    tell()
    return
  }
  scripts.set(address, { tell, failed })
  if (state !== undefined) return
  const end = (now: 'tell' | 'failed') => () => {
    const last = scripts.get(address)
    if (now === 'tell') scripts.set(address, null)
    else scripts.delete(address)
    last?.[now]?.()
  }
  loadScript(address, end('tell'), end('failed'))
}
