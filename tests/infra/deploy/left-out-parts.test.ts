import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { maxBodyBytes, readTemplateFile } from '../../../infra/deploy/arguments/template-file.ts'
import { textFor } from '../../../infra/deploy/arguments/template-body.ts'
import { leaveOutWhatIsOff } from '../../../infra/deploy/arguments/leave-out-what-is-off.ts'
import { examples } from '../../support/template/examples.ts'
import { everythingHosted } from '../template.ts'
import { parametersOf, socialProviders } from '../social-parameters.ts'
import { startDeployment } from './support/deployment.ts'

type Parameters = Readonly<Record<string, string>>

const template = readTemplateFile('infra/template.yaml')

/** What is sent for these parameters, with the defaults of the others. */
function sentFor(given: Parameters): string {
  const defaults = new Map(template.parameters.map((each) => [each.name, each.default]))
  return textFor(template, (name) => given[name] ?? defaults.get(name))
}

interface Sent {
  Parameters: Record<string, Record<string, unknown>>
  Resources: Record<string, object>
}

const read = (text: string) => parse(text, { logLevel: 'silent' }) as Sent

test.each<[string, Parameters]>([
  ['nothing but what is on by itself', {}],
  ['a site with all that costs', everythingHosted],
  ['a link by mail', { MagicLinks: 'true', EmailIdentityArn: examples.EmailIdentityArn }],
  ['all providers', parametersOf(socialProviders)],
])('with %s a thousand bytes of what CloudFormation takes are free', (_what, given) => {
  expect(Buffer.byteLength(sentFor(given))).toBeLessThanOrEqual(maxBodyBytes - 1_000)
})

test('a function that is off is not sent, nor what refers to it', () => {
  const off = sentFor({})
  const on = sentFor({ ...examples })

  for (const name of ['WelcomeFunction', 'MigrateFunction', 'MagicLinkFunction', 'SiteBucket']) {
    expect(off).not.toContain(name)
  }
  expect(Object.keys(read(on).Resources)).toEqual(
    expect.arrayContaining(['WelcomeFunction', 'MigrateFunction', 'MagicLinkFunction']),
  )
  expect(off).toContain('AccountsFunction')
})

test('a parameter that decided what is sent takes no other value, and says how it is changed', () => {
  const { MagicLinks, Hosting, DeletionProtection } = read(sentFor({})).Parameters

  expect(MagicLinks).toMatchObject({
    Default: 'false',
    AllowedValues: ['false'],
    Description: 'Set by npm run deploy -- --parameter MagicLinks=',
  })
  expect(Hosting).toMatchObject({ AllowedValues: ['false'] })
  expect(DeletionProtection).toMatchObject({ AllowedValues: ['ACTIVE', 'INACTIVE'] })
  expect(read(sentFor(examples)).Parameters['MagicLinks']).toMatchObject({
    AllowedValues: ['true', 'false'],
  })
})

test('an update turns an example on and off again', async () => {
  const { aws, run } = await startDeployment()
  const functions = () => {
    const [stack] = aws.cloudFormation.stacks
    return Object.keys(read(stack?.template ?? '').Resources).filter((name) =>
      name.startsWith('CompanyClaim'),
    )
  }

  const problems = []
  const seen = []
  for (const value of [undefined, 'true', undefined, 'false']) {
    const given = value === undefined ? [] : ['--parameter', `CompanyClaim=${value}`]
    problems.push((await run(['--yes', ...given])).problem)
    seen.push(functions().length)
  }

  expect(problems).toEqual([undefined, undefined, undefined, undefined])
  expect(seen).toEqual([0, 4, 4, 0])
})

test('what is too long with all that is on needs a bucket, and is told by name', async () => {
  const { aws, run } = await startDeployment()
  const everything = { ...examples, ...everythingHosted, ...parametersOf(socialProviders) }
  const env = everything
  const given = Object.keys(everything).flatMap((name) => ['--parameter', name])

  const { problem } = await run(['--yes', ...given], { env })

  expect(problem?.message).toMatch(/has \d+ bytes without its comments/)
  expect(problem?.remedy).toMatch(/--template-bucket NAME, or do without .*MagicLinks/)
  expect(aws.calls).toEqual([])
})

test.each([
  [
    'the long form of a choice, and what depends on it',
    `Conditions: { On: !Equals [!Ref P, 'on'] }
Parameters: { P: { Type: String, Default: 'off' } }
Resources:
  A: { Type: X, Condition: On }
  B: { Type: X, DependsOn: [A, C], Properties: { a: { Fn::If: [On, !Ref A, b] } } }
  C: { Type: X, DependsOn: A, Properties: { a: { Fn::If: [On, !Ref A, !Ref 'AWS::NoValue'] } } }
`,
    {
      B: { Type: 'X', DependsOn: ['C'], Properties: { a: 'b' } },
      C: { Type: 'X', Properties: {} },
    },
  ],
])('%s is left out, too', (_what, text, resources) => {
  const left = leaveOutWhatIsOff(text, () => 'off')

  expect(JSON.parse(JSON.stringify(read(left).Resources))).toEqual(resources)
})
