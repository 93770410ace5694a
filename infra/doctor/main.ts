import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { abortOnInterrupt } from '../terminal/interrupt.ts'
import { createTerminal } from '../terminal/terminal.ts'
import { checkNothingWasKeptByNpm, parseArguments, type Options } from './arguments.ts'
import { examine } from './doctor.ts'
import { readPassword } from './password.ts'
import { exitCodes, Refusal, type ExitCode } from './problem.ts'
import { createJsonReporter, createTextReporter } from './reporter.ts'
import { styleFor } from '../terminal/style.ts'
import type { LoadSignIn } from './sign-in.ts'
import { usage } from './usage.ts'

const templateFile = fileURLToPath(new URL('../template.yaml', import.meta.url))

interface Loaders {
  loadSignIn: LoadSignIn
}

/** The process edge: arguments, environment, terminal and signals, and nothing else. */
export async function main(argv: readonly string[], loaders: Loaders): Promise<ExitCode> {
  try {
    checkNothingWasKeptByNpm(process.env)
    const options = parseArguments(argv)
    if (options.command === 'help') {
      process.stdout.write(usage)
      return exitCodes.well
    }
    return await run(options, loaders)
  } catch (error) {
    if (error instanceof Refusal) {
      process.stderr.write(`${error.message}\n${error.remedy}\n`)
      return exitCodes.refused
    }
    process.stderr.write(error instanceof Error ? `${error.stack ?? error.message}\n` : 'Failed.\n')
    return exitCodes.wrong
  }
}

async function run(options: Options, { loadSignIn }: Loaders): Promise<ExitCode> {
  const interruption = new AbortController()
  const { signal } = interruption
  const interrupt = abortOnInterrupt(interruption)
  const terminal = (output: NodeJS.WriteStream) =>
    createTerminal({ input: process.stdin, output, signal, onInterrupt: interrupt })
  const findings = terminal(process.stdout)
  try {
    const { outcome } = await examine(options, {
      root: process.cwd(),
      template: readFileSync(templateFile, 'utf8'),
      fetch,
      now: () => Date.now(),
      reporter: options.json
        ? createJsonReporter(findings)
        : createTextReporter(findings, styleFor(process.stdout, process.env)),
      // Questions go where they are in nobody's file.
      askPassword: (email) =>
        readPassword(email, { input: process.stdin, terminal: terminal(process.stderr), signal }),
      hide: (secrets) => findings.hide(secrets),
      signal,
      loadSignIn,
    })
    return outcome === 'well' ? exitCodes.well : exitCodes.wrong
  } catch (error) {
    if (!signal.aborted) throw error
    process.stderr.write('\nInterrupted.\n')
    return exitCodes.interrupted
  }
}
