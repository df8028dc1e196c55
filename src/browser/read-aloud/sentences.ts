import { sentencesOf } from '../../text/sentences.ts'

/** What is said at one go: the words for the voice, and where they stand. */
export interface Sentence {
  readonly words: string
  readonly range: Range
  readonly block: Element
}

/** A text node, and where in its block's text it begins. */
interface Piece {
  readonly node: Text
  readonly from: number
}

const BLOCKS = 'p, li, h1, h2, h3, h4, h5, h6, td, th, dt, dd, figcaption, caption, pre'
const NAME = 'spoken'

/** The sentences of these elements in reading order; a sentence never goes over the end of a paragraph. */
export function sentencesIn(places: Iterable<Element>): readonly Sentence[] {
  const sentences: Sentence[] = []
  for (const place of places) {
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT)
    let pieces: Piece[] = []
    let text = ''
    let block: Element | null = null
    const close = (): void => {
      if (block !== null) sentences.push(...sentencesOfBlock(block, pieces, text))
      pieces = []
      text = ''
    }
    for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
      const parent = node.parentElement
      // Numbers of notes are for eyes, and ways to save a picture for hands.
      if (parent === null || parent.closest('sup, .unseen, figcaption [download]') !== null) continue
      const own = parent.closest(BLOCKS) ?? place
      if (own !== block) close()
      block = own
      pieces.push({ node, from: text.length })
      text += node.data
    }
    close()
  }
  return sentences
}

function sentencesOfBlock(block: Element, pieces: readonly Piece[], text: string): readonly Sentence[] {
  return sentencesOf(text).map(({ from, to }) => {
    const range = document.createRange()
    let words = ''
    // Nobody who listens sees in which column a cell is.
    const column = from === 0 ? columnOf(block) : ''
    for (const { node, from: start } of pieces) {
      const [begin, end] = [Math.max(from, start), Math.min(to, start + node.length)]
      if (begin >= end) continue
      if (words === '') range.setStart(node, begin - start)
      range.setEnd(node, end - start)
      // An acronym is said in full where the page knows what it stands for.
      const long = node.parentElement?.closest('abbr')?.title
      words += long || node.data.slice(begin - start, end - start)
    }
    return { words: column + words, range, block }
  })
}

/** What stands at the head of a cell's column, as it is said before it. */
function columnOf(block: Element): string {
  if (!block.matches('table td')) return ''
  const head = block.closest('table')!.querySelectorAll('thead th')[(block as HTMLTableCellElement).cellIndex]
  return head === undefined ? '' : `${head.textContent}: `
}

/** When the page was last brought to a sentence: until it has come there it is on its way. */
let moved = 0

/** Whether a sentence is on the screen, or the page still on its way there. */
export function isInSight({ range }: Sentence): boolean {
  const { top, bottom } = range.getBoundingClientRect()
  return (bottom > 0 && top < innerHeight) || Date.now() - moved < 1000
}

/** Marks the sentence that is being read, and brings it into view if follows; null marks none. Older browsers mark its paragraph. */
export function markSentence(sentence: Sentence | null, follows = false): void {
  const able = 'Highlight' in window && 'highlights' in CSS
  document.querySelector('.spoken')?.classList.remove(NAME)
  if (able) CSS.highlights.delete(NAME)
  if (sentence === null) return
  if (able) CSS.highlights.set(NAME, new Highlight(sentence.range))
  else sentence.block.classList.add(NAME)
  const { top, bottom } = sentence.range.getBoundingClientRect()
  // At the foot are the buttons.
  if (!follows || (top >= 0 && bottom < innerHeight * 0.8)) return
  moved = Date.now()
  // A paragraph may be taller than the screen; but a table is to be pushed sideways too.
  const place = scrollY + top - innerHeight / 3
  sentence.block.scrollIntoView()
  scrollTo(0, place)
}
