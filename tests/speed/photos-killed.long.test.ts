import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, it } from 'vitest'
import { tree } from '../pipeline/write/helpers.ts'
import { bulletin, portal, REPOSITORY, type TestPortal } from '../portal.ts'
import { random } from '../random.ts'

const BIN = join(REPOSITORY, 'bin/tx-portal.js')
const FOLDER = 'content/bulletins/2023/hoi-nghi'
const CACHE = '.tx-portal/cache/photos'
const PHOTOS = 6
const ROUNDS = process.env['TX_EXHAUSTIVE'] ? 50 : 2
const env = { PATH: process.env.PATH ?? '' }

const open: TestPortal[] = []
afterAll(() => {
  for (const one of open) one.close()
})

async function withPhotos(): Promise<TestPortal> {
  const next = random(11)
  const lines = Array.from({ length: PHOTOS }, (_, number) => `![Đại biểu ở hàng ghế ${number + 1}](${number}.jpg)\n`)
  const one = portal({ [`${FOLDER}/index.md`]: bulletin('Hội nghị', '', `Chữ.\n\n${lines.join('')}`) })
  open.push(one)
  for (let number = 0; number < PHOTOS; number += 1) {
    const dots = Uint8Array.from({ length: 60 * 45 * 3 }, () => next() * 255)
    const photo = sharp(dots, { raw: { width: 60, height: 45, channels: 3 } }).resize(900, 675, { kernel: 'cubic' })
    one.write(`${FOLDER}/${number}.jpg`, await photo.jpeg().toBuffer())
  }
  return one
}

const ARGV = [BIN, 'build', '--now', '2025-07-01', '--json']
const whole = ({ root }: TestPortal) => {
  const { status, stdout } = spawnSync(process.execPath, ARGV, { cwd: root, encoding: 'utf8', env })
  expect(status, stdout).toBe(0)
  return JSON.parse(stdout).stats as { readonly encoded: number; readonly images: number }
}

/** The files of pictures in the cache. */
const keptIn = (root: string): number => {
  try {
    return readdirSync(join(root, CACHE), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
      .length
  } catch {
    return 0
  }
}

/** Begins a build and kills it some ms after it has kept so many pictures more; false if it was over by then. */
function killed({ root }: TestPortal, pictures: number, ms: number): Promise<boolean> {
  const before = keptIn(root)
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ARGV, { cwd: root, env, stdio: 'ignore' })
    const looking = setInterval(() => {
      if (keptIn(root) < before + pictures) return
      clearInterval(looking)
      // The moment itself is random: nothing is waited for.
      setTimeout(() => child.kill('SIGKILL'), ms)
    }, 5)
    child.on('close', (_, signal) => {
      clearInterval(looking)
      resolve(signal === 'SIGKILL')
    })
  })
}

it('publishes nothing half made and goes on where it was when it is killed while it makes pictures', async () => {
  const [one, reference] = [await withPhotos(), await withPhotos()]
  whole(reference)
  const wanted = tree(join(reference.root, 'dist'))
  const next = random(5)
  let kills = 0
  for (let round = 1; round <= ROUNDS; round += 1) {
    if (await killed(one, 1 + Math.floor(next() * 6), next() * 60)) kills += 1
    const dist = join(one.root, 'dist')
    // What is there by its name is whole; the rest is the staging that the next run clears away.
    const there = Object.entries(existsSync(dist) ? tree(dist) : {}).filter(([path]) => path in wanted)
    for (const [path, text] of there) expect(text === wanted[path], path).toBe(true)
    if (round % 5 > 0) continue
    const { encoded, images } = whole(one)
    expect(tree(dist)).toEqual(wanted)
    expect(images).toBe(PHOTOS)
    expect(encoded, 'photos that were made before the end are not made again').toBeLessThan(PHOTOS)
    for (const path of ['dist', CACHE]) rmSync(join(one.root, path), { recursive: true })
  }
  expect(kills, 'the test has killed something').toBeGreaterThan(0)
}, 900_000)
