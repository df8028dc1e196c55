import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { serveFolder } from '../../scripts/browser/static-server.mjs'
import { build } from '../../src/pipeline/build.ts'
import type { World } from '../../src/pipeline/world.ts'
import { openFolderSink } from '../../src/pipeline/write.ts'
import { launched } from './launched.ts'

/** A portal that was built into a folder, is served as hosts serve it, and a browser to look at it with. */
export interface Published {
  readonly out: string
  /** Without a last slash. */
  readonly url: string
  /** null: there is none on this machine. */
  readonly browser: Browser | null
  /** Ends all of it; the portal goes too. */
  close(): Promise<void>
}

/** Publishes a portal for a browser: one made for a test, or what another World reads, to be left alone. */
export async function publish(place: { world(): World; close(): void }): Promise<Published> {
  const out = mkdtempSync(join(tmpdir(), 'cổng đã xuất '))
  await build(place.world(), () => openFolderSink({ out, remembered: null }))
  const server = await serveFolder(out)
  const browser = await launched()
  return {
    out,
    url: server.url,
    browser,
    async close() {
      await browser?.close()
      server.close()
      place.close()
      rmSync(out, { recursive: true, force: true })
    },
  }
}
