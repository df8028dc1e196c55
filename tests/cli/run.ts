import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Machine, StopSignal } from '../../src/cli/machine.ts'
import { main } from '../../src/cli/main.ts'

/** What a command line came to. */
export interface Ran {
  readonly exit: number
  readonly out: string
  readonly err: string
}

/** How the machine differs from one without a terminal, a minute after now (files are then no longer too young). */
export interface RunOptions {
  readonly cwd?: string
  readonly env?: Machine['env']
  /** Both streams are terminals of that many columns. */
  readonly columns?: number
  readonly now?: number
  readonly pid?: number
  readonly alive?: (pid: number) => boolean
  /** What the person at the terminal answers, one after the other; then they leave. */
  readonly answers?: readonly string[]
  /** Asks to stop the first time anything is written to stderr. */
  readonly stopAfterFirstNote?: StopSignal
  /** Called whenever anything is written to stderr. */
  readonly onNote?: () => void
}

/** A machine that collects what is written to it. */
export function collecting(options: RunOptions): { machine: Machine; out: () => string; err: () => string } {
  const { columns, now = Date.now() + 60_000 } = options
  const texts = { out: '', err: '' }
  let stop: ((signal: StopSignal) => void) | null = null
  const stream = (name: 'out' | 'err') => ({
    isTTY: columns !== undefined,
    columns: columns ?? 80,
    write(text: string) {
      texts[name] += text
      if (name === 'err') options.onNote?.()
      if (name === 'err' && options.stopAfterFirstNote !== undefined) stop?.(options.stopAfterFirstNote)
    },
  })
  const started = Date.now()
  const machine: Machine = {
    stdout: stream('out'),
    stderr: stream('err'),
    converse: asker(options.answers, stream('err').write),
    env: options.env ?? {},
    cwd: options.cwd ?? '/',
    home: null,
    reach: () => null,
    host: 'may-thu',
    user: 'can-bo',
    pid: options.pid ?? process.pid,
    cores: 2,
    platform: 'test',
    isOurs: false,
    now: () => now + Date.now() - started,
    alive: options.alive ?? (() => false),
    space: () => null,
    startOf: () => null,
    onStop(listener) {
      stop = listener
      return () => {
        stop = null
      }
    },
  }
  return { machine, out: () => texts.out, err: () => texts.err }
}

function asker(answers: RunOptions['answers'], write: (text: string) => void): Machine['converse'] {
  if (answers === undefined) return null
  const left = [...answers]
  return async () => ({
    async ask(question) {
      write(question)
      return left.shift() ?? null
    },
    close: () => undefined,
  })
}

/** Runs a command line in this process. */
export async function run(argv: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const { machine, out, err } = collecting(options)
  const exit = await main(argv, machine)
  return { exit, out: out(), err: err() }
}

/** Every file of a folder with its bytes and time of change; folders end in `/`. */
export function snapshot(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .sort()
      .map((name) => {
        const stats = statSync(join(folder, name))
        return stats.isFile()
          ? [name, `${stats.mtimeMs} ${readFileSync(join(folder, name)).toString('base64')}`]
          : [`${name}/`, '']
      }),
  )
}
