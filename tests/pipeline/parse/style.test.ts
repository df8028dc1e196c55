import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { prepare } from '../../../src/pipeline/build.ts'
import { readStyle } from '../../../src/pipeline/parse/style.ts'
import { bulletin, portal, REPOSITORY } from '../../portal.ts'

const ROOM = join(REPOSITORY, 'templates/assets/css')

/** `line:column code what` of everything said of a sheet. */
async function saidOf(css: string): Promise<readonly string[]> {
  return (await readStyle(css)).map(({ code, place, params }) => {
    const what = 'why' in params ? params.why : 'address' in params ? params.address : ''
    return `${place?.line}:${place?.column} ${code} ${what}`
  })
}

describe('a style sheet', () => {
  it.each([
    ['h1 { color: red', '1:1 style/unclosed block'],
    ['h1 { color: red;\n\np { color: blue; }', '1:1 style/unclosed block'],
    ['@media print {\n  h1 { color: red; }\n', '1:1 style/unclosed block'],
    ['h1::after {\n  content: "hết;\n}', '2:12 style/unclosed string'],
    ["h1::after { content: 'hết; }", '1:22 style/unclosed string'],
    ['h1 {}\n/* tiêu đề\nh2 { color: red; }', '2:1 style/unclosed comment'],
    ['h1 { color: rgb(4, 5 !important }', '1:16 style/unclosed bracket'],
    ['h1 { background: url(x.png; }', '1:21 style/unclosed bracket'],
    ['a[href="x" { color: red; }', '1:2 style/unclosed bracket'],
    ['@media (min-width: 3px {\n  h1 { color: red; }\n}\n', '1:1 style/unclosed bracket'],
    ['h1 { color: red; }\n}\nh2 { color: red; }', '2:1 style/unclosed brace'],
    ['h1 {\n  color red;\n}', '2:3 style/ignored colon'],
    ['h1 { color = red; }', '1:6 style/ignored colon'],
    ['h1 { color:: red; }', '1:12 style/ignored colons'],
    ['h1 {\n  color: red\n  margin: 0;\n}', '2:13 style/ignored semicolon'],
    ['@import "a.css"\nh1 { color: red; }', '1:1 style/ignored semicolon'],
    ['color: red;\nh1 { margin: 0; }', '1:1 style/ignored outside'],
    ['h1 { width: calc(1px + 2px)); }', '1:6 style/ignored bracket'],
    ['// tiêu đề\nh1 { color: red; }', '1:1 style/ignored slashes'],
    ['h1 {\n  color: red; // đỏ\n  margin: 0;\n}', '2:15 style/ignored slashes'],
    ['h1 { font-family: “Arial”; }', '1:6 style/ignored quotes'],
    ['@import "a.css";\nh1 { color: red; }', '1:1 style/ignored import'],
    ['@IMPORT url(a.css) print;', '1:1 style/ignored import'],
    ['@import "https://kieu.example/a.css";', '1:10 style/remote https://kieu.example/a.css'],
    ['@import url(//kieu.example/a.css) print;', '1:13 style/remote //kieu.example/a.css'],
    ['@font-face { src: url("HTTPS://chu.example/a.woff2") }', '1:24 style/remote HTTPS://chu.example/a.woff2'],
    ["h1 {\n  background: #fff url('http://anh.example/a b.png') }", '2:25 style/remote http://anh.example/a b.png'],
    // Escapes are read as browsers read them.
    ['h1 { background: url(\\68ttps://a.example/x.png) }', '1:6 style/remote https://a.example/x.png'],
    ['h1 { background: u\\72l("//a.example/x.png") }', '1:25 style/remote //a.example/x.png'],
    ['h1 { background: url("https:\\\n//a.example/x") }', '1:6 style/remote https://a.example/x'],
    ['h1 { background: url("h\\9 ttps:a.example/x") }', '1:6 style/remote https:a.example/x'],
    ['@\\69mport "//a.example/x.css";', '1:10 style/remote //a.example/x.css'],
    ['h1::after { content: "Nh\\e0  cái" }', '1:13 words/gambling '],
    ['h1 { background: image-set("https://anh.example/a.png" 1x) }', '1:29 style/remote https://anh.example/a.png'],
  ])('tells what browsers swallow: %j', async (css, said) => {
    expect(await saidOf(css)).toEqual([said])
  })

  it('tells all that can be told at once', async () => {
    expect(
      await saidOf(
        'h1 { color red; }\nh2 { margin 0; padding: 0 }\n// ba\nh3 { background: url(https://a.example/b) }',
      ),
    ).toEqual([
      '1:6 style/ignored colon',
      '2:6 style/ignored colon',
      '3:1 style/ignored slashes',
      '4:22 style/remote https://a.example/b',
    ])
    expect(await saidOf('h1 { color red; }\nh2 { margin: 0;')).toEqual([
      '1:6 style/ignored colon',
      '2:1 style/unclosed block',
    ])
  })

  it.each([
    '',
    '/* “không” // sao */ h1 { color: red }',
    'h1 { content: "“trích” // ) }"; }',
    "h1::before { content: ')'; }",
    '@namespace svg url(http://www.w3.org/2000/svg);',
    'h1 { background: url("data:image/svg+xml,%3Csvg xmlns=\'http://www.w3.org/2000/svg\'/%3E"); }',
    'h1 { background: url(data:image/svg+xml;utf8,<svg/>); }',
    '.xem-thêm { &:hover { color: red } @media print { display: none } }',
    ':root { --a: ; --b: { x: y }; --c: url(a.png) }',
    '@layer x; @font-face { src: url(fonts/a.woff2) format("woff2") }',
    '.a { *zoom: 1; filter: progid:DXImageTransform.Microsoft.gradient(startColorstr=1); }',
    'h1 { color: red;; } ; h2 { }',
    '.lien-ket[href^="https://a.example/"] { color: red } /*# sourceMappingURL=/etc/passwd */',
  ])('says nothing of %j', async (css) => {
    expect(await saidOf(css)).toEqual([])
  })

  it('says nothing of the tool’s own', async () => {
    for (const name of readdirSync(ROOM)) expect(await saidOf(readFileSync(join(ROOM, name), 'utf8')), name).toEqual([])
  })
})

describe('the style of a portal', () => {
  const made = portal({ 'content/bulletins/2023/mot.md': bulletin('Một') })
  afterAll(() => made.close())

  it('is read where it is the portal’s own, and stops a build that nobody could read', async () => {
    const own = 'templates/assets/css/06-reading.css'
    made.copy(join(REPOSITORY, own), own).write('templates/assets/rieng/them.css', 'h1 { color: red;\r\n\r\n')
    made.write('templates/assets/css/99-rieng.css', '\uFEFFh1 { color red; }\r\nh2 { font: "x }\r\n')
    expect(await made.says()).toEqual([
      'templates/assets/css/99-rieng.css:1:6 style/ignored',
      'templates/assets/css/99-rieng.css:2:12 style/unclosed',
      'templates/assets/rieng/them.css:1:1 style/unclosed',
    ])
    expect((await made.build()).outputs.size).toBe(0)
    made.write('templates/assets/rieng/them.css', 'h1 { color: red; }').remove('templates/assets/css/99-rieng.css')
    expect(await made.says()).toEqual([])
  })

  it('is not read where nobody has changed it', async () => {
    const read: string[] = []
    const world = made.world()
    const run: typeof world.steps.style.run = (source) => {
      read.push(source.path)
      return world.steps.style.run(source)
    }
    await prepare({ ...world, steps: { ...world.steps, style: { ...world.steps.style, run } } })
    expect(read).toEqual(['templates/assets/rieng/them.css'])
  })

  it('that is no text in UTF-8 is told as any text', async () => {
    made.write('templates/assets/rieng/them.css', Buffer.from('/* ti\xeau */ h1 { color: red; }', 'latin1'))
    expect(await made.says()).toEqual(['templates/assets/rieng/them.css:1:6 text/encoding'])
  })
})
