import { type Diagnostic, type Located, locate } from '../core/diagnostic.ts'
import type { Listing, World } from './world.ts'

const SHEET = /^templates\/assets\/.+\.css$/i

/** Published as it is, so it may take others along. */
const PUBLISHED = /^content\/static\/.+\.css$/i

const PAGE = /^content\/static\/.+\.(?:html?|xhtml|svg)$/i

/** What is wrong with what is published as it is and can be read cheaply, and with style sheets of the portal's own. The tool's are tried when it is made, and so are copies that nobody has changed. */
export async function parseStyles(
  { sources, overrides }: Pick<Listing, 'sources' | 'overrides'>,
  { steps }: World,
): Promise<readonly Located[]> {
  const found: Located[] = []
  for (const source of sources.all) {
    const { path, digest } = source
    if (PUBLISHED.test(path)) {
      const { diagnostics } = await steps.style.run(source)
      const isTaken = ({ code, params }: Diagnostic) =>
        code.startsWith('text/') || ('why' in params && params.why === 'import')
      found.push(
        ...locate(
          path,
          diagnostics.filter((one) => !isTaken(one)),
        ),
      )
    }
    if (PAGE.test(path)) found.push(...locate(path, (await steps.staticPage.run(source)).diagnostics))
    if (!SHEET.test(path) || !overrides.has(path) || overrides.get(path)?.digest === digest) continue
    found.push(...locate(path, (await steps.style.run(source)).diagnostics))
  }
  return found
}
