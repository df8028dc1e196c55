import { basename, relative, sep } from 'node:path'
import { dirname } from '../core/path.ts'
import type { PageJob, Plan } from '../core/plan.ts'
import { addressesOf } from './addresses.ts'
import { pathOf } from './guard.ts'
import { isDocument } from './tools.ts'

/** A page to go to: its address, ready to follow, and what people call it. */
export interface SavedPage {
  readonly href: string
  readonly title: string
}

/** The page of the last of these files (absolute, below one of the folders) that has one: of the document itself or of one beside it. */
export function savedPage(files: readonly string[], folders: readonly string[], plan: Plan): SavedPage | null {
  const names = files.flatMap((file) => sourceName(file, folders) ?? []).reverse()
  if (names.length === 0) return null
  const of = (name: string) =>
    plan.jobs.find((job): job is PageJob => job.kind === 'page' && isDocument(job) && owns(job, name))
  for (const name of names) {
    const job = of(name)
    if (job !== undefined) return { href: hrefOf(job, plan), title: job.view.page.heading }
  }
  return null
}

/** Whether the page is still there: whoever is led to it must not meet the page for all other addresses. */
export const isThere = ({ href }: SavedPage, plan: Plan): boolean => addressesOf(plan).byPath.has(pathOf(href) ?? '')

/** A page is of its own source, and of all that lies beside its index.md. */
export const owns = ({ of }: PageJob, name: string): boolean =>
  of === name || (of?.endsWith('/index.md') === true && dirname(of) === dirname(name))

/** The address of a page as browsers have it. */
export const hrefOf = ({ path }: PageJob, plan: Plan): string =>
  encodeURI(addressesOf(plan).home + path.replace(/(^|\/)index\.html$/, '$1'))

function sourceName(file: string, folders: readonly string[]): string | null {
  const folder = folders.find((one) => file.startsWith(one + sep))
  if (folder === undefined) return null
  return [basename(folder), ...relative(folder, file).split(sep)].join('/').normalize('NFC')
}
