import { expect, it } from 'vitest'
import type { OpenFile } from '../../src/speed/disk.ts'
import { openWindow } from '../../src/speed/window.ts'

const KB = 1024

/** A file of numbers that counts what is asked of it. */
function fileOf(size: number): { readonly file: OpenFile; readonly bytes: Uint8Array; readonly asked: number[] } {
  const bytes = Uint8Array.from({ length: size }, (_, at) => (at * 7 + (at >> 8)) % 251)
  const asked: number[] = []
  const read = (offset: number, length: number) => {
    const part = bytes.slice(offset, offset + length)
    asked.push(part.length)
    return part
  }
  return { file: { size: () => size, read, append: () => undefined, close: () => undefined }, bytes, asked }
}

it('reads entries that follow each other in stretches', () => {
  const { file, bytes, asked } = fileOf(3000 * KB)
  const window = openWindow(file)
  for (let at = 0; at < bytes.length; at += 3 * KB)
    expect(Buffer.compare(window.read(at, 3 * KB), bytes.subarray(at, at + 3 * KB))).toBe(0)
  expect(asked.length).toBeLessThan(6)
  expect(asked.reduce((sum, length) => sum + length, 0)).toBeLessThan(3100 * KB)
})

it('reads just what is asked for here and there, and what is longer than a stretch', () => {
  const { file, bytes, asked } = fileOf(3000 * KB)
  const window = openWindow(file)
  for (const at of [900, 100, 2500, 0, 1500]) window.read(at * KB, 5)
  expect(asked).toEqual([5, 5, 5, 5, 5])
  window.read(0, 10)
  const long = window.read(10, 2000 * KB)
  expect(Buffer.compare(long, bytes.subarray(10, 10 + 2000 * KB))).toBe(0)
})

it('gives fewer bytes where the file ends', () => {
  const { file, bytes } = fileOf(100)
  const window = openWindow(file)
  window.read(0, 90)
  expect(window.read(90, 20)).toEqual(bytes.slice(90))
  expect(window.read(95, 5)).toEqual(bytes.slice(95))
  expect(window.read(100, 5)).toHaveLength(0)
})
