// Bulletins in Vietnamese as a district writes them, the same for the same numbers: 940 words on average, in 15 sections, by 80 authors.
//   node bench/corpus.mjs --n 10000 --layout tx|tx-equal|hugo|eleventy [--every 47] --out <folder>
// tx-equal: our portal with templates that make the peers' pages, and without what they do not make (bench/equal/).
// every: minutes between two bulletins; 47 puts 10,000 into a year, 526 into ten.
import { appendFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const SEED = 42
const LAST_DAY = Date.UTC(2026, 10, 20, 8)
const MINUTES_BETWEEN = 47

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function random(seed) {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** The lists of corpus/words.txt by their headings. */
const words = Object.fromEntries(
  readFileSync(here('corpus/words.txt'), 'utf8')
    .split(/^\[/m)
    .slice(1)
    .map((part) => {
      const [heading, ...lines] = part.trim().split('\n')
      return [heading.slice(0, -1), lines]
    }),
)

/** Sentences and clauses of the first bulletin of the portal in this repository. */
function sayings() {
  const file = here('../content/bulletins/2023/hoi-nghi-tong-ket-dong-quan-canh-phong/index.md')
  const [, , body] = readFileSync(file, 'utf8').split(/^---$/m)
  const sentences = body
    .split('\n')
    .filter((line) => line.length > 60 && !/^[!#|>[]/.test(line))
    .flatMap((line) => line.trim().split(/(?<=[.!?])\s+/))
    .filter((sentence) => sentence.length >= 40)
  const clauses = sentences
    .flatMap((sentence) => sentence.split(/[;,.]\s*/))
    .map((clause) => clause.trim().replace(/^["“(]+|["”)]+$/g, ''))
    .filter((clause) => clause.split(' ').length >= 4 && clause.split(' ').length <= 24)
  return { sentences, clauses }
}
const { sentences, clauses } = sayings()
const plain = [...new Set(clauses.flatMap((clause) => clause.split(/\s+/)).filter((word) => /^\p{Ll}+$/u.test(word)))]

const authors = (() => {
  const next = random(7)
  const pick = (list) => list[Math.floor(next() * list.length)]
  const names = new Set()
  while (names.size < 80)
    names.add(`${pick(words['family names'])} ${pick(words['middle names'])} ${pick(words['given names'])}`)
  return [...names]
})()

/** Whether bulletins lie as tx-portal wants them. */
const isOurs = (layout) => layout.startsWith('tx')

const slugOf = (text) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
const capital = (text) => text[0].toUpperCase() + text.slice(1)

/** What a writer draws from: one stream of numbers, so that a bulletin is the same whatever was written before. */
function writer(number) {
  const next = random((Math.imul(SEED ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(number + 0x7f4a7c15, 0xc2b2ae35)) >>> 0)
  const chance = (share) => next() < share
  const pick = (list) => list[Math.floor(next() * list.length)]
  const between = (from, to) => from + Math.floor(next() * (to - from + 1))
  const phrase = (length) =>
    Array.from({ length }, () =>
      chance(0.3) ? pick(words.connectives) : chance(0.64) ? pick(words.terms) : pick(plain),
    ).join(' ')
  const sentence = () => {
    if (chance(0.12)) return pick(sentences)
    const parts = Array.from({ length: between(2, 4) }, () => (chance(0.4) ? pick(clauses) : phrase(between(4, 9))))
    let text = capital(parts.join(', '))
    if (chance(0.15)) text = text.replace(/^(\S+ \S+ \S+)/, '**$1**')
    if (chance(0.1)) text += ` (${between(2, 98)},${between(1, 9)}% kế hoạch năm ${between(2019, 2026)})`
    return `${text}.`
  }
  return { next, chance, pick, between, phrase, sentence }
}

function bodyOf({ chance, pick, between, phrase, sentence }) {
  const paragraphs = between(6, 15)
  const length = between(600, 1200) / paragraphs
  const withTable = chance(0.25)
  const withQuote = chance(0.35)
  let headings = between(1, 4)
  const parts = []
  for (let at = 0; at < paragraphs; at += 1) {
    if (at > 0 && headings > 0 && chance(0.45)) {
      parts.push(`## ${pick(words.headings)}`)
      headings -= 1
    }
    const said = []
    for (let count = 0; count === 0 || count < length - 22; count += said.at(-1).split(' ').length)
      said.push(sentence())
    if (at === 1)
      said.push(`Xem thêm tại [Cổng thông tin điện tử huyện](https://thoxuan.example.vn/van-ban/${between(1, 9999)}).`)
    parts.push(said.join(' '))
    if (at === 2)
      parts.push(Array.from({ length: between(3, 6) }, () => `- ${capital(phrase(between(5, 12)))};`).join('\n'))
    if (at === 3 && withQuote) parts.push(`> ${pick(sentences).slice(0, 300)}`)
    if (at === 4 && withTable) {
      const row = (_, line) =>
        `| ${line + 1} | Xã ${pick(words['family names'])} ${pick(words['given names'])} | ${between(10, 900)} | ${between(50, 100)}% |`
      const rows = Array.from({ length: between(3, 7) }, row)
      parts.push(['| STT | Đơn vị | Kết quả | Tỷ lệ |', '| --- | --- | ---: | ---: |', ...rows].join('\n'))
    }
  }
  return `${parts.join('\n\n')}\n`
}

/** Bulletin `number` of any corpus: newest first, so many minutes apart. */
export function bulletin(number, layout, every = MINUTES_BETWEEN) {
  const w = writer(number)
  const section = words.sections[Math.floor(w.next() * w.next() * words.sections.length)]
  const names = [...new Set([w.pick(authors), ...(w.chance(0.4) ? [w.pick(authors)] : [])])]
  const title = capital(`${w.pick(words.subjects)} ${w.phrase(w.between(5, 9))}`)
  const summary = `${capital(w.phrase(w.between(10, 16)))}, ${w.pick(clauses)}.`
  const local = new Date(LAST_DAY - number * every * 60_000 + 7 * 3_600_000).toISOString()
  const slug = `${slugOf(title).slice(0, 60).replace(/-$/, '')}-${String(number).padStart(6, '0')}`
  const front = [
    `title: ${JSON.stringify(title)}`,
    `date: ${local.slice(0, 19)}+07:00`,
    `category: ${isOurs(layout) ? slugOf(section) : JSON.stringify(section)}`,
    'authors:',
    ...names.map((name) => `  - ${JSON.stringify(name)}`),
    `summary: ${JSON.stringify(summary)}`,
  ]
  const year = local.slice(0, 4)
  return {
    title,
    path: isOurs(layout) ? `content/bulletins/${year}/${slug}.md` : `content/bai/${slug}.md`,
    address: isOurs(layout) ? `/${year}/${slug}/` : `/bai/${slug}/`,
    text: `---\n${front.join('\n')}\n---\n\n${bodyOf(w)}`,
  }
}

/** What stands beside the bulletins: the settings of a portal, or the site of a peer. */
function surroundings(layout, out) {
  if (!isOurs(layout)) {
    cpSync(here(`peers/${layout}`), out, { recursive: true })
    const style = layout === 'hugo' ? 'static/style.css' : 'style.css'
    mkdirSync(dirname(join(out, style)), { recursive: true })
    cpSync(here('peers/style.css'), join(out, style))
    return
  }
  mkdirSync(join(out, 'content'), { recursive: true })
  cpSync(here('corpus/portal.yml'), join(out, 'content/portal.yml'))
  const sections = words.sections.map((name) => `- id: ${slugOf(name)}\n  name: ${name}\n  purpose: Tin về ${name}\n`)
  writeFileSync(join(out, 'content/categories.yml'), sections.join(''))
  if (layout !== 'tx-equal') return
  cpSync(here('equal/templates'), join(out, 'templates'), { recursive: true })
  appendFileSync(join(out, 'content/portal.yml'), readFileSync(here('equal/portal.yml')))
  mkdirSync(join(out, 'content/static'), { recursive: true })
  cpSync(here('peers/style.css'), join(out, 'content/static/style.css'))
}

/** Writes a corpus; `from`: the number of the first bulletin. */
export function writeCorpus({ n, layout, out, from = 0, every = MINUTES_BETWEEN }) {
  surroundings(layout, out)
  const made = new Set()
  for (let number = from; number < n; number += 1) {
    const { path, text } = bulletin(number, layout, every)
    const folder = dirname(join(out, path))
    if (!made.has(folder)) mkdirSync(folder, { recursive: true })
    made.add(folder)
    writeFileSync(join(out, path), text)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      n: { type: 'string', default: '1000' },
      layout: { type: 'string', default: 'tx' },
      every: { type: 'string', default: String(MINUTES_BETWEEN) },
      out: { type: 'string' },
    },
  })
  if (values.out === undefined || !['tx', 'tx-equal', 'hugo', 'eleventy'].includes(values.layout)) {
    console.error('node bench/corpus.mjs --n 10000 --layout tx|tx-equal|hugo|eleventy [--every 47] --out <folder>')
    process.exit(2)
  }
  writeCorpus({ n: Number(values.n), layout: values.layout, out: values.out, every: Number(values.every) })
}
