import { basename, dirname, join } from 'node:path'
import { type Diagnostic, diagnose } from '../../core/diagnostic.ts'
import { digestBytes } from '../../core/digest.ts'
import { type DiskCalls, errorCode, realDisk } from './disk.ts'
import { workFolder } from './names.ts'
import { makeTree, removeTree } from './out-disk.ts'
import { diskDiagnostic, patiently } from './out-problem.ts'

/** Who wants the lock. out: the published folder, absolute; now: the machine's clock in ms since 1970. */
export interface LockRequest {
  readonly out: string
  readonly now: number
  readonly pid: number
  readonly host: string
  readonly user: string
  /** Whether a process of this host is running. */
  readonly alive: (pid: number) => boolean
  /** Names what process numbers are counted in: this start of the machine, and the container. null: not known. */
  readonly space?: string | null
  /** When a process began, as the system writes it: a number is given again, that is not. null: not known. */
  readonly startOf?: (pid: number) => string | null
  /** How long ago the disk says that a lock was changed, in ms: clocks of machines differ. null: not known. */
  readonly ageOf?: (path: string) => number | null
  readonly disk?: DiskCalls
}

/** A lock that is held. */
export interface Lock {
  /** Says that the holder still works: to be called every minute or so, with the clock in ms. Never throws. */
  touch(now: number): void
  /** Gives it back, and removes the folders that it made if nothing came into them. Never throws. */
  release(): void
}

/** After so long without a touch, in ms, a holder of whom nothing else can be known counts as gone. */
export const silence = 10 * 60 * 1000

interface Holder {
  readonly host: string
  readonly user: string
  readonly pid: number
  readonly since: string
  /** As in the request; not in locks of older builds, nor where the system does not tell. */
  readonly space?: string
  readonly start?: string
}

/** What a lock file says: who wrote it (null if that cannot be read) and when it was last touched, in ms. */
interface Found {
  readonly text: string
  readonly holder: Holder | null
  readonly touched: number
  readonly path: string
}

/** What this very process holds: a lock with its pid that is not among these is from a dead process of the same number. */
const mine = new Set<string>()

const first = 'lock'
/** Who takes over a dead lock creates the file that is named after its text: only one can. */
const successor = (text: string): string => `${first}.${digestBytes(text)}`

/**
 * Takes the lock of a published folder, or says who holds it (`lock/held`) or why the disk refuses (`disk/*`).
 * The holder is the end of the chain `lock` → successor → successor; whoever creates a file of it looks again whether
 * the chain leads there, so that two can never both hold it, however slow one of them is.
 */
export function takeLock(request: LockRequest): Lock | Diagnostic {
  const disk = request.disk ?? realDisk
  const made: string[] = []
  try {
    const taken = take(disk, request, made)
    if ('code' in taken) removeTree(disk, made)
    return 'code' in taken ? taken : held(disk, taken, made)
  } catch (error) {
    removeTree(disk, made)
    const diagnostic = diskDiagnostic(error, basename(request.out))
    if (diagnostic === null) throw error
    return diagnostic
  }
}

interface Taken {
  readonly folder: string
  readonly name: string
  readonly text: string
}

/** The lock file that is now ours, or who holds the lock. `made` is told which folders were made. */
function take(disk: DiskCalls, request: LockRequest, made: string[]): Taken | Diagnostic {
  const { out, host, user, pid, now } = request
  const folder = join(out, workFolder)
  const { space = null, startOf } = request
  const start = startOf?.(pid) ?? null
  const text = JSON.stringify({
    ...{ host, user, pid, since: new Date(now).toISOString() },
    ...(space === null ? {} : { space }),
    ...(start === null ? {} : { start }),
  } satisfies Holder)
  let end: Found | null = null
  for (let attempt = 0; attempt < 100; attempt++) {
    for (const each of makeTree(disk, folder)) if (!made.includes(each)) made.push(each)
    if (disk.lstat(folder)?.isDirectory() === false) return diagnose('out/foreign-file', { path: workFolder })
    end = endOfChain(disk, folder)
    if (end !== null && (end.text === text || !isDead(end, request))) break
    const name = end === null ? first : successor(end.text)
    if (!create(disk, join(folder, name), text, now)) continue
    if (endOfChain(disk, folder)?.text === text) {
      mine.add(text)
      return { folder, name, text }
    }
    drop(disk, join(folder, name))
  }
  return diagnose('lock/held', { ...holderOf(end, now), file: `${basename(out)}/${workFolder}/${first}` })
}

function endOfChain(disk: DiskCalls, folder: string): Found | null {
  let end: Found | null = null
  for (let name = first; ; name = successor(end.text)) {
    const found = readLock(disk, folder, name)
    if (found === null || found.text === end?.text) return end
    end = found
  }
}

function readLock(disk: DiskCalls, folder: string, name: string): Found | null {
  const path = join(folder, name)
  const stats = disk.lstat(path)
  if (stats === undefined) return null
  try {
    const text = new TextDecoder().decode(disk.read(path))
    return { text, holder: parseHolder(text), touched: Number(stats.mtimeNs / 1_000_000n), path }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

function parseHolder(text: string): Holder | null {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null) return null
    const { host, user, pid, since, space, start } = value as Partial<Record<keyof Holder, unknown>>
    if (typeof host !== 'string' || typeof user !== 'string') return null
    if (typeof pid !== 'number' || typeof since !== 'string') return null
    return {
      ...{ host, user, pid, since },
      ...(typeof space === 'string' ? { space } : {}),
      ...(typeof start === 'string' ? { start } : {}),
    }
  } catch {
    return null
  }
}

/** What is told of whoever holds it. */
function holderOf(found: Found | null, now: number): Pick<Holder, 'host' | 'user' | 'pid' | 'since'> {
  const { host, user, pid, since } = found?.holder ?? {
    ...{ host: '?', user: '?', pid: 0 },
    since: new Date(found?.touched ?? now).toISOString(),
  }
  return { host, user, pid, since }
}

/**
 * Whether the holder is gone. A process number says so only where it is counted as ours is, and that the holder lives only
 * with the time it began: else its silence counts.
 */
function isDead(found: Found, request: LockRequest): boolean {
  const { holder, text, touched } = found
  const isSilent = request.now - touched > silence && (request.ageOf?.(found.path) ?? Infinity) > silence
  if (holder === null || holder.host !== request.host) return isSilent
  const { space = null, alive, startOf } = request
  // Containers of one name, or the same machine before it was started again.
  if (holder.space !== undefined && space !== null && holder.space !== space) return isSilent
  if (holder.pid === request.pid) return !mine.has(text)
  if (!alive(holder.pid)) return true
  const start = startOf?.(holder.pid) ?? null
  return holder.start === undefined || start === null ? isSilent : holder.start !== start
}

/**
 * How long ago a lock was changed by the clock of the disk it is on, which a file that is made beside it tells; null where the disk refuses.
 * The times that locks are given are of the machines that hold them, and one of these may be twenty minutes behind.
 */
export function ageOnDisk(path: string, pid: number, disk: DiskCalls = realDisk): number | null {
  const probe = join(dirname(path), `${first}.probe-${pid}`)
  try {
    disk.write(probe, new Uint8Array())
    const [now, then] = [disk.lstat(probe), disk.lstat(path)]
    return now === undefined || then === undefined ? null : Number((now.ctimeNs - then.ctimeNs) / 1_000_000n)
  } catch {
    return null
  } finally {
    drop(disk, probe)
  }
}

/** Creates a lock file; false if another was quicker, or the folder went away meanwhile with the lock of another. */
function create(disk: DiskCalls, path: string, text: string, now: number): boolean {
  try {
    disk.write(path, new TextEncoder().encode(text))
    disk.touch(path, now)
    return true
  } catch (error) {
    const code = errorCode(error)
    if (code === 'EEXIST' || code === 'ENOENT') return false
    drop(disk, path)
    throw error
  }
}

function held(disk: DiskCalls, { folder, name, text }: Taken, made: readonly string[]): Lock {
  const isMine = (): boolean => endOfChain(disk, folder)?.text === text
  return {
    touch: (now) =>
      quietly(() => {
        if (isMine()) disk.touch(join(folder, name), now)
      }),
    release: () =>
      quietly(() => {
        mine.delete(text)
        if (!isMine()) return
        // Listed before the lock is free: what comes after belongs to others.
        const links = disk.list(folder).filter((other) => other.startsWith(`${first}.`))
        for (const link of [first, ...links]) patiently(disk, () => disk.unlink(join(folder, link)))
        removeTree(disk, made.includes(folder) ? made : [folder])
      }),
  }
}

/** A lock that the disk does not let us touch or give back goes silent by itself. */
function quietly(work: () => void): void {
  try {
    work()
  } catch {
    return
  }
}

const drop = (disk: DiskCalls, path: string): void => quietly(() => disk.unlink(path))
