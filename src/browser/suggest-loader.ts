import { loadScript } from './load-script.ts'

/**
 * The search form of every page suggests bulletins while one types: `data-suggest="script, index, name of the list"`. The script is loaded when
 * the form is entered: most readers come to read.
 */
export function suggestLoader(): void {
  const form = document.querySelector<HTMLElement>('[data-suggest]')
  const [address = ''] = form?.dataset['suggest']?.split(', ') ?? []
  form?.addEventListener('focusin', () => loadScript(address), { once: true })
}
