// Bundles src/browser into templates/assets/js, where the tool finds it as it finds style sheets and fonts.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { build } from 'esbuild'

/** Each becomes a file of its own: head stops the page from being drawn until it has run, portal waits for the page, save for a click, search is of one page. */
const ENTRIES = ['head', 'portal', 'save', 'search']

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

function same(path, contents) {
  try {
    return readFileSync(path).equals(contents)
  } catch {
    return false
  }
}
