/**
 * Escape closes what is open of the menu, the innermost first, and gives the keyboard back to what opened it: the heading of a part,
 * or on a phone, where the menu opens by its address, the way to it. Without scripts both close as they were opened.
 */
export function menu(): void {
  document.addEventListener('keydown', (event) => {
    const { key, target } = event
    if (key !== 'Escape' || !(target instanceof Element)) return
    // Not every browser moves the keyboard to what was clicked.
    const nowhere = target === document.body
    const part = nowhere ? document.querySelector('.menu details[open]') : target.closest('.menu details[open]')
    if (part !== null) {
      event.preventDefault()
      part.removeAttribute('open')
      part.querySelector('summary')?.focus()
    } else if (nowhere || target.closest('.menu, .menu-open') !== null) closeWhole(event)
  })
}

/** Leaves the menu's address, which the way back passes over then. */
function closeWhole(event: Event): void {
  const close = document.querySelector<HTMLAnchorElement>('.menu:target .menu-close a')
  // On a wide screen it is always there, and so is no way to close it.
  if (close === null || close.getClientRects().length === 0) return
  event.preventDefault()
  // Browsers give the keyboard to the new address; after that it is given to the way in.
  addEventListener('hashchange', () => requestAnimationFrame(() => wayIn()?.focus()), { once: true })
  location.replace(close.href)
}

const wayIn = () => document.querySelector<HTMLElement>('.menu-open')
