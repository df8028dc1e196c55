/** Loads a script of the portal that is asked for late, and does `done` once it has run, or `failed` where it cannot be had. */
export function loadScript(
  address: string,
  done: (() => void) | null = null,
  failed: (() => void) | null = null,
): void {
  const script = document.createElement('script')
  script.src = address
  script.onload = done
  script.onerror = failed
  document.head.append(script)
}

/** The same of one that waits for an event, which an element tells as often as it is asked. */
export function tellScript(address: string, element: Element, event: string, failed: (() => void) | null = null): void {
  const tell = () => element.dispatchEvent(new Event(event, { bubbles: true }))
  if (document.querySelector(`script[src="${address}"]`) === null) loadScript(address, tell, failed)
  else tell()
}
