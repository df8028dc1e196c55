// What parsing costs: processor time per bulletin on one thread, by step, the median of several runs. After `npm run build:tool`:
//   node bench/parse.mjs [--n 2000] [--runs 7]          node --cpu-prof bench/parse.mjs tells of functions
import { parseArgs } from 'node:util'
import { decodeText } from '../lib/pipeline/parse/decode.js'
import { splitFrontMatter } from '../lib/pipeline/parse/front-matter.js'
import { linesOf } from '../lib/pipeline/parse/markdown/lines.js'
import { parseMarkdown } from '../lib/pipeline/parse/markdown.js'
import { proofread } from '../lib/pipeline/parse/proofread.js'
import { parseDocument } from '../lib/pipeline/parse.js'
import { encodeEntry } from '../lib/speed/shelf.js'
import { bulletin } from './corpus.mjs'

const { values } = parseArgs({
  options: { n: { type: 'string', default: '2000' }, runs: { type: 'string', default: '7' } },
})
const texts = Array.from({ length: Number(values.n) }, (_, number) => Buffer.from(bulletin(number, 'tx').text))

/** Bulletins gone through step by step at once: few enough that no step pays for what another keeps. */
const BATCH = 50
const taken = {}

function timed(step, items, work) {
  const before = process.cpuUsage()
  const results = items.map(work)
  const { user, system } = process.cpuUsage(before)
  taken[step] = (taken[step] ?? 0) + user + system
  return results
}

const runs = []
for (let run = 0; run < Number(values.runs); run += 1) {
  for (const step of Object.keys(taken)) taken[step] = 0
  for (let at = 0; at < texts.length; at += BATCH) {
    const bytes = texts.slice(at, at + BATCH)
    const decoded = timed('decode', bytes, (each) => decodeText(each).value)
    const parts = timed('front matter', decoded, (text) => splitFrontMatter(text).value)
    const lines = timed('lines by kind', parts, ({ body }) => linesOf(body))
    const bodies = timed('Markdown', parts, ({ body, bodyLine }, index) => parseMarkdown(body, bodyLine, lines[index]))
    timed('proofread', parts, ({ fields, body, bodyLine }, index) => proofread(fields, body, bodyLine, lines[index]))
    timed('entry of the cache', bodies, ({ facts, body }) => encodeEntry(facts.digest, body))
    timed('all of parse', bytes, (each) => parseDocument.run(each))
  }
  runs.push({ ...taken })
}
for (const step of Object.keys(taken)) {
  const sorted = runs.map((run) => run[step] / 1000 / texts.length).sort((a, b) => a - b)
  console.log(`${step.padEnd(20)} ${sorted[sorted.length >> 1].toFixed(3)} ms`)
}
