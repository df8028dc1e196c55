// Lighthouse over this repository's portal as a host serves it, by hand: it is no dependency and no test.
//   npm install --prefix <folder> lighthouse@12.8.2 && node bench/lighthouse.mjs --lighthouse <folder> [--runs 3] [--only bulletin] [--keep <folder>]
// Copies content/ into a temporary folder, without `sample: true` (sample data asks not to be indexed), builds it, serves it by nginx with the
// snippet the build writes (gzip, headers), and prints the scores and times of home, bulletin, section and search as Markdown: of several runs the
// median of each. On a phone as Lighthouse imitates it (412 px, slow 4G, processor four times slower); worth something on a quiet machine only. A page
// with one word on it, of the same server, is asked in turn with the others: what it is blocked for is the browser's own.
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { findBrowser } from '../scripts/browser/find-browser.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const { values } = parseArgs({
  options: {
    lighthouse: { type: 'string' },
    runs: { type: 'string', default: '3' },
    only: { type: 'string' },
    keep: { type: 'string' },
  },
})
if (values.lighthouse === undefined) throw new Error('--lighthouse <folder in which lighthouse is installed>')

const EMPTY = 'trang-trong.html'
const PAGES = {
  'one word': `/${EMPTY}`,
  home: '/',
  bulletin: '/2023/hoi-nghi-tong-ket-dong-quan-canh-phong/',
  section: '/chuyen-muc/tin-tuc-su-kien/',
  'search page, nothing asked yet': '/tim-kiem/',
  'search, with an answer': '/tim-kiem/?q=tho%20xuan',
}
const SCORES = ['performance', 'accessibility', 'best-practices', 'seo']
const TIMES = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift']
/** Of the main thread, in the names of `mainthread-work-breakdown`, in ms of the imitated phone. */
const WORK = [
  ['scriptEvaluation', 'scriptParseCompile', 'garbageCollection'],
  ['styleLayout'],
  ['parseHTML'],
  ['paintCompositeRender'],
  ['other'],
]

/** The portal as its owners would publish it. */
function builtPortal(home) {
  cpSync(join(ROOT, 'content'), join(home, 'content'), { recursive: true })
  const settings = join(home, 'content/portal.yml')
  writeFileSync(settings, readFileSync(settings, 'utf8').replace(/^sample: true$/m, 'sample: false'))
  const built = spawnSync(process.execPath, [join(ROOT, 'bin/tx-portal.js'), 'build'], { cwd: home, encoding: 'utf8' })
  if (built.status !== 0) throw new Error(built.stderr)
  writeFileSync(
    join(home, 'dist', EMPTY),
    '<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Trang</title><p>Trang\n',
  )
}

/** Starts nginx with the snippet of the build; gives its port and how it is stopped. */
async function startNginx(home) {
  const asking = createServer()
  await new Promise((ready) => asking.listen(0, '127.0.0.1', ready))
  const { port } = asking.address()
  await new Promise((closed) => asking.close(closed))
  mkdirSync(join(home, 'logs'), { recursive: true })
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${join(home, name)};`)
    .join('\n')
  const block = `server { listen 127.0.0.1:${port}; root ${join(home, 'dist')}; include ${join(home, 'dist.nginx.conf')}; }`
  writeFileSync(
    join(home, 'nginx.conf'),
    `${process.getuid?.() === 0 ? 'user root;' : ''} daemon off; pid ${join(home, 'pid')}; error_log ${join(home, 'logs/error.log')}; events {}
http { include /etc/nginx/mime.types; default_type text/html; access_log off; ${temporary}
${block} }`,
  )
  const nginx = spawn('nginx', ['-c', join(home, 'nginx.conf'), '-p', home], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const url = `http://127.0.0.1:${port}`
  for (let attempt = 0; ; attempt += 1) {
    try {
      await fetch(url)
      return { url, stop: () => nginx.kill('SIGTERM') }
    } catch (error) {
      if (attempt > 100) throw error
      await new Promise((later) => setTimeout(later, 100))
    }
  }
}

/** One run: scores of 100, times in ms, and what cost points: [audit, words]. */
function audit(url, chrome, home) {
  const report = join(home, 'report.json')
  const flags =
    '--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking'
  const ran = spawnSync(
    process.execPath,
    [
      join(values.lighthouse, 'node_modules/lighthouse/cli/index.js'),
      url,
      '--quiet',
      '--output=json',
      `--output-path=${report}`,
      `--chrome-flags=${flags} --disable-component-update --disable-sync`,
    ],
    { encoding: 'utf8', env: { ...process.env, CHROME_PATH: chrome, CI: '1' } },
  )
  if (ran.status !== 0) throw new Error(ran.stderr)
  const { categories, audits } = JSON.parse(readFileSync(report, 'utf8'))
  const lost = Object.values(categories).flatMap(({ id, auditRefs }) =>
    auditRefs
      .filter((one) => one.weight > 0 && audits[one.id].score !== null && audits[one.id].score < 0.9)
      .map((one) => `${id}: ${one.id} ${audits[one.id].displayValue ?? ''}`),
  )
  return {
    scores: SCORES.map((id) => Math.round(categories[id].score * 100)),
    times: TIMES.map((id) => audits[id].numericValue),
    work: WORK.map((groups) => workOf(audits['mainthread-work-breakdown'].details?.items ?? [], groups)),
    lost,
  }
}

const workOf = (items, groups) =>
  items.filter(({ group }) => groups.includes(group)).reduce((sum, { duration }) => sum + duration, 0)

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]

const home = values.keep ?? mkdtempSync(join(tmpdir(), 'tx-portal-lighthouse-'))
mkdirSync(home, { recursive: true })
builtPortal(home)
const server = await startNginx(home)
const chrome = await findBrowser()
const said = (line) => process.stdout.write(`${line}\n`)
said(
  '| page | performance | accessibility | best practices | SEO | first paint ms | largest paint ms | blocked ms | layout shift | scripts ms | style, layout ms | HTML ms | painting ms | other ms |',
)
said('|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|')
const asked = Object.entries(PAGES).filter(([name]) => values.only === undefined || name === values.only)
const runsOf = new Map(asked.map(([name]) => [name, []]))
// In turn: what else the machine does is shared by all.
for (let run = 0; run < Number(values.runs); run += 1)
  for (const [name, path] of asked) runsOf.get(name).push(audit(server.url + path, chrome, home))
const lost = new Set()
for (const [name, runs] of runsOf) {
  const empty = PAGES[name] === `/${EMPTY}`
  const scores = SCORES.map((_, at) => (empty && at > 0 ? '' : median(runs.map((run) => run.scores[at]))))
  const [first, largest, blocked, shift] = TIMES.map((_, at) => median(runs.map((run) => run.times[at])))
  const work = WORK.map((_, at) => median(runs.map((run) => run.work[at])).toFixed(0))
  said(
    `| ${name} | ${scores.join(' | ')} | ${first.toFixed(0)} | ${largest.toFixed(0)} | ${blocked.toFixed(0)} | ${shift.toFixed(3)} | ${work.join(' | ')} |`,
  )
  if (!empty) for (const { lost: some } of runs) for (const one of some) lost.add(`${name}, ${one}`)
}
for (const one of lost) said(`- ${one}`)
server.stop()
if (values.keep === undefined) rmSync(home, { recursive: true, force: true })
