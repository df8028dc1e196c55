import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type Code, severities } from '../../src/core/codes.ts'
import { labels } from '../../src/messages/labels.ts'
import { lend } from '../cli/lent.ts'
import { type RunOptions, run } from '../cli/run.ts'
import { bulletin, portal, REPOSITORY, type TestPortal } from '../portal.ts'
import { sectionOf } from './documents.ts'
import type { GroupName } from './groups.ts'

/** Files by their path in a portal; a text among them can be shown as an example. */
export type Files = Readonly<Record<string, string | Uint8Array>>

/** What a case is for people who read of it: a sentence in each language. */
export interface Scene {
  readonly vi: string
  readonly en: string
}

/** One way to meet a message: a portal, a command, and where the message must stand. */
export interface Case {
  /** Put over the smallest portal with one bulletin; null in place of a file leaves it out. */
  readonly files?: Readonly<Record<string, string | Uint8Array | null>> | (() => Promise<Files>)
  /** Done before the run, for what files alone do not show. */
  readonly before?: (one: TestPortal) => unknown
  /** The command line; `check` if not given. */
  readonly argv?: readonly string[]
  readonly options?: (one: TestPortal) => RunOptions
  /** Runs the command where the process itself must be special; gives all it printed. */
  readonly process?: (one: TestPortal, argv: readonly string[]) => string
  /** Needs what Windows has not: names with a colon, links and pipes that anybody may make. */
  readonly posix?: boolean
  /** `file:line:column`, `file`, or '' where no file is to blame. */
  readonly at: string
  /** What the example text does not show. */
  readonly scene?: Scene
}

/** A code without a case does not compile. */
export type Cases<C extends Code> = { readonly [K in C]: Case }

/** The bulletin most cases break. */
export const AT = 'content/bulletins/2023/hoi-nghi/index.md'
/** The folder it stands in. */
export const FOLDER = 'content/bulletins/2023/hoi-nghi'

/** The bulletin with these lines more in its declaration, and this body. */
export const text = (more: string, body?: string): string =>
  bulletin('Lãnh đạo huyện thăm xã Xuân Hòa', more === '' ? '' : `${more}\n`, body)

const onWindows = process.platform === 'win32'

const languages = ['vi', 'en'] as const
type Language = (typeof languages)[number]

/** A message as it was printed, with what programs read of it. */
interface Said {
  readonly where: string
  readonly severity: string
  readonly code: string
  readonly words: string
}

/** A case that was gone through: its example and what was printed in each language. */
export interface Shown {
  readonly code: Code
  readonly one: Case
  readonly files: Readonly<Record<string, string | Uint8Array | null>>
  readonly printed: Readonly<Record<Language, string>>
}

/** Tests that each case says its code and nothing else, at its place, in both languages; and that the documents show it so. */
export function provoke(group: GroupName, cases: { readonly [C in Code]?: Case }): void {
  const shown: Shown[] = []
  for (const [code, one] of Object.entries(cases) as readonly (readonly [Code, Case])[]) {
    it.skipIf(one.posix === true && onWindows)(`${code} is said where it belongs, in both languages`, async () => {
      shown.push(await goThrough(code, one))
    })
  }
  const skipped = onWindows && Object.values(cases).some(({ posix }) => posix === true)
  it.skipIf(skipped).each(languages)('docs/messages shows them as they are printed (%s)', async (language) => {
    expect(shown.length, 'every case was gone through').toBe(Object.keys(cases).length)
    const page = sectionOf(group, language, shown)
    await expect(page).toMatchFileSnapshot(`${REPOSITORY}/docs/messages/${language}/${group}.md`)
  })
}

async function goThrough(code: Code, one: Case): Promise<Shown> {
  const files = typeof one.files === 'function' ? await one.files() : (one.files ?? {})
  const printed = { vi: '', en: '' }
  let place: TestPortal | null = null
  try {
    for (const language of languages) {
      // What `check` alone says it says again in the same portal, now from its cache; whatever else was done is done anew.
      if (place === null || !isRepeatable(one)) {
        place?.close()
        place = placeWith(files)
        await one.before?.(place)
      }
      const said = await printedIn(language, place, one)
      const severity = labels[language].severity[severities[code]]
      expect(said.map(({ words: _, ...rest }) => rest)).toEqual([{ where: one.at, severity, code }])
      printed[language] = said[0]?.words ?? ''
    }
  } finally {
    place?.close()
  }
  expect(proseOf(printed.vi), 'other words in the other language').not.toBe(proseOf(printed.en))
  return { code, one, files, printed }
}

const isRepeatable = ({ argv, before, options, process }: Case): boolean =>
  [argv, before, options, process].every((special) => special === undefined)

/** What a message says, without its head, the line of the source and what is to be pasted. */
const proseOf = (words: string): string =>
  words
    .split('\n')
    .filter((line) => /^ {2}[^\s\d│]/.test(line))
    .join('\n')

async function printedIn(language: Language, place: TestPortal, one: Case): Promise<readonly Said[]> {
  const argv = [...(one.argv ?? ['check']), '--lang', language]
  if (one.process !== undefined) return messagesIn(one.process(place, argv), language, place)
  const { exit, out, err } = await run(argv, { cwd: place.root, ...one.options?.(place) })
  const said = messagesIn(`${out}\n\n${err}`, language, place)
  const stops = said.some(({ severity }) => severity === labels[language].severity.error)
  expect(exit !== 0, `exit ${exit}`).toBe(stops)
  return said
}

/** The smallest portal and its one bulletin, with these files put over it. */
function placeWith(files: Shown['files']): TestPortal {
  const all: Shown['files'] = { [AT]: text(''), ...files }
  const place = all['.tx-portal'] === undefined ? lend(portal()) : portal()
  for (const [path, content] of Object.entries(all))
    if (content !== null) place.write(path, content)
    else if (existsSync(join(place.root, path))) place.remove(path)
  return place
}

/** The messages of a run: each begins with where, how grave and which, and ends before a blank line. */
function messagesIn(printed: string, language: Language, { root }: TestPortal): readonly Said[] {
  const severity = Object.values(labels[language].severity).join('|')
  const head = new RegExp(`^(?:(.+)  )?(${severity})  ([a-z-]+/[a-z-]+)$`)
  return printed
    .replaceAll(root, '/cong')
    .split('\n\n')
    .flatMap((block) => {
      // Lines of progress may stand before it.
      const lines = block.replace(/^\n+|\n+$/g, '').split('\n')
      const first = lines.findIndex((line) => head.test(line))
      const [, where = '', grave, code] = head.exec(lines[first] ?? '') ?? []
      if (grave === undefined || code === undefined) return []
      return [{ where, severity: grave, code, words: lines.slice(first).join('\n') }]
    })
}
