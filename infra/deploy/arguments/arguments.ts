import { parseArgs } from 'node:util'
import { refusal } from '../problem.ts'

interface CommonOptions {
  stackName: string
  region?: string
  profile?: string
  /** Nothing is asked. */
  isConfirmed: boolean
  envFile: string
}

export interface DeployOptions extends CommonOptions {
  command: 'deploy'
  /** Without a value: it is to be taken from the environment, or asked for. */
  parameters: ReadonlyMap<string, string | undefined>
  parametersFile?: string
  templateBucket?: string
  allowReplacement: boolean
}

export interface DestroyOptions extends CommonOptions {
  command: 'destroy'
  turnOffProtection: boolean
  /** The bucket goes too, which the template would retain. */
  deleteBucket: boolean
}

export type Options = DeployOptions | DestroyOptions | { command: 'help' }

const flags = {
  'stack-name': { type: 'string' },
  region: { type: 'string' },
  profile: { type: 'string' },
  yes: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  parameter: { type: 'string', multiple: true },
  parameters: { type: 'string' },
  hosting: { type: 'boolean' },
  'no-hosting': { type: 'boolean' },
  'template-bucket': { type: 'string' },
  // Not --env-file, which Node takes for itself wherever it stands.
  'settings-file': { type: 'string' },
  'allow-replacement': { type: 'boolean' },
  'turn-off-protection': { type: 'boolean' },
  'delete-bucket': { type: 'boolean' },
} as const

type Flag = keyof typeof flags

const deployOnly: readonly Flag[] = [
  'parameter',
  'parameters',
  'hosting',
  'no-hosting',
  'template-bucket',
  'allow-replacement',
]
const destroyOnly: readonly Flag[] = ['turn-off-protection', 'delete-bucket']

/**
 * @param argv without the program's own name.
 * @throws DeployProblem that shows no value: one of them may be a secret.
 */
export function parseArguments(argv: readonly string[]): Options {
  const { values, positionals } = parse(argv)
  if (values.help) return { command: 'help' }
  const [word, ...more] = positionals
  if ((word !== undefined && word !== 'destroy') || more.length > 0) {
    throw wrong('The only word that stands without a flag is "destroy".')
  }
  const command = word ?? 'deploy'
  const foreign = command === 'deploy' ? destroyOnly : deployOnly
  const misplaced = foreign.find((flag) => values[flag] !== undefined)
  if (misplaced) throw wrong(`--${misplaced} does not go with ${command}.`)

  const common = {
    stackName: checkName(values['stack-name'] ?? 'cognito-starter'),
    isConfirmed: values.yes ?? false,
    envFile: values['settings-file'] ?? '.env.local',
    ...(values.region !== undefined && { region: checkRegion(values.region) }),
    ...(values.profile !== undefined && { profile: values.profile }),
  }
  if (command === 'destroy') {
    return {
      ...common,
      command,
      turnOffProtection: values['turn-off-protection'] ?? false,
      deleteBucket: values['delete-bucket'] ?? false,
    }
  }
  return {
    ...common,
    command,
    parameters: parseParameters([...(values.parameter ?? []), ...hostingOf(values)]),
    allowReplacement: values['allow-replacement'] ?? false,
    ...(values.parameters !== undefined && { parametersFile: values.parameters }),
    ...(values['template-bucket'] !== undefined && { templateBucket: values['template-bucket'] }),
  }
}

/**
 * `npm run deploy --stack-name other destroy`, without the two dashes, would destroy the default
 * stack: npm keeps the flag, and passes on the word.
 */
export function checkNothingWasKeptByNpm(env: Readonly<Record<string, string | undefined>>): void {
  const kept = Object.keys(flags).find((flag) => {
    // These two may stand in anybody's .npmrc for npm's own sake.
    if (flag === 'yes' || flag === 'help') return false
    return env[`npm_config_${flag.replaceAll('-', '_')}`] !== undefined
  })
  if (kept === undefined) return
  // npm makes --no-hosting of it, and passes that on as an empty "hosting".
  const isNegated = env[`npm_config_${kept}`] === '' && Object.hasOwn(flags, `no-${kept}`)
  const flag = `${isNegated ? 'no-' : ''}${kept}`
  throw refusal(
    `npm took --${flag} for an option of its own.`,
    `Put two dashes before the options: npm run deploy -- --${flag} …`,
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

/** A shorter word for the parameter, which the stack keeps like any other. */
function hostingOf(values: { hosting?: boolean; 'no-hosting'?: boolean }): string[] {
  const { hosting, 'no-hosting': noHosting } = values
  if (hosting && noHosting) throw wrong('--hosting and --no-hosting exclude each other.')
  return hosting || noHosting ? [`Hosting=${String(hosting === true)}`] : []
}

function parseParameters(given: readonly string[]): Map<string, string | undefined> {
  const parameters = new Map<string, string | undefined>()
  for (const text of given) {
    const [name = '', ...rest] = text.split('=')
    if (!/^[A-Za-z0-9]{1,255}$/.test(name)) {
      throw wrong('--parameter takes NAME=VALUE, with a name of letters and digits.')
    }
    if (parameters.has(name)) throw wrong(`The parameter ${name} was given twice.`)
    parameters.set(name, rest.length > 0 ? rest.join('=') : undefined)
  }
  return parameters
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html */
function checkName(name: string): string {
  if (/^[A-Za-z][A-Za-z0-9-]{0,127}$/.test(name)) return name
  throw wrong(
    '--stack-name must be letters, digits and hyphens, 128 at most, and begin with a letter.',
  )
}

function checkRegion(region: string): string {
  if (/^[a-z]{2}(-[a-z]+)+-\d$/.test(region)) return region
  throw wrong('--region must be the name of a region, such as eu-west-1.')
}

function wrong(what: string) {
  return refusal(what, 'npm run deploy -- --help lists what there is.')
}
