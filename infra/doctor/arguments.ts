import { parseArgs } from 'node:util'
import { Refusal } from './problem.ts'

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

const flags = {
  origin: { type: 'string' },
  email: { type: 'string' },
  config: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

const defaultOrigin = 'http://localhost:5173'

/**
 * @param argv without the program's own name.
 * @throws Refusal that repeats no value: a password may have been put there.
 */
export function parseArguments(argv: readonly string[]): Options | { command: 'help' } {
  const { values, positionals } = parse(argv)
  if (values.help) return { command: 'help' }
  if (positionals.length > 0) {
    throw wrong('Everything stands behind an option, and a password nowhere.')
  }
  return {
    command: 'check',
    origin: parseOrigin(values.origin ?? defaultOrigin),
    json: values.json ?? false,
    ...(values.email !== undefined && { email: checkEmail(values.email) }),
    ...(values.config !== undefined && { config: checkGiven(values.config) }),
  }
}

/** `npm run doctor --origin https://…`, without the two dashes, would check another app. */
export function checkNothingWasKeptByNpm(env: Readonly<Record<string, string | undefined>>): void {
  const kept = Object.keys(flags).find((flag) => {
    // This one may stand in anybody's .npmrc for npm's own sake.
    if (flag === 'help') return false
    return env[`npm_config_${flag}`] !== undefined
  })
  if (kept === undefined) return
  throw new Refusal(
    `npm took --${kept} for an option of its own.`,
    `Put two dashes before the options: npm run doctor -- --${kept} …`,
  )
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: flags, allowPositionals: true })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    const flag = /'(?:-\w, )?(--?[\w-]+)/.exec(error instanceof Error ? error.message : '')?.[1]
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
      throw wrong(`There is no option ${flag ?? 'like that'}.`)
    }
    throw wrong(`${flag ?? 'An option'} was given without its value, or with one it does not take.`)
  }
}

/** A path would make another callback URL than the app has. */
function parseOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isOrigin =
    url !== undefined &&
    /^https?:$/.test(url.protocol) &&
    `${url.pathname}${url.search}${url.hash}${url.username}` === '/'
  if (isOrigin) return url.origin
  throw wrong('--origin must be scheme, host and port alone, such as https://app.example.com.')
}

function checkEmail(text: string): string {
  if (/^[^\s@]+@[^\s@]+$/.test(text)) return text
  throw wrong(
    '--email must be the address of somebody who has an account, such as you@example.com.',
  )
}

function checkGiven(text: string): string {
  if (text !== '') return text
  throw wrong('--config must be a file or a URL.')
}

function wrong(what: string): Refusal {
  return new Refusal(what, 'npm run doctor -- --help lists what there is.')
}
