import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { byVariant, memoryBodies, untimed } from '../src/cli/compose.ts'
import type { Parsed, Raw } from '../src/core/bulletin.ts'
import { digestBytes } from '../src/core/digest.ts'
import type { Source } from '../src/core/source.ts'
import { wordsOf } from '../src/messages/words-of.ts'
import { build, prepare, type Report } from '../src/pipeline/build.ts'
import { openDoor } from '../src/pipeline/load.ts'
import type { ThemeUses } from '../src/pipeline/render/uses.ts'
import { bareSteps } from '../src/pipeline/steps.ts'
import { type KnownAnswers, NO_ANSWERS, type World } from '../src/pipeline/world.ts'
import { memorySink } from '../src/pipeline/write.ts'
import { buildSegment } from '../src/search/build.ts'
import { openCache } from '../src/speed/cache.ts'
import { remember, rememberEach } from '../src/speed/remember.ts'

/** The repository: its templates are the tool's own. */
export const REPOSITORY = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')

/** 01/07/2025: after all sample content. */
export const JULY_2025 = Date.UTC(2025, 6, 1)

/** The pictures in the cache of the sample portal, by their digests, which name source, recipe and encoder: made again they would only take time. */
const pictures = openCache({ folder: join(REPOSITORY, '.tx-portal/cache'), key: 'tests', now: Date.now }).photos

const themes = new Map<string, ThemeUses>()
/** Themes with which nothing was wrong, by the digest of all they are read from: to read the tool's own anew for each portal took a third of its time. */
const known: KnownAnswers = {
  ...NO_ANSWERS,
  themes: {
    get: (_, key) => themes.get(key),
    set: (_, key, uses) => void themes.set(key, uses),
    keep: () => undefined,
  },
}

const parsed = new Map<string, Parsed<Raw>>()
const isToolWords = ({ path, disk }: Source): boolean =>
  path.startsWith('templates/strings/') && disk.startsWith(REPOSITORY)
/** The words of the tool's own theme, read once; whatever else there is in YAML is read as it is. */
const readingWordsOnce = (yaml: World['steps']['yaml']): World['steps']['yaml'] => {
  const once = remember(yaml, parsed, ({ digest }) => digest)
  return { ...yaml, run: (source) => (isToolWords(source) ? once : yaml).run(source) }
}

/** A World without any caching but that of pictures and of what the tool's own theme says: the steps as they are. */
export function makeWorld(root: string, options: Partial<World['options']> & { readonly now?: number } = {}): World {
  const { now = JULY_2025, drafts = false, baseUrl = null, anotherTime = false, listed = true } = options
  const door = openDoor({ root, toolRoot: REPOSITORY, table: null, clock: () => 0, onRead: () => undefined })
  const bodies = memoryBodies()
  const steps = bareSteps(door, bodies)
  return {
    now,
    options: { drafts, baseUrl, anotherTime, listed },
    tool: { version: '0.0.0', digest: digestBytes('test') },
    door,
    steps: {
      ...steps,
      yaml: readingWordsOnce(steps.yaml),
      encode: rememberEach(steps.encode, pictures, byVariant),
      draw: remember(steps.draw, pictures, ({ digest }) => digest),
      icon: remember(steps.icon, pictures, ({ job }) => job.digest),
    },
    bodies,
    known,
    published: () => [],
    each: (items, work) => Promise.all(items.map(work)),
    isNew: () => true,
    ahead: async () => undefined,
    renderAhead: async () => undefined,
    index: buildSegment,
    timed: untimed,
    rendering: null,
    progress: () => undefined,
  }
}

/** portal.yml of the smallest portal that gives no warning. */
export const PORTAL_YML = `version: 1
title: Cổng thông tin điện tử xã Xuân Hòa
baseUrl: https://xuanhoa.example.vn/
agency:
  name: Ủy ban nhân dân xã Xuân Hòa
  person: Bà Lê Thị Thu, Chánh Văn phòng
  address: Thôn 3, xã Xuân Hòa
  phone: 0237 000 0000
  email: ubnd@xuanhoa.example.vn
`

/** Three sections, one of them below another. */
export const CATEGORIES_YML = `- id: tin-tuc
  name: Tin tức - Sự kiện
  purpose: Tin hoạt động của xã
- id: quoc-phong-an-ninh
  name: Quốc phòng - An ninh
  purpose: Tin về quân sự, công an
  parent: tin-tuc
- id: thong-bao
  name: Thông báo
  purpose: Thông báo gửi tới người dân
`

/** A bulletin with what must be there; more front matter lines and a body as given. */
export const bulletin = (title: string, more = '', body = 'Chiều 12/01/2023, hội nghị được tổ chức.\n'): string =>
  `---\ntitle: ${title}\ndate: 13/01/2023\ncategory: tin-tuc\nsummary: Hội nghị bàn về vụ chiêm xuân.\n${more}---\n${body}`

/** Copies the sample portal to a folder, with the pictures that were made of it already (their digests are all that matters). */
export function copySample(to: string): void {
  cpSync(join(REPOSITORY, 'content'), join(to, 'content'), { recursive: true })
  copyPictures(to)
}

/** Gives a copy of the sample portal, however it was made, the pictures of the sample. */
export function copyPictures(to: string): void {
  const photos = join(REPOSITORY, '.tx-portal/cache/photos')
  if (existsSync(photos)) cpSync(photos, join(to, '.tx-portal/cache/photos'), { recursive: true })
}

/** A real portal in a temporary folder. */
export interface TestPortal {
  readonly root: string
  write(path: string, content: string | Uint8Array): TestPortal
  copy(from: string, to: string): TestPortal
  remove(path: string): TestPortal
  rename(from: string, to: string): TestPortal
  world(options?: Parameters<typeof makeWorld>[1]): World
  /** Builds into memory: the report and every output by its path. */
  build(
    options?: Parameters<typeof makeWorld>[1],
  ): Promise<Report & { readonly outputs: ReadonlyMap<string, Uint8Array> }>
  /** `file:line:column code` of every problem of these severities, in reading order. */
  says(options?: Parameters<typeof makeWorld>[1], severities?: readonly string[]): Promise<readonly string[]>
  /** The words of every problem, in Vietnamese. */
  words(options?: Parameters<typeof makeWorld>[1]): Promise<readonly string[]>
  close(): void
}

/** Makes a portal of these files over the smallest valid one. */
export function portal(files: Readonly<Record<string, string | Uint8Array>> = {}): TestPortal {
  const root = mkdtempSync(join(tmpdir(), 'cổng thử '))
  const self: TestPortal = {
    root,
    write(path, content) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), content)
      return self
    },
    copy(from, to) {
      mkdirSync(dirname(join(root, to)), { recursive: true })
      cpSync(from, join(root, to), { recursive: true })
      return self
    },
    remove(path) {
      rmSync(join(root, path), { recursive: true })
      return self
    },
    rename(from, to) {
      mkdirSync(dirname(join(root, to)), { recursive: true })
      renameSync(join(root, from), join(root, to))
      return self
    },
    world: (options) => makeWorld(root, options),
    async build(options) {
      const sink = memorySink()
      const report = await build(makeWorld(root, options), () => sink)
      return { ...report, outputs: sink.files }
    },
    async says(options, severities = ['error', 'warning']) {
      const { diagnostics } = await prepare(makeWorld(root, options))
      return diagnostics
        .filter(({ diagnostic }) => severities.includes(diagnostic.severity))
        .map(
          ({ file, diagnostic: { code, place } }) =>
            `${file ?? ''}${place === null ? '' : `:${place.line}:${place.column}`} ${code}`,
        )
    },
    async words(options) {
      const { diagnostics } = await prepare(makeWorld(root, options))
      return diagnostics.map(({ diagnostic }) => Object.values(wordsOf(diagnostic, 'vi')).join(' '))
    },
    close: () => rmSync(root, { recursive: true, force: true }),
  }
  self.write('content/portal.yml', PORTAL_YML).write('content/categories.yml', CATEGORIES_YML)
  for (const [path, content] of Object.entries(files)) self.write(path, content)
  return self
}
