import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import type { HeifDecoded, HeifLibrary } from './libheif.ts'

// The entry of a thread that decodes one HEIC and ends: what the file does to the decoder's memory, it does to this thread's alone.

/** The most memory that the decoder gets, in pages of 64 KiB: a photo of 100 megapixels as it is stored and as RGB, and room. */
const PAGES = (768 * 1024 * 1024) / 65_536

const require = createRequire(import.meta.url)

/** The decoder with a bound on its memory, which the package sets at 2 GiB (WebAssembly core specification, 5.5.8: memory section). */
function bounded(): Buffer {
  const wasm = readFileSync(require.resolve('libheif-js/libheif-wasm/libheif.wasm'))
  let at = 8
  const number = (): number => {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = wasm.readUInt8(at)
      at += 1
      value += (byte & 0x7f) * 2 ** shift
      if (byte < 0x80) return value
    }
  }
  while (at < wasm.length) {
    const section = wasm.readUInt8(at)
    at += 1
    const length = number()
    const end = at + length
    if (section === 5) {
      const [memories, flags] = [number(), number()]
      number()
      const from = at
      const most = number()
      if (memories !== 1 || (flags & 1) === 0 || most < PAGES) break
      // As many bytes as stood there: a longer form of a number is allowed.
      for (let place = from, rest = PAGES; place < at; place += 1, rest = Math.floor(rest / 128)) {
        wasm[place] = (rest % 128) | (place === at - 1 ? 0 : 0x80)
      }
      return wasm
    }
    at = end
  }
  throw new Error('the decoder has no memory that could be bounded')
}

/** enum heif_colorspace and heif_chroma, heif_channel (libheif 1.23, heif_image.h). */
const [RGB, INTERLEAVED_RGB, INTERLEAVED] = [1, 10, 10]
/** Where heif_decoding_options says that what is damaged is not to be guessed at (heif_decoding.h, version 3), on a machine of 32 bits. */
const STRICT = 21

/** The picture that the file is about, upright, as rows of RGB without gaps. The thread ends afterwards, so that nothing is given back. */
function decoded(heif: HeifLibrary, file: Uint8Array): HeifDecoded {
  const out = heif._malloc(16)
  const pointer = () => heif.HEAPU32[out / 4] ?? 0
  /** A call that gives an error as a struct {code, subcode, message}, where the first argument says. */
  const checked = (call: (error: number) => void): void => {
    const error = heif._malloc(12)
    call(error)
    const [code, subcode] = heif.HEAPU32.subarray(error / 4, error / 4 + 2)
    if (code !== 0) throw new Error(`libheif: error ${code}, ${subcode}`)
  }
  const context = heif._heif_context_alloc()
  const bytes = heif._malloc(file.length)
  heif.HEAPU8.set(file, bytes)
  checked((error) => heif._heif_context_read_from_memory_without_copy(error, context, bytes, file.length, 0))
  checked((error) => heif._heif_context_get_primary_image_handle(error, context, out))
  const handle = pointer()
  const options = heif._heif_decoding_options_alloc()
  heif.HEAPU8[options + STRICT] = 1
  checked((error) => heif._heif_decode_image(error, handle, out, RGB, INTERLEAVED_RGB, options))
  const image = pointer()
  const [width, height] = [
    heif._heif_image_get_width(image, INTERLEAVED),
    heif._heif_image_get_height(image, INTERLEAVED),
  ]
  const plane = heif._heif_image_get_plane_readonly(image, INTERLEAVED, out)
  const stride = pointer()
  const rows = new Uint8Array(width * height * 3)
  for (let row = 0; row < height; row += 1) {
    const from = plane + row * stride
    rows.set(heif.HEAPU8.subarray(from, from + width * 3), row * width * 3)
  }
  return { data: rows, width, height }
}

const library: HeifLibrary = await require('libheif-js/libheif-wasm/libheif.js')({ wasmBinary: bounded() })
const made = decoded(library, workerData as Uint8Array)
parentPort?.postMessage(made, [made.data.buffer])
