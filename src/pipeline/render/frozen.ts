/**
 * Keeps what a page is made of from being changed by its template: menus, words and cards are the same objects on all pages, so that
 * `site.links.reverse()` on one would show on those that are rendered after it, in whichever order that is. Plain values alone.
 */
export function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return
  Object.freeze(value)
  for (const part of Object.values(value)) freeze(part)
}
