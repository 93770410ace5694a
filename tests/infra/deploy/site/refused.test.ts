import { expect, test } from 'vitest'
import { DeployProblem } from '../../../../infra/deploy/problem.ts'
import { builtApp, nextApp } from '../support/built-app.ts'
import { site } from '../support/fake-site.ts'
import { startHosting } from '../support/hosted-deployment.ts'

test.for([
  ['ListObjectsV2', 's3:ListBucket on arn:aws:s3:::cognito-starter-sitebucket-4d5e6f'],
  ['GetObject', 's3:GetObject on arn:aws:s3:::cognito-starter-sitebucket-4d5e6f/*'],
  ['PutObject', 's3:PutObject on arn:aws:s3:::cognito-starter-sitebucket-4d5e6f/*'],
  ['CreateInvalidation', 'cloudfront:CreateInvalidation'],
  ['GetInvalidation', 'cloudfront:GetInvalidation on the distribution E2EXAMPLE1234'],
] as const)(
  'without the right to %s, the right is named, and how to go on',
  async ([action, right]) => {
    const { aws, host } = await startHosting()
    await host()
    aws.faults.push({ action, code: 'AccessDenied', status: 403, message: 'Access Denied' })

    const { problem } = await host({ app: nextApp })

    expect(problem?.message).toContain(right)
    expect(problem?.message).toContain('AWS says: Access Denied')
    expect(problem?.remedy).toContain('it goes on where this stopped')
    expect(problem?.exitCode).toBe(1)
    aws.faults.length = 0
    const next = await host({ app: nextApp })
    expect(next.problem).toBeUndefined()
  },
)

test.for(['PutObject', 'CreateInvalidation', 'GetInvalidation'])(
  'credentials that run out at %s say so, and the next run finishes',
  async (action) => {
    const { aws, host, keys } = await startHosting()
    aws.faults.push({ action, code: 'ExpiredToken', status: 400, message: 'has expired' })
    const failed = await host()
    expect(failed.problem?.message).toContain('The AWS credentials have expired.')
    expect(failed.problem?.remedy).toContain('Run the same command again to finish.')
    aws.faults.length = 0

    const { problem } = await host()

    expect(problem).toBeUndefined()
    expect(keys()).toEqual(Object.keys(builtApp).sort())
    expect(aws.cloudFront.invalidations).toMatchObject([{ status: 'Completed' }])
  },
)

test('what is throttled is sent again', async () => {
  const { aws, host } = await startHosting()
  aws.faults.push(
    { action: 'PutObject', code: 'SlowDown', status: 503, message: 'Reduce', times: 2 },
    { action: 'CreateInvalidation', code: 'Throttling', message: 'Rate exceeded', times: 1 },
  )

  const { problem } = await host()

  expect(problem).toBeUndefined()
  expect(aws.faults).toMatchObject([{ times: 0 }, { times: 0 }])
})

test('a throttling without end is given up in words', async () => {
  const { aws, host } = await startHosting()
  aws.faults.push({ action: 'PutObject', code: 'SlowDown', status: 503, message: 'Reduce' })

  const { problem } = await host()

  expect(problem?.message).toContain('AWS answers that there are too many requests.')
})

test('other invalidations of the account are waited for', async () => {
  const { aws, host } = await startHosting()
  const busy = { action: 'CreateInvalidation', code: 'TooManyInvalidationsInProgress' }
  aws.faults.push({ ...busy, message: 'wait', times: 4 })

  const { problem, terminal } = await host()

  expect(problem).toBeUndefined()
  expect(terminal.statuses.join('\n')).toContain('at work on other invalidations')
  expect(aws.cloudFront.invalidations).toHaveLength(1)
})

test('other invalidations without end are given up in words', async () => {
  const { aws, host } = await startHosting()
  const busy = { action: 'CreateInvalidation', code: 'TooManyInvalidationsInProgress' }
  aws.faults.push({ ...busy, message: 'wait' })

  const { problem } = await host()

  expect(problem?.message).toContain('too many other invalidations')
  expect(problem?.remedy).toContain('The app is uploaded.')
})

test('a fault of CloudFront while it is at work is waited out', async () => {
  const { aws, host } = await startHosting()
  const fault = { code: 'InternalError', status: 500, message: 'x', times: 9 }
  aws.faults.push({ action: 'GetInvalidation', ...fault })

  const { problem } = await host()

  expect(problem).toBeUndefined()
})

test('a bucket or distribution that was deleted by hand is said', async () => {
  const { aws, host } = await startHosting()
  await host()
  aws.cloudFront.distributions.clear()
  const withoutDistribution = await host({ app: nextApp })
  aws.buckets.clear()

  const withoutBucket = await host({ app: nextApp })

  expect(withoutDistribution.problem?.message).toContain('distribution E2EXAMPLE1234 is gone')
  expect(withoutBucket.problem?.message).toContain(`The site’s bucket ${site.bucket} is gone`)
  expect(withoutBucket.problem?.remedy).toContain('--no-hosting')
})

test('of two who publish at the same time, one is told', async () => {
  const { host, siteBucket } = await startHosting()
  await host()

  const { problem } = await host({
    app: nextApp,
    onCall(call) {
      if (call !== 'PutObject index.html') return
      const theirs = { bytes: new Uint8Array(1), contentType: '', cacheControl: '' }
      siteBucket().objects.set('.cognito-starter/site.json', theirs)
    },
  })

  expect(problem?.message).toContain('Somebody else is publishing to the same site')
})

test('an answer of S3 that is lost is no sign of somebody else', async () => {
  const { aws, host } = await startHosting()
  const lost = { code: 'InternalError', status: 500, message: 'x', times: 1, isLate: true }
  aws.faults.push({ action: 'PutObject', ...lost })

  const { problem } = await host()

  expect(problem).toBeUndefined()
  expect(aws.faults).toMatchObject([{ times: 0 }])
})

test('an account of former builds that cannot be read costs an upload, and no more', async () => {
  const { host, siteBucket, keys } = await startHosting()
  await host()
  siteBucket().objects.set('.cognito-starter/site.json', {
    bytes: new TextEncoder().encode('{"version":1,"builds":[{}]}'),
    contentType: '',
    cacheControl: '',
  })

  const { problem, text } = await host()

  expect(problem).toBeUndefined()
  expect(text).toContain('Uploaded 9 of 9 files')
  expect(keys()).toEqual(Object.keys(builtApp).sort())
})

test('what does not build leaves the site as it was', async () => {
  const { aws, host } = await startHosting()

  const { problem } = await host({
    onBuild() {
      throw new DeployProblem('The app could not be built.\nsrc/main.tsx: …', 'Mend that.')
    },
  })

  expect(problem?.message).toContain('src/main.tsx')
  expect(aws.calls).not.toContain('PutObject')
})

test('a build without a configuration is not uploaded', async () => {
  const { aws, host } = await startHosting()

  const { problem } = await host({ app: { 'index.html': '' } })

  expect(problem?.message).toContain('The build has no config.json')
  expect(aws.calls).not.toContain('PutObject')
})

test('a certificate that CloudFront does not take rolls back, is said, and nothing is published', async () => {
  const { aws, host, run } = await startHosting()
  await run(['--yes'])
  aws.failures.push({
    logicalId: 'SiteDistribution',
    reason:
      "Resource handler returned message: \"Invalid request provided: AWS::CloudFront::Distribution: The specified SSL certificate doesn't exist, isn't in us-east-1 region, isn't valid, or doesn't include a valid certificate chain. (Service: CloudFront, Status Code: 400, Request ID: 0af1)\" (RequestToken: 6e2f, HandlerErrorCode: InvalidRequest)",
  })

  const { problem } = await host()

  expect(problem?.message).toContain('SiteDistribution (AWS::CloudFront::Distribution)')
  expect(problem?.message).toContain('Everything is as it was before.')
  expect(problem?.remedy).toContain('in us-east-1')
  expect(aws.calls).not.toContain('PutObject')
})
