// Makes the search index of a portal that was built before, alone in a process of its own, and says what that took. Called by bench/search.mjs.
//   node bench/search-index.mjs <portal> <folder>
// Begins where a build begins to make the index: bulletins are parsed and lie in the cache, as other engines begin with pages that are made.
// Prints {prepareCpuMs, indexCpuMs, indexMs, files, bytes, maxRssKb}; the memory is that of the whole process, the plan of the portal included.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { openWorkshop } from '../lib/cli/compose.js'
import { silentMachine } from '../lib/cli/machine.js'
import { prepare } from '../lib/pipeline/build.js'
import { renderJob } from '../lib/pipeline/render-job.js'

const [portal = '', out = ''] = process.argv.slice(2)
const root = resolve(portal)
const now = Date.UTC(2026, 10, 21)
const setup = {
  root,
  out: join(root, 'dist'),
  now,
  anotherTime: false,
  zone: 'Asia/Ho_Chi_Minh',
  drafts: false,
  baseUrl: null,
  thorough: false,
  profile: false,
  threads: 1,
  cacheDir: join(root, '.tx-portal/cache'),
}
const cpu = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const world = openWorkshop(setup, silentMachine(), false).world(now, () => undefined)
const begun = cpu()
const { plan, sources, theme, diagnostics } = await prepare(world)
if (plan === null) throw new Error(JSON.stringify(diagnostics.slice(0, 3)))
const prepared = cpu()
const clock = performance.now()
let files = 0
let bytes = 0
for (const job of plan.jobs) {
  if (!job.path.startsWith('tim-kiem/du-lieu/')) continue
  const made = await renderJob(job, sources, theme, world)
  const path = join(out, job.path)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, made.bytes)
  files += 1
  bytes += made.bytes.length
}
const figures = {
  prepareCpuMs: prepared - begun,
  indexCpuMs: cpu() - prepared,
  indexMs: performance.now() - clock,
  files,
  bytes,
  maxRssKb: process.resourceUsage().maxRSS,
}
process.stdout.write(`${JSON.stringify(figures)}\n`)
