// Editing beside a browser: start to first page, save to new HTML, resident memory; the tool and `hugo server` in one run.
//   node bench/serve.mjs [--n 10000] [--saves 15] [--pause 6] [--folder <where the corpora are made>]
// pause: seconds between saves, as people make them; 0 asks for the next page at once. Linux: memory is read from /proc.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { bulletin } from './corpus.mjs'

const { values } = parseArgs({
  options: {
    n: { type: 'string', default: '10000' },
    saves: { type: 'string', default: '15' },
    pause: { type: 'string', default: '6' },
    folder: { type: 'string' },
  },
})
const count = Number(values.n)
const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const room = values.folder ?? mkdtempSync(join(tmpdir(), 'tx-bench-serve-'))
const sleep = (ms) => new Promise((done) => setTimeout(done, ms))
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN

const corpus = (layout) => {
  const out = join(room, layout)
  const { status, stderr } = spawnSync(
    process.execPath,
    [here('corpus.mjs'), '--n', values.n, '--layout', layout, '--out', out],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(stderr)
  return out
}

const contenders = {
  'tx-portal': {
    layout: 'tx',
    port: 4711,
    start: (folder) => [process.execPath, here('../bin/tx-portal.js'), 'serve', '--root', folder, '--port', '4711'],
  },
  'hugo server': {
    layout: 'hugo',
    port: 4712,
    start: (folder) => ['hugo', 'server', '--source', folder, '--port', '4712', '--bind', '127.0.0.1'],
  },
}

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

async function measure({ layout, port, start }, folder) {
  const [program, ...args] = start(folder)
  const site = `http://127.0.0.1:${port}`
  const began = performance.now()
  const server = spawn(program, args, { stdio: 'ignore' })
  try {
    const first = await until(`${site}/`, '</html>', began)
    // A preview may show the newest before it has read all.
    const all = await until(site + bulletin(count - 1, layout).address, '</html>', began)
    const saves = []
    for (let save = 0; save < Number(values.saves); save += 1) {
      const { path, address } = bulletin(Math.floor(((save + 1) * count) / (Number(values.saves) + 2)), layout)
      const file = join(folder, path)
      const text = readFileSync(file, 'utf8')
      await until(site + address, '</html>', performance.now())
      await sleep(Number(values.pause) * 1000)
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

const rounded = (ms) => Math.round(ms)
console.log(`${count} bulletins, ${values.saves} saves, ${values.pause} s apart; Node ${process.version}`)
for (const [name, contender] of Object.entries(contenders)) {
  const folder = corpus(contender.layout)
  for (const run of readdirSync(folder).includes('.tx-portal') || contender.layout !== 'tx'
    ? ['start']
    : ['cold start', 'start again']) {
    const { first, all, saves, memory: used } = await measure(contender, folder)
    console.log(
      `${name}, ${run}: first page ${rounded(first)} ms, the oldest bulletin ${rounded(all)} ms; save to page median ${rounded(median(saves))} ms, worst ${rounded(Math.max(...saves))} ms; resident ${used.now} MB, at most ${used.most} MB`,
    )
  }
}
