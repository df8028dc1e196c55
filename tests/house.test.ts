import { readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join, posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { REPOSITORY } from './portal.ts'

const SRC = join(REPOSITORY, 'src')
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.ts$/.test(name) && !name.endsWith('.d.ts'))
  .sort()
const texts = new Map(files.map((file) => [file, readFileSync(join(SRC, file), 'utf8')]))

/** Every name that a text imports or requires, types too, as written. */
function namesIn(text: string): readonly string[] {
  const found = text.matchAll(
    /^\s*(?:import|export)\s[^'";]*?from\s+'([^']+)'|^\s*import\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|\brequire(?:\.resolve)?\(\s*'([^']+)'\s*\)|\bcreateRequire\([^()]*\)\(\s*'([^']+)'\s*\)/gm,
  )
  return [...found].map((names) => names.slice(1).find((name) => name !== undefined) ?? '')
}

/** The imports of a file: relative ones as paths below src/, others as written. */
const importsOf = (file: string): readonly string[] =>
  namesIn(texts.get(file) ?? '').map((name) => (name.startsWith('.') ? posix.join(dirname(file), name) : name))

/** The packages and Node's own modules that a text uses: `yaml/util` is of `yaml`, `fs` and `node:fs/promises` are `node:fs`. */
const packagesIn = (text: string): readonly string[] =>
  namesIn(text)
    .filter((name) => !name.startsWith('.'))
    .map((name) => {
      const parts = name.replace(/^node:/, '').split('/')
      const own = name.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '')
      return isBuiltin(name) ? `node:${own}` : own
    })
const packagesOf = (file: string): readonly string[] => packagesIn(texts.get(file) ?? '')

const roomOf = (path: string): string => (path.includes('/') ? (path.split('/')[0] ?? '') : 'index')

/** What each room may use beside itself, and why no more. */
const ARROWS: Readonly<Record<string, { readonly to: readonly string[]; readonly because: string }>> = {
  core: { to: [], because: 'nouns: everybody uses them, so they use nobody' },
  text: { to: [], because: 'Vietnamese text is a function of text; the browser uses the same code' },
  messages: { to: ['core'], because: 'words for problems, nothing that finds them' },
  search: { to: ['core', 'text'], because: 'an index format, not a pipeline' },
  pipeline: { to: ['core', 'text', 'search'], because: 'pure steps: words, caches and people come from outside' },
  speed: { to: ['core'], because: 'the same result sooner: it must not know what a bulletin is' },
  html: {
    to: [],
    because: 'pages as browsers read them: the door to the parser, for whoever looks at what was rendered',
  },
  serve: { to: ['core', 'text', 'messages', 'pipeline', 'html'], because: 'the same build again, shown in words' },
  authoring: { to: ['core', 'text', 'messages', 'pipeline'], because: 'makes content files, publishes nothing' },
  audit: { to: ['core', 'text', 'html'], because: 'reads what was rendered, whoever rendered it' },
  browser: { to: ['text', 'search'], because: 'runs on readers’ machines' },
  cli: {
    to: ['core', 'text', 'messages', 'search', 'pipeline', 'speed', 'serve', 'authoring', 'audit'],
    because: 'puts everything together',
  },
  index: { to: ['core', 'pipeline', 'cli'], because: 'the public door' },
}

/** One door for each package: where it may be imported. */
const DOORS: Readonly<Record<string, string>> = {
  commander: 'cli/main.ts',
  'gray-matter': 'pipeline/parse/front-matter.ts',
  yaml: 'pipeline/parse/yaml.ts',
  'markdown-it': 'pipeline/parse/markdown/engine.ts',
  'markdown-it-footnote': 'pipeline/parse/markdown/engine.ts',
  nunjucks: 'pipeline/render/engine.ts',
  sharp: 'pipeline/picture.ts',
  'libheif-js': 'pipeline/heic/thread.ts',
  chokidar: 'serve/watch.ts',
  diff: 'authoring/eject.ts',
  parse5: 'html/parse5.ts',
  postcss: 'pipeline/parse/style.ts',
  uqr: 'pipeline/render/qr.ts',
  'fast-glob': 'pipeline/load/walk.ts',
}

/** The only files that touch the disk. */
const DISK = [
  'pipeline/heic/thread.ts',
  'pipeline/load/files.ts',
  'pipeline/load/walk.ts',
  'pipeline/write/disk.ts',
  'speed/disk.ts',
  'authoring/disk.ts',
  'cli/disk.ts',
]

describe('the house', () => {
  it('has a room for every file', () => {
    expect(files.filter((file) => ARROWS[roomOf(file)] === undefined)).toEqual([])
  })

  it.each(Object.entries(ARROWS))('%s uses only the rooms it may', (room, { to, because }) => {
    const wrong = files
      .filter((file) => roomOf(file) === room)
      .flatMap((file) =>
        importsOf(file)
          .filter((name) => texts.has(name) && roomOf(name) !== room && !to.includes(roomOf(name)))
          .map((name) => `${file} → ${name}`),
      )
    expect(wrong, because).toEqual([])
  })

  it('has no circle of imports, types included', () => {
    const state = new Map<string, 'open' | 'done'>()
    const circles: string[] = []
    const visit = (file: string, way: readonly string[]): void => {
      if (state.get(file) === 'done') return
      if (state.get(file) === 'open') {
        circles.push([...way.slice(way.indexOf(file)), file].join(' → '))
        return
      }
      state.set(file, 'open')
      for (const name of importsOf(file)) if (texts.has(name)) visit(name, [...way, file])
      state.set(file, 'done')
    }
    for (const file of files) visit(file, [])
    expect(circles).toEqual([])
  })

  it('imports each package at its one door', () => {
    const wrong = files.flatMap((file) =>
      packagesOf(file)
        .filter((name) => !name.startsWith('node:') && DOORS[name] !== file)
        .map((name) => `${file} → ${name}`),
    )
    expect(wrong).toEqual([])
    const used = new Set(files.flatMap(packagesOf))
    expect(
      Object.keys(DOORS).filter((name) => !used.has(name)),
      'every door is used',
    ).toEqual([])
  })

  it('sees every way to import a package', () => {
    const text = [
      "import { parse } from 'yaml/util'",
      "import type { Sharp } from 'sharp/lib'",
      "export * from '@scope/name/part'",
      "import 'bare'",
      "const lazy = await import('late/part')",
      'const require = createRequire(import.meta.url)',
      "const old = require('older/x')",
      "const oldest = createRequire(import.meta.url)('oldest')",
      "import { readFileSync } from 'fs'",
      "import { readFile } from 'fs/promises'",
      "import { get } from 'http'",
      "import { own } from './own.ts'",
    ].join('\n')
    const packages = ['yaml', 'sharp', '@scope/name', 'bare', 'late', 'older', 'oldest']
    expect(packagesIn(text)).toEqual([...packages, 'node:fs', 'node:fs', 'node:http'])
  })

  it('touches the disk only at the named doors', () => {
    expect(files.filter((file) => packagesOf(file).includes('node:fs'))).toEqual([...DISK].sort())
  })

  it('opens sockets only in serve', () => {
    const wrong = files.filter(
      (file) =>
        packagesOf(file).some((name) => /^node:(http2?|https|net|dgram|tls|dns|inspector)$/.test(name)) &&
        roomOf(file) !== 'serve',
    )
    expect(wrong, 'a build opens no socket').toEqual([])
  })

  it('asks the console and the process only in cli, the clock also on readers’ machines', () => {
    const forbidden = (file: string) =>
      roomOf(file) === 'browser' ? /\bconsole\.|\bprocess\./ : /\bconsole\.|\bprocess\.|\bnew Date\(\)|\bDate\.now\(\)/
    const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
    expect(files.filter((file) => roomOf(file) !== 'cli' && forbidden(file).test(code(texts.get(file) ?? '')))).toEqual(
      [],
    )
  })

  it('says of every export what it means', () => {
    const bare = files.flatMap((file) => {
      const lines = (texts.get(file) ?? '').split('\n')
      return lines.flatMap((line, number) => {
        if (!/^export (async )?(function|const|interface|type|class) \w/.test(line)) return []
        const before = (lines[number - 1] ?? '').trim()
        return before.endsWith('*/') || before.startsWith('//') ? [] : [`${file}:${number + 1}`]
      })
    })
    expect(bare).toEqual([])
  })
})
