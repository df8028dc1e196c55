// How long builds take beside other generators, on the same bulletins, in the same run, in turn; medians and ratios.
//   npm run bench [-- --n 1000,10000 --runs 5 --peers hugo,eleventy --out bench/results.md]
// hugo must be installed; Eleventy is installed into the folder of its site. What is not there is left out and said.
import { spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, release, tmpdir, totalmem, type } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { bulletin, writeCorpus } from './corpus.mjs'

const { values } = parseArgs({
  options: {
    n: { type: 'string', default: '1000,10000' },
    runs: { type: 'string', default: '5' },
    peers: { type: 'string', default: 'hugo,eleventy' },
    out: { type: 'string', default: fileURLToPath(new URL('results.md', import.meta.url)) },
  },
})
const RUNS = Number(values.runs)
const SIZES = values.n.split(',').map(Number)
const BIN = fileURLToPath(new URL('../bin/tx-portal.js', import.meta.url))
const NOW = '2026-11-25'

/** A generator: how a build is started, and what it leaves that a cold build must not find. */
const generators = {
  'tx-portal': {
    layout: 'tx',
    argv: [process.execPath, BIN, 'build', '--quiet', '--now', NOW],
    leaves: ['dist', '.tx-portal', 'content/urls.lock'],
    version: () => JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version,
    prepare: () => true,
  },
  hugo: {
    layout: 'hugo',
    argv: ['hugo', '--quiet', '-d', 'public'],
    leaves: ['public', 'resources'],
    version: () => /v([\d.]+)/.exec(spawnSync('hugo', ['version'], { encoding: 'utf8' }).stdout ?? '')?.[1] ?? null,
    prepare: () => true,
  },
  eleventy: {
    layout: 'eleventy',
    argv: ['npx', 'eleventy', '--quiet'],
    leaves: ['_site'],
    version: () =>
      JSON.parse(readFileSync(new URL('peers/eleventy/package.json', import.meta.url), 'utf8')).dependencies[
        '@11ty/eleventy'
      ],
    prepare: (site) =>
      spawnSync('npm', ['install', '--no-audit', '--no-fund', '--silent'], { cwd: site, stdio: 'ignore' }).status === 0,
  },
}

const timer = existsSync('/usr/bin/time') ? ['/usr/bin/time', '-f', '%M'] : []

/** One build: seconds on the wall, and the peak of its memory in MB where the system tells (the largest process). */
function build({ argv }, site) {
  const [command, ...args] = [...timer, ...argv]
  const began = performance.now()
  // As a person builds: CI=true compares contents instead of trusting dates.
  const { status, stderr, stdout } = spawnSync(command, args, {
    cwd: site,
    encoding: 'utf8',
    env: { ...process.env, CI: undefined },
    maxBuffer: 2 ** 28,
  })
  const seconds = (performance.now() - began) / 1000
  if (status !== 0) throw new Error(`${argv.join(' ')}: ${stderr.slice(-2000)}${stdout.slice(-500)}`)
  return { seconds, megabytes: timer.length > 0 ? Number(stderr.trim().split('\n').at(-1)) / 1024 : null }
}

/** What is done to a site before a build is measured; `run` makes each edit another one. */
const cases = {
  cold: ({ leaves }, site) => {
    for (const name of leaves) rmSync(join(site, name), { recursive: true, force: true })
  },
  'nothing changed': () => undefined,
  'one body edited': ({ layout }, site, run, n) =>
    appendFileSync(join(site, bulletin(n >> 1, layout).path), `\nĐoạn bổ sung lần ${run}.\n`),
  'one bulletin added': ({ layout }, site, run, n) => {
    const { path, text } = bulletin(n + 1000 + run, layout)
    mkdirSync(join(site, path, '..'), { recursive: true })
    writeFileSync(join(site, path), text)
  },
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? null

function measure(n) {
  const sites = []
  const base = mkdtempSync(join(tmpdir(), 'tx-portal-bench-'))
  for (const name of ['tx-portal', ...values.peers.split(',').filter((peer) => peer in generators)]) {
    const generator = generators[name]
    const version = generator.version()
    const site = join(base, name)
    if (version !== null) writeCorpus({ n, layout: generator.layout, out: site })
    if (version === null || !generator.prepare(site)) console.error(`${name} is not there: left out`)
    else sites.push({ name, version, generator, site, times: {} })
  }
  for (const [what, before] of Object.entries(cases)) {
    for (let run = 0; run < RUNS; run += 1) {
      for (const one of sites) {
        before(one.generator, one.site, run, n)
        const taken = build(one.generator, one.site)
        one.times[what] = [...(one.times[what] ?? []), taken]
        console.error(`${n} ${what} ${one.name}: ${taken.seconds.toFixed(2)} s`)
      }
    }
  }
  rmSync(base, { recursive: true, force: true })
  return sites
}

function tableOf(n, sites) {
  const seconds = (site, what) => median(site.times[what].map((one) => one.seconds))
  const memory = (site, what) => median(site.times[what].map((one) => one.megabytes ?? 0))
  const [ours, ...peers] = sites
  const head = ['', ...sites.map(({ name, version }) => `${name} ${version}`), ...peers.map(({ name }) => `× ${name}`)]
  const rows = Object.keys(cases).map((what) => [
    what,
    ...sites.map((site) => `${seconds(site, what).toFixed(2)} s`),
    // A change is measured against a whole build of the peer: it has no other.
    ...peers.map((peer) => (seconds(ours, what) / seconds(peer, 'cold')).toFixed(3)),
  ])
  rows.push([
    'peak memory, cold',
    ...sites.map((site) => `${Math.round(memory(site, 'cold'))} MB`),
    ...peers.map((peer) => (memory(ours, 'cold') / memory(peer, 'cold')).toFixed(2)),
  ])
  const line = (cells) => `| ${cells.join(' | ')} |`
  return [`## ${n} bulletins`, '', line(head), line(head.map(() => '---')), ...rows.map(line), ''].join('\n')
}

const results = SIZES.map((n) => tableOf(n, measure(n)))
const [{ model } = { model: '?' }] = cpus()
const text = `# Builds beside other generators

\`npm run bench -- --n ${values.n} --runs ${RUNS} --peers ${values.peers}\` on ${new Date().toISOString().slice(0, 10)}; ${cpus().length} × ${model}, ${Math.round(totalmem() / 2 ** 30)} GB,
${type()} ${release()}, Node ${process.version}. Medians of ${RUNS} runs in turn; ratios are ours to a cold build of the peer. Ours is the whole product: theme,
checks, proofreading, search index, feeds, data, manifest, atomic publishing; the peers make articles, lists by section and author, home, RSS, sitemap.

${results.join('\n')}`
writeFileSync(values.out, text)
console.log(text)
