import { availableParallelism } from 'node:os'
import { defineConfig, type Plugin } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { memoryFolder } from './tests/memory.ts'

const results = process.env['TX_TEST_RESULTS']
const memory = memoryFolder()

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
  'e2e/threads',
  'serve/browser',
  'browser/pages',
  'e2e/same-bytes',
  'browser/reading',
  'serve/watch',
  'e2e/hosting',
  'cli/process',
  'browser/photos',
  'browser/search',
  'lint',
  'cli/refused',
  'catalogue/machine',
  'browser/search-says',
  'browser/reflow',
  'serve/hostile',
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
    // test:all runs the suites that go through every case, or longer at random; npm test samples them. And those that look at pages:
    // npm test does so with a light browser, test:all with an installed one.
    include: process.env['TX_EXHAUSTIVE']
      ? [
          'tests/pipeline/write/**/*.test.ts',
          'tests/pipeline/{incremental,keep,known}.test.ts',
          'tests/speed/**/*.test.ts',
          'tests/browser/**/*.test.ts',
          'tests/e2e/{same-bytes,hosting}.test.ts',
          'tests/cli/{preview,verify}.test.ts',
          'tests/serve/{browser,together}.test.ts',
          'tests/**/*.long.test.ts',
        ]
      : ['tests/**/*.test.ts'],
    exclude: process.env['TX_EXHAUSTIVE'] ? [] : ['tests/**/*.long.test.ts'],
    setupFiles: ['tests/setup.ts'],
    globalSetup: ['tests/compile.ts'],
    env: memory === null ? {} : { TMPDIR: memory },
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
