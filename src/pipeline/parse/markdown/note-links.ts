import type { Mark } from './engine.ts'
import type { Writer } from './writer.ts'

/** Writes the raised number in the text that leads to a footnote. */
export function writeNoteReference({ meta }: Mark, writer: Writer): void {
  const { id, subId } = numbers(meta)
  const number = id + 1
  writer.html(
    `<sup class="footnote-ref"><a href="#chu-thich-${number}" id="${callId(number, subId)}" role="doc-noteref" aria-label="`,
  )
  writer.hole({ hole: 'word', word: 'note', number, time: subId + 1 })
  writer.html(`">${number}</a></sup>`)
}

/** Writes the links from a footnote back to each place that refers to it; number counts from 1. */
export function writeNoteReturns(number: number, count: number, writer: Writer): void {
  for (let subId = 0; subId < Math.max(1, count); subId += 1) {
    writer.html(` <a href="#${callId(number, subId)}" class="footnote-back" role="doc-backlink" aria-label="`)
    writer.hole({ hole: 'word', word: count > 1 ? 'note-back-again' : 'note-back', number, time: subId + 1 })
    writer.html('">↩\uFE0E</a>')
  }
}

const callId = (number: number, subId: number): string => `goi-chu-thich-${number}${subId > 0 ? `-${subId + 1}` : ''}`

function numbers(meta: unknown): { readonly id: number; readonly subId: number } {
  const { id, subId } = (meta ?? {}) as { readonly id?: unknown; readonly subId?: unknown }
  return { id: Number(id ?? 0), subId: Number(subId ?? 0) }
}
