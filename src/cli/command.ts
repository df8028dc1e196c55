import type { CommandName, OptionName } from '../messages/labels.ts'
import type { ArgumentName } from '../messages/vocabulary.ts'
import type { Options } from './options.ts'
import type { Shell } from './shell.ts'

/** One command of the tool. What it needs is loaded only when it runs: `--help` must be quick. */
export interface Command {
  readonly name: CommandName
  /** In order; `rest` takes all that follow. */
  readonly takes: readonly { readonly name: ArgumentName; readonly kind: 'required' | 'optional' | 'rest' }[]
  /** Beside the common ones. */
  readonly options: readonly OptionName[]
  /** Gives the exit code. */
  run(shell: Shell, args: readonly string[], options: Options): Promise<number>
}
