import { PICTURES } from '../../core/media-type.ts'
import { basename, extname } from '../../core/path.ts'
import type { SourceKind } from '../../core/source.ts'

const REGISTERS = new Set(['categories.yml', 'units.yml', 'authors.yml', 'glossary.yml'])

/** What a file is, told by its path alone. */
export function kindOf(path: string): SourceKind {
  const top = path.indexOf('/')
  const next = path.indexOf('/', top + 1)
  const room = top < 0 ? '' : path.slice(top + 1, next < 0 ? undefined : next)
  if (top === TEMPLATES.length && path.startsWith(TEMPLATES)) {
    if (room === 'assets') return 'asset'
    return path.endsWith('.njk') || (room === 'strings' && YAML.test(path)) ? 'template' : 'other'
  }
  if (next < 0) return room === 'portal.yml' ? 'portal' : REGISTERS.has(room) ? 'register' : 'other'
  if (room === 'static') return 'static'
  if (room === 'data') return DATA.test(path.slice(next + 1)) ? 'data' : 'other'
  if (room !== 'bulletins' && room !== 'pages') return 'other'
  const extension = extname(path)
  if (extension === 'md') return room === 'bulletins' ? 'bulletin' : 'page'
  return PICTURES.has(extension) ? 'photo' : 'attachment'
}

const TEMPLATES = 'templates'
const YAML = /\.ya?ml$/
/** The name of a file of data; it stands in no further folder. */
const DATA = /^[\p{L}\p{N}][\p{L}\p{N}_-]*\.yml$/u

/** The fixed list of what systems and editors leave behind: the only things ignored without a word. */
export function isJunk(path: string): boolean {
  if (!SUSPECT.test(path)) return false
  const parts = path.split('/')
  if (parts.includes('node_modules')) return true
  const inStatic = parts[0] === 'content' && parts[1] === 'static'
  const hidden = parts.some((part) => part.startsWith('.') && !(inStatic && SHOWN.test(part)))
  return hidden || LEFT.test(basename(path))
}

const SHOWN = /^\.(well-known|nojekyll)$/
const LEFT = /^(thumbs\.db|ehthumbs\.db|desktop\.ini|icon\r|~\$.*|.*~|.*\.(swp|swo|bak|orig|tmp|part|crdownload))$/i
/** What everything in the list has: nearly no path does. */
const SUSPECT = /\/\.|^\.|node_modules|~|\.(?:db|ini|swp|swo|bak|orig|tmp|part|crdownload)$|icon\r$/i
