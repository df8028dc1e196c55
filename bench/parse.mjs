// What parsing costs: processor time per bulletin on one thread, by step, the median of several runs. After `npm run build:tool`:
//   node bench/parse.mjs [--n 2000] [--runs 7]          node --cpu-prof bench/parse.mjs tells of functions
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { decodeText } from '../lib/pipeline/parse/decode.js'
import { splitFrontMatter } from '../lib/pipeline/parse/front-matter.js'
import { linesOf } from '../lib/pipeline/parse/markdown/lines.js'
import { parseMarkdown } from '../lib/pipeline/parse/markdown.js'
import { proofread } from '../lib/pipeline/parse/proofread.js'
import { parseDocument } from '../lib/pipeline/parse.js'
import { encodeEntry } from '../lib/speed/shelf.js'
import { bulletin } from './corpus.mjs'
import { median } from './measure.mjs'

/** Bulletins gone through step by step at once: few enough that no step pays for what another keeps. */
const BATCH = 50

/** Milliseconds of processor time a bulletin, by step: medians of so many runs over n bulletins. */
export function parsing({ n, runs }) {
  const texts = Array.from({ length: n }, (_, number) => Buffer.from(bulletin(number, 'tx').text))
  const taken = {}
  const timed = (step, items, work) => {
    const before = process.cpuUsage()
    const results = items.map(work)
    const { user, system } = process.cpuUsage(before)
    taken[step] = (taken[step] ?? 0) + user + system
    return results
  }
  const rounds = Array.from({ length: runs }, () => {
    for (const step of Object.keys(taken)) taken[step] = 0
    for (let at = 0; at < texts.length; at += BATCH) {
      const bytes = texts.slice(at, at + BATCH)
      const decoded = timed('decode', bytes, (each) => decodeText(each).value)
      const parts = timed('front matter', decoded, (text) => splitFrontMatter(text).value)
      const lines = timed('lines by kind', parts, ({ body }) => linesOf(body))
      const bodies = timed('Markdown', parts, ({ body, bodyLine }, index) =>
        parseMarkdown(body, bodyLine, lines[index]),
      )
      timed('proofread', parts, ({ fields, body, bodyLine }, index) => proofread(fields, body, bodyLine, lines[index]))
      timed('entry of the cache', bodies, ({ facts, body }) => encodeEntry(facts.digest, body))
      timed('all of parse', bytes, (each) => parseDocument.run(each))
    }
    return { ...taken }
  })
  return Object.fromEntries(
    Object.keys(taken).map((step) => [step, median(rounds.map((round) => round[step])) / 1000 / texts.length]),
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: { n: { type: 'string', default: '2000' }, runs: { type: 'string', default: '7' } },
  })
  for (const [step, ms] of Object.entries(parsing({ n: Number(values.n), runs: Number(values.runs) })))
    console.log(`${step.padEnd(20)} ${ms.toFixed(3)} ms`)
}
