import { expect, test } from 'vitest'
import { startDeployment } from './support/deployment.ts'

test.for([
  {
    code: 'ExpiredToken',
    status: 403,
    says: 'The AWS credentials have expired.',
    remedy: 'aws sso login',
  },
  {
    code: 'InvalidClientTokenId',
    status: 403,
    says: 'AWS does not know these credentials.',
    remedy: 'get-caller-identity',
  },
  {
    code: 'UnrecognizedClientException',
    status: 400,
    says: 'AWS does not know these credentials.',
    remedy: 'session token is missing',
  },
  {
    code: 'AccessDenied',
    status: 403,
    says: 'These credentials may not do that.',
    remedy: '--profile NAME',
  },
  { code: 'RequestExpired', status: 400, says: 'clock is wrong', remedy: 'Set the clock' },
  {
    code: 'OptInRequired',
    status: 403,
    says: 'not ready for this service or region',
    remedy: 'enable the region',
  },
  {
    code: 'LimitExceededException',
    status: 400,
    says: 'A quota of the account is used up.',
    remedy: 'servicequotas',
  },
])('$code is said in words, with what to do', async ({ code, status, says, remedy }) => {
  const { aws, run } = await startDeployment()
  aws.faults.push({ action: 'DescribeStacks', code, status, message: 'The words of AWS' })

  const { problem } = await run(['--yes'])

  expect(problem?.message).toContain(says)
  expect(problem?.message).toContain('AWS says: The words of AWS')
  expect(problem?.remedy).toContain(remedy)
  expect(problem?.remedy).toContain('Nothing was changed.')
  expect(problem?.exitCode).toBe(1)
})

test('credentials with a session token that has run out are told apart from wrong ones', async () => {
  const { aws, run } = await startDeployment()
  aws.expiredTokens.add('old-token')
  const credentials = {
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    sessionToken: 'old-token',
  }

  const { problem } = await run(['--yes'], { aws: { credentials } })

  expect(problem?.message).toContain('have expired')
})

test('a wrong secret key is a signature that AWS does not accept', async () => {
  const { run } = await startDeployment()
  const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wrong' }

  const { problem } = await run(['--yes'], { aws: { credentials } })

  expect(problem?.message).toContain('does not accept the signature')
  expect(problem?.remedy).toContain('secret access key is wrong')
})

test('no credentials at all are said with how to get some', async () => {
  const { aws, run } = await startDeployment()
  const credentials = () =>
    Promise.reject(Object.assign(new Error('none'), { name: 'CredentialsProviderError' }))

  const { problem } = await run(['--yes'], { aws: { credentials } })

  expect(problem?.message).toContain('No AWS credentials were found.')
  expect(problem?.remedy).toContain('aws configure')
  expect(aws.calls).toEqual([])
})

test('an address that nobody answers at is a network that AWS cannot be reached on', async () => {
  const { aws, run } = await startDeployment()
  await aws.close()

  const { problem } = await run(['--yes'])

  expect(problem?.message).toContain('AWS cannot be reached from here.')
  expect(problem?.remedy).toContain('Look at the network')
})

test('a request that is throttled is sent again', async () => {
  const { aws, run } = await startDeployment()
  const throttled = { code: 'Throttling', status: 400, message: 'Rate exceeded', times: 1 }
  aws.faults.push(
    { action: 'CreateChangeSet', ...throttled },
    { action: 'DescribeStackEvents', ...throttled },
  )

  const { problem } = await run(['--yes'])

  expect(problem).toBeUndefined()
  expect(aws.calls.filter((call) => call === 'CreateChangeSet')).toHaveLength(2)
  expect(aws.cloudFormation.stacks).toMatchObject([{ status: 'CREATE_COMPLETE' }])
})

test('a throttling that outlasts all tries of a request is waited out while AWS is at work', async () => {
  const { aws, run } = await startDeployment()
  let isFollowing = false

  const { problem } = await run(['--yes'], {
    onPause() {
      if (isFollowing || !aws.calls.includes('ExecuteChangeSet')) return
      isFollowing = true
      aws.faults.push({
        action: 'DescribeStacks',
        code: 'Throttling',
        message: 'Rate exceeded',
        times: 8,
      })
    },
  })

  expect(problem).toBeUndefined()
  expect(aws.faults).toMatchObject([{ times: 0 }])
})

test('a throttling without end is given up, and AWS is at work all the same', async () => {
  const { aws, run } = await startDeployment()

  const { problem } = await run(['--yes'], {
    onPause() {
      if (!aws.calls.includes('ExecuteChangeSet') || aws.faults.length > 0) return
      aws.faults.push({ action: 'DescribeStacks', code: 'Throttling', message: 'Rate exceeded' })
    },
  })

  expect(problem?.message).toContain('too many requests')
  expect(problem?.remedy).toContain('AWS goes on without this terminal. Run the same command again')
  expect(aws.cloudFormation.stacks).toMatchObject([{ status: 'CREATE_COMPLETE' }])
})

test('credentials that run out half-way say how to go on, and the next run finishes', async () => {
  const { aws, envText, run } = await startDeployment()
  const failed = await run(['--yes'], {
    onPause() {
      if (!aws.calls.includes('ExecuteChangeSet') || aws.faults.length > 0) return
      aws.faults.push({ action: 'DescribeStacks', code: 'ExpiredToken', message: 'expired' })
    },
  })
  expect(failed.problem?.message).toContain('have expired')
  expect(failed.problem?.remedy).toContain('Run the same command again to follow it and to finish.')
  aws.faults.length = 0

  const { problem } = await run(['--yes'])

  expect(problem).toBeUndefined()
  expect(envText()).toContain('VITE_USER_POOL_ID=')
})

test('a fault that nobody foresaw is not dressed up', async () => {
  const { aws, run } = await startDeployment()
  aws.faults.push({ action: 'DescribeStacks', code: 'Unheard', status: 400, message: 'of' })

  await expect(run(['--yes'])).rejects.toMatchObject({ name: 'Unheard' })
})
