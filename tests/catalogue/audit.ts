import type { AuditCode } from '../../src/audit/finding.ts'
import { AT, type Cases, text } from './case.ts'

const TEMPLATE = 'templates/rieng.njk'

/** A layout of one's own, and the bulletin that is drawn with it. */
const layout = (template: string) => ({ [TEMPLATE]: template, [AT]: text('layout: rieng') })

/** A layout that puts this into the frame of all pages. */
const inFrame = (main: string) => layout(`{% extends "base.njk" %}\n{% block main %}\n${main}\n{% endblock %}\n`)

/** A page without the frame. */
const whole = (html: string, head: string) =>
  layout(`<!doctype html>\n<html${html}>\n<head>${head}</head>\n<body><h1>{{ bulletin.title }}</h1></body>\n</html>\n`)

/** What is wrong with pages as templates of one's own make them. */
export const audit: Cases<AuditCode> = {
  'audit/dead-link': { files: inFrame('<h1>Bài</h1>\n<a href="/in/bai-nay/">In bài</a>'), at: `${TEMPLATE}:4:9` },
  'audit/dead-anchor': { files: inFrame('<h1>Bài</h1>\n<a href="/#y-kien">Ý kiến</a>'), at: `${TEMPLATE}:4:9` },
  'audit/id-twice': {
    files: inFrame('<h1>Bài</h1>\n<p id="tom-tat">Một</p>\n<p id="tom-tat">Hai</p>'),
    at: `${TEMPLATE}:5:4`,
  },
  'audit/heading-missing': { files: inFrame('<p>{{ bulletin.title }}</p>'), at: TEMPLATE },
  'audit/heading-twice': { files: inFrame('<h1>{{ bulletin.title }}</h1>\n<h1>Tin khác</h1>'), at: `${TEMPLATE}:4:5` },
  'audit/heading-skipped': {
    files: inFrame('<h1>{{ bulletin.title }}</h1>\n<h4>Tin khác</h4>'),
    at: `${TEMPLATE}:4:5`,
  },
  'audit/no-alt': {
    files: inFrame('<h1>Bài</h1>\n<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'),
    at: `${TEMPLATE}:4:1`,
  },
  'audit/no-name': {
    files: inFrame('<h1>Bài</h1>\n<a href="/"><span class="bieu-tuong"></span></a>'),
    at: `${TEMPLATE}:4:1`,
  },
  'audit/blocked': {
    files: inFrame('<h1>Bài</h1>\n<script src="https://dem.example.com/a.js"></script>'),
    at: `${TEMPLATE}:4:1`,
  },
  'audit/hidden-link': {
    files: inFrame('<h1>Bài</h1>\n<div hidden><a href="https://tin.example.com/">Tin</a></div>'),
    at: `${TEMPLATE}:4:13`,
  },
  'audit/gambling': { files: inFrame('<h1>Bài</h1>\n<p>Vào kubet79 ngay</p>'), at: `${TEMPLATE}:4:8` },
  'audit/leftover': { files: inFrame('<h1>Bài</h1>\n<p>Cỡ chữ: undefined</p>'), at: `${TEMPLATE}:4:12` },
  'audit/no-title': { files: whole(' lang="vi"', '<meta charset="utf-8">'), at: `${TEMPLATE}:3:1` },
  'audit/no-lang': { files: whole('', '<title>{{ bulletin.title }}</title>'), at: `${TEMPLATE}:2:1` },
}
