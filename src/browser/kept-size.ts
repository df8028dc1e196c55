import { kept } from './kept.ts'

/** The sizes of text there are, in percent of what the browser is set to. */
export const SIZES: readonly number[] = [90, 100, 110, 125, 150, 175, 200]

/** The size that was chosen before, in percent; 100 where none was. */
export function keptSize(): number {
  const size = Number(kept('text-size'))
  return SIZES.includes(size) ? size : 100
}
