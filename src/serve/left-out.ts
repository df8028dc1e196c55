import type { Located } from '../core/diagnostic.ts'
import { dirname, type SourcePath } from '../core/path.ts'
import { addressesOf } from './addresses.ts'
import type { Current } from './current.ts'
import { nameOf, slugsOf } from './likely.ts'

/** A document that is not shown yet, because of errors. */
export interface LeftOut {
  readonly file: SourcePath
  /** Its own errors; [] of one that is left out because it leads to another with errors. */
  readonly own: readonly Located[]
  readonly others: readonly Located[]
}

/**
 * The document that would stand at an address (decoded) if there were no errors; null if there is none, or nobody can say which. It has
 * no address yet, for that may need what is faulty: the name of its folder, which every address ends in, has to do.
 */
export function leftOutAt(path: string, { good, aside, problems, copying }: Current): LeftOut | null {
  if (good === null) return null
  const sources = good.sources.byPath
  const { home } = addressesOf(good.plan)
  const wanted = slugsOf(path.startsWith(home) ? path.slice(home.length) : path)
  const files = [...problems.map(({ file }) => file), ...(aside ?? [])].filter((file) => file !== null)
  const documents = new Set(files.flatMap((file) => documentOf(file) ?? []).filter((file) => !sources.has(file)))
  const named = [...documents].filter((file) => isNamed(file, wanted))
  const file =
    named.find((one) => namesOf(one).join('/') === wanted.join('/')) ?? (named.length === 1 ? named[0] : null)
  if (file == null) return null
  const isOf = (one: Located): boolean => one.file !== null && documentOf(one.file) === file
  const own = problems.filter(isOf)
  // Its picture is on its way, and that is said on every page.
  if (own.length === 0 && copying.some(isOf)) return null
  return { file, own, others: problems.filter((one) => !isOf(one)) }
}

/** A standing page has its whole name for an address; of bulletins the last part is certain. */
const isNamed = (file: SourcePath, wanted: readonly string[]): boolean =>
  file.startsWith('content/pages/')
    ? namesOf(file).join('/') === wanted.join('/')
    : wanted.length > 0 && namesOf(file).at(-1) === wanted.at(-1)

/** The document a file belongs to: itself, or the one it lies beside; null of any other. */
export function documentOf(file: SourcePath): SourcePath | null {
  if (!/^content\/(?:bulletins|pages)\//.test(file)) return null
  return file.endsWith('.md') ? file : (`${dirname(file)}/index.md` as SourcePath)
}

const namesOf = (file: SourcePath): readonly string[] => slugsOf(nameOf(file))
