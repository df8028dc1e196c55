import { keep, kept } from './kept.ts'

/** Lists with `data-contrast-choice` set the colours of all pages: `light`, `dark`, `high`; '' leaves it to the system. */
export function contrast(): void {
  const { dataset } = document.documentElement
  for (const list of document.querySelectorAll<HTMLSelectElement>('select[data-contrast-choice]')) {
    list.value = kept('contrast')
    // What is kept is none of these: an older page's.
    if (list.selectedIndex < 0) list.selectedIndex = 0
    list.addEventListener('change', () => {
      if (list.value === '') delete dataset['contrast']
      else dataset['contrast'] = list.value
      keep('contrast', list.value)
    })
  }
}
