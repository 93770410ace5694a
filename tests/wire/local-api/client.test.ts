import {
  SignUpCommand,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { createLocalAwsClient } from '../../support/local-aws-client.ts'
import { test, type TestStandIn } from '../../support/stand-in.ts'

const Username = 'ada@example.com'

function signUp(standIn: TestStandIn, cognito: CognitoIdentityProviderClient) {
  return cognito.send(
    new SignUpCommand({
      ClientId: standIn.config.userPoolClientId,
      Username,
      Password: 'Correct-horse-1',
    }),
  )
}

test('the client finds a message that is there, and waits for one that comes', async ({
  standIn,
  cognito,
}) => {
  const aws = createLocalAwsClient(standIn)
  const waiting = aws.inbox.next('ADA@example.com', { kind: 'SIGN_UP' })
  await signUp(standIn, cognito)

  const message = await waiting

  expect(message).toEqual(standIn.outbox[0])
  expect(await aws.inbox.next(Username)).toEqual(message)
  expect(await aws.inbox.list('nobody@example.com')).toEqual([])
})

test('the client moves the clock, has a call fail once, reads the log, and resets it all', async ({
  standIn,
  cognito,
}) => {
  const aws = createLocalAwsClient(standIn)
  await aws.faults.add({ kind: 'error', operation: 'SignUp', times: 1 })
  expect(await aws.faults.list()).toMatchObject([{ kind: 'error', hits: 0 }])
  await signUp(standIn, cognito)

  const log = await aws.requests.list({ operation: 'SignUp' })
  expect(log.map(({ status, error }) => [status, error])).toEqual([
    [200, undefined],
    [500, 'InternalErrorException'],
  ])

  const { UserPoolId, ...input } = { UserPoolId: standIn.config.userPoolId, Username }
  await aws.call('AdminConfirmSignUp', { UserPoolId, ...input })
  const user = await aws.call<{ UserStatus: string }>('AdminGetUser', { UserPoolId, ...input })
  expect(user.UserStatus).toBe('CONFIRMED')

  const [added] = await aws.faults.add({ preset: 'cors' })
  await aws.faults.remove(added!.id)
  await expect(aws.faults.remove(added!.id)).rejects.toThrow('404')
  expect((await aws.clock.advance({ hours: 1, minutes: 1 })).offsetSeconds).toBe(3660)
  expect((await aws.clock.advance({ days: -1 })).offsetSeconds).toBe(3660 - 86_400)
  expect((await aws.clock.set(0)).offsetSeconds).toBe(0)
  expect((await aws.clock.toNextExpiry()).reached?.what).toBe('session')

  await aws.reset()
  expect((await aws.clock.read()).offsetSeconds).toBe(0)
  expect(await aws.inbox.list()).toEqual([])
})
