/** What the local AWS is started with. */
export interface LocalAwsOptions {
  /** Of the Cognito APIs; S3 has the next one. */
  port: number
  /** A folder, or `:memory:`. */
  data: string
  /** Made at random for each run where it is not given. */
  adminToken?: string
  /** The template to serve. */
  template: string
}

/** One wrong value, said in a sentence. */
export class OptionsError extends Error {
  override readonly name = 'OptionsError'
}

export const usage = `Usage: npm run local -- [--port 9229] [--data .local-aws | :memory:] [--template infra/template.yaml]

  --port      LOCAL_AWS_PORT         Cognito APIs on this port, S3 on the next (default 9229 and 9230)
  --data      LOCAL_AWS_DATA         where data is kept (default .local-aws; :memory: keeps none)
  --template  LOCAL_AWS_TEMPLATE     the CloudFormation template to serve
              LOCAL_AWS_ADMIN_TOKEN  the token of /_local/*, instead of a random one`

const flags = {
  '--port': 'LOCAL_AWS_PORT',
  '--data': 'LOCAL_AWS_DATA',
  '--template': 'LOCAL_AWS_TEMPLATE',
} as const

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads the flags, then the environment.
 *
 * @param argv without the program's own name.
 * @throws OptionsError
 */
export function parseOptions(argv: readonly string[], env: Environment): LocalAwsOptions {
  const given = parseFlags(argv)
  const value = (key: string) => given.get(key) ?? (env[key]?.trim() || undefined)
  const adminToken = value('LOCAL_AWS_ADMIN_TOKEN')
  return {
    port: parsePort(value('LOCAL_AWS_PORT') ?? '9229'),
    data: value('LOCAL_AWS_DATA') ?? '.local-aws',
    template: value('LOCAL_AWS_TEMPLATE') ?? 'infra/template.yaml',
    ...(adminToken === undefined ? {} : { adminToken: checkToken(adminToken) }),
  }
}

function parseFlags(argv: readonly string[]): Map<string, string> {
  const given = new Map<string, string>()
  const words = argv.flatMap((word) => {
    const [flag = '', ...rest] = word.split('=')
    return word.startsWith('--') && rest.length > 0 ? [flag, rest.join('=')] : [word]
  })
  for (let index = 0; index < words.length; index += 2) {
    const [flag = '', value] = words.slice(index, index + 2)
    if (!Object.hasOwn(flags, flag))
      throw new OptionsError(`There is no option ${flag}.\n\n${usage}`)
    if (value === undefined) throw new OptionsError(`${flag} needs a value.\n\n${usage}`)
    given.set(flags[flag as keyof typeof flags], value)
  }
  return given
}

/** 0 takes two free ports, for tests. */
function parsePort(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_534) return port
  throw new OptionsError(
    `LOCAL_AWS_PORT is ${JSON.stringify(text)}: it must be a port from 1 to 65534 (S3 takes the next).`,
  )
}

/** It travels in a header and in a URL's fragment. */
function checkToken(token: string): string {
  if (/^[\w.~+/-]{16,200}=*$/.test(token)) return token
  throw new OptionsError(
    'LOCAL_AWS_ADMIN_TOKEN must have 16 to 200 letters, digits or characters of ._~+/- (RFC 6750).',
  )
}
