// How soon a first query is answered once its last byte is there, as a reader's browser does it: a fresh one for each query, with nothing attached to it (what
// watches a browser takes part of its time). The page itself is asked, by a script that the server adds to it, which tells the server.
//   node bench/search-times.mjs <built portal of bench/search.mjs>
// Prints Markdown. Worth something on a quiet machine only.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FLAGS, findBrowser } from '../scripts/browser/find-browser.mjs'
import { TYPES } from '../scripts/browser/static-server.mjs'

/** What is asked: two words with and without marks, one word, acronyms, names, a phrase, a slip, more than two words. */
const QUERIES = [
  ...['tho xuan', 'nông thôn', 'y te', 'hội nghị', 'giao duc', 'chuyển đổi số', 'phong chong thien tai', 'bảo hiểm'],
  ...['quân sự', 'cử tri', 'ubnd huyện', 'hđnd', 'Nguyễn Hữu Dũng', '"tổ dân phố"', 'giai phong mat bang', 'sức khỏe'],
  ...['huyện', 'kế hoạch năm 2025', 'tho xaun', 'sản phẩm OCOP'],
]
const TWO_WORDS = /^[\p{L}\p{M}]+ [\p{L}\p{M}]+$/u

/** In the page: asks, waits for the answer of all years, and tells what came when; then gets the same files once more with nothing but parsing. */
async function probe() {
  const told = []
  new MutationObserver(() => {
    const text = document.querySelector('.search-said')?.textContent.trim() ?? ''
    if (text !== '' && text !== told.at(-1)?.[1]) told.push([performance.now(), text])
  }).observe(document, { childList: true, characterData: true, subtree: true })
  const pause = (ms) => new Promise((done) => setTimeout(done, ms))
  const typed = new URLSearchParams(location.hash.slice(1)).get('typed')
  let asked = 0
  if (typed !== null) {
    await pause(1500)
    told.length = 0
    asked = performance.now()
    document.querySelector('.search-form [name=q]').value = typed
    document.querySelector('.search-form').requestSubmit()
  }
  while (!told.some(([, text]) => /^Tìm thấy|^Không|^Found|^Nothing/.test(text))) await pause(50)
  await pause(200)
  const loaded = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/tim-kiem/du-lieu/'))
  const lastByte = (moment) => Math.max(...loaded.map(({ responseEnd }) => responseEnd).filter((end) => end <= moment))
  const [first, all] = [told[0][0], told.at(-1)[0]]
  performance.clearResourceTimings()
  const names = loaded.filter(({ responseEnd }) => responseEnd <= first).map(({ name }) => name)
  await Promise.all(names.map(async (name) => (await fetch(name, { cache: 'reload' })).json()))
  const parsed = performance.now()
  const bare = parsed - Math.max(...performance.getEntriesByType('resource').map(({ responseEnd }) => responseEnd))
  const body = JSON.stringify({ first: first - lastByte(first), all: all - lastByte(all), total: first - asked, bare })
  await fetch('/bench-report', { method: 'POST', body })
}

/** Serves a folder with the probe in its search page; report: the next one that comes. */
async function serveProbed(folder) {
  let tell = () => {}
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').replace(/\?.*$/, ''))
    const send = (type, body) => response.writeHead(200, { 'Content-Type': type }).end(body)
    if (path === '/bench-report') {
      let text = ''
      request
        .on('data', (chunk) => (text += chunk))
        .on('end', () => {
          send('text/plain', '')
          tell(JSON.parse(text))
        })
      return
    }
    if (path === '/bench-probe.js') return send('text/javascript', `(${probe})()`)
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path)
    if (!existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end()
    const type = TYPES[file.slice(file.lastIndexOf('.'))] ?? 'application/octet-stream'
    if (path !== '/tim-kiem/') return send(type, readFileSync(file))
    send(type, readFileSync(file, 'utf8').replace('<head>', '<head>\n<script src="/bench-probe.js"></script>'))
  })
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    report: () => new Promise((done) => (tell = done)),
    close: () => server.close(),
  }
}

const middle = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]

/** Asks each query by a link and typed, each as the first of a browser that was just installed. Gives lines of Markdown. */
export async function timesOf(dist) {
  const executable = await findBrowser()
  if (executable === null) throw new Error('no browser')
  const server = await serveProbed(dist)
  const ask = async (where) => {
    const profile = mkdtempSync(join(tmpdir(), 'tx-portal-profile-'))
    const answer = server.report()
    const browser = spawn(executable, ['--headless', ...FLAGS, `--user-data-dir=${profile}`, server.url + where], {
      detached: true,
      stdio: 'ignore',
    })
    const ended = new Promise((done) => browser.once('exit', done))
    // With all its helpers: those that outlive it would go on writing into the profile.
    const kill = () => process.kill(-browser.pid, 'SIGKILL')
    const late = setTimeout(kill, 60_000)
    const told = await Promise.race([answer, ended.then(() => Promise.reject(new Error(`no answer: ${where}`)))])
    clearTimeout(late)
    kill()
    await ended
    await new Promise((done) => setTimeout(done, 100))
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    return told
  }
  const [linked, typed] = [[], []]
  for (const query of QUERIES) {
    linked.push(await ask(`/tim-kiem/?q=${encodeURIComponent(query)}`))
    typed.push(await ask(`/tim-kiem/#typed=${encodeURIComponent(query)}`))
  }
  server.close()
  const two = (all) => all.filter((_, at) => TWO_WORDS.test(QUERIES[at]))
  const row = (name, all, key) => {
    const cells = [two(all), all].map((some) => some.map((one) => one[key]))
    return `| ${name} | ${cells.map((some) => `${middle(some).toFixed(0)} | ${Math.max(...some).toFixed(0)}`).join(' | ')} |`
  }
  return [
    `## Answers after the last byte, ${QUERIES.length} first queries (${two(QUERIES).length} of two words), ms`,
    '',
    '| | two words: median | worst | all: median | worst |',
    '|---|---:|---:|---:|---:|',
    row('newest two years, typed into the page', typed, 'first'),
    row('all years, typed into the page', typed, 'all'),
    row('newest two years, by a link to the answer, while the page itself is drawn', linked, 'first'),
    row('all years, by a link', linked, 'all'),
    row('the same files of the newest two years fetched and parsed by a bare script', typed, 'bare'),
    row('from asking to the answer of the newest two years, loading and all, typed', typed, 'total'),
    '',
  ]
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.stdout.write(`${(await timesOf(join(process.argv[2] ?? '.', 'dist'))).join('\n')}\n`)
