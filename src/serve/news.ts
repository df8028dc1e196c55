import { listPrint } from './list-print.ts'
import { OWN } from './own.ts'
import { screenAt } from './screen.ts'
import type { Show } from './show.ts'

/** What a page at a path (decoded, NFC) is told: what is shown now, what it would see itself, its styles, where the last saved file is. */
export async function newsFor(path: string, show: Show): Promise<string> {
  await show.session.ready
  const revision = show.revision()
  return JSON.stringify({ revision, ...(await seenAt(path, show)), saved: show.saved() })
}

async function seenAt(path: string, show: Show) {
  if (path === OWN) return { page: listPrint(show), styles: [] }
  const screen = await screenAt(path, show)
  return 'moved' in screen ? { page: null, styles: [] } : { page: screen.print, styles: screen.styles }
}
