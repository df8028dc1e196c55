import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { atEnd } from '../closing.ts'
import { bulletin, CATEGORIES_YML, PORTAL_YML, portal, type TestPortal } from '../portal.ts'

const make = (files: Parameters<typeof portal>[0]): TestPortal => {
  const one = portal(files)
  atEnd(() => one.close())
  return one
}

const AT = 'content/bulletins/2023/hoi-nghi/index.md'
const PORTAL = 'content/portal.yml'
const gamblingSaid = async (one: TestPortal): Promise<readonly string[]> =>
  (await one.says()).filter((line) => line.includes('gambling'))

describe('gambling houses in portal.yml', () => {
  it.each([
    ["notices: [{text: Tin, href: 'https://kubet79.example/'}]", ':10:29 link/gambling'],
    ['notices: [{text: Nhà cái uy tín}]', ':10:18 words/gambling'],
    ["links: [{title: Tin, href: 'https://nhacaiuytin.example/'}]", ':10:28 link/gambling'],
    ["menu: [{title: Tin, children: [{title: Hay, href: 'https://sunw1n.example/'}]}]", ':10:51 link/gambling'],
    ["parent: {name: Cổng tỉnh, url: 'https://casinovip.example/'}", ':10:32 link/gambling'],
    ['measurement: {script: [https://kubet.example]}', ':10:24 link/gambling'],
    ['slogan: {text: Chơi tài-xỉu}', ':10:21 words/gambling'],
  ])('%s', async (line, expected) => {
    expect(await gamblingSaid(make({ [AT]: bulletin('Một'), [PORTAL]: `${PORTAL_YML}${line}\n` }))).toEqual([
      PORTAL + expected,
    ])
  })

  it('says nothing of hosts that are trusted, and of pages of the portal', async () => {
    const lines =
      "linkHosts: [gov.vn, casino-watch.example]\nlinks: [{title: Báo, href: 'https://casino-watch.example/'}, {title: Bài, href: /2023/hoi-nghi/}]\n"
    expect(await make({ [AT]: bulletin('Một'), [PORTAL]: PORTAL_YML + lines }).says()).toEqual([])
  })
})

it('are found in registers, data and the source of a bulletin', async () => {
  const one = make({
    [AT]: bulletin('Một', "source: {name: Báo, url: 'https://kubet.example/'}\n"),
    'content/categories.yml': CATEGORIES_YML.replace(/(id: tin-tuc\n)/, '$1  purpose: Tin, nhà cái\n'),
    'content/authors.yml': '- {id: an, name: An 8xbet1}\n',
    'content/units.yml': "- {id: ubnd, name: UBND, url: 'https://taixiu.example/'}\n",
    'content/data/so-lieu.yml': 'loi: vào KUBET\n',
  })
  expect([...(await gamblingSaid(one))].sort()).toEqual(
    [
      'content/authors.yml:1:21 words/gambling',
      `${AT}:6:26 link/gambling`,
      'content/categories.yml:2:17 words/gambling',
      'content/data/so-lieu.yml:1:10 words/gambling',
      'content/units.yml:1:31 link/gambling',
    ].sort(),
  )
})

it('style sheets that are published as they are fetch nothing from elsewhere and say nothing of gambling', async () => {
  const one = make({ [AT]: bulletin('Một') })
  one.write('content/static/nhung/a.css', '@import "b.css";\np { background: url(\\68ttps://kubet.example/x.png) }\n')
  one.write('content/static/nhung/b.css', 'p::before { content: "KUBET79" }\n')
  expect([...(await one.says())].sort()).toEqual([
    'content/static/nhung/a.css:2:5 style/remote',
    'content/static/nhung/b.css:1:13 words/gambling',
  ])
})

it('cannot be let through by accepting links to unknown hosts', async () => {
  const one = make({ [AT]: bulletin('Một', 'accept: [link/host, link/gambling]\n', '[x](https://sunw1n.example/)\n') })
  expect(await one.says()).toContain(`${AT}:8:5 link/gambling`)
})

it('a report of the police may be accepted', async () => {
  const body = 'Công an triệt phá nhà cái cá độ bóng đá.\n'
  expect(await make({ [AT]: bulletin('Một', '', body) }).says()).toEqual([
    `${AT}:7:19 words/gambling`,
    `${AT}:7:27 words/gambling`,
  ])
  expect(await make({ [AT]: bulletin('Một', 'accept: [words/gambling]\n', body) }).says()).toEqual([])
})

it('links of notices and banners that leave the portal say so', async () => {
  const lines =
    "notices: [{text: Tin, href: 'https://tinh.gov.vn/a'}, {text: Bài, href: /2023/hoi-nghi/}]\nbanners: [{image: static/a.png, alt: Tết, href: 'https://tinh.gov.vn/b'}]\n"
  const one = make({ [AT]: bulletin('Một'), [PORTAL]: PORTAL_YML + lines })
  one.write(
    'content/static/a.png',
    await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
      .png()
      .toBuffer(),
  )
  const html = Buffer.from((await one.build()).outputs.get('index.html') ?? '').toString('utf8')
  for (const href of ['https://tinh.gov.vn/a', 'https://tinh.gov.vn/b'])
    expect(new RegExp(`<a href="${href}"[^>]*>`).exec(html)?.[0]).toContain('rel="noopener noreferrer external"')
  expect(html).toContain('<a href="/2023/hoi-nghi/">Bài')
})

it('pages and drawings in static/ are read for code, words and addresses', async () => {
  const one = make({ [AT]: bulletin('Một') })
  one.write('content/static/google123.html', 'google-site-verification: google123.html\n')
  one.write(
    'content/static/a.html',
    '<p>Sạch</p>\n<p>Chơi tài xỉu</p>\n<a hidden href="https://kubet79.example/">x</a>\n',
  )
  one.write('content/static/b.svg', '<svg xmlns="http://www.w3.org/2000/svg"\n onload="x()"><path d="M0"/></svg>\n')
  one.write('content/static/c.svg', '<svg xmlns="http://www.w3.org/2000/svg"><title>Bản đồ</title></svg>\n')
  expect([...(await one.says())].sort()).toEqual([
    'content/static/a.html:2:9 words/gambling',
    'content/static/a.html:3:17 link/gambling',
    'content/static/b.svg:2:2 file/runs',
  ])
})

it('programs, keys and dumps in static/ are never published', async () => {
  const one = make({ [AT]: bulletin('Một') })
  const never = ['x.php', 'x.php.jpg', 'y.phtml', 'z.shtml', 'cai-dat.exe', 'a.swf', 'id_rsa', 'backup.sql', 'prod.env']
  for (const name of never) one.write(`content/static/${name}`, 'x')
  for (const name of ['google123.html', 'a.js', 'a.txt', 'ke-hoach.pdf', 'id.json'])
    one.write(`content/static/${name}`, 'x')
  const said = await one.says(undefined, ['error'])
  expect(said.filter((line) => line.endsWith('file/never')).sort()).toEqual(
    never.map((name) => `content/static/${name} file/never`).sort(),
  )
})
