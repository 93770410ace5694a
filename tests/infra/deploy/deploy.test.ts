import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { startDeployment, templateText } from './support/deployment.ts'
import { parseTemplate } from './support/fake-stack.ts'

test('a first deployment creates the stack and writes what the app needs', async () => {
  const { aws, run, envText } = await startDeployment()

  const { problem, text } = await run([], { answers: ['yes'] })

  expect(problem).toBeUndefined()
  expect(aws.cloudFormation.stacks.map(({ status }) => status)).toEqual(['CREATE_COMPLETE'])
  expect(envText()).toBe(
    [
      'VITE_AWS_REGION=eu-west-1',
      'VITE_USER_POOL_ID=eu-west-1_AbCdEfGhI',
      'VITE_USER_POOL_CLIENT_ID=1h57kf5cpq17m0eml12example',
      'VITE_IDENTITY_POOL_ID=eu-west-1:12345678-90ab-cdef-1234-567890abcdef',
      'VITE_COGNITO_DOMAIN=starter-0123456789ab.auth.eu-west-1.amazoncognito.com',
      'VITE_S3_BUCKET=cognito-starter-bucket-1x2y3z',
      '',
    ].join('\n'),
  )
  const { length } = Object.keys(parseTemplate(templateText).Resources)
  expect(text).toContain(
    `Create the stack cognito-starter in eu-west-1, account 123456789012: ${length} to add\n`,
  )
  expect(text).toMatch(/add +UserPoolClient +Cognito::UserPoolClient/)
  expect(text).toMatch(/UserPool \(AWS::Cognito::UserPool\) created\n/)
  expect(text).toContain('opens http://localhost:5173')
  expect(text).toContain(
    'CallbackUrls=http://localhost:5173/callback,http://localhost:4173/callback,https://app.example.com/callback',
  )
})

test('an update keeps the values of parameters that are not given', async () => {
  const { aws, run } = await startDeployment()
  await run(['--yes', '--parameter', 'DomainPrefix=acme-sign-in'])

  const { problem, text } = await run(['--parameter', 'AllowGuests=true'], { answers: ['yes'] })

  const [stack] = aws.cloudFormation.stacks
  expect(problem).toBeUndefined()
  expect(stack?.status).toBe('UPDATE_COMPLETE')
  expect(stack?.parameters.get('DomainPrefix')).toBe('acme-sign-in')
  expect(stack?.parameters.get('AllowGuests')).toBe('true')
  expect(text).toMatch(/Update the stack .*: 1 to modify/)
  expect(text).toMatch(/modify +UserPoolClient +Cognito::UserPoolClient +CallbackURLs/)
})

test('a parameter that is new in the template takes its default in a stack without it', async () => {
  const { aws, run } = await startDeployment()
  await run(['--yes'])
  const template = templateText.replace(
    'Parameters:\n',
    'Parameters:\n  Fresh:\n    Type: String\n    Default: as-new\n',
  )

  const { problem } = await run(['--yes'], { template })

  expect(problem).toBeUndefined()
  expect(aws.cloudFormation.stacks[0]?.parameters.get('Fresh')).toBe('as-new')
})

test('a stack that is as asked for is a success, and only the settings are written', async () => {
  const { aws, envFile, envText, run } = await startDeployment()
  await run(['--yes'])
  writeFileSync(envFile, 'MINE=1\n')
  aws.calls.length = 0

  const { problem, text } = await run(['--yes'])

  expect(problem).toBeUndefined()
  expect(text).toContain('Nothing to change')
  expect(aws.calls).not.toContain('ExecuteChangeSet')
  expect(aws.cloudFormation.stacks[0]?.changeSets).toEqual([])
  expect(envText()).toMatch(/^MINE=1\nVITE_AWS_REGION=eu-west-1\n/)
})

test.for(["The submitted information didn't contain changes.", 'No updates are to be performed.'])(
  'the reason "%s" means that there is nothing to change',
  async (reason) => {
    const { aws, run } = await startDeployment()
    await run(['--yes'])
    aws.cloudFormation.nextResult = { status: 'FAILED', reason, changes: [] }

    const { problem, text } = await run(['--yes'])

    expect(problem).toBeUndefined()
    expect(text).toContain('Nothing to change')
  },
)

test('a change of outputs alone is deployed', async () => {
  const { aws, run } = await startDeployment()
  await run(['--yes'])
  aws.cloudFormation.nextResult = { status: 'CREATE_COMPLETE', changes: [] }

  const { problem, text } = await run(['--yes', '--parameter', 'AllowGuests=true'])

  expect(problem).toBeUndefined()
  expect(text).toContain('No resource changes')
  expect(aws.cloudFormation.stacks[0]?.status).toBe('UPDATE_COMPLETE')
})

test('what is not confirmed leaves nothing behind', async () => {
  const { aws, run } = await startDeployment()

  const { problem } = await run([], { answers: ['no'] })

  expect(problem).toMatchObject({ message: 'Not confirmed.', exitCode: 3 })
  expect(aws.calls).not.toContain('ExecuteChangeSet')
  expect(aws.cloudFormation.stacks.map(({ status }) => status)).toEqual(['DELETE_COMPLETE'])
})

test('a stack that somebody else has created meanwhile is not taken back', async () => {
  const { aws, run } = await startDeployment()

  const { problem } = await run([], {
    answers: ['no'],
    onAsk() {
      aws.cloudFormation.stacks[0]!.status = 'CREATE_COMPLETE'
    },
  })

  expect(problem).toMatchObject({ exitCode: 3 })
  expect(aws.calls).not.toContain('DeleteStack')
})

test('an update that is not confirmed leaves the stack alone', async () => {
  const { aws, run } = await startDeployment()
  await run(['--yes'])

  const { problem } = await run(['--parameter', 'AllowGuests=true'], { answers: [''] })

  expect(problem).toMatchObject({ exitCode: 3 })
  expect(aws.cloudFormation.stacks[0]).toMatchObject({ status: 'CREATE_COMPLETE', changeSets: [] })
})

test('without a terminal and without --yes nothing is asked of AWS', async () => {
  const { aws, run } = await startDeployment()

  const { problem } = await run([])

  expect(problem).toMatchObject({ exitCode: 2 })
  expect(problem?.remedy).toContain('--yes')
  expect(aws.calls).toEqual([])
})

test('the request acknowledges IAM resources, but none with names of their own', async () => {
  const { aws, run } = await startDeployment()
  aws.faults.push({
    action: 'CreateChangeSet',
    code: 'InsufficientCapabilitiesException',
    message: 'Requires capabilities : [CAPABILITY_NAMED_IAM]',
  })

  const { problem } = await run(['--yes'])

  expect(problem?.message).toContain('CAPABILITY_NAMED_IAM')
  expect(problem?.remedy).toContain('A role with a name of its own')
})
