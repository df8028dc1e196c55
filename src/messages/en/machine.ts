import type { Codes } from '../../core/codes.ts'
import { amount, line, quote, typed, withLines } from '../quote.ts'
import { type DiskTrouble, diskTrouble } from '../trouble.ts'
import type { Area } from '../words.ts'

const refusals: { readonly [W in Codes['out/refused']['why']]: string } = {
  root: 'it is the root of the portal',
  around: 'it is a folder above the portal, which stands in it',
  content: 'your content is there',
  templates: 'templates are there',
  system: 'it is a folder of the system',
  file: 'it is a file, not a folder',
  foreign: 'it already has files that tx-portal did not make',
  link: 'it is a link that leads elsewhere',
}

const troubles: { readonly [T in DiskTrouble]: string } = {
  denied: 'no right to write',
  busy: 'another program holds it',
  gone: 'the file or folder is no longer there',
  folder: 'a folder stands where a file is needed, or the other way round',
  name: 'the name is too long or has odd characters',
  many: 'too many files are open',
  loop: 'a link leads back to itself',
  broken: 'the disk reports a fault',
  'read-only': 'the disk is read-only',
  large: 'the file is too large (over 2 GB)',
  other: 'the machine answered',
}

const kept = 'What was there before still works, and no file is half written; running again completes what is left.'

/** The published folder, the disk, and other runs. */
export const machine: Area<'out' | 'disk' | 'lock' | 'cache' | 'source'> = {
  'out/refused': ({ out, why }) => ({
    what: `The portal cannot be built into ${quote(out)}: ${refusals[why]}.`,
    why: 'Files of yours might be replaced; nothing was written or deleted.',
    remedy: withLines(
      why === 'foreign'
        ? 'If all in it is an earlier build of this portal, of which the list “manifest.sha256” was lost, delete that folder and build again. Otherwise choose an empty or new folder, for example:'
        : 'Choose an empty or new folder, for example:',
      `npx tx-portal build --out ${/(^|[\\/])dist[\\/]*$/.test(out) ? 'dist-new' : 'dist'}`,
    ),
  }),
  'out/foreign-file': ({ path }) => ({
    what: `The file ${quote(path)} was not made by tx-portal, but stands where a page is to go.`,
    why: 'Foreign files are never replaced or deleted; nothing has changed.',
    remedy:
      'Move it elsewhere; to publish it as it is, put it into content/static. If it is a page of this portal after all, delete the whole published folder (what you put there yourself, move out first): the build makes everything again.',
  }),
  'out/record': ({ out }) => ({
    what: `The file ${quote('manifest.sha256')} in ${quote(out)} is damaged: it no longer tells which files tx-portal made.`,
    why: 'Foreign files are never replaced or deleted; nothing has changed.',
    remedy: `Move out what you put into ${quote(out)} yourself, delete the folder and build again: everything in it is made from your content.`,
  }),
  'out/other-portal': ({ out, before, removed }) => ({
    what: `${quote(out)} holds another portal: of its ${amount(before, 'en')} pages this build would delete ${amount(removed, 'en')}.`,
    why: 'Each portal needs a folder of its own; nothing has changed.',
    remedy: withLines(
      'If that portal may go, delete its folder first. Otherwise choose another folder, for example:',
      'npx tx-portal build --out dist-new',
    ),
  }),
  'out/edited': ({ path, more }) => ({
    what: `The file ${quote(path)}${more === 0 ? '' : ` and ${amount(more, 'en')} others`} in the published folder had been edited since they were published; this build has put them right.`,
    why: 'Nothing but tx-portal should write to the published folder. If nobody of yours did, somebody may have broken in and put something there.',
    remedy:
      'Ask who did it. If nobody knows, change the passwords of the server, tell whoever is responsible for its security and look through the whole folder on the server. Pages are edited in “content”.',
  }),
  'out/stranger': ({ path, more }) => ({
    what: `The published folder holds ${quote(path)}${more === 0 ? '' : ` and ${amount(more, 'en')} other files or folders`} that tx-portal did not make.`,
    why: 'They are put on the web with the portal. Gambling pages and malicious programs are often left there.',
    remedy:
      'Look at them. What is not yours must be deleted, and whoever runs the server told. What should be published belongs in “content/static”.',
  }),
  'out/differs': ({ path, more, cache }) => ({
    what: `A build from nothing gives another ${quote(path)} than the one in the published folder${more === 0 ? '' : ` (and ${amount(more, 'en')} others)`}.`,
    why: 'Somebody or another program changed what was built, or what tx-portal remembers is wrong; readers may see wrong pages.',
    remedy: withLines(
      `Delete the folder ${cache === null ? '“.tx-portal” of the portal' : quote(cache)} and build again, so that all pages are made anew (if it stays, tell the makers of tx-portal):`,
      line(`npx tx-portal build --verify${cache === null ? '' : ` --cache-dir ${typed(cache)}`}`),
    ),
  }),
  'out/beside': ({ path, why }) =>
    why === 'foreign'
      ? {
          what: `The file ${quote(path)} was not made by tx-portal and was left as it is; the nginx snippet was not written.`,
          why: 'The portal was published in full; only this file is missing.',
          remedy:
            'Rename that file and build again; without nginx, leave “nginx” out of “hosting” in content/portal.yml.',
        }
      : {
          what: `The machine does not let ${quote(path)} be written: the nginx snippet beside the published folder.`,
          why: 'The portal was published in full; only this file is missing.',
          remedy: 'Allow writing to its folder; without nginx, leave “nginx” out of “hosting” in content/portal.yml.',
        },
  'disk/full': ({ path }) => ({
    what: `The disk is full; ${quote(path)} could not be written.`,
    why: kept,
    remedy: 'Make room (the recycle bin counts too) and run again.',
  }),
  'disk/denied': ({ path }) => ({
    what: `There is no right to write to ${quote(path)}.`,
    why: kept,
    remedy: 'Close programs that have files open there, or have the right to write granted.',
  }),
  'disk/failed': ({ path, detail }) => {
    const trouble = diskTrouble(detail)
    return {
      what: `${quote(path)} could not be written: ${trouble === 'other' ? `${troubles.other} ${quote(detail)}` : troubles[trouble]}.`,
      why: kept,
      remedy: 'Run again; if it stays, try a folder on another disk or have the machine looked at.',
    }
  },
  'lock/held': ({ host, user, pid, since, file }) => ({
    what: `Another build is running on ${quote(host)} (user ${quote(user)}, process ${pid}, since ${quote(since)}).`,
    why: 'Two builds into one folder would spoil each other.',
    remedy: `Wait until it has ended and run again, or stop it with Ctrl+C in its window. If you are sure that none is running (after a loss of power, say), delete ${quote(file)} and run again.`,
  }),
  'cache/dropped': ({ what }) => ({
    what: `A part of the cache (${quote(what)}) was damaged; it was dropped and made again.`,
    why: 'The result is right, it only took a little longer.',
    remedy: 'Nothing has to be done. If it happens often, have the disk checked.',
  }),
  'cache/unwritable': ({ path }) => ({
    what: `The cache at ${quote(path)} cannot be written.`,
    why: 'The result is right, but the next build will not be faster.',
    remedy: 'Check that there is room on the disk and a right to write there.',
  }),
  'source/changing': ({ path }) => ({
    what: `The file ${quote(path)} keeps changing during the build.`,
    why: 'Half of it might be published.',
    remedy: 'Save and close it, wait for copying or syncing to end, then run again.',
  }),
}
