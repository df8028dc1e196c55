// Which quality photos are encoded with: for each format and quality the bytes and the likeness to the photo (SSIM), over real photos.
//   node bench/quality.mjs [--crops <folder>]
// Photos of tests/fixtures/photos and of the portal in this repository, at 960 pixels as phones load them. With --crops: a piece of one photo in
// each quality, side by side. SSIM: Wang et al. 2004, on luma, over windows of 8 x 8 pixels, 4 apart.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import sharp from 'sharp'

const { values } = parseArgs({ options: { crops: { type: 'string' } } })
const root = fileURLToPath(new URL('..', import.meta.url))
const found = ['tests/fixtures/photos', 'content/bulletins'].map((folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((name) => /\.jpe?g$/i.test(name))
    .sort()
    .map((name) => join(root, folder, name)),
)
const files = [...found[0].slice(0, 5), ...found[1].filter((_, at) => at % 6 === 0).slice(0, 7)]

const WIDTH = 960
const encoders = {
  webp: (picture, quality) => picture.webp({ quality, effort: 2 }),
  jpeg: (picture, quality) => picture.jpeg({ quality, progressive: true, chromaSubsampling: '4:2:0' }),
  avif: (picture, quality) => picture.avif({ quality, effort: 1 }),
}
const QUALITIES = { webp: [60, 70, 75, 80, 85, 90], jpeg: [60, 70, 75, 80, 85, 90], avif: [40, 50, 55, 60, 70] }

const luma = async (picture) => picture.greyscale().raw().toBuffer({ resolveWithObject: true })

/** Likeness of two pictures of one size, 1 for equal ones. */
function ssim(a, b, width, height) {
  const SIDE = 8
  const n = SIDE * SIDE
  let sum = 0
  let windows = 0
  for (let top = 0; top + SIDE <= height; top += 4) {
    for (let left = 0; left + SIDE <= width; left += 4) {
      let [ma, mb, aa, bb, ab] = [0, 0, 0, 0, 0]
      for (let y = top; y < top + SIDE; y += 1) {
        for (let at = y * width + left; at < y * width + left + SIDE; at += 1) {
          ma += a[at]
          mb += b[at]
          aa += a[at] * a[at]
          bb += b[at] * b[at]
          ab += a[at] * b[at]
        }
      }
      ma /= n
      mb /= n
      const va = aa / n - ma * ma
      const vb = bb / n - mb * mb
      const cov = ab / n - ma * mb
      sum += ((2 * ma * mb + 6.5025) * (2 * cov + 58.5225)) / ((ma * ma + mb * mb + 6.5025) * (va + vb + 58.5225))
      windows += 1
    }
  }
  return sum / windows
}

const whole = await Promise.all(
  files.map((file) =>
    sharp(file)
      .autoOrient()
      .resize({ width: WIDTH, withoutEnlargement: true })
      .toColourspace('srgb')
      .png({ compressionLevel: 1 })
      .toBuffer(),
  ),
)
const originals = await Promise.all(whole.map((bytes) => luma(sharp(bytes))))
console.log(
  `${files.length} photos\n\n| format | quality | kB a photo | SSIM mean | SSIM least |\n|---|---:|---:|---:|---:|`,
)
for (const [format, encode] of Object.entries(encoders)) {
  for (const quality of QUALITIES[format]) {
    const likeness = []
    let bytes = 0
    for (const [at, picture] of whole.entries()) {
      const encoded = await encode(sharp(picture), quality).toBuffer()
      bytes += encoded.length
      const { data, info } = originals[at]
      likeness.push(ssim(data, (await luma(sharp(encoded))).data, info.width, info.height))
    }
    const mean = likeness.reduce((all, one) => all + one, 0) / likeness.length
    const kilobytes = bytes / whole.length / 1000
    console.log(
      `| ${format} | ${quality} | ${kilobytes.toFixed(1)} | ${mean.toFixed(4)} | ${Math.min(...likeness).toFixed(4)} |`,
    )
  }
}

/** One row: the photo itself, then the qualities; three times as large, so that blocks and ringing can be seen. */
async function crop(name, picture, region, steps) {
  const SIZE = 300
  const piece = (bytes) => sharp(bytes).extract(region).resize(SIZE, SIZE, { kernel: 'nearest' }).png().toBuffer()
  const pieces = [await piece(picture)]
  for (const [format, quality] of steps)
    pieces.push(await piece(await encoders[format](sharp(picture), quality).toBuffer()))
  await sharp({ create: { width: pieces.length * SIZE, height: SIZE, channels: 3, background: '#ffffff' } })
    .composite(pieces.map((input, at) => ({ input, left: at * SIZE, top: 0 })))
    .webp({ quality: 92 })
    .toFile(join(values.crops, name))
}
if (values.crops !== undefined) {
  for (const [at, name] of [
    [1, 'phone'],
    [7, 'drawn'],
  ]) {
    const { width, height } = await sharp(whole[at]).metadata()
    const region = { left: Math.floor(width * 0.45), top: Math.floor(height * 0.4), width: 100, height: 100 }
    const webp = [60, 70, 80, 90].map((quality) => ['webp', quality])
    const jpeg = [60, 70, 80, 90].map((quality) => ['jpeg', quality])
    await crop(`${name}-webp.webp`, whole[at], region, webp)
    await crop(`${name}-jpeg.webp`, whole[at], region, jpeg)
  }
}
