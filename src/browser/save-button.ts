import { tellScript } from './load-script.ts'

/** What a button tells when its article is to be saved. */
export const SAVE = 'portal:save'

/**
 * Buttons with `data-save` save the article they are in. The script that can, which the attribute names, is loaded at the
 * first click: most readers never ask for it. Where it cannot be had, the next click asks again.
 */
export function saveButton(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-save]')) {
    button.addEventListener('click', () => tellScript(button.dataset['save'] ?? '', button, SAVE))
  }
}
