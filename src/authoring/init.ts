import { basename, dirname, join } from 'node:path'
import { type Diagnostic, diagnose } from '../core/diagnostic.ts'
import { slug } from '../text/slug.ts'
import { copyNew, filesBelow, isFolder, isTaken, readText, writeNew } from './disk.ts'

/** A portal to start. */
export interface NewPortal {
  /** Where, absolute; made if it is not there. */
  readonly folder: string
  /** As the person typed it, for messages. */
  readonly name: string
  /** The folder of the tool, with starter/ and content/. */
  readonly toolRoot: string
  readonly toolVersion: string
  /** Today in the zone of the portal, `2026-11-23`. */
  readonly today: string
  /** With the tool's sample content instead of a blank portal. */
  readonly example: boolean
}

/** What was made, relative to the new portal; kept are files that were there before and are none of the portal's. */
export interface Started {
  readonly files: readonly string[]
  readonly kept: readonly string[]
}

/** One file of a new portal: where it comes from, and whether words in it are to be filled in. */
interface Part {
  readonly to: string
  readonly from: string
  readonly text: boolean
}

/** Installing the tool or making a repository leaves these behind; they are the person's own. */
const ours: ReadonlySet<string> = new Set(['package.json', 'README.md', '.gitignore', '.gitattributes'])

/** npm leaves names with a leading dot out of packages: in starter/ they stand without it. */
const dotted = (name: string): string => name.replace(/^(gitignore|gitattributes|gitlab-ci\.yml|github\/)/, '.$1')

/** Starts a portal in a folder; nothing is written, and `usage/not-empty` says so, where a file of it is there already. */
export function startPortal(portal: NewPortal): Started | Diagnostic {
  if (standsInTheWay(portal.folder)) return diagnose('usage/not-empty', { folder: portal.name, file: null })
  const parts = partsOf(portal)
  const taken = parts.filter(({ to }) => isTaken(join(portal.folder, to)))
  const inTheWay =
    taken.find(({ to }) => !ours.has(to))?.to ?? (isTaken(join(portal.folder, 'content')) ? 'content' : null)
  if (inTheWay !== null) return diagnose('usage/not-empty', { folder: portal.name, file: inTheWay })
  const made = parts.filter((part) => !taken.includes(part))
  for (const { from, to, text } of made) {
    const target = join(portal.folder, to)
    if (text) writeNew(target, fillIn(readText(from), portal))
    else copyNew(from, target)
  }
  return { files: made.map(({ to }) => to), kept: taken.map(({ to }) => to) }
}

/** Whether the folder, or one it is to be made in, is a file. */
function standsInTheWay(folder: string): boolean {
  const above = dirname(folder)
  // From the top: of what is to be in a file the system says nothing but that it cannot look.
  return (above !== folder && standsInTheWay(above)) || (isTaken(folder) && !isFolder(folder))
}

function partsOf({ toolRoot, example, today }: NewPortal): readonly Part[] {
  const starter = join(toolRoot, 'starter')
  const frame = filesBelow(starter)
    .filter((name) => !example || !name.startsWith('content/'))
    .map(
      (name): Part => ({
        from: join(starter, name),
        to: dotted(name).replace('@year@', today.slice(0, 4)),
        text: true,
      }),
    )
  if (!example) return inOrder(frame)
  const sample = join(toolRoot, 'content')
  // Its addresses were never published by this portal.
  const content = filesBelow(sample)
    .filter((name) => name !== 'urls.lock')
    .map((name): Part => ({ from: join(sample, name), to: `content/${name}`, text: false }))
  return inOrder([...content, ...frame])
}

const inOrder = (parts: readonly Part[]): readonly Part[] => [...parts].sort((a, b) => (a.to < b.to ? -1 : 1))

/** `@name@`, `@version@`, `@today@` and `@year@` in the files of starter/. */
function fillIn(text: string, { folder, toolVersion, today }: NewPortal): string {
  const [year, month, day] = today.split('-')
  const words: { readonly [word: string]: string } = {
    name: slug(basename(folder)) || 'cong',
    version: toolVersion,
    today: `${day}/${month}/${year}`,
    year: `${year}`,
  }
  return text.replace(/@(name|version|today|year)@/g, (whole, word: string) => words[word] ?? whole)
}
