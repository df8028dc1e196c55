import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { EJECTED } from '../../src/pipeline/validate/ejected.ts'
import { run } from '../cli/run.ts'
import { AT, type Cases, text } from './case.ts'

/** A layout of one's own, and the bulletin that is drawn with it. */
const layout = (template: string) => ({ 'templates/rieng.njk': template, [AT]: text('layout: rieng') })
const TEMPLATE = 'templates/rieng.njk'

/** A style sheet of one's own. */
const sheet = (css: string) => ({ [SHEET]: css })
const SHEET = 'templates/assets/css/99-rieng.css'

/** Templates and style of one's own. */
export const templates: Cases<
  | 'template/syntax'
  | 'template/undefined'
  | 'template/filter'
  | 'template/missing'
  | 'template/block'
  | 'template/outside'
  | 'template/circle'
  | 'template/dynamic'
  | 'template/failed'
  | 'template/changes'
  | 'template/endless'
  | 'layout/unknown'
  | 'template/moved-on'
  | 'template/unused'
  | 'style/unclosed'
  | 'style/ignored'
  | 'style/remote'
> = {
  'template/syntax': { files: layout('{% if bulletin.draft %}\n<p>Nháp</p>\n'), at: `${TEMPLATE}:1:1` },
  'template/undefined': { files: layout('<h1>{{ bulletin.titel }}</h1>\n'), at: `${TEMPLATE}:1:8` },
  'template/filter': { files: layout('<h1>{{ bulletin.title | hoa }}</h1>\n'), at: `${TEMPLATE}:1:25` },
  'template/missing': { files: layout('{% include "parts/chan.njk" %}\n'), at: `${TEMPLATE}:1:12` },
  'template/block': {
    files: layout('{% extends "base.njk" %}\n{% block mian %}\n<h1>{{ page.heading }}</h1>\n{% endblock %}\n'),
    at: `${TEMPLATE}:2:10`,
  },
  'template/outside': {
    files: layout(
      '{% extends "bulletin.njk" %}\n<p>Chào bà con</p>\n{% block head %}\n<meta name="robots" content="nofollow">\n{% endblock %}\n',
    ),
    at: `${TEMPLATE}:2:1`,
  },
  'template/circle': { files: layout('{% include "rieng.njk" %}\n'), at: `${TEMPLATE}:1:12` },
  'template/dynamic': { files: layout('{% include bulletin.title %}\n'), at: `${TEMPLATE}:1:20` },
  'template/failed': { files: layout('{{ bulletin.title | vi_sort }}\n'), at: `${TEMPLATE}:1:4` },
  'template/changes': { files: layout('{{ site.menu.push(bulletin) }}\n'), at: `${TEMPLATE}:1:4` },
  'template/endless': {
    files: layout(
      '{% macro cay(n) %}\n{% if n > 0 %}{{ cay(n - 1) }}{{ cay(n - 1) }}{% endif %}\n{% endmacro %}\n{{ cay(60) }}\n',
    ),
    at: `${TEMPLATE}:2:4`,
  },
  'template/moved-on': {
    before: async (one) => {
      await run(['eject', 'bulletin.njk'], { cwd: one.root })
      const record = join(one.root, EJECTED)
      writeFileSync(record, readFileSync(record, 'utf8').replace(/[0-9a-f]{32}/, '0'.repeat(32)))
    },
    at: 'templates/bulletin.njk',
    scene: {
      vi: '`templates/bulletin.njk` được chép về bằng `tx-portal eject`; bản sau của chương trình đã sửa mẫu gốc.',
      en: '`templates/bulletin.njk` was copied with `tx-portal eject`; a later version of the tool has changed the original.',
    },
  },
  'template/unused': {
    files: { 'templates/bulletn.njk': '<h1>{{ bulletin.title }}</h1>\n' },
    at: 'templates/bulletn.njk',
  },
  'style/unclosed': { files: sheet('h1 {\n  color: rgb(4, 5 !important;\n}\n'), at: `${SHEET}:2:13` },
  'style/ignored': { files: sheet('h1 {\n  color red;\n}\n'), at: `${SHEET}:2:3` },
  'style/remote': {
    files: sheet('h1 {\n  background: url("https://anh.example/nen.png");\n}\n'),
    at: `${SHEET}:2:20`,
  },
  'layout/unknown': { files: { [AT]: text('layout: trang-rieg') }, at: `${AT}:6:9` },
}
