// What one change touches in portals of several sizes: files read, parsed, rendered (as the build reports them), and files of dist/ that became others
// (by our own digests of the whole folder before and after). On the clock nothing is measured.
//   node bench/changed.mjs [--n 1000,10000]
import { createHash } from 'node:crypto'
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { bulletin, writeCorpus } from './corpus.mjs'
import { BIN, filesIn, grouped, NOW, rest, table, timed, today } from './measure.mjs'

const edits = {
  'one bulletin added': (site) => {
    const { path, text } = bulletin(-1, 'tx')
    mkdirSync(dirname(join(site, path)), { recursive: true })
    writeFileSync(join(site, path), text)
  },
  // Among the newest, so that lists of the day are concerned, but not the feeds.
  'one body edited': (site, n) =>
    appendFileSync(join(site, bulletin(Math.min(100, n >> 1), 'tx').path), '\nĐoạn bổ sung.\n'),
}

/** Kinds of outputs by the beginnings of their paths, the first that fits. */
const KINDS = [
  ['bulletins', /^\d{4}\//],
  ['search', /^tim-kiem\//],
  ['home, lists, archive', /^(?:index\.html|(?:chuyen-muc|tac-gia|luu-tru)\/(?:.*\/)?index\.html)$/],
  ['feeds', /(?:rss\.xml|atom\.xml|feed\.json)$/],
  ['data', /^api\//],
  ['sitemaps', /^sitemap/],
  ['manifest', /^manifest\.sha256$/],
  ['others', /^/],
]

const digestsOf = (folder) =>
  new Map(
    filesIn(folder).map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex'),
    ]),
  )

function build(site) {
  rest()
  const { stdout } = timed([process.execPath, BIN, 'build', '--json', '--now', NOW], site)
  return JSON.parse(stdout).stats
}

/** How many files are others, by kind: written anew, and gone. */
function difference(before, after) {
  const paths = [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path))
  const kindOf = (path) => KINDS.find(([, pattern]) => pattern.test(path))[0]
  return { all: paths.length, of: (kind) => paths.filter((path) => kindOf(path) === kind).length }
}

/** What each edit touches in a portal of n bulletins: a row of counts for each. */
function touched(n) {
  const site = mkdtempSync(join(tmpdir(), 'tx-portal-bench-'))
  try {
    writeCorpus({ n, layout: 'tx', out: site })
    build(site)
    let before = digestsOf(join(site, 'dist'))
    return Object.entries(edits).map(([what, edit]) => {
      edit(site, n)
      const { read, parsed, rendered, made, changed: replaced } = build(site)
      const after = digestsOf(join(site, 'dist'))
      const files = difference(before, after)
      before = after
      console.error(`${n} ${what}: ${files.all} files are others`)
      const kinds = KINDS.map(([kind]) => files.of(kind))
      return [n, after.size, read, parsed, rendered, made + replaced, files.all, ...kinds]
    })
  } finally {
    rmSync(site, { recursive: true, force: true })
  }
}

const HEAD = ['bulletins', 'files', 'read', 'parsed', 'rendered', 'written', 'files that are others']

/** Makes each edit in portals of these sizes, builds, and tells what it touched. */
export function changed({ sizes }) {
  const counts = sizes.map(touched)
  const part = (what, at) => {
    const rows = counts.map((each) => each[at].map(grouped))
    return `**${what[0].toUpperCase()}${what.slice(1)}**\n\n${table([[...HEAD, ...KINDS.map(([kind]) => kind)], ...rows])}`
  }
  return `## What one change touches

\`node bench/changed.mjs --n ${sizes.join(',')}\` on ${today()}. Counts, not times: read, parsed, rendered and written as \`build --json\` tells, the rest by digests of
all of \`dist/\` before and after. The whole product; search is its index of the newest quarter, in 1 to 128 files of words by how many bulletins that has.

${Object.keys(edits).map(part).join('\n\n')}
`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { n: { type: 'string', default: '1000,10000' } } })
  console.log(changed({ sizes: values.n.split(',').map(Number) }))
}
