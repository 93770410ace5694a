import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { startDeployProcess } from './support/deploy-process.ts'
import { startDeployment } from './support/deployment.ts'
import { poolId } from './support/fake-operations.ts'
import { site } from './support/fake-site.ts'

test('the command finds AWS by the usual variables and writes the settings', async () => {
  const { aws, envFile, run } = await startDeployment()
  await run(['--yes'])
  const settled = readFileSync(envFile, 'utf8')
  const { ended } = startDeployProcess(['--yes', '--settings-file', `${envFile}.2`], {
    AWS_ENDPOINT_URL: aws.url,
  })
  await aws.called('DescribeChangeSet')
  aws.advance(0)

  const { text, code } = await ended

  expect(text).toContain('Nothing to change')
  expect(code).toBe(0)
  expect(readFileSync(`${envFile}.2`, 'utf8')).toBe(settled)
})

test(
  'a stack that hosts the app gets the production build of it, with the settings of the stack',
  { timeout: 120_000 },
  async () => {
    const { aws, envFile, run } = await startDeployment()
    await run(['--yes', '--hosting'])
    const { ended } = startDeployProcess(['--yes', '--settings-file', envFile], {
      AWS_ENDPOINT_URL: aws.url,
      // Of another stack: the outputs go before.
      VITE_USER_POOL_ID: 'eu-west-1_Another12',
    })
    await aws.called('DescribeChangeSet')
    aws.advance(0)
    await aws.called('GetInvalidation')
    aws.advance(0)

    const { text, code } = await ended

    expect(text).toContain('CloudFront has dropped its copies of')
    expect(code).toBe(0)
    const files = aws.buckets.get(site.bucket)!.objects
    const textOf = (key: string) => new TextDecoder().decode(files.get(key)?.bytes)
    expect(JSON.parse(textOf('config.json'))).toMatchObject({ userPoolId: poolId })
    const scripts = [...files.keys()].filter((key) => /^assets\/react-.*\.js$/.test(key))
    expect(textOf(scripts[0]!)).toContain('https://react.dev/errors/')
    expect(files.get('sign-in.html')).toMatchObject({ cacheControl: 'no-cache' })
  },
)

test.for(['SIGINT', 'SIGTERM'] as const)(
  '%s takes the change set back and ends with 130',
  async (signal) => {
    const { aws, envFile } = await startDeployment()
    const { ended, kill } = startDeployProcess(['--yes', '--settings-file', envFile], {
      AWS_ENDPOINT_URL: aws.url,
    })
    await aws.called('DescribeChangeSet')
    // npm passes the signal on that the terminal has sent already.
    kill(signal)
    kill(signal)

    const { text, code } = await ended

    expect(text).toContain('Interrupted.\nNothing was changed.')
    expect(code).toBe(130)
    expect(aws.cloudFormation.stacks).toMatchObject([{ status: 'DELETE_COMPLETE', changeSets: [] }])
  },
)

test.for([
  { name: 'help', argv: ['--help'], env: {}, code: 0, says: 'Usage: npm run deploy' },
  { name: 'nobody to ask', argv: [], env: {}, code: 2, says: 'Give --yes' },
  {
    name: 'no region',
    argv: ['--yes'],
    env: { AWS_REGION: undefined },
    code: 2,
    says: 'which region to work in',
  },
  {
    name: 'no credentials',
    argv: ['--yes'],
    env: { AWS_ACCESS_KEY_ID: undefined },
    code: 2,
    says: 'No AWS credentials were found.',
  },
  {
    name: 'a profile that is not there',
    argv: ['--yes', '--profile', 'nobody'],
    env: { AWS_ACCESS_KEY_ID: undefined },
    code: 2,
    says: 'The profile nobody gave no AWS credentials.',
  },
  {
    name: 'an option that npm kept',
    argv: ['destroy'],
    env: { npm_config_stack_name: 'other' },
    code: 2,
    says: 'npm took --stack-name',
  },
])(
  '$name ends with $code, in words and without a stack trace',
  async ({ argv, env, code, says }) => {
    const process = startDeployProcess(argv, env)

    const ended = await process.ended

    expect(ended.text).toContain(says)
    expect(ended.text).not.toMatch(/^ +at /m)
    expect(ended.code).toBe(code)
  },
)

test('a region of the older variable does as well', async () => {
  const { aws, envFile } = await startDeployment()
  const { ended } = startDeployProcess(['destroy', '--yes', '--settings-file', envFile], {
    AWS_ENDPOINT_URL: aws.url,
    AWS_REGION: undefined,
    AWS_DEFAULT_REGION: 'eu-central-1',
  })

  const { text, code } = await ended

  expect(text).toContain('There is no stack cognito-starter in eu-central-1')
  expect(code).toBe(0)
})
