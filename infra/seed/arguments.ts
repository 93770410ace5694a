import { createOptionReader } from '../terminal/options.ts'
import { Refusal } from './problem.ts'

interface Options {
  command: 'seed'
  file: string
  /** Of the app, without a slash at the end. */
  origin: string
  config?: string
  isDryRun: boolean
}

const options = createOptionReader({
  script: 'seed',
  flags: {
    config: { type: 'string' },
    origin: { type: 'string' },
    'dry-run': { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
  npmFlags: ['help', 'dry-run'],
  refuse: (what, remedy) => new Refusal(what, remedy),
})

export const { checkNothingWasKeptByNpm } = options

/** @throws Refusal */
export function parseArguments(argv: readonly string[]): Options | { command: 'help' } {
  const { values, positionals } = options.parse(argv)
  if (values.help) return { command: 'help' }
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw options.wrong('Name one file to seed from.')
  return {
    command: 'seed',
    file,
    origin: (values.origin ?? 'http://localhost:5173').replace(/\/$/, ''),
    isDryRun: values['dry-run'] ?? false,
    ...(values.config !== undefined && { config: values.config }),
  }
}
