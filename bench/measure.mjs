// What the benches share: a build timed as a process, medians, what a folder holds, tables, and the report they write into.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { cpus, release, totalmem, type } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const BIN = fileURLToPath(new URL('../bin/tx-portal.js', import.meta.url))
/** The day of every build: after the newest bulletin of the corpus. */
export const NOW = '2026-11-25'
export const VERSION = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version
/** What our builds leave that a cold one must not find. */
export const OUR_LEAVES = ['dist', '.tx-portal', 'content/urls.lock']

const timer = existsSync('/usr/bin/time') ? ['/usr/bin/time', '-f', '%M %U %S'] : []

/** A process from start to end: {seconds, cpu, megabytes, stdout}; cpu and the peak of its memory are null where the system does not tell. */
export function timed(argv, cwd) {
  const [command, ...args] = [...timer, ...argv]
  const began = performance.now()
  // As a person builds: CI=true compares contents instead of trusting dates.
  const { status, stderr, stdout } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, CI: undefined },
    maxBuffer: 2 ** 30,
  })
  const seconds = (performance.now() - began) / 1000
  if (status !== 0) throw new Error(`${argv.join(' ')}: ${stderr.slice(-2000)}${stdout.slice(-500)}`)
  const [kilobytes, user, system] = timer.length > 0 ? stderr.trim().split('\n').at(-1).split(' ').map(Number) : []
  const told = kilobytes !== undefined
  return { seconds, cpu: told ? user + system : null, megabytes: told ? kilobytes / 1024 : null, stdout }
}

/** A file younger than two seconds is read again by the next build: as with people, more lies between a save and a build. */
export const rest = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2100)

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? null

/** Every file of a folder, by paths below it. */
export const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))

/** Pages, files and megabytes of a published folder. */
export function sizeOf(folder) {
  const files = filesIn(folder)
  const bytes = files.reduce((sum, path) => sum + statSync(join(folder, path)).size, 0)
  return { pages: files.filter((path) => path.endsWith('.html')).length, files: files.length, megabytes: bytes / 1e6 }
}

/** The version a hugo says it has; null where there is none. */
export const hugoVersion = (program) =>
  /v([\d.]+)/.exec(spawnSync(program, ['version'], { encoding: 'utf8' }).stdout ?? '')?.[1] ?? null

/** The programs of that name that are there, as [version, program]: the one on the path, then those given; each version once. */
export const hugos = (given = []) => [
  ...new Map(
    ['hugo', ...given].flatMap((program) => {
      const version = hugoVersion(program)
      if (version === null) console.error(`${program} is not there: left out`)
      return version === null ? [] : [[version, program]]
    }),
  ),
]

/** `1,234` */
export const grouped = (number) => Math.round(number).toLocaleString('en-US')

export function table(rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`
  const [head, ...rest] = rows
  return [line(head), line(head.map(() => '---')), ...rest.map(line)].join('\n')
}

export function machine() {
  const [{ model } = { model: '?' }] = cpus()
  return `${cpus().length} × ${model}, ${Math.round(totalmem() / 2 ** 30)} GB, ${type()} ${release()}, Node ${process.version}`
}

export const today = () => new Date().toISOString().slice(0, 10)

const MARK = /^<!-- part: (.+) -->\n/m

/** Puts parts into a report, each under its mark; its opening words and parts that were not measured stay as they are. */
export function writeParts(file, parts) {
  const [head = '', ...pieces] = existsSync(file) ? readFileSync(file, 'utf8').split(MARK) : []
  const kept = new Map()
  for (let at = 0; at < pieces.length; at += 2) kept.set(pieces[at], pieces[at + 1].trim())
  for (const [name, text] of Object.entries(parts)) kept.set(name, text.trim())
  const written = [...kept].map(([name, text]) => `<!-- part: ${name} -->\n${text}\n`)
  writeFileSync(file, `${[head.trim(), ...written].join('\n\n').trim()}\n`)
}
