import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const results = process.env['TX_TEST_RESULTS']

export default defineConfig({
  test: {
    // test:all runs the suites that go through every case, or longer at random; npm test samples them.
    include: process.env['TX_EXHAUSTIVE']
      ? [
          'tests/pipeline/write/**/*.test.ts',
          'tests/pipeline/{incremental,keep}.test.ts',
          'tests/speed/**/*.test.ts',
          'tests/browser/pages.test.ts',
          'tests/**/*.long.test.ts',
        ]
      : ['tests/**/*.test.ts'],
    exclude: process.env['TX_EXHAUSTIVE'] ? [] : ['tests/**/*.long.test.ts'],
    globalSetup: ['tests/compile.ts'],
    // Files run side by side: two at once even where that is every core, since many wait for servers and browsers.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 180_000,
    hookTimeout: 300_000,
    reporters: results ? ['default', ['json', { outputFile: results }]] : ['default'],
  },
})
