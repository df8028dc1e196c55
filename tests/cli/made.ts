import { afterEach } from 'vitest'
import { bulletin, portal, type TestPortal } from '../portal.ts'

const open: TestPortal[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.close()
})

/** A portal with one bulletin and these files, which goes when the test that asked for it is over. */
export function make(files: Parameters<typeof portal>[0] = {}): TestPortal {
  const one = portal({ 'content/bulletins/2023/hoi-nghi.md': bulletin('Hội nghị tổng kết'), ...files })
  open.push(one)
  return one
}
