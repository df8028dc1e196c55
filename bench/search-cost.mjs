// What a reader's first query asks for, over a built portal of bench/corpus.mjs with 10,000 bulletins: files and bytes (gzip) until the newest two years have answered. Counts, so any machine will do.
//   node bench/search-cost.mjs <portal>
// Calls the index as the search page does (lib/search/find.js: find, ready, cards), each query with nothing got before. Prints Markdown.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { openIndex } from '../lib/search/find.js'
import { INDEX_ROOM, SHOWN } from '../lib/search/format.js'
import { nearWords } from '../lib/search/near.js'
import { bulletin } from './corpus.mjs'

const room = join(process.argv[2] ?? '', 'dist', INDEX_ROOM)
const REQUESTS = 12
const KB = 120

const known = new Map()
/** The size of a file as a host sends it. */
function sizeOf(file) {
  if (!known.has(file)) known.set(file, gzipSync(readFileSync(join(room, file))).length)
  return known.get(file)
}

/** What the first answer of a query asked for: {text, requests, kb, shown}. */
async function costOf(text) {
  const got = []
  const index = await openIndex(async (file) => {
    got.push(file)
    return JSON.parse(readFileSync(join(room, file), 'utf8'))
  }, nearWords)
  for await (const { ranked } of index.find(`${text} `, { category: '', year: '', author: '' })) {
    const shown = ranked.slice(0, SHOWN)
    const ready = index.ready(shown)
    await index.cards(shown.slice(0, ready))
    return { text, requests: got.length, kb: got.reduce((sum, file) => sum + sizeOf(file), 0) / 1000, shown: ready }
  }
}

/** Sixty pairs of neighbouring words of titles, by a generator of numbers that begins alike each time. */
function pairs() {
  let seed = 7
  const below = (limit) => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return Math.floor((seed / 2147483648) * limit)
  }
  const found = []
  while (found.length < 60) {
    const words = bulletin(below(10000), 'tx', 526)
      .title.split(/[^\p{L}\p{M}\p{N}]+/u)
      .filter((word) => word !== '')
    const at = below(words.length - 1)
    if (words[at + 1] !== undefined) found.push(`${words[at]} ${words[at + 1]}`)
  }
  return found
}

const KINDS = {
  'sixty pairs of neighbouring words': pairs(),
  'two words': ['tho xuan', 'nông thôn', 'y te', 'hội nghị', 'giao duc', 'bảo hiểm', 'quân sự', 'cử tri', 'sức khỏe'],
  'three words and more': [
    'chuyển đổi số',
    'phong chong thien tai',
    'Nguyễn Hữu Dũng',
    'giai phong mat bang',
    'kế hoạch năm 2025',
  ],
  'a slip in two words': ['tho xaun', 'nong thno', 'hoi nghij', 'giao ducc', 'khuyen hcoj', 'suc khoee'],
}
const at = (numbers, share) =>
  numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(share * numbers.length))]
process.stdout.write(
  '| typed | asked | within 12 requests and 120 kB | requests: median | most | kB: median | most | shown at once: least |\n|---|---:|---:|---:|---:|---:|---:|---:|\n',
)
for (const [kind, texts] of Object.entries(KINDS)) {
  const rows = []
  for (const text of texts) rows.push(await costOf(text))
  const [requests, kb] = [rows.map((row) => row.requests), rows.map((row) => row.kb)]
  const within = rows.filter((row) => row.requests <= REQUESTS && row.kb <= KB).length
  process.stdout.write(
    `| ${kind} | ${rows.length} | ${within} | ${at(requests, 0.5)} | ${Math.max(...requests)} | ${at(kb, 0.5).toFixed(0)} | ${Math.max(...kb).toFixed(0)} | ${Math.min(...rows.map((row) => row.shown))} |\n`,
  )
}
