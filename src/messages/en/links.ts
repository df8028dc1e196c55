import { line, quote, withLines } from '../quote.ts'
import { stateName } from '../states.ts'
import { fileOnMachine, linkTrouble } from '../trouble.ts'
import type { Area } from '../words.ts'
import { withItem } from './offer.ts'

/** What readers meet behind a link to a bulletin of a state, and the way out. */
const behind: ReadonlyMap<string, readonly [why: string, way: string]> = new Map([
  ['expired', ['Readers would find a bulletin that has expired.', 'Remove the link or point it elsewhere.']],
  ['withdrawn', ['Readers would find only the notice of withdrawal.', 'Remove the link or point it elsewhere.']],
])
const notYet = [
  'Until that is published, these words stand on the page without a link.',
  'Remove the link, or wait for the other bulletin: the link then comes by itself.',
] as const

const toAddress = 'Correct it to the address of a page of the portal, or take the link away.'
const toFile = 'Correct it to the file of the other bulletin, or keep the words without the link.'
const besideText =
  'Copy the file into the folder of the bulletin and check its name in the link, or keep the words without the link.'

/** Where links lead. */
export const links: Area<'link'> = {
  'link/broken': ({ href, nearest }) => {
    const trouble = linkTrouble(href)
    const why = 'Readers who follow it would find nothing.'
    if (trouble === 'no-scheme')
      return {
        what: `The link ${quote(href)} lacks “https://”, so it is taken for the name of a file beside the bulletin.`,
        why,
        remedy: withLines('If it is the address of another site, write “https://” before it:', line(`https://${href}`)),
      }
    const what =
      trouble === 'document'
        ? `The file ${quote(href)} is not in the folder of the bulletin.`
        : `The link ${quote(href)} leads to no page.`
    if (nearest !== null)
      return {
        what: `${what} Did you mean ${quote(nearest)}?`,
        why,
        remedy: withLines('If so, change the link to:', line(nearest)),
      }
    return { what, why, remedy: href.startsWith('/') ? toAddress : trouble === 'document' ? besideText : toFile }
  },
  'link/anchor': ({ href }) => ({
    what: `The link ${quote(href)} points to a heading that the page does not have.`,
    why: 'The page opens, but not at the right place.',
    remedy: 'Change what follows “#” to a heading that exists, or remove it.',
  }),
  'link/unsafe': ({ href }) => {
    const own = fileOnMachine(href)
    return /^https?:\/\/[^/?#]*@/i.test(href)
      ? {
          what: `The link ${quote(href)} has a user name or password before “@”, a way to hide the real host, so it is refused.`,
          remedy: 'Write the address without what stands before “@”.',
        }
      : own !== null
        ? {
            what: `The link ${quote(href)} points to a file on your own machine, which readers cannot open.`,
            remedy: withLines(
              'Copy that file into the folder of the bulletin and write its name between the round brackets:',
              own,
            ),
          }
        : {
            what: `The link ${quote(href)} could run code or open files on the reader’s machine, so it is refused.`,
            remedy: 'Use an address that starts with “https://”, or keep the words without the link.',
          }
  },
  'link/outside': ({ href }) => ({
    what: `The link ${quote(href)} leads out of “content”.`,
    why: 'Only what is inside “content” is published.',
    remedy: 'Copy the file into the folder of the bulletin and correct the link.',
  }),
  'link/unpublished': ({ href, state }, there) => {
    const [why, way] = behind.get(state) ?? notYet
    return {
      what: `The link ${quote(href)} leads to a bulletin in the state “${stateName(state, 'en')}”.`,
      why,
      remedy: withItem(`${way} To keep it knowingly,`, 'accept', 'link/unpublished', there),
    }
  },
  'link/host': ({ host }, there) => ({
    what: `${quote(host)} is not among the trusted hosts.`,
    why: 'Strange links on a state portal are often placed for advertising or fraud.',
    remedy: withItem(
      'Look at the link. If it is right, add the host to “linkHosts” in content/portal.yml; or',
      'accept',
      'link/host',
      there,
    ),
  }),
  'link/punycode': ({ host, unicode }, there) => ({
    what: `The host ${quote(host)} has letters that are easily mistaken; it reads ${quote(unicode)}.`,
    why: 'Look-alike letters are used to imitate known sites.',
    remedy: withItem(
      'Compare it letter by letter with the real address. If it is right,',
      'accept',
      'link/punycode',
      there,
    ),
  }),
  'link/gambling': ({ href }) => ({
    what: `The link ${quote(href)} leads to a gambling house.`,
    why: 'Attackers like to plant such links on portals of the state.',
    remedy:
      'Delete the link and find out who put it here. If it is a newspaper writing about gambling, the administrator adds its host to “linkHosts” in content/portal.yml.',
  }),
  'link/no-words': ({ href }) => ({
    what: `The link ${quote(href)} has no words that readers could see.`,
    why: 'Attackers hide links in a full stop or a blank; a screen reader cannot tell where it leads either.',
    remedy:
      'If nobody of yours wrote it, delete it and tell the administrator at once. If it is right, write into the square brackets where it leads: “[Plan No. 12](…)”.',
  }),
  'link/disguised': ({ given, href }) => ({
    what: `The words of the link are ${quote(given)}, but it leads to ${quote(href)}.`,
    why: 'Readers trust the words and come to another site: so frauds do it.',
    remedy: 'Correct the address to what the words say, or write the name of the place to which it leads.',
  }),
  'link/redirect': ({ host, to }, there) => ({
    what: `The link to ${quote(host)} has ${quote(to)} in its address and may send readers on to it.`,
    why: 'Attackers use redirects and searches of trusted sites to lead to their own.',
    remedy: withItem(
      'Open it and use the address of the page that is meant. To keep it knowingly,',
      'accept',
      'link/redirect',
      there,
    ),
  }),
  'link/shortener': ({ host }, there) => ({
    what: `${quote(host)} shortens links, so nobody sees where this one leads.`,
    why: 'Its target may change or expire after the bulletin is published.',
    remedy: withItem(
      'Open it and use the full address instead. To keep it knowingly,',
      'accept',
      'link/shortener',
      there,
    ),
  }),
}
