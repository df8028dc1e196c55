import { compareVi } from '../../text/collate.ts'
import { nearest } from '../../text/nearest.ts'

/** `list | vi_sort`, `records | vi_sort('name')`: in the order of Vietnamese names. Records without a key to go by are refused. */
export function sortedVi(list: unknown, key: unknown): readonly unknown[] {
  if (!Array.isArray(list)) throw new Error('vi_sort: not a list')
  const nameOf = (item: unknown): string => {
    if (!isRecord(item)) return String(item ?? '')
    const value = key === undefined ? undefined : item[String(key)]
    if (value === undefined) throw new Error(`${called(key)}${LACKS}${JSON.stringify(Object.keys(item))}`)
    return String(value ?? '')
  }
  return list.toSorted((a, b) => compareVi(nameOf(a), nameOf(b)))
}

/** What an error of sorting says: on its way through nunjucks nothing but its words is kept. Null for any other. */
export function lackIn(
  message: string,
): { readonly detail: string; readonly nearest: string | null; readonly known: readonly string[] } | null {
  const [detail = '', keys] = message.split(LACKS)
  if (keys === undefined) return null
  const known: readonly string[] = JSON.parse(keys)
  const given = /\('(.*)'\)$/s.exec(detail)?.[1]
  const near = given === undefined ? null : nearest(given, known)
  return { detail, nearest: near === null || near === given ? null : called(near), known }
}

const LACKS = ': a record has only '

const called = (key: unknown): string => (key === undefined ? 'vi_sort' : `vi_sort('${String(key)}')`)

const isRecord = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !(value instanceof String)
