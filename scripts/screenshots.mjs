// Pictures of the repository's own portal in docs/screenshots: every kind of page at three widths, light, dark and on paper.
// `npm run screenshots` makes all; `npm run screenshots -- home menu-phone` only those with these names.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { launchBrowser } from './browser/find-browser.mjs'
import { serveFolder } from './browser/static-server.mjs'
import { indexOf } from './screenshots/index-of.mjs'
import { KINDS, NAMED, VIEWS } from './screenshots/shots.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'docs', 'screenshots')
/** The portal and the reader's clock stand at this moment, so that pictures change only when pages do. */
const NOW = '2025-06-30T09:00:00+07:00'
/** The most that a picture shows, in CSS pixels, and how wide it becomes. */
const LOOK = { 360: [1500, 360], 768: [1700, 512], 1280: [1700, 768], 642: [1000, 512] }

const wanted = new Set(process.argv.slice(2))
const shots = [
  ...KINDS.flatMap((kind) =>
    VIEWS.map((view) => ({ ...kind, ...view, file: `${kind.name}-${view.width}-${view.mode}` })),
  ),
  ...NAMED.map((shot) => ({ ...shot, file: shot.name })),
].filter(({ name }) => wanted.size === 0 || wanted.has(name))
if (shots.length === 0) stop(`No screenshot has this name: ${[...wanted].join(', ')}`)

const out = mkdtempSync(join(tmpdir(), 'tx-portal-screenshots-'))
const built = spawnSync(
  process.execPath,
  [join(root, 'bin/tx-portal.js'), 'build', '--root', root, '--out', join(out, 'dist'), '--now', NOW, '--quiet'],
  { stdio: 'inherit' },
)
if (built.status !== 0) stop('The portal could not be built.')
const browser = await launchBrowser()
if (browser === null) stop('No browser, no screenshots.')
const server = await serveFolder(join(out, 'dist'))
try {
  mkdirSync(folder, { recursive: true })
  if (wanted.size === 0) for (const name of readdirSync(folder)) if (name.endsWith('.webp')) rmSync(join(folder, name))
  let bytes = 0
  for (const mode of ['light', 'dark', 'print']) {
    const page = await openPage(mode)
    for (const shot of shots.filter((one) => one.mode === mode)) bytes += await take(page, shot)
    await page.context().close()
  }
  writeFileSync(
    join(folder, 'README.md'),
    indexOf(KINDS, VIEWS, NAMED, (file) => existsSync(join(folder, file))),
  )
  console.log(`${shots.length} screenshots, ${Math.round(bytes / 1024)} KB in docs/screenshots`)
} finally {
  await browser.close()
  server.close()
  rmSync(out, { recursive: true, force: true })
}

/** A page that has the fonts already: they are optional on a first visit. */
async function openPage(mode) {
  const context = await browser.newContext({
    colorScheme: mode === 'dark' ? 'dark' : 'light',
    locale: 'vi-VN',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.clock.setFixedTime(NOW)
  await page.emulateMedia({ media: mode === 'print' ? 'print' : 'screen' })
  await page.goto(server.url, { waitUntil: 'networkidle' })
  return page
}

/** Takes one picture and makes it small; its size in bytes. */
async function take(page, { path, width, mode, file }) {
  await page.setViewportSize({ width, height: 800 })
  await page.goto('about:blank')
  // What is asked for by an address is fetched by a script.
  await page.goto(server.url + path, { waitUntil: path.includes('?') ? 'networkidle' : 'load' })
  await page.evaluate(async () => {
    for (const image of document.images) image.loading = 'eager'
    // What is drawn only when a reader comes near it would be missing on some pictures.
    for (const card of document.querySelectorAll('.card')) card.style.contentVisibility = 'visible'
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)))
  })
  const [most, small] = LOOK[width]
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  const png = await page.screenshot({ fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(height, most) } })
  const margin = mode === 'print' ? 76 : 0
  const sheet = await sharp(png)
    .extend({ top: margin, bottom: margin, left: margin, right: margin, background: '#fff' })
    .toBuffer()
  const { size } = await sharp(sheet)
    .resize({ width: small })
    .webp({ quality: 62, effort: 6, smartSubsample: true })
    .toFile(join(folder, `${file}.webp`))
  return size
}

function stop(reason) {
  console.error(reason)
  process.exit(1)
}
