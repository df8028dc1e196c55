import type { There } from '../../core/diagnostic.ts'
import { line, merged, withLines } from '../quote.ts'

const lines = ({ first, last }: There): string => (first === last ? `dòng ${first}` : `dòng ${first} đến ${last}`)

/** A remedy that ends by putting something into a list of the front matter, which may be there already. */
export function withItem(begun: string, key: string, item: string, there: There | null): string {
  if (there === null) return withLines(`${begun} thêm vào phần khai báo đầu bài:`, line(`${key}: [${item}]`))
  return withLines(
    there.dashes === null
      ? `${begun} sửa mục “${key}” đang có (${lines(there)}) thành:`
      : `${begun} thêm dòng sau vào cuối danh sách “${key}” đang có (${lines(there)}), thẳng hàng với các dấu gạch ở trên:`,
    line(merged(key, item, there)),
  )
}

/** A remedy that ends with a line of the front matter, whose field may be there already; alone: how it is said where it is not. */
export const withField = (begun: string, alone: string, pasted: string, there: There | null): string =>
  withLines(there === null ? `${begun} ${alone}`.trim() : `${begun} Sửa ${lines(there)} thành:`.trim(), line(pasted))
