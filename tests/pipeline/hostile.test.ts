import { parse as parseHtml } from 'parse5'
import { describe, expect, it } from 'vitest'
import { portal } from '../portal.ts'

/** Texts that try to become code, markup or another document; each must come out as text or be refused. */
const PAYLOADS = [
  '{{ 7*7 }}{{ range.constructor("return process")() }}',
  '{% include "/etc/passwd" %}{% for i in range(0, 1e9) %}{% endfor %}',
  '<script>alert(1)</script>',
  '"><svg/onload=alert(1)>',
  "' onmouseover='alert(1)",
  '</title><script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '<!--<script>--><img src=x onerror=alert(1)>',
  ']]><script>alert(1)</script><![CDATA[',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<math><mtext><table><mglyph><style><img src onerror=alert(1)>',
  'javascript:alert(1)',
  'ＡＢＣ \u202Egnp.exe \u0000\u0007\u001b[31m đỏ',
  '${7*7} #{7*7} <%= 7*7 %>',
  '1;DROP TABLE users -- \'"`',
  'Ω≈ç√∫˜µ≤≥÷ 田中さん 👩‍👩‍👧 z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢',
]

const ACTIVE = new Set([
  'script',
  'iframe',
  'object',
  'embed',
  'base',
  'style',
  'form',
  'svg',
  'math',
  'frame',
  'template',
])

/** Everything live in a page: active elements, handlers, scripting addresses. The theme's own structured data is data. */
function live(html: string): readonly string[] {
  const found: string[] = []
  interface Node {
    readonly nodeName: string
    readonly attrs?: readonly { readonly name: string; readonly value: string }[]
    readonly childNodes?: readonly Node[]
    readonly content?: Node
  }
  const visit = (node: Node, inTheme: boolean): void => {
    const attrs = node.attrs ?? []
    const data = attrs.some(({ name, value }) => name === 'type' && value === 'application/ld+json')
    const icon = node.nodeName === 'svg' && attrs.some(({ name, value }) => name === 'aria-hidden' && value === 'true')
    const own = (key: string) => attrs.find(({ name }) => name === key)?.value ?? ''
    const ours =
      (node.nodeName === 'form' && own('action') === '/tim-kiem/') ||
      (node.nodeName === 'script' && /^\/assets\/js\/\w+\.[0-9a-f]{8}\.js$/.test(own('src')))
    if (ACTIVE.has(node.nodeName) && !ours && !data && !icon && !inTheme) found.push(`<${node.nodeName}>`)
    for (const { name, value } of attrs) {
      if (/^on/i.test(name) || name === 'srcdoc' || name === 'style') found.push(`${node.nodeName} ${name}`)
      if (
        /^(href|src|action|formaction|data|poster)$/.test(name) &&
        /^\s*(javascript|vbscript|data|file):/i.test(value)
      )
        found.push(`${node.nodeName} ${name}=${value}`)
    }
    for (const child of node.childNodes ?? []) visit(child, inTheme || icon)
    if (node.content) visit(node.content, inTheme)
  }
  visit(parseHtml(html) as never, false)
  return found
}

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`

describe('hostile text', () => {
  it.each(PAYLOADS.map((payload, index) => [index, payload] as const))(
    '%i is text in every field and in the body',
    async (_, payload) => {
      const typed = payload.replace(/\0/g, '')
      const value = quote(typed)
      const front = `shortTitle: ${value}\nauthors: [{name: ${value}, role: ${value}}]\nunit: ${value}\ntags: [${value}]\nsource: {name: ${value}}\nextra: {x: ${value}}\ncorrections: [{date: 14/01/2023, text: ${value}}]\nattachments: [{src: a.pdf, title: ${value}}]\n`
      const body = `${typed}\n\n## ${typed}\n\n- ${typed}\n\n| ${typed.replaceAll('|', '/')} | b |\n|---|---|\n| ${typed.replaceAll('|', '/')} | x |\n\n\`\`\`${typed.replaceAll('`', '')}\n${typed}\n\`\`\`\n\n> ${typed}\n\n[^1] xem\n\n[^1]: ${typed}\n`
      const one = portal({
        'content/bulletins/2023/thu/index.md': `---\ntitle: ${value}\ndate: 13/01/2023\ncategory: tin-tuc\nsummary: ${value}\n${front}---\n${body}`,
        'content/bulletins/2023/thu/a.pdf': '%PDF-1.4',
        'content/bulletins/2023/van-ban/index.md': `---\ntitle: ${typed.replace(/[\r\n]/g, ' ')}\ndate: 13/01/2023\ncategory: tin-tuc\nsummary: x\n---\n${typed}\n`,
        'content/pages/trang.md': `---\ntitle: ${value}\n---\n${body}`,
      })
      const { ok, outputs, diagnostics } = await one.build()
      one.close()
      expect(diagnostics.filter(({ diagnostic }) => diagnostic.severity === 'error')).toEqual([])
      expect(ok).toBe(true)
      for (const [path, bytes] of outputs) {
        const text = Buffer.from(bytes).toString('utf8')
        if (path.endsWith('.html')) expect(live(text), path).toEqual([])
        if (/\.(html|xml)$/.test(path))
          expect(text, path).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\ufffe\uffff]/)
        if (path.endsWith('.xml')) expect(text, path).not.toMatch(/<(script|svg|img|iframe)/)
        expect(text.includes('root:x:0:0'), path).toBe(false)
      }
      const page = Buffer.from(outputs.get('2023/thu/index.html' as never) ?? []).toString('utf8')
      if (typed.startsWith('{{')) expect(page).toContain('{{ 7*7 }}')
      for (const [, json = ''] of page.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs))
        expect(() => JSON.parse(json)).not.toThrow()
    },
  )

  it('evaluates no front matter but plain YAML', async () => {
    const one = portal({
      'content/bulletins/2023/a.md': '---js\nglobalThis.__ran = true\n---\nx\n',
      'content/bulletins/2023/b.md': '---\ntitle: !!js/function "function(){globalThis.__ran=true}"\n---\n',
    })
    const { ok } = await one.build()
    one.close()
    expect(ok).toBe(false)
    expect((globalThis as Record<string, unknown>)['__ran']).toBeUndefined()
  })

  it('survives bombs in front matter', async () => {
    const bombs = [
      `x: ${'['.repeat(20_000)}`,
      `a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]`,
      `x: ${'{a: '.repeat(3000)}`,
      Array.from({ length: 5000 }, (_, n) => `k${n}: 1`).join('\n'),
      `${'- '.repeat(5000)}x`,
    ]
    const one = portal({})
    for (const [index, bomb] of bombs.entries())
      one.write(`content/bulletins/2023/b${index}.md`, `---\ntitle: x\n${bomb}\n---\n`)
    const said = await one.says()
    one.close()
    for (const index of bombs.keys())
      expect(
        said.some((line) => line.startsWith(`content/bulletins/2023/b${index}.md`)),
        String(index),
      ).toBe(true)
  })

  it('survives bombs in the body', async () => {
    const bombs = ['[', '(', '![', '**', '> ', '- ', '|a', '<', '[^1]: ', '`', 'e\u0301\u0323'].map((unit) =>
      unit.repeat(20_000),
    )
    const nested = Array.from({ length: 2000 }, (_, n) => `${' '.repeat(n % 200)}- x`).join('\n')
    const one = portal({})
    for (const [index, bomb] of [...bombs, nested, 'a'.repeat(3_000_000)].entries()) {
      one.write(
        `content/bulletins/2023/b${index}.md`,
        `---\ntitle: Bài ${index}\ndate: 13/01/2023\ncategory: tin-tuc\nsummary: x\n---\n${bomb}\n`,
      )
    }
    const { ok } = await one.build()
    one.close()
    expect(ok).toBe(true)
  })
})
