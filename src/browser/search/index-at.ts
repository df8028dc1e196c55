import { type Index, openIndex } from '../../search/find.ts'

/** An index that is opened when it is first asked for. */
export interface LateIndex {
  open(): Promise<Index>
  /** After something failed: the next time it is opened anew. */
  forget(): void
}

/** The index whose files lie at an address. */
export function indexAt(address: string): LateIndex {
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
      })
      return opened
    },
  }
}
