import { createInterface } from 'node:readline'

/** Questions and answers at a terminal, one line each. */
export interface Conversation {
  /** The answer; null if the person left (Ctrl+C, Ctrl+D, a closed window). */
  ask(question: string): Promise<string | null>
  close(): void
}

/** Opens a conversation. Lines that come before they are asked for (typed ahead, pasted) answer the questions that follow. */
export function converse(input: NodeJS.ReadStream, output: NodeJS.WriteStream): Conversation {
  const lines = createInterface({ input, output })
  const ahead: string[] = []
  let open = true
  let waiting: ((answer: string | null) => void) | null = null
  const answer = (line: string | null): void => {
    const take = waiting
    waiting = null
    if (take !== null) take(line)
    else if (line !== null) ahead.push(line)
  }
  lines.on('line', answer)
  lines.on('SIGINT', () => lines.close())
  lines.on('close', () => {
    open = false
    answer(null)
  })
  return {
    ask(question) {
      const typed = ahead.shift()
      if (typed !== undefined || !open) return Promise.resolve(typed ?? null)
      return new Promise((resolve) => {
        waiting = resolve
        lines.setPrompt(question)
        lines.prompt()
      })
    },
    close: () => lines.close(),
  }
}
