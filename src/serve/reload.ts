import type { ServerResponse } from 'node:http'

/** The open pages that want to hear of changes, by server-sent events. */
export interface Hub {
  /** Takes the request of a page at this path, which is told the news at once; false if there are too many already. */
  join(response: ServerResponse, path: string): boolean
  /** Tells every page what is new for it. */
  tell(): void
  close(): void
}

/** What is told to a page at a path, in one line. */
export type NewsFor = (path: string) => Promise<string>

const LISTENERS = 100
/** So that a connection that is gone is noticed. */
const BEAT_MS = 20_000
/** A page that does not read what it is told is let go: it asks again. */
const BACKLOG = 16 * 1024

/** Opens a hub without pages. What cannot be told for some reason of its own is reported, and told the next time. */
export function openHub(newsFor: NewsFor, onBug: (error: unknown) => void): Hub {
  const pages = new Map<ServerResponse, string>()
  let round = 0
  const send = (page: ServerResponse, text: string): void => {
    page.write(text)
    if (page.writableLength > BACKLOG) page.destroy()
  }
  const beat = setInterval(() => {
    for (const page of pages.keys()) send(page, ': \n\n')
  }, BEAT_MS)
  beat.unref()
  const tellAt = async (path: string, wants: (page: ServerResponse) => boolean): Promise<void> => {
    const own = round
    try {
      const news = await newsFor(path)
      // There is newer news on its way.
      if (own !== round) return
      for (const [page, at] of pages) if (at === path && wants(page)) send(page, `event: news\ndata: ${news}\n\n`)
    } catch (error) {
      onBug(error)
    }
  }
  return {
    join(response, path) {
      if (pages.size >= LISTENERS) return false
      pages.set(response, path)
      response.on('close', () => pages.delete(response))
      response.writeHead(200)
      send(response, 'retry: 1000\n\n')
      void tellAt(path, (page) => page === response)
      return true
    },
    tell() {
      round += 1
      for (const path of new Set(pages.values())) void tellAt(path, () => true)
    },
    close() {
      clearInterval(beat)
      for (const page of pages.keys()) page.destroy()
      pages.clear()
    },
  }
}
