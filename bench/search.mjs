// Search beside pagefind, on the same pages: how often the wanted bulletin comes first, what making the index costs, what a first query loads.
//   node bench/search.mjs [--n 10000] [--every 526] [--dir <folder>] [--built <portal>] [--pagefind <folder with node_modules>] [--reuse] [--alone]
// Writes a corpus (bench/corpus.mjs) into the folder and builds it, unless a built one is named; installs pagefind 1.6.0 into the folder unless it is
// named; asks 60 queries drawn from the titles of the corpus and those of tests/search/queries.txt over this repository's own portal. Prints Markdown.
// --alone: without pagefind, only what a first query loads and how soon it is answered.
// Figures of time are worth something on a quiet machine only; of memory, bytes and hits on any.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { openIndex } from '../lib/search/find.js'
import { nearWords } from '../lib/search/near.js'
import { fold } from '../lib/text/fold.js'
import { launchBrowser } from '../scripts/browser/find-browser.mjs'
import { serveFolder } from '../scripts/browser/static-server.mjs'
import { bulletin, writeCorpus } from './corpus.mjs'
import { timesOf } from './search-times.mjs'

const PAGEFIND = '1.6.0'
const ROOM = 'tim-kiem/du-lieu/'
const ROOT = fileURLToPath(new URL('..', import.meta.url))
const { values } = parseArgs({
  options: {
    n: { type: 'string', default: '10000' },
    every: { type: 'string', default: '526' },
    dir: { type: 'string', default: join(tmpdir(), 'tx-portal-bench-search') },
    built: { type: 'string' },
    pagefind: { type: 'string' },
    reuse: { type: 'boolean', default: false },
    alone: { type: 'boolean', default: false },
  },
})
const N = Number(values.n)
const EVERY = Number(values.every)

/** Runs a program to its end: seconds of wall and of processor, and its largest memory in KB (GNU time). Throws what it said if it fails. */
function measured(command, args, cwd) {
  const timed = spawnSync('/usr/bin/time', ['-f', '%e %U %S %M', command, ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  if (timed.status !== 0) throw new Error(`${command}: ${timed.stderr || timed.error}`)
  const [wall, user, system, memory] = timed.stderr.trim().split('\n').at(-1).split(' ').map(Number)
  return { wall, cpu: user + system, memory }
}

/** One way of typing each: what is typed for a title, and its name. */
const WAYS = [
  ['with marks', (words) => words.join(' ')],
  ['without marks', (words) => fold(words.join(' '))],
  ['half', (words) => words.map((word, at) => (at % 2 === 0 ? word : fold(word))).join(' ')],
  ['NFD', (words) => words.join(' ').normalize('NFD')],
  ['capitals', (words) => words.join(' ').toUpperCase()],
  ['a phrase', (words) => `"${words.join(' ')}"`],
  ['marks elsewhere', (words) => words.map(otherPlace).join(' ')],
  ['a beginning', (words) => `${words.slice(0, -1).join(' ')} ${[...words.at(-1)].slice(0, -1).join('')}…`],
  ['a slip', (words) => fold(words.map((word, at) => (at === 1 ? slip(word) : word)).join(' '))],
  ['the end of the title', (words) => fold(words.slice(-3).join(' '))],
]
/** `hòa` as `hoà`, `ủy` as `uỷ`. */
function otherPlace(word) {
  return word
    .normalize('NFD')
    .replace(/([ou])([\u0300\u0301\u0303\u0309\u0323])([aey])(?![\p{L}\p{M}])/gu, '$1$3$2')
    .normalize('NFC')
}
/** Two letters exchanged, as fingers do. */
function slip(word) {
  const letters = [...word]
  if (letters.length < 3) return `${word}${letters.at(-1)}`
  return [...letters.slice(0, -2), letters.at(-1), letters.at(-2)].join('')
}

/** Sixty queries over the corpus, each from a title that no other bulletin shares these words with: [way, typed, address]. */
function corpusQueries() {
  const titles = Array.from({ length: N }, (_, number) => ({ number, ...bulletin(number, 'tx', EVERY) }))
  const folded = titles.map(({ title }) => ` ${fold(title)} `)
  const queries = []
  for (let at = 0; queries.length < 60; at += 1) {
    const one = titles[(at * 163 + 7) % N]
    const words = one.title.split(/\s+/).slice(-5)
    const [way, typed] = WAYS[queries.length % WAYS.length]
    const needle = ` ${fold((way === 'the end of the title' ? words.slice(-3) : words).join(' '))} `
    if (folded.filter((title) => title.includes(needle)).length > 1) continue
    queries.push([way, typed(words), one.address])
  }
  return queries
}

/** The queries of the repository's own portal: [way, typed, address]. */
const ownQueries = () =>
  readFileSync(join(ROOT, 'tests/search/queries.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(' | ').map((part) => part.trim()))
    .map(([typed, wanted]) => ['own portal', typed, `/${wanted}/`])

/** The first address our index gives. */
async function ours(dist) {
  const index = await openIndex(async (file) => JSON.parse(readFileSync(join(dist, ROOM, file), 'utf8')), nearWords)
  return async (typed) => {
    let ranked = []
    const text = typed.endsWith('…') ? typed.slice(0, -1) : `${typed} `
    for await (const answer of index.find(text, { category: '', year: '', author: '' })) ({ ranked } = answer)
    const [card] = await index.cards(ranked.slice(0, 1))
    return card?.href ?? ''
  }
}

/** The first address pagefind gives, asked in a browser as its own widget asks. */
async function theirs(browser, url) {
  const page = await browser.newPage()
  await page.goto(`${url}/pagefind-bench.html`)
  return (typed) =>
    page.evaluate(
      async (text) => {
        const engine = await import('/pagefind/pagefind.js')
        const { results } = await engine.search(text)
        return results.length === 0 ? '' : (await results[0].data()).url
      },
      typed.replace('…', ''),
    )
}

/** Indexes a built portal with pagefind: bulletins only, their text only. */
function indexWithPagefind(home, dist) {
  const args = ['--site', dist, '--glob', '20*/**/*.html', '--root-selector', 'main', '--output-subdir', 'pagefind']
  const figures = measured(join(home, 'node_modules/.bin/pagefind'), args, home)
  // A page without our policy, which forbids WebAssembly.
  writeFileSync(join(dist, 'pagefind-bench.html'), '<!doctype html><html lang="vi"><title>pagefind</title></html>')
  return figures
}

/** Right first hits of both, by way of typing. */
async function compare(queries, dist, browser) {
  const server = await serveFolder(dist)
  const [mine, other] = [await ours(dist), await theirs(browser, server.url)]
  const table = new Map()
  for (const [way, typed, wanted] of queries) {
    const row = table.get(way) ?? { asked: 0, ours: 0, theirs: 0 }
    table.set(way, row)
    row.asked += 1
    if ((await mine(typed)).includes(wanted)) row.ours += 1
    if ((await other(typed)).includes(wanted)) row.theirs += 1
  }
  server.close()
  return table
}

/** What the first query of a reader loads, in a browser with nothing kept, until the newest two years have answered, and until all have. */
async function firstQuery(browser, dist, query) {
  const server = await serveFolder(dist)
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.addInitScript(() => {
    globalThis.told = []
    // From the first moment: answers may come before the page says that it is loaded.
    new MutationObserver(() => {
      const text = document.querySelector('.search-said')?.textContent.trim() ?? ''
      if (text !== '' && text !== globalThis.told.at(-1)?.[1]) globalThis.told.push([performance.now(), text])
    }).observe(document, { childList: true, characterData: true, subtree: true })
  })
  await page.goto(`${server.url}/tim-kiem/?q=${encodeURIComponent(query)}`)
  await page.waitForFunction(() => globalThis.told.some(([, text]) => /^Tìm thấy|^Không/.test(text)), null, {
    timeout: 60_000,
  })
  const { told, loaded } = await page.evaluate(() => ({
    told: globalThis.told,
    loaded: performance
      .getEntriesByType('resource')
      .map(({ name, responseEnd }) => ({ name, responseEnd }))
      .filter(({ name }) => name.includes('/tim-kiem/du-lieu/')),
  }))
  await context.close()
  server.close()
  const upTo = (moment) => {
    const some = loaded.filter(({ responseEnd }) => responseEnd <= moment)
    const files = some.map(({ name }) => new URL(name).pathname.slice(1))
    return {
      requests: files.length,
      words: files.filter((file) => !/\/c\d+\.json$/.test(file)).length,
      bytes: files.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0),
    }
  }
  return { first: upTo(told[0][0]), all: upTo(told.at(-1)[0]) }
}

/** Installs pagefind, lets both make their indexes, and asks both the same. */
async function besidePagefind() {
  let home = values.pagefind
  if (home === undefined) {
    home = join(values.dir, 'pagefind')
    mkdirSync(home, { recursive: true })
    spawnSync('npm', ['install', '--no-audit', '--no-fund', '--prefix', home, `pagefind@${PAGEFIND}`], {
      stdio: 'inherit',
    })
  }

  const index = join(values.dir, 'index')
  // --reuse: both indexes are there from a run before, and only questions are asked.
  if (!values.reuse) {
    const mine = JSON.parse(
      spawnSync(process.execPath, [join(ROOT, 'bench/search-index.mjs'), portal, index], { encoding: 'utf8' }).stdout,
    )
    const other = indexWithPagefind(home, dist)
    said(
      `## Making the index, ${N} bulletins`,
      '',
      '| | processor s | largest memory MB |',
      '|---|---:|---:|',
      `| tx-portal, index alone | ${(mine.indexCpuMs / 1000).toFixed(1)} | ${Math.round(mine.maxRssKb / 1024)} (whole process) |`,
      `| pagefind ${PAGEFIND} | ${other.cpu.toFixed(1)} | ${Math.round(other.memory / 1024)} |`,
      `| ratio | ${(mine.indexCpuMs / 1000 / other.cpu).toFixed(2)} | ${(mine.maxRssKb / other.memory).toFixed(2)} |`,
      '',
    )
  }
  const own = join(values.dir, 'own')
  if (!values.reuse || !existsSync(join(own, 'dist/pagefind'))) {
    cpSync(join(ROOT, 'content'), join(own, 'content'), { recursive: true })
    measured(process.execPath, [tool, 'build', '--now', '2025-07-01'], own)
    indexWithPagefind(home, join(own, 'dist'))
  }
  const table = new Map([
    ...(await compare(ownQueries(), join(own, 'dist'), browser)),
    ...(await compare(corpusQueries(), dist, browser)),
  ])
  said('## Right first hits', '', '| typed | asked | tx-portal | pagefind |', '|---|---:|---:|---:|')
  for (const [way, row] of table) said(`| ${way} | ${row.asked} | ${row.ours} | ${row.theirs} |`)
  const total = (key) => [...table.values()].reduce((sum, row) => sum + row[key], 0)
  said(`| **all** | ${total('asked')} | ${total('ours')} | ${total('theirs')} |`, '')
}

mkdirSync(values.dir, { recursive: true })
const tool = join(ROOT, 'bin/tx-portal.js')
let portal = values.built
if (portal === undefined) {
  portal = join(values.dir, 'portal')
  writeCorpus({ n: N, layout: 'tx', out: portal, every: EVERY })
  measured(process.execPath, [tool, 'build', '--now', '2026-11-21'], portal)
}
const dist = join(portal, 'dist')
const said = (...lines) => process.stdout.write(`${lines.join('\n')}\n`)

const browser = await launchBrowser()
if (browser === null) throw new Error('no browser')
if (!values.alone) await besidePagefind()
said(
  '## A first query of two words',
  '',
  '| | requests | of them words and settings | kB (gzip) |',
  '|---|---:|---:|---:|',
)
for (const query of ['tho xuan', 'nông thôn', 'y te', 'hội nghị', 'giao duc']) {
  const { first, all } = await firstQuery(browser, dist, query)
  const row = ({ requests, words, bytes }) => `${requests} | ${words} | ${(bytes / 1000).toFixed(1)}`
  said(`| “${query}”, newest two years | ${row(first)} |`, `| “${query}”, all years | ${row(all)} |`)
}
await browser.close()
said('', ...(await timesOf(dist)))
process.exit(0)
