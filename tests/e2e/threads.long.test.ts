import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { bulletin } from '../portal.ts'
import { build, copyOf, manyBulletins, toldOfTemplates } from './many.ts'

it('threads tell of what templates cannot do what one thread tells', () => {
  const broken = manyBulletins()
  writeFileSync(join(broken, 'content/bulletins/2023/bai-7.md'), bulletin('Có lỗi', 'layout: loi\n'))
  writeFileSync(join(broken, 'content/bulletins/2023/bai-300.md'), bulletin('Bài thường'))
  mkdirSync(join(broken, 'templates'))
  writeFileSync(join(broken, 'templates/loi.njk'), '{% for one in bulletin.title %}{{ one.khong.co }}{% endfor %}\n')
  const three = build('3', 'ba', broken)
  const one = build('1', 'mot', broken)
  expect(one.ok).toBe(false)
  expect(JSON.stringify(one.diagnostics)).toContain('templates/loi.njk')
  expect(three.diagnostics).toEqual(one.diagnostics)
})

it('threads tell of mistakes what one thread tells', () => {
  const root = manyBulletins()
  writeFileSync(join(root, 'content/bulletins/2023/bai-7.md'), bulletin('Sai', 'categorry: x\n'))
  writeFileSync(join(root, 'content/bulletins/2023/bai-300.md'), Buffer.from([0xff, 0xfe, 0x41, 0x00]))
  const three = build('3', 'ba', copyOf(root))
  const one = build('1', 'mot', root)
  expect(one.diagnostics.length).toBeGreaterThan(1)
  expect(three.diagnostics).toEqual(one.diagnostics)
})

it.each(['2', '3'])('%s threads tell of a part of every page what one thread tells', (threads) => {
  const toldOn = toldOfTemplates(manyBulletins())
  const alone = toldOn('1')
  expect(alone).toHaveLength(1)
  expect(toldOn(threads)).toEqual(alone)
})
