import { parseArgs, type ParseArgsConfig } from 'node:util'

type Flags = NonNullable<ParseArgsConfig['options']>

interface Command<Known extends Flags> {
  /** The script of `package.json` that is run with them. */
  script: string
  flags: Known
  /** Flags that may stand in anybody's `.npmrc` for npm's own sake. */
  npmFlags: readonly string[]
  /** The error of a command that was not begun: what is wrong, and what to do about it. */
  refuse: (what: string, remedy: string) => Error
}

/** The options of one command, read strictly. No error shows a value: it may be a secret. */
export function createOptionReader<const Known extends Flags>(command: Command<Known>) {
  const { script, flags, npmFlags, refuse } = command

  function wrong(what: string): Error {
    return refuse(what, `npm run ${script} -- --help lists what there is.`)
  }

  /** @param argv without the program's own name. */
  function parse(argv: readonly string[]) {
    try {
      return parseArgs({ args: [...argv], options: flags, allowPositionals: true, strict: true })
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      const flag = /'(?:-\w, )?(--?[\w-]+)/.exec(error instanceof Error ? error.message : '')?.[1]
      if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
        throw wrong(`There is no option ${flag ?? 'like that'}.`)
      }
      throw wrong(
        `${flag ?? 'An option'} was given without its value, or with one it does not take.`,
      )
    }
  }

  /** `npm run deploy --stack-name other`, without the two dashes: npm would keep the flag. */
  function checkNothingWasKeptByNpm(env: Readonly<Record<string, string | undefined>>): void {
    const kept = Object.keys(flags).find(
      (flag) =>
        !npmFlags.includes(flag) && env[`npm_config_${flag.replaceAll('-', '_')}`] !== undefined,
    )
    if (kept === undefined) return
    // npm makes --no-hosting of it, and passes that on as an empty "hosting".
    const isNegated = env[`npm_config_${kept}`] === '' && Object.hasOwn(flags, `no-${kept}`)
    const flag = `${isNegated ? 'no-' : ''}${kept}`
    throw refuse(
      `npm took --${flag} for an option of its own.`,
      `Put two dashes before the options: npm run ${script} -- --${flag} …`,
    )
  }

  return { parse, checkNothingWasKeptByNpm, wrong }
}
