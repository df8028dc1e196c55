import { isUtf8 } from 'node:buffer'
import type { Parsed } from '../../core/bulletin.ts'
import { type Diagnostic, diagnose, type Place } from '../../core/diagnostic.ts'
import { textOf } from '../../core/utf8.ts'
import { clean, nfc } from '../../text/normalize.ts'
import { likelyEncoding, otherThanText } from './encoding.ts'

/**
 * The text of a file: UTF-8 without BOM, line ends \n, NFC, nothing invisible. All places in a file count in this text.
 * Null with text/encoding where the bytes are no UTF-8.
 */
export function decodeText(bytes: Uint8Array): Parsed<string> {
  const fault = encodingFault(bytes)
  if (fault !== null) return { value: null, diagnostics: [fault] }
  const typed = withoutBom(bytes)
  const lines = typed.includes('\r') ? typed.replace(/\r\n?/g, '\n') : typed
  const whole = lines.includes('\0') ? lines.replaceAll('\0', '') : lines
  const text = clean(whole)
  return { value: text, diagnostics: [...nul(lines), ...invisible(whole, text)] }
}

/** text/encoding where bytes are no text in UTF-8: read as such they would put signs on pages that nobody wrote. */
export function encodingFault(bytes: Uint8Array): Diagnostic | null {
  const other = otherThanText(bytes)
  if (other !== null) return diagnose('text/encoding', { likely: other }, { line: 1, column: 1 })
  return isUtf8(bytes) ? null : diagnose('text/encoding', { likely: likelyEncoding(bytes) }, firstBadByte(bytes))
}

/** The text of bytes that are UTF-8, without BOM. */
function withoutBom(bytes: Uint8Array): string {
  const text = textOf(bytes)
  return text.startsWith('\uFEFF') ? text.slice(1) : text
}

/** Where decoding stops: the longest prefix that is UTF-8, found by halving. */
function firstBadByte(bytes: Uint8Array): Place {
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (decodes(bytes.subarray(0, middle))) good = middle
    else bad = middle
  }
  const before = new TextDecoder().decode(bytes.subarray(0, good), { stream: true }).replace(/\r\n?/g, '\n')
  return placeAt(nfc(before))
}

function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

/** The place after a text. */
function placeAt(before: string): Place {
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: before.length - lineStart + 1 }
}

function nul(text: string): readonly Diagnostic[] {
  const at = text.indexOf('\0')
  return at < 0 ? [] : [diagnose('text/nul', {}, placeAt(nfc(text.slice(0, at))))]
}

/** One hint for all that was removed, at the first of it. */
function invisible(typed: string, text: string): readonly Diagnostic[] {
  if (typed === text) return []
  const kept = text.split('\n')
  let count = 0
  let first: Place | null = null
  for (const [index, line] of typed.split('\n').entries()) {
    const result = kept[index] ?? ''
    if (line === result) continue
    const composed = nfc(line)
    if (composed === result) continue
    count += Math.max(1, composed.length - result.length)
    first ??= { line: index + 1, column: commonPrefix(composed, result) + 1 }
  }
  return first === null ? [] : [diagnose('text/invisible', { count }, first)]
}

function commonPrefix(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length += 1
  return length
}
