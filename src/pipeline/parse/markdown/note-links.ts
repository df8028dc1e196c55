import type { Mark } from './engine.ts'

/** The raised number in the text that leads to a footnote. */
export function noteReference({ meta }: Mark): string {
  const { id, subId } = numbers(meta)
  const number = id + 1
  return (
    `<sup class="footnote-ref"><a href="#chu-thich-${number}" id="${callId(number, subId)}" role="doc-noteref" ` +
    `aria-label="Chú thích ${number}">${number}</a></sup>`
  )
}

/** The links from a footnote back to each place that refers to it; number counts from 1. */
export const noteReturns = (number: number, count: number): string =>
  Array.from({ length: Math.max(1, count) }, (_, subId) => {
    const which = count > 1 ? `, lần ${subId + 1}` : ''
    return (
      ` <a href="#${callId(number, subId)}" class="footnote-back" role="doc-backlink" ` +
      `aria-label="Trở lại chỗ ghi chú thích ${number}${which}">↩\uFE0E</a>`
    )
  }).join('')

const callId = (number: number, subId: number): string => `goi-chu-thich-${number}${subId > 0 ? `-${subId + 1}` : ''}`

function numbers(meta: unknown): { readonly id: number; readonly subId: number } {
  const { id, subId } = (meta ?? {}) as { readonly id?: unknown; readonly subId?: unknown }
  return { id: Number(id ?? 0), subId: Number(subId ?? 0) }
}
