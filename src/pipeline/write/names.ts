/** The tool's own folder inside the published one while it is being written; it goes when the work is done. */
export const workFolder = '.tx-portal'

/** What earlier builds made, in the form `sha256sum -c` reads; stands in the published folder. */
export const manifestFile = 'manifest.sha256'

/** What a build is about to do, while it does it. */
export const journalFile = `${workFolder}/journal`

/** Where outputs wait until all are made. */
export const stagingFolder = `${workFolder}/staging`

/** Records before they are whole. */
export const temporaryFiles = [`${workFolder}/journal.tmp`, `${workFolder}/manifest.tmp`] as const

/** What people's systems leave in folders by themselves. */
export const junkFiles: ReadonlySet<string> = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini', '.gitkeep'])

/** The folders a path stands in, outermost first: `a/b/c` → `a`, `a/b`. */
export function foldersOf(path: string): readonly string[] {
  const folders: string[] = []
  for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', slash + 1)) {
    folders.push(path.slice(0, slash))
  }
  return folders
}
