import { PICTURES } from '../../core/media-type.ts'
import { basename, extname } from '../../core/path.ts'
import type { SourceKind } from '../../core/source.ts'

const REGISTERS = new Set(['categories.yml', 'units.yml', 'authors.yml', 'glossary.yml'])

/** What a file is, told by its path alone. */
export function kindOf(path: string): SourceKind {
  const [top, room = '', ...rest] = path.split('/')
  if (top === 'templates') {
    if (room === 'assets') return 'asset'
    return /\.njk$/.test(path) || (room === 'strings' && /\.ya?ml$/.test(path)) ? 'template' : 'other'
  }
  if (rest.length === 0) return room === 'portal.yml' ? 'portal' : REGISTERS.has(room) ? 'register' : 'other'
  if (room === 'static') return 'static'
  if (room === 'data')
    return rest.length === 1 && /^[\p{L}\p{N}][\p{L}\p{N}_-]*\.yml$/u.test(rest[0] ?? '') ? 'data' : 'other'
  if (room !== 'bulletins' && room !== 'pages') return 'other'
  const extension = extname(path)
  if (extension === 'md') return room === 'bulletins' ? 'bulletin' : 'page'
  return PICTURES.has(extension) ? 'photo' : 'attachment'
}

/** The fixed list of what systems and editors leave behind: the only things ignored without a word. */
export function isJunk(path: string): boolean {
  const parts = path.split('/')
  if (parts.includes('node_modules')) return true
  const inStatic = parts[0] === 'content' && parts[1] === 'static'
  const hidden = parts.some((part) => part.startsWith('.') && !(inStatic && /^\.(well-known|nojekyll)$/.test(part)))
  return (
    hidden ||
    /^(thumbs\.db|ehthumbs\.db|desktop\.ini|icon\r|~\$.*|.*~|.*\.(swp|swo|tmp|part|crdownload))$/i.test(basename(path))
  )
}
