// What each promise of ours costs: the same bulletins built cold with one thing less at a time, in turn, and where the time of a build goes.
//   node bench/promises.mjs [--n 10000] [--runs 3]
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { writeCorpus } from './corpus.mjs'
import { BIN, grouped, median, NOW, OUR_LEAVES, table, timed, today } from './measure.mjs'
import { parsing } from './parse.mjs'

const setting = (line) => (site) => appendFileSync(join(site, 'content/portal.yml'), `${line}\n`)
const templates = (site) =>
  cpSync(fileURLToPath(new URL('equal/templates', import.meta.url)), join(site, 'templates'), { recursive: true })

/** One thing less at a time: each is what stands before it, changed so. */
const steps = [
  { name: 'the whole product' },
  { name: 'without the search index', change: setting('search: false') },
  {
    name: 'and without drawn cards and files for servers',
    change: (site) => {
      setting('cards: none')(site)
      setting('hosting: {for: []}')(site)
    },
  },
  { name: 'and with templates like the peers’', change: templates },
]

/** Words for the stages of `build --profile`. */
const STAGES = {
  parse: 'reading, Markdown, proofreading',
  model: 'states by the clock',
  validate: 'checks: fields, links, photos, addresses',
  plan: 'planning and digests: lists, links, kept addresses',
  render: 'templates',
  search: 'search index (a thread of its own)',
  photos: 'drawn cards and icons',
  write: 'staging: temporary files and their digests',
  publish: 'publishing: ordered renames, manifest',
}

function coldBuild(site, flags = []) {
  for (const name of OUR_LEAVES) rmSync(join(site, name), { recursive: true, force: true })
  return timed([process.execPath, BIN, 'build', '--quiet', '--now', NOW, ...flags], site)
}

function openSites(n, base) {
  let changes = []
  return steps.map(({ name, change = () => undefined }, at) => {
    changes = [...changes, change]
    const site = join(base, String(at))
    writeCorpus({ n, layout: 'tx', out: site })
    for (const each of changes) each(site)
    return { name, site, times: [] }
  })
}

const value = (one, key) => median(one.times.map((time) => time[key] ?? Number.NaN))

function costs(sites) {
  const signed = (now, before) =>
    before === null ? '' : `${now < before ? '−' : '+'}${Math.abs(now - before).toFixed(2)} s`
  const rows = sites.map((one, at) => {
    const before = sites[at - 1] ?? null
    const cpu = value(one, 'cpu')
    return [
      one.name,
      `${value(one, 'seconds').toFixed(2)} s`,
      `${cpu.toFixed(2)} s`,
      signed(cpu, before === null ? null : value(before, 'cpu')),
      `${Math.round(value(one, 'megabytes'))} MB`,
    ]
  })
  return table([['cold build', 'wall', 'processor time', 'difference', 'peak memory'], ...rows])
}

/** Stages of one more build of each of these sites, in seconds; pieces that ran side by side are added up. */
function stages(sites) {
  const profiles = sites.map(({ site }) => {
    const { stages: told } = JSON.parse(coldBuild(site, ['--profile', '--json']).stdout).profile
    return new Map(told.map(({ name, ms }) => [name, ms / 1000]))
  })
  const names = [...new Set(profiles.flatMap((profile) => [...profile.keys()]))]
  const cell = (seconds) => (seconds === undefined ? '–' : `${seconds.toFixed(2)} s`)
  const shown = names.filter((name) => profiles.some((profile) => (profile.get(name) ?? 0) >= 0.05))
  return table([
    ['stage', ...sites.map(({ name }) => name)],
    ...shown.map((name) => [STAGES[name] ?? name, ...profiles.map((profile) => cell(profile.get(name)))]),
  ])
}

/** Builds each variant cold in turn and tells what they took. */
export function promises({ n, runs }) {
  const base = mkdtempSync(join(tmpdir(), 'tx-portal-bench-'))
  try {
    const sites = openSites(n, base)
    for (let run = 0; run < runs; run += 1) {
      for (const one of sites) {
        one.times.push(coldBuild(one.site))
        console.error(`${n} ${one.name}: ${one.times.at(-1).seconds.toFixed(2)} s`)
      }
    }
    const whole = sites[0]
    const equal = sites[3]
    const parse = parsing({ n: Math.min(n, 1000), runs: 3 })
    const proof = (parse.proofread * n) / 1000
    return `## What each promise costs, ${grouped(n)} bulletins

\`node bench/promises.mjs --n ${n} --runs ${runs}\` on ${today()}; medians of cold builds in turn. Each line is the one before it with one thing less.

${costs(sites)}

Proofreading is in all of them: ${proof.toFixed(1)} s of processor time (\`node bench/parse.mjs\`, ${parse.proofread.toFixed(2)} of ${parse['all of parse'].toFixed(2)} ms a bulletin). So are the checks, staging and
publishing: \`build --profile\` says of one more build what they take on the clock (pieces that run side by side on threads are added up):

${stages([whole, equal])}
`
  } finally {
    rmSync(base, { recursive: true, force: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: { n: { type: 'string', default: '10000' }, runs: { type: 'string', default: '3' } },
  })
  console.log(promises({ n: Number(values.n), runs: Number(values.runs) }))
}
