import { readFileSync } from 'node:fs'
import { type IncomingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { writtenAt } from '../../src/pipeline/load/files.ts'
import { type ServeEvent, type ServeOptions, serve } from '../../src/serve/serve.ts'
import type { TestPortal } from '../portal.ts'

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
  readonly bytes: Buffer
}

export interface Preview {
  readonly url: string
  readonly port: number
  readonly events: readonly ServeEvent[]
  /** Sends the path as it is: nothing is normalised on the way. */
  get(path: string, options?: Ask): Promise<Answer>
  /** Waits until a page (or anything else) is as wanted. */
  until(what: string, met: () => boolean | Promise<boolean>): Promise<void>
  of<K extends ServeEvent['kind']>(kind: K): readonly Extract<ServeEvent, { kind: K }>[]
  close(): Promise<void>
}

export interface Ask {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
}

export async function until(what: string, met: () => boolean | Promise<boolean>, ms = 50_000): Promise<void> {
  const end = performance.now() + ms
  while (!(await met())) {
    if (performance.now() > end) throw new Error(`waited in vain: ${what}`)
    await new Promise((done) => setTimeout(done, 20))
  }
}

/** Serves a portal of files on a free port, everything really: disk, watcher, sockets. */
export async function preview(portal: TestPortal, options: Partial<ServeOptions> = {}): Promise<Preview> {
  const events: ServeEvent[] = []
  const { root } = portal
  const running = await serve({
    world: () => portal.world({ drafts: true }),
    watch: [join(root, 'content'), join(root, 'templates')],
    host: '127.0.0.1',
    port: 0,
    language: () => 'vi',
    lineOf: (file, line) => lineOf(join(root, file), line),
    clock: () => performance.now(),
    ageOf: (disk) => Date.now() - (writtenAt(disk) ?? 0),
    say: (event) => void events.push(event),
    ...options,
  })
  await Promise.all([running.ready, running.watching])
  const port = Number(new URL(running.url).port)
  return {
    url: running.url,
    port,
    events,
    get: (path, ask) => askAt(port, path, ask),
    until,
    of: (kind) => events.filter((event): event is Extract<ServeEvent, { kind: typeof kind }> => event.kind === kind),
    close: running.close,
  }
}

function lineOf(path: string, line: number): string | null {
  try {
    return readFileSync(path, 'utf8').split(/\r\n|\r|\n/)[line - 1] ?? null
  } catch {
    return null
  }
}

function askAt(port: number, path: string, { method = 'GET', headers = {} }: Ask = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('error', reject)
      answer.on('end', () => {
        const bytes = Buffer.concat(parts)
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: bytes.toString('utf8'), bytes })
      })
    })
    asked.on('error', reject)
    asked.end()
  })
}

/** What a server answers to bytes that need not be HTTP: all it says until it hangs up or a moment has passed. */
export function sendRaw(port: number, bytes: string | Uint8Array, ms = 1500): Promise<string> {
  return new Promise((resolve) => {
    const said: Buffer[] = []
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    socket.setTimeout(ms, () => socket.destroy())
    socket.on('data', (part: Buffer) => said.push(part))
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(Buffer.concat(said).toString('utf8')))
  })
}

/** For sessions in which nobody who listens breaks. */
export function noBug(error: unknown): never {
  throw error
}
