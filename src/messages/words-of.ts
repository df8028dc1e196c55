import type { Code, Diagnostic } from '../core/diagnostic.ts'
import { en } from './en.ts'
import { vi } from './vi.ts'
import type { Catalogue, Words } from './words.ts'

/** Languages the tool speaks. */
export type Language = 'vi' | 'en'

const catalogues: { readonly [L in Language]: Catalogue } = { vi, en }

/** The words of one problem; the code alone decides which, its params fill them. */
export const wordsOf = <C extends Code>(diagnostic: Diagnostic<C>, language: Language): Words =>
  catalogues[language][diagnostic.code](diagnostic.params, diagnostic.there ?? null)
