import { type Index, openIndex } from '../../search/find.ts'
import type { Mend } from '../../search/near.ts'

/** An index that is opened when it is first asked for. */
export interface LateIndex {
  open(): Promise<Index>
  /** After something failed: the next time it is opened anew. */
  forget(): void
}

/** The index whose files lie at an address. mend: asked for words that are nowhere. */
export function indexAt(address: string, mend: Mend): LateIndex {
  let opened: Promise<Index> | null = null
  const forget = (): void => {
    opened = null
  }
  return {
    forget,
    open() {
      opened ??= openIndex(async (file, fresh) => {
        const reply = await fetch(`${address}${file}`, fresh ? { cache: 'reload' } : {})
        if (!reply.ok) throw new Error(`${reply.status} ${file}`)
        return reply.json()
      }, mend)
      return opened
    },
  }
}
