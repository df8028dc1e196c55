import { join, relative, sep } from 'node:path'
import { diagnose } from '../core/diagnostic.ts'
import { writtenAt } from '../pipeline/load/files.ts'
import type { World } from '../pipeline/world.ts'
import { picturesOf } from '../serve/copying.ts'
import { isOpenAt } from '../serve/guard.ts'
import { type Running, type ServeEvent, serve } from '../serve/serve.ts'
import type { Viewpoint } from '../serve/viewpoint.ts'
import { openWorkshop, type Workshop } from './compose.ts'
import { type StopSignal, stopSignals } from './machine.ts'
import { openTidying } from './memory.ts'
import { showProblems } from './report/show.ts'
import { visible } from './report/width.ts'
import { only } from './report.ts'
import type { Setup } from './setup.ts'
import type { Shell } from './shell.ts'
import { bugLine } from './trouble.ts'

/** Where a preview listens, and the moment it shows at first; null: the present. */
export interface PreviewAt {
  readonly host: string
  readonly port: number
  readonly now: number | null
}

/** Serves a portal until somebody asks to stop; gives the exit code. */
export async function preview(shell: Shell, setup: Setup, at: PreviewAt): Promise<number> {
  const { machine, labels, language } = shell
  const workshop = openWorkshop(setup, machine, true)
  let stopping = false
  const stopped = new Promise<StopSignal>((resolve) => void machine.onStop(resolve))
  /** Lets requests be answered between two parts of a preparation; none goes on when somebody has asked to stop. */
  const otherTurns = async (): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve))
    if (stopping) throw new Error('stopped')
  }
  const memory = openTidying()
  const open = (): Promise<Running> =>
    serve({
      world: (from) => seenFrom(from, workshop.world(from.at ?? machine.now(), otherTurns)),
      from: { at: at.now, asReaders: false },
      watch: ['content', 'templates'].map((name) => join(setup.root, name)),
      host: at.host,
      port: at.port,
      reach: machine.reach(),
      language: () => language,
      lineOf: (file, line) => workshop.linesOf(file)?.[line - 1] ?? null,
      clock: () => performance.now(),
      // The clock of a share may be ahead of this machine's.
      ageOf: (disk) => Math.max(0, machine.now() - (writtenAt(disk) ?? Number.NEGATIVE_INFINITY)),
      say(event) {
        tell(event, shell, setup, workshop)
        memory.worked()
      },
    })
  try {
    const running = await open()
    if (isOpenAt(at.host)) shell.note(labels.serve.open(running.elsewhere ?? at.host))
    shell.note(labels.serve.stop)
    const signal = await stopped
    stopping = true
    await running.close()
    workshop.save(null)
    shell.note(labels.serve.stopped)
    return 128 + stopSignals[signal]
  } catch (error) {
    const problem = cannotListen(error, at)
    if (problem === null) throw error
    return shell.refuse(problem)
  } finally {
    memory.close()
    workshop.cache.close()
  }
}

/** A world as somebody asked to see it; drafts that the command line leaves out stay out. */
const seenFrom = ({ at, asReaders }: Viewpoint, world: World): World => ({
  ...world,
  options: {
    ...world.options,
    drafts: world.options.drafts && !asReaders,
    anotherTime: at !== null,
  },
})

/** The machine has no such address, or does not let us listen there. */
function cannotListen(error: unknown, { host, port }: PreviewAt) {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'EINVAL')
    return diagnose('usage/option-argument', { name: '--host', given: host, expected: '127.0.0.1' })
  if (code === 'EADDRINUSE' || code === 'EACCES')
    return diagnose('usage/option-argument', { name: '--port', given: String(port), expected: '4100' })
  return null
}

/** Of many files that were saved at once, so many are named. */
const SHOWN = 5

function tell(event: ServeEvent, shell: Shell, { root }: Setup, workshop: Workshop): void {
  const words = shell.labels.serve
  switch (event.kind) {
    case 'ready':
      shell.print(words.ready(event.url))
      if (event.unread > 0) shell.note(words.unread(event.unread))
      break
    case 'read':
      shell.note(words.read(event.ms))
      break
    case 'changed':
      for (const file of event.files.slice(0, SHOWN))
        shell.note(words.changed(visible(relative(root, file).split(sep).join('/'))))
      if (event.files.length > SHOWN) shell.note(words.changedToo(event.files.length - SHOWN))
      break
    case 'rebuilt':
      if (event.mended) shell.note(words.mended)
      shell.note(words.rebuilt(event.pages, event.ms))
      break
    case 'problems':
      showProblems(shell, only(event.located, 'error'), 'err', workshop.linesOf)
      shell.note(words.problems(only(event.located, 'error').length, event.shown))
      break
    case 'copying':
      shell.note(words.copying(picturesOf(event.located).map(visible)))
      break
    case 'portTaken':
      shell.note(words.portTaken(event.wanted, event.used))
      break
    case 'polling':
      shell.note(words.polling)
      break
    case 'bug':
      shell.machine.stderr.write(`${bugLine(event.error, shell)}\n`)
  }
}
