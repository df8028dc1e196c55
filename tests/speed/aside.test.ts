import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { aside } from '../../src/speed/aside.ts'
import { atEnd } from '../closing.ts'

/** A thread's module that does this with each piece it is told. */
function thread(work: string): URL {
  const folder = mkdtempSync(join(tmpdir(), 'tx-aside-'))
  atEnd(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'thread.mjs')
  writeFileSync(
    file,
    `import { parentPort, threadId } from 'node:worker_threads'\nparentPort.on('message', (piece) => { ${work} })`,
  )
  return pathToFileURL(file)
}

const here = (piece: { readonly word: string }) => `here: ${piece.word}`

describe('aside', () => {
  it('does pieces in one thread, in order, each with its own result', async () => {
    const run = aside(thread('parentPort.postMessage(`${threadId > 0 ? "there" : "here"}: ${piece.word}`)'), here)
    const words = ['thôn', 'xã', 'huyện', 'tỉnh']
    expect(await Promise.all(words.map((word) => run({ word })))).toEqual(words.map((word) => `there: ${word}`))
  })

  it.each([
    ['throws', "throw new Error('no')"],
    ['ends', 'process.exit(3)'],
  ])('does here what a thread %s at, and goes on with another thread', async (_, work) => {
    const module = thread(`if (piece.word === 'x') { ${work} } else parentPort.postMessage('there: ' + piece.word)`)
    const run = aside(module, here)
    expect([await run({ word: 'a' }), await run({ word: 'x' }), await run({ word: 'b' })]).toEqual([
      'there: a',
      'here: x',
      'there: b',
    ])
  })

  it('does here what no thread can be started for, and says what is wrong with it', async () => {
    const run = aside(new URL('file:///no/such/thread.mjs'), (piece: string) => {
      if (piece === 'bad') throw new Error('a bad piece')
      return piece
    })
    expect(await run('good')).toBe('good')
    await expect(run('bad')).rejects.toThrow('a bad piece')
    expect(await run('again')).toBe('again')
  })
})
