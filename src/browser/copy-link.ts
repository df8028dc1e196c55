/**
 * Buttons with `data-copy="address"` put the address on the clipboard; what has become of it is said in the element with `data-copied` beside them,
 * in its words: `data-copied="Copied. | It could not be copied."`.
 */
export function copyLink(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-copy]')) {
    const said = button.parentElement?.querySelector<HTMLElement>('[data-copied]')
    const [done = '', failed = ''] = said?.dataset['copied']?.split(' | ') ?? []
    button.addEventListener('click', () => {
      void copy(button.dataset['copy'] ?? '').then((copied) => {
        if (said) said.textContent = copied ? done : failed
      })
    })
  }
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyAsBefore(text)
  }
}

/** Portals that are still read over http have no clipboard but this. */
function copyAsBefore(text: string): boolean {
  const from = document.activeElement
  const field = document.createElement('textarea')
  field.value = text
  field.className = 'unseen'
  document.body.append(field)
  field.select()
  const copied = document.execCommand('copy')
  field.remove()
  if (from instanceof HTMLElement) from.focus()
  return copied
}
