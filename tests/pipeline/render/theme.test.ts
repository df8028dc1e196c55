import { describe, expect, it } from 'vitest'
import type { Body } from '../../../src/core/bulletin.ts'
import { digestBytes } from '../../../src/core/digest.ts'
import { outputPath, sourcePath } from '../../../src/core/path.ts'
import type { BodyUse, PageJob } from '../../../src/core/plan.ts'
import type { View } from '../../../src/core/view.ts'
import { openTheme, type TemplateFile, type Theme } from '../../../src/pipeline/render.ts'

const page = 'content/bulletins/2023/hoi-nghi/index.md'
const words = { hello: 'Xin chào {name}', plain: 'Chữ' }

const files = (texts: { readonly [name: string]: string }): TemplateFile[] =>
  Object.entries(texts).map(([name, text]) => ({ name, text, source: sourcePath(`templates/${name}`) }))

const open = (texts: { readonly [name: string]: string }): Theme =>
  openTheme({ files: files(texts), language: 'vi', strings: words })

const job = (template: string, view: object = {}, bodies: readonly BodyUse[] = []): PageJob => ({
  kind: 'page',
  path: outputPath('index.html'),
  digest: digestBytes('job'),
  phase: 'page',
  of: sourcePath(page),
  template,
  shows: 'page',
  view: view as View,
  bodies,
})

const noBody = (): Body => {
  throw new Error('no body is wanted here')
}

const textOf = (theme: Theme, template: string, view: object = {}): string => {
  expect(theme.diagnostics).toEqual([])
  const result = theme.render(job(template, view), noBody)
  if ('problem' in result) throw new Error(JSON.stringify(result.problem))
  expect(openTheme(theme.parts).render(job(template, view), noBody)).toEqual(result)
  return result.text
}

const problemOf = (theme: Theme, template: string, view: object = {}) => {
  expect(theme.diagnostics).toEqual([])
  const result = theme.render(job(template, view), noBody)
  if (!('problem' in result)) throw new Error(`rendered: ${result.text}`)
  const { file, diagnostic } = result.problem
  // How many steps are too many is no part of a theme.
  if (diagnostic.code !== 'template/endless')
    expect(openTheme(theme.parts).render(job(template, view), noBody)).toEqual(result)
  return { file, code: diagnostic.code, params: diagnostic.params, place: diagnostic.place }
}

const found = (theme: Theme) =>
  theme.diagnostics.map(({ file, diagnostic: { code, params, place } }) => ({ file, code, params, place }))

describe('what all pages share', () => {
  const shared = () => ({ site: { links: [{ title: 'A' }, { title: 'B' }] }, bulletin: { extra: { so: ['1', '2'] } } })

  it.each([
    ['site.links.reverse()'],
    ['site.links.push(1)'],
    ['site.links.sort()'],
    ['bulletin.extra.so.splice(0, 1)'],
    ['site.links[0].tags.push(1)'],
  ])('is not changed by {{ %s }}, which is told', (expression) => {
    const view = shared()
    Object.assign(view.site.links[0] ?? {}, { tags: [] })
    const before = JSON.stringify(view)
    const problem = problemOf(open({ 'a.njk': `\n{{ ${expression} }}` }), 'a.njk', view)
    expect(problem).toMatchObject({ code: 'template/changes', params: { page }, place: { line: 2 } })
    expect(JSON.stringify(view)).toBe(before)
  })

  it('may be turned and sorted by filters, and lists of a template’s own be added to', () => {
    const text =
      "{% for l in site.links | reverse %}{{ l.title }}{% endfor %}{% set own = [] %}{% if own.push('x') %}{{ own | join }}{% endif %}"
    const theme = open({ 'a.njk': text })
    expect(textOf(theme, 'a.njk', shared())).toBe('BAx')
  })
})

describe('what is wrong with templates before rendering', () => {
  const one = (text: string) => {
    const problems = found(open({ 'a.njk': text }))
    expect(problems).toHaveLength(1)
    return problems[0]!
  }

  it.each([
    ['{% if x %}\ntext\n', 1, 1, 'if'],
    ['a\n{% if x %}\n{% for y in x %}\n{% endif %}\n', 3, 1, 'for'],
    ['a\n{% if x %}\n{% if y %}{% endif %}\n', 2, 1, 'if'],
    ['a\r\nb\r\n  {% block c %}\r\nd', 3, 3, 'block'],
    ['a\n{% for x in y %}\n{# {% endfor %} #}', 2, 1, 'for'],
    ['\n\n{% macro m(x) %}\n', 3, 1, 'macro'],
    ['\n{% set x %}\ntext\n', 2, 1, 'set'],
    ['\n{% filter upper %}\ntext\n', 2, 1, 'filter'],
    ['\n{% switch x %}\n{% case 1 %}\n', 2, 1, 'switch'],
  ])('finds the block that is not closed in %j', (text, line, column, name) => {
    expect(one(text)).toMatchObject({
      file: 'templates/a.njk',
      code: 'template/syntax',
      params: { detail: `{% ${name} %} … {% end${name} %}`, page: null },
      place: { line, column },
    })
  })

  it.each([
    ['a\nb {{ x\nc', 2, 3, '{{ … }}'],
    ['a\nb {% if x\nc', 2, 3, '{% … %}'],
    ['a\nb {# x\nc', 2, 3, '{# … #}'],
  ])('finds the tag that is not closed in %j', (text, line, column, detail) => {
    expect(one(text)).toMatchObject({ code: 'template/syntax', params: { detail }, place: { line, column } })
  })

  it.each([
    ['{% if a %}\n{% endif %}\n{{ a b }}', 3, 6, 'expected variable end'],
    ['{# one\ntwo #}\n  {% for x of y %}{% endfor %}', 3, 6, 'parseFor: expected "in" keyword for loop'],
  ])('finds the place of the mistake in %j', (text, line, column, detail) => {
    expect(one(text)).toMatchObject({ code: 'template/syntax', params: { detail }, place: { line, column } })
  })

  it.each([
    ['a\n{% endif %}\n', 2, 1, '{% endif %}'],
    ['{% if x %}\n{% block main %}\n{% endblock %}{% endif %}\n  {% endif %}\n', 4, 3, '{% endif %}'],
    ['a\n{% block main %}\n\n\n\n{% endif %}\n{% endblock %}', 6, 1, '{% endif %}'],
    ['a\n{% block main %}\n{% else %}\n{% endblock %}', 3, 4, '{% else %}'],
  ])('finds the tag that closes or parts nothing in %j', (text, line, column, detail) => {
    expect(one(text)).toMatchObject({
      code: 'template/syntax',
      params: { detail, why: 'stray', nearest: null },
      place: { line, column },
    })
  })

  it.each([
    ['a\n\n{% iff x %}\n', 3, 4, '{% iff %}', '{% if %}'],
    ['{% block a %}{% inclde "b.njk" %}{% endblock %}', 1, 17, '{% inclde %}', '{% include %}'],
    ['\n{% xyzzy %}', 2, 4, '{% xyzzy %}', null],
  ])('finds the tag that is none in %j', (text, line, column, detail, nearest) => {
    expect(one(text)).toMatchObject({
      code: 'template/syntax',
      params: { detail, why: 'tag', nearest },
      place: { line, column },
    })
  })

  it('says which filter, template, word or macro was meant', () => {
    const theme = open({
      'a.njk': '{{ 1 | uper }}{% include "parts/lichh.njk" %}{{ t("plian") }}{% from "m.njk" import dayy %}',
      'parts/lich.njk': 'x',
      'm.njk': '{% macro day() %}{% endmacro %}',
    })
    expect(theme.diagnostics.map(({ diagnostic: { params } }) => 'nearest' in params && params.nearest)).toEqual([
      'upper',
      'parts/lich.njk',
      "t('plain')",
      'day',
    ])
  })

  it('finds a block that is there twice, which the engine tells without a line', () => {
    expect(one('{% block a %}{% endblock %}\n{% block a %}{% endblock %}')).toMatchObject({
      code: 'template/syntax',
      place: { line: 2, column: 10 },
    })
  })

  it('finds a block that no template above has', () => {
    const theme = open({
      'base.njk': '<main>{% block main %}{% endblock %}</main>',
      'mid.njk': '{% extends "base.njk" %}\n{% block main %}{% block side %}{% endblock %}{% endblock %}',
      'a.njk':
        '{% extends "mid.njk" %}\n{% block side %}{% endblock %}\n{% block mian %}{% block new %}{% endblock %}{% endblock %}\n{% block gone %}\n{% endblock %}',
    })
    expect(found(theme)).toEqual([
      {
        file: 'templates/a.njk',
        code: 'template/block',
        params: { name: 'mian', parent: 'mid.njk', nearest: 'main', known: ['main', 'side'] },
        place: { line: 3, column: 10, length: 4 },
      },
    ])
  })

  it('says nothing of blocks where a template above cannot be read, or is extended by some pages only', () => {
    expect(
      found(open({ 'b.njk': '{% if', 'a.njk': '{% extends "b.njk" %}{% block x %}{% endblock %}' })),
    ).toMatchObject([{ code: 'template/syntax' }])
    const sometimes = '{% if x %}{% extends "b.njk" %}{% endif %}text{% block x %}{% endblock %}'
    expect(found(open({ 'b.njk': 'b', 'a.njk': sometimes }))).toEqual([])
  })

  it.each([
    ['\n\n  <p>Lost</p>\n', 3, 3, '<p>Lost</p>'],
    ['{% set a = 1 %}{% if a %}\nLost{% endif %}', 2, 1, 'Lost'],
    ['\n{% include "part.njk" %}', 2, 4, 'include'],
  ])('warns of what stands outside of blocks: %j', (text, line, column, shown) => {
    const theme = open({
      'base.njk': '{% block main %}{% endblock %}',
      'part.njk': 'part',
      'a.njk': `{% extends "base.njk" %}${text}\n{% block main %}here{% endblock %}`,
    })
    expect(found(theme)).toMatchObject([
      { code: 'template/outside', params: { text: shown, parent: 'base.njk' }, place: { line, column } },
    ])
  })

  it('takes no blanks, notes, words, macros or calls for something that should be shown', () => {
    const text =
      '{% extends "base.njk" %}\n{# note #}\n\n{% set a = [] %}{% set b %}text{% endset %}\n{% macro m() %}text{% endmacro %}\n{{ a.push(1) }}\n{% block main %}{{ m() }}{% endblock %}\n'
    expect(textOf(open({ 'base.njk': '{% block main %}{% endblock %}', 'a.njk': text }), 'a.njk')).toBe('text')
  })

  it('finds unknown filters and tests, also inside a block set', () => {
    expect(
      found(open({ 'a.njk': 'a\n{% set x %}{{ 1 | uppper }}{% endset %}\n{{ x is oddly }}\n{{ [1] | random }}' })),
    ).toEqual([
      {
        file: 'templates/a.njk',
        code: 'template/filter',
        params: { name: 'uppper', page: null, nearest: 'upper' },
        place: { line: 2, column: 19, length: 6 },
      },
      {
        file: 'templates/a.njk',
        code: 'template/filter',
        params: { name: 'is oddly', page: null, nearest: null },
        place: { line: 3, column: 9, length: 5 },
      },
      {
        file: 'templates/a.njk',
        code: 'template/filter',
        params: { name: 'random', page: null, nearest: null },
        place: { line: 4, column: 10, length: 6 },
      },
    ])
  })

  it.each(['include', 'extends', 'import'])('finds a template that is missing in %s', (tag) => {
    const text = `a\n  {% ${tag} "parts/non.njk" ${tag === 'import' ? 'as n ' : ''}%}\n`
    expect(one(text)).toEqual({
      file: 'templates/a.njk',
      code: 'template/missing',
      params: { name: 'parts/non.njk', page: null, nearest: null },
      place: { line: 2, column: 7 + tag.length, length: 15 },
    })
  })

  it('lets a template be missing where the author said so', () => {
    expect(textOf(open({ 'a.njk': 'a{% include "own.njk" ignore missing %}b' }), 'a.njk')).toBe('ab')
  })

  it('finds what cannot be imported', () => {
    const theme = open({
      'a.njk': '\n{% from "m.njk" import one, two as three %}',
      'm.njk': '{% macro one() %}{% endmacro %}',
    })
    expect(found(theme)).toEqual([
      {
        file: 'templates/a.njk',
        code: 'template/undefined',
        params: { detail: 'two', page: null, why: 'name', nearest: null, known: ['one'] },
        place: { line: 2, column: 29, length: 3 },
      },
    ])
  })

  it('refuses names that are not literals', () => {
    expect(one('a\n{% include "parts/" + x %}')).toMatchObject({
      code: 'template/dynamic',
      params: { text: '"parts/" + x' },
      place: { line: 2, column: 12 },
    })
    expect(one('{% extends layout if layout else "base.njk" %}')).toMatchObject({ code: 'template/dynamic' })
  })

  it('cannot reach files', () => {
    expect(one('{% include "/etc/passwd" %}')).toMatchObject({ code: 'template/missing' })
    expect(one('{% include "../package.json" %}')).toMatchObject({ code: 'template/missing' })
    expect(one('{% include "./b.njk" %}')).toMatchObject({ code: 'template/missing' })
  })

  it('finds templates that include themselves, at once', () => {
    const theme = open({
      'a.njk': 'x\n{% include "b.njk" %}',
      'b.njk': '\n\n{% extends "c.njk" %}',
      'c.njk': '{% if false %}{% include "a.njk" %}{% endif %}',
      'self.njk': '{% include "self.njk" %}',
    })
    expect(found(theme)).toMatchObject([
      {
        file: 'templates/c.njk',
        code: 'template/circle',
        params: { chain: ['a.njk', 'b.njk', 'c.njk', 'a.njk'] },
        place: { line: 1, column: 26 },
      },
      {
        file: 'templates/self.njk',
        code: 'template/circle',
        params: { chain: ['self.njk', 'self.njk'] },
        place: { line: 1 },
      },
    ])
  })

  it('finds words that the theme does not have', () => {
    expect(one('a\n{{ t("nope") }}')).toMatchObject({
      code: 'template/undefined',
      params: { detail: "t('nope')" },
      place: { line: 2, column: 6, length: 6 },
    })
  })

  it('tells every problem of every template', () => {
    const theme = open({ 'b.njk': '{% if %}', 'a.njk': '{{ 1 | no }}\n{% include "c" %}', 'ok.njk': 'ok' })
    expect(found(theme).map(({ file, code }) => [file, code])).toEqual([
      ['templates/a.njk', 'template/filter'],
      ['templates/a.njk', 'template/missing'],
      ['templates/b.njk', 'template/syntax'],
    ])
  })
})

describe('what goes wrong while rendering', () => {
  it.each([
    ['a\n{{ page.titel }}', 2, 4, 'page.titel'],
    ['a\n\n  {{ nothing }}', 3, 6, 'nothing'],
    [
      '{% if true %}\n{% for x in [1] %}\n{{ x }}{{ x.y.z | default(x.w) }}\n{% endfor %}{% endif %}',
      3,
      11,
      'x.y.z | default(x.w)',
    ],
    ['{{\n\n  page.no\n}}', 3, 3, 'page.no'],
    ['{# a\nb #}\n{% set s %}\n{{ q }}\n{% endset %}', 4, 4, 'q'],
    ['a\n{{ page.nope() }}', 2, 4, 'page.nope()'],
    ['{% raw %}\n{{ x }}\n{% endraw %}\n{{ y }}', 4, 4, 'y'],
    ['{%- if true -%}\n   text\n{%- endif -%}\n\n{{ y }}', 5, 4, 'y'],
  ])('names line, column and expression of what is not defined in %j', (text, line, column, detail) => {
    expect(problemOf(open({ 'a.njk': text }), 'a.njk', { page: {} })).toMatchObject({
      file: 'templates/a.njk',
      code: 'template/undefined',
      params: { detail, page },
      place: { line, column },
    })
  })

  it('names the template in which it happened: parent, child, include, macro', () => {
    const theme = open({
      'base.njk': '<p>\n\n{{ inBase }}{% block b %}{% endblock %}',
      'child.njk': '{% extends "base.njk" %}\n{% block b %}\n{{ inChild }}\n{% endblock %}',
      'part.njk': '\n\n\n{{ inPart }}',
      'outer.njk': '{% for i in [1, 2] %}\n{% include "part.njk" %}\n{% endfor %}\n{{ after }}',
      'macros.njk': '{% macro m(x) %}\n{{ x.deep }}\n{% endmacro %}',
      'caller.njk': '{% import "macros.njk" as m %}\n\n{{ m.m({}) }}',
    })
    const where = (template: string, view: object = {}) => {
      const { file, place } = problemOf(theme, template, view)
      return [file, place?.line]
    }
    expect(where('child.njk')).toEqual(['templates/base.njk', 3])
    expect(where('child.njk', { inBase: 1 })).toEqual(['templates/child.njk', 3])
    expect(where('outer.njk')).toEqual(['templates/part.njk', 4])
    expect(where('outer.njk', { inPart: 1 })).toEqual(['templates/outer.njk', 4])
    expect(where('caller.njk')).toEqual(['templates/macros.njk', 2])
  })

  it('names the address of a page that no file is the source of', () => {
    const theme = open({ 'a.njk': '{{ x }}' })
    const result = theme.render({ ...job('a.njk', { page: { href: '/chuyen-muc/' } }), of: null }, noBody)
    expect(result).toMatchObject({ problem: { diagnostic: { params: { page: '/chuyen-muc/' } } } })
  })

  it('tells what a filter, a function or a word complains of, at its line', () => {
    expect(problemOf(open({ 'a.njk': '\n{{ 5 | vi_sort }}' }), 'a.njk')).toMatchObject({
      code: 'template/failed',
      params: { detail: 'vi_sort: not a list', page },
      place: { line: 2, column: 4 },
    })
    expect(problemOf(open({ 'a.njk': '\n\n{{ t("hello") }}' }), 'a.njk')).toMatchObject({
      code: 'template/failed',
      params: { detail: "t('hello'): {name} is not given" },
      place: { line: 3 },
    })
  })

  it('survives a macro that calls itself for ever', () => {
    const theme = open({ 'a.njk': '\n{% macro m() %}\n{{ m() }}\n{% endmacro %}\n{{ m() }}' })
    expect(problemOf(theme, 'a.njk')).toMatchObject({ file: 'templates/a.njk', code: 'template/endless' })
  })

  it.each([
    [
      'a list that grows while it is gone through',
      '{% set list = [1] %}{% for n in list %}{% if list.push(n) %}{% endif %}{% endfor %}',
    ],
    ['loops in loops', `${'{% for a in range(100000) %}'.repeat(3)}x${'{% endfor %}'.repeat(3)}`],
    ['loops with nothing in them', `${'{% for a in range(100000) %}'.repeat(2)}${'{% endfor %}'.repeat(2)}`],
    [
      'a macro that calls itself twice and twice',
      '{% macro f(n) %}{% if n > 0 %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}\n{{ f(60) }}',
    ],
    ['a range without end', '{% for a in range(1, 1000000000000) %}{{ a }}{% endfor %}'],
  ])('stops what goes on for ever: %s', (_, text) => {
    const theme = openTheme({ files: files({ 'a.njk': text }), language: 'vi', strings: words }, 1_000)
    const { file, code, params, place } = problemOf(theme, 'a.njk')
    expect([file, code, params]).toEqual(['templates/a.njk', 'template/endless', { page }])
    expect(place?.line).toBe(1)
  })

  it('counts the steps of each page by itself', () => {
    const text = '{% for a in range(200) %}{% if a %}{{ a }}{% endif %}{% endfor %}'
    const theme = openTheme({ files: files({ 'a.njk': text }), language: 'vi', strings: words }, 1_000)
    for (let times = 0; times < 3; times += 1) expect(textOf(theme, 'a.njk')).toMatch(/199$/)
  })

  it('lets a page be as long as the longest sitemap', () => {
    const theme = open({ 'a.njk': '{% for a in range(40000) %}{% if a %}{{ a }}{{ a }}{% endif %}{% endfor %}' })
    expect(textOf(theme, 'a.njk')).toMatch(/39999$/)
  })

  it('says so when the template itself is not there', () => {
    expect(problemOf(open({}), 'bao-cao.njk')).toMatchObject({
      code: 'template/missing',
      params: { name: 'bao-cao.njk', page },
    })
  })

  it('renders the next page as if nothing had happened', () => {
    const theme = open({ 'a.njk': '{{ x }}' })
    problemOf(theme, 'a.njk')
    expect(textOf(theme, 'a.njk', { x: 1 })).toBe('1')
    expect(problemOf(theme, 'a.njk').place?.line).toBe(1)
  })
})

describe('what templates can do', () => {
  it('escapes text, and leaves template code in it alone', () => {
    const hostile = `{{ 7*7 }}{% include "x" %}<script>'"&`
    expect(textOf(open({ 'a.njk': '<p title="{{ x }}">{{ x }}</p>' }), 'a.njk', { x: hostile })).toBe(
      '<p title="{{ 7*7 }}{% include &quot;x&quot; %}&lt;script&gt;&#39;&quot;&amp;">{{ 7*7 }}{% include &quot;x&quot; %}&lt;script&gt;&#39;&quot;&amp;</p>',
    )
  })

  it('has words with values, escaped', () => {
    expect(textOf(open({ 'a.njk': '{{ t("hello", {name: n}) }} {{ t("plain") }}' }), 'a.njk', { n: '<b>' })).toBe(
      'Xin chào &lt;b&gt; Chữ',
    )
  })

  it('writes structured data that cannot leave its script', () => {
    const text = textOf(open({ 'a.njk': '{{ x | json_ld }}' }), 'a.njk', { x: { a: '</script><!--&\u2028\u2029' } })
    expect(text).toBe('{"a":"\\u003c/script\\u003e\\u003c!--\\u0026\\u2028\\u2029"}')
    expect(JSON.parse(text)).toEqual({ a: '</script><!--&\u2028\u2029' })
  })

  it('writes XML without what XML forbids', () => {
    const theme = open({ 'a.xml.njk': '<a>{{ x | xml }}</a><b>{{ x }}</b>' })
    expect(textOf(theme, 'a.xml.njk', { x: 'a\u0000\u000B<\uFFFE\uD800&"' })).toBe(
      '<a>a&lt;&amp;&quot;</a><b>a&lt;&amp;&quot;</b>',
    )
  })

  it('orders names as Vietnamese do, and writes numbers so', () => {
    const theme = open({
      'a.njk': "{{ x | vi_sort | join(' ') }} {{ y | vi_sort('n') | join(' ', 'n') }} {{ 1234567.891 | number }}",
    })
    const view = { x: ['ông', 'đò', 'ắng', 'an', 'dò'], y: [{ n: 'Đ' }, { n: 'D' }, { n: null }] }
    expect(textOf(theme, 'a.njk', view)).toBe('an ắng dò đò ông  D Đ 1.234.567,89')
    const english = openTheme({ files: files({ 'a.njk': '{{ 1234567.891 | number }}' }), language: 'en', strings: {} })
    expect(textOf(english, 'a.njk')).toBe('1,234,567.89')
  })

  it.each([
    ["ds | vi_sort('tenn')", "vi_sort('tenn')", "vi_sort('ten')", ['ten', 'tuoi']],
    ['ds | vi_sort', 'vi_sort', null, ['ten', 'tuoi']],
    ["thieu | vi_sort('ten')", "vi_sort('ten')", null, ['chuc']],
  ])('refuses to sort what has nothing to go by: %s', (expression, detail, nearest, known) => {
    const theme = open({ 'a.njk': `\n{% for d in ${expression} %}{{ d.ten }}{% endfor %}` })
    const view = {
      ds: [
        { ten: 'Đ', tuoi: 1 },
        { ten: 'D', tuoi: 2 },
      ],
      thieu: [{ ten: 'A' }, { chuc: 'Chủ tịch' }],
    }
    expect(problemOf(theme, 'a.njk', view)).toMatchObject({
      code: 'template/undefined',
      params: { detail, page, why: 'key', nearest, known },
      place: { line: 2 },
    })
  })

  it('writes days as bulletins do, however they were typed', () => {
    const theme = open({ 'a.njk': '{% for d in ds %}{{ d | day }} {% endfor %}' })
    const ds = ['2023-01-13', '5/2/2024', 'ngày 3 tháng 11 năm 2022', '2023-01-13 16:20']
    expect(textOf(theme, 'a.njk', { ds })).toBe('13/01/2023 05/02/2024 03/11/2022 13/01/2023 ')
    expect(problemOf(theme, 'a.njk', { ds: ['31/02/2023'] })).toMatchObject({
      code: 'template/failed',
      params: { detail: 'day: not a day: 31/02/2023' },
    })
  })

  it('can call the block of its parent', () => {
    const theme = open({
      'base.njk': '[{% block a %}base{% endblock %}]',
      'a.njk': '{% extends "base.njk" %}{% block a %}{{ super() }}+{% endblock %}',
    })
    expect(textOf(theme, 'a.njk')).toBe('[base+]')
  })

  it('is the same when it is opened again in one process, as a preview does with every save', () => {
    const texts = {
      'base.njk': '[{% block a %}base{% endblock %}]',
      'a.njk': '{% extends "base.njk" %}{% block a %}{{ super() }}+{% endblock %}',
    }
    for (let time = 1; time <= 3; time++) {
      const theme = openTheme({ files: files(texts), language: 'vi', strings: words, data: [] })
      expect([time, theme.diagnostics, textOf(theme, 'a.njk')]).toEqual([time, [], '[base+]'])
    }
  })

  it('reads any line ends and a mark of byte order', () => {
    expect(textOf(open({ 'a.njk': '\uFEFF{% if true %}\r\na\r\n{% endif %}\r\nb' }), 'a.njk')).toBe('a\nb')
  })
})

describe('bodies', () => {
  const image = {
    src: '/a.jpg',
    srcset: '',
    sources: [],
    url: 'https://h/a.jpg',
    width: 4,
    height: 3,
    alt: '"A"',
    caption: null,
    credit: null,
    original: null,
  }
  const body: Body = {
    pieces: [
      '<p>{{ 1 }}',
      { hole: 'link', link: 0 },
      'x</a></p>',
      { hole: 'figure', image: 0 },
      { hole: 'gallery', images: [0, 0] },
    ],
    text: '',
  }
  const ref = { digest: digestBytes('body'), source: sourcePath(page) }
  const use: BodyUse = {
    ref,
    images: [image],
    links: [{ href: '/x/?a&b', external: false, download: false }],
    terms: [],
  }
  const parts = {
    'a.njk': '<div>{{ standing.content | html }}</div>\n{{ x }}',
    'parts/figure.njk': '<img alt="{{ image.alt }}" data-n="{{ number }}" data-t="{{ site.title }}">',
    'parts/gallery.njk': '{% for image in images %}<i>{{ loop.index }}</i>{% endfor %}',
    'parts/video.njk': '<b>{{ video.host }}</b>',
  }
  const view = { site: { title: 'T' }, standing: { content: { body: 0 } }, x: 1 }

  it('are filled with the parts of the theme', () => {
    const result = open(parts).render(job('a.njk', view, [use]), () => body)
    expect(result).toEqual({
      text: '<div><p>{{ 1 }}<a href="/x/?a&amp;b">x</a></p><img alt="&quot;A&quot;" data-n="1" data-t="T"><i>1</i><i>2</i></div>\n1',
    })
  })

  it('keep the place of a mistake in the template, in the part or after the body', () => {
    const broken = open({ ...parts, 'parts/figure.njk': 'a\nb\n{{ image.nope }}' })
    expect(broken.render(job('a.njk', view, [use]), () => body)).toMatchObject({
      problem: {
        file: 'templates/parts/figure.njk',
        diagnostic: { code: 'template/undefined', place: { line: 3 }, params: { page } },
      },
    })
    const { x: _, ...withoutX } = view
    expect(open(parts).render(job('a.njk', withoutX, [use]), () => body)).toMatchObject({
      problem: { file: 'templates/a.njk', diagnostic: { code: 'template/undefined', place: { line: 2 } } },
    })
  })

  it('that are not there are a mistake of the template', () => {
    expect(open(parts).render(job('a.njk', view, []), () => body)).toMatchObject({
      problem: { diagnostic: { code: 'template/failed', place: { line: 1 } } },
    })
  })
})

describe('digests', () => {
  const texts = {
    'base.njk': 'b{% block a %}{% endblock %}',
    'a.njk': '{% extends "base.njk" %}{% block a %}{{ c | html }}{% endblock %}',
    'b.njk': '{% include "x.njk" %}',
    'x.njk': 'x',
    'parts/figure.njk': 'f',
    'parts/gallery.njk': 'g',
  }
  const changed = (name: string, text: string): readonly string[] => {
    const before = open(texts)
    const after = open({ ...texts, [name]: text })
    return Object.keys(texts).filter((each) => before.digestOf(each) !== after.digestOf(each))
  }

  it('change with every template in use, and with no other', () => {
    expect(changed('base.njk', 'B{% block a %}{% endblock %}')).toEqual(['base.njk', 'a.njk'])
    expect(changed('x.njk', 'y')).toEqual(['b.njk', 'x.njk'])
    expect(changed('parts/figure.njk', 'F')).toEqual(['a.njk', 'parts/figure.njk'])
  })

  it('stand when it is opened again by what its templates use, and none of them is read', () => {
    const theme = open(texts)
    const again = openTheme({ ...theme.parts, uses: JSON.parse(JSON.stringify(theme.parts.uses)) })
    for (const name of Object.keys(texts)) {
      expect(again.digestOf(name)).toBe(theme.digestOf(name))
      expect(again.templatesOf(name)).toEqual(theme.templatesOf(name))
      expect(again.has(name)).toBe(true)
    }
    // Nobody asks for it, so nobody sees that it is broken now.
    const broken = files({ ...texts, 'x.njk': '{% if' })
    expect(openTheme({ ...theme.parts, files: broken }).diagnostics).toEqual([])
  })

  it('go by what a template uses, also what pictures of bodies are drawn with', () => {
    const theme = open(texts)
    expect(theme.templatesOf('a.njk')).toEqual(['a.njk', 'base.njk', 'parts/figure.njk', 'parts/gallery.njk'])
    expect(theme.templatesOf('b.njk')).toEqual(['b.njk', 'x.njk'])
    expect(theme.templatesOf('none.njk')).toEqual([])
  })

  it('change with the words and the language', () => {
    const digest = (language: 'vi' | 'en', strings: { readonly [key: string]: string }) =>
      openTheme({ files: files(texts), language, strings }).digestOf('x.njk')
    expect(new Set([digest('vi', {}), digest('en', {}), digest('vi', { a: 'b' })]).size).toBe(3)
    expect(digest('vi', { a: 'b', c: 'd' })).toBe(digest('vi', { c: 'd', a: 'b' }))
  })

  it('do not hang on a circle', () => {
    const circle = open({ 'a.njk': '{% include "b.njk" %}', 'b.njk': '{% include "a.njk" %}' })
    expect(circle.digestOf('a.njk')).toMatch(/^[0-9a-f]{32}$/)
  })
})
