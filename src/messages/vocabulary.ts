import type { Severity } from '../core/codes.ts'
import type { State } from '../core/site.ts'
import type { Stage } from '../core/step.ts'

/** What a profile singles out of the rendering of pages. */
export type Single = 'template' | 'page'

/** What long work is doing at the moment. */
export type Phase = 'reading' | 'rendering' | 'photos' | 'publishing' | 'checking'

/** What a build did; made, kept and removed count files, ms is how long it took. */
export interface Built {
  readonly bulletins: number
  readonly pages: number
  readonly images: number
  readonly made: number
  readonly kept: number
  readonly removed: number
  readonly ms: number
}

/** What a check found. */
export interface Checked {
  readonly bulletins: number
  readonly pages: number
  readonly errors: number
  readonly warnings: number
  readonly hints: number
  readonly ms: number
}

/** A bulletin that readers do not see; when tells (already as text) when that changes or changed, if it does. */
export interface LeftOut {
  readonly source: string
  readonly state: State
  readonly when: string | null
}

/** The lines after a build or a check. */
export interface ReportLabels {
  readonly built: (stats: Built) => string
  readonly dryRun: (stats: Built) => string
  readonly checked: (stats: Checked) => string
  readonly writtenTo: (folder: string) => string
  readonly nothingChanged: string
  /** Pictures put in place: how many, their bytes as taken, and as readers load them. */
  readonly shrunk: (pictures: number, from: number, to: number) => string
  /** Documents were recognised at new addresses; the old ones lead there. */
  readonly moved: (documents: number) => string
  /** content/urls.lock was begun, or begun anew. */
  readonly bookBegun: (addresses: number) => string
  /** A second build from nothing gave the same bytes. */
  readonly verified: (files: number, pictures: boolean) => string
  /** It did not, of so many files among those compared; which is told above. */
  readonly differing: (differing: number, files: number) => string
  /** It could not be made; why is told above. */
  readonly uncompared: string
  /** Where the time went: headings, and what each stage of a build is called. */
  readonly profile: {
    readonly heading: string
    readonly nothing: string
    readonly count: string
    readonly dearest: (stage: string) => string
    readonly stages: { readonly [S in Stage]: string }
    /** Headings of what is singled out of rendering: each template without what it includes, and each page. */
    readonly singles: { readonly [S in Single]: string }
  }
  /** The build stopped before it published anything. */
  readonly failed: (errors: number) => string
  /** What `--fix` did, would do (with --dry-run), or could do. */
  readonly fixed: (files: number) => string
  readonly wouldFix: (files: number) => string
  readonly canFix: (files: number) => string
  /** Lines in which letters and their marks become one sign each, which nobody sees. */
  readonly composed: (lines: number) => string
  /** `--strict` turned warnings into a stop. */
  readonly strict: (warnings: number) => string
  readonly warnings: (count: number) => string
  readonly leftOutHeading: (count: number) => string
  readonly leftOut: (item: LeftOut) => string
  readonly nextDue: (when: string) => string
}

/** The table of `tx-portal list`. */
export interface ListLabels {
  readonly date: string
  readonly state: string
  readonly category: string
  readonly title: string
  readonly source: string
  /** others: how many there are in states that were not asked for, where nothing was asked for. */
  readonly count: (bulletins: number, others: number) => string
  readonly empty: string
}

/** The lines of `tx-portal why`. */
export interface WhyLabels {
  readonly address: (url: string) => string
  readonly output: (path: string) => string
  readonly madeFrom: (source: string) => string
  readonly template: (name: string, from: 'portal' | 'tool') => string
  /** A page made of many bulletins: front page, lists, feeds. */
  readonly collected: string
  readonly copied: (source: string) => string
  readonly photo: (source: string) => string
  readonly redirect: (to: string) => string
  readonly usedBy: (pages: number) => string
  readonly makesNothing: string
  readonly published: (when: string) => string
  readonly notPublished: (item: LeftOut) => string
}

/** The lines of `tx-portal init`. */
export interface InitLabels {
  readonly created: (folder: string) => string
  readonly createdExample: (folder: string) => string
  readonly file: (path: string) => string
  /** A file that was there before and stays as it is. */
  readonly kept: (path: string) => string
  /** Said where the files are in another language than the person reads. */
  readonly otherLanguage: () => string | null
  readonly fillInHeading: string
  /** What to fill in, with the file and the keys. */
  readonly fillIn: readonly string[]
  readonly nextHeading: string
  /** Commands to run next, each with what it does. */
  /** install: the folder has got a package.json that names the tool, and nothing is installed there yet. */
  readonly next: (folder: string, install: boolean) => readonly { readonly command: string; readonly note: string }[]
}

/** What `new` writes where a person must: each `[điền: …]` or `[fill in: …]`, which no published bulletin may have. */
export interface FillInLabels {
  readonly shortTitle: string
  readonly summary: string
  readonly caption: string
  readonly alt: string
  readonly body: string
}

/** What `tx-portal new` asks on a terminal. */
export interface NewQuestions {
  readonly intro: string
  readonly title: string
  readonly category: string
  readonly authors: string
  readonly date: (today: string) => string
  readonly photos: string
  readonly slug: string
  readonly stopped: string
}

/** The lines of `tx-portal new`. */
export interface NewLabels {
  readonly created: (file: string) => string
  readonly photo: (name: string) => string
  /** Another photo had that name already. */
  readonly renamed: (from: string, to: string) => string
  /** What a folder of photos has besides these. */
  readonly left: (names: readonly string[]) => string
  readonly longTitle: (length: number) => string
  readonly authorAlmost: (given: string, known: string) => string
  readonly categoriesHeading: string
  /** A section as staff choose it; number: in a list to choose from. */
  readonly category: (number: number | null, id: string, name: string, purpose: string) => string
  readonly steps: (file: string, waiting: number) => readonly string[]
  readonly ask: NewQuestions
  readonly fillIn: FillInLabels
}

/** The lines of `tx-portal eject`. */
export interface EjectLabels {
  readonly copied: (path: string) => string
  readonly recorded: string
  readonly uses: (names: string) => string
  readonly usedBy: (names: string) => string
  readonly next: string
  readonly listHeading: string
  readonly own: string
  readonly kept: (template: string) => string
  readonly same: (template: string) => string
  readonly difference: (template: string) => string
}

/** What a preview shows beside errors: all but what has them as it was saved, the last good state, or nothing, since there was none. */
export type ShownBeside = 'others' | 'older' | 'nothing'

/** What `tx-portal serve` says in the terminal. */
export interface ServeLabels {
  readonly ready: (url: string) => string
  /** So many documents are still to be read. */
  readonly unread: (documents: number) => string
  readonly read: (ms: number) => string
  readonly stop: string
  readonly stopped: string
  readonly changed: (file: string) => string
  /** Of many at once not all are named. */
  readonly changedToo: (files: number) => string
  readonly rebuilt: (pages: number, ms: number) => string
  readonly problems: (errors: number, shown: ShownBeside) => string
  /** Pictures by name that are not all there yet. */
  readonly copying: (pictures: readonly string[]) => string
  readonly mended: string
  readonly portTaken: (port: number, used: number) => string
  /** Others on the network can read drafts, at that address. */
  readonly open: (address: string) => string
  readonly polling: string
}

/** What `tx-portal preview` says, and what stands on the copy it makes. */
export interface ReviewLabels {
  /** size: bytes; apart: documents go with it that are not in it. */
  readonly written: (file: string, size: number, apart: boolean) => string
  /** The files of those. */
  readonly apart: (files: readonly string[]) => string
  /** Nothing was made, because of the errors above. */
  readonly stopped: string
  /** It was made beside so many errors of other documents. */
  readonly others: (errors: number) => string
  readonly ribbon: string
}

/** The preview's own list of all bulletins. */
export interface DeskLabels {
  readonly title: (bulletins: number) => string
  /** Day, state, title, file, last change, problems, ways to look at it. */
  readonly columns: readonly string[]
  readonly problems: (count: number) => string
  readonly warnings: (count: number) => string
  /** Before a code to be scanned by a phone. */
  readonly phone: string
  readonly home: string
  /** What of the list is shown, and in which order. */
  readonly filter: {
    readonly words: string
    readonly state: string
    readonly every: string
    readonly order: string
    readonly byDay: string
    readonly byChange: string
    readonly go: string
    readonly none: string
    readonly more: (shown: number, all: number) => string
  }
  /** At which moment the portal is shown, and for whom. */
  readonly moment: {
    readonly heading: string
    /** The same over what those read who may not choose. */
    readonly shown: string
    readonly present: (when: string) => string
    readonly other: (when: string) => string
    readonly readers: string
    readonly drafts: string
    readonly at: string
    readonly asReaders: string
    readonly go: string
    readonly next: (when: string) => string
    readonly back: string
    readonly notDay: (given: string) => string
    /** Said to those who look on from another machine: only the person at this one may choose. */
    readonly elsewhere: string
    readonly stale: string
  }
}

/** Other ways to look at a page of the preview. */
export interface LookLabels {
  /** On the strip of a page where there is nothing to warn of. */
  readonly title: string
  readonly phone: string
  readonly print: string
  /** A file to send to whoever approves it. */
  readonly copy: string
  readonly phoneTitle: (page: string) => string
  readonly printTitle: (page: string) => string
  /** So many pixels wide. */
  readonly width: (pixels: number) => string
  readonly printHint: string
  readonly onPhone: string
  readonly back: string
  /** There is no file to send while there are errors, and why. */
  readonly noCopy: string
  readonly noCopyWhy: string
}

/** What stands on a page of the preview; its ribbons say what readers see of the page, and when. */
export interface OverlayLabels {
  readonly title: (errors: number) => string
  /** The page may be older than its file. */
  readonly lastGood: string
  /** The page is as its file is; those with errors are older. */
  readonly othersNow: string
  readonly noPage: string
  readonly dismiss: string
  readonly show: string
  readonly reconnecting: string
  readonly notFound: (address: string) => string
  /** The page of a document that is not shown yet, for errors of its own, or (leads) of one it leads to. */
  readonly leftOut: {
    readonly title: string
    readonly own: (errors: number) => string
    readonly leads: string
    /** Over the errors of other files. */
    readonly others: string
  }
  /** Before the title of the page that was probably meant. */
  readonly likely: string
  readonly hostRefused: (host: string) => string
  /** A request that is not written as one. */
  readonly badAddress: string
  /** Somebody tried to send something. */
  readonly readOnly: string
  /** Errors there are beside those shown. */
  readonly more: (errors: number) => string
  /** What becomes of lost addresses, over their list. */
  readonly lostWhy: string
  /** Warnings of the page that is looked at; all leads to the list of bulletins. */
  readonly strip: {
    readonly title: (warnings: number) => string
    readonly line: (line: number) => string
    /** So many published addresses would be lost by a build. */
    readonly lost: (addresses: number) => string
    /** Before what a build will stop with. */
    readonly stops: string
    readonly all: string
  }
  /** Something else than this page has changed; go stands before the title of the page that was saved. */
  readonly news: { readonly other: string; readonly go: string; readonly hide: string }
  readonly ribbon: {
    /** It was published, and is not to be seen by readers any more: a build will stop with that. */
    readonly lost: string
    /** when: the day it waits for beside; null: none. */
    readonly draft: (when: string | null) => string
    readonly scheduled: (when: string) => string
    /** Published, and will expire. */
    readonly expires: (when: string) => string
    readonly expired: (when: string | null) => string
    readonly withdrawn: (when: string | null) => string
    /** The portal is shown as it is at another moment. */
    readonly moment: (when: string) => string
    /** On the search page of a portal that has drafts or scheduled bulletins. */
    readonly search: string
    /** So many documents are still to be read: the page says nothing of them yet. */
    readonly unread: (documents: number) => string
    /** Pictures by name that are not all there yet. */
    readonly copying: (pictures: readonly string[]) => string
  }
}

/** Commands there are. */
export type CommandName = 'build' | 'check' | 'serve' | 'preview' | 'new' | 'list' | 'why' | 'init' | 'eject'

/** Options of commands; each means the same wherever it is accepted. */
export type OptionName =
  | 'root'
  | 'out'
  | 'outFile'
  | 'now'
  | 'drafts'
  | 'dryRun'
  | 'thorough'
  | 'cacheDir'
  | 'threads'
  | 'verify'
  | 'profile'
  | 'json'
  | 'baseUrl'
  | 'port'
  | 'host'
  | 'noDrafts'
  | 'github'
  | 'strict'
  | 'fix'
  | 'example'
  | 'category'
  | 'author'
  | 'date'
  | 'images'
  | 'slug'
  | 'diff'
  | 'keep'
  | 'lang'
  | 'quiet'
  | 'verbose'
  | 'noColor'
  | 'version'
  | 'help'

/** Kinds of values that options take. */
export type ValueName =
  | 'folder'
  | 'time'
  | 'url'
  | 'port'
  | 'host'
  | 'language'
  | 'number'
  | 'category'
  | 'name'
  | 'day'
  | 'files'
  | 'file'

/** Arguments of commands. */
export type ArgumentName = 'paths' | 'filter' | 'target' | 'folder' | 'title' | 'template'

/** A command line as one would type it, and what it does. */
export interface Example {
  readonly command: string
  readonly note: string
}

/** What `--help` says of one command. */
export interface CommandHelp {
  /** One line, for the list of commands. */
  readonly summary: string
  /** A few sentences, for the command's own help. */
  readonly description: string
  readonly examples: readonly Example[]
}

/** What `--help` says. */
export interface HelpLabels {
  readonly description: string
  readonly examples: readonly Example[]
  readonly headings: {
    readonly usage: string
    readonly arguments: string
    readonly options: string
    readonly commonOptions: string
    readonly commands: string
    readonly examples: string
    readonly default: string
  }
  readonly commands: { readonly [C in CommandName]: CommandHelp }
  readonly options: { readonly [O in OptionName]: string }
  readonly arguments: { readonly [A in ArgumentName]: string }
  /** What stands in the place of a value: `--out <folder>`. */
  readonly values: { readonly [V in ValueName]: string }
}

/** All words the command line and the preview show beside diagnostics, in one language. */
export interface Labels {
  readonly severity: { readonly [S in Severity]: string }
  readonly state: { readonly [S in State]: string }
  readonly phase: { readonly [P in Phase]: string }
  /** One line of progress; left is milliseconds, null while nobody can tell. */
  readonly progress: (phase: Phase, done: number, total: number, left: number | null) => string
  readonly duration: (ms: number) => string
  readonly report: ReportLabels
  readonly list: ListLabels
  readonly why: WhyLabels
  readonly init: InitLabels
  readonly new: NewLabels
  readonly eject: EjectLabels
  readonly serve: ServeLabels
  readonly review: ReviewLabels
  readonly desk: DeskLabels
  readonly look: LookLabels
  readonly overlay: OverlayLabels
  readonly help: HelpLabels
  /** For exit code 70; the text is what a person can send to the makers. */
  readonly bug: (reportable: string) => string
  readonly interrupted: string
}
