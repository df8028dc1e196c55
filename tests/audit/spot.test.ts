import { expect, it } from 'vitest'
import type { AuditCode } from '../../src/audit/finding.ts'
import { spotOf } from '../../src/audit/spot.ts'

const written = (texts: Readonly<Record<string, string>>) =>
  Object.entries(texts).map(([file, text]) => ({ file, text }))

it.each<[AuditCode, string, Readonly<Record<string, string>>, string | null]>([
  ['audit/dead-link', '/in/', { a: '<p>\n  <a href="/in/">' }, 'a:2:11+6'],
  ['audit/dead-link', '/in/', { a: '<a href="{{ x }}">', b: "<a href='/in/'>" }, 'b:1:9+6'],
  ['audit/dead-link', '/in/1/', { a: '<a href="/in/{{ n }}/">' }, null],
  ['audit/dead-link', '/in/', { a: '<a href="/in/">', b: '<a href="/in/">' }, null],
  ['audit/dead-link', '/in/', { a: '<a href="/in/">\n<a href="/in/">' }, null],
  ['audit/dead-link', '/in/', { a: '{% set x = "/in/" %}' }, null],
  ['audit/id-twice', 'x', { a: '<p id="x">\n<p id="x">' }, 'a:2:4+6'],
  ['audit/id-twice', 'x', { a: '<p id="x">', b: '<p id="x">' }, null],
  ['audit/heading-twice', 'Tin', { a: '<h1>Bài</h1>\n<h1>{{ x }}</h1>' }, 'a:2:1+3'],
  ['audit/heading-skipped', '<h4> Tin khác', { a: '<h4>Tin khác</h4>' }, 'a:1:5+8'],
  ['audit/heading-skipped', '<h4> Tin 3', { a: '<h4>{{ x }}</h4>' }, 'a:1:1+3'],
  ['audit/no-alt', '<img class="anh" src="/a.png">', { a: '<img src="{{ x }}" class="anh">' }, 'a:1:20+11'],
  ['audit/no-alt', '<img src="/a.png">', { a: '<p><img src="{{ x }}">' }, 'a:1:4+4'],
  [
    'audit/leftover',
    'undefined',
    { a: '{% if x is undefined %}{{ undefined }}{# undefined #}\nlà undefined' },
    'a:2:4+9',
  ],
  [
    'audit/leftover',
    'NaN',
    { a: '<p>{{ x / 2 }} {{ n }}', b: '{% if a / b %}{% set c = d % 3 == 0 %}{{ "a/b" }}' },
    'a:1:7+5',
  ],
  ['audit/leftover', 'Infinity', { a: '{{- n }}\n{% set z = (x|length) / y %}{{ z }}' }, 'a:2:12+14'],
  ['audit/leftover', 'NaN', { a: '{{ x - 2 }}\n{{ x * 2 }}', b: '{{ a-b | t }}' }, null],
  ['audit/leftover', 'NaN', { a: '{{ x }}' }, null],
  ['audit/no-lang', 'lang', { a: 'x', b: '<!doctype html>\n<html>' }, 'b:2:1+5'],
  ['audit/heading-missing', 'h1', { a: '<p>' }, null],
])('%s %j in %j stands at %s', (code, shown, texts, expected) => {
  const spot = spotOf({ code, shown }, written(texts))
  expect(spot?.place ? `${spot.file}:${spot.place.line}:${spot.place.column}+${spot.place.length}` : null).toBe(
    expected,
  )
})

it('of two expressions that reckon in one template knows the template', () => {
  const spot = spotOf({ code: 'audit/leftover', shown: 'NaN' }, written({ a: '<p>', b: '{{ x / 2 }}\n{{ x * 2 }}' }))
  expect(spot).toEqual({ file: 'b', place: null })
})
