import type { PageJob } from '../core/plan.ts'
import type { Stage } from '../core/step.ts'
import { textOf } from '../core/utf8.ts'
import type { Spent } from '../pipeline/render.ts'
import type { RenderingNotes, World } from '../pipeline/world.ts'
import { offload } from '../speed/offload.ts'
import { type AtStart, sendPage } from './page-away.ts'

/** From so many pages on a thread pays for its start, where the theme is opened again. */
const MANY = 600

/** Keeps how long another thread took, in ms. */
type Note = (stage: Stage, what: string, ms: number) => void

/** Renders pages on all threads: this one puts together what they show, and takes what they give. */
export function renderAhead(threads: number, note: Note, rendering: RenderingNotes | null): World['renderAhead'] {
  return async (pages, { theme, body, here, take, progress }) => {
    const [first] = pages
    if (threads < 2 || pages.length < MANY || first === undefined) return
    const told: AtStart = { theme, site: first.view.site, timed: rendering !== null }
    await offload<PageJob>(pages, {
      module: new URL('./render-thread.js', import.meta.url),
      threads: threads - 1,
      least: MANY,
      told,
      give: (job) => sendPage(job, body),
      here,
      take(job, [bytes, spent], ms) {
        note('render', job.template, ms)
        // This is what a thread told of one page.
        if (spent !== undefined) rendering?.note(job.of ?? job.path, JSON.parse(textOf(spent)) as Spent)
        if (bytes !== undefined) take(job, bytes)
      },
      progress,
    })
  }
}
