import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isOutputName } from '../../../src/core/path.ts'
import { formatJournal, parseJournal } from '../../../src/pipeline/write/journal.ts'
import { formatManifest, parseManifest } from '../../../src/pipeline/write/manifest.ts'
import { foldersOf } from '../../../src/pipeline/write/names.ts'
import { build, fresh, type Portal, write } from './helpers.ts'

const journal = { added: ['a/b', 'c'], replaced: ['d e.html'], removed: ['đ/x'], folders: ['a'] }

describe('the journal', () => {
  it('comes back as it was written', () => {
    expect(parseJournal(formatJournal(journal))).toEqual(journal)
    const none = { added: [], replaced: [], removed: [], folders: [] }
    expect(parseJournal(formatJournal(none))).toEqual(none)
  })

  it('is not believed when a byte is cut, changed or added', () => {
    const text = formatJournal(journal)
    for (let i = 0; i < text.length; i++) {
      expect(parseJournal(text.slice(0, i))).toBeNull()
      expect(parseJournal(`${text.slice(0, i)}~${text.slice(i + 1)}`)).toBeNull()
    }
    expect(parseJournal(`${text}+ x\n`)).toBeNull()
  })

  it('is not believed when it names what no build may own', () => {
    expect(parseJournal(formatJournal({ ...journal, removed: ['../x'] }))).toBeNull()
    expect(parseJournal(formatJournal({ ...journal, folders: ['.tx-portal'] }))).toBeNull()
  })
})

describe('the manifest', () => {
  const ours = new Map([
    ['đ.html', 'a'.repeat(64)],
    ['a b.html', 'b'.repeat(64)],
  ])
  const others = new Map([['b.html', 'c'.repeat(64)]])

  it('is sorted by path and comes back', () => {
    const text = formatManifest({ ours, others })
    expect(text).toBe(`${'b'.repeat(64)}  a b.html\n${'c'.repeat(64)} *b.html\n${'a'.repeat(64)}  đ.html\n`)
    expect(parseManifest(text)).toEqual({ ours, others })
  })

  it('is what sha256sum reads', async (context) => {
    const out = fresh()
    const portal: Portal = { 'a b/đ (1).html': ['page', 'x'], 'index.html': ['front', ''] }
    await build(out, portal)
    write(join(out, 'của tôi.txt'), 'y')
    await build(out, { ...portal, 'của tôi.txt': ['asset', 'y'] })
    let said = ''
    try {
      said = execFileSync('sha256sum', ['-c', 'manifest.sha256'], { cwd: out, encoding: 'utf8' })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return context.skip('no sha256sum on this machine')
      throw error
    }
    expect(said).toBe('a b/đ (1).html: OK\ncủa tôi.txt: OK\nindex.html: OK\n')
  })
})

describe('names', () => {
  it('are told from what may not be written', () => {
    for (const good of ['a', 'a/b.html', '..a', 'a..', '.htaccess', '_headers', '.well-known/x', 'a/.tx-portal']) {
      expect(isOutputName(good), good).toBe(true)
    }
    for (const bad of [
      '',
      '/a',
      'a/',
      'a//b',
      '..',
      'a/..',
      './a',
      'c:a',
      'a\0',
      'a\tb',
      '.tx-portal',
      '.tx-portal/x',
    ]) {
      expect(isOutputName(bad), JSON.stringify(bad)).toBe(false)
    }
  })

  it('stand in folders', () => {
    expect(foldersOf('a/b/c')).toEqual(['a', 'a/b'])
    expect(foldersOf('a')).toEqual([])
  })
})
