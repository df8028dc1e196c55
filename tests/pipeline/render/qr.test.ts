import { encode } from 'uqr'
import { describe, expect, it } from 'vitest'
import { qrCode } from '../../../src/pipeline/render/qr.ts'

describe('a QR code', () => {
  it.each(['https://thoxuan.example.vn/2023/hoi-nghi/', 'Ủy ban “nhân dân” <xã>'])(
    'draws every module of %s',
    (text) => {
      const svg = qrCode(text, 'Mã "QR" & <tên>')
      expect(svg).toContain('aria-label="Mã &quot;QR&quot; &amp; &lt;tên&gt;"')
      const size = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1])
      const drawn = Array.from({ length: size }, () => Array<boolean>(size).fill(false))
      for (const [, x, y, run] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1H\1z/g)) {
        for (let step = 0; step < Number(run); step += 1) drawn[Number(y)]![Number(x) + step] = true
      }
      expect(drawn).toEqual(encode(text, { ecc: 'M', border: 4 }).data)
      // Four blank modules around, then the three corners that scanners look for.
      for (const [x, y] of [
        [4, 4],
        [size - 11, 4],
        [4, size - 11],
      ] as const)
        expect(drawn[y]!.slice(x, x + 7)).toEqual(Array(7).fill(true))
      expect(drawn.slice(0, 4).flat()).not.toContain(true)
      expect(svg).not.toMatch(/style|script|on\w+=/)
    },
  )
})
