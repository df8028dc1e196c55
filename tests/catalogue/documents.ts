import type { Code } from '../../src/core/codes.ts'
import { severities } from '../../src/core/codes.ts'
import { labels } from '../../src/messages/labels.ts'
import type { Shown } from './case.ts'
import { type GroupName, groups } from './groups.ts'

type Language = 'vi' | 'en'

const words = {
  vi: {
    index: 'Các thông báo',
    example: 'Ví dụ',
    says: 'Lệnh in ra:',
    stops: {
      error: 'dừng việc xuất trang',
      warning: '`build` đếm, `check` cho xem',
      hint: 'chỉ `check` cho xem',
    },
  },
  en: {
    index: 'Messages',
    example: 'Example',
    says: 'The command prints:',
    stops: { error: 'stops the build', warning: '`build` counts it, `check` shows it', hint: 'only `check` shows it' },
  },
} as const

/** The page of a group: every message with its example and as it is printed. */
export function sectionOf(group: GroupName, language: Language, shown: readonly Shown[]): string {
  const { index } = words[language]
  const made = `<!-- ${language === 'vi' ? 'Tệp do lệnh này làm ra' : 'Made by this command'}: npm run docs:messages -->`
  const parts = shown.map((one) => entryOf(language, one))
  return `${[made, `# ${groups[group][language]}`, `[← ${index}](../../messages.${language}.md)`, ...parts].join('\n\n')}\n`
}

function entryOf(language: Language, { code, one, files, printed }: Shown): string {
  const { example, says, stops } = words[language]
  const severity = severities[code]
  const [file = '', line] = one.at.split(/:(?=\d)/)
  const content = files[file]
  const shown = typeof content === 'string' && /\.(md|txt|yml|njk|lock)$/.test(file) ? content : null
  const command = `tx-portal ${(one.argv ?? ['check']).map((word) => (/[\s,]/.test(word) ? `"${word}"` : word)).join(' ')}`
  return [
    `## ${code}`,
    `**${labels[language].severity[severity]}** · ${stops[severity]}`,
    ...(one.scene === undefined ? [] : [one.scene[language]]),
    ...(shown === null
      ? []
      : [`${example}, \`${file}\`:`, fenced(excerpt(shown, Number(line ?? 1)), file.split('.').at(-1) ?? '')]),
    `\`${command}\` – ${says[0]?.toLowerCase()}${says.slice(1)}`,
    fenced(printed[language], 'text'),
  ].join('\n\n')
}

const fenced = (content: string, kind: string): string => {
  const fence = content.includes('```') ? '~~~~' : '```'
  return `${fence}${kind === 'njk' ? 'jinja' : kind}\n${content.replace(/\n+$/, '')}\n${fence}`
}

/** A short text whole, of a long one the lines around the place; very long lines are cut. */
function excerpt(content: string, line: number): string {
  const lines = content.replace(/\n+$/, '').split('\n')
  const cut = (each: string) => (each.length > 160 ? `${each.slice(0, 160)}…` : each)
  if (lines.length <= 16) return lines.map(cut).join('\n')
  const from = Math.max(0, line - 6)
  const to = Math.min(lines.length, line + 5)
  return [...(from > 0 ? ['…'] : []), ...lines.slice(from, to).map(cut), ...(to < lines.length ? ['…'] : [])].join('\n')
}

/** The list of all messages, by group. */
export function indexOf(
  language: Language,
  codesOf: (group: GroupName) => readonly Code[],
  first: (code: Code) => string,
): string {
  const { stops } = words[language]
  const intro =
    language === 'vi'
      ? [
          'Mỗi thông báo có một mã tiếng Anh không đổi. Tìm mã trên trang này rồi bấm vào để xem ví dụ và cách sửa.',
          `**${labels.vi.severity.error}** ${stops.error}; **${labels.vi.severity.warning}**: ${stops.warning}; **${labels.vi.severity.hint}**: ${stops.hint}. Cảnh báo và gợi ý đã xem rồi thì cho thôi nhắc bằng \`accept: [mã]\` ở phần khai báo đầu bài.`,
        ]
      : [
          'Each message has a stable code. Find the code on this page and follow it to an example and the remedy.',
          `**${labels.en.severity.error}** ${stops.error}; **${labels.en.severity.warning}**: ${stops.warning}; **${labels.en.severity.hint}**: ${stops.hint}. A warning or hint that was looked at is silenced by \`accept: [code]\` in the front matter.`,
        ]
  const made = `<!-- ${language === 'vi' ? 'Tệp do lệnh này làm ra' : 'Made by this command'}: npm run docs:messages -->`
  const lists = (Object.keys(groups) as GroupName[]).flatMap((name) => [
    `## [${groups[name][language]}](messages/${language}/${name}.md)`,
    codesOf(name)
      .map((code) => {
        const anchor = code.replaceAll('/', '')
        return `- [\`${code}\`](messages/${language}/${name}.md#${anchor}) (${labels[language].severity[severities[code]]}): ${first(code)}`
      })
      .join('\n'),
  ])
  return `${[made, `# ${words[language].index}`, ...intro, ...lists].join('\n\n')}\n`
}
