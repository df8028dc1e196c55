// The least that has to be done, in one file: node bench/photos-bare.mjs <photos> <out> <n>
// One decode a photo to 1600 pixels, the smaller ones from that raster: five as WebP, three of them as JPEG; one photo a core at a time.
import { mkdirSync, readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'

const [from = '.', to = 'out', n = '50'] = process.argv.slice(2)
sharp.concurrency(1)
sharp.cache(false)
mkdirSync(to, { recursive: true })
const queue = readdirSync(from).sort().slice(0, Number(n)).values()

/** As the tool has it: the widths of browsers without WebP. */
const JPEG = new Set([1600, 720, 480])

async function lane() {
  for (const name of queue) {
    const whole = sharp(join(from, name)).autoOrient().resize({ width: 1600 })
    const base = await whole.raw().toBuffer({ resolveWithObject: true })
    for (const width of [1600, 1008, 720, 480, 360]) {
      const sized =
        width === 1600
          ? base
          : await sharp(base.data, { raw: base.info }).resize({ width }).raw().toBuffer({ resolveWithObject: true })
      const picture = () => sharp(sized.data, { raw: sized.info })
      await picture()
        .webp({ quality: 80, effort: 2 })
        .toFile(join(to, `${name}-${width}.webp`))
      if (!JPEG.has(width)) continue
      await picture()
        .jpeg({ quality: 80, progressive: true })
        .toFile(join(to, `${name}-${width}.jpg`))
    }
  }
}
await Promise.all(Array.from({ length: availableParallelism() }, lane))
