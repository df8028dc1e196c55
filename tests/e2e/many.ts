import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Profile } from '../../src/speed/profile.ts'
import { bulletin, CATEGORIES_YML, PORTAL_YML } from '../portal.ts'
import { folder, txPortal } from './run.ts'

/** Enough for threads to pay, for parsing and for pages; FEWER are for parsing alone. */
export function manyBulletins(count = MANY): string {
  const root = folder('nhiều bài ')
  mkdirSync(join(root, 'content/bulletins/2023'), { recursive: true })
  writeFileSync(join(root, 'content/portal.yml'), `${PORTAL_YML}search: false\ncards: none\n`)
  writeFileSync(join(root, 'content/categories.yml'), CATEGORIES_YML)
  for (let number = 0; number < count; number += 1) {
    // Most are judged where they are parsed; whatever names another document is not.
    const before =
      number % 3 === 0
        ? `Xem [bài trước](bai-${Math.max(0, number - 1)}.md).`
        : 'Xem [báo](https://baothanhhoa.example.vn/).'
    const body = `Đoạn ${number}: uỷ ban, Ủy ban và **hội nghị** số ${number}.\n\n- Một\n- Hai\n\n${before}\n`
    writeFileSync(
      join(root, `content/bulletins/2023/bai-${number}.md`),
      bulletin(`Hội nghị số ${number}`, '', body).normalize(number % 2 === 0 ? 'NFC' : 'NFD'),
    )
  }
  return root
}

/** Pages too are rendered on threads from 600 on. */
export const MANY = 610
/** Texts are parsed on threads from 300 on. */
export const FEWER = 310

export interface Report {
  readonly ok: boolean
  readonly stats: { readonly read: number; readonly parsed: number; readonly rendered: number }
  readonly diagnostics: readonly unknown[]
  readonly profile: Profile
}

/** The report of a build of the portal in a folder, on so many threads. */
export function build(threads: string, out: string, at: string): Report {
  const options = ['--json', '--profile', '--threads', threads, '--out', out, '--now', '2025-07-01']
  return JSON.parse(txPortal(['build', ...options], at).stdout) as Report
}

/** The same content in another folder, nothing remembered. */
export function copyOf(root: string): string {
  const copy = folder('bản sao ')
  cpSync(join(root, 'content'), join(copy, 'content'), { recursive: true })
  return copy
}

/** What is told of templates, on so many threads, where a part of every page fails. */
export function toldOfTemplates(root: string): (threads: string) => readonly { readonly code: string }[] {
  const copy = copyOf(root)
  mkdirSync(join(copy, 'templates/parts'), { recursive: true })
  writeFileSync(join(copy, 'templates/parts/signature.njk'), '{{ bulletin.extra.khongCo.ten }}\n')
  return (threads) =>
    (build(threads, 'dist', copy).diagnostics as readonly { readonly code: string }[]).filter(({ code }) =>
      code.startsWith('template/'),
    )
}
