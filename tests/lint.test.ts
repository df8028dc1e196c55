import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { packageBin } from '../scripts/package-bin.mjs'
import { REPOSITORY } from './portal.ts'

const run = (script: string | null, args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script ?? '', ...args], {
    cwd: REPOSITORY,
    encoding: 'utf8',
  })
  return { status, said: `${stdout}${stderr}` }
}

describe('the source', () => {
  it('passes Biome', () => {
    const { status, said } = run(packageBin('@biomejs/biome', 'biome'), ['check', '.'])
    expect(status, said).toBe(0)
  })

  it('passes the type checker, tests included', () => {
    const { status, said } = run(packageBin('typescript', 'tsc'), ['--noEmit', '-p', 'tests'])
    expect(status, said).toBe(0)
  })
})
