import { Command as Commander, CommanderError, Option } from 'commander'
import { type Diagnostic, diagnose } from '../core/diagnostic.ts'
import { labels, type OptionName } from '../messages/labels.ts'
import type { Language } from '../messages/words-of.ts'
import { nearest } from '../text/nearest.ts'
import type { Command } from './command.ts'
import { build } from './commands/build.ts'
import { check } from './commands/check.ts'
import { eject } from './commands/eject.ts'
import { init } from './commands/init.ts'
import { list } from './commands/list.ts'
import { newBulletin } from './commands/new.ts'
import { preview } from './commands/preview.ts'
import { serve } from './commands/serve.ts'
import { why } from './commands/why.ts'
import { commandHelp, generalHelp } from './help.ts'
import { languageOf, languageProblem, mannerOf } from './language.ts'
import { type Machine, thisMachine } from './machine.ts'
import { commonOptions, type Options, optionForms } from './options.ts'
import { openShell, type Shell } from './shell.ts'
import { toolVersion } from './tool.ts'
import { whenItFails } from './trouble.ts'

/** Every command, in the order of the help. To add one: a file and a line here. */
const commands: readonly Command[] = [build, check, serve, preview, newBulletin, list, why, init, eject]

/**
 * Runs a command line (without node and script) and gives the exit code: 0 done · 1 content must be mended · 2 wrong
 * command line · 3 the machine failed · 70 a bug · 128 + n stopped by signal n.
 */
export async function main(argv: readonly string[], machine: Machine = thisMachine()): Promise<number> {
  const language = languageOf(argv, machine)
  let exit = 0
  const program = programFor(language, machine, async (command, args, options) => {
    exit = await attempt(openShell(machine, mannerOf(options, language)), command, args, options)
  })
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return exit
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return 0
    if (error.code === 'commander.help') {
      machine.stderr.write(generalHelp(commands, labels[language].help, machine.stderr.columns))
      return 2
    }
    return openShell(machine, mannerOf({ json: argv.includes('--json') }, language)).refuse(usageProblem(error, argv))
  }
}

async function attempt(shell: Shell, command: Command, args: readonly string[], options: Options): Promise<number> {
  const problem = languageProblem(options) ?? surplusProblem(command, args)
  if (problem !== null) return shell.refuse(problem)
  try {
    return await command.run(shell, args, options)
  } catch (error) {
    return whenItFails(error, shell)
  }
}

type Action = (command: Command, args: readonly string[], options: Options) => Promise<void>

function programFor(language: Language, machine: Machine, act: Action): Commander {
  const { help } = labels[language]
  const { columns } = machine.stdout
  const program = new Commander('tx-portal')
    .exitOverride()
    .configureOutput({ writeOut: (text) => machine.stdout.write(text), writeErr: () => undefined })
    .showSuggestionAfterError(false)
    .version(toolVersion(), `${optionForms.version.short}, ${optionForms.version.flag}`)
    .configureHelp({ formatHelp: () => generalHelp(commands, help, columns) })
  // Commander hears these anywhere on the line, before the command and after it.
  for (const name of commonOptions) if (name !== 'version' && name !== 'help') program.addOption(optionFor(name))
  for (const command of commands) {
    const sub = program
      .command(command.name)
      .allowExcessArguments(true)
      .configureHelp({ formatHelp: () => commandHelp(command, help, columns) })
    sub.action(() => act(command, sub.args, sub.optsWithGlobals()))
    for (const { name, kind } of command.takes) sub.argument(kind === 'required' ? `<${name}>` : `[${name}]`)
    for (const name of command.options) sub.addOption(optionFor(name))
  }
  return program
}

const optionFor = (name: OptionName): Option => {
  const { flag, value, many, word } = optionForms[name]
  if (value === undefined) return new Option(word === undefined ? flag : `${flag} [${word}]`)
  const option = new Option(`${flag} <${value}${many === 'following' ? '...' : ''}>`)
  // Commander's own way to repeat would take the title after `--author "Lê Thơ"` for a second author.
  return many === 'each' ? option.argParser((one: string, before: readonly string[] = []) => [...before, one]) : option
}

/** What commander complains of, in our words. Its messages name in quotes what was given. */
function usageProblem({ code, message }: CommanderError, argv: readonly string[]): Diagnostic {
  const given = /'([^']*)'/.exec(message)?.[1] ?? ''
  if (code === 'commander.unknownCommand') {
    const names = commands.map(({ name }) => name)
    return diagnose('usage/unknown-command', { given, nearest: nearest(given, names) })
  }
  if (code === 'commander.unknownOption')
    return diagnose('usage/unknown-option', { given, nearest: nearest(given, flagsFor(argv)) })
  return diagnose('usage/missing-argument', { name: given.replace(/<\w+>/, '<…>') })
}

/** The flags of the command that was called, else the common ones. */
function flagsFor(argv: readonly string[]): readonly string[] {
  const called = commands.find(({ name }) => argv.includes(name))
  return [...(called?.options ?? []), ...commonOptions].map((name) => optionForms[name].flag)
}

function surplusProblem({ takes }: Command, args: readonly string[]): Diagnostic | null {
  const given = takes.some(({ kind }) => kind === 'rest') ? undefined : args[takes.length]
  return given === undefined ? null : diagnose('usage/too-many', { given })
}
