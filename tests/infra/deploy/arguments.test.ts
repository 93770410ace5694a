import { expect, test } from 'vitest'
import {
  checkNothingWasKeptByNpm,
  parseArguments,
} from '../../../infra/deploy/arguments/arguments.ts'
import { usage } from '../../../infra/deploy/arguments/usage.ts'

test('without arguments it deploys the stack cognito-starter', () => {
  expect(parseArguments([])).toEqual({
    command: 'deploy',
    stackName: 'cognito-starter',
    isConfirmed: false,
    envFile: '.env.local',
    parameters: new Map(),
    allowReplacement: false,
  })
})

test('every option of a deployment is read', () => {
  const options = parseArguments([
    '--stack-name=acme',
    '--region',
    'eu-central-1',
    '--profile',
    'work',
    '--yes',
    '--parameter',
    'CallbackUrls=https://a/?x=1,https://b/',
    '--parameter',
    'Secret',
    '--parameters',
    'p.json',
    '--template-bucket',
    'templates',
    '--settings-file',
    'other.env',
    '--allow-replacement',
  ])

  expect(options).toEqual({
    command: 'deploy',
    stackName: 'acme',
    region: 'eu-central-1',
    profile: 'work',
    isConfirmed: true,
    parameters: new Map<string, string | undefined>([
      ['CallbackUrls', 'https://a/?x=1,https://b/'],
      ['Secret', undefined],
    ]),
    parametersFile: 'p.json',
    templateBucket: 'templates',
    envFile: 'other.env',
    allowReplacement: true,
  })
})

test.for([
  ['--hosting', 'true'],
  ['--no-hosting', 'false'],
])('%s gives the parameter Hosting the value %s', ([flag, value]) => {
  expect(parseArguments([flag!])).toMatchObject({ parameters: new Map([['Hosting', value]]) })
})

test.for([
  { argv: ['--hosting', '--no-hosting'], says: 'exclude each other' },
  { argv: ['--hosting', '--parameter', 'Hosting=false'], says: 'Hosting was given twice' },
  { argv: ['destroy', '--hosting'], says: '--hosting does not go with destroy' },
])('$argv is refused', ({ argv, says }) => {
  expect(() => parseArguments(argv)).toThrow(says)
})

test.for([
  ['true', '--hosting'],
  ['', '--no-hosting'],
])('hosting that npm kept as "%s" is said as it was typed, %s', ([value, flag]) => {
  expect(() => checkNothingWasKeptByNpm({ npm_config_hosting: value! })).toThrow(
    `npm took ${flag} for an option of its own.`,
  )
})

test('destroy is a word, wherever it stands', () => {
  const options = parseArguments(['--turn-off-protection', 'destroy', '--stack-name', 'acme'])

  expect(options).toMatchObject({
    command: 'destroy',
    stackName: 'acme',
    turnOffProtection: true,
    deleteBucket: false,
  })
})

test('--help wins over everything', () => {
  expect(parseArguments(['destroy', '--yes', '-h'])).toEqual({ command: 'help' })
})

test.for([
  [['--frobnicate'], 'There is no option --frobnicate.'],
  [['--region'], '--region was given without its value'],
  [['--yes=no'], '--yes was given without its value, or with one it does not take'],
  [['destory'], 'The only word that stands without a flag is "destroy".'],
  [['destroy', 'now'], 'The only word that stands without a flag is "destroy".'],
  [['destroy', '--parameter', 'A=b'], '--parameter does not go with destroy.'],
  [['destroy', '--allow-replacement'], '--allow-replacement does not go with destroy.'],
  [['--turn-off-protection'], '--turn-off-protection does not go with deploy.'],
  [['--stack-name', '1st'], '--stack-name must be letters'],
  [['--region', 'Ireland'], '--region must be the name of a region'],
  [['--parameter', 'a b=c'], '--parameter takes NAME=VALUE'],
  [['--parameter', 'A=1', '--parameter', 'A=2'], 'The parameter A was given twice.'],
] as const)('%j is refused: %s', ([argv, message]) => {
  expect(() => parseArguments(argv)).toThrow(message)
})

test.for([
  [['--parameter', 'Secret', 's3cr3t-value']],
  [['--parameter', '=s3cr3t-value']],
  [['s3cr3t-value']],
  [['--s3cr3t=s3cr3t-value']],
])('what may be a secret is not repeated: %j', ([argv]) => {
  expect(() => parseArguments(argv!)).toThrow()
  expect(() => parseArguments(argv!)).not.toThrow('s3cr3t-value')
})

test('an option that npm kept for itself is missed', () => {
  const check = () => checkNothingWasKeptByNpm({ npm_config_stack_name: 'other' })

  expect(check).toThrow('npm took --stack-name for an option of its own.')
})

test('a yes in somebody’s .npmrc is npm’s own affair', () => {
  expect(() => checkNothingWasKeptByNpm({ npm_config_yes: 'true' })).not.toThrow()
})

test('the help names every option and every exit code', () => {
  for (const option of [
    '--stack-name',
    '--region',
    '--profile',
    '--yes',
    '--help',
    '--parameter',
    '--parameters',
    '--template-bucket',
    '--settings-file',
    '--allow-replacement',
    '--turn-off-protection',
    '--delete-bucket',
  ]) {
    expect(usage).toContain(option)
  }
  for (const code of [0, 1, 2, 3, 130]) expect(usage).toMatch(new RegExp(`^ {2}${code} +\\w`, 'm'))
})
