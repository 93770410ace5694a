import { expect, test } from 'vitest'
import { startDeployment } from './support/deployment.ts'

test('Ctrl-C at the question leaves nothing behind', async () => {
  const { aws, run } = await startDeployment()

  const { problem } = await run([], { answers: [], onAsk: (interrupt) => interrupt() })

  expect(problem).toMatchObject({
    message: 'Interrupted.',
    remedy: 'Nothing was changed.',
    exitCode: 130,
  })
  expect(aws.cloudFormation.stacks).toMatchObject([{ status: 'DELETE_COMPLETE', changeSets: [] }])
})

test('Ctrl-C while the change set is worked out leaves nothing behind', async () => {
  const { aws, run } = await startDeployment()

  const { problem } = await run(['--yes'], { onPause: (interrupt) => interrupt() })

  expect(problem).toMatchObject({ exitCode: 130 })
  expect(aws.cloudFormation.stacks).toMatchObject([{ status: 'DELETE_COMPLETE', changeSets: [] }])
})

test('Ctrl-C while AWS is at work says how to go on, and the next run finishes the job', async () => {
  const { aws, envText, run } = await startDeployment()
  const interrupted = await run(['--yes'], {
    onPause(interrupt) {
      if (aws.cloudFormation.stacks[0]?.status === 'CREATE_IN_PROGRESS') interrupt()
    },
  })
  expect(interrupted.problem).toMatchObject({ exitCode: 130 })
  expect(interrupted.problem?.remedy).toContain('AWS goes on without this terminal.')
  expect(aws.calls).not.toContain('DeleteChangeSet')

  const { problem, text } = await run(['--yes'])

  expect(problem).toBeUndefined()
  expect(text).toContain('Following it to its end first.')
  expect(text).toContain('stack created')
  expect(text).toContain('Nothing to change')
  expect(aws.cloudFormation.stacks).toMatchObject([{ status: 'CREATE_COMPLETE' }])
  expect(envText()).toContain('VITE_USER_POOL_ID=')
})

test('of a stack that is being updated, only the update is followed', async () => {
  const { aws, run } = await startDeployment()
  await run(['--yes'])
  await run(['--yes', '--parameter', 'AllowGuests=true'], {
    onPause(interrupt) {
      if (aws.cloudFormation.stacks[0]?.status === 'UPDATE_IN_PROGRESS') interrupt()
    },
  })

  const { problem, text } = await run(['--yes'])

  expect(problem).toBeUndefined()
  expect(text).toContain('UserPoolClient (AWS::Cognito::UserPoolClient) updated')
  expect(text).not.toContain('created')
})

test('a run that was killed between change set and execution is cleaned up by the next', async () => {
  const { aws, run } = await startDeployment()
  // Killed outright, it could take nothing back.
  aws.faults.push({ action: 'DeleteChangeSet', code: 'InternalFailure', message: 'x', status: 500 })
  await run([], { answers: [], onAsk: (interrupt) => interrupt() })
  expect(aws.cloudFormation.stacks).toMatchObject([{ status: 'REVIEW_IN_PROGRESS' }])
  expect(aws.cloudFormation.stacks[0]?.changeSets).toHaveLength(1)
  aws.faults.length = 0

  const { problem, text } = await run(['--yes'])

  expect(problem).toBeUndefined()
  expect(text).toContain('Removed a change set that an earlier run had left.')
  expect(aws.cloudFormation.stacks).toMatchObject([{ status: 'CREATE_COMPLETE' }])
})

test('change sets of others are theirs', async () => {
  const { aws, run } = await startDeployment()
  await run(['--yes'])
  const [stack] = aws.cloudFormation.stacks
  const theirs = Array.from({ length: 7 }, (_, index) => ({
    id: `arn:aws:cloudformation:eu-west-1:123456789012:changeSet/theirs-${index}/1`,
    name: `theirs-${index}`,
    type: 'UPDATE' as const,
    status: 'CREATE_COMPLETE',
    result: { status: 'CREATE_COMPLETE', changes: [] },
    parameters: new Map<string, string>(),
    template: '',
    rejections: [],
  }))
  stack!.changeSets.push(...theirs)

  await run(['--yes'])

  expect(stack?.changeSets).toEqual(theirs)
})

test('a creation that was followed and failed is cleared and begun again', async () => {
  const { aws, run } = await startDeployment()
  aws.failures.push({ logicalId: 'UserPoolDomain', reason: 'Domain already exists' })
  await run(['--yes', '--parameter', 'DeletionProtection=INACTIVE'], {
    onPause(interrupt) {
      if (aws.cloudFormation.stacks[0]?.status === 'CREATE_IN_PROGRESS') interrupt()
    },
  })

  const { problem, text } = await run(['--yes'])

  expect(problem).toBeUndefined()
  expect(text).toContain('It ended in ROLLBACK_COMPLETE: UserPoolDomain')
  expect(aws.cloudFormation.stacks.map(({ status }) => status)).toEqual([
    'DELETE_COMPLETE',
    'CREATE_COMPLETE',
  ])
})

test('all change sets that earlier runs left are cleaned up, on every page', async () => {
  const { aws, run } = await startDeployment()
  await run(['--yes'])
  const [stack] = aws.cloudFormation.stacks
  stack!.changeSets = Array.from({ length: 12 }, (_, index) => ({
    id: `arn:aws:cloudformation:eu-west-1:123456789012:changeSet/ours-${index}/1`,
    name: `cognito-starter-deploy-ours-${index}`,
    type: 'UPDATE' as const,
    status: 'CREATE_COMPLETE',
    result: { status: 'CREATE_COMPLETE', changes: [] },
    parameters: new Map<string, string>(),
    template: '',
    rejections: [],
  }))

  const { problem } = await run(['--yes'])

  expect(problem).toBeUndefined()
  expect(stack?.changeSets).toEqual([])
})

test('a change set that somebody else has removed meanwhile is said', async () => {
  const { aws, run } = await startDeployment()

  const { problem } = await run([], {
    answers: ['yes'],
    onAsk() {
      aws.cloudFormation.stacks[0]!.changeSets = []
    },
  })

  expect(problem?.message).toContain('The change set is gone, or is out of date')
  expect(problem?.remedy).toContain('Run the same command again')
})

test('an execution whose answer is lost is not begun twice', async () => {
  const { aws, run } = await startDeployment()
  aws.faults.push({
    action: 'ExecuteChangeSet',
    code: 'InternalFailure',
    message: 'x',
    status: 500,
    times: 1,
    isLate: true,
  })

  const { problem } = await run(['--yes'])

  expect(problem).toBeUndefined()
  expect(aws.calls.filter((call) => call === 'ExecuteChangeSet')).toHaveLength(2)
  expect(aws.cloudFormation.stacks).toMatchObject([{ status: 'CREATE_COMPLETE' }])
})
