import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { REPOSITORY } from '../portal.ts'

it('runs to its end with one command, and keeps in its report what it did not measure', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tx bench '))
  const out = join(folder, 'results.md')
  writeFileSync(out, '# Builds\n\nSaid by people.\n\n<!-- part: preview -->\n## The preview\n\nMeasured before.\n')
  try {
    const options = ['--n', '40', '--runs', '1', '--peers', 'none', '--parts', 'builds,promises,changed', '--out', out]
    const run = spawnSync(process.execPath, ['bench/run.mjs', ...options], { cwd: REPOSITORY, encoding: 'utf8' })
    expect(run.status, run.stderr).toBe(0)
    const report = readFileSync(out, 'utf8')
    expect(report).toMatch(
      /^# Builds\n\nSaid by people\.\n\n<!-- part: preview -->\n## The preview\n\nMeasured before\.\n/,
    )
    const parts = [...report.matchAll(/^<!-- part: (.+) -->$/gm)].map(([, name]) => name)
    expect(parts).toEqual(['preview', 'builds 40', 'promises', 'changed'])
    // Every page of both portals is there, and one edit is one page of a bulletin.
    const [, equal = '', whole = ''] = /^\| pages \| (\d+) \| (\d+) \|$/m.exec(report) ?? []
    expect(Number(equal)).toBeGreaterThan(40)
    expect(Number(whole)).toBe(Number(equal) + 1)
    expect(report).toMatch(/\*\*One body edited\*\*\n\n.*\n.*\n\| 40 \| \d+ \| 1 \| 1 \|/)
    expect(report).not.toMatch(/NaN|undefined|null/)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 900_000)
