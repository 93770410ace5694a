import { expect, test } from 'vitest'
import { createOutbox } from '../../../../local/outbox/outbox.ts'
import { createUserPools } from '../../../../local/user-pools/service.ts'
import { createUsers } from '../../../../local/user-pools/users/users.ts'
import { createCountingStore } from '../../../support/core/counting-store.ts'
import { createTestRuntime } from '../../../support/core/test-runtime.ts'
import { appClient, emailPool } from '../../../support/user-pools/user-pool-config.ts'

const pool = emailPool()
const ClientId = appClient().id
const ada = { ClientId, Username: 'ada@example.com', Password: 'Correct-Horse-1' }

// Keys are random: a sweep finds up to four neighbours after a new one, in up to three tables, and
// the signing keys are stored whenever they are made.
const chance = 16

/** What the store does for each step of a person's first minutes, beside `others` users. */
async function costsBeside(others: number): Promise<Record<string, number>> {
  const runtime = createTestRuntime()
  const store = createCountingStore(runtime.store)
  const users = createUsers(store)
  for (let number = 0; number < others; number += 1) {
    users.add(pool, {
      poolId: pool.id,
      username: `user-${number}`,
      sub: `user-${number}`,
      attributes: { email: `user-${number}@example.com`, email_verified: 'true' },
      aliases: ['email'],
      status: 'CONFIRMED',
      enabled: true,
      createdAtMs: 0,
      updatedAtMs: 0,
    })
  }
  const outbox = createOutbox(runtime)
  const { fetch } = createUserPools({
    pools: () => [pool],
    runtime: { ...runtime, store },
    deliver: outbox.deliver,
  })
  const costs: Record<string, number> = {}
  const call = async (operation: string, input: object) => {
    const before = store.touched()
    const response = await fetch(
      new Request('http://localhost/', {
        method: 'POST',
        body: JSON.stringify(input),
        headers: {
          'content-type': 'application/x-amz-json-1.1',
          'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
        },
      }),
    )
    const answer = (await response.json()) as {
      AuthenticationResult?: { AccessToken: string }
    }
    expect(response.status, JSON.stringify(answer)).toBe(200)
    costs[operation] = store.touched() - before
    return answer
  }

  await call('SignUp', ada)
  const ConfirmationCode = outbox.list()[0]?.code
  await call('ConfirmSignUp', { ClientId, Username: ada.Username, ConfirmationCode })
  const { AuthenticationResult } = await call('InitiateAuth', {
    ClientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: ada.Username, PASSWORD: ada.Password },
  })
  const AccessToken = AuthenticationResult?.AccessToken
  await call('GetUser', { AccessToken })
  await call('UpdateUserAttributes', {
    AccessToken,
    UserAttributes: [{ Name: 'email', Value: 'countess@example.com' }],
  })
  await call('ForgotPassword', { ClientId, Username: ada.Username })
  await call('GlobalSignOut', { AccessToken })
  return costs
}

test('no operation costs more beside five thousand users than beside five', async () => {
  const beside5 = await costsBeside(5)
  const beside5000 = await costsBeside(5000)

  expect(Object.keys(beside5000)).toEqual(Object.keys(beside5))
  for (const [operation, cost] of Object.entries(beside5000)) {
    expect(cost, operation).toBeLessThanOrEqual((beside5[operation] ?? 0) + chance)
  }
})
