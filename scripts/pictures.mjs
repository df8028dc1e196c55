// Pictures for the guide of staff in docs/huong-dan/hinh: windows with real commands and what they really say, and the preview with a
// draft and with a mistake. `npm run docs:pictures` makes all of them, from a copy of the sample portal.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { launchBrowser } from './browser/find-browser.mjs'
import { windowOf } from './pictures/window.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'docs', 'huong-dan', 'hinh')
const portal = join(mkdtempSync(join(tmpdir(), 'tx-portal-pictures-')), 'cong-huyen')
/** The clock stands here, so that pictures change only when words do. */
const NOW = Date.UTC(2025, 5, 30, 2)
const DRAFT = 'content/bulletins/2025/hoi-nghi-tong-ket-nam-2025/index.md'

const { main } = await import('../lib/cli/main.js')

/** Runs a command as on a terminal of 96 columns; what it printed, colours included. */
async function type(...argv) {
  let text = ''
  const write = (more) => {
    text += more
  }
  const stream = { isTTY: true, columns: 96, write }
  const { thisMachine } = await import('../lib/cli/machine.js')
  const machine = { ...thisMachine(), cwd: portal, stdout: stream, stderr: stream, now: () => NOW, env: {} }
  await main(argv, machine)
  return text
}

const edit = (path, change) => writeFileSync(join(portal, path), change(readFileSync(join(portal, path), 'utf8')))

const browser = await launchBrowser()
if (browser === null) {
  console.error('No browser, no pictures.')
  process.exit(1)
}
try {
  mkdirSync(folder, { recursive: true })
  mkdirSync(portal, { recursive: true })
  await type('init', '--example')
  await terminal('viet-bai-moi', ['new', 'Hội nghị tổng kết năm 2025', '--category', 'thong-bao', '--author', 'Lê Thơ'])
  edit(DRAFT, (text) =>
    text
      .replace(/^summary: .*$/m, 'summary: Sáng 28/6, huyện tổng kết năm công tác và khen thưởng 21 hộ gia đình.')
      .replace(/\[điền: nội dung[^\]]*\]/, 'Sáng 28/6, hội nghị nghe báo cáo và bàn việc bàn giao ( theo kế hoạch ).'),
  )
  await preview('xem-thu')
  await preview('xem-thu-co-loi', () =>
    edit(DRAFT, (text) => text.replace('category: thong-bao', 'category: thong-ba')),
  )
  await terminal('bao-loi', ['check', 'content/bulletins/2025/hoi-nghi-tong-ket-nam-2025'])
  edit(DRAFT, (text) => text.replace('category: thong-ba', 'category: thong-bao'))
  await terminal('sua-giup', ['check', 'content/bulletins/2025/hoi-nghi-tong-ket-nam-2025', '--fix', '--dry-run'])
  await terminal('xuat-trang', ['build'])
} finally {
  await browser.close()
  rmSync(portal, { recursive: true, force: true })
}

/** A window with a command and its answer. */
async function terminal(name, argv) {
  const typed = argv.map((word) => (/\s/.test(word) ? `"${word}"` : word)).join(' ')
  const html = windowOf(`npx tx-portal ${typed}`, await type(...argv))
  const page = await browser.newPage({ viewport: { width: 900, height: 600 }, deviceScaleFactor: 2 })
  await page.setContent(html)
  await keep(name, await page.locator('.window').screenshot())
  await page.close()
}

/** The page of the draft, as `serve` shows it; after a change of a file, when it has been seen. */
async function preview(name, change) {
  const server = spawn(process.execPath, [join(root, 'bin/tx-portal.js'), 'serve', '--port', '0'], { cwd: portal })
  try {
    const address = await new Promise((resolve, reject) => {
      let said = ''
      server.stdout.on('data', (more) => {
        said += more
        const found = /http:\/\/[\d.:]+\//.exec(said)
        if (found !== null) resolve(found[0])
      })
      server.on('exit', () => reject(new Error(`serve ended: ${said}`)))
    })
    const page = await browser.newPage({ viewport: { width: 900, height: 700 }, deviceScaleFactor: 2 })
    await page.goto(`${address}2025/hoi-nghi-tong-ket-nam-2025/`, { waitUntil: 'load' })
    change?.()
    await page.waitForTimeout(change === undefined ? 500 : 6000)
    await keep(name, await page.screenshot())
    await page.close()
  } finally {
    server.kill()
  }
}

async function keep(name, png) {
  const { size } = await sharp(png)
    .resize({ width: 900 })
    .webp({ quality: 70, effort: 6 })
    .toFile(join(folder, `${name}.webp`))
  console.log(`docs/huong-dan/hinh/${name}.webp ${Math.round(size / 1024)} KB`)
}
