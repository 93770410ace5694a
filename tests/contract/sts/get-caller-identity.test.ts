import {
  AssumeRoleCommand,
  GetCallerIdentityCommand,
  GetSessionTokenCommand,
  STSClient,
} from '@aws-sdk/client-sts'
import { expect, onTestFinished } from 'vitest'
import { stsFor } from '../../support/identity-pools/classic-flow.ts'
import { signUpWithCredentials } from '../../support/identity-pools/person-with-credentials.ts'
import { startStandIn, test, type TestStandIn } from '../../support/stand-in.ts'
import { temporaryFolder } from '../../support/node/temporary-folder.ts'

type Key = { accessKeyId: string; secretAccessKey: string; sessionToken?: string }

function callerBy(standIn: TestStandIn, key: Key, region = standIn.config.region) {
  const sts = new STSClient({ endpoint: standIn.url, region, credentials: key, maxAttempts: 1 })
  onTestFinished(() => sts.destroy())
  return sts.send(new GetCallerIdentityCommand())
}

test('the administrator is a user of IAM', async ({ standIn }) => {
  expect(await callerBy(standIn, { ...standIn.administrator })).toMatchObject({
    Account: '123456789012',
    Arn: 'arn:aws:iam::123456789012:user/administrator',
    UserId: expect.stringMatching(/^AIDA[A-Z2-7]{17}$/) as string,
  })
})

test('the ids of IAM outlive the process', async () => {
  const data = temporaryFolder()
  const idsOf = async () => {
    const standIn = await startStandIn({ data })
    const { UserId } = await callerBy(standIn, { ...standIn.administrator })
    const roles = standIn.deployment().roles.map(({ id }) => id)
    await standIn.close()
    return [UserId, ...roles]
  }

  const before = await idsOf()

  expect(await idsOf()).toEqual(before)
  expect(new Set(before).size).toBe(before.length)
})

test('somebody of an identity pool is a session of their role', async ({ standIn, cognito }) => {
  const { credentials } = await signUpWithCredentials(standIn, cognito, 'ada@example.com')
  const role = standIn.deployment().roles.find(({ name }) => name.startsWith('AuthenticatedRole'))!

  expect(await callerBy(standIn, credentials)).toMatchObject({
    Arn: `arn:aws:sts::123456789012:assumed-role/${role.name}/CognitoIdentityCredentials`,
    UserId: `${role.id}:CognitoIdentityCredentials`,
  })
})

test('a key that nobody has, a wrong secret, and another region are told apart', async ({
  standIn,
  cognito,
}) => {
  const { accessKeyId } = standIn.administrator
  const { credentials } = await signUpWithCredentials(standIn, cognito, 'ada@example.com')
  const wrong = { accessKeyId, secretAccessKey: 'wrong' }

  await expect(
    callerBy(standIn, { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'x' }),
  ).rejects.toMatchObject({
    name: 'InvalidClientTokenId',
    message: 'The security token included in the request is invalid.',
    $metadata: { httpStatusCode: 403 },
  })
  await expect(callerBy(standIn, wrong)).rejects.toMatchObject({ name: 'SignatureDoesNotMatch' })
  await expect(callerBy(standIn, { ...standIn.administrator }, 'eu-west-1')).rejects.toMatchObject({
    name: 'SignatureDoesNotMatch',
  })
  await expect(
    callerBy(standIn, { ...credentials, sessionToken: 'another' }),
  ).rejects.toMatchObject({ name: 'InvalidClientTokenId' })
})

test('credentials that are over are expired', async ({ standIn, cognito }) => {
  const { credentials } = await signUpWithCredentials(standIn, cognito, 'ada@example.com')
  standIn.clock.advance({ ms: 3_600_000 })

  await expect(callerBy(standIn, credentials)).rejects.toMatchObject({
    name: 'ExpiredToken',
    message: 'The security token included in the request is expired',
  })
})

test('what else STS has is refused by its name', async ({ standIn }) => {
  const sts = stsFor(standIn)
  const RoleArn = 'arn:aws:iam::123456789012:role/anything'

  await expect(sts.send(new GetSessionTokenCommand())).rejects.toMatchObject({
    name: 'NotImplemented',
    message:
      'GetSessionToken exists in AWS STS but not in the local AWS; docs/parity.md lists what does.',
    $metadata: { httpStatusCode: 501 },
  })
  await expect(
    sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'ada' })),
  ).rejects.toMatchObject({ name: 'NotImplemented' })
})
