// What starting costs: `--help`, and a build of this repository's own portal in which nothing changed, beside Node that does nothing; in turn.
//   node bench/start.mjs [--runs 11]
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { BIN, machine, median, rest, table, timed, today } from './measure.mjs'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))

/** A copy of the repository's portal, built, with the pictures it has already. */
function ownPortal() {
  const site = mkdtempSync(join(tmpdir(), 'tx-portal-bench-'))
  cpSync(here('../content'), join(site, 'content'), { recursive: true })
  const photos = here('../.tx-portal/cache/photos')
  if (existsSync(photos)) cpSync(photos, join(site, '.tx-portal/cache/photos'), { recursive: true })
  rest()
  timed([process.execPath, BIN, 'build', '--quiet'], site)
  return site
}

/** Starts each as often as asked, in turn, and tells of it. */
export function start({ runs }) {
  const site = ownPortal()
  const commands = [
    ['node -e 0', [process.execPath, '-e', '0']],
    ['tx-portal --help', [process.execPath, BIN, '--help']],
    ['tx-portal build, own portal, nothing changed', [process.execPath, BIN, 'build', '--quiet']],
  ]
  try {
    const times = commands.map(() => [])
    for (let run = 0; run < runs; run += 1)
      for (const [at, [, argv]] of commands.entries()) times[at].push(timed(argv, site))
    const row = ([name], at) => {
      const [wall, cpu] = ['seconds', 'cpu'].map((key) => median(times[at].map((one) => one[key] ?? Number.NaN)))
      const ratio = (key) => median(times[at].map((one, run) => one[key] / times[0][run][key])).toFixed(1)
      return [name, `${Math.round(wall * 1000)} ms`, ratio('seconds'), `${Math.round(cpu * 1000)} ms`]
    }
    return `## Starting

\`node bench/start.mjs --runs ${runs}\` on ${today()}; ${machine()}. Medians in turn; ratios in the same run.

${table([['', 'wall', '÷ node -e 0', 'processor time'], ...commands.map(row)])}
`
  } finally {
    rmSync(site, { recursive: true, force: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { runs: { type: 'string', default: '11' } } })
  console.log(start({ runs: Number(values.runs) }))
}
