import { digestBytes } from '../core/digest.ts'
import { icon } from './client/icon.ts'
import { overlayStyle } from './client/overlay-style.ts'
import { reloadScript } from './client/reload-script.ts'
import { ICON, SCRIPT, STYLE } from './own.ts'

interface OwnFile {
  readonly text: string
  /** Names its bytes in addresses: with it a browser may keep the file. */
  readonly stamp: string
}

const stamped = (text: string): OwnFile => ({ text, stamp: digestBytes(text).slice(0, 8) })

/** What the preview adds to pages, by address. */
const files: ReadonlyMap<string, OwnFile> = new Map([
  [SCRIPT, stamped(reloadScript)],
  [STYLE, stamped(overlayStyle)],
  [ICON, stamped(icon)],
])

/** The address of a file of the preview's own, with what names its bytes. */
export const named = (path: string): string => `${path}?${files.get(path)?.stamp ?? ''}`

/** A file of the preview's own, and whether it was asked for by name: then a browser may keep it, and has it even if the server goes while a page loads. */
export function ownFileAt(path: string, query: string): { readonly text: string; readonly kept: boolean } | null {
  const file = files.get(path)
  return file === undefined ? null : { text: file.text, kept: query === file.stamp }
}
