import { isText, mediaTypeOf } from '../core/media-type.ts'

/** The Content-Type of an output, with its charset where it is text. */
export function contentType(path: string): string {
  const type = mediaTypeOf(path)
  return isText(type) ? `${type}; charset=utf-8` : type
}
