import { expect, test } from 'vitest'
import { poolId } from './support/fake-operations.ts'
import { startDeployment } from './support/deployment.ts'

const domainTaken = {
  logicalId: 'UserPoolDomain',
  reason:
    'Resource handler returned message: "Domain already associated with another user pool. (Service: CognitoIdentityProvider, Status Code: 400, Request ID: f3f0b188)" (RequestToken: 06f824d8, HandlerErrorCode: InvalidRequest)',
}

test('of a creation that fails, the first cause is said, with its remedy', async () => {
  const { aws, run } = await startDeployment()
  aws.failures.push(domainTaken)

  const { problem } = await run([
    '--yes',
    '--parameter',
    'DomainPrefix=taken',
    '--parameter',
    'DeletionProtection=INACTIVE',
  ])

  expect(aws.cloudFormation.stacks[0]?.status).toBe('ROLLBACK_COMPLETE')
  expect(problem?.message).toContain(
    'UserPoolDomain (AWS::Cognito::UserPoolDomain): Domain already associated with another user pool. [InvalidRequest]',
  )
  expect(problem?.message).not.toContain('cancelled')
  expect(problem?.message).toContain('What had been created is deleted again.')
  expect(problem?.remedy).toContain('--parameter DomainPrefix=')
  expect(problem?.remedy).toContain(
    'https://eu-west-1.console.aws.amazon.com/cloudformation/home?region=eu-west-1#/stacks/events?stackId=arn%3Aaws%3A',
  )
  expect(problem?.exitCode).toBe(1)
})

test('a creation that is rolled back leaves no bucket behind', async () => {
  const { aws, run } = await startDeployment()
  aws.failures.push(domainTaken)

  await run(['--yes', '--parameter', 'DeletionProtection=INACTIVE'])

  const statuses = aws.cloudFormation.stacks[0]?.resources.map(({ status }) => status)
  expect(new Set(statuses)).toEqual(new Set(['DELETE_COMPLETE']))
})

test('after a creation that was rolled back, the next run starts afresh', async () => {
  const { aws, envText, run } = await startDeployment()
  aws.failures.push(domainTaken)
  await run(['--yes', '--parameter', 'DeletionProtection=INACTIVE'])

  const { problem, text } = await run(['--parameter', 'DomainPrefix=free'], { answers: ['yes'] })

  expect(problem).toBeUndefined()
  expect(text).toContain('The stack is in ROLLBACK_COMPLETE: an earlier creation failed.')
  expect(aws.cloudFormation.stacks.map(({ status }) => status)).toEqual([
    'DELETE_COMPLETE',
    'CREATE_COMPLETE',
  ])
  expect(envText()).toContain('VITE_COGNITO_DOMAIN=free.auth.')
})

test('a protected pool that survived the roll-back is said, and cleared by the next run', async () => {
  const { aws, run } = await startDeployment()
  aws.failures.push(domainTaken)
  const failed = await run(['--yes'])
  expect(aws.cloudFormation.stacks[0]?.status).toBe('ROLLBACK_FAILED')
  expect(failed.problem?.message).toContain('Domain already associated')
  expect(failed.problem?.message).toContain('Putting it back stopped at UserPool')
  expect(failed.problem?.remedy).toContain('DomainPrefix')

  const { problem, text } = await run([], { answers: ['yes', 'yes'] })

  expect(problem).toBeUndefined()
  expect(text).toContain(`UserPool (AWS::Cognito::UserPool) ${poolId}`)
  expect(text).toContain('Delete it? Type yes to go on')
  expect(aws.cloudFormation.stacks.map(({ status }) => status)).toEqual([
    'DELETE_COMPLETE',
    'CREATE_COMPLETE',
  ])
  expect(aws.pools.get(poolId)?.DeletionProtection).toBe('ACTIVE')
})

test('a pool that survived is not deleted once people are in it', async () => {
  const { aws, run } = await startDeployment()
  aws.failures.push(domainTaken)
  await run(['--yes'])
  aws.pools.get(poolId)!.EstimatedNumberOfUsers = 3

  const { problem } = await run(['--yes'])

  expect(problem?.message).toContain('There are people in the user pool')
  expect(problem?.remedy).toContain('destroy --turn-off-protection')
  expect(aws.pools.get(poolId)?.DeletionProtection).toBe('ACTIVE')
  expect(aws.calls).not.toContain('DeleteStack')
})

test('of an update that fails, the first cause is said, and that all is as before', async () => {
  const { aws, run } = await startDeployment()
  await run(['--yes'])
  aws.failures.push({
    logicalId: 'UserPoolClient',
    reason:
      'Resource handler returned message: "CallbackURLs: http://app.example.com/callback cannot use the HTTP protocol. (Service: CognitoIdentityProvider, Status Code: 400, Request ID: 1)" (RequestToken: 2, HandlerErrorCode: InvalidRequest)',
  })

  const { problem } = await run(['--yes', '--parameter', 'AllowGuests=true'])

  expect(aws.cloudFormation.stacks[0]?.status).toBe('UPDATE_ROLLBACK_COMPLETE')
  expect(problem?.message).toContain('cannot use the HTTP protocol')
  expect(problem?.message).toContain('Everything is as it was before.')
  expect(problem?.remedy).toContain('https, or http on localhost only')
})

test('an update that could not be undone is undone by the next run, which then goes on', async () => {
  const { aws, run } = await startDeployment()
  await run(['--yes'])
  aws.failures.push(
    { logicalId: 'UserPoolClient', reason: 'Rate exceeded' },
    { logicalId: 'UserPoolClient', reason: 'Internal failure' },
  )
  const failed = await run(['--yes', '--parameter', 'AllowGuests=true'])
  expect(aws.cloudFormation.stacks[0]?.status).toBe('UPDATE_ROLLBACK_FAILED')
  expect(failed.problem?.message).toContain('Rate exceeded')
  expect(failed.problem?.message).toContain('Putting it back stopped at UserPoolClient')

  const { problem, text } = await run(['--yes', '--parameter', 'AllowGuests=true'])

  expect(problem).toBeUndefined()
  expect(text).toContain('Going on with undoing it.')
  expect(aws.cloudFormation.stacks[0]?.status).toBe('UPDATE_COMPLETE')
  expect(aws.cloudFormation.stacks[0]?.parameters.get('AllowGuests')).toBe('true')
})

test('an update that still cannot be undone says why, and how to skip the resource', async () => {
  const { aws, run } = await startDeployment()
  await run(['--yes'])
  const failure = { logicalId: 'UserPoolClient', reason: 'Internal failure' }
  aws.failures.push(failure, failure)
  await run(['--yes', '--parameter', 'AllowGuests=true'])
  aws.failures.push(failure)

  const { problem } = await run(['--yes'])

  expect(problem?.message).toContain('The update still cannot be undone.')
  expect(problem?.message).toContain('Internal failure')
  expect(problem?.remedy).toContain('Continue update rollback')
})

test('a deletion that did not finish is not taken up by a deployment', async () => {
  const { aws, run } = await startDeployment()
  await run(['--yes'])
  aws.cloudFormation.stacks[0]!.status = 'DELETE_FAILED'

  const { problem } = await run(['--yes'])

  expect(problem?.message).toContain('DELETE_FAILED')
  expect(problem?.remedy).toContain('npm run deploy -- destroy')
})
