import type { Located } from '../../core/diagnostic.ts'

/** Whether a file or folder of the portal's own is there and could not be read. */
export const isUnread = (ofNames: readonly Located[]): boolean =>
  ofNames.some(({ diagnostic: { code } }) => code === 'file/unreadable')

/**
 * What would be said of a file that is not there: of one that is there and could not be read it would lead astray, to take a photo out of a
 * bulletin or to withdraw an address. It is said once all can be read, if it still holds.
 */
export const isSureUnread = ({ diagnostic: { code } }: Located): boolean => !SEEMING.test(code)

const SEEMING =
  /^address\/|^link\/(?!unsafe|gambling|no-words|disguised)|^(?:config|image|attachment|template)\/missing$|\/unknown$|^file\/(?:stray|no-index|almost-index|index-of-many)$|^image\/unused$|^template\/unused$/
