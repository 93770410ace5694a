import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseParametersFile } from '../../../infra/deploy/arguments/parameters-file.ts'
import { encodings } from '../../support/core/encodings.ts'
import { temporaryFolder } from '../../support/node/temporary-folder.ts'
import { startDeployment, templateText } from './support/deployment.ts'

test.for([
  { shape: 'a map', json: { DomainPrefix: 'acme', AllowGuests: true } },
  {
    shape: 'a map below Parameters',
    json: { Parameters: { DomainPrefix: 'acme', AllowGuests: 'true' } },
  },
  {
    shape: 'a list',
    json: [
      { ParameterKey: 'DomainPrefix', ParameterValue: 'acme' },
      { ParameterKey: 'AllowGuests', ParameterValue: 'true' },
    ],
  },
])('parameters are read from a file that is $shape', ({ json }) => {
  const { values } = parseParametersFile(JSON.stringify(json), 'p.json')

  expect([...values]).toEqual([
    ['DomainPrefix', 'acme'],
    ['AllowGuests', 'true'],
  ])
})

test('a list of values becomes the commas that CloudFormation wants', () => {
  const { values } = parseParametersFile('{"CallbackUrls":["https://a/","https://b/"]}', 'p.json')

  expect(values.get('CallbackUrls')).toBe('https://a/,https://b/')
})

test('UsePreviousValue gives no value', () => {
  const json = [{ ParameterKey: 'DomainPrefix', UsePreviousValue: true }]

  const { values, kept } = parseParametersFile(JSON.stringify(json), 'p.json')

  expect(values.size).toBe(0)
  expect([...kept]).toEqual(['DomainPrefix'])
})

test.for([
  ['{"Secret": "s3cr3t-value",}', 'p.json is not JSON.'],
  ['"s3cr3t-value"', 'p.json holds no parameters'],
  ['[{"Name": "s3cr3t-value"}]', 'p.json holds no parameters'],
  ['{"Secret": {"value": "s3cr3t-value"}}', 'The parameter Secret in p.json is not a text.'],
  ['{"Secret": null}', 'The parameter Secret in p.json is not a text.'],
  [
    '[{"ParameterKey":"A","ParameterValue":"s3cr3t-value"},{"ParameterKey":"A","ParameterValue":""}]',
    'gives the parameter A twice',
  ],
])('the file %s is refused without showing a value', ([text, message]) => {
  const parse = () => parseParametersFile(text!, 'p.json')

  expect(parse).toThrow(message)
  expect(parse).not.toThrow('s3cr3t-value')
})

test.each(encodings)('a parameters file in %s is read', async (_name, encode) => {
  const { aws, run } = await startDeployment()
  const file = join(temporaryFolder(), 'p.json')
  writeFileSync(file, encode('{\n"DomainPrefix":"from-file"\n}'))

  await run(['--yes', '--parameters', file])

  expect(aws.cloudFormation.stacks[0]?.parameters.get('DomainPrefix')).toBe('from-file')
})

test('the command line wins over the file', async () => {
  const { aws, run } = await startDeployment()
  const file = join(temporaryFolder(), 'p.json')
  writeFileSync(file, '{"DomainPrefix":"from-file","AllowGuests":"true"}')

  await run(['--yes', '--parameters', file, '--parameter', 'DomainPrefix=from-flag'])

  const parameters = aws.cloudFormation.stacks[0]?.parameters
  expect(parameters?.get('DomainPrefix')).toBe('from-flag')
  expect(parameters?.get('AllowGuests')).toBe('true')
})

test.for([
  {
    argv: ['--parameter', 'DomainPrefx=acme'],
    says: 'The template has no parameter DomainPrefx.',
    remedy: 'DomainPrefix',
  },
  {
    argv: ['--parameter', 'DomainPrefix=my-aws-app'],
    says: 'without "aws", "amazon" or "cognito"',
    remedy: 'infra/README.md',
  },
  {
    argv: ['--parameter', 'AllowedOrigins=https://app.example.com/'],
    says: 'An origin is a scheme, a host and a port',
    remedy: 'infra/README.md',
  },
  {
    argv: ['--parameters', '/nowhere/p.json'],
    says: 'The parameters file /nowhere/p.json cannot be read.',
    remedy: 'Look at its name',
  },
])('$argv is refused before AWS is asked', async ({ argv, says, remedy }) => {
  const { aws, run } = await startDeployment()

  const { problem } = await run(['--yes', ...argv])

  expect(problem).toMatchObject({ exitCode: 2 })
  expect(problem?.message).toContain(says)
  expect(problem?.remedy).toContain(remedy)
  expect(aws.calls).toEqual([])
})

test('a parameter without default is asked of a new stack, and kept by an update', async () => {
  const { run } = await startDeployment()
  const template = templateText.replace(
    'Parameters:\n',
    'Parameters:\n  Owner:\n    Type: String\n',
  )

  const missing = await run(['--yes'], { template })
  const created = await run(['--yes', '--parameter', 'Owner=ada'], { template })
  const updated = await run(['--yes', '--parameter', 'AllowGuests=true'], { template })

  expect(missing.problem?.message).toBe('The template needs a value for Owner.')
  expect(missing.problem).toMatchObject({ exitCode: 2 })
  expect(created.problem).toBeUndefined()
  expect(updated.problem).toBeUndefined()
})
