import { availableParallelism } from 'node:os'
import { defineConfig, type Plugin } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const results = process.env['TX_TEST_RESULTS']

/** Threads load compiled modules: Node reads no TypeScript. */
const threads: Plugin = {
  name: 'threads-as-compiled',
  enforce: 'pre',
  transform(code, id) {
    const [, folder] = /\/src\/(.*)\/[^/]+\.ts$/.exec(id) ?? []
    const lib = new URL(`lib/${folder}/`, import.meta.url)
    return folder === undefined
      ? null
      : code.replace(/new URL\('\.\/([\w-]*thread\.js)', import\.meta\.url\)/g, `new URL('${lib}$1')`)
  },
}

/** What takes longest, the longest first. Where nothing is known of earlier runs vitest goes by the size of files, and some of these are short. */
const LONGEST = [
  'browser/pages',
  'serve/browser',
  'e2e/same-bytes',
  'browser/reading',
  'e2e/hosting',
  'cli/process',
  'browser/photos',
  'browser/search',
  'e2e/threads',
].map((name) => `/tests/${name}.test.ts`)

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const longest = LONGEST.flatMap((name) => sorted.filter(({ moduleId }) => moduleId.endsWith(name)))
    return [...new Set([...longest, ...sorted])]
  }
}

export default defineConfig({
  plugins: [threads],
  test: {
    // test:all runs the suites that go through every case, or longer at random; npm test samples them.
    include: process.env['TX_EXHAUSTIVE']
      ? [
          'tests/pipeline/write/**/*.test.ts',
          'tests/pipeline/{incremental,keep,known}.test.ts',
          'tests/speed/**/*.test.ts',
          'tests/browser/pages.test.ts',
          'tests/e2e/{same-bytes,hosting}.test.ts',
          'tests/cli/verify.test.ts',
          'tests/serve/together.test.ts',
          'tests/**/*.long.test.ts',
        ]
      : ['tests/**/*.test.ts'],
    exclude: process.env['TX_EXHAUSTIVE'] ? [] : ['tests/**/*.long.test.ts'],
    setupFiles: ['tests/setup.ts'],
    globalSetup: ['tests/compile.ts'],
    // Files run side by side: three at once even on two cores, since many wait for servers and browsers.
    // One world of modules for each worker: nothing here mocks modules or changes what is global, and loading them anew took a fifth of the time.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    maxWorkers: Math.max(3, availableParallelism()),
    testTimeout: 180_000,
    hookTimeout: 300_000,
    reporters: results ? ['default', ['json', { outputFile: results }]] : ['default'],
  },
})
