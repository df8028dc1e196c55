import type { Show } from './show.ts'

/** Names all that the list of bulletins says, but for the days of files. */
export function listPrint({ session, revision }: Pick<Show, 'session' | 'revision'>): string {
  const { good } = session.current()
  const { now, options } = good?.world ?? { now: 0, options: { anotherTime: false, drafts: false } }
  return [revision(), options.anotherTime ? now : 'now', options.drafts].join(' ')
}
