// Bundles src/browser into templates/assets/js, where the tool finds it as it finds style sheets and fonts; and the compiled tool into
// lib/run/, which is what people run: a command loads ten files instead of a hundred.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { build } from 'esbuild'

/** Each becomes a file of its own: head stops the page from being drawn until it has run, portal waits for the page, listen waits for a voice, save and viewer wait for a click, search is of one page, mend waits for words it cannot find, suggest for a form to be entered. */
const ENTRIES = ['head', 'listen', 'mend', 'portal', 'save', 'search', 'suggest', 'viewer']

/** Makes templates/assets/js/<entry>.js; a file that would be the same is left alone. Throws what esbuild throws. */
export async function bundle(root) {
  const outdir = join(root, 'templates', 'assets', 'js')
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ENTRIES.map((name) => `src/browser/${name}.ts`),
    outdir,
    bundle: true,
    minify: true,
    format: 'iife',
    // Phones of 2018 still read the news.
    target: ['es2018'],
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    write: false,
  })
  for (const { path, contents } of outputFiles) {
    mkdirSync(dirname(path), { recursive: true })
    if (!same(join(outdir, basename(path)), contents)) writeFileSync(path, contents)
  }
}

/** What is started by its own name: the command line, the library, and threads, which are found beside what starts them. */
const STARTS = [
  'cli/main',
  'index',
  'cli/parse-thread',
  'cli/render-thread',
  'cli/search-thread',
  'pipeline/heic/thread',
]

/**
 * Makes lib/run/<name>.js of each, all in one folder, with what is loaded later in files of its own. Each by itself: what
 * two of them share would be cut into the many small files that this is to avoid. Packages stay packages. Throws what
 * esbuild throws.
 */
export async function bundleTool(root) {
  const outdir = join(root, 'lib', 'run')
  rmSync(outdir, { recursive: true, force: true })
  for (const name of STARTS) {
    const options = {
      absWorkingDir: root,
      entryPoints: [`lib/${name}.js`],
      outdir,
      bundle: true,
      splitting: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      target: ['node20.19'],
      charset: 'utf8',
      logLevel: 'warning',
    }
    const { metafile } = await build({ ...options, metafile: true, write: false })
    await build({ ...options, plugins: [together(root, `lib/${name}.js`, metafile.inputs)] })
  }
}

/**
 * Keeps in one file what a start loads at once, and in another what a build that has nothing to make loads then. esbuild cuts them up by who
 * else needs a part of them later; if all that is loaded later needs all of it, there is nothing to cut: twenty files less at each start.
 */
function together(root, start, inputs) {
  if (start.endsWith('main.js') && inputs[AFTER] === undefined) throw new Error(`${AFTER} is loaded by none`)
  const first = loadedWith(start, inputs)
  first.delete(start)
  const second = new Set([...loadedWith(AFTER, inputs)].filter((path) => !first.has(path)))
  second.delete(AFTER)
  const late = new Map()
  for (const { path, kind, external } of Object.values(inputs).flatMap(({ imports }) => imports)) {
    if (kind !== 'dynamic-import' || external || first.has(path)) continue
    const isOfSecond = second.has(path) || ![...loadedWith(path, inputs)].some((needed) => second.has(needed))
    late.set(join(root, path), [...first, ...(isOfSecond ? [] : second)])
  }
  const needs = (path) => late.get(path).map((needed) => `import ${JSON.stringify(join(root, needed))}\n`)
  return {
    name: 'together',
    setup({ onLoad }) {
      onLoad({ filter: /\.js$/ }, ({ path }) =>
        late.has(path)
          ? { contents: `${readFileSync(path, 'utf8')}\n${needs(path).join('')}`, loader: 'js' }
          : undefined,
      )
    },
  }
}

/** What most builds load after the start. */
const AFTER = 'lib/cli/publish.js'

/** A file and all that is loaded with it. */
function loadedWith(file, inputs, seen = new Set()) {
  if (seen.has(file) || inputs[file] === undefined) return seen
  seen.add(file)
  for (const { path, kind, external } of inputs[file].imports)
    if (kind === 'import-statement' && !external) loadedWith(path, inputs, seen)
  return seen
}

function same(path, contents) {
  try {
    return readFileSync(path).equals(contents)
  } catch {
    return false
  }
}
