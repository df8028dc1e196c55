import type { Place } from '../core/diagnostic.ts'
import type { Finding } from './finding.ts'

/** A template that had a part in a page. */
export interface Written<F> {
  readonly file: F
  readonly text: string
}

/** Where a fault was written; place: null where only the template is certain. */
interface Spot<F> {
  readonly file: F
  readonly place: Place | null
}

/**
 * Where a fault was written, where that is certain: what is shown of it stands in one place of the page's templates, outside of
 * template code. Of what a page has twice, the second. Null where a value made it, or where it could be one of several places. What
 * came of reckoning (`NaN`) stands where one expression reckons.
 */
export function spotOf<F>(fault: Pick<Finding, 'code' | 'shown'>, templates: readonly Written<F>[]): Spot<F> | null {
  const bare = templates.map(({ file, text }) => ({ file, text: withoutCode(text) }))
  const twice = fault.code === 'audit/id-twice' || fault.code === 'audit/heading-twice'
  for (const needle of needlesOf(fault)) {
    const found = bare.flatMap(({ file, text }) => offsetsOf(needle, text).map((offset) => ({ file, text, offset })))
    const spot = found.at(-1)
    if (spot === undefined || found.some(({ file }) => file !== spot.file) || (found.length > 1 && !twice)) continue
    return { file: spot.file, place: { ...placeAt(spot.text, spot.offset), length: needle.length } }
  }
  return fault.code === 'audit/leftover' && /^(?:NaN|Infinity)$/.test(fault.shown) ? sumIn(templates) : null
}

/** The one expression that reckons: no number can have come of another. Of several in one template, that template. */
function sumIn<F>(templates: readonly Written<F>[]): Spot<F> | null {
  const sums = templates.flatMap(({ file, text }) =>
    [...text.matchAll(expressions)].flatMap(({ indices, 1: printed, 2: kept }) => {
      const expression = printed ?? kept ?? ''
      const [start = 0] = indices?.[printed === undefined ? 2 : 1] ?? []
      return reckons(expression) ? [{ file, text, start, length: expression.split('\n')[0]?.length ?? 1 }] : []
    }),
  )
  const [sum, ...others] = sums
  if (sum === undefined || others.some(({ file }) => file !== sum.file)) return null
  const place = others.length > 0 ? null : { ...placeAt(sum.text, sum.start), length: sum.length }
  return { file: sum.file, place }
}

/** What is printed, and what is kept under a name to be printed later. */
const expressions = /\{\{-?\s*([\s\S]*?)\s*-?\}\}|\{%-?\s*set\s+\w+\s*=\s*([\s\S]*?)\s*-?%\}/dg

function reckons(expression: string): boolean {
  const bare = expression.replace(/"[^"]*"|'[^']*'/g, "''")
  return !/[=!]=|[<>]/.test(bare) && /[/*%]|[\w)\]]\s*-\s*[\w(]|\|\s*(?:round|abs|sum)\b/.test(bare)
}

/** What to look for, the surest first. */
function needlesOf({ code, shown }: Pick<Finding, 'code' | 'shown'>): readonly string[] {
  switch (code) {
    case 'audit/dead-link':
    case 'audit/dead-anchor':
      return [`"${shown}"`, `'${shown}'`]
    case 'audit/id-twice':
      return [`id="${shown}"`, `id='${shown}'`]
    case 'audit/heading-twice':
      return [shown, '<h1']
    case 'audit/heading-skipped':
      return [shown.replace(/^<h[1-6]> /, ''), shown.slice(0, 3)]
    case 'audit/no-alt':
    case 'audit/no-name':
      return [shown, ...(shown.match(/[\w-]+="[^"]*"/g) ?? []), /^<[\w-]+/.exec(shown)?.[0] ?? shown]
    case 'audit/blocked':
    case 'audit/hidden-link':
      return shown.startsWith('<')
        ? [shown, ...(shown.match(/[\w-]+="[^"]*"/g) ?? []), /^<[\w-]+/.exec(shown)?.[0] ?? shown]
        : [shown, `${shown.slice(0, shown.indexOf('='))}=`]
    case 'audit/gambling':
    case 'audit/leftover':
      return [shown]
    case 'audit/no-title':
      return ['<head']
    case 'audit/no-lang':
      return ['<html']
    case 'audit/heading-missing':
      return []
  }
}

/** Template code as blanks, of the same length and on the same lines. */
const withoutCode = (text: string): string =>
  text.replace(/\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|\{#[\s\S]*?#\}/g, (code) => code.replace(/[^\n]/g, ' '))

function offsetsOf(needle: string, text: string): readonly number[] {
  const offsets: number[] = []
  if (needle === '') return offsets
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) offsets.push(at)
  return offsets
}

function placeAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}
