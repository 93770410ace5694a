import { createOptionReader } from '../terminal/options.ts'
import { Refusal } from './problem.ts'
import { parseUrl } from '../../local/core/encoding/parse-url.ts'

export interface Options {
  command: 'check'
  /** Of the app, without a slash at the end. */
  origin: string
  /** Who is signed in for the checks that need somebody. */
  email?: string
  /** A file or a URL, instead of what the app itself would read. */
  config?: string
  json: boolean
}

const options = createOptionReader({
  script: 'doctor',
  flags: {
    origin: { type: 'string' },
    email: { type: 'string' },
    config: { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
  npmFlags: ['help'],
  refuse: (what, remedy) => new Refusal(what, remedy),
})

/** `npm run doctor --origin https://…`, without the two dashes, would check another app. */
export const { checkNothingWasKeptByNpm } = options

const defaultOrigin = 'http://localhost:5173'

/**
 * @param argv without the program's own name.
 * @throws Refusal that repeats no value: a password may have been put there.
 */
export function parseArguments(argv: readonly string[]): Options | { command: 'help' } {
  const { values, positionals } = options.parse(argv)
  if (values.help) return { command: 'help' }
  if (positionals.length > 0) {
    throw options.wrong('Everything stands behind an option, and a password nowhere.')
  }
  return {
    command: 'check',
    origin: parseOrigin(values.origin ?? defaultOrigin),
    json: values.json ?? false,
    ...(values.email !== undefined && { email: checkEmail(values.email) }),
    ...(values.config !== undefined && { config: checkGiven(values.config) }),
  }
}

/** A path would make another callback URL than the app has. */
function parseOrigin(text: string): string {
  const url = parseUrl(text)
  const isOrigin =
    url !== undefined &&
    /^https?:$/.test(url.protocol) &&
    `${url.pathname}${url.search}${url.hash}${url.username}` === '/'
  if (isOrigin) return url.origin
  throw options.wrong(
    '--origin must be scheme, host and port alone, such as https://app.example.com.',
  )
}

function checkEmail(text: string): string {
  if (/^[^\s@]+@[^\s@]+$/.test(text)) return text
  throw options.wrong(
    '--email must be the address of somebody who has an account, such as you@example.com.',
  )
}

function checkGiven(text: string): string {
  if (text !== '') return text
  throw options.wrong('--config must be a file or a URL.')
}
