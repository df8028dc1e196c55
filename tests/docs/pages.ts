import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { REPOSITORY } from '../portal.ts'

/** A page of the documents: its path in the repository, and its text. */
export interface Page {
  readonly path: string
  readonly text: string
}

const ROOT_PAGES = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'src/README.md', 'starter/README.md']

/** Every Markdown page that people read. */
export const pages: readonly Page[] = [
  ...ROOT_PAGES,
  ...readdirSync(join(REPOSITORY, 'docs'), { recursive: true, encoding: 'utf8' })
    .map((name) => `docs/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.md'))
    .sort(),
].map((path) => ({ path, text: readFileSync(join(REPOSITORY, path), 'utf8') }))

/** A page without its blocks of code. */
export const prose = (text: string): string => text.replace(/^ *(`{3,}|~{3,})[\s\S]*?^ *\1\s*$/gm, '')

/** Where the links of a page lead, as they are written. */
export const linksIn = (text: string): readonly string[] =>
  [
    ...prose(text)
      .replace(/`[^`\n]*`/g, '')
      .matchAll(/\]\(([^()\s]+)\)/g),
  ].map(([, target = '']) => target)
