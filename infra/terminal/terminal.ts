import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { createMask } from './mask.ts'

export interface Terminal {
  /** Somebody is there to be asked. */
  readonly isInteractive: boolean
  /** Whole lines, which stay. */
  say(text: string): void
  /** One line that the next one replaces. Nothing where nobody watches. */
  show(status: string): void
  /** @returns the answer without spaces around it, empty when there is none. */
  ask(question: string): Promise<string>
  /** @returns the answer as typed, which is not shown. */
  askSecret(question: string): Promise<string>
  /** From now on these are never written. */
  hide(secrets: Iterable<string>): void
}

export interface TerminalStreams {
  input: NodeJS.ReadableStream & { isTTY?: boolean }
  output: NodeJS.WritableStream & { isTTY?: boolean; columns?: number }
  signal: AbortSignal
  /** Ctrl-C at a question, which is a key there and no signal. */
  onInterrupt: () => void
}

const clearLine = '\r\u001b[2K'

export function createTerminal({ input, output, signal, onInterrupt }: TerminalStreams): Terminal {
  const isInteractive = input.isTTY === true && output.isTTY === true
  const secrets = new Set<string>()
  let mask = createMask([])
  let status = ''

  function show(text: string) {
    if (output.isTTY !== true) return
    // A line that wraps could not be cleared; some terminals say that they have no width.
    status = mask(text).slice(0, (output.columns || 80) - 1)
    output.write(`${clearLine}${status}`)
  }

  async function ask(question: string, isSecret: boolean): Promise<string> {
    show('')
    const echo = new Writable({
      write(chunk: Buffer, _encoding, done) {
        if (!isSecret) output.write(chunk)
        done()
      },
    })
    if (isSecret) output.write(question)
    const lines = createInterface({ input, output: echo, terminal: isInteractive })
    const closed = new Promise<string>((resolve) => lines.once('close', () => resolve('')))
    lines.on('SIGINT', onInterrupt)
    try {
      // Ctrl-D closes without an answer.
      return await Promise.race([lines.question(isSecret ? '' : question, { signal }), closed])
    } finally {
      lines.close()
      if (isSecret) output.write('\n')
    }
  }

  return {
    isInteractive,
    show,
    say(text) {
      const below = status
      output.write(`${below === '' ? '' : clearLine}${mask(text)}\n${below}`)
    },
    async ask(question) {
      return (await ask(question, false)).trim()
    },
    askSecret: (question) => ask(question, true),
    hide(more) {
      for (const secret of more) secrets.add(secret)
      mask = createMask(secrets)
    },
  }
}
