import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type DiskCalls, realDisk } from '../../../src/pipeline/write/disk.ts'
import { stageWhole, writeWhole } from '../../../src/pipeline/write/whole.ts'

let folder = ''
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'viết trọn '))
  path = join(folder, 'urls.lock')
  writeFileSync(path, 'cũ', { mode: 0o640 })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const there = (): readonly string[] => readdirSync(folder).sort()

it('leaves a draft that somebody may still be writing, and removes it where nobody can be', () => {
  writeFileSync(join(folder, '.urls.lock.0.tmp'), 'một nửa')
  writeWhole(path, 'mới', { lasting: true })
  expect([there(), readFileSync(path, 'utf8')]).toEqual([['.urls.lock.0.tmp', 'urls.lock'], 'mới'])
  writeWhole(path, 'mới nữa', { lasting: true, alone: true })
  expect([there(), readFileSync(path, 'utf8')]).toEqual([['urls.lock'], 'mới nữa'])
  expect(statSync(path).mode & 0o777).toBe(0o640)
})

it('syncs a draft before it gets the rights of a file that nobody may write to', () => {
  const done: string[] = []
  const disk: DiskCalls = {
    ...realDisk,
    fsync: (name) => void (done.push('fsync'), realDisk.fsync(name)),
    keepRights: (from, to) => void (done.push('rights'), realDisk.keepRights(from, to)),
  }
  stageWhole(path, 'mới', { lasting: true, disk }).commit()
  expect(done).toEqual(['fsync', 'rights'])
})

it.each(['EIO', 'EDQUOT', 'ENOSPC'])('leaves no part of a draft behind a write that ends with %s', (code) => {
  const disk: DiskCalls = {
    ...realDisk,
    write(name, bytes) {
      realDisk.write(name, bytes.subarray(0, 1))
      throw Object.assign(new Error(code), { code })
    },
  }
  expect(() => writeWhole(path, 'mới', { lasting: true, disk })).toThrow(code)
  expect([there(), readFileSync(path, 'utf8')]).toEqual([['urls.lock'], 'cũ'])
})
