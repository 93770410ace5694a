import {
  AdminCreateUserCommand,
  CognitoIdentityProviderClient,
  ConfirmSignUpCommand,
  GetUserCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { signUpWithCredentials } from '../../support/identity-pools/person-with-credentials.ts'
import { callLocalApi } from '../../support/local-api.ts'
import { test, type TestStandIn } from '../../support/stand-in.ts'

interface Moved {
  reached: { what: string; at: string }
  now: string
}

async function toNextExpiry(standIn: TestStandIn): Promise<Moved> {
  const response = await callLocalApi(standIn, '/_local/clock', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ to: 'next-expiry' }),
  })
  expect(response.status).toBe(200)
  return (await response.json()) as Moved
}

test('a session, a code, and then nothing: the clock goes to the second in which each is over', async ({
  standIn,
  cognito,
}) => {
  const { userPoolClientId: ClientId } = standIn.config
  const Username = 'ada@example.com'
  await cognito.send(new SignUpCommand({ ClientId, Username, Password: 'Correct-horse-1' }))
  const ConfirmationCode = standIn.outbox[0]!.code

  // A sign-in that goes on once the address is confirmed.
  await toNextExpiry(standIn)
  const { reached, now } = await toNextExpiry(standIn)

  expect(reached.what).toBe('code')
  expect(Date.parse(now)).toBeGreaterThanOrEqual(Date.parse(reached.at))
  await expect(
    cognito.send(new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode })),
  ).rejects.toMatchObject({ name: 'ExpiredCodeException' })
  const again = await callLocalApi(standIn, '/_local/clock', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ to: 'next-expiry' }),
  })
  expect(again.status).toBe(409)
})

test('tokens, credentials and temporary passwords follow one another', async ({
  standIn,
  cognito,
}) => {
  const { userPoolId: UserPoolId, region } = standIn.config
  const { tokens } = await signUpWithCredentials(standIn, cognito, 'ada@example.com')
  const admin = new CognitoIdentityProviderClient({
    endpoint: standIn.url,
    region,
    credentials: standIn.administrator,
  })
  await admin.send(new AdminCreateUserCommand({ UserPoolId, Username: 'grace@example.com' }))
  admin.destroy()

  const reached: string[] = []
  for (let step = 0; step < 5; step += 1) {
    const { what } = (await toNextExpiry(standIn)).reached
    if (reached.at(-1) !== what) reached.push(what)
    if (what !== 'access-token') continue
    const asking = cognito.send(new GetUserCommand({ AccessToken: tokens.AccessToken }))
    await expect(asking).rejects.toMatchObject({ message: 'Access Token has expired' })
  }

  expect(reached).toEqual([
    'session',
    'access-token',
    'credentials',
    'temporary-password',
    'refresh-token',
  ])
})
