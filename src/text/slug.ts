import { fold } from './fold.ts'

/**
 * The name of a text in addresses and files: a-z, 0-9 and single hyphens, at most `max` characters, cut between words.
 * '' when nothing is left. Names that Windows keeps for devices get "-trang".
 */
export function slug(s: string, max = 80): string {
  const whole = fold(s.normalize('NFKC'))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  const name = cutBetweenWords(whole, max)
  return deviceName.test(name) ? `${name}-trang` : name
}

function cutBetweenWords(name: string, max: number): string {
  if (name.length <= max) return name
  const boundary = name.lastIndexOf('-', max)
  return name.slice(0, boundary > 0 ? boundary : max)
}

const deviceName = /^(?:con|aux|nul|prn|com[1-9]|lpt[1-9])$/
