import { DIGITS } from './postings.ts'

const CODES = Uint8Array.from(DIGITS, (digit) => digit.charCodeAt(0))

/** Text that grows at its end, as UTF-8: millions of short strings would cost more than all else the index takes. */
export class Sheet {
  #bytes = Buffer.allocUnsafe(1 << 16)
  #length = 0

  /** In bytes. */
  get length(): number {
    return this.#length
  }

  /** The bytes from one place to another, as long as nothing more is written. */
  part(from: number, to = this.#length): Uint8Array {
    return this.#bytes.subarray(from, to)
  }

  text(text: string): void {
    this.#reserve(text.length * 3)
    let at = this.#length
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index)
      if (code > 0x7f) {
        this.#length += this.#bytes.write(text, this.#length, 'utf8')
        return
      }
      this.#bytes[at] = code
      at += 1
    }
    this.#length = at
  }

  /** One step of postings (`postings.ts`). */
  step(step: number): void {
    this.#reserve(12)
    let left = step
    for (; left >= 32; left = Math.floor(left / 32)) this.#byte(CODES[32 + (left % 32)] ?? 0)
    this.#byte(CODES[left] ?? 0)
  }

  #byte(code: number): void {
    this.#bytes[this.#length] = code
    this.#length += 1
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#length + more))
    this.#bytes.copy(larger, 0, 0, this.#length)
    this.#bytes = larger
  }
}
