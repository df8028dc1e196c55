import type { Page } from 'playwright-core'

/** One node of the browser's accessibility tree (Chrome DevTools Protocol, Accessibility.AXNode), as far as it is spoken. */
interface Node {
  readonly nodeId: string
  readonly ignored: boolean
  readonly role?: { readonly value: string }
  readonly name?: { readonly value: string }
  readonly value?: { readonly value: string }
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value: unknown } }[]
  readonly childIds?: readonly string[]
}

/** What a Vietnamese screen reader says of a role before the name; what stands within is part of the name. */
const NAMED: Readonly<Record<string, string>> = {
  link: 'liên kết',
  button: 'nút',
  image: 'hình ảnh',
  img: 'hình ảnh',
  searchbox: 'ô tìm kiếm',
  combobox: 'hộp chọn',
  disclosuretriangle: 'nút mở',
  disclosuretrianglegrouped: 'nút mở',
}

/** Places: said when they are entered, and left. */
const PLACES: Readonly<Record<string, string>> = {
  banner: 'đầu trang',
  navigation: 'điều hướng',
  main: 'nội dung chính',
  contentinfo: 'chân trang',
  search: 'tìm kiếm',
  region: 'vùng',
  complementary: 'bổ sung',
  article: 'bài viết',
  figure: 'hình',
  group: 'nhóm',
  list: 'danh sách',
}

/** The page as a screen reader speaks it from top to bottom: a line for each stop, places indented. From the browser's own accessibility tree. */
export async function spoken(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: readonly Node[] }
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const childrenOf = (node: Node) => (node.childIds ?? []).flatMap((id) => byId.get(id) ?? [])
  const lines: string[] = []
  let text = ''
  const say = (depth: number, line: string): void => {
    lines.push(`${'  '.repeat(depth)}${line.replace(/\s+/g, ' ').trim()}`)
  }
  const flush = (depth: number): void => {
    if (text.trim() !== '') say(depth, text)
    text = ''
  }
  const walk = (node: Node, depth: number): void => {
    const role = (node.role?.value ?? '').toLowerCase()
    const name = node.name?.value ?? ''
    const within = (deeper: number) => {
      for (const child of childrenOf(node)) walk(child, deeper)
    }
    if (node.ignored || role === 'rootwebarea') {
      within(depth)
      return
    }
    if (role === 'statictext') {
      text += name
      return
    }
    if (role === 'inlinetextbox' || role === 'listmarker') return
    if (role === 'heading') {
      flush(depth)
      const level = node.properties?.find((property) => property.name === 'level')?.value.value
      say(depth, `tiêu đề cấp ${level}: ${name}`)
      return
    }
    const kind = NAMED[role]
    if (kind !== undefined) {
      flush(depth)
      const value = node.value?.value ?? ''
      say(depth, `${kind}: ${name}${value === '' ? '' : `, ${value}`}`)
      return
    }
    const place = PLACES[role]
    if (place === undefined) {
      const block = role === 'paragraph' || role === 'listitem'
      if (block) flush(depth)
      within(depth)
      if (block) flush(depth)
      return
    }
    flush(depth)
    const count = role === 'list' ? ` ${childrenOf(node).length} mục` : ''
    say(depth, `[${place}${count}${name === '' ? '' : `: ${name}`}]`)
    within(depth + 1)
    flush(depth + 1)
  }
  const [root] = nodes
  if (root !== undefined) walk(root, 0)
  flush(0)
  await session.detach()
  return `${lines.join('\n')}\n`
}
