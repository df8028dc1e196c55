import nunjucks from 'nunjucks'
import { describe, expect, it } from 'vitest'
import { openEngine, parseTemplate } from '../../../src/pipeline/render/engine.ts'

const ALL =
  '{{ loop.index }}{{ loop.index0 }}{{ loop.revindex }}{{ loop.revindex0 }}{{ loop.first }}{{ loop.last }}{{ loop.length }}'

const context = { items: ['a', 'b', 'c'], pairs: [['x', 1] as const, ['y', 2] as const], keyed: { m: 1, n: 2 } }

describe('loop', () => {
  it.each([
    ['a list', `{% for x in items %}${ALL};{% endfor %}`],
    ['pairs', `{% for k, v in pairs %}{{ k }}${ALL};{% endfor %}`],
    ['keys', `{% for k, v in keyed %}{{ k }}${ALL};{% endfor %}`],
    ['a list in a list', `{% for x in items %}${ALL}[{% for y in items %}${ALL}{% endfor %}]${ALL};{% endfor %}`],
    ['an empty list', `{% for x in [] %}${ALL}{% else %}none{% endfor %}`],
  ])('says of %s what nunjucks itself says', (_, text) => {
    const engine = openEngine({}, {})
    engine.add('one.njk', parseTemplate(text))
    const own = new nunjucks.Environment(null, { autoescape: true, throwOnUndefined: true })
    expect(engine.render('one.njk', context)).toEqual({ text: own.renderString(text, context) })
  })
})
