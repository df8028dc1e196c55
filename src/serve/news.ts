import type { Show } from './respond.ts'
import { screenAt } from './screen.ts'

/** What a page at a path (decoded, NFC) is told: what is shown now, what it would see itself, its styles, where the last saved file is. */
export async function newsFor(path: string, show: Show): Promise<string> {
  await show.session.ready
  const revision = show.revision()
  const screen = await screenAt(path, show)
  const seen = 'moved' in screen ? { page: null, styles: [] } : { page: screen.print, styles: screen.styles }
  return JSON.stringify({ revision, ...seen, saved: show.saved() })
}
