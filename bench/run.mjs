// How long builds take beside other generators, what each promise of ours costs, what a change touches, and the preview: measured, and written
// into bench/results.md. What is not measured in a run stays there as it was.
//   npm run bench [-- --n 10000 --runs 5 --peers hugo,eleventy --hugo /path/to/another/hugo --parts builds,promises,changed,start,preview --out bench/results.md]
// n: sizes, 1000,10000 unless told; promises (three runs at most) and preview take the largest. changed: sizes for counts, those of n unless told.
// hugo must be installed (--hugo names more of them, and may be given again); Eleventy is installed into the folder of its site. What is not there is left out and said.
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { builds } from './builds.mjs'
import { changed } from './changed.mjs'
import { grouped, writeParts } from './measure.mjs'
import { promises } from './promises.mjs'
import { preview } from './serve.mjs'
import { start } from './start.mjs'

const { values } = parseArgs({
  options: {
    n: { type: 'string', default: '1000,10000' },
    runs: { type: 'string', default: '5' },
    peers: { type: 'string', default: 'hugo,eleventy' },
    hugo: { type: 'string', multiple: true, default: [] },
    parts: { type: 'string', default: 'builds,promises,changed,start,preview' },
    changed: { type: 'string' },
    saves: { type: 'string', default: '9' },
    pause: { type: 'string', default: '6' },
    out: { type: 'string', default: fileURLToPath(new URL('results.md', import.meta.url)) },
  },
})
const numbers = (text) => text.split(',').map(Number)
const sizes = numbers(values.n)
const largest = Math.max(...sizes)
const runs = Number(values.runs)
const peers = values.peers.split(',')

/** The parts of the report: what each is called in it, and how it is measured. */
const parts = {
  builds: sizes.map((n) => [`builds ${n}`, () => builds({ n, runs, peers, programs: values.hugo })]),
  promises: [['promises', () => promises({ n: largest, runs: Math.min(runs, 3) })]],
  changed: [['changed', () => changed({ sizes: numbers(values.changed ?? values.n) })]],
  start: [['start', () => start({ runs: 2 * runs + 1 })]],
  preview: [
    [
      'preview',
      () => preview({ n: largest, saves: Number(values.saves), pause: Number(values.pause), programs: values.hugo }),
    ],
  ],
}
const wanted = values.parts.split(',')
const unknown = wanted.find((part) => !(part in parts))
if (unknown !== undefined) {
  console.error(`${unknown} is not a part: ${Object.keys(parts).join(', ')}`)
  process.exit(2)
}
const began = performance.now()
for (const [name, measure] of wanted.flatMap((part) => parts[part])) {
  const text = await measure()
  // At once: what was measured is not lost if a later part fails.
  writeParts(values.out, { [name]: text })
  console.log(text)
}
console.error(`all of it took ${grouped((performance.now() - began) / 1000)} s`)
