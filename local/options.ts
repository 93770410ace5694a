import { parseArgs } from 'node:util'

/** What the local AWS is started with. */
export interface LocalAwsOptions {
  /** Of the Cognito APIs; S3 has the next one. */
  port: number
  /** A folder, or `:memory:`. */
  data: string
  /** `aws`: tokens name AWS's host for the pool as their issuer. */
  issuer?: 'local' | 'aws'
  /** Both ports speak TLS, by a certificate that is given (paths), or made. */
  tls?: { certificate: string; key: string } | 'made'
  /** Made at random for each run where it is not given. */
  adminToken?: string
  /** Of the administrator; made at random for each installation where it is not given. */
  administrator?: { accessKeyId: string; secretAccessKey: string }
  /** The template to serve. */
  template: string
  /** A file of passwords, one a line, that threat protection takes to have leaked, besides its own. */
  leakedPasswords?: string
  /** To be done with the data instead of starting. */
  task?: DataTask
}

export type DataTask =
  | { kind: 'repair' }
  /** `isReplacing`: what is there may be overwritten. */
  | { kind: 'export' | 'import'; file: string; isReplacing: boolean }

/** One wrong value, said in a sentence. */
export class OptionsError extends Error {
  override readonly name = 'OptionsError'
}

export const usage = `Usage: npm run local -- [--port 9229] [--data .local-aws | :memory:] [--template infra/template.yaml]
       npm run local -- --export FILE | --import FILE [--replace] | --repair

  --port      LOCAL_AWS_PORT         Cognito APIs on this port, S3 on the next (default 9229 and 9230)
  --data      LOCAL_AWS_DATA         where data is kept (default .local-aws; :memory: keeps none)
  --template  LOCAL_AWS_TEMPLATE     the CloudFormation template to serve
  --issuer    LOCAL_AWS_ISSUER       of tokens: "local" (default), the address here, or "aws", the pool's
                                     name in AWS, for verifiers that build it; the keys stay here
  --tls       LOCAL_AWS_TLS=on       https on both ports, by a certificate that is made and kept
  --tls-cert, --tls-key              by one that is given, as two files in PEM
              LOCAL_AWS_TLS_CERT and LOCAL_AWS_TLS_KEY
  --leaked-passwords                 a file of passwords, one a line, that threat protection takes to have
              LOCAL_AWS_LEAKED_PASSWORDS
                                     leaked, besides its own
              LOCAL_AWS_ADMIN_TOKEN  the token of /_local/*, instead of a random one
              LOCAL_AWS_ACCESS_KEY_ID and LOCAL_AWS_SECRET_ACCESS_KEY
                                     the administrator's key, instead of the random one of the data
  --export                           writes all data into one file, while nothing runs on it
  --import                           takes all data from such a file
  --replace                          overwrites what is there by the export or import
  --repair                           goes on without what cannot be read of the data, and keeps a copy of it`

const flags = {
  port: { type: 'string' },
  data: { type: 'string' },
  template: { type: 'string' },
  issuer: { type: 'string' },
  tls: { type: 'boolean' },
  'tls-cert': { type: 'string' },
  'tls-key': { type: 'string' },
  'leaked-passwords': { type: 'string' },
  export: { type: 'string' },
  import: { type: 'string' },
  replace: { type: 'boolean' },
  repair: { type: 'boolean' },
} as const

type Flags = ReturnType<typeof parseFlags>

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads the flags, then the environment.
 *
 * @param argv without the program's own name.
 * @throws OptionsError
 */
export function parseOptions(argv: readonly string[], env: Environment): LocalAwsOptions {
  const given = parseFlags(argv)
  const variable = (key: string) => env[key]?.trim() || undefined
  const adminToken = variable('LOCAL_AWS_ADMIN_TOKEN')
  const administrator = parseAccessKey(
    variable('LOCAL_AWS_ACCESS_KEY_ID'),
    variable('LOCAL_AWS_SECRET_ACCESS_KEY'),
  )
  const data = given.data ?? variable('LOCAL_AWS_DATA') ?? '.local-aws'
  const task = taskOf(given, data)
  const leakedPasswords = given['leaked-passwords'] ?? variable('LOCAL_AWS_LEAKED_PASSWORDS')
  const issuer = given.issuer ?? variable('LOCAL_AWS_ISSUER')
  const tls = parseTls({
    isOn: given.tls ?? parseSwitch('LOCAL_AWS_TLS', variable('LOCAL_AWS_TLS')),
    certificate: given['tls-cert'] ?? variable('LOCAL_AWS_TLS_CERT'),
    key: given['tls-key'] ?? variable('LOCAL_AWS_TLS_KEY'),
  })
  return {
    port: parsePort(given.port ?? variable('LOCAL_AWS_PORT') ?? '9229'),
    data,
    template: given.template ?? variable('LOCAL_AWS_TEMPLATE') ?? 'infra/template.yaml',
    ...(issuer !== undefined && { issuer: parseIssuer(issuer) }),
    ...(tls && { tls }),
    ...(leakedPasswords !== undefined && { leakedPasswords }),
    ...(adminToken === undefined ? {} : { adminToken: checkToken(adminToken) }),
    ...(administrator && { administrator }),
    ...(task && { task }),
  }
}

/** Its own words for what is wrong: Node's speak of parsing. */
function parseFlags(argv: readonly string[]) {
  const { tokens } = parseArgs({
    args: [...argv],
    options: flags,
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  for (const token of tokens) {
    const word = argv[token.index] ?? ''
    if (token.kind !== 'option' || !Object.hasOwn(flags, token.name)) {
      throw new OptionsError(`There is no option ${word.replace(/=.*$/, '')}.\n\n${usage}`)
    }
    const { type } = flags[token.name as keyof typeof flags]
    if (type === 'string' && token.value === undefined) {
      throw new OptionsError(`${token.rawName} needs a value.\n\n${usage}`)
    }
    if (type === 'boolean' && token.value !== undefined) {
      throw new OptionsError(`${token.rawName} takes no value.\n\n${usage}`)
    }
  }
  return parseArgs({ args: [...argv], options: flags }).values
}

function taskOf(given: Flags, data: string): DataTask | undefined {
  const isReplacing = given.replace ?? false
  const tasks: DataTask[] = []
  if (given.export !== undefined) tasks.push({ kind: 'export', file: given.export, isReplacing })
  if (given.import !== undefined) tasks.push({ kind: 'import', file: given.import, isReplacing })
  if (given.repair) tasks.push({ kind: 'repair' })

  const [task, other] = tasks
  if (other) throw new OptionsError('Of --export, --import and --repair, one at a time.')
  if (isReplacing && (!task || task.kind === 'repair')) {
    throw new OptionsError('--replace goes with --export FILE or --import FILE.')
  }
  if (task && data === ':memory:') {
    throw new OptionsError(`--${task.kind} needs a folder: LOCAL_AWS_DATA is :memory:.`)
  }
  return task
}

/** 0 takes two free ports, for tests. */
function parsePort(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_534) return port
  throw new OptionsError(
    `LOCAL_AWS_PORT is ${JSON.stringify(text)}: it must be a port from 1 to 65534 (S3 takes the next).`,
  )
}

function parseIssuer(text: string): 'local' | 'aws' {
  if (text === 'local' || text === 'aws') return text
  throw new OptionsError(`LOCAL_AWS_ISSUER is ${JSON.stringify(text)}: it must be local or aws.`)
}

function parseSwitch(name: string, text: string | undefined): boolean | undefined {
  if (text === undefined || text === 'on' || text === 'off')
    return text === undefined ? undefined : text === 'on'
  throw new OptionsError(`${name} is ${JSON.stringify(text)}: it must be on or off.`)
}

function parseTls(given: {
  isOn: boolean | undefined
  certificate: string | undefined
  key: string | undefined
}): LocalAwsOptions['tls'] {
  const { isOn, certificate, key } = given
  if (isOn === false) return undefined
  if (certificate !== undefined && key !== undefined) return { certificate, key }
  if (certificate === undefined && key === undefined) return isOn ? 'made' : undefined
  throw new OptionsError(
    'A certificate goes with its key: --tls-cert with --tls-key (LOCAL_AWS_TLS_CERT with LOCAL_AWS_TLS_KEY).',
  )
}

/** Both have the form of AWS's, so that every client takes them; neither is repeated in an error. */
function parseAccessKey(
  accessKeyId: string | undefined,
  secretAccessKey: string | undefined,
): LocalAwsOptions['administrator'] {
  if (accessKeyId === undefined && secretAccessKey === undefined) return undefined
  if (!/^AKIA[A-Z\d]{16}$/.test(accessKeyId ?? '')) {
    throw new OptionsError(
      'LOCAL_AWS_ACCESS_KEY_ID must be AKIA and 16 capital letters or digits; it goes with LOCAL_AWS_SECRET_ACCESS_KEY.',
    )
  }
  if (!/^[A-Za-z\d+/]{40}$/.test(secretAccessKey ?? '')) {
    throw new OptionsError(
      'LOCAL_AWS_SECRET_ACCESS_KEY must be 40 letters, digits or characters of +/; it goes with LOCAL_AWS_ACCESS_KEY_ID.',
    )
  }
  return { accessKeyId: accessKeyId ?? '', secretAccessKey: secretAccessKey ?? '' }
}

/** It travels in a header and in a URL's fragment. */
function checkToken(token: string): string {
  if (/^[\w.~+/-]{16,200}=*$/.test(token)) return token
  throw new OptionsError(
    'LOCAL_AWS_ADMIN_TOKEN must have 16 to 200 letters, digits or characters of ._~+/- (RFC 6750).',
  )
}
