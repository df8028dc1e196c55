import { diagnose, type Located } from '../core/diagnostic.ts'
import { addressAt } from '../core/path.ts'
import type { Job, PageJob, Plan } from '../core/plan.ts'
import { prepare } from '../pipeline/build.ts'
import { renderJob } from '../pipeline/render-job.ts'
import { documentOf } from '../serve/left-out.ts'
import { copyName, reviewCopy } from '../serve/review/copy.ts'
import { isDocument } from '../serve/tools.ts'
import { openWorkshop } from './compose.ts'
import { watch } from './progress.ts'
import { showProblems } from './report/show.ts'
import { only } from './report.ts'
import { type Setup, shortPath } from './setup.ts'
import { exitOf, type Shell } from './shell.ts'
import { writeWhole } from './stage.ts'
import { findSubject, type Subject } from './why.ts'

/** Writes the page that a person means as one file; out: where, absolute, given what it would be named. Gives the exit code. */
export async function review(
  shell: Shell,
  setup: Setup,
  target: string,
  out: (name: string) => string,
): Promise<number> {
  const { machine, labels } = shell
  const workshop = openWorkshop(setup, machine, true)
  const watcher = watch(shell)
  try {
    const world = workshop.world(setup.now, watcher.progress)
    const prepared = await prepare(world)
    const { theme, sources } = prepared
    // With errors of other bulletins there is a plan too, which is not published.
    const plan = prepared.plan ?? prepared.stopped
    const subject = findSubject(target, { ...prepared, plan }, { ...setup, cwd: machine.cwd }, 'preview')
    const page = plan === null || 'code' in subject ? null : pageOf(subject, plan)
    const errors = only(prepared.diagnostics, 'error')
    // A file that is not there is none of theirs.
    if ('code' in subject && plan !== null && /\.md$/i.test(target)) return shell.refuse(subject)
    if (plan === null || theme === null || !(prepared.plan !== null || areOfOthers(errors, page))) {
      showProblems(shell, errors, 'err', workshop.linesOf)
      shell.note(labels.review.stopped)
      return exitOf(prepared.diagnostics)
    }
    if ('code' in subject) return shell.refuse(subject)
    if (page === null) return shell.refuse(diagnose('why/no-document', { given: target, example: exampleOf(plan) }))
    const jobs = new Map<string, Job>(plan.jobs.map((job) => [job.path, job]))
    const rendered = await renderJob(page, sources, theme, world)
    if ('problem' in rendered) {
      showProblems(shell, [rendered.problem], 'err', workshop.linesOf)
      return exitOf([rendered.problem])
    }
    const html = await reviewCopy({
      job: page,
      html: new TextDecoder().decode(rendered.bytes),
      plan,
      async bytesOf(path) {
        const job = jobs.get(path)
        if (job === undefined) return null
        const made = await renderJob(job, sources, theme, world)
        return 'problem' in made ? null : made.bytes
      },
    })
    const path = out(copyName(page))
    writeWhole(path, html)
    workshop.save(null)
    const apart = documentsOf(page, plan)
    shell.print(labels.review.written(shortPath(path, machine.cwd), Buffer.byteLength(html), apart.length > 0))
    if (apart.length > 0) shell.note(labels.review.apart(apart))
    if (prepared.plan === null) shell.note(labels.review.others(errors.length))
    return 0
  } finally {
    watcher.close()
    workshop.cache.close()
  }
}

/** The documents that a page brings along, by their files: they are in no copy of it. */
const documentsOf = (page: PageJob, { jobs }: Plan): readonly string[] =>
  jobs.flatMap((job) => (job.kind === 'copy' && job.of === page.of && job.print !== undefined ? [job.source] : []))

/** Whether errors are all of documents, and none of that which a page shows. */
const areOfOthers = (errors: readonly Located[], page: PageJob | null): boolean =>
  page !== null &&
  errors.every(({ file }) => {
    const document = file === null ? null : documentOf(file)
    return document !== null && document !== page.of
  })

const isPage = (job: Job): job is PageJob => job.kind === 'page' && isDocument(job)

/** The address of a page that could be asked for; null where there is none. */
function exampleOf({ jobs }: Plan): string | null {
  const page = jobs.find(isPage)
  return page === undefined ? null : addressAt(page.path)
}

/** The page of a document, asked for by its address or by its file. */
function pageOf(subject: Subject, { jobs }: Plan): PageJob | null {
  if ('job' in subject) return isPage(subject.job) ? subject.job : null
  return jobs.filter(isPage).find(({ of }) => of === subject.source.path) ?? null
}
