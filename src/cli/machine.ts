import { availableParallelism, homedir, hostname, networkInterfaces, userInfo } from 'node:os'
import type { Conversation } from './conversation.ts'
import { linkIn, readText } from './disk.ts'

/** Signals by which a person or a system asks to stop, with the number a shell adds to 128. */
export const stopSignals = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const

/** One of the signals that ask to stop. */
export type StopSignal = keyof typeof stopSignals

/** Where text goes. columns: of the terminal, 80 where there is none. */
export interface Stream {
  readonly isTTY: boolean
  readonly columns: number
  write(text: string): void
}

/** Everything the command line takes from the machine it runs on; a test gives its own. */
export interface Machine {
  readonly stdout: Stream
  readonly stderr: Stream
  readonly env: Readonly<Record<string, string | undefined>>
  /** Absolute. */
  readonly cwd: string
  readonly home: string | null
  readonly host: string
  /** The number by which others in the local network find this machine: the first one of IPv4; null if there is none. */
  reach(): string | null
  readonly user: string
  readonly pid: number
  readonly cores: number
  /** `v20.20.2 linux x64`: what results may depend on beside the tool. */
  readonly platform: string
  /** The process is the tool's own: how it takes memory may be set. */
  readonly isOurs: boolean
  /** Opens a conversation with the person at the terminal; null where there is nobody to ask. */
  readonly converse: (() => Promise<Conversation>) | null
  /** The clock, in ms since 1970. */
  now(): number
  /** Whether a process of this machine is running. */
  alive(pid: number): boolean
  /** Names what process numbers are counted in: this start of the machine, and the container; null where the system does not tell. */
  space(): string | null
  /** When a process of this machine began, as the system writes it; null where it does not tell. */
  startOf(pid: number): string | null
  /** Tells when the machine asks to stop, once; a second asking ends the process. Returns what undoes it. */
  onStop(listener: (signal: StopSignal) => void): () => void
}

/** The machine this process runs on. */
export const thisMachine = (): Machine => ({
  ...facts(),
  isOurs: true,
  converse: process.stdin.isTTY === true && process.stdout.isTTY === true ? converseHere : null,
  stdout: streamOf(process.stdout),
  stderr: streamOf(process.stderr),
  onStop,
})

/** The same, saying nothing and leaving signals to the program that called. */
export function silentMachine(): Machine {
  const nowhere = { isTTY: false, columns: 80, write: () => undefined }
  return { ...facts(), isOurs: false, converse: null, stdout: nowhere, stderr: nowhere, onStop: () => () => undefined }
}

const converseHere = async (): Promise<Conversation> =>
  (await import('./conversation.ts')).converse(process.stdin, process.stdout)

const facts = () => ({
  env: process.env,
  cwd: process.cwd(),
  home: homedir() || null,
  host: hostname(),
  user: userName(),
  pid: process.pid,
  cores: availableParallelism(),
  platform: `${process.version} ${process.platform} ${process.arch}`,
  now: () => Date.now(),
  reach,
  alive,
  space,
  startOf,
})

/** A reader that went away (`| head`) is no reason to stop working; any other trouble with the stream is the machine's. */
function streamOf(stream: NodeJS.WriteStream): Stream {
  let open = true
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (!open || error.code === 'EPIPE') {
      open = false
      return
    }
    open = false
    process.on('exit', () => (process.exitCode = 3))
    // Whoever asked for a document in a file has half of one: the exit code alone would not say why.
    if (stream !== process.stderr) process.stderr.write(unwritten(error.code ?? error.message))
  })
  return {
    isTTY: stream.isTTY === true,
    get columns() {
      return stream.columns > 0 ? stream.columns : 80
    },
    write: (text) => {
      if (open) stream.write(text)
    },
  }
}

/** The stream is known before the language is. */
const unwritten = (code: string): string =>
  `Không ghi được kết quả ra nơi đã chọn (${code}): xem ổ đĩa còn chỗ không rồi chạy lại (the output could not be written).\n`

const reach = (): string | null =>
  Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? null

/** A container may run as a user without a name. */
function userName(): string {
  try {
    return userInfo().username
  } catch {
    return process.env.USER ?? '?'
  }
}

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Linux tells; elsewhere there is no such file. */
function space(): string | null {
  const boot = readText('/proc/sys/kernel/random/boot_id')?.trim()
  const numbers = linkIn('/proc/self/ns/pid')
  return boot === undefined || boot === '' || numbers === null ? null : `${boot} ${numbers}`
}

/** Field 22 of proc_pid_stat(5); the second is a name in brackets, which may hold anything. */
function startOf(pid: number): string | null {
  const stat = readText(`/proc/${pid}/stat`)
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
}

function onStop(listener: (signal: StopSignal) => void): () => void {
  let asked = false
  const handle = (signal: NodeJS.Signals): void => {
    const known = signal as StopSignal
    if (asked) process.exit(128 + stopSignals[known])
    asked = true
    listener(known)
  }
  const signals = Object.keys(stopSignals) as StopSignal[]
  for (const signal of signals) process.on(signal, handle)
  return () => {
    for (const signal of signals) process.off(signal, handle)
  }
}
