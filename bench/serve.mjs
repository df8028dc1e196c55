// Editing beside a browser: start to first page, save to new HTML, resident memory; the tool and `hugo server` in one run.
//   node bench/serve.mjs [--n 10000] [--saves 15] [--pause 6] [--hugo /path/to/another/hugo] [--folder <where the corpora are made>]
// pause: seconds between saves, as people make them; 0 asks for the next page at once. Linux: memory is read from /proc.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { bulletin, writeCorpus } from './corpus.mjs'
import { BIN, grouped, hugos, machine, median, table, today, VERSION } from './measure.mjs'

const sleep = (ms) => new Promise((done) => setTimeout(done, ms))

const ours = {
  name: `tx-portal serve ${VERSION}`,
  layout: 'tx',
  port: 4711,
  start: (folder) => [process.execPath, BIN, 'serve', '--root', folder, '--port', '4711'],
}

const hugoServer = ([version, program], at) => ({
  name: `hugo server ${version}`,
  layout: 'hugo',
  port: 4712 + at,
  start: (folder) => [program, 'server', '--source', folder, '--port', String(4712 + at), '--bind', '127.0.0.1'],
})

/** The page's text; '' as long as it cannot be had. */
async function get(url) {
  try {
    const answer = await fetch(url, { headers: { connection: 'close' } })
    return answer.ok ? await answer.text() : ''
  } catch {
    return ''
  }
}

/** Milliseconds from an instant until a page holds something. */
async function until(url, text, started) {
  for (const end = started + 300_000; performance.now() < end; await sleep(3))
    if ((await get(url)).includes(text)) return performance.now() - started
  throw new Error(`${url} never had ${text}`)
}

/** Resident memory of a process in MB: now, and at its most. */
function memory(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const of = (key) => Math.round(Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(status)?.[1]) / 1024)
  return { now: of('VmRSS'), most: of('VmHWM') }
}

async function measure({ layout, port, start }, folder, { n: count, saves: times, pause }) {
  const [program, ...args] = start(folder)
  const site = `http://127.0.0.1:${port}`
  const began = performance.now()
  const server = spawn(program, args, { stdio: 'ignore' })
  try {
    const first = await until(`${site}/`, '</html>', began)
    // A preview may show the newest before it has read all.
    const all = await until(site + bulletin(count - 1, layout).address, '</html>', began)
    const saves = []
    for (let save = 0; save < times; save += 1) {
      const { path, address } = bulletin(Math.floor(((save + 1) * count) / (times + 2)), layout)
      const file = join(folder, path)
      const text = readFileSync(file, 'utf8')
      await until(site + address, '</html>', performance.now())
      await sleep(pause * 1000)
      const mark = `Câu viết thêm lần ${save}-${process.pid}.`
      const saved = performance.now()
      writeFileSync(file, `${text}\n${mark}\n`)
      saves.push(await until(site + address, mark, saved))
    }
    return { first, all, saves, memory: memory(server.pid) }
  } finally {
    server.kill('SIGINT')
    await new Promise((done) => (server.exitCode !== null ? done() : server.on('exit', done)))
  }
}

/** Serves n bulletins by us, from nothing and again, and by every hugo, each with as many saves; tells of it. */
export async function preview({ n, saves, pause, programs = [], folder }) {
  const room = folder ?? mkdtempSync(join(tmpdir(), 'tx-bench-serve-'))
  const rows = []
  const add = async (name, contender, at) => {
    const taken = await measure(contender, at, { n, saves, pause })
    rows.push({ name, ...taken })
    console.error(
      `${name}: first page ${Math.round(taken.first)} ms, save to page ${Math.round(median(taken.saves))} ms`,
    )
  }
  try {
    for (const [at, contender] of [ours, ...hugos(programs).map(hugoServer)].entries()) {
      const site = join(room, String(at))
      if (!existsSync(site)) writeCorpus({ n, layout: contender.layout, out: site })
      if (contender === ours && !existsSync(join(site, '.tx-portal')))
        await add(`${contender.name}, nothing remembered`, contender, site)
      await add(contender === ours ? `${contender.name}, started again` : contender.name, contender, site)
    }
  } finally {
    if (folder === undefined) rmSync(room, { recursive: true, force: true })
  }
  return `## The preview, ${grouped(n)} bulletins

\`node bench/serve.mjs --n ${n} --saves ${saves} --pause ${pause}\` on ${today()}; ${machine()}. All servers in one run.

${table([['', 'first page', 'oldest bulletin', 'save to page, median', 'worst', 'resident', 'at most'], ...rows.map(figures), ...ratios(rows)])}
`
}

const figures = ({ name, first, all, saves, memory: used }) => [
  name,
  `${(first / 1000).toFixed(1)} s`,
  `${(all / 1000).toFixed(1)} s`,
  `${grouped(median(saves))} ms`,
  `${grouped(Math.max(...saves))} ms`,
  `${grouped(used.now)} MB`,
  `${grouped(used.most)} MB`,
]

/** Each of ours to each of the others. */
function ratios(rows) {
  const mine = rows.filter(({ name }) => name.startsWith('tx-portal'))
  const others = rows.filter((row) => !mine.includes(row))
  const measures = [
    (row) => row.first,
    (row) => row.all,
    (row) => median(row.saves),
    (row) => Math.max(...row.saves),
    (row) => row.memory.now,
    (row) => row.memory.most,
  ]
  return others.flatMap((other) =>
    mine.map((one) => [
      `${one.name.replace(/^.*, /, '')} ÷ ${other.name}`,
      ...measures.map((measured) => (measured(one) / measured(other)).toFixed(2)),
    ]),
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      n: { type: 'string', default: '10000' },
      saves: { type: 'string', default: '15' },
      pause: { type: 'string', default: '6' },
      hugo: { type: 'string', multiple: true, default: [] },
      folder: { type: 'string' },
    },
  })
  const { hugo: programs, folder } = values
  const [n, saves, pause] = [values.n, values.saves, values.pause].map(Number)
  console.log(await preview({ n, saves, pause, programs, folder }))
}
