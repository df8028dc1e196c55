// Other programs that make the same variants of the same photos, for bench/photos.mjs: each is given a folder and says how it is run.
import { spawnSync } from 'node:child_process'
import { linkSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const WIDTHS = { webp: [360, 480, 720, 1008, 1600], jpeg: [480, 720, 1600] }

/** Hugo, extended: one page whose template asks for all sizes of all photos. Its resample filter is the fastest, its WebP encoder has no effort to set. */
export const hugo = {
  name: 'hugo',
  prepare(root, photos, names) {
    const folder = join(root, 'content/anh')
    mkdirSync(folder, { recursive: true })
    mkdirSync(join(root, 'layouts/_default'), { recursive: true })
    writeFileSync(
      join(root, 'config.toml'),
      'baseURL = "https://do.example.vn/"\ndisableKinds = ["taxonomy", "term", "section", "home", "RSS", "sitemap"]\n[imaging]\nquality = 80\nresampleFilter = "Box"\n',
    )
    const sizes = Object.entries(WIDTHS).map(([format, widths]) =>
      widths.map((width) => `{{ (.Resize "${width}x ${format === 'jpeg' ? 'jpg' : format}").RelPermalink }}`),
    )
    writeFileSync(
      join(root, 'layouts/_default/single.html'),
      `{{ range .Resources.ByType "image" }}<p>${sizes.flat().join(' ')}</p>{{ end }}`,
    )
    writeFileSync(join(folder, 'index.md'), '---\ntitle: Ảnh\n---\n')
    for (const name of names) linkSync(join(photos, name), join(folder, name))
    return /extended/.test(spawnSync('hugo', ['version'], { encoding: 'utf8' }).stdout ?? '')
  },
  run: (root) => ['hugo', ['--quiet', '-s', root, '-d', 'public', '--cacheDir', join(root, 'cache')]],
  leaves: ['public', 'resources', 'cache'],
  made: (root) =>
    readdirSync(join(root, 'public'), { recursive: true }).filter((name) => /_\d+x.*\.(webp|jpg)$/.test(name)).length,
}

/** Eleventy's image plugin alone, as a data file of Eleventy would call it. */
export const eleventy = {
  name: '@11ty/eleventy-img',
  prepare(root, photos, names) {
    mkdirSync(root, { recursive: true })
    writeFileSync(
      join(root, 'package.json'),
      JSON.stringify({ private: true, type: 'module', dependencies: { '@11ty/eleventy-img': '6.0.4' } }),
    )
    writeFileSync(
      join(root, 'run.mjs'),
      `import Image from '@11ty/eleventy-img'
const [photos, ...names] = process.argv.slice(2)
const widths = ${JSON.stringify(WIDTHS)}
await Promise.all(names.flatMap((name) => Object.keys(widths).map((format) => Image(photos + '/' + name, {
  widths: widths[format], formats: [format], outputDir: 'public', useCache: false,
  sharpWebpOptions: { quality: 80, effort: 2 }, sharpJpegOptions: { quality: 80, progressive: true },
}))))
`,
    )
    this.argv = [photos, ...names]
    const install = ['install', '--no-audit', '--no-fund', '--silent']
    return spawnSync('npm', install, { cwd: root, stdio: 'ignore' }).status === 0
  },
  run(root) {
    return [process.execPath, [join(root, 'run.mjs'), ...this.argv]]
  },
  leaves: ['public'],
  made: (root) => readdirSync(join(root, 'public')).length,
}

/** How long a peer takes from nothing, in seconds, and how many files it made. */
export function time(peer, root) {
  for (const name of peer.leaves) rmSync(join(root, name), { recursive: true, force: true })
  const [program, argv] = peer.run(root)
  const began = performance.now()
  const { status, stderr } = spawnSync(program, argv, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 })
  if (status !== 0) throw new Error(`${peer.name}: ${stderr}`)
  return { seconds: (performance.now() - began) / 1000, made: peer.made(root) }
}
