import { tellScript } from './load-script.ts'

/** What a link to a picture tells when it is to be seen in a viewer. */
export const VIEW = 'portal:view'

/**
 * Pictures in a gallery with `data-viewer` are opened in a viewer upon the page. The script that can, which the page's own script names
 * in `data-viewer-script`, is loaded at the first click: most readers look at pictures where they stand. Without it they are links.
 */
export function viewerLoader(): void {
  const address = document.querySelector<HTMLElement>('[data-viewer-script]')?.dataset['viewerScript']
  // Browsers without <dialog> follow the links.
  if (!address || !('HTMLDialogElement' in window)) return
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-viewer] a')) {
    // Under a picture there may be a link to save it as it was taken.
    if (link.querySelector('img') === null) continue
    link.addEventListener('click', (event) => {
      // A new tab or window was asked for.
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      tellScript(address, link, VIEW, () => location.assign(link.href))
    })
  }
}
