import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { run } from '../cli/run.ts'
import { REPOSITORY } from '../portal.ts'

const read = (path: string): string => readFileSync(join(REPOSITORY, path), 'utf8')

interface Job {
  readonly steps: readonly {
    readonly uses?: string
    readonly run?: string
    readonly with?: Readonly<Record<string, unknown>>
  }[]
  readonly permissions?: Readonly<Record<string, string>>
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly string[]>> }
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions: Readonly<Record<string, string>>
  readonly jobs: Readonly<Record<string, Job>>
}
const workflow = (name: string): Workflow => parse(read(`.github/workflows/${name}.yml`))
const stepsOf = ({ jobs }: Workflow) => Object.values(jobs).flatMap(({ steps }) => steps)

/** Every call of the tool in a text, without npx. */
const calls = (text: string): readonly string[] =>
  [...text.matchAll(/npx --no -- tx-portal ([^\n"]+)/g)].map(([, argv = '']) => argv.trim())

describe('the workflows', () => {
  it('of a new portal are those of this repository', () => {
    expect(read('starter/github/workflows/publish.yml')).toBe(read('.github/workflows/publish.yml'))
    expect(read('starter/gitlab-ci.yml')).toBe(read('.gitlab-ci.yml'))
  })

  it('publish on push, by hand and on a schedule: check with annotations, then build, then Pages', () => {
    const publish = workflow('publish')
    expect(Object.keys(publish.on)).toEqual(['push', 'pull_request', 'workflow_dispatch', 'schedule'])
    const steps = stepsOf(publish).map(({ uses, run: command }) => command ?? uses ?? '')
    const order = [
      'npm ci',
      // In this repository nothing else compiles the tool before it is called.
      'npm run --if-present build:tool',
      'actions/cache',
      'check --github',
      'tx-portal build',
      'upload-pages-artifact',
      'deploy-pages',
    ]
    const at = order.map((part) => steps.findIndex((step) => step.includes(part)))
    expect(at).toEqual([...at].sort((a, b) => a - b))
    expect(at).not.toContain(-1)
    const upload = stepsOf(publish).find(({ uses }) => uses?.startsWith('actions/upload-pages-artifact'))
    expect(upload?.with).toEqual({ path: 'dist', 'include-hidden-files': true })
    expect(stepsOf(publish).find(({ uses }) => uses?.startsWith('actions/cache'))?.with?.path).toBe('.tx-portal/cache')
  })

  it('compile the tool of this repository, which installing does not, before they call it', () => {
    const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> }
    expect(scripts).not.toHaveProperty('prepare')
    expect(scripts['build:tool']).toBe(scripts['prepack'])
    const { default: all } = parse(read('.gitlab-ci.yml')) as {
      readonly default: { readonly before_script: readonly string[] }
    }
    expect(all.before_script.map((line) => line.replace(/^if .*/, 'install'))).toEqual([
      'install',
      'npm run --if-present build:tool',
    ])
  })

  it('ask for no more rights than they need, and pin actions by major version', () => {
    for (const name of ['publish', 'ci']) {
      const one = workflow(name)
      expect(one.permissions).toEqual({ contents: 'read' })
      for (const { uses } of stepsOf(one)) if (uses !== undefined) expect(uses).toMatch(/^actions\/[\w-]+@v\d+$/)
      for (const [job, { steps }] of Object.entries(one.jobs))
        for (const step of steps)
          if (step.uses?.startsWith('actions/checkout') && job !== 'addresses')
            expect(step.with?.['persist-credentials']).toBe(false)
    }
    expect(workflow('publish').jobs.deploy?.permissions).toEqual({ pages: 'write', 'id-token': 'write' })
    // The one job that writes runs nothing but git.
    const { addresses } = workflow('publish').jobs
    expect(addresses?.permissions).toEqual({ contents: 'write' })
    expect(addresses?.steps.map(({ run: command }) => command ?? '').join('')).not.toMatch(/npm|npx|node/)
    expect(workflow('ci').jobs.test?.permissions).toBeUndefined()
  })

  it('test the tool on three systems and three Nodes', () => {
    const { matrix } = workflow('ci').jobs.test?.strategy ?? { matrix: {} }
    expect(matrix).toEqual({
      os: ['ubuntu-latest', 'windows-latest', 'macos-latest'],
      node: ['20.19', '22', '24'],
    })
    const commands = stepsOf(workflow('ci')).flatMap(({ run: command }) => command ?? [])
    expect(commands).toEqual(expect.arrayContaining(['npm test', 'npm run test:all']))
  })

  it('publish on GitLab the folder that they build into', () => {
    const { pages } = parse(read('.gitlab-ci.yml')) as { pages: { script: string[]; artifacts: { paths: string[] } } }
    expect(pages.script).toContain('npx --no -- tx-portal build --out public')
    expect(pages.script.at(-1)).toContain('git add content/urls.lock')
    expect(pages.artifacts.paths).toEqual(['public'])
  })

  it('call the tool as it is', async () => {
    const found = [read('.github/workflows/publish.yml'), read('.gitlab-ci.yml')].flatMap(calls)
    expect(found.length).toBeGreaterThanOrEqual(5)
    for (const call of new Set(found)) {
      // Outside a portal a right command line gets as far as looking for one.
      const words = call.replace(/ [>|].*$/, '').split(' ')
      const { out, err } = await run([...words, '--root', join(REPOSITORY, 'src')], { cwd: REPOSITORY })
      expect(out + err, call).toContain('usage/not-a-portal')
    }
  })
})
