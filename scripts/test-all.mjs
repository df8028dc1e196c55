// The suites that go through every case (each kill point, long random runs) instead of a sample. Slower than npm test.
import { spawnSync } from 'node:child_process'
import { packageBin } from './package-bin.mjs'

const { status } = spawnSync(process.execPath, [packageBin('vitest'), 'run'], {
  stdio: 'inherit',
  env: { ...process.env, TX_EXHAUSTIVE: '1' },
})
process.exit(status ?? 1)
