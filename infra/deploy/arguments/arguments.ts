import { createOptionReader } from '../../terminal/options.ts'
import { refusal } from '../problem.ts'

interface CommonOptions {
  stackName: string
  region?: string
  profile?: string
  /** Nothing is asked. */
  isConfirmed: boolean
  envFile: string
}

export interface ParameterOptions {
  /** Without a value: it is to be taken from the environment, or asked for. */
  parameters: ReadonlyMap<string, string | undefined>
  parametersFile?: string
}

export interface DeployOptions extends CommonOptions, ParameterOptions {
  command: 'deploy'
  templateBucket?: string
  allowReplacement: boolean
}

export interface DestroyOptions extends CommonOptions {
  command: 'destroy'
  turnOffProtection: boolean
  /** The bucket goes too, which the template would retain. */
  deleteBucket: boolean
}

export type Options =
  | DeployOptions
  | DestroyOptions
  | { command: 'help' }
  | ({ command: 'print-template' } & ParameterOptions)

const flags = {
  'stack-name': { type: 'string' },
  region: { type: 'string' },
  profile: { type: 'string' },
  yes: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  'print-template': { type: 'boolean' },
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

const reader = createOptionReader({
  script: 'deploy',
  flags,
  npmFlags: ['yes', 'help'],
  refuse: refusal,
})

/**
 * `npm run deploy --stack-name other destroy`, without the two dashes, would destroy the default
 * stack: npm keeps the flag, and passes on the word.
 */
export const { checkNothingWasKeptByNpm } = reader

type Flag = keyof typeof flags

const deployOnly: readonly Flag[] = [
  'parameter',
  'parameters',
  'hosting',
  'no-hosting',
  'template-bucket',
  'print-template',
  'allow-replacement',
]
const destroyOnly: readonly Flag[] = ['turn-off-protection', 'delete-bucket']

/**
 * @param argv without the program's own name.
 * @throws DeployProblem that shows no value: one of them may be a secret.
 */
export function parseArguments(argv: readonly string[]): Options {
  const { values, positionals } = reader.parse(argv)
  if (values.help) return { command: 'help' }
  const [word, ...more] = positionals
  if ((word !== undefined && word !== 'destroy') || more.length > 0) {
    throw reader.wrong('The only word that stands without a flag is "destroy".')
  }
  const command = word ?? 'deploy'
  const foreign = command === 'deploy' ? destroyOnly : deployOnly
  const misplaced = foreign.find((flag) => values[flag] !== undefined)
  if (misplaced) throw reader.wrong(`--${misplaced} does not go with ${command}.`)
  const given = () => ({
    parameters: parseParameters([...(values.parameter ?? []), ...hostingOf(values)]),
    ...(values.parameters !== undefined && { parametersFile: values.parameters }),
  })
  if (values['print-template']) return { command: 'print-template', ...given() }

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
    ...given(),
    allowReplacement: values['allow-replacement'] ?? false,
    ...(values['template-bucket'] !== undefined && { templateBucket: values['template-bucket'] }),
  }
}

/** A shorter word for the parameter, which the stack keeps like any other. */
function hostingOf(values: { hosting?: boolean; 'no-hosting'?: boolean }): string[] {
  const { hosting, 'no-hosting': noHosting } = values
  if (hosting && noHosting) throw reader.wrong('--hosting and --no-hosting exclude each other.')
  return hosting || noHosting ? [`Hosting=${String(hosting === true)}`] : []
}

function parseParameters(given: readonly string[]): Map<string, string | undefined> {
  const parameters = new Map<string, string | undefined>()
  for (const text of given) {
    const [name = '', ...rest] = text.split('=')
    if (!/^[A-Za-z0-9]{1,255}$/.test(name)) {
      throw reader.wrong('--parameter takes NAME=VALUE, with a name of letters and digits.')
    }
    if (parameters.has(name)) throw reader.wrong(`The parameter ${name} was given twice.`)
    parameters.set(name, rest.length > 0 ? rest.join('=') : undefined)
  }
  return parameters
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html */
function checkName(name: string): string {
  if (/^[A-Za-z][A-Za-z0-9-]{0,127}$/.test(name)) return name
  throw reader.wrong(
    '--stack-name must be letters, digits and hyphens, 128 at most, and begin with a letter.',
  )
}

function checkRegion(region: string): string {
  if (/^[a-z]{2}(-[a-z]+)+-\d$/.test(region)) return region
  throw reader.wrong('--region must be the name of a region, such as eu-west-1.')
}
