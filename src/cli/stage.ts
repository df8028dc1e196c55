import { type StagedText, stageWhole, type WholeOptions } from '../pipeline/write/whole.ts'
import { assertWritable, readText } from './disk.ts'

/** Writes a text beside a file; nothing, where the file says so already. Throws what the machine refuses, also where the file is none. */
export function stageText(path: string, text: string, options: WholeOptions): StagedText {
  if (readText(path) === text) return { commit: () => undefined, drop: () => undefined }
  assertWritable(path)
  return stageWhole(path, text, options)
}

/** Writes a text over a file so that it is there whole or as it was; nothing is written where it says so already. Throws what the machine refuses. */
export function writeWhole(path: string, text: string): void {
  const staged = stageText(path, text, { lasting: false })
  try {
    staged.commit()
  } finally {
    staged.drop()
  }
}
