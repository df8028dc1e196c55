import { parseFragment } from 'parse5'
import { describe, expect, it } from 'vitest'
import type { Body } from '../../../src/core/bulletin.ts'
import { digestBytes } from '../../../src/core/digest.ts'
import { sourcePath } from '../../../src/core/path.ts'
import type { BodyUse, TermUse } from '../../../src/core/plan.ts'
import type { ImageView } from '../../../src/core/view.ts'
import { type Draw, fill } from '../../../src/pipeline/render/fill.ts'

const image = (name: string): ImageView => ({
  src: `/anh/${name}.jpg`,
  srcset: '',
  sources: [],
  url: `https://thoxuan.example.vn/anh/${name}.jpg`,
  width: 1600,
  height: 1067,
  alt: `Ảnh ${name}`,
  caption: null,
  credit: null,
  original: null,
})

const use = (images: readonly ImageView[], links: BodyUse['links'] = [], terms: readonly TermUse[] = []): BodyUse => ({
  ref: { digest: digestBytes('body'), source: sourcePath('content/bulletins/a.md') },
  images,
  links,
  terms,
})

const draw: Draw = {
  figure: ({ src }, number) => `<f${number} ${src}>`,
  gallery: (images) => `<g ${images.map(({ src }) => src).join(' ')}>`,
  video: ({ title, site, host, href }) => `<v ${title ?? ''} ${site} ${host} ${href}>`,
  word: (word, { number, time }) => `<${word} ${number}.${time}>`,
}

const linked = (href: string, external = false, words = 'x'): string => {
  const body: Body = { pieces: [{ hole: 'link', link: 0 }, `${words}</a> và`], text: 'x' }
  return fill(body, use([], [{ href, external, download: false }]), draw)
}

describe('fill', () => {
  it('puts pictures where they belong and counts figures from 1', () => {
    const body: Body = {
      pieces: [
        '<p>a</p>',
        { hole: 'figure', image: 1 },
        { hole: 'gallery', images: [2, 0] },
        { hole: 'figure', image: 0 },
      ],
      text: 'a',
    }
    expect(fill(body, use(['0', '1', '2'].map(image)), draw)).toBe(
      '<p>a</p><f1 /anh/1.jpg><g /anh/2.jpg /anh/0.jpg><f2 /anh/0.jpg>',
    )
  })

  it('writes inline pictures with their size, late and with escaped words', () => {
    const hostile = { ...image('a'), alt: '"><script>alert(1)</script>' }
    expect(fill({ pieces: [{ hole: 'inline-image', image: 0 }] }, use([hostile]), draw)).toBe(
      '<img src="/anh/a.jpg" width="1600" height="1067" alt="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;" loading="lazy" decoding="async">',
    )
  })

  it('marks links whose words are their address, which paper need not show once more', () => {
    const isBare = (href: string, words: string): boolean =>
      / class="(?:external )?bare"/.test(linked(href, true, words))
    expect(isBare('https://chinhphu.vn/', 'chinhphu.vn')).toBe(true)
    expect(isBare('https://chinhphu.vn/a?b&c', 'https://chinhphu.vn/a?b&amp;c')).toBe(true)
    expect(isBare('https://vi.example.vn/Th%E1%BB%8D_Xu%C3%A2n', 'https://vi.example.vn/Thọ_Xuân')).toBe(true)
    expect(isBare('https://chinhphu.vn/', 'Cổng Chính phủ')).toBe(false)
    expect(isBare('https://chinhphu.vn/', 'chinhphu.vn/van-ban')).toBe(false)
    expect(isBare('https://chinhphu.vn/%', 'chinhphu.vn/%')).toBe(true)
    expect(isBare('https://chinhphu.vn/', '<b>chinhphu.vn</b>')).toBe(false)
  })

  it('opens links, and marks those that leave the portal', () => {
    expect(linked('/2023/a/?b&c')).toBe('<a href="/2023/a/?b&amp;c">x</a> và')
    expect(linked('#muc-1')).toBe('<a href="#muc-1">x</a> và')
    expect(linked('tel:02373833123')).toBe('<a href="tel:02373833123">x</a> và')
    expect(linked('https://thanhhoa.gov.vn/', true)).toBe(
      '<a href="https://thanhhoa.gov.vn/" class="external" rel="noopener noreferrer external">x</a> và',
    )
  })

  it('puts in the words of the theme as text, and cards of videos', () => {
    const pieces: Body['pieces'] = [
      { hole: 'word', word: 'note', number: 2, time: 1 },
      { hole: 'video', link: 0, words: 'Phim', site: 'YouTube' },
    ]
    const links = [{ href: 'https://www.youtube.com/watch?v=1', external: true, download: false }]
    expect(fill({ pieces }, use([], links), draw)).toBe(
      '&lt;note 2.1&gt;<v Phim YouTube youtube.com https://www.youtube.com/watch?v=1>',
    )
    const own = [{ href: '/video/1/', external: false, download: false }]
    expect(fill({ pieces }, use([], own), draw)).toContain('<v Phim YouTube YouTube /video/1/>')
    const unsafe = [{ href: 'javascript:alert(1)', external: true, download: false }]
    expect(() => fill({ pieces }, use([], unsafe), draw)).toThrow('unsafe address')
  })

  it('leaves template code in a body alone', () => {
    const text = '<p>{{ 7 * 7 }} {% include "x" %} {# y #}</p>'
    expect(fill({ pieces: [text] }, use([]), draw)).toBe(text)
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    '\u0001javascript:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript:alert(1)',
    'vbscript:msgbox(1)',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    'blob:https://a/b',
    'ftp://a/b',
    '//evil.example/',
    '/\\evil.example/',
    '\\\\evil.example/',
  ])('never writes the address %j', (href) => {
    expect(() => linked(href)).toThrow(/address/)
  })

  it('never writes the picture of such an address', () => {
    const hostile = { ...image('a'), src: 'javascript:alert(1)' }
    const body: Body = { pieces: [{ hole: 'inline-image', image: 0 }], text: '' }
    expect(() => fill(body, use([hostile]), draw)).toThrow('unsafe address')
  })

  it('keeps quotes of an address inside its attribute', () => {
    const [node] = parseFragment(linked('/a"onclick="alert(1)')).childNodes
    expect(node && 'attrs' in node ? node.attrs : null).toEqual([{ name: 'href', value: '/a"onclick="alert(1)' }])
  })

  it('throws where something to fill in is missing', () => {
    expect(() => fill({ pieces: [{ hole: 'figure', image: 3 }] }, use([]), draw)).toThrow('image 3')
    expect(() => fill({ pieces: [{ hole: 'link', link: 0 }] }, use([]), draw)).toThrow('link 0')
  })
})
