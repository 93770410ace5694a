import type { ResourceChange } from '@aws-sdk/client-cloudformation'
import { expect, test } from 'vitest'
import { startDeployment } from './support/deployment.ts'

const replacedPool: ResourceChange = {
  Action: 'Modify',
  LogicalResourceId: 'UserPool',
  PhysicalResourceId: 'eu-west-1_AbCdEfGhI',
  ResourceType: 'AWS::Cognito::UserPool',
  Replacement: 'True',
  PolicyAction: 'ReplaceAndDelete',
  Details: [{ Target: { Attribute: 'Properties', Name: 'UsernameAttributes' } }],
}

const update = ['--parameter', 'AllowGuests=true']

async function deployed(changes: readonly ResourceChange[]) {
  const deployment = await startDeployment()
  await deployment.run(['--yes'])
  deployment.aws.cloudFormation.nextResult = { status: 'CREATE_COMPLETE', changes }
  return deployment
}

test('a replacement of the user pool is warned of, and a plain yes does not do', async () => {
  const { aws, run } = await deployed([replacedPool])

  const { problem, text } = await run(update, { answers: ['yes'] })

  expect(text).toMatch(/REPLACE +UserPool +Cognito::UserPool +UsernameAttributes/)
  expect(text).toContain(
    '!!! WARNING: UserPool (eu-west-1_AbCdEfGhI) WILL BE REPLACED: by a new, empty user pool',
  )
  expect(text).toContain('The old one is deleted, with all that is in it')
  expect(text).toContain('Type cognito-starter to go on')
  expect(problem).toMatchObject({ exitCode: 3 })
  expect(aws.cloudFormation.stacks[0]?.status).toBe('CREATE_COMPLETE')
})

test('a replacement goes on when the name of the stack is typed', async () => {
  const { aws, run } = await deployed([replacedPool])

  const { problem } = await run(update, { answers: ['cognito-starter'] })

  expect(problem).toBeUndefined()
  expect(aws.cloudFormation.stacks[0]?.status).toBe('UPDATE_COMPLETE')
})

test('--yes alone refuses a replacement, for nobody reads the warning in CI', async () => {
  const { aws, run } = await deployed([replacedPool])

  const { problem } = await run([...update, '--yes'])

  expect(problem).toMatchObject({ exitCode: 2 })
  expect(problem?.remedy).toContain('--allow-replacement')
  expect(aws.cloudFormation.stacks[0]).toMatchObject({ status: 'CREATE_COMPLETE', changeSets: [] })
})

test('--yes with --allow-replacement goes on', async () => {
  const { aws, run } = await deployed([replacedPool])

  const { problem } = await run([...update, '--yes', '--allow-replacement'])

  expect(problem).toBeUndefined()
  expect(aws.cloudFormation.stacks[0]?.status).toBe('UPDATE_COMPLETE')
})

test.for([
  {
    change: { Action: 'Remove', ResourceType: 'AWS::S3::Bucket', PolicyAction: 'Retain' },
    word: 'WILL BE REMOVED',
    old: 'kept outside the stack',
  },
  {
    change: {
      Action: 'Modify',
      ResourceType: 'AWS::S3::Bucket',
      Replacement: 'Conditional',
      PolicyAction: 'ReplaceAndRetain',
    },
    word: 'MAY BE REPLACED',
    old: 'kept outside the stack',
  },
  {
    change: { Action: 'Modify', ResourceType: 'AWS::Cognito::IdentityPool', Replacement: 'True' },
    word: 'WILL BE REPLACED',
    old: 'is deleted',
  },
] satisfies { change: ResourceChange; word: string; old: string }[])(
  'a $change.ResourceType that $word is warned of',
  async ({ change, word, old }) => {
    const { run } = await deployed([{ ...change, LogicalResourceId: 'Precious' }])

    const { problem, text } = await run([...update, '--yes'])

    expect(problem).toMatchObject({ exitCode: 2 })
    expect(text).toContain(word)
    expect(text).toContain(old)
  },
)

test('the first line counts what would change', async () => {
  const change = { LogicalResourceId: 'X', ResourceType: 'AWS::IAM::Role' }
  const { run } = await deployed([
    { ...change, Action: 'Add' },
    { ...change, Action: 'Add' },
    { ...change, Action: 'Modify', Replacement: 'False' },
    { ...change, Action: 'Modify', Replacement: 'Conditional' },
    { ...change, Action: 'Remove', PolicyAction: 'Retain' },
  ])

  const { text } = await run([...update, '--yes'])

  expect(text).toContain(': 2 to add, 1 to modify, 1 that may be replaced, 1 to remove\n')
  expect(text).toMatch(/remove +X +IAM::Role +kept outside the stack/)
})

test('a replaced app client takes no more than a yes: no data is in it', async () => {
  const { run } = await deployed([
    {
      Action: 'Modify',
      LogicalResourceId: 'UserPoolClient',
      ResourceType: 'AWS::Cognito::UserPoolClient',
      Replacement: 'True',
    },
  ])

  const { problem, text } = await run(update, { answers: ['yes'] })

  expect(problem).toBeUndefined()
  expect(text).toMatch(/replace +UserPoolClient/)
  expect(text).not.toContain('WARNING')
})
