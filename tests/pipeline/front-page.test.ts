import { parse } from 'parse5'
import { afterAll, describe, expect, it } from 'vitest'
import { bulletin, PORTAL_YML, portal } from '../portal.ts'

const dated = (title: string, date: string, category: string, more = '') =>
  bulletin(title, more).replace('13/01/2023', date).replace('category: tin-tuc', `category: ${category}`)

const one = portal({})
for (let n = 1; n <= 14; n += 1)
  one.write(`content/bulletins/2024/tin-${n}.md`, dated(`Tin ${n}`, `${String(n).padStart(2, '0')}/03/2024`, 'tin-tuc'))
one
  .write('content/bulletins/2024/an-ninh.md', dated('An ninh', '01/01/2024', 'quoc-phong-an-ninh'))
  .write('content/bulletins/2024/het-han.md', dated('Hết hạn', '05/03/2024 09:00', 'tin-tuc', 'expireAt: 06/03/2024\n'))
  .write('content/bulletins/2024/het-han-2.md', dated('Thông báo', '05/03/2024', 'thong-bao', 'expireAt: 06/03/2024\n'))
afterAll(() => one.close())

interface Node {
  readonly nodeName: string
  readonly value?: string
  readonly attrs?: readonly { readonly name: string; readonly value: string }[]
  readonly childNodes?: readonly Node[]
}
const all = (node: Node, fits: (node: Node) => boolean): readonly Node[] => [
  ...(fits(node) ? [node] : []),
  ...(node.childNodes ?? []).flatMap((child) => all(child, fits)),
]
const attributeOf = (node: Node, name: string): string => node.attrs?.find((attr) => attr.name === name)?.value ?? ''
const withClass = (node: Node, name: string) => all(node, (one) => attributeOf(one, 'class').split(' ').includes(name))
const words = (node: Node): string =>
  all(node, ({ nodeName }) => nodeName === '#text')
    .map(({ value = '' }) => value)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
const links = (node: Node) =>
  all(node, ({ nodeName }) => nodeName === 'a').map((a) => [words(a), attributeOf(a, 'href')])

async function page(path: string, more = ''): Promise<Node> {
  one.write('content/portal.yml', PORTAL_YML + more)
  const { outputs, diagnostics } = await one.build()
  expect(diagnostics.map(({ diagnostic }) => diagnostic.code)).toEqual([])
  return parse(Buffer.from(outputs.get(path) ?? '').toString('utf8')) as never
}

/** Each block of the home page: its section, and the titles in it. */
const blocks = (home: Node) =>
  withClass(home, 'block').map((block) => {
    const [heading, ...rest] = links(block)
    return [heading?.[0], rest.filter(([, href]) => /^\/2024\//.test(href ?? '')).map(([title]) => title)]
  })

describe('the home page', () => {
  it('has the blocks that portal.yml sets, in its order, each as long as it says, going on where the newest end; empty ones are hidden', async () => {
    const home = await page(
      'index.html',
      'home: {blocks: [{category: thong-bao, count: 3}, {category: quoc-phong-an-ninh}, {category: tin-tuc, count: 2}]}\n',
    )
    expect(blocks(home)).toEqual([
      ['Quốc phòng - An ninh', ['An ninh']],
      ['Tin tức - Sự kiện', ['Tin 7', 'Tin 6']],
    ])
  })

  it('has one block for each section with news where portal.yml sets none; a block of five where it sets no number', async () => {
    expect(blocks(await page('index.html'))).toEqual([['Tin tức - Sự kiện', ['Tin 7', 'Tin 6', 'Tin 5', 'Tin 4']]])
    expect(blocks(await page('index.html', 'home: {blocks: [{category: tin-tuc}]}\n'))[0]?.[1]).toHaveLength(5)
  })

  it('leads with the newest, or with what is featured, and does not tell it again among the new', async () => {
    const home = await page('index.html')
    expect(links(withClass(home, 'lead')[0] as Node)).toContainEqual(['Tin 14', '/2024/tin-14/'])
    expect(
      withClass(home, 'newest')
        .flatMap(links)
        .filter(([, href]) => href?.startsWith('/2024/'))
        .map(([title]) => title),
    ).toEqual(['Tin 13', 'Tin 12', 'Tin 11', 'Tin 10', 'Tin 9', 'Tin 8'])
    expect(withClass(home, 'newest').flatMap(links).at(-1)).toEqual(['Tất cả tin', '/luu-tru/'])
  })
})

it('every page has the portal above, and the links, of portal.yml; without them no empty place', async () => {
  const full = await page(
    '2024/tin-1/index.html',
    'parent: {name: Cổng tỉnh Thanh Hóa, url: "https://thanhhoa.gov.vn/"}\nlinks: [{title: Dịch vụ công, href: "https://dichvucong.gov.vn/"}, {title: Tin, href: /chuyen-muc/tin-tuc/}]\n',
  )
  expect(withClass(full, 'banner').flatMap(links)).toContainEqual(['Cổng tỉnh Thanh Hóa', 'https://thanhhoa.gov.vn/'])
  const footer = withClass(full, 'footer').flatMap(links)
  expect(footer).toContainEqual(['Dịch vụ công', 'https://dichvucong.gov.vn/'])
  expect(footer).toContainEqual(['Tin', '/chuyen-muc/tin-tuc/'])
  const bare = await page('2024/tin-1/index.html')
  const outside = links(bare)
    .map(([, href]) => href ?? '')
    .filter((href) => /^https?:/.test(href))
  expect(
    outside.map((href) => new URL(href).host),
    'only where a reader may send it on',
  ).toEqual(['button-share.zalo.me', 'www.facebook.com'])
  for (const part of ['archive', 'notices', 'slogan', 'banner-parent']) expect(withClass(bare, part)).toEqual([])
  expect(withClass(bare, 'menu-list').flatMap(links)).toEqual([
    ['Trang chủ', '/'],
    ['Tất cả chuyên mục', '/chuyen-muc/'],
    ['Lưu trữ theo năm', '/luu-tru/'],
  ])
})

it.each([
  ['0237 3.869.001', 'tel:02373869001'],
  ['+84 912 345 678', 'tel:+84912345678'],
  ['113', 'tel:113'],
  ['0237 3869 001 – 0912 345 678', null],
  ['0237.3.831.234 (máy lẻ 12)', null],
  ['0237 0000 000/001', null],
  ['+84 (0)237 3831234', null],
  ['113, 114', null],
  ['113 - 114', null],
  ['1900 1009', 'tel:19001009'],
  ['đang cập nhật', null],
])('the phone %s is a link only where it is one number', async (phone, href) => {
  one.write('content/portal.yml', PORTAL_YML.replace('0237 000 0000', phone))
  const { outputs } = await one.build()
  const home = parse(Buffer.from(outputs.get('index.html') ?? '').toString('utf8')) as unknown as Node
  const footer = withClass(home, 'footer')
  expect(footer.map(words).join(' ')).toContain(phone)
  const called = footer.flatMap(links).filter(([, to]) => to?.startsWith('tel:'))
  expect(called).toEqual(href === null ? [] : [[phone, href]])
})

it('a bulletin leads to five older ones of its section and to the one newer, none of them expired', async () => {
  const bulletinPage = await page('2024/tin-6/index.html')
  const titles = (part: string) =>
    withClass(bulletinPage, part)
      .flatMap(links)
      .map(([title]) => title)
  expect([titles('newer'), titles('older')]).toEqual([['Tin 7'], ['Tin 5', 'Tin 4', 'Tin 3', 'Tin 2', 'Tin 1']])
  const expired = await page('2024/het-han/index.html')
  expect(
    withClass(expired, 'older')
      .flatMap(links)
      .map(([title]) => title)[0],
  ).toBe('Tin 5')
})

it('a list of contents stands before long reports only, and leads to their headings', async () => {
  const heading = (n: number) => `## Mục ${n}\n\nNội dung.\n`
  one.write('content/bulletins/2023/dai.md', bulletin('Dài', '', [1, 2, 3, 4].map(heading).join('\n')))
  one.write('content/bulletins/2023/ngan.md', bulletin('Ngắn', '', [1, 2, 3].map(heading).join('\n')))
  const long = await page('2023/dai/index.html')
  expect(withClass(long, 'contents').flatMap(links)).toEqual([1, 2, 3, 4].map((n) => [`Mục ${n}`, `#muc-muc-${n}`]))
  expect(withClass(await page('2023/ngan/index.html'), 'contents')).toEqual([])
})

describe('structured data', () => {
  const dataOf = (html: Node): readonly Readonly<Record<string, unknown>>[] =>
    all(html, (node) => node.nodeName === 'script' && attributeOf(node, 'type') === 'application/ld+json').map((node) =>
      JSON.parse(node.childNodes?.[0]?.value ?? ''),
    )
  const agency = {
    '@type': 'GovernmentOrganization',
    name: 'Ủy ban nhân dân xã Xuân Hòa',
    url: 'https://xuanhoa.example.vn/',
  }

  it('tell of the portal, and how its search is asked, if it has one', async () => {
    const website = {
      '@context': 'https://schema.org',
      '@type': 'WebSite',
      name: 'Cổng thông tin điện tử xã Xuân Hòa',
      url: 'https://xuanhoa.example.vn/',
      inLanguage: 'vi',
      publisher: agency,
    }
    expect(dataOf(await page('index.html'))[1]).toEqual({
      ...website,
      potentialAction: {
        '@type': 'SearchAction',
        target: { '@type': 'EntryPoint', urlTemplate: 'https://xuanhoa.example.vn/tim-kiem/?q={search_term_string}' },
        'query-input': 'required name=search_term_string',
      },
    })
    expect(dataOf(await page('index.html', 'search: false\n'))[1]).toEqual(website)
  })

  it('name the emblem of the agency, where it has one', async () => {
    const publisher = async (more = '') => [
      dataOf(await page('index.html', more))[0]?.['logo'],
      (dataOf(await page('2024/tin-1/index.html', more))[0]?.['publisher'] as { readonly logo?: string } | undefined)
        ?.logo,
    ]
    expect(await publisher()).toEqual([undefined, undefined])
    one.write('content/static/huy hiệu.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>')
    const emblem = PORTAL_YML.replace('agency:\n', 'agency:\n  emblem: static/huy hiệu.svg\n')
    one.write('content/portal.yml', emblem)
    const { outputs } = await one.build({ baseUrl: 'https://xuanhoa.example.vn/cong/' })
    for (const path of ['index.html', '2024/tin-1/index.html'])
      expect(Buffer.from(outputs.get(path) ?? []).toString(), path).toContain(
        '"logo":"https://xuanhoa.example.vn/cong/huy%20hi%E1%BB%87u.svg"',
      )
  })
})
