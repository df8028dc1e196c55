import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type DiskCalls, realDisk } from '../../../src/pipeline/write/disk.ts'
import { openFolderSink } from '../../../src/pipeline/write/folder-sink.ts'
import { ageOnDisk, type Lock, type LockRequest, silence, takeLock } from '../../../src/pipeline/write/lock.ts'
import { cleanTree, fresh, type Portal, run, tree } from './helpers.ts'

const noon = Date.UTC(2023, 0, 13, 5)
const minute = 60_000

/** A request of process 1 of the machine “may-1”; nobody else is alive unless said. */
const request = (out: string, other: Partial<LockRequest> = {}): LockRequest => ({
  out,
  now: noon,
  pid: 1,
  host: 'may-1',
  user: 'tho',
  alive: () => false,
  ...other,
})
const lockOf = (taken: ReturnType<typeof takeLock>): Lock => {
  if ('code' in taken) throw new Error(`${taken.code} ${JSON.stringify(taken.params)}`)
  return taken
}
const take = (out: string, other: Partial<LockRequest> = {}): Lock => lockOf(takeLock(request(out, other)))
const held = (pid: number, host = 'may-1', user = 'tho', since = '2023-01-13T05:00:00.000Z') => ({
  severity: 'error',
  code: 'lock/held',
  params: { host, user, pid, since, file: 'dist/.tx-portal/lock' },
  place: null,
})

describe('the lock', () => {
  it('is taken once, says who holds it, and comes back', () => {
    const out = fresh()
    const lock = take(out)
    expect(takeLock(request(out, { pid: 2, alive: () => true, now: noon + 1 }))).toEqual(held(1))
    lock.release()
    expect(existsSync(out)).toBe(false)
    take(out, { pid: 2 }).release()
  })

  it('is taken once within one process too', () => {
    const out = fresh()
    const lock = take(out)
    expect(takeLock(request(out))).toEqual(held(1))
    expect(takeLock(request(out, { now: noon + 5 }))).toEqual(held(1))
    lock.release()
  })

  it('leaves the folder as it was, or with what was published', async () => {
    const out = fresh()
    mkdirSync(out)
    take(out).release()
    expect(tree(out)).toEqual({})
    const portal: Portal = { 'index.html': ['front', 'F'] }
    const lock = take(out)
    const sink = openFolderSink({ out, remembered: null })
    await run(sink, portal)
    expect(readdirSync(join(out, '.tx-portal'))).toEqual(['lock'])
    lock.release()
    expect(tree(out)).toEqual(await cleanTree(portal))
  })

  it('does not take away what an abandoned build left to others', async () => {
    const out = fresh()
    const lock = take(out)
    const sink = openFolderSink({ out, remembered: null })
    await sink.abandon()
    expect(readdirSync(join(out, '.tx-portal'))).toEqual(['lock'])
    lock.release()
    expect(existsSync(out)).toBe(false)
  })

  it('of a dead process of this host is taken over, again and again', () => {
    const out = fresh()
    take(out, { pid: 11 })
    take(out, { pid: 12, now: noon + 1 })
    const lock = take(out, { pid: 13, now: noon + 2 })
    const late = takeLock(request(out, { pid: 14, now: noon + 3, alive: (pid) => pid === 13 }))
    expect(late).toEqual(held(13, 'may-1', 'tho', '2023-01-13T05:00:00.002Z'))
    lock.release()
    expect(existsSync(join(out, '.tx-portal'))).toBe(false)
  })

  it('of a dead process with the number of ours is taken over', () => {
    const out = fresh()
    mkdirSync(join(out, '.tx-portal'), { recursive: true })
    const text = JSON.stringify({ host: 'may-1', user: 'tho', pid: 1, since: new Date(noon - minute).toISOString() })
    writeFileSync(join(out, '.tx-portal/lock'), text)
    realDisk.touch(join(out, '.tx-portal/lock'), noon - minute)
    take(out, { alive: () => true }).release()
  })

  it('of another host is taken over only when it has gone silent', () => {
    const out = fresh()
    const lock = take(out, { host: 'may-2', user: 'cuong', pid: 7 })
    const later = (now: number) => takeLock(request(out, { now, alive: () => false }))
    expect(later(noon + silence)).toEqual(held(7, 'may-2', 'cuong'))
    lock.touch(noon + 5 * minute)
    expect(later(noon + silence + 4 * minute)).toEqual(held(7, 'may-2', 'cuong'))
    const mine = lockOf(later(noon + silence + 6 * minute))
    lock.touch(noon + 60 * minute)
    lock.release()
    const third = takeLock(request(out, { pid: 3, now: noon + silence + 7 * minute, alive: () => true }))
    expect(third).toMatchObject({ code: 'lock/held', params: { pid: 1, host: 'may-1' } })
    mine.release()
    expect(tree(out)).toEqual({})
  })

  it('of a host whose clock is behind is not taken over while the disk says that it was just touched', () => {
    const out = fresh()
    const other = take(out, { host: 'may-2', user: 'cuong', pid: 7, now: noon - 20 * minute })
    const path = join(out, '.tx-portal/lock')
    const ageOf = (lock: string) => ageOnDisk(lock, 1)
    expect(ageOf(path)).toBeGreaterThanOrEqual(0)
    expect(ageOf(path)).toBeLessThan(minute)
    const since = new Date(noon - 20 * minute).toISOString()
    expect(takeLock(request(out, { ageOf }))).toEqual(held(7, 'may-2', 'cuong', since))
    expect(Object.keys(tree(out))).toEqual(['.tx-portal/', '.tx-portal/lock'])
    // Silent by the disk too, or where nobody knows.
    for (const age of [silence + 1, null]) {
      const mine = take(out, { ageOf: () => age })
      mine.release()
      expect(tree(out)).toEqual({})
      take(out, { host: 'may-2', user: 'cuong', pid: 7, now: noon - 20 * minute })
    }
    other.release()
    expect(ageOf(join(out, 'khong-co/lock'))).toBe(null)
  })

  it('of a live process of this host is never taken over where its start is known, however long it is silent', () => {
    const out = fresh()
    const startOf = (pid: number) => `${pid} began`
    const lock = take(out, { startOf })
    const other = { pid: 2, alive: (pid: number) => pid === 1, now: noon + 10 * silence }
    expect(takeLock(request(out, { ...other, startOf }))).toEqual(held(1))
    expect(takeLock(request(out, { now: noon + 10 * silence }))).toEqual(held(1))
    lock.release()
  })

  it('of a process whose number another one has now is taken over', () => {
    const out = fresh()
    take(out, { pid: 7, startOf: () => '1000' })
    const later = { pid: 2, now: noon + 1, alive: () => true }
    expect(takeLock(request(out, { ...later, startOf: () => '1000' }))).toEqual(held(7))
    take(out, { ...later, startOf: () => '2000' }).release()
  })

  it('of a number of this host of which nothing more is known is taken over when it has gone silent', () => {
    const out = fresh()
    take(out, { pid: 7 })
    const ask = (now: number) => takeLock(request(out, { pid: 2, now, alive: () => true, startOf: () => '2000' }))
    expect(ask(noon + silence)).toEqual(held(7))
    lockOf(ask(noon + silence + minute)).release()
  })

  it('of a container with the same name is not judged by a number of ours', () => {
    const out = fresh()
    const [one, other] = [
      { space: 'boot pid:[1]', startOf: () => '1' },
      { space: 'boot pid:[2]', startOf: () => '1' },
    ]
    const lock = take(out, { ...one, pid: 18 })
    for (const pid of [18, 19]) {
      const ask = (now: number) => takeLock(request(out, { ...other, pid, now }))
      expect(ask(noon + 1000)).toEqual(held(18))
      lock.touch(noon + 5 * minute)
      expect(ask(noon + silence + minute)).toEqual(held(18))
    }
    lock.release()
    take(out, { ...other, pid: 19 })
    take(out, { ...one, pid: 20, now: noon + silence + minute }).release()
  })

  it.each(['', '{"host": "may-2"', '[]', 'null', '{"host":1}'])(
    'that cannot be read (%j) counts as held until it is silent',
    (text) => {
      const out = fresh()
      mkdirSync(join(out, '.tx-portal'), { recursive: true })
      writeFileSync(join(out, '.tx-portal/lock'), text)
      realDisk.touch(join(out, '.tx-portal/lock'), noon)
      expect(takeLock(request(out, { now: noon + minute }))).toEqual(held(0, '?', '?'))
      take(out, { now: noon + silence + minute }).release()
    },
  )

  it('says what the machine refuses, by a short path', () => {
    const out = fresh()
    const refusing = (code: string): DiskCalls => ({
      ...realDisk,
      mkdir: () => {
        throw Object.assign(new Error(code), { code })
      },
    })
    const ask = (code: string) => takeLock(request(out, { disk: refusing(code) }))
    expect(ask('EACCES')).toMatchObject({ code: 'disk/denied', params: { path: 'dist' } })
    expect(ask('EROFS')).toMatchObject({ code: 'disk/denied' })
    expect(ask('ENOSPC')).toMatchObject({ code: 'disk/full' })
    expect(ask('EIO')).toMatchObject({ code: 'disk/failed', params: { path: 'dist', detail: 'EIO' } })
  })

  it('a full disk leaves no empty lock behind', () => {
    const out = fresh()
    const disk: DiskCalls = {
      ...realDisk,
      write(path) {
        realDisk.write(path, new Uint8Array())
        throw Object.assign(new Error('full'), { code: 'ENOSPC' })
      },
    }
    expect(takeLock(request(out, { disk }))).toMatchObject({ code: 'disk/full' })
    expect(existsSync(out)).toBe(false)
  })

  it('is not written through a link', () => {
    const out = fresh()
    const outside = fresh('nha')
    mkdirSync(outside)
    mkdirSync(out)
    symlinkSync(outside, join(out, '.tx-portal'))
    expect(takeLock(request(out))).toMatchObject({ code: 'out/foreign-file' })
    expect(readdirSync(outside)).toEqual([])
  })

  it('that is nothing but a link leading nowhere counts as held, and the wait has an end', () => {
    const out = fresh()
    mkdirSync(join(out, '.tx-portal'), { recursive: true })
    symlinkSync(join(out, 'nowhere'), join(out, '.tx-portal/lock'))
    expect(takeLock(request(out))).toEqual(held(0, '?', '?'))
  })

  it('tells when it was last touched', () => {
    const out = fresh()
    const lock = take(out)
    lock.touch(noon + minute)
    expect(statSync(join(out, '.tx-portal/lock')).mtimeMs).toBe(noon + minute)
    expect(JSON.parse(readFileSync(join(out, '.tx-portal/lock'), 'utf8'))).toMatchObject({ pid: 1, user: 'tho' })
    lock.release()
  })
})

describe('two who take at the same time', () => {
  /** Runs `meanwhile` just before the k-th call that `work` makes to the disk. */
  function interrupted(at: number, meanwhile: () => void): DiskCalls & { calls: number } {
    const disk = { ...realDisk, calls: 0 }
    const names = ['lstat', 'read', 'list', 'mkdir', 'write', 'touch', 'unlink', 'rmdir'] as const
    for (const name of names) {
      const call = realDisk[name] as (...args: unknown[]) => unknown
      Object.assign(disk, {
        [name]: (...args: unknown[]) => {
          if (++disk.calls === at) meanwhile()
          return call(...args)
        },
      })
    }
    return disk
  }

  const alive = (pid: number) => pid !== 11 && pid !== 12
  const scenes: readonly (readonly [string, (out: string) => readonly (Lock | null)[]])[] = [
    ['another takes it', (out) => [tryTake(out, 2)]],
    ['another takes it and gives it back', (out) => [tryTake(out, 2)?.release() ?? null]],
    ['one gives it back, the next takes it', (out) => [tryTake(out, 2)?.release() ?? null, tryTake(out, 3)]],
    ['one dies, the next takes it over', (out) => [tryTake(out, 12) && null, tryTake(out, 3)]],
  ]
  const tryTake = (out: string, pid: number): Lock | null => {
    const taken = takeLock(request(out, { pid, now: noon + pid, alive }))
    return 'code' in taken ? null : taken
  }

  it.each(
    scenes.flatMap(
      ([name, scene]) =>
        [
          [name, 'a free lock', scene],
          [name, 'a dead lock', scene],
        ] as const,
    ),
  )('never both hold it: %s, %s, at every call', (_, state, scene) => {
    for (let at = 1; ; at++) {
      const out = fresh()
      if (state === 'a dead lock') take(out, { pid: 11 })
      let others: readonly (Lock | null)[] = []
      const disk = interrupted(at, () => {
        others = scene(out)
      })
      const slow = takeLock(request(out, { pid: 4, now: noon + 4, alive, disk }))
      const holders = [...others, 'code' in slow ? null : slow].filter((lock) => lock !== null)
      expect(holders.length, `interrupted at call ${at}`).toBeLessThanOrEqual(1)
      if (others.every((lock) => lock === null)) expect(holders.length, `at call ${at}`).toBe(1)
      for (const lock of holders) lock.release()
      // Giving back was interrupted as well: what somebody took then is theirs.
      const late = others.filter((lock) => lock !== null && !holders.includes(lock))
      if (late.length > 0) expect(tryTake(out, 6), `taken while given back, call ${at}`).toBeNull()
      for (const lock of late) lock?.release()
      expect(tryTake(out, 5), `free again after ${at}`).not.toBeNull()
      if (disk.calls < at) break
    }
  })
})
