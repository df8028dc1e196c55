import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { REPOSITORY } from '../../portal.ts'

/** Whether V8 still takes String.prototype for finished, after a module was loaded: what it says of itself under a flag of its own. */
function finishedAfter(load: string): boolean {
  const script = `${load}; console.log(%HasFastProperties(String.prototype))`
  const args = ['--allow-natives-syntax', '--input-type=module', '--eval', script]
  return execFileSync(process.execPath, args, { cwd: REPOSITORY, encoding: 'utf8' }).trim() === 'true'
}

describe('methods of strings', () => {
  it('stay what they are where templates are rendered, though nunjucks builds upon them', () => {
    const engine = pathToFileURL(join(REPOSITORY, 'lib/pipeline/render/engine.js')).href
    expect(finishedAfter(`await import(${JSON.stringify(engine)})`)).toBe(true)
  })

  it('would not, if nunjucks were loaded by itself', () => {
    expect(finishedAfter(`await import('nunjucks')`)).toBe(false)
  })
})
