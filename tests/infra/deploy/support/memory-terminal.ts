import { createMask } from '../../../../infra/terminal/mask.ts'
import type { Terminal } from '../../../../infra/terminal/terminal.ts'

export interface MemoryTerminal extends Terminal {
  /** All that was said and asked. */
  text(): string
  questions: string[]
  /** The lines that were replaced by others. */
  statuses: string[]
}

/** @param answers without any, nobody is there to be asked. */
export function createMemoryTerminal(
  answers: readonly string[] | undefined,
  signal: AbortSignal,
  onAsk: () => void,
): MemoryTerminal {
  const lines: string[] = []
  const statuses: string[] = []
  const questions: string[] = []
  const secrets = new Set<string>()
  const left = [...(answers ?? [])]
  const mask = (text: string) => createMask(secrets)(text)

  function ask(question: string): Promise<string> {
    questions.push(question)
    lines.push(question)
    onAsk()
    signal.throwIfAborted()
    const answer = left.shift()
    if (answer === undefined) throw new Error(`Nobody expected the question "${question}"`)
    return Promise.resolve(answer)
  }

  return {
    isInteractive: answers !== undefined,
    say: (text) => void lines.push(mask(text)),
    show: (status) => void statuses.push(mask(status)),
    ask,
    askSecret: ask,
    hide: (more) => {
      for (const secret of more) secrets.add(secret)
    },
    text: () => lines.join('\n'),
    statuses,
    questions,
  }
}
