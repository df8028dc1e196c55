/** Buttons with `data-print` print the page. */
export function printButton(): void {
  for (const button of document.querySelectorAll('[data-print]')) button.addEventListener('click', () => print())
}
