import type { Instance } from './engine.ts'

/**
 * `*` and `**` as people type them: they open before anything but white space and close after anything but white space, so
 * `**“Hội nghị”**tổng` is bold. CommonMark asks for a blank or a punctuation mark beside them, which Vietnamese typists do not know.
 * `_` keeps its rules, for names_like_this.
 */
export function emphasisAsTyped(instance: Instance): void {
  const State = instance.inline.State
  instance.inline.State = class extends State {
    override scanDelims(start: number, canSplitWord: boolean): ReturnType<InstanceType<typeof State>['scanDelims']> {
      if (this.src[start] !== '*') return super.scanDelims(start, canSplitWord)
      let end = start
      while (end < this.posMax && this.src[end] === '*') end += 1
      const before = start > 0 ? (this.src[start - 1] ?? ' ') : ' '
      const after = end < this.posMax ? (this.src[end] ?? ' ') : ' '
      const length = end - start
      // 2*3*4 is a sum, and (*) points to a remark.
      const isSign = (/\d/.test(before) && /\d/.test(after)) || (before === '(' && after === ')')
      if (isSign) return { can_open: false, can_close: false, length }
      return { can_open: !/\s/.test(after), can_close: !/\s/.test(before), length }
    }
  }
}
