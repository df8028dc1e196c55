import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { REPOSITORY } from '../portal.ts'
import { contents, folder, has, txPortal } from './run.ts'

const root = folder()
const dist = join(root, 'dist')
const running: ChildProcess[] = []

beforeAll(() => {
  cpSync(join(REPOSITORY, 'content'), join(root, 'content'), { recursive: true })
  expect(txPortal(['build', '--now', '2025-07-01'], root).status).toBe(0)
  // The server runs as a user of its own.
  chmodSync(root, 0o755)
})
afterAll(() => {
  for (const child of running) child.kill('SIGTERM')
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
async function answers(url: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      await fetch(url)
      return
    } catch {
      await new Promise((later) => setTimeout(later, 100))
    }
  }
  throw new Error(`no answer from ${url}`)
}

/** Asks for every published file by its address, and for one that is not there. */
async function askForAll(url: string): Promise<void> {
  for (const [path, bytes] of contents(dist)) {
    const address = path.replace(/(^|\/)index\.html$/, '$1')
    const response = await fetch(`${url}/${encodeURI(address)}`)
    expect(response.status, address).toBe(200)
    expect(bytes.equals(Buffer.from(await response.arrayBuffer())), address).toBe(true)
  }
  expect((await fetch(`${url}/khong-co/`)).status).toBe(404)
}

describe('the published folder', () => {
  it('is served by nginx with the configuration of the README', async (context) => {
    if (!has('nginx')) return context.skip()
    const port = await freePort()
    const snippet = /```nginx\n([\s\S]*?)```/.exec(readFileSync(join(REPOSITORY, 'README.md'), 'utf8'))?.[1] ?? ''
    const server = snippet.replace('listen 80;', `listen 127.0.0.1:${port};`).replace(/root [^;]+;/, `root "${dist}";`)
    const home = folder('nginx')
    mkdirSync(join(home, 'logs'))
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
      .map((name) => `${name}_temp_path ${join(home, name)};`)
      .join('\n')
    const user = process.getuid?.() === 0 ? 'user root;' : ''
    writeFileSync(
      join(home, 'nginx.conf'),
      `${user} daemon off; pid ${join(home, 'pid')}; error_log ${join(home, 'logs/error.log')}; events {}\nhttp { include /etc/nginx/mime.types; access_log off; charset utf-8; ${temporary}\n${server} }`,
    )
    running.push(spawn('nginx', ['-c', join(home, 'nginx.conf'), '-p', home], { stdio: 'inherit' }))
    const url = `http://127.0.0.1:${port}`
    await answers(url)
    await askForAll(url)
    const missing = await fetch(`${url}/khong-co/`)
    expect(await missing.text()).toContain('Không tìm thấy trang')
    expect((await fetch(`${url}/tin-cu/123`, { redirect: 'manual' })).status).toBe(301)
    for (const path of ['/..%2f..%2fetc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/.tx-portal/'])
      expect((await fetch(url + path)).status, path).toBeGreaterThanOrEqual(400)
  })

  it('is served by python3 -m http.server', async (context) => {
    if (!has('python3')) return context.skip()
    const port = await freePort()
    running.push(
      spawn('python3', ['-m', 'http.server', '-d', dist, '-b', '127.0.0.1', String(port)], { stdio: 'ignore' }),
    )
    await answers(`http://127.0.0.1:${port}`)
    await askForAll(`http://127.0.0.1:${port}`)
  })

  it('has well-formed feeds and sitemaps', (context) => {
    if (!has('xmllint')) return context.skip()
    const files = [...contents(dist).keys()].filter((path) => path.endsWith('.xml'))
    expect(files.length).toBeGreaterThanOrEqual(6)
    const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', ...files], { cwd: dist, encoding: 'utf8' })
    expect(status, stderr).toBe(0)
  })

  it('works below a path of a host', async () => {
    const below = folder()
    // With the pictures made already: their addresses are what matters here.
    for (const name of ['content', '.tx-portal']) cpSync(join(root, name), join(below, name), { recursive: true })
    expect(
      txPortal(['build', '--now', '2025-07-01', '--base-url', 'https://tinh.example.vn/huyen/tho-xuan'], below).status,
    ).toBe(0)
    for (const [path, bytes] of contents(join(below, 'dist'))) {
      if (!path.endsWith('.html')) continue
      const html = bytes.toString('utf8')
      for (const [, address = ''] of html.matchAll(/\s(?:href|src|content)="(\/[^"]*)"/g))
        expect(address, path).toMatch(/^\/huyen\/tho-xuan\//)
      for (const [, address = ''] of html.matchAll(/<link rel="canonical" href="([^"]*)"/g))
        expect(address, path).toMatch(/^https:\/\/tinh\.example\.vn\/huyen\/tho-xuan\//)
    }
  })
})
