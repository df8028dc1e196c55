import { readdirSync, statSync } from 'node:fs'
import { HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'
import { bodyWords } from '../../../src/core/bulletin.ts'
import { KEYS } from '../../../src/pipeline/plan/words.ts'
import type { Theme } from '../../../src/pipeline/render.ts'
import { defaultTheme, stringsOf, templateNames, templateText } from './default-theme.ts'
import { attributeOf, elementsOf, liveIn, outlineOf, tagsOf, textOf } from './outline.ts'
import { bodyOf, type Case, cases, dataCases, site } from './views.ts'

const theme = defaultTheme()

const rendered = ({ job }: Case, by: Theme = theme): string => {
  const result = by.render(job, bodyOf)
  if ('problem' in result) throw new Error(JSON.stringify(result.problem))
  return result.text
}

const named = (name: string): Case => {
  const found = [...cases, ...dataCases].find((each) => each.name === name)
  if (found === undefined) throw new Error(`no case ${name}`)
  return found
}

const all = (name: string, tag: string) => elementsOf(rendered(named(name))).filter(({ tagName }) => tagName === tag)

const withClass = (name: string, wanted: string) =>
  elementsOf(rendered(named(name))).filter((element) => attributeOf(element, 'class')?.split(' ').includes(wanted))

const metaOf = (name: string, key: string): string | null => {
  const meta = all(name, 'meta').find((element) =>
    ['name', 'property', 'http-equiv'].some((attribute) => attributeOf(element, attribute) === key),
  )
  return meta === undefined ? null : attributeOf(meta, 'content')
}

describe('the default theme', () => {
  it('has nothing wrong with it, in either language', () => {
    expect(theme.diagnostics).toEqual([])
    expect(defaultTheme('en').diagnostics).toEqual([])
    for (const each of [...cases, ...dataCases]) expect(rendered(each, defaultTheme('en'))).not.toBe('')
  })

  it('has the same words in both languages, and uses each', () => {
    const { vi, en } = { vi: stringsOf('vi'), en: stringsOf('en') }
    expect(Object.keys(en)).toEqual(Object.keys(vi))
    const texts = templateNames.filter((name) => name.endsWith('.njk')).map(templateText)
    const used = new Set(texts.flatMap((text) => [...text.matchAll(/\bt\('([^']+)'/g)].map(([, key]) => key)))
    for (const word of bodyWords) used.add(`body.${word}`)
    for (const key of Object.values(KEYS)) used.add(key)
    expect([...used].sort()).toEqual(Object.keys(vi).sort())
    const gaps = (text: string | undefined) => [...(text ?? '').matchAll(/\{\w+\}/g)].map(String).sort()
    for (const key of Object.keys(vi)) expect(gaps(en[key]), key).toEqual(gaps(vi[key]))
  })

  it('has a template for every kind of page', () => {
    const wanted =
      'home bulletin category categories period page not-found redirect feeds/rss.xml sitemap.xml robots.txt'
    expect(wanted.split(' ').filter((name) => !theme.has(`${name}.njk`))).toEqual([])
    const shells = templateNames.filter((name) => name.endsWith('.njk') && /<html/.test(templateText(name)))
    expect(shells).toEqual(['base.njk'])
  })
})

describe.each(cases)('the page $name', (page) => {
  const html = rendered(page)

  it('is valid HTML', async () => {
    const report = await new HtmlValidate({ root: true, extends: ['html-validate:standard'] }).validateString(html)
    expect(
      report.results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => [ruleId, message, line])),
    ).toEqual([])
  })

  it('has one h1, one main, a skip link, and headings in order', () => {
    const elements = elementsOf(html)
    const count = (tag: string) => elements.filter(({ tagName }) => tagName === tag).length
    expect([count('h1'), count('main')]).toEqual([1, 1])
    const main = elements.find(({ tagName }) => tagName === 'main')
    const skip = elements.find(({ tagName }) => tagName === 'a')
    expect(skip && attributeOf(skip, 'href')).toBe(`#${main && attributeOf(main, 'id')}`)
    const levels = elements.flatMap(({ tagName }) => (/^h[1-6]$/.test(tagName) ? [Number(tagName[1])] : []))
    const jumps = levels.filter((level, at) => level - (levels[at - 1] ?? 0) > 1)
    expect(jumps, levels.join(' ')).toEqual([])
  })

  it('holds nothing that acts, and no style of its own', () => {
    expect(liveIn(html)).toEqual([])
  })

  it('gives every picture of content its size and words', () => {
    for (const image of elementsOf(html).filter(({ tagName }) => tagName === 'img')) {
      expect(attributeOf(image, 'alt')).not.toBeNull()
      if (attributeOf(image, 'src')?.includes('bien.jpg')) continue
      expect(Number(attributeOf(image, 'width')) * Number(attributeOf(image, 'height'))).toBeGreaterThan(0)
    }
  })

  it('loads from the portal alone', () => {
    const loading = elementsOf(html).filter(
      (element) =>
        ['img', 'script', 'audio', 'video', 'source'].includes(element.tagName) ||
        (element.tagName === 'link' && /stylesheet|icon|preload/.test(attributeOf(element, 'rel') ?? '')),
    )
    const addresses = loading.flatMap((element) => attributeOf(element, 'src') ?? attributeOf(element, 'href') ?? [])
    expect(addresses.filter((address) => !/^\/[^/]/.test(address))).toEqual([])
  })

  it('leaves no gap unfilled', () => {
    expect(html).not.toMatch(/undefined|\[object|NaN|\{\{|\{%|&amp;(?:amp|lt|gt|quot|#39);/)
  })
})

describe('heads', () => {
  it('say what the page is', () => {
    expect(all('bulletin', 'html').map((element) => attributeOf(element, 'lang'))).toEqual(['vi'])
    const { page } = named('bulletin').job.view
    expect(all('bulletin', 'title').map(textOf)).toEqual([page.documentTitle])
    expect(metaOf('bulletin', 'description')).toBe(page.description)
    expect(metaOf('bulletin', 'og:type')).toBe('article')
    expect(metaOf('bulletin', 'og:image')).toBe('https://thoxuan.example.vn/anh/hoi-nghi-1.jpg')
    expect(metaOf('bulletin', 'article:published_time')).toBe('2023-01-13')
    expect(metaOf('bulletin', 'twitter:card')).toBe('summary_large_image')
    expect(metaOf('category', 'twitter:card')).toBe('summary')
    expect(metaOf('bulletin', 'DC.publisher')).toBe(site.agency.name)
    expect(metaOf('bulletin', 'generator')).toBe('tx-portal 0.1.0')
  })

  it('carry the policy as it was given, before anything is loaded', () => {
    expect(metaOf('home', 'Content-Security-Policy')).toBe(site.csp)
    const names = elementsOf(rendered(named('home'))).map(
      (element) => attributeOf(element, 'http-equiv') ?? element.tagName,
    )
    expect(names.indexOf('Content-Security-Policy')).toBeLessThan(names.indexOf('link'))
  })

  it('carry structured data that reads back', () => {
    const data = all('bulletin', 'script').map((script) => JSON.parse(textOf(script)))
    expect(data).toEqual(named('bulletin').job.view.page.jsonLd)
  })

  it('tell search engines what to leave out', () => {
    expect(metaOf('home', 'robots')).toBe('noindex')
    expect(metaOf('home-empty', 'robots')).toBeNull()
  })

  it('name the address that stands, which a missing page has not', () => {
    const canonical = (name: string) =>
      all(name, 'link').flatMap((link) => (attributeOf(link, 'rel') === 'canonical' ? [attributeOf(link, 'href')] : []))
    expect(canonical('category')).toEqual(['https://thoxuan.example.vn/chuyen-muc/quy-hoach/'])
    expect(canonical('redirect')).toEqual(['https://thoxuan.example.vn/2023/hoi-nghi/'])
    expect(canonical('not-found')).toEqual([])
  })
})

describe('bulletins', () => {
  const text = (name: string, wanted: string) => withClass(name, wanted).map(textOf)

  it('say the day, or the hour where it was given', () => {
    expect(text('bulletin', 'byline')).toEqual(['Ngày đăng: 13/01/2023 Đọc khoảng 4 phút'])
    expect(text('report', 'byline')).toEqual([
      'Đăng lúc: 13/01/2023, 16:20 (GMT+7) Cập nhật: 20/01/2023 Ngày diễn ra: 15/01/2023 Đọc khoảng 4 phút',
    ])
    const [time] = all('report', 'time')
    expect(time && attributeOf(time, 'datetime')).toBe('2023-01-13T16:20:00+07:00')
  })

  it('are signed at the end of the text', () => {
    expect(text('bulletin', 'signature')).toEqual(['Lê Thơ – Khắc Cường, Trung tâm VHTT, TT&DL huyện'])
    expect(text('expired', 'signature')).toEqual([])
    const html = rendered(named('bulletin'))
    expect(html.indexOf('class="signature"')).toBeGreaterThan(html.indexOf('class="prose"'))
  })

  it('show corrections before the text', () => {
    expect(text('report', 'corrections')).toEqual(['Đính chính 20/01/2023: Sửa tỷ lệ hộ nghèo từ 2,9% thành 1,9%.'])
    const html = rendered(named('report'))
    expect(html.indexOf('class="corrections"')).toBeLessThan(html.indexOf('class="prose"'))
  })

  it('say when they are not simply published', () => {
    expect(text('expired', 'state')[0]).toContain('Đã hết hạn')
    expect(text('draft', 'state')[0]).toContain('Bản nháp')
    expect(text('scheduled', 'state')[0]).toContain('từ 01/02/2023, 07:30 (GMT+7)')
    expect(text('bulletin', 'state')).toEqual([])
    expect(text('period', 'ribbon')).toEqual(['Đã hết hạn'])
  })

  it('show nothing but the notice once withdrawn', () => {
    expect(text('withdrawn', 'withdrawn')).toEqual([
      'Bài viết đã được thu hồi Thu hồi ngày 20 tháng 01 năm 2023. Lý do: Lịch đã được thay bằng thông báo số 15/TB-UBND.',
    ])
    for (const gone of ['prose', 'summary', 'signature', 'byline']) expect(text('withdrawn', gone), gone).toEqual([])
  })

  it('have captions with credit, and a gallery with its own', () => {
    expect(withClass('report', 'figure').map(textOf)).toEqual(['Cánh đồng mẫu lớn Ảnh: Lê Thơ'])
    expect(withClass('report', 'gallery').map(textOf)).toEqual(['Bà con xã Xuân Lai Một số hình ảnh mùa gặt'])
    expect(all('report', 'img')).toHaveLength(7)
  })

  it('list documents with kind and size, and play sound', () => {
    expect(text('report', 'attachments')[0]).toContain('PDF Báo cáo số 12/BC-UBND')
    expect(text('report', 'attachments')[0]).toContain('812 KB')
    expect(all('report', 'audio').map((audio) => attributeOf(audio, 'src'))).toEqual(['/tep/phat-thanh.mp3'])
    expect(all('report', 'video').map((video) => attributeOf(video, 'src'))).toEqual(['/tep/phong-su.mp4'])
  })

  it('have a list of contents when they are long', () => {
    const links = withClass('report', 'contents').flatMap((nav) => textOf(nav))
    expect(links).toEqual([
      'Nội dung chính Kết quả chung Kết quả từng tiêu chí Tồn tại, hạn chế Phương hướng, nhiệm vụ',
    ])
    expect(withClass('bulletin', 'contents')).toEqual([])
  })

  it('lead to older ones and the newer neighbour', () => {
    expect(text('bulletin', 'newer')[0]).toContain('Khai mạc phiên chợ')
    expect(withClass('bulletin', 'older').map((older) => textOf(older))[0]).toContain('Mùa gặt trên cánh đồng')
    expect(text('expired', 'neighbours')).toEqual([])
  })
})

describe('the shell', () => {
  it('marks where one is', () => {
    const current = (name: string) =>
      all(name, 'a').flatMap((a) =>
        attributeOf(a, 'aria-current') === null ? [] : [[textOf(a), attributeOf(a, 'aria-current')]],
      )
    expect(current('home')).toEqual([['Trang chủ', 'page']])
    expect(current('bulletin')).toEqual([['Chiến lược - Định hướng - Quy hoạch', 'true']])
    expect(current('category')).toEqual([
      ['Chiến lược - Định hướng - Quy hoạch', 'page'],
      ['Chiến lược - Định hướng - Quy hoạch', 'page'],
    ])
  })

  it('marks and guards links that leave the portal', () => {
    for (const link of all('bulletin', 'a')) {
      if (!/^https?:/.test(attributeOf(link, 'href') ?? '')) continue
      expect(attributeOf(link, 'rel')).toBe('noopener noreferrer external')
    }
  })

  it('says who answers for the portal, and that a sample is one', () => {
    const [footer] = all('home', 'footer')
    const text = footer === undefined ? '' : textOf(footer)
    for (const part of [
      site.agency.name,
      site.agency.person,
      site.agency.address,
      site.agency.phone,
      site.agency.email,
    ]) {
      expect(text).toContain(part)
    }
    expect(text).toContain('dữ liệu mẫu')
    expect(all('home-empty', 'footer').map(textOf)[0]).not.toContain('dữ liệu mẫu')
    const contacts = all('home', 'a').flatMap((a) => attributeOf(a, 'href')?.match(/^(?:tel|mailto):.*/) ?? [])
    expect(contacts).toEqual(['tel:02370000000', 'mailto:banbientap@thoxuan.example.vn'])
  })
})

describe('redirects', () => {
  it('lead on without a script, and by a link', () => {
    expect(metaOf('redirect', 'refresh')).toBe('0; url=/2023/hoi-nghi/')
    expect(metaOf('redirect', 'robots')).toBe('noindex')
    expect(all('redirect', 'a').map((a) => attributeOf(a, 'href'))).toContain('/2023/hoi-nghi/')
  })
})

describe('what machines read', () => {
  it('is a feed with whole texts', () => {
    const xml = rendered(named('rss'))
    expect(xml.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"')).toBe(true)
    expect(tagsOf(xml)).toEqual(
      'rss channel title link description language lastBuildDate generator atom:link item title link guid pubDate category dc:creator dc:creator description content:encoded'.split(
        ' ',
      ),
    )
    expect(xml).toContain('<guid isPermaLink="true">https://thoxuan.example.vn/2023/hoi-nghi/?a=1&amp;b=2</guid>')
    expect(xml).toContain('&lt;p&gt;Dự hội nghị có đồng chí')
    expect(xml).toContain('href=&quot;https://thanhhoa.gov.vn/tin?a=1&amp;amp;b=2&quot;')
  })

  it('is a map of parts, or of pages', () => {
    expect(tagsOf(rendered(named('sitemap-index')))).toEqual('sitemapindex sitemap loc sitemap loc'.split(' '))
    expect(tagsOf(rendered(named('sitemap')))).toEqual('urlset url loc lastmod url loc'.split(' '))
    expect(rendered(named('sitemap'))).toContain('<loc>https://thoxuan.example.vn/2023/a/?b&amp;c</loc>')
  })

  it('is robots.txt, which lets them read that samples are not to be listed', () => {
    const lines = rendered(named('robots')).trim().split('\n')
    expect(lines.filter((line) => line !== '' && !line.startsWith('#'))).toEqual([
      'User-agent: *',
      'Allow: /',
      'Sitemap: https://thoxuan.example.vn/sitemap.xml',
    ])
    expect(lines[0]).toContain('"noindex"')
  })
})

describe('hostile text in every field', () => {
  const payloads = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    `' onmouseover='alert(1)`,
    '</title></script><script>alert(1)</script>',
    '--><svg onload=alert(1)>',
    ']]><x y="',
    'javascript:alert(1)',
    '{{ 7*7 }}{% include "x" %}{# y #}',
    `{{ ''.constructor.constructor('return process')() }}`,
    '</textarea><style>*{display:none}</style>',
    '&lt;script&gt;&#60;b&#62;&amp;',
    '\\"><iframe srcdoc="<script>alert(1)</script>">',
    '\u2028\u2029<!--',
    '`{alert(1)}`',
  ]
  // What templates compare or put into names of elements; the rest of a view is words and addresses.
  const fixed = new Set('kind version language type state csp generator'.split(' '))
  const address = new Set(
    'href url call src to home baseUrl canonical self emblem feed sitemap manifest parts assets share'.split(' '),
  )

  const soil = (value: unknown, payload: string, key = ''): unknown => {
    if (fixed.has(key) || value === '') return value
    if (typeof value === 'string') return address.has(key) ? `${value}"><script>alert(1)</script>` : payload
    if (Array.isArray(value)) return value.map((item) => soil(item, payload, key))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [
        name,
        soil(item, payload, key === 'assets' || key === 'share' ? key : name),
      ]),
    )
  }

  const soiled = ({ job, ...rest }: Case, payload: string): Case => {
    const view = soil(job.view, payload) as typeof job.view
    const bodies = job.bodies.map((use) => ({ ...use, images: soil(use.images, payload) as typeof use.images }))
    return { ...rest, job: { ...job, view, bodies } }
  }

  it.each(payloads)('%j changes nothing but words', (payload) => {
    for (const page of cases) {
      const html = rendered(soiled(page, payload))
      expect(outlineOf(html), page.name).toEqual(outlineOf(rendered(page)))
      expect(liveIn(html), page.name).toEqual([])
      for (const script of elementsOf(html).filter(({ tagName }) => tagName === 'script')) {
        const [data] = soil(page.job.view.page.jsonLd, payload) as readonly unknown[]
        expect(
          'childNodes' in script && script.childNodes.map((node) => 'value' in node && JSON.parse(node.value)),
        ).toEqual([data])
      }
    }
    for (const data of dataCases.filter(({ name }) => name !== 'robots')) {
      expect(tagsOf(rendered(soiled(data, payload))), data.name).toEqual(tagsOf(rendered(data)))
    }
  })

  it('is shown as it was written', () => {
    const payload = '{{ 7*7 }} <b>"&\'</b>'
    const page = soiled(named('bulletin'), payload)
    const heading = elementsOf(rendered(page)).find(({ tagName }) => tagName === 'h1')
    expect(heading && textOf(heading)).toBe(payload)
  })
})

describe('style sheets and fonts', () => {
  const css = templateNames
    .filter((name) => /^assets\/css\/.*\.css$/.test(name))
    .map(templateText)
    .join('\n')
  const fonts = new URL('../../../templates/assets/fonts/', import.meta.url)

  it('name only fonts that are there, and those weigh little', () => {
    const wanted = [...css.matchAll(/url\(([^)]*)\)/g)].map(([, address]) => address)
    const there = readdirSync(fonts).filter((name) => name.endsWith('.woff2'))
    expect(wanted.toSorted()).toEqual(there.map((name) => `"fonts/${name}"`).toSorted())
    expect(there.reduce((sum, name) => sum + statSync(new URL(name, fonts)).size, 0)).toBeLessThan(75_000)
    expect(readdirSync(fonts)).toContain('OFL.txt')
    expect(css).not.toMatch(/@import|https?:|data:/)
  })

  it('have words that can be read, by light, by dark and in high contrast', () => {
    const tokens = templateText('assets/css/02-tokens.css')
    const rule = (selector: string) => tokens.split(`  ${selector} {\n`)[1]?.split('}')[0] ?? ''
    const light = tokens.split('@supports')[0] ?? ''
    const dark = rule(':root:not([data-contrast])')
    const high = rule(':root[data-contrast="high"]')
    expect(rule(':root[data-contrast="dark"]'), 'dark is one thing, whoever chose it').toBe(dark)
    const colour = (part: string, name: string): string => {
      const value =
        new RegExp(`--${name}: ([^;]+);`).exec(part)?.[1] ?? new RegExp(`--${name}: ([^;]+);`).exec(light)?.[1] ?? ''
      return /^var\(--(\w+)\)$/.exec(value)?.[1] === undefined ? value : colour(part, value.slice(6, -1))
    }
    for (const part of [light, dark, high]) {
      const needed = part === high ? 7 : 4.5
      for (const ground of ['paper', 'tint']) {
        for (const word of ['ink', 'soft', 'link']) {
          expect(contrast(colour(part, word), colour(part, ground)), `${word} on ${ground}`).toBeGreaterThan(needed)
        }
      }
      expect(contrast(colour(part, 'on-primary'), colour(part, 'primary'))).toBeGreaterThan(needed)
      expect(contrast(colour(part, 'ink'), colour(part, 'spoken')), 'the sentence that is read aloud').toBeGreaterThan(
        needed,
      )
      expect(contrast(colour(part, 'focus'), colour(part, 'paper'))).toBeGreaterThan(3)
    }
  })
})

/** The ratio of WCAG 2 for two colours `#rgb` or `#rrggbb`. */
function contrast(a: string, b: string): number {
  const light = (hex: string): number => {
    const digits =
      hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit) : (hex.slice(1).match(/../g) ?? [])
    const [red = 0, green = 0, blue = 0] = digits.map((pair) => {
      const part = Number.parseInt(pair, 16) / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [dim = 0, bright = 0] = [light(a), light(b)].toSorted((x, y) => x - y)
  return (bright + 0.05) / (dim + 0.05)
}
