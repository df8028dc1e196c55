import { prepare } from '../../src/pipeline/build.ts'
import { renderJob } from '../../src/pipeline/render-job.ts'
import type { World } from '../../src/pipeline/world.ts'
import { type Answer, type Filters, type Get, openIndex } from '../../src/search/find.ts'
import { INDEX_ROOM } from '../../src/search/format.ts'
import { nearWords } from '../../src/search/near.ts'

const ROOM = INDEX_ROOM.slice(1)

/** The index of a portal as a browser gets it, without the rest of the portal; asked: the files it was asked for. */
export async function indexOf(world: World) {
  const { plan, sources, theme } = await prepare(world)
  if (plan === null || theme === null) throw new Error('the portal does not stand')
  const files = new Map<string, string>()
  for (const job of plan.jobs.filter(({ path }) => path.startsWith(ROOM))) {
    const rendered = await renderJob(job, sources, theme, world)
    if (!('bytes' in rendered)) throw new Error(rendered.problem.diagnostic.code)
    files.set(job.path.slice(ROOM.length), Buffer.from(rendered.bytes).toString('utf8'))
  }
  const asked: string[] = []
  const get: Get = (file) => {
    asked.push(file)
    const text = files.get(file)
    return text === undefined ? Promise.reject(new Error(`no ${file}`)) : Promise.resolve(JSON.parse(text))
  }
  const index = await openIndex(get, nearWords)
  const all = async (text: string, filters: Partial<Filters> = {}) => {
    let last: Answer | null = null
    for await (const answer of index.find(text, { category: '', year: '', author: '', ...filters })) last = answer
    if (last === null) throw new Error('no answer')
    const cards = await index.cards(last.ranked)
    return { ...last, words: last.words.trim(), hrefs: cards.map(({ href }) => href), cards }
  }
  return { files, asked, index, all }
}
