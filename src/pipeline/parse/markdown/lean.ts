import { unitAt } from '../../../text/signs.ts'
import type { Instance, StateInline } from './engine.ts'

type Token = ReturnType<StateInline['push']>
type Nesting = -1 | 0 | 1

/**
 * The same marks in two thirds of the time. As published, markdown-it (15) defines each field of a token and state by a call, asks of
 * every sign whether it ends a text, and of every sign of a body whether a line ends there; this says the same through its own doors, the
 * classes of its states and a rule. To be called before others put theirs in.
 */
export function leanly(instance: Instance): void {
  const { prototype } = new instance.core.State('', instance, {}).Token
  const TokenOf = tokensLike(prototype)
  const { State: InlineState } = instance.inline
  instance.inline.State = class extends InlineState {
    override pushPending(): Token {
      const token = new TokenOf('text', '', 0)
      token.content = this.pending
      token.level = this.pendingLevel
      this.tokens.push(token)
      this.pending = ''
      return token
    }
    override push(type: string, tag: string, nesting: Nesting): Token {
      if (this.pending !== '') this.pushPending()
      const token = new TokenOf(type, tag, nesting)
      let meta: (typeof this.tokens_meta)[number]
      if (nesting < 0) {
        this.level -= 1
        this.delimiters = this._prev_delimiters.pop()!
      }
      token.level = this.level
      if (nesting > 0) {
        this.level += 1
        this._prev_delimiters.push(this.delimiters)
        this.delimiters = []
        meta = { delimiters: this.delimiters }
      }
      this.pendingLevel = this.level
      this.tokens.push(token)
      this.tokens_meta.push(meta)
      return token
    }
  }
  const { State: BlockState } = instance.block
  instance.block.State = class extends BlockState {
    constructor(...[src, md, env, tokens]: ConstructorParameters<typeof BlockState>) {
      super('', md, env, tokens)
      // Of an empty source it has noted the end of the last line alone.
      for (const noted of [this.bMarks, this.eMarks, this.tShift, this.sCount, this.bsCount]) noted.length = 0
      this.src = src
      for (let start = 0; start < src.length; ) {
        const found = src.indexOf('\n', start)
        const end = found < 0 ? src.length : found
        let at = start
        let column = 0
        for (; at < end; at += 1) {
          const unit = unitAt(src, at)
          if (unit !== 0x20 && unit !== 0x09) break
          column += unit === 0x09 ? 4 - (column % 4) : 1
        }
        // Blanks behind the last line end are no line.
        if (found < 0 && at === end) break
        this.note(start, end, at - start, column)
        start = end + 1
      }
      this.note(src.length, src.length, 0, 0)
      this.lineMax = this.bMarks.length - 1
    }
    private note(start: number, end: number, blanks: number, column: number): void {
      this.bMarks.push(start)
      this.eMarks.push(end)
      this.tShift.push(blanks)
      this.sCount.push(column)
      this.bsCount.push(0)
    }
    override push(type: string, tag: string, nesting: Nesting): Token {
      const token = new TokenOf(type, tag, nesting)
      token.block = true
      if (nesting < 0) this.level -= 1
      token.level = this.level
      if (nesting > 0) this.level += 1
      this.tokens.push(token)
      return token
    }
  }
  instance.inline.ruler.at('text', text)
}

/** Makes tokens with the methods of markdown-it's own. */
function tokensLike(prototype: Token): new (type: string, tag: string, nesting: Nesting) => Token {
  function LeanToken(this: Token, type: string, tag: string, nesting: Nesting): void {
    this.type = type
    this.tag = tag
    this.attrs = null
    this.map = null
    this.nesting = nesting
    this.level = 0
    this.children = null
    this.content = ''
    this.markup = ''
    this.info = ''
    this.meta = null
    this.block = false
    this.hidden = false
  }
  LeanToken.prototype = prototype
  return LeanToken as unknown as new (
    type: string,
    tag: string,
    nesting: Nesting,
  ) => Token
}

/** All up to a sign that may mean something: those of markdown-it's rule of this name. */
const plain = /[^\n!#$%&*+\-:<=>@[\\\]^_`{}~]+/y

function text(state: StateInline, silent: boolean): boolean {
  plain.lastIndex = state.pos
  if (!plain.test(state.src)) return false
  const end = Math.min(plain.lastIndex, state.posMax)
  if (end <= state.pos) return false
  if (!silent) state.pending += state.src.slice(state.pos, end)
  state.pos = end
  return true
}
