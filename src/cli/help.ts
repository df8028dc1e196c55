import type { OptionName } from '../messages/labels.ts'
import type { Example, HelpLabels } from '../messages/vocabulary.ts'
import type { Command } from './command.ts'
import { commonOptions, optionForms } from './options.ts'
import { pad, widthOf, wrap } from './report/width.ts'

type Row = readonly [term: string, meaning: string]

const GAP = 2
/** Terms that are wider than this have their meaning on the next line. */
const WIDEST = 30

/** With longer commands than this, what each does stands below it: no terminal is as wide. */
const WIDEST_COMMAND = 76

/** What `tx-portal --help` prints. columns: of the terminal. */
export function generalHelp(commands: readonly Command[], help: HelpLabels, columns: number): string {
  const { headings } = help
  return sections([
    [`tx-portal – ${help.description}`],
    [headings.usage, '  tx-portal <…>'.replace('<…>', `<${commands.map(({ name }) => name).join('|')}> …`)],
    table(
      headings.commands,
      commands.map(({ name }): Row => [name, help.commands[name].summary]),
      columns,
    ),
    table(
      headings.commonOptions,
      commonOptions.map((name) => optionRow(name, help)),
      columns,
    ),
    examples(help, help.examples),
  ])
}

/** What `tx-portal build --help` prints. */
export function commandHelp({ name, takes, options }: Command, help: HelpLabels, columns: number): string {
  const { headings } = help
  const { summary, description, examples: shown } = help.commands[name]
  const synopsis = [
    'tx-portal',
    name,
    ...takes.map(({ name: argument, kind }) =>
      kind === 'required' ? `<${argument}>` : kind === 'rest' ? `[${argument}…]` : `[${argument}]`,
    ),
    ...options.map((option) => `[${term(option, help)}]`),
  ]
  return sections([
    [`tx-portal ${name} – ${summary}`],
    [headings.usage, ...wrap(synopsis.join(' '), Math.max(40, columns - 2)).map((line) => `  ${line}`)],
    wrap(description, Math.max(40, columns)),
    table(
      headings.arguments,
      takes.map(({ name: argument }): Row => [argument, help.arguments[argument]]),
      columns,
    ),
    table(
      headings.options,
      options.map((option) => optionRow(option, help)),
      columns,
    ),
    table(
      headings.commonOptions,
      commonOptions.map((option) => optionRow(option, help)),
      columns,
    ),
    examples(help, shown),
  ])
}

const sections = (parts: readonly (readonly string[])[]): string =>
  `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`

function term(option: OptionName, help: HelpLabels): string {
  const { flag, short, value, word } = optionForms[option]
  const bare = word === undefined ? flag : `${flag}[=${word}]`
  return [short, value === undefined ? bare : `${flag} <${help.values[value]}>`]
    .filter((part) => part !== undefined)
    .join(', ')
}

function optionRow(option: OptionName, help: HelpLabels): Row {
  const { fallback } = optionForms[option]
  const meaning = help.options[option]
  return [term(option, help), fallback === undefined ? meaning : `${meaning} (${help.headings.default}: ${fallback})`]
}

function table(heading: string, rows: readonly Row[], columns: number): readonly string[] {
  if (rows.length === 0) return []
  const width = Math.min(WIDEST, Math.max(...rows.map(([first]) => widthOf(first))))
  const indent = 2 + width + GAP
  return [
    heading,
    ...rows.flatMap(([first, meaning]) => {
      const lines = wrap(meaning, Math.max(30, columns - indent))
      const rest = lines.slice(1).map((line) => ' '.repeat(indent) + line)
      return widthOf(first) > WIDEST
        ? [`  ${first}`, ...lines.map((line) => ' '.repeat(indent) + line)]
        : [`  ${pad(first, width)}${' '.repeat(GAP)}${lines[0]}`, ...rest]
    }),
  ]
}

function examples({ headings }: HelpLabels, shown: readonly Example[]): readonly string[] {
  const width = Math.max(...shown.map(({ command }) => widthOf(command)))
  if (width <= WIDEST_COMMAND)
    return [headings.examples, ...shown.map(({ command, note }) => `  ${pad(command, width)}  # ${note}`)]
  return [headings.examples, ...shown.flatMap(({ command, note }) => [`  ${command}`, `      # ${note}`])]
}
