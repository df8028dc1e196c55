import { labels as en } from './en/labels.ts'
import { labels as vi } from './vi/labels.ts'
import type { Labels } from './vocabulary.ts'

export type { Built, Checked, CommandName, Labels, LeftOut, OptionName, Phase } from './vocabulary.ts'

/** All words the command line and the preview show beside diagnostics, in both languages. */
export const labels: { readonly [L in 'vi' | 'en']: Labels } = { vi, en }
