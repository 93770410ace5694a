import {
  GetUserCommand,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { createUsers } from '../../../../local/user-pools/users/users.ts'
import { ada, register, signIn } from '../../../support/user-pools/people.ts'
import { emailPool, standardSchema } from '../../../support/user-pools/user-pool-config.ts'
import { test, type RunningUserPools } from '../../../support/user-pools/user-pools.ts'

// No operation here makes such users yet; an administrator's AdminCreateUser does in AWS.

const pool = emailPool({
  schema: standardSchema.map((attribute) => ({
    ...attribute,
    required: attribute.required || attribute.name === 'email' || attribute.name === 'nickname',
  })),
})
const newPassword = { NEW_PASSWORD: 'Brighter-Horse-2' }
const nickname = { 'userAttributes.nickname': 'Ada' }

async function createWithTemporaryPassword(pools: RunningUserPools): Promise<void> {
  const users = createUsers(pools.runtime.store)
  const sub = await register({ ...pools, pools: [pool] })
  users.update(pool, { ...users.findBySub(pool, sub)!, status: 'FORCE_CHANGE_PASSWORD' })
  pools.pools[0] = pool
}

function begin({ cognito }: RunningUserPools) {
  return cognito.send(
    new InitiateAuthCommand({
      ClientId: ada.ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: ada.Username, PASSWORD: ada.Password },
    }),
  )
}

function respond(
  { cognito }: RunningUserPools,
  Session: string | undefined,
  responses: Record<string, string>,
) {
  return cognito.send(
    new RespondToAuthChallengeCommand({
      ClientId: ada.ClientId,
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      Session,
      ChallengeResponses: { USERNAME: ada.Username, ...responses },
    }),
  )
}

test('a temporary password leads to a password of one’s own, and no further', async ({ start }) => {
  const pools = await start()
  await createWithTemporaryPassword(pools)

  const challenge = await begin(pools)
  const answer = await respond(pools, challenge.Session, { ...newPassword, ...nickname })

  expect(challenge.AuthenticationResult).toBeUndefined()
  expect(challenge).toMatchObject({
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    ChallengeParameters: {
      requiredAttributes: '["userAttributes.nickname"]',
      userAttributes: JSON.stringify({ email: ada.Username, email_verified: 'true' }),
    },
  })
  const { AccessToken } = answer.AuthenticationResult ?? {}
  const { UserAttributes } = await pools.cognito.send(new GetUserCommand({ AccessToken }))
  expect(UserAttributes).toContainEqual({ Name: 'nickname', Value: 'Ada' })
  await expect(signIn(pools)).rejects.toMatchObject({ message: 'Incorrect username or password.' })
  await signIn(pools, { ...ada, Password: newPassword.NEW_PASSWORD })
})

test('what breaks a rule leaves the session as it was; its success ends it', async ({ start }) => {
  const pools = await start()
  await createWithTemporaryPassword(pools)
  const { Session } = await begin(pools)

  await expect(respond(pools, Session, { NEW_PASSWORD: 'short' })).rejects.toMatchObject({
    name: 'InvalidPasswordException',
    message: 'Password does not conform to policy: Password not long enough',
  })
  await expect(respond(pools, Session, newPassword)).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: 'Invalid attributes given, nickname is missing',
  })
  await expect(
    respond(pools, Session, { ...newPassword, 'userAttributes.email': 'eve@example.com' }),
  ).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: 'Cannot modify an already provided email',
  })
  await respond(pools, Session, { ...newPassword, ...nickname })
  await expect(respond(pools, Session, { ...newPassword, ...nickname })).rejects.toMatchObject({
    message: 'Invalid session for the user, session can only be used once.',
  })
})

test('of two new passwords at once, one counts', async ({ start }) => {
  const pools = await start()
  await createWithTemporaryPassword(pools)
  const { Session } = await begin(pools)

  const outcomes = await Promise.allSettled([
    respond(pools, Session, { ...newPassword, ...nickname }),
    respond(pools, Session, { ...nickname, NEW_PASSWORD: 'Calmer-Horse-3' }),
  ])

  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})
