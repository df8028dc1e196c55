// Builds of the same bulletins by us and by others, in the same run, in turn: cold ones of everybody, then ours after nothing and after a change.

import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { bulletin, writeCorpus } from './corpus.mjs'
import {
  BIN,
  grouped,
  hugos,
  machine,
  median,
  NOW,
  OUR_LEAVES,
  sizeOf,
  table,
  timed,
  today,
  VERSION,
} from './measure.mjs'

const ours = (name, layout) => ({
  name: `${name} ${VERSION}`,
  ours: true,
  layout,
  argv: [process.execPath, BIN, 'build', '--quiet', '--now', NOW],
  out: 'dist',
  leaves: OUR_LEAVES,
  prepare: () => true,
})

const hugo = ([version, program]) => ({
  name: `hugo ${version}`,
  layout: 'hugo',
  argv: [program, '--quiet', '-d', 'public'],
  out: 'public',
  leaves: ['public', 'resources'],
  prepare: () => true,
})

const eleventy = () => ({
  name: `eleventy ${JSON.parse(readFileSync(new URL('peers/eleventy/package.json', import.meta.url), 'utf8')).dependencies['@11ty/eleventy']}`,
  layout: 'eleventy',
  argv: ['npx', 'eleventy', '--quiet'],
  out: '_site',
  leaves: ['_site'],
  prepare: (site) =>
    spawnSync('npm', ['install', '--no-audit', '--no-fund', '--silent'], { cwd: site, stdio: 'ignore' }).status === 0,
})

const EQUAL = 'tx-portal, equal pages'

/** The generators asked for: ours with pages like the peers', ours as it is, and the peers that are there. */
const generators = ({ peers, programs }) => [
  ours(EQUAL, 'tx-equal'),
  ours('tx-portal, whole', 'tx'),
  ...(peers.includes('hugo') ? hugos(programs).map(hugo) : []),
  ...(peers.includes('eleventy') ? [eleventy()] : []),
]

/** What is done to every site before a build is measured; `run` makes each edit another one. Peers build only cold: they have no other build. */
const cases = {
  // Moved aside, not removed: for minutes after many files were removed, ext4 takes ten times as long to make one, as it goes by their
  // numbers. A first build meets no such thing.
  cold: ({ leaves }, site, run) => {
    const aside = `${site}-aside-${run}`
    mkdirSync(aside)
    for (const name of leaves.filter((each) => existsSync(join(site, each))))
      renameSync(join(site, name), join(aside, basename(name)))
  },
  'nothing changed': () => undefined,
  'one body edited': ({ layout }, site, run, n) =>
    appendFileSync(join(site, bulletin(n >> 1, layout).path), `\nĐoạn bổ sung lần ${run}.\n`),
  'one bulletin added': ({ layout }, site, run) => {
    const { path, text } = bulletin(-1 - run, layout)
    mkdirSync(join(site, path, '..'), { recursive: true })
    writeFileSync(join(site, path), text)
  },
  // What it writes stays the same; that this is so is only known when all its pages are made.
  'template of sections changed': ({ ours: own }, site, run) => {
    if (!own) return
    const file = join(site, 'templates/category.njk')
    const text = readFileSync(existsSync(file) ? file : new URL('../templates/category.njk', import.meta.url), 'utf8')
    mkdirSync(join(site, 'templates'), { recursive: true })
    writeFileSync(file, `${text}{# ${run} #}\n`)
  },
}

/** The letters and digits of an article's lead and body, whatever the marks around them. */
const wordsOf = (html) =>
  (/<p class="sapo">([\s\S]*?)<\/article>/.exec(html)?.[1] ?? '')
    .replace(/<[^>]*>|&#?\w+;/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '')

/** Of every hundredth article (at least a hundred): how many say the same on our equal pages and on a peer's. */
function sameArticles(n, equal, peer) {
  const step = Math.max(1, Math.floor(n / 100))
  const numbers = Array.from({ length: Math.min(n, 100) }, (_, at) => at * step)
  const words = ({ site, generator: { out, layout } }, number) =>
    wordsOf(readFileSync(join(site, out, bulletin(number, layout).address, 'index.html'), 'utf8'))
  const same = numbers.filter((number) => words(equal, number) !== '' && words(equal, number) === words(peer, number))
  return `${same.length} of ${numbers.length}`
}

function openSites(n, wanted, base) {
  return wanted.flatMap((generator, at) => {
    const site = join(base, String(at))
    writeCorpus({ n, layout: generator.layout, out: site })
    if (generator.prepare(site)) return [{ generator, site, times: {} }]
    console.error(`${generator.name} could not be prepared: left out`)
    return []
  })
}

function measure(n, runs, sites) {
  for (let run = 0; run < runs; run += 1) {
    for (const [what, before] of Object.entries(cases)) {
      for (const one of sites) {
        before(one.generator, one.site, run, n)
        if (what !== 'cold' && !one.generator.ours) continue
        const taken = timed(one.generator.argv, one.site)
        one.times[what] = [...(one.times[what] ?? []), taken]
        one.size ??= sizeOf(join(one.site, one.generator.out))
        console.error(`${n} ${what} ${one.generator.name}: ${taken.seconds.toFixed(2)} s`)
      }
      const [equal, , ...peers] = sites
      if (run === 0 && what === 'cold') for (const peer of peers) peer.same = sameArticles(n, equal, peer)
    }
  }
}

/** The median over runs of a measure, or of its ratio to the peer's cold build of the same run. */
const medianOf = ({ times }, what, key) => median((times[what] ?? []).map((one) => one[key] ?? Number.NaN))
const ratioOf = (one, peer, what, key) =>
  median(one.times[what].map((taken, run) => taken[key] / peer.times.cold[run][key]))

/** `8.65 s (12.3)`: on the clock, and of processor time where that is told. */
function seconds(one, what) {
  const [wall, cpu] = ['seconds', 'cpu'].map((key) => medianOf(one, what, key))
  if (wall === null) return '–'
  return Number.isNaN(cpu) ? `${wall.toFixed(2)} s` : `${wall.toFixed(2)} s (${cpu.toFixed(1)})`
}

function figures(sites) {
  const row = (name, cell) => [name, ...sites.map(cell)]
  return table([
    row('', ({ generator }) => generator.name),
    row('pages', ({ size }) => grouped(size.pages)),
    row('files', ({ size }) => grouped(size.files)),
    row('published', ({ size }) => `${Math.round(size.megabytes)} MB`),
    row('articles in the words of our equal pages', ({ same }) => same ?? '–'),
    ...Object.keys(cases).map((what) => row(what, (one) => seconds(one, what))),
    row('cold, peak memory', (one) => `${Math.round(medianOf(one, 'cold', 'megabytes'))} MB`),
  ])
}

function ratios(sites) {
  const mine = sites.filter(({ generator }) => generator.ours)
  const peers = sites.filter(({ generator }) => !generator.ours)
  const pairs = mine.flatMap((one) => peers.map((peer) => [one, peer]))
  const row = (name, what, key) => [name, ...pairs.map(([one, peer]) => ratioOf(one, peer, what, key).toFixed(3))]
  const short = ({ name }) => (name.startsWith(EQUAL) ? 'equal' : 'whole')
  return table([
    ['', ...pairs.map(([one, peer]) => `${short(one.generator)} ÷ ${peer.generator.name}`)],
    ...Object.keys(cases).map((what) => row(what, what, 'seconds')),
    row('cold, processor time', 'cold', 'cpu'),
    row('cold, peak memory', 'cold', 'megabytes'),
  ])
}

/** Builds n bulletins with everybody and tells of it. */
export function builds({ n, runs, peers, programs }) {
  const base = mkdtempSync(join(tmpdir(), 'tx-portal-bench-'))
  // At the very end, for the same reason.
  process.once('exit', () => rmSync(base, { recursive: true, force: true }))
  const sites = openSites(n, generators({ peers, programs }), base)
  measure(n, runs, sites)
  const compared = sites.length > 2 ? `\n${ratios(sites)}\n` : ''
  return `## Builds of ${grouped(n)} bulletins

${today()}; ${machine()}. Medians of ${runs} runs in turn; in brackets processor time, all threads. Ratios are ours to a cold build of the peer in the same run.

${figures(sites)}
${compared}`
}
