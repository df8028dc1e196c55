import { atEnd } from '../closing.ts'
import { bulletin, portal, type TestPortal } from '../portal.ts'
import { lend } from './lent.ts'

/** A portal with one bulletin and these files, which goes when the tests of the file that asked for it are over. */
export function make(files: Parameters<typeof portal>[0] = {}): TestPortal {
  const one = lend(portal({ 'content/bulletins/2023/hoi-nghi.md': bulletin('Hội nghị tổng kết'), ...files }))
  atEnd(() => one.close())
  return one
}
