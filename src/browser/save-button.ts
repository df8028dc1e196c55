/** What a button tells when its article is to be saved. */
export const SAVE = 'portal:save'

/**
 * Buttons with `data-save` save the article they are in. The script that can, which the attribute names, is loaded at the
 * first click: most readers never ask for it.
 */
export function saveButton(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-save]')) {
    button.addEventListener('click', () => {
      const ask = () => button.dispatchEvent(new Event(SAVE, { bubbles: true }))
      const address = button.dataset['save'] ?? ''
      if (document.querySelector(`script[src="${address}"]`) !== null) {
        ask()
        return
      }
      const script = document.createElement('script')
      script.src = address
      script.onload = ask
      document.head.append(script)
    })
  }
}
