import { describe, expect, it } from 'vitest'
import type { SourcePath } from '../../../src/core/path.ts'
import { lastingAmong } from '../../../src/pipeline/render/lasting.ts'
import { ANYTHING } from '../../../src/pipeline/render/reads.ts'
import { readTemplate } from '../../../src/pipeline/render/template.ts'
import { defaultTheme, templateNames, templateText } from './default-theme.ts'
import { bodyOf, cases } from './views.ts'

const factsOf = (name: string, text: string) =>
  readTemplate({ name, text, source: `templates/${name}` as SourcePath }).template.facts
const readsIn = (text: string): readonly string[] => [...(factsOf('thu.njk', text)?.reads ?? [])].sort()
const lasting = (texts: Readonly<Record<string, string>>): readonly string[] => [
  ...lastingAmong(new Map(Object.entries(texts).map(([name, text]) => [name, factsOf(name, text)]))),
]

describe('what a template reads', () => {
  it.each<[text: string, ...reads: string[]]>([
    ['Chữ', ''],
    ['{{ site.title }}{{ page.heading | upper }}', 'page.heading', 'site.title'],
    ['{{ site.assets["js/head.js"] }}{{ site[page.kind] }}', 'page.kind', 'site', 'site.assets'],
    ["{{ t('menu', {title: site.title}) }}", 'site.title', 't'],
    ['{% set a = site.agency %}{{ a.name }}', 'site.agency'],
    ['{{ a.name }}{% set a = site.agency %}', 'a.name', 'site.agency'],
    ['{% if site.search %}{% set a = 1 %}{% endif %}{{ a }}', 'a', 'site.search'],
    ['{% set a %}{{ page.href }}{% endset %}{{ a }}', 'page.href'],
    ['{% for x in site.menu %}{{ x.href }}{{ loop.index }}{% else %}{{ x }}{% endfor %}', 'site.menu', 'x'],
    ['{% for k, v in site.ended %}{{ k }}{{ v }}{% endfor %}{{ v }}', 'site.ended', 'v'],
    ['{% macro m(a, b=page.href) %}{{ a }}{{ b }}{{ c }}{% endmacro %}{{ m(1) }}', 'c', 'page.href'],
    ['{% from "a.njk" import m as n %}{{ n(1) }}{{ m }}', 'm'],
    ['{% import "a.njk" as a %}{{ a.m(page) }}', 'page'],
    ['{{ {page: 1}.page }}{{ "a" if page is defined else "b" }}', 'page'],
    ['{% block a %}{{ site.title }}{% endblock %}', ANYTHING, 'a', 'site.title'],
    ['{% include page.kind + ".njk" %}', 'page.kind'],
  ])('%s', (text, ...reads) => {
    expect(readsIn(text)).toEqual(reads.filter((read) => read !== '').sort())
  })
})

describe('templates that say the same on every page', () => {
  it('read what holds for the portal, with all they use', () => {
    const texts = {
      'dau.njk': '{{ site.title }}{% include "tim.njk" %}',
      'tim.njk': '{% if page.kind != "search" %}{{ t("search") }}{% endif %}',
      'trang.njk': '{{ page.heading }}',
      'gom.njk': '{% include "trang.njk" %}',
      'than.njk': '{{ site.title | html }}',
      'nao.njk': '{% include site.title %}',
      'mat.njk': '{% include "khong-co.njk" ignore missing %}',
      'vong.njk': '{% include "vong.njk" %}',
      'vao.njk': '{{ item.href }}',
      // What it defines is asked for with each import.
      'ham.njk': '{% macro a(x) %}{{ x }}{% endmacro %}',
      'dung.njk': '{% from "ham.njk" import a %}{{ a(site.title) }}',
    }
    expect(lasting(texts)).toEqual(['dau.njk', 'tim.njk', 'dung.njk'])
  })

  it('are, of the theme, what stands around each page', () => {
    const names = templateNames.filter((name) => name.endsWith('.njk'))
    const found = lasting(Object.fromEntries(names.map((name) => [name, templateText(name)])))
    for (const part of ['header', 'footer', 'head-portal', 'notices', 'search-form'])
      expect(found).toContain(`parts/${part}.njk`)
    for (const part of ['head', 'menu', 'breadcrumb', 'card', 'figure', 'archive'])
      expect(found).not.toContain(`parts/${part}.njk`)
  })

  it('are made once for a portal, and again for another, and pages are what they would be without', () => {
    const theme = defaultTheme()
    const [first] = cases
    if (first === undefined) throw new Error('no cases')
    let asked = 0
    const site = {
      ...first.job.view.site,
      get slogan() {
        asked += 1
        return `Lần ${asked}`
      },
    }
    const draw = (own: typeof first.job.view.site) => {
      const result = theme.render({ ...first.job, view: { ...first.job.view, site: own } }, bodyOf)
      return 'text' in result ? result.text : JSON.stringify(result.problem)
    }
    const once = draw(site)
    const times = asked
    expect(times).toBeGreaterThan(0)
    expect(draw(site)).toBe(once)
    expect(asked).toBe(times)
    expect(draw({ ...first.job.view.site, slogan: 'Khác' })).toContain('Khác')
    for (const { job } of [...cases, ...cases.toReversed()])
      expect(theme.render(job, bodyOf)).toEqual(defaultTheme().render(job, bodyOf))
  })
})
