import { addAbortSignal, type Readable } from 'node:stream'
import type { Terminal } from '../terminal/terminal.ts'
import { Refusal } from './problem.ts'
import { terminalWords } from './words.en.ts'

/** More than this is no password but a file that was piped by mistake; Cognito takes 256 letters. */
const mostLetters = 1024

interface Prompt {
  input: Readable & { isTTY?: boolean }
  terminal: Terminal
  /** Aborted by Ctrl-C. */
  signal: AbortSignal
}

/**
 * The password, typed unseen, or piped. Nowhere else is it taken from: arguments and environment are
 * there for other processes to read, and for shells to remember.
 *
 * @throws Refusal when none came; AbortError at Ctrl-C.
 */
export async function readPassword(
  email: string,
  { input, terminal, signal }: Prompt,
): Promise<string> {
  const isPiped = input.isTTY !== true
  if (!isPiped && !terminal.isInteractive) {
    throw new Refusal(
      'There is no terminal to ask for the password at.',
      'Let standard error be the terminal, or pipe the password in.',
    )
  }
  const password = isPiped
    ? await firstLine(addAbortSignal(signal, input))
    : await terminal.askSecret(terminalWords.password(email))
  if (password !== '') return password
  throw new Refusal(
    'No password was given.',
    'Type it when asked, or pipe it in; without --email nobody is signed in.',
  )
}

async function firstLine(input: Readable): Promise<string> {
  let text = ''
  for await (const chunk of input) {
    text += String(chunk)
    if (text.includes('\n') || text.length > mostLetters) break
  }
  return text.split(/\r?\n/)[0] ?? ''
}
