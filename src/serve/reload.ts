import type { ServerResponse } from 'node:http'

/** The open pages that want to hear of changes, by server-sent events. */
export interface Hub {
  /** Takes a page's request and tells it the revision at once; false if there are too many already. */
  join(response: ServerResponse, revision: string): boolean
  /** Tells every page. */
  tell(revision: string): void
  close(): void
}

const LISTENERS = 100
/** So that a connection that is gone is noticed. */
const BEAT_MS = 20_000
/** A page that does not read what it is told is let go: it asks again. */
const BACKLOG = 16 * 1024

/** Opens a hub without pages. */
export function openHub(): Hub {
  const pages = new Set<ServerResponse>()
  const send = (page: ServerResponse, text: string): void => {
    page.write(text)
    if (page.writableLength > BACKLOG) page.destroy()
  }
  const beat = setInterval(() => {
    for (const page of pages) send(page, ': \n\n')
  }, BEAT_MS)
  beat.unref()
  const event = (revision: string): string => `event: revision\ndata: ${revision}\n\n`
  return {
    join(response, revision) {
      if (pages.size >= LISTENERS) return false
      pages.add(response)
      response.on('close', () => pages.delete(response))
      response.writeHead(200)
      send(response, `retry: 1000\n${event(revision)}`)
      return true
    },
    tell(revision) {
      for (const page of pages) send(page, event(revision))
    },
    close() {
      clearInterval(beat)
      for (const page of pages) page.destroy()
      pages.clear()
    },
  }
}
