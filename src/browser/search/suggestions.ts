import type { SearchCard } from '../../search/format.ts'

/** The list below the field while one types. */
export interface Suggestions {
  offer(cards: readonly SearchCard[]): void
  close(): void
}

/** A combobox with a list (WAI-ARIA 1.2): arrows choose, Enter goes there, Escape closes; the focus stays in the field. */
export function openSuggestions(field: HTMLInputElement, list: HTMLElement): Suggestions {
  let at = -1
  const options = (): readonly HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[role="option"]')]
  const choose = (number: number): void => {
    const all = options()
    // After the last, and before the first, none is chosen.
    const next = (number + all.length + 1) % (all.length + 1)
    at = next < all.length ? next : -1
    for (const [index, option] of all.entries()) option.setAttribute('aria-selected', String(index === at))
    // On a phone the list is longer than the screen.
    all[at]?.scrollIntoView({ block: 'nearest' })
    const id = all[at]?.id
    if (id === undefined) field.removeAttribute('aria-activedescendant')
    else field.setAttribute('aria-activedescendant', id)
  }
  const close = (): void => {
    list.hidden = true
    list.textContent = ''
    at = -1
    field.setAttribute('aria-expanded', 'false')
    field.removeAttribute('aria-activedescendant')
  }
  for (const [name, value] of [
    ['role', 'combobox'],
    ['aria-autocomplete', 'list'],
    ['aria-controls', list.id],
    ['aria-expanded', 'false'],
  ] as const)
    field.setAttribute(name, value)
  field.addEventListener('keydown', (event) => {
    // Some ways of typing Vietnamese compose a word first: Enter and arrows are theirs until it stands.
    if (list.hidden || event.isComposing) return
    if (event.key === 'ArrowDown') choose(at + 1)
    else if (event.key === 'ArrowUp') choose(at === -1 ? options().length - 1 : at - 1)
    else if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && at >= 0) location.assign(options()[at]?.dataset['href'] ?? location.href)
    else return
    event.preventDefault()
  })
  field.addEventListener('blur', close)
  // Before the field loses its focus, and the list with it.
  list.addEventListener('pointerdown', (event) => {
    const option = (event.target as HTMLElement).closest<HTMLElement>('[role="option"]')
    if (option === null) return
    event.preventDefault()
    location.assign(option.dataset['href'] ?? location.href)
  })
  return {
    close,
    offer(cards) {
      if (cards.length === 0 || document.activeElement !== field) return close()
      list.textContent = ''
      list.append(
        ...cards.map(({ title, href }, number) => {
          const option = document.createElement('div')
          option.id = `${list.id}-${number}`
          option.setAttribute('role', 'option')
          option.setAttribute('aria-selected', 'false')
          option.dataset['href'] = href
          option.append(title)
          return option
        }),
      )
      at = -1
      list.hidden = false
      field.setAttribute('aria-expanded', 'true')
    },
  }
}
