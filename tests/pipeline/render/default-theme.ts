import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { sourcePath } from '../../../src/core/path.ts'
import { openTheme, type Theme } from '../../../src/pipeline/render.ts'

const folder = new URL('../../../templates/', import.meta.url)

/** Names below templates/. */
export const templateNames: readonly string[] = readdirSync(folder, { recursive: true })
  .map((name) => String(name).replaceAll('\\', '/'))
  .sort()

/** The text of a file below templates/. */
export const templateText = (name: string): string => readFileSync(new URL(name, folder), 'utf8')

/** The words of the default theme. */
export const stringsOf = (language: 'vi' | 'en'): { readonly [key: string]: string } =>
  parse(templateText(`strings/${language}.yml`))

/** The theme that comes with the tool. */
export const defaultTheme = (language: 'vi' | 'en' = 'vi'): Theme =>
  openTheme({
    files: templateNames
      .filter((name) => name.endsWith('.njk'))
      .map((name) => ({ name, text: templateText(name), source: sourcePath(`templates/${name}`) })),
    language,
    strings: stringsOf(language),
  })
