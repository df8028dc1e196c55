import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { type AddressInfo, connect, createServer } from 'node:net'
import { join } from 'node:path'
import { atEnd } from '../closing.ts'
import { folder } from './run.ts'

/** Ends a server when the tests of this file are over. */
const endAtLast = (child: ChildProcess): void =>
  atEnd(async () => {
    const gone = new Promise((done) => child.once('exit', done))
    if (child.kill('SIGTERM')) await gone
  })

/** A port of loopback that is free now. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}

/** Waits until a server answers. */
async function answers(url: string): Promise<string> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      await fetch(url)
      return url
    } catch {
      await new Promise((later) => setTimeout(later, 100))
    }
  }
  throw new Error(`no answer from ${url}`)
}

function start(program: string, args: readonly string[]): void {
  endAtLast(spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] }))
}

const asRoot = process.getuid?.() === 0

/** Serves a folder with `python3 -m http.server`. */
export async function startPython(root: string): Promise<string> {
  const port = await freePort()
  endAtLast(spawn('python3', ['-m', 'http.server', '-d', root, '-b', '127.0.0.1', String(port)], { stdio: 'ignore' }))
  return answers(`http://127.0.0.1:${port}`)
}

/** Runs nginx with this server block; `listen 80;` in it becomes a free port of loopback. */
export async function startNginx(block: string): Promise<string> {
  const port = await freePort()
  const home = folder('nginx')
  mkdirSync(join(home, 'logs'))
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${join(home, name)};`)
    .join('\n')
  // As a distribution sets it up, so that the snippet has something to hold its own against.
  writeFileSync(
    join(home, 'nginx.conf'),
    `${asRoot ? 'user root;' : ''} daemon off; pid ${join(home, 'pid')}; error_log ${join(home, 'logs/error.log')}; events {}
http { include /etc/nginx/mime.types; default_type text/html; autoindex on; access_log off; ${temporary}
${block.replace('listen 80;', `listen 127.0.0.1:${port};`)} }`,
  )
  start('nginx', ['-c', join(home, 'nginx.conf'), '-p', home])
  return answers(`http://127.0.0.1:${port}`)
}

const MODULES = 'mpm_event authn_core authz_core autoindex negotiation mime dir headers alias filter deflate'.split(' ')

/** Runs Apache over a folder with everything switched on that `.htaccess` should switch off. */
export async function startApache(root: string): Promise<string> {
  const port = await freePort()
  const home = folder('apache')
  chmodSync(home, 0o755)
  const modules = MODULES.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')
  writeFileSync(
    join(home, 'apache.conf'),
    `ServerRoot "${home}"
${modules}
${asRoot ? 'User nobody\nGroup nogroup' : ''}
Listen 127.0.0.1:${port}
ServerName 127.0.0.1
PidFile "${join(home, 'pid')}"
ErrorLog "${join(home, 'error.log')}"
TypesConfig /etc/mime.types
DocumentRoot "${root}"
<Directory />
  Require all denied
</Directory>
<Directory "${root}">
  Options Indexes MultiViews FollowSymLinks
  AllowOverride All
  Require all granted
</Directory>
<Files ".ht*">
  Require all denied
</Files>
`,
  )
  start('apache2', ['-f', join(home, 'apache.conf'), '-D', 'FOREGROUND'])
  return answers(`http://127.0.0.1:${port}`)
}

/** What a server answers to a target sent just as it is: no browser or library has tidied it. */
export async function rawRequest(
  url: string,
  target: string,
): Promise<{ readonly status: number; readonly text: string }> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  const parts: Buffer[] = []
  await new Promise<void>((done, failed) => {
    socket.on('data', (part) => parts.push(part))
    socket.on('end', done)
    socket.on('error', failed)
    socket.write(`GET ${target} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: close\r\n\r\n`)
  })
  const text = Buffer.concat(parts).toString('latin1')
  return { status: Number(/^HTTP\/1\.[01] (\d{3})/.exec(text)?.[1] ?? 0), text }
}
