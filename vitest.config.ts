import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const results = process.env['TX_TEST_RESULTS']

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // test:all runs the suites that go through every case; npm test samples them.
    ...(process.env['TX_EXHAUSTIVE']
      ? { include: ['tests/**/*.exhaustive.test.ts', 'tests/pipeline/write/**/*.test.ts'] }
      : {}),
    globalSetup: ['tests/compile.ts'],
    // Files run side by side: two at once even where that is every core, since many wait for servers and browsers.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 180_000,
    hookTimeout: 300_000,
    reporters: results ? ['default', ['json', { outputFile: results }]] : ['default'],
  },
})
