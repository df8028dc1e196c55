import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import sharp from 'sharp'
import { afterEach, describe, expect, it } from 'vitest'
import { bulletin, REPOSITORY, type TestPortal } from '../portal.ts'
import { make } from './made.ts'

// A machine that refuses: the command as a process of its own, so that limits and rights are real.
const BIN = join(REPOSITORY, 'bin/tx-portal.js')
const isRoot = process.getuid?.() === 0
const NOBODY = 65_534

/** The command by a user who is not the one who may read everything. */
function asNobody({ root }: TestPortal, argv: readonly string[]) {
  const { status, stdout } = spawnSync(process.execPath, [BIN, ...argv, '--json'], {
    cwd: root,
    encoding: 'utf8',
    env: {},
    ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
  })
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { file: string; code: string; severity: string }[] }
  return { exit: status, errors: diagnostics.filter(({ severity }) => severity === 'error') }
}

/** A process whose files may have so many KB at most: what writes more meets a full disk. */
const underLimit = (kilobytes: number, cwd: string, argv: readonly string[]) =>
  spawnSync('bash', ['-c', `ulimit -f ${kilobytes}; exec "$0" "$@"`, process.execPath, ...argv], {
    cwd,
    encoding: 'utf8',
    env: {},
  })

describe.skipIf(process.platform === 'win32')('a full disk', () => {
  it('leaves no part of a file, and says which it was', () => {
    const { root } = make()
    const module = pathToFileURL(join(REPOSITORY, 'lib/pipeline/write/disk.js')).href
    const script = `import { realDisk } from ${JSON.stringify(module)}
      try { realDisk.write('lon.bin', new Uint8Array(3_000_000)) } catch ({ code, path }) { console.log(code, path) }`
    const { stdout } = underLimit(1000, root, ['--input-type=module', '-e', script])
    expect(stdout).toMatch(/^(?:EFBIG|ENOSPC) lon\.bin\n$/)
    expect(existsSync(join(root, 'lon.bin'))).toBe(false)
  })

  it('is told by `new` with the folder that was to be made, which is not there then', () => {
    const { root } = make()
    const argv = ['new', 'Thử đĩa đầy', '--category', 'tin-tuc']
    const { status, stderr } = underLimit(0, root, [BIN, ...argv])
    expect(stderr).toContain('disk/full')
    expect(stderr).toMatch(/thu-dia-day”/)
    expect(stderr).not.toContain('.new-')
    expect(status).toBe(3)
    expect(readdirSync(join(root, 'content/bulletins'), { recursive: true }).join(' ')).not.toMatch(/thu-dia-day/)
  })

  it('is told by `check --fix` with the document, not with its draft', () => {
    const path = 'content/bulletins/2023/hai-cham.md'
    const { root } = make({ [path]: bulletin('Hai chấm: một dòng') })
    const { status, stderr } = underLimit(0, root, [BIN, 'check', '--fix'])
    expect(stderr).toContain('disk/full')
    expect(stderr.replace(/\s+/g, ' ')).toMatch(/hai-cham\.md”/)
    expect(stderr).not.toContain('.tmp')
    expect(status).toBe(3)
  })
})

describe.skipIf(process.platform !== 'linux')('an output that cannot be written', () => {
  it('is told in one line on stderr', () => {
    const command = 'exec "$0" "$@" > /dev/full'
    const argv = ['-c', command, process.execPath, BIN, 'build', '--json']
    const { status, stderr } = spawnSync('sh', argv, { cwd: make().root, encoding: 'utf8', env: {} })
    expect(status).toBe(3)
    expect(stderr).toMatch(/^Không ghi được kết quả[^\n]*ENOSPC[^\n]*\n$/)
  })
})

describe.skipIf(process.platform === 'win32')('a file that cannot be read', () => {
  const locked: string[] = []
  afterEach(() => {
    for (const path of locked.splice(0)) chmodSync(path, 0o755)
  })
  const cases = {
    bulletin: 'content/bulletins/2023/le-hoi/index.md',
    photo: 'content/bulletins/2023/le-hoi/anh.jpg',
    folder: 'content/bulletins/2023/le-hoi',
    'portal.yml': 'content/portal.yml',
    register: 'content/categories.yml',
  }

  it.each(Object.entries(cases))('is one message, and never taken for one that is gone (%s)', async (_, path) => {
    const photo = sharp({ create: { width: 300, height: 200, channels: 3, background: '#384' } })
    const one = make({
      'content/bulletins/2023/le-hoi/index.md': bulletin('Lễ hội', '', '![Rước kiệu](anh.jpg)\n'),
      'content/bulletins/2023/le-hoi/anh.jpg': await photo.jpeg().toBuffer(),
      'content/bulletins/2023/sau.md': bulletin('Sau lễ hội', '', 'Xem [bài trước](le-hoi/index.md).\n'),
    })
    for (const name of readdirSync(one.root, { recursive: true, encoding: 'utf8' }))
      chmodSync(join(one.root, name), 0o777)
    chmodSync(one.root, 0o777)
    // The addresses are published: one of them would be lost.
    expect(asNobody(one, ['build']).exit).toBe(0)
    chmodSync(join(one.root, path), 0)
    locked.push(join(one.root, path))
    const only = [{ file: path, code: 'file/unreadable', severity: 'error' }]
    for (const argv of [['check'], ['build'], ['check', '--fix']]) {
      const { exit, errors } = asNobody(one, argv)
      expect(errors, argv.join(' ')).toMatchObject(only)
      expect(errors).toHaveLength(1)
      expect(exit).toBe(1)
    }
  })
})
