import { loadScript } from './load-script.ts'

/**
 * The search form of every page suggests bulletins while one types: `data-suggest="script, index, name of the list"`. The script is loaded when
 * the form is entered: most readers come to read. Where it cannot be had, the next time the form is entered asks again.
 */
export function suggestLoader(): void {
  const form = document.querySelector<HTMLElement>('[data-suggest]')
  const [address = ''] = form?.dataset['suggest']?.split(', ') ?? []
  form?.addEventListener('focusin', () => loadScript(address, null, suggestLoader), { once: true })
}
