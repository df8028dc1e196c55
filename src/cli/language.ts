import { resolve } from 'node:path'
import { type Diagnostic, diagnose } from '../core/diagnostic.ts'
import type { Language } from '../messages/words-of.ts'
import type { Machine } from './machine.ts'
import { isOn, type Options, textOf } from './options.ts'
import { glimpse } from './portal.ts'
import type { Manner } from './shell.ts'

const isLanguage = (text: string | undefined): text is Language => text === 'vi' || text === 'en'

/** The language to speak, before anything was parsed: --lang, else TX_LANG, else the portal's, else Vietnamese. */
export function languageOf(argv: readonly string[], machine: Machine): Language {
  const typed = typedValue(argv, '--lang')
  if (isLanguage(typed)) return typed
  const wanted = machine.env.TX_LANG
  if (isLanguage(wanted)) return wanted
  return glimpse(resolve(machine.cwd, typedValue(argv, '--root') ?? '.')).language ?? 'vi'
}

/** The value of an option as typed: `--lang en` or `--lang=en`. */
function typedValue(argv: readonly string[], flag: string): string | undefined {
  const at = argv.findLastIndex((word) => word === flag || word.startsWith(`${flag}=`))
  const word = argv[at]
  if (word === undefined) return undefined
  return word === flag ? argv[at + 1] : word.slice(flag.length + 1)
}

/** How to speak, by the options that were typed. */
export const mannerOf = (options: Options, language: Language): Manner => ({
  language,
  json: isOn(options, 'json'),
  quiet: isOn(options, 'quiet'),
  verbose: isOn(options, 'verbose'),
  noColor: options.color === false,
})

/** A language that the tool does not speak. */
export function languageProblem(options: Options): Diagnostic | null {
  const given = textOf(options, 'lang')
  if (given === null || isLanguage(given)) return null
  return diagnose('usage/option-argument', { name: '--lang', given, expected: 'vi, en' })
}
