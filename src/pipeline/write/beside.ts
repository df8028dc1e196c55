import { diagnose, type Located } from '../../core/diagnostic.ts'
import type { BesideFile } from '../../core/plan.ts'
import { type DiskCalls, errorCode, realDisk } from './disk.ts'
import { writeWhole } from './whole.ts'

/**
 * Writes what stands next to the published folder: `dist.nginx.conf` of `dist`. Only a file whose first line is the
 * marker is replaced, or removed when it is no longer wanted; equal content is not written again. What could not be done
 * is told (`out/beside`): the portal itself is published already.
 */
export function writeBeside(out: string, files: readonly BesideFile[], disk: DiskCalls = realDisk): readonly Located[] {
  return files.flatMap((file) => {
    const path = out + file.suffix
    try {
      return writeOne(path, file, disk) ? [] : [told(path, 'foreign')]
    } catch (error) {
      if (errorCode(error) === null) throw error
      return [told(path, 'refused')]
    }
  })
}

const told = (path: string, why: 'foreign' | 'refused'): Located => ({
  file: null,
  diagnostic: diagnose('out/beside', { path, why }),
})

/** False where somebody else's file has the name. */
function writeOne(path: string, { marker, text }: BesideFile, disk: DiskCalls): boolean {
  const stats = disk.lstat(path)
  const old = stats?.isFile() ? new TextDecoder().decode(disk.read(path)) : null
  if (stats !== undefined && old?.split(/\r?\n/, 1)[0] !== marker) return text === null
  if (text === null) {
    if (stats !== undefined) disk.unlink(path)
  } else if (old !== text) writeWhole(path, text, { lasting: false, alone: true, disk })
  return true
}
