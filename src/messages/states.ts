import type { State } from '../core/site.ts'
import { shorten } from './quote.ts'

type Names = { readonly [S in State]: string }

/** What each state is called, the same everywhere. */
export const stateNames: { readonly [L in 'vi' | 'en']: Names } = {
  vi: {
    draft: 'bản nháp',
    scheduled: 'hẹn giờ đăng',
    published: 'đã đăng',
    expired: 'đã hết hạn',
    withdrawn: 'đã thu hồi',
  },
  en: {
    draft: 'draft',
    scheduled: 'scheduled',
    published: 'published',
    expired: 'expired',
    withdrawn: 'withdrawn',
  },
}

const isState = (text: string): text is State => Object.hasOwn(stateNames.vi, text)

/** The name of a state given as text; other text stands as it is. */
export const stateName = (state: string, language: 'vi' | 'en'): string =>
  isState(state) ? stateNames[language][state] : shorten(state)
