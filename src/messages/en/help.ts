import type { HelpLabels } from '../vocabulary.ts'

/** `--help` in English. */
export const help: HelpLabels = {
  description: 'Static site generator for the news bulletins of Vietnamese district and commune portals.',
  examples: [
    { command: 'npx tx-portal init new-portal', note: 'start a new portal' },
    { command: 'npx tx-portal new "Hội nghị tổng kết năm"', note: 'begin a bulletin' },
    { command: 'npx tx-portal serve', note: 'preview on this machine' },
    { command: 'npx tx-portal check', note: 'check all content' },
    { command: 'npx tx-portal build', note: 'build into dist' },
  ],
  headings: {
    usage: 'Usage:',
    arguments: 'Arguments:',
    options: 'Options:',
    commonOptions: 'Common options:',
    commands: 'Commands:',
    examples: 'Examples:',
    default: 'default',
  },
  commands: {
    build: {
      summary: 'build the portal',
      description: 'Reads all content and writes the pages to be deployed. If there is an error, no page changes.',
      examples: [
        { command: 'npx tx-portal build', note: 'build into dist' },
        { command: 'npx tx-portal build --dry-run', note: 'see what would change, write nothing' },
        { command: 'npx tx-portal build --now 2026-12-01T08:00:00+07:00', note: 'build as if at that moment' },
      ],
    },
    check: {
      summary: 'check content without building',
      description:
        'Shows every error, warning and hint with its remedy. Pages and pictures are made to find what fails, but not written.',
      examples: [
        { command: 'npx tx-portal check', note: 'check the whole portal' },
        { command: 'npx tx-portal check content/bulletins/2023', note: 'show only what concerns 2023' },
        { command: 'npx tx-portal check --fix', note: 'put right blanks, quotation marks and paragraphs, then check' },
        { command: 'npx tx-portal check --strict', note: 'fail on warnings too' },
      ],
    },
    serve: {
      summary: 'preview on this machine',
      description:
        'Shows the portal with drafts and scheduled bulletins. The browser follows when a file is saved. Ctrl+C stops it.',
      examples: [
        { command: 'npx tx-portal serve', note: 'preview, with drafts' },
        { command: 'npx tx-portal serve --no-drafts', note: 'see exactly what readers will see' },
        {
          command: 'npx tx-portal serve --no-drafts --now 01/12/2026',
          note: 'what readers will see on 1 December 2026',
        },
      ],
    },
    preview: {
      summary: 'make a copy of one bulletin for approval',
      description:
        'Writes one bulletin as a single HTML file with its photos, styles and fonts inside, to be sent to whoever approves it. Drafts too. It opens without a network.',
      examples: [
        {
          command: 'npx tx-portal preview content/bulletins/2023/hoi-nghi-tong-ket --out bai.html',
          note: 'into the file bai.html',
        },
        { command: 'npx tx-portal preview /2023/hoi-nghi-tong-ket/', note: 'by its address' },
      ],
    },
    new: {
      summary: 'begin a bulletin',
      description:
        'Makes the folder of a bulletin with its index.md and copies photos into it. It is a draft, with “[fill in: …]” wherever something must be written. Without arguments it asks. Replaces nothing.',
      examples: [
        { command: 'npx tx-portal new', note: 'asks one thing after the other' },
        { command: 'npx tx-portal new "Hội nghị tổng kết năm" --category thong-bao', note: 'a category by id or name' },
        {
          command:
            'npx tx-portal new "Lễ hội đầu xuân" --category "Văn hóa - Xã hội" --author "Lê Thơ" --author "Khắc Cường"',
          note: 'two authors',
        },
        {
          command: 'npx tx-portal new "Lễ hội đầu xuân" --category thong-bao --images "D:/Ảnh lễ hội"',
          note: 'with all photos of a folder',
        },
      ],
    },
    list: {
      summary: 'list bulletins by state',
      description: 'Lists drafts, scheduled, expired or all bulletins.',
      examples: [
        { command: 'npx tx-portal list drafts', note: 'drafts' },
        { command: 'npx tx-portal list scheduled', note: 'scheduled bulletins' },
      ],
    },
    why: {
      summary: 'tell where a page comes from',
      description: 'Tells which source and template make a page, and why a bulletin is or is not published.',
      examples: [
        { command: 'npx tx-portal why /2023/hoi-nghi-tong-ket/', note: 'ask by address' },
        { command: 'npx tx-portal why content/bulletins/2023/hoi-nghi-tong-ket/index.md', note: 'ask by file' },
      ],
    },
    init: {
      summary: 'make a new portal',
      description: 'Makes a blank portal to be filled in; with “--example” the sample portal. Replaces no file.',
      examples: [
        { command: 'npx tx-portal init new-portal', note: 'a blank portal in new-portal' },
        { command: 'npx tx-portal init trial --example', note: 'the sample portal, to look at and try things' },
      ],
    },
    eject: {
      summary: 'copy a template into the portal to change it',
      description:
        'Copies a template of the tool into templates/ of the portal, where it takes the place of the original. Without a name it lists all. Replaces nothing. Builds warn when the original has changed.',
      examples: [
        { command: 'npx tx-portal eject', note: 'list all templates' },
        { command: 'npx tx-portal eject parts/card.njk', note: 'copy the card of a bulletin' },
        { command: 'npx tx-portal eject parts/card.njk --diff', note: 'how it differs from the original' },
        { command: 'npx tx-portal eject parts/card.njk --keep', note: 'record that the new original was looked at' },
      ],
    },
  },
  options: {
    category: 'its category: an id or name of content/categories.yml',
    author: 'an author: a name, or an id of content/authors.yml; once for each',
    date: 'its date, like 13/01/2026; today by default',
    images: 'photos (or folders of them) to copy; last on the line',
    slug: 'name of its folder; made of the title by default',
    diff: 'only show how the portal’s template differs from the original',
    keep: 'keep the portal’s template and record that the new original was looked at',
    root: 'folder of the portal',
    out: 'folder the pages are written to',
    outFile: 'HTML file to write (else named after the bulletin)',
    now: 'act as if at this moment (like 2026-12-01T08:00:00+07:00)',
    drafts: 'include drafts and scheduled bulletins',
    dryRun: 'do everything but write',
    thorough: 'read every file again, also those that look unchanged',
    cacheDir:
      'folder that keeps what was made (photos, what was read) for the next time; by default .tx-portal/cache of the portal',
    threads: 'threads that work at once; by default one for each core',
    verify: 'then build again from nothing and compare byte by byte; “--verify=all” makes pictures again too',
    profile: 'also print where the time went: stages, slowest templates and bulletins',
    json: 'print one JSON document for other programs',
    baseUrl: 'address of the portal, instead of “baseUrl” in portal.yml',
    port: 'port of the preview',
    host: 'network address of the preview; by default this machine only',
    noDrafts: 'leave out drafts and scheduled bulletins',
    github: 'print annotations for GitHub',
    fix: 'put right what is safe: blanks, quotation marks, paragraphs, marks typed apart; with --dry-run only show it',
    strict: 'fail on warnings too',
    example: 'make the sample portal',
    lang: 'language of messages: vi or en',
    quiet: 'print only errors and results',
    verbose: 'print more details',
    noColor: 'no colours',
    version: 'print the version',
    help: 'print this help',
  },
  arguments: {
    paths: 'show only what concerns these files or folders',
    filter: 'which bulletins: drafts, scheduled, expired or all',
    target: 'address of a page, or path of a file',
    folder: 'folder to make the portal in; by default the current one',
    title: 'title of the bulletin, in quotes',
    template: 'name of a template, like parts/card.njk',
  },
  values: {
    folder: 'folder',
    time: 'time',
    url: 'address',
    port: 'number',
    host: 'network address',
    language: 'language',
    number: 'number',
    category: 'category',
    name: 'name',
    day: 'day',
    files: 'files…',
    file: 'file',
  },
}
