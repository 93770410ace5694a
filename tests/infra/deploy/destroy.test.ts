import { expect, test } from 'vitest'
import { startDeployment, type RunSetup } from './support/deployment.ts'
import { poolId } from './support/fake-operations.ts'

async function deployed(argv: readonly string[] = []) {
  const deployment = await startDeployment()
  await deployment.run(['--yes', ...argv])
  deployment.aws.calls.length = 0
  return deployment
}

const unprotected = ['--parameter', 'DeletionProtection=INACTIVE']

test('destroy lists what goes and what stays, and deletes once the name is typed', async () => {
  const { aws, envText, run } = await deployed(unprotected)
  aws.pools.get(poolId)!.EstimatedNumberOfUsers = 1204
  const env = envText()

  const { problem, text } = await run(['destroy'], { answers: ['cognito-starter'] })

  expect(problem).toBeUndefined()
  expect(text).toMatch(
    /What goes, for good:\n[^]*UserPool \(AWS::Cognito::UserPool\) eu-west-1_AbCdEfGhI, with about 1204 people in it/,
  )
  expect(text).toContain(
    'What stays, since the template retains it (--delete-bucket would delete it too):\n  Bucket (AWS::S3::Bucket) cognito-starter-bucket-1x2y3z',
  )
  expect(text).toContain('The bucket cognito-starter-bucket-1x2y3z is kept')
  expect(text).toContain('AWS console > S3 > cognito-starter-bucket-1x2y3z > Empty')
  expect(text).toContain('.env.local was left alone')
  expect(envText()).toBe(env)
  expect(aws.cloudFormation.stacks).toMatchObject([{ status: 'DELETE_COMPLETE' }])
  expect(aws.pools.has(poolId)).toBe(false)
})

test('a yes is not the name, and nothing is deleted', async () => {
  const { aws, run } = await deployed(unprotected)

  const { problem } = await run(['destroy'], { answers: ['yes'] })

  expect(problem).toMatchObject({ exitCode: 3 })
  expect(aws.calls).not.toContain('DeleteStack')
})

test('a protected user pool is explained, and not deleted', async () => {
  const { aws, run } = await deployed()

  const { problem } = await run(['destroy', '--yes'])

  expect(problem).toMatchObject({ exitCode: 2 })
  expect(problem?.message).toContain('The user pool is protected from deletion')
  expect(problem?.remedy).toContain('--turn-off-protection')
  expect(aws.calls).not.toContain('DeleteStack')
})

test('--turn-off-protection lets the pool go, through the stack', async () => {
  const { aws, run } = await deployed(['--parameter', 'DomainPrefix=acme-sign-in'])

  const { problem, text } = await run(['destroy', '--turn-off-protection', '--yes'])

  expect(problem).toBeUndefined()
  expect(text).toContain('UserPool (AWS::Cognito::UserPool) updated')
  expect(aws.calls).not.toContain('UpdateUserPool')
  expect(aws.cloudFormation.stacks).toMatchObject([{ status: 'DELETE_COMPLETE' }])
  expect(aws.cloudFormation.stacks[0]?.parameters.get('DomainPrefix')).toBe('acme-sign-in')
  expect(aws.pools.has(poolId)).toBe(false)
})

test('protection that was turned on by hand is turned off at the pool itself', async () => {
  const { aws, run } = await deployed(unprotected)
  aws.pools.get(poolId)!.DeletionProtection = 'ACTIVE'

  const { problem } = await run(['destroy', '--turn-off-protection', '--yes'])

  expect(problem).toBeUndefined()
  expect(aws.calls).toContain('UpdateUserPool')
  expect(aws.pools.has(poolId)).toBe(false)
})

test('termination protection of the stack is explained', async () => {
  const { aws, run } = await deployed(unprotected)
  aws.cloudFormation.stacks[0]!.terminationProtection = true

  const { problem } = await run(['destroy', '--yes'])

  expect(problem?.message).toContain('Termination protection is on')
  expect(problem?.remedy).toContain('Edit termination protection')
  expect(aws.calls).not.toContain('DeleteStack')
})

test('a deletion that fails says why, and the next run finishes it', async () => {
  const { aws, run } = await deployed(unprotected)
  aws.failures.push({
    logicalId: 'AuthenticatedRole',
    reason:
      'API: iam:DeleteRole User: arn:aws:iam::123456789012:user/ada is not authorized to perform: iam:DeleteRole',
  })
  const failed = await run(['destroy', '--yes'])
  expect(failed.problem?.message).toContain('is not authorized to perform: iam:DeleteRole')
  expect(failed.problem?.message).toContain('goes on where it stopped')
  expect(failed.problem?.remedy).toContain('lack the right that is named')
  expect(aws.cloudFormation.stacks).toMatchObject([{ status: 'DELETE_FAILED' }])

  const { problem, text } = await run(['destroy', '--yes'])

  expect(problem).toBeUndefined()
  expect(text).not.toContain('  UserPool (')
  expect(aws.cloudFormation.stacks).toMatchObject([{ status: 'DELETE_COMPLETE' }])
})

test('where there is no stack there is nothing to delete', async () => {
  const { run } = await startDeployment()

  const { problem, text } = await run(['destroy', '--yes'])

  expect(problem).toBeUndefined()
  expect(text).toContain('There is no stack cognito-starter in eu-west-1: nothing to delete.')
})

test('an empty stack in review is deleted too', async () => {
  const { aws, run } = await startDeployment()
  aws.faults.push({ action: 'DeleteChangeSet', code: 'InternalFailure', message: 'x', status: 500 })
  await run([], { answers: ['no'] })
  expect(aws.cloudFormation.stacks).toMatchObject([{ status: 'REVIEW_IN_PROGRESS' }])
  aws.faults.length = 0

  const { problem } = await run(['destroy', '--yes'])

  expect(problem).toBeUndefined()
  expect(aws.cloudFormation.stacks).toMatchObject([{ status: 'DELETE_COMPLETE' }])
})

test('Ctrl-C while it deletes says how to go on, and the next run sees it through', async () => {
  const { aws, run } = await deployed(unprotected)
  const setup: RunSetup = {
    onPause(interrupt) {
      if (aws.cloudFormation.stacks[0]?.status === 'DELETE_IN_PROGRESS') interrupt()
    },
  }
  const interrupted = await run(['destroy', '--yes'], setup)
  expect(interrupted.problem).toMatchObject({ exitCode: 130 })
  expect(interrupted.problem?.remedy).toContain('AWS goes on without this terminal.')

  const { problem, text } = await run(['destroy', '--yes'])

  expect(problem).toBeUndefined()
  expect(text).toContain('nothing to delete')
  expect(aws.cloudFormation.stacks).toMatchObject([{ status: 'DELETE_COMPLETE' }])
})
