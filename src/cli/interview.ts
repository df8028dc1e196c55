import type { Answer } from '../authoring/new/answer.ts'
import { readAuthors, readCategory, readDate, readSlug } from '../authoring/new/answers.ts'
import { readPhotos } from '../authoring/new/photos.ts'
import type { Category } from '../core/config.ts'
import { locate } from '../core/diagnostic.ts'
import type { Registers } from '../pipeline/validate/registers.ts'
import { formatDay } from '../text/day.ts'
import { oneLine } from '../text/normalize.ts'
import { type Begun, hasNoName, type Setting } from './begin.ts'
import type { Conversation } from './conversation.ts'
import { showProblems } from './report/show.ts'
import type { Shell } from './shell.ts'

/** The person left: Ctrl+C, Ctrl+D, a closed window. */
class Left extends Error {}

/** Asks for what was not said (everything, if not even the title was), each again until it can be used; null if the person leaves. */
export async function interview(
  begun: Begun,
  setting: Setting,
  registers: Registers,
  shell: Shell,
  conversation: Conversation,
): Promise<Begun | null> {
  shell.note(shell.labels.new.ask.intro)
  try {
    return await askAll(begun, setting, registers, { shell, conversation })
  } catch (error) {
    if (error instanceof Left) return null
    throw error
  } finally {
    conversation.close()
  }
}

/** Who asks, and where the answers come from. */
interface Talk {
  readonly shell: Shell
  readonly conversation: Conversation
}

async function askAll(begun: Begun, { zone, today }: Setting, registers: Registers, talk: Talk): Promise<Begun> {
  const { shell } = talk
  const { ask: words } = shell.labels.new
  const { categories, authors } = registers
  const title = begun.title ?? (await until(talk, words.title, titleIn))
  if (begun.category === null) showCategories(categories, shell, true)
  const category = begun.category ?? (await until(talk, words.category, (typed) => categoryIn(typed, categories)))
  const slug =
    begun.slug ?? (hasNoName(title) ? await until(talk, words.slug, (typed) => readSlug(typed, title)) : null)
  const named = { ...begun, title, category, slug: slug ?? heldBy(readSlug(null, title)) }
  // Whoever typed a title knows the options; whoever typed nothing is led through all.
  if (begun.title !== null) return named
  return {
    ...named,
    authors:
      begun.authors.length > 0
        ? begun.authors
        : await until(talk, words.authors, (typed) => ({ value: readAuthors([typed], authors) })),
    date: begun.date ?? (await until(talk, words.date(formatDay(today)), (typed) => readDate(typed || today, zone))),
    images: begun.images.length > 0 ? begun.images : await askPhotos(talk),
  }
}

const heldBy = <T>(answer: Answer<T>): T | null => ('value' in answer ? answer.value : null)

/** Asks until the answer can be used, saying what is wrong with it. */
async function until<T>(
  { shell, conversation }: Talk,
  question: string,
  read: (typed: string) => Answer<T> | Promise<Answer<T>>,
): Promise<T> {
  for (;;) {
    const typed = await conversation.ask(question)
    if (typed === null) throw new Left()
    const answer = await read(oneLine(typed))
    if ('value' in answer) return answer.value
    showProblems(shell, locate(null, answer.problems), 'err', () => null)
  }
}

/** An empty answer is asked again without a word. */
const titleIn = (typed: string): Answer<string> => (typed === '' ? { problems: [] } : { value: typed })

/** A number of the list, else an id or name. */
function categoryIn(typed: string, categories: readonly Category[]): Answer<Category> {
  const chosen = /^\d{1,3}$/.test(typed) ? categories[Number(typed) - 1] : undefined
  if (chosen !== undefined) return { value: chosen }
  return typed === '' ? { problems: [] } : readCategory(typed, categories)
}

/** One path after the other, each looked at, until an empty answer. */
async function askPhotos(talk: Talk): Promise<readonly string[]> {
  const paths: string[] = []
  for (;;) {
    const path = await until(talk, talk.shell.labels.new.ask.photos, async (typed): Promise<Answer<string>> => {
      const bare = unquoted(typed)
      if (bare === '') return { value: bare }
      const answer = await readPhotos([bare], talk.shell.machine.cwd)
      return 'problems' in answer ? answer : { value: bare }
    })
    if (path === '') return paths
    paths.push(path)
  }
}

/** What a terminal makes of a file dropped on it: `"D:\\Ảnh 1.jpg"`, `'/home/a b.jpg'`, `/home/a\\ b.jpg`. */
function unquoted(typed: string): string {
  const quoted = /^(?:& )?(["'])(.*)\1$/.exec(typed)
  if (quoted !== null) return quoted[2] ?? ''
  return typed.startsWith('/') ? typed.replace(/\\(.)/g, '$1') : typed
}

/** The sections with what belongs in each; with numbers to choose by. */
export function showCategories(categories: readonly Category[], shell: Shell, numbered: boolean): void {
  const words = shell.labels.new
  shell.note(words.categoriesHeading)
  for (const [index, { id, name, purpose }] of categories.entries())
    shell.note(`  ${words.category(numbered ? index + 1 : null, id, name, purpose)}`)
}
