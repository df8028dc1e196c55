import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { labels } from '../messages/labels.ts'
import { fromHere, mayBeFramed, sameOrigin } from './guard.ts'
import { messageOf } from './overlay.ts'
import { EVENTS } from './own.ts'
import { noticePage } from './pages.ts'
import type { Hub } from './reload.ts'
import { commonHeaders, type Reply, reply } from './reply.ts'
import { refusal, respond } from './respond.ts'
import type { Asked, Show } from './show.ts'

/** What a server does with requests. */
export interface ServerParts {
  readonly hub: Hub
  show(): Show
  /** Something in one request broke that should not: the others go on. */
  onBug(error: unknown): void
}

/** The server, not listening yet: bounded in what it reads, keeps and waits for. */
export function makeServer(parts: ServerParts): Server {
  const server = createServer(
    {
      maxHeaderSize: 16 * 1024,
      headersTimeout: 5000,
      requestTimeout: 10_000,
      keepAliveTimeout: 5000,
      connectionsCheckingInterval: 1000,
      noDelay: true,
    },
    (request, response) => void handle(request, response, parts),
  )
  server.maxConnections = 1000
  // Nothing here speaks another protocol; a socket that wants one is let go.
  server.on('upgrade', (_request, socket) => socket.destroy())
  return server
}

/** Listens at the port or, if others have it, one of the twenty behind it; gives the one it is. Rejects with Node's error. */
export async function listen(server: Server, host: string, wanted: number): Promise<number> {
  const last = Math.min(65_535, wanted + (wanted === 0 ? 0 : 20))
  for (let port = wanted; ; port += 1) {
    try {
      return await listenAt(server, host, port)
    } catch (error) {
      if (port >= last || !isTaken(error, port)) throw error
    }
  }
}

function listenAt(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port, exclusive: true }, () => {
      server.off('error', reject)
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

/** Windows answers EACCES for ports that it keeps for virtual machines. */
function isTaken(error: unknown, port: number): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return code === 'EADDRINUSE' || (code === 'EACCES' && port >= 1024)
}

async function handle(request: IncomingMessage, response: ServerResponse, parts: ServerParts): Promise<void> {
  const { host, range, 'if-range': ifRange, 'if-none-match': ifNoneMatch } = request.headers
  const conditions = { range, ifRange: String(ifRange ?? '') || undefined, ifNoneMatch }
  const asked: Asked = {
    method: request.method ?? '',
    target: request.url ?? '',
    host,
    conditions,
    own: sameOrigin(request.headers),
    here: fromHere(request.socket.remoteAddress),
    framed: mayBeFramed(request.headers),
  }
  // Nobody who only reads sends a body: it is not waited for.
  const { 'content-length': length = '0', 'transfer-encoding': coding } = request.headers
  if (length !== '0' || coding !== undefined) response.shouldKeepAlive = false
  try {
    const show = parts.show()
    const refused = refusal(asked, show)
    if (refused !== null) send(response, refused, asked)
    else if (asked.target.split('?', 1)[0] === EVENTS) listenIn(request, response, parts, show)
    else send(response, await respond(asked, show), asked)
  } catch (error) {
    parts.onBug(error)
    if (response.headersSent) response.destroy()
    else send(response, failure(error, parts.show()), asked)
  }
}

function send(response: ServerResponse, { status, headers, body }: Reply, { method }: Asked): void {
  response.writeHead(status, headers)
  response.end(method === 'HEAD' ? undefined : body)
}

/** Only this server's own pages may listen: those that know the token, and that no other site has led here. */
function listenIn(request: IncomingMessage, response: ServerResponse, { hub }: ServerParts, show: Show): void {
  for (const [name, value] of Object.entries(commonHeaders())) response.setHeader(name, value)
  response.setHeader('Content-Type', 'text/event-stream; charset=utf-8')
  const asked = new URLSearchParams((request.url ?? '').split('?').slice(1).join('?'))
  const path = (asked.get('page') ?? '/').normalize('NFC')
  if (!sameOrigin(request.headers) || asked.get('token') !== show.token) response.writeHead(403).end()
  else if (request.method === 'HEAD') response.writeHead(200).end()
  else if (!hub.join(response, path)) response.writeHead(503).end()
}

function failure(error: unknown, { telling: { language } }: Show): Reply {
  return reply(noticePage(labels[language].bug(messageOf(error)), language), 'text/html; charset=utf-8', {
    status: 500,
  })
}
