// How long photos take, beside a bare sharp script that does the same work with one decode per photo, in the same run.
//   node bench/photos.mjs [--n 50] [--runs 1] [--dir <folder>] [--peers]
// Draws n seeded photos of 4000 x 3000 (once, into the folder), then alternates the bare script and `tx-portal build` without any
// cache, then builds once more, which must encode nothing; with --peers Hugo and Eleventy's image plugin too, once. Prints a table: on a machine
// that does other work too only the ratio of processor time means something. Exits 1 if the second build encoded a photo.
import { spawnSync } from 'node:child_process'
import { existsSync, linkSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import sharp from 'sharp'
import { eleventy, hugo, time } from './photos-peers.mjs'

const { values } = parseArgs({
  options: {
    n: { type: 'string', default: '50' },
    runs: { type: 'string', default: '1' },
    peers: { type: 'boolean', default: false },
    dir: { type: 'string', default: join(tmpdir(), 'tx-portal-bench-photos') },
  },
})
const N = Number(values.n)
const WIDTH = 4000
const HEIGHT = 3000

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function random(seed) {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const photos = join(values.dir, 'photos')
const nameOf = (number) => `photo-${String(number).padStart(3, '0')}.jpg`
/** So many are drawn; the others are these in other colours. */
const DRAWN = 8

/** Noise in several sizes over one another, with fine grain: as heavy as a phone's photo, about 4 MB. */
async function draw(file, number) {
  if (number >= DRAWN) {
    const hue = Math.round((360 / Math.ceil(N / DRAWN)) * Math.floor(number / DRAWN))
    await sharp(join(photos, nameOf(number % DRAWN)))
      .modulate({ hue })
      .jpeg({ quality: 91 })
      .toFile(file)
    return
  }
  const next = random(1000 + number)
  const layers = []
  for (const [size, weight] of [
    [7, 0.34],
    [29, 0.22],
    [113, 0.16],
    [431, 0.1],
    [1361, 0.09],
  ]) {
    const height = Math.floor(size * 0.75)
    const dots = Buffer.from(Uint8Array.from({ length: size * height * 3 }, () => next() * 255))
    const raw = { width: size, height, channels: 3 }
    layers.push([
      await sharp(dots, { raw }).resize(WIDTH, HEIGHT, { kernel: 'cubic', fit: 'fill' }).raw().toBuffer(),
      weight,
    ])
  }
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3)
  let grain = ((number + 1) * 7919) | 0
  for (let at = 0; at < pixels.length; at += 1) {
    grain = (Math.imul(grain, 1664525) + 1013904223) | 0
    let value = 20 + ((grain >>> 24) - 128) * 0.14
    for (const [layer, weight] of layers) value += layer[at] * weight
    pixels[at] = Math.max(0, Math.min(255, value))
  }
  await sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .jpeg({ quality: 91 })
    .toFile(file)
}

mkdirSync(photos, { recursive: true })
const names = Array.from({ length: N }, (_, number) => nameOf(number))
for (const [number, name] of names.entries()) {
  if (!existsSync(join(photos, name))) await draw(join(photos, name), number)
}

/** So many photos in the gallery of each bulletin. */
const GALLERY = 50

/** A portal whose bulletins have all photos in their galleries. */
function makePortal(root) {
  rmSync(root, { recursive: true, force: true })
  mkdirSync(join(root, 'content'), { recursive: true })
  writeFileSync(
    join(root, 'content/portal.yml'),
    'version: 1\ntitle: Đo ảnh\nbaseUrl: https://do.example.vn/\nagency: {name: Đo, person: Đo, address: Đo, phone: 0237 000 0000, email: do@example.vn}\n',
  )
  writeFileSync(join(root, 'content/categories.yml'), '- {id: tin-tuc, name: Tin tức, purpose: Tin}\n')
  for (let from = 0; from < N; from += GALLERY) {
    const folder = join(root, `content/bulletins/2023/anh-${from / GALLERY + 1}`)
    const shown = names.slice(from, from + GALLERY)
    const images = shown.map((name, number) => `  - {src: ${name}, caption: Ảnh số ${number + 1}}\n`).join('')
    mkdirSync(folder, { recursive: true })
    writeFileSync(
      join(folder, 'index.md'),
      `---\ntitle: Ảnh ${from / GALLERY + 1}\ndate: 13/01/2023\ncategory: tin-tuc\nsummary: Ảnh.\nimages:\n${images}---\nẢnh.\n`,
    )
    for (const name of shown) linkSync(join(photos, name), join(folder, name))
  }
}

/** Has a process say at its end what it took of the machine. */
const COUNTING = `data:text/javascript,process.on('exit',()=>process._rawDebug('\\n'+JSON.stringify(process.resourceUsage())))`
const run = (...argv) => {
  const began = performance.now()
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', COUNTING, ...argv], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  if (status !== 0) throw new Error(`${argv.join(' ')}\n${stdout}${stderr}`)
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(stderr.trim().split('\n').at(-1))
  const seconds = (performance.now() - began) / 1000
  return { seconds, cpu: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024, stdout }
}
const here = (name) => fileURLToPath(new URL(name, import.meta.url))
const root = join(values.dir, 'portal')
const build = () => run(here('../bin/tx-portal.js'), 'build', '--root', root, '--json')
const bare = () => run(here('photos-bare.mjs'), photos, join(values.dir, 'bare'), String(N))

const HEAD = [
  'run',
  'bare s',
  'build s',
  'ratio',
  'bare cpu s',
  'build cpu s',
  'ratio',
  'build MiB',
  'again s',
  'encoded again',
]
console.log(`| ${HEAD.join(' | ')} |\n|---|${'---:|'.repeat(HEAD.length - 1)}`)
let wrong = false
const ratios = []
const megabytes = []
for (let number = 1; number <= Number(values.runs); number += 1) {
  const plain = bare()
  makePortal(root)
  const first = build()
  const again = build()
  const { encoded } = JSON.parse(again.stdout).stats
  wrong ||= encoded !== 0 || JSON.parse(first.stdout).stats.encoded !== N
  megabytes.push(first.megabytes)
  ratios.push({ wall: first.seconds / plain.seconds, cpu: first.cpu / plain.cpu })
  const { wall, cpu } = ratios.at(-1)
  const figures = [plain.seconds, first.seconds, wall, plain.cpu, first.cpu, cpu].map((x) => x.toFixed(2))
  console.log(
    `| ${number} | ${figures.join(' | ')} | ${first.megabytes.toFixed(0)} | ${again.seconds.toFixed(2)} | ${encoded} |`,
  )
}
const median = (all) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)].toFixed(2)
console.log(`medians: wall ${median(ratios.map(({ wall }) => wall))}, cpu ${median(ratios.map(({ cpu }) => cpu))}`)
if (values.peers) {
  for (const peer of [eleventy, hugo]) {
    const site = join(values.dir, peer.name.replaceAll('/', '-'))
    rmSync(site, { recursive: true, force: true })
    if (!peer.prepare(site, photos, names)) console.log(`${peer.name}: not there`)
    else {
      const { seconds } = bare()
      const took = time(peer, site)
      const ratio = (took.seconds / seconds).toFixed(2)
      console.log(
        `${peer.name}: ${took.seconds.toFixed(1)} s, ${ratio} x the bare script just before; ${took.made} files`,
      )
    }
  }
}
const files = readdirSync(join(root, 'dist'), { recursive: true }).filter((name) => /\.(webp|jpg)$/.test(name)).length
console.log(`${N} photos, ${files} files; most memory of a build: ${Math.max(...megabytes).toFixed(0)} MiB`)
process.exitCode = wrong ? 1 : 0
