import { amount, megabytes, quote, shorten } from '../quote.ts'
import { stateNames } from '../states.ts'
import type { Built, Labels, LeftOut, Phase, ShownBeside } from '../vocabulary.ts'
import { help } from './help.ts'

const n = (value: number): string => amount(value, 'en')

const count = (value: number, one: string, many = `${one}s`): string => `${n(value)} ${value === 1 ? one : many}`

function duration(ms: number): string {
  if (ms < 59_950) return `${n(Math.max(0.1, ms / 1000))} s`
  const minutes = Math.floor(Math.round(ms / 1000) / 60)
  const seconds = Math.round(ms / 1000) % 60
  return seconds === 0 ? `${n(minutes)} min` : `${n(minutes)} min ${seconds} s`
}

const phase: { readonly [P in Phase]: string } = {
  reading: 'reading bulletins',
  rendering: 'making pages',
  photos: 'making pictures',
  publishing: 'writing pages',
  checking: 'checking',
}

const work = ({ bulletins, pages, images, made, kept, removed, ms }: Built): string =>
  `${count(bulletins, 'bulletin')}, ${count(pages, 'page')}, ${count(images, 'picture')}; ${count(made, 'file')} made, ${n(kept)} kept, ${n(removed)} removed; in ${duration(ms)}.`

function reason({ state, when }: LeftOut): string {
  if (state === 'scheduled') return when === null ? stateNames.en.scheduled : `${stateNames.en.scheduled} for ${when}`
  if (state === 'expired') return when === null ? stateNames.en.expired : `${stateNames.en.expired} since ${when}`
  if (state === 'draft') return `${stateNames.en.draft} (remove “draft: true” to publish)`
  return stateNames.en[state]
}

/** Up to three names; a whole card of photos is not read out. */
const namesOf = (pictures: readonly string[]): string => {
  const named = pictures.slice(0, 3).map((name) => quote(shorten(name, 60)))
  return `${named.join(', ')}${pictures.length > 3 ? ` and ${n(pictures.length - 3)} more` : ''}`
}

/** What a preview shows beside errors. */
const shownBeside: { readonly [S in ShownBeside]: string } = {
  others: 'what has errors is shown as it last was right (what never was, not yet), all other pages as they were saved',
  older: 'the preview still shows the last good state',
  nothing: 'until then the preview has nothing to show',
}

/** The words of the command line and the preview in English. */
export const labels: Labels = {
  severity: { error: 'error', warning: 'warning', hint: 'hint' },
  state: stateNames.en,
  phase,
  progress: (current, done, total, left) =>
    `${phase[current]}: ${n(done)}/${n(total)}${left === null ? '' : `, about ${duration(Math.max(1000, Math.round(left / 1000) * 1000))} left`}`,
  duration,
  report: {
    built: (stats) => `Built: ${work(stats)}`,
    dryRun: (stats) => `Dry run, nothing was written: ${work(stats)}`,
    checked: ({ bulletins, pages, errors, warnings, hints, ms }) =>
      `Checked ${count(bulletins, 'bulletin')}, ${count(pages, 'page')}: ${errors === 0 ? 'no errors' : count(errors, 'error')}, ${count(warnings, 'warning')}, ${count(hints, 'hint')}; in ${duration(ms)}.`,
    writtenTo: (folder) => `The pages are in ${shorten(folder, 200)}.`,
    nothingChanged: 'Nothing has changed since the last build.',
    shrunk: (pictures, from, to) =>
      `${count(pictures, 'picture')}: ${megabytes(from, 'en')} became ${megabytes(to, 'en')}.`,
    moved: (documents) => `${count(documents, 'document')} moved; the old addresses lead to the new ones.`,
    bookBegun: (addresses) =>
      `Began the book of addresses “content/urls.lock” (${count(addresses, 'address', 'addresses')}). Commit it with the content.`,
    verified: (files, pictures) =>
      `Built again from nothing${pictures ? ', pictures too' : ''}, to compare: ${count(files, 'file is', 'files are')} the same, byte for byte.`,
    differing: (differing, files) =>
      `Built again from nothing, to compare: of ${count(files, 'published file')}, ${amount(differing, 'en')} ${differing === 1 ? 'is' : 'are'} not as it should be; do what the error above says.`,
    uncompared: 'Nothing could be compared with a build from nothing: the error above says why.',
    profile: {
      heading: 'Time by stage (some run side by side, so together they may take longer than the build):',
      nothing: 'There was nothing to do, so nothing to measure.',
      count: 'times',
      dearest: (stage) => `Longest when ${stage}:`,
      stages: {
        list: 'listing files',
        parse: 'reading bulletins and settings',
        validate: 'checking the content',
        model: 'sorting bulletins by state',
        plan: 'planning pages',
        render: 'rendering templates',
        search: 'indexing for search',
        copy: 'copying files',
        photos: 'making pictures',
        write: 'writing files aside',
        publish: 'putting files in place',
      },
      singles: {
        template: 'Each template by itself, without the parts it includes:',
        page: 'Pages that took longest to render, by the file they come from:',
      },
    },
    failed: (errors) => `Not built: ${count(errors, 'error')} to be put right. What was published before is untouched.`,
    fixed: (files) => (files === 0 ? 'Nothing to fix.' : `Fixed ${count(files, 'file')}.`),
    wouldFix: (files) =>
      files === 0 ? 'Nothing to fix.' : `Could fix ${count(files, 'file')} as shown; nothing was written.`,
    canFix: (files) =>
      `Could fix blanks, quotation marks, paragraphs and marks typed apart in ${count(files, 'file')}. To see how: “npx tx-portal check --fix --dry-run”.`,
    composed: (lines) => `${count(lines, 'line')}: letters and marks typed apart → composed; it looks the same.`,
    strict: (warnings) => `Stopped because of ${count(warnings, 'warning')} (“--strict”).`,
    warnings: (warnings) =>
      `There ${warnings === 1 ? 'is' : 'are'} ${count(warnings, 'warning')}. See each with “npx tx-portal check”.`,
    leftOutHeading: (bulletins) => `Not published: ${count(bulletins, 'bulletin')}:`,
    leftOut: (item) => `${shorten(item.source, 200)} – ${reason(item)}`,
    nextDue: (when) => `Next change by date: ${when}. Build again after that.`,
  },
  list: {
    date: 'Date',
    state: 'State',
    category: 'Category',
    title: 'Title',
    source: 'File',
    count: (bulletins, others) =>
      `${count(bulletins, 'bulletin')}${others === 0 ? '' : `, and ${amount(others, 'en')} expired or withdrawn (“npx tx-portal list all” shows them)`}.`,
    empty: 'There are no such bulletins.',
  },
  why: {
    address: (url) => `Address: ${url}`,
    output: (path) => `Published file: ${path}`,
    madeFrom: (source) => `Made from: ${source}`,
    template: (name, from) =>
      `Template: ${name} (${from === 'portal' ? 'of the portal, in “templates”' : 'of the tool'})`,
    collected: 'This page is collected from many bulletins.',
    copied: (source) => `Published as it is: ${source}`,
    photo: (source) => `Picture made from: ${source}`,
    redirect: (to) => `This is an alias that leads to: ${to}`,
    usedBy: (pages) => `Used by ${count(pages, 'page')}.`,
    makesNothing: 'This file makes no page.',
    published: (when) => `State: ${stateNames.en.published} (${when})`,
    notPublished: (item) => `State: ${reason(item)}`,
  },
  init: {
    created: (folder) => `A blank portal was made in ${shorten(folder, 200)}.`,
    createdExample: (folder) => `The sample portal was made in ${shorten(folder, 200)}.`,
    file: (path) => `created ${path}`,
    kept: (path) => `already there, kept ${path}`,
    otherLanguage: () =>
      'Pages and explanations in the files are in Vietnamese: “--lang en” is for you, the portal is for its readers. If they read English, write “language: en” in content/portal.yml: pages say “Home” and “Published” then, and commands speak English without “--lang en”. Names of sections are yours to translate.',
    fillInHeading: 'Before you build, fill in:',
    fillIn: [
      'content/portal.yml: name (“title”) and address (“baseUrl”) of the portal',
      'content/portal.yml: the agency (“agency”): name, responsible person, address, telephone, e-mail',
      'content/categories.yml: look through the categories and remove those you do not need',
      'content/units.yml, content/authors.yml, content/glossary.yml: if you want them; examples are in the files',
      'content/bulletins: the first bulletin',
    ],
    nextHeading: 'Then run:',
    next: (folder, install) => [
      ...(folder === '.' ? [] : [{ command: `cd "${folder}"`, note: 'go to the folder of the portal' }]),
      ...(install
        ? [
            {
              command: 'npm install',
              note: 'installs the tool from tx-portal-….tgz, copied into this folder, once (see README.md)',
            },
          ]
        : []),
      { command: 'npx tx-portal serve', note: 'preview on this machine' },
      { command: 'npx tx-portal new', note: 'begin a bulletin' },
      { command: 'npx tx-portal build', note: 'build into dist' },
    ],
  },
  new: {
    created: (file) => `A new bulletin was begun: ${shorten(file, 300)}`,
    photo: (name) => `copied photo ${name}`,
    renamed: (from, to) => `copied photo ${from} as ${to}: another has that name`,
    left: (names) =>
      `not copied, as these are no photos: ${names.join(', ')}. Copy what is to be attached into the folder of the bulletin, and name it under “attachments”.`,
    longTitle: (length) =>
      `The title has ${length} characters: fill in a short one for lists (“shortTitle”), or delete its line.`,
    authorAlmost: (given, known) =>
      `The author ${quote(given)} is not in content/authors.yml. Did you mean ${quote(known)}? Then change it in the bulletin.`,
    categoriesHeading: 'The categories of the portal:',
    category: (number, id, name, purpose) =>
      `${number === null ? '' : `${String(number).padStart(3)}. `}${name} (${id})${purpose === '' ? '' : `: ${purpose}`}`,
    steps: (file, waiting) => [
      'Next:',
      `  1. Open ${shorten(file, 300)} and write over its ${waiting} places “[… : …]”.`,
      '  2. Preview: npx tx-portal serve',
      '  3. When it is done, delete the line “draft: true” (readers do not see a draft) and run: npx tx-portal check',
    ],
    ask: {
      intro: 'A few questions make a new bulletin. Ctrl+C stops; nothing is written before the end.',
      title: 'Title: ',
      category: 'Category (number, id or name): ',
      authors: 'Authors, separated by commas (may be empty): ',
      date: (today) => `Date (empty: today, ${today}): `,
      photos: 'Photos: drop a file or a folder here, one at a time (empty: done): ',
      slug: 'Name of the folder (no marks, with hyphens, like le-hoi-dau-xuan): ',
      stopped: 'Stopped, nothing was written.',
    },
    fillIn: {
      shortTitle: '[fill in: a short title, below 110 characters]',
      summary: '[fill in: who did what, where and when, in one or two sentences]',
      caption: '[fill in: caption, who is to be seen doing what, and where]',
      alt: '[fill in: what is to be seen, for those who cannot see it]',
      body: '[fill in: the text; a blank line begins a new paragraph]',
    },
  },
  eject: {
    copied: (path) => `The template was copied to ${path}`,
    recorded: 'Recorded in templates/ejected.yml; builds will warn when the original changes.',
    uses: (names) => `It uses: ${names}`,
    usedBy: (names) => `It is used by: ${names}`,
    next: 'Change it and preview with: npx tx-portal serve. Delete it to go back to the original.',
    listHeading: 'Templates that can be copied (npx tx-portal eject <name>):',
    own: 'the portal has its own',
    kept: (template) => `Recorded: templates/${template} stays, the present original was looked at.`,
    same: (template) => `templates/${template} is the same as the original and can be deleted.`,
    difference: (template) => `Lines with - are of the original, with + of the portal (templates/${template}):`,
  },
  serve: {
    ready: (url) => `Preview at ${url}`,
    unread: (documents) =>
      `The newest bulletins can be seen now. ${n(documents)} older ones are still being read; pages follow by themselves.`,
    read: (ms) => `All bulletins are read, in ${duration(ms)}.`,
    stop: 'Press Ctrl+C to stop.',
    stopped: 'The preview has stopped.',
    changed: (file) => `Changed: ${shorten(file, 200)}`,
    changedToo: (files) => `and ${n(files)} more.`,
    rebuilt: (pages, ms) => `Updated ${count(pages, 'page')} in ${duration(ms)}.`,
    copying: (pictures) =>
      `Still being copied: ${namesOf(pictures)}; its bulletin follows by itself, all other pages are as they were saved.`,
    problems: (errors, shown) => `${count(errors, 'error')} to be put right; ${shownBeside[shown]}.`,
    mended: 'All errors are gone; the preview is up to date.',
    portTaken: (port, used) => `Port ${port} is used by another program, so port ${used} is taken.`,
    open: (address) => `Note: others on the network can see the preview, drafts too, at ${address}`,
    polling: 'The machine does not report changes of files, so they are looked at every few seconds.',
  },
  desk: {
    title: (bulletins) => `All bulletins: ${count(bulletins, 'bulletin')}`,
    columns: ['Date', 'State', 'Title', 'File', 'Last change', 'To look at', 'View, send'],
    problems: (errors) => count(errors, 'error'),
    warnings: (warnings) => count(warnings, 'warning'),
    phone: 'To open it on a phone in the same network, scan this or type',
    home: 'To the home page of the preview',
    filter: {
      words: 'Search in titles and file names',
      state: 'State',
      every: 'all',
      order: 'Order',
      byDay: 'date',
      byChange: 'last change',
      go: 'Show',
      none: 'There is no such bulletin.',
      more: (shown, all) => `${shown} of ${count(all, 'bulletin')} are listed; click here for all.`,
    },
    moment: {
      heading: 'See the portal on another day',
      shown: 'The day that is shown',
      present: (when) => `The portal is shown as it is now: ${when}.`,
      other: (when) => `The portal is shown as it is at ${when}, not now.`,
      readers: 'Only what readers see.',
      drafts: 'With drafts and scheduled bulletins.',
      at: 'Day, time',
      asReaders: 'Only what readers see then',
      go: 'Show',
      next: (when) => `The portal changes by itself next at ${when} – see it then`,
      back: 'Back to now',
      notDay: (given) => `“${shorten(given)}” is no day. Write it like 01/12/2026, or 01/12/2026 07:00 with the time.`,
      elsewhere:
        'Only the person at the machine that runs the preview can choose another day. From other machines every page can be read, and nothing changed.',
      stale: 'This page is from an earlier run of the preview. Reload the list and choose again.',
    },
  },
  look: {
    title: 'Preview',
    phone: 'See as on a phone',
    print: 'See as printed',
    copy: 'Download the copy for approval',
    phoneTitle: (page) => `On a phone: ${shorten(page, 200)}`,
    printTitle: (page) => `Printed: ${shorten(page, 200)}`,
    width: (pixels) => `${pixels} pixels wide`,
    printHint:
      'This is the page as printed on A4. To see where pages break, or to print, open the page and press Ctrl+P.',
    onPhone: 'To open this page on a phone in the same network, scan this or type',
    back: 'Open the page itself',
    noCopy: 'No copy for approval yet',
    noCopyWhy:
      'There are errors, so the page that is shown may still be an older one. Put right what is below, save the file, and download again.',
  },
  review: {
    written: (file, size, apart) =>
      `Review copy written: ${shorten(file, 300)} (${Math.max(1, Math.round(size / 1024))} KB). The photos are in it${apart ? '.' : '; this one file is all there is to send.'}`,
    apart: (files) =>
      `Send along ${files.length === 1 ? 'the document' : `the ${files.length} documents`} of the bulletin, not in the copy: ${files.map((file) => shorten(file, 200)).join(', ')}`,
    stopped: 'No copy was made: mend the errors above and run it again.',
    others: (errors) =>
      `${n(errors)} ${errors === 1 ? 'error' : 'errors'} of other bulletins, none of which touches this copy: see “npx tx-portal check”.`,
    ribbon: 'Copy for approval',
  },
  overlay: {
    title: (errors) => `${count(errors, 'error')} to be put right`,
    lastGood: 'The page below is the last good state; correct and save the file and it updates by itself.',
    othersNow:
      'What has errors is shown as it last was right (what never was, not yet); all other pages are as they were saved. Correct and save the file and the page updates by itself.',
    noPage: 'There is no page to show yet; correct and save the file and it appears by itself.',
    dismiss: 'Hide',
    show: 'Show errors',
    reconnecting: 'The connection to the preview is lost, trying again…',
    notFound: (address) => `There is no page at ${shorten(address, 200)}.`,
    leftOut: {
      title: 'This bulletin is not shown yet',
      own: (errors) =>
        `Its file has ${count(errors, 'error')}, so it cannot be previewed; all other bulletins are shown. Correct and save the file and the bulletin appears here at once.`,
      leads:
        'Its file has no error, but it leads to a bulletin that has, so it is not shown for now. Correct and save the faulty file below and this bulletin appears here at once.',
      others: 'Errors in other files',
    },
    likely: 'Perhaps it is this one:',
    hostRefused: (host) =>
      `The preview does not answer to the host name ${shorten(host)}; use the address that was printed.`,
    badAddress: 'This address is not well formed.',
    readOnly: 'The preview is only for reading; nothing can be sent to it.',
    more: (errors) => `And ${count(errors, 'more error')}.`,
    lostWhy:
      'The preview goes on, but tx-portal build will stop with the errors below and publish nothing. Put them right before.',
    strip: {
      title: (warnings) => `${count(warnings, 'thing')} to look at on this page`,
      line: (line) => `Line ${line}:`,
      lost: (addresses) =>
        `Cannot be published: ${count(addresses, 'published address', 'published addresses')} would be lost`,
      stops: 'A build will stop with this:',
      all: 'All bulletins',
    },
    news: {
      other: 'Another page has just changed.',
      go: 'Open the page just saved (key M): ',
      hide: 'Hide',
    },
    ribbon: {
      lost: 'This was published before: left like this, a build will stop with an error; “Cannot be published” says what to do.',
      draft: (when) =>
        `Draft – readers do not see it yet. Without the line “draft: true” it is published${when === null ? '' : ` at ${when}`}.`,
      scheduled: (when) => `Scheduled – readers do not see it yet, but will from ${when}.`,
      expires: (when) => `Readers see this now; it expires at ${when}.`,
      expired: (when) =>
        `Expired${when === null ? '' : ` since ${when}`} – readers can still open this page, marked as expired; it is no longer on the home page.`,
      withdrawn: (when) =>
        `Withdrawn${when === null ? '' : ` on ${when}`} – readers see only the notice; text and photos are gone.`,
      moment: (when) => `The portal is shown as it is at ${when}.`,
      search:
        'Search finds published bulletins only: drafts and scheduled ones are not found here; “All bulletins” has them.',
      copying: (pictures) =>
        `Still being copied: ${namesOf(pictures)}. Its bulletin is shown as it was before, or not yet, and follows by itself.`,
      unread: (documents) =>
        `${n(documents)} older bulletins are still being read: they are missing on this page, which follows by itself.`,
    },
  },
  help,
  bug: (reportable) =>
    `Something went wrong that should not; this is a bug of tx-portal. Published pages still work.\nPlease report the following:\n${reportable}`,
  interrupted: 'Stopped as asked. Published pages still work; the next build completes what is left.',
}
