import { afterAll, describe, expect, it } from 'vitest'
import { sourcePath } from '../../../src/core/path.ts'
import { openTheme } from '../../../src/pipeline/render.ts'
import { bulletin, portal, type TestPortal } from '../../portal.ts'
import { stringsOf, templateNames, templateText } from './default-theme.ts'

const shipped: Readonly<Record<string, string>> = Object.fromEntries(
  templateNames.filter((name) => name.endsWith('.njk')).map((name) => [name, templateText(name)]),
)

/** What is said of the shipped templates with these put over them. */
const told = (texts: Readonly<Record<string, string>>, data: readonly string[] = ['can-bo', 'lich']) => {
  const all = { ...shipped, ...texts }
  const files = Object.entries(all).map(([name, text]) => ({ name, text, source: sourcePath(`templates/${name}`) }))
  const { diagnostics } = openTheme({ files, language: 'vi', strings: stringsOf('vi'), data })
  return diagnostics.map(({ file, diagnostic: { code, params, place } }) => {
    if (code !== 'template/undefined' || !('why' in params && 'nearest' in params && 'detail' in params))
      return `${file} ${code}`
    return `${place?.line}:${place?.column}+${place?.length} ${params.detail} ${params.why} → ${params.nearest}`
  })
}

/** The same of a layout whose main block is this. */
const inMain = (text: string) =>
  told({ 'rieng.njk': `{% extends "base.njk" %}\n{% block main %}\n${text}\n{% endblock %}\n` })

const open: TestPortal[] = []
afterAll(() => {
  for (const one of open) one.close()
})

describe('names that are nowhere', () => {
  it('are let be in a data file that another template asks for', () => {
    const main = '{% if site.data.tin %}{% include "parts/tin.njk" %}{% endif %}'
    const page = `{% extends "base.njk" %}\n{% block main %}${main}{% endblock %}\n`
    const part = '{% for x in site.data.tin %}{{ x }}{% endfor %}'
    expect(told({ 'rieng.njk': page, 'parts/tin.njk': part })).toEqual([])
  })

  it('are in none of the shipped templates', () => expect(told({})).toEqual([]))

  it.each([
    ['{% for c in site.linkz %}{{ c.title }}{% endfor %}', '3:13+10 site.linkz name → site.links'],
    ['{% if site.agency.fone %}x{% endif %}', '3:7+16 site.agency.fone name → null'],
    ['{{ site.menuu | length }}', '3:4+10 site.menuu name → site.menu'],
    ["{{ site['titel'] | default('x') }}", '3:4+null'],
    ["{% for c in site.data['can-boo'] %}x{% endfor %}", "3:13+20 site.data['can-boo'] data → site.data['can-bo']"],
    ['{% for c in nothing %}x{% endfor %}', '3:13+7 nothing name → null'],
    ['{% for card in home.newest %}{% if card.lead %}x{% endif %}{% endfor %}', '3:36+9 card.lead name → null'],
    ['{% for card in home.newest | reverse %}{{ card.hrefs }}{% endfor %}', '3:43+10 card.hrefs name → card.href'],
    [
      '{% for b in home.blocks %}{% for c in b.cards %}{{ c.cover.scr }}{% endfor %}{% endfor %}',
      '3:52+11 c.cover.scr name → c.cover.src',
    ],
    ['{% set agency = site.agency %}{{ agency.mail }}', '3:34+11 agency.mail name → agency.email'],
    ['{% if site.menu.lenght %}x{% endif %}', '3:7+16 site.menu.lenght name → site.menu.length'],
    ['{{ site.menu[0].titel }}', '3:4+18 site.menu[0].titel name → site.menu[0].title'],
    ['{% if standing.titel %}x{% endif %}', '3:7+14 standing.titel name → standing.title'],
    ['{% if x == True %}x{% endif %}{% set x = 1 %}', '3:12+4 True name → null'],
    ['{{ bulletin.date }}', '3:4+13 bulletin.date parts → null'],
    [
      '{{ bulletin.date.text }}{% for c in home.newest %}{{ c.category }}{% endfor %}',
      '3:54+10 c.category parts → null',
    ],
    ['{% macro m(a) %}{{ a.any }}{{ sit.title }}{% endmacro %}{{ m(site) }}', '3:31+3 sit name → site'],
  ])('are found in %s', (text, wanted) => {
    const found = inMain(text)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(wanted.endsWith('+null') ? /^3:4\+undefined site\.titel name → site\.title$/ : wanted)
  })

  it.each([
    '{% for c in site.links %}{{ c.title }}{{ loop.index }}{{ loop.anything }}{% endfor %}',
    '{{ site.title.length }}{{ site.menu.length }}{{ site.menu.slice(1).x }}{{ site.menu | join(",") }}',
    "{{ site.assets['js/own.js'] }}{{ site.assets.any }}{{ bulletin.extra.any }}{{ page.jsonLd[0].any.thing }}",
    "{{ site.data['can-bo'].any.thing }}{% for x in site.data.lich.ngay %}{{ x.y }}{% endfor %}",
    '{% if site.data.tin %}{{ site.data.tin.x }}{% endif %}',
    "{{ site.data.tin | default('') }}{{ site.data.tin.x }}",
    '{% set tin = site.data.tin %}{% if tin %}{{ tin.x }}{% endif %}',
    '{% set tin = site.data.tin %}{% for x in tin | default([]) %}{{ x }}{% endfor %}',
    '{% set tin = site.data.tin %}{% for x in tin or [] %}{{ x }}{% endfor %}',
    "{% if 'tin' in site.data %}{% for x in site.data.tin %}{{ x }}{% endfor %}{% endif %}",
    '{% macro bang(hang) %}{% if hang %}{{ hang.x }}{% endif %}{% endmacro %}{{ bang(site.data.tin) }}',
    "{{ big | default('') }}{% if small is defined %}{{ small }}{% endif %}{{ site.slogan == undefined }}",
    '{% macro m(a, b=1) %}{{ a.x }}{{ b.y }}{{ caller() }}{% endmacro %}{% call m(1, b=2) %}x{% endcall %}',
    '{% import "parts/card.njk" as all %}{{ all.day(page) }}{{ all.other }}',
    '{% for name, value in site.agency %}{{ name.x }}{{ value.x }}{% endfor %}',
    '{% set x = site.menu %}{% set x = site.agency %}{{ x.title }}{{ x.name }}',
    '{% for c in site.menu %}{% set c = other.thing %}{{ c.any }}{% set other = {} %}{% endfor %}',
    '{% set bulletin = {a: 1} %}{{ bulletin.a }}{{ {key: 1}.key }}{{ range(3) }}{{ cycler(1, 2).next() }}',
    '{{ (bulletin or standing).title }}{{ (home.lead if home else page).any }}{{ site[page.kind].x }}',
    '{{ super() }}{% set s %}text{% endset %}{{ s.any }}{% include "parts/none.njk" ignore missing %}',
  ])('are not seen in %s', (text) => expect(inMain(text)).toEqual([]))

  it('are none that an including, extended or extending template gives a value', () => {
    const texts = {
      'rieng.njk':
        '{% extends "khung.njk" %}{% set mau = 1 %}{% block main %}{{ chung }}{% for o in site.links %}{% include "parts/o.njk" %}{% endfor %}{% endblock %}',
      'khung.njk': '{% extends "base.njk" %}{% set chung = 1 %}{% block head %}{{ mau }}{% endblock %}',
      'parts/o.njk': '{{ o.title }}{{ mau }}{{ chung }}',
    }
    expect(told(texts)).toEqual([])
    expect(told({ ...texts, 'parts/o.njk': '{{ o.titel }}{{ khac }}' })).toEqual([
      '1:4+7 o.titel name → o.title',
      '1:17+4 khac name → null',
    ])
  })

  it('are left alone in a part that nothing uses yet, but for keys of views', () => {
    expect(told({ 'parts/sau.njk': '{{ muc }}{{ site.titel }}' })).toEqual(['1:13+10 site.titel name → site.title'])
  })

  it('are left alone where a template cannot be read', () => {
    expect(told({ 'rieng.njk': '{{ nothing }}', 'hong.njk': '{% if' })).toEqual(['templates/hong.njk template/syntax'])
  })

  it('stop a build at their line, until the data file is there', async () => {
    const one = portal({
      'content/bulletins/2023/a.md': bulletin('Hội nghị', 'layout: rieng\n'),
      'templates/rieng.njk': '\n{% for c in site.data.lich %}{{ c }}{% endfor %}\n',
    })
    open.push(one)
    expect(await one.says()).toEqual(['templates/rieng.njk:2:13 template/undefined'])
    expect((await one.words()).join()).toContain('“content/data”')
    expect(await one.write('content/data/lich.yml', '- Thứ hai\n').says()).toEqual([])
  })
})
