import {
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { decodeJwt } from 'jose'
import { expect } from 'vitest'
import type { UserPoolConfig } from '../../../../local/user-pools/config.ts'
import { ada, register, signIn } from '../../../support/user-pools/people.ts'
import { recordTriggers, triggersOf } from '../../../support/user-pools/recorded-triggers.ts'
import { emailPool, rotatingClient } from '../../../support/user-pools/user-pool-config.ts'
import {
  test,
  type RunningUserPools,
  type StartOptions,
} from '../../../support/user-pools/user-pools.ts'

const editors = {
  name: 'editors',
  precedence: 1,
  roleArn: 'arn:aws:iam::000000000000:role/editors',
}
const pool = (changes: Partial<UserPoolConfig> = {}) =>
  emailPool({ ...triggersOf('PreTokenGeneration'), groups: [editors], ...changes })

/** Ada's tokens, as a function of this answer has them. */
async function tokensWith(
  start: (options: StartOptions) => Promise<RunningUserPools>,
  answer: object,
  preTokenGenerationVersion?: '2' | '3',
) {
  const { invoke } = recordTriggers({ PreTokenGeneration: () => answer })
  const version = preTokenGenerationVersion && { preTokenGenerationVersion }
  const running = await start({ pools: [pool(version)], invoke })
  await register(running)
  const { AccessToken, IdToken } = await signIn(running)
  return { running, AccessToken, id: decodeJwt(IdToken), access: decodeJwt(AccessToken) }
}

test('a sign-in tells of the user and their groups, and both refreshes say what they are', async ({
  start,
}) => {
  const { invoke, events, log } = recordTriggers()
  const running = await start({ pools: [pool()], invoke })
  const sub = await register(running)

  const { RefreshToken, IdToken } = await signIn(running)

  expect(events).toEqual([
    {
      version: '1',
      region: 'us-east-1',
      userPoolId: running.pools[0]!.id,
      userName: sub,
      callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: ada.ClientId },
      triggerSource: 'TokenGeneration_Authentication',
      request: {
        userAttributes: {
          sub,
          'cognito:user_status': 'CONFIRMED',
          email: ada.Username,
          email_verified: 'true',
        },
        groupConfiguration: { groupsToOverride: [], iamRolesToOverride: [], preferredRole: null },
      },
      response: { claimsOverrideDetails: null },
    },
  ])
  expect(decodeJwt(IdToken)).toMatchObject({ email: ada.Username })
  log()

  const { ClientId } = ada
  await running.cognito.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'REFRESH_TOKEN_AUTH',
      AuthParameters: { REFRESH_TOKEN: RefreshToken },
      ClientMetadata: { goes: 'nowhere' },
    }),
  )
  await running.cognito.send(
    new GetTokensFromRefreshTokenCommand({ ClientId, RefreshToken, ClientMetadata: { on: 'tv' } }),
  )
  expect(events.map(({ request }) => request['clientMetadata'])).toEqual([undefined, { on: 'tv' }])
  expect(log()).toEqual(['TokenGeneration_RefreshTokens', 'TokenGeneration_Authentication'])
})

test('the first version changes the ID token alone', async ({ start }) => {
  const { id, access } = await tokensWith(start, {
    claimsOverrideDetails: {
      claimsToAddOrOverride: { plan: 'gold', email: 'hidden', both: 'set' },
      claimsToSuppress: ['email_verified', 'both'],
    },
  })

  expect(id).toMatchObject({ plan: 'gold', email: 'hidden' })
  expect(id).not.toHaveProperty('email_verified')
  expect(id).not.toHaveProperty('both')
  expect(access).not.toHaveProperty('plan')
})

test.for(['2', '3'] as const)(
  'version %s changes both tokens, with any JSON, and the scopes',
  async (version, { start }) => {
    const { running, AccessToken, id, access } = await tokensWith(
      start,
      {
        claimsAndScopeOverrideDetails: {
          idTokenGeneration: { claimsToAddOrOverride: { plans: ['gold', 1], nested: { a: true } } },
          accessTokenGeneration: {
            claimsToAddOrOverride: { tenant: 7 },
            scopesToAdd: ['photos/read', 'photos/read'],
            scopesToSuppress: ['aws.cognito.signin.user.admin'],
          },
        },
      },
      version,
    )

    expect(id).toMatchObject({ plans: ['gold', 1], nested: { a: true } })
    expect(access).toMatchObject({ tenant: 7, scope: 'photos/read' })
    await expect(running.cognito.send(new GetUserCommand({ AccessToken }))).rejects.toMatchObject({
      message: 'Access Token does not have required scopes',
    })
  },
)

test('from the second version on the function is told the scopes', async ({ start }) => {
  const { invoke, events } = recordTriggers()
  const running = await start({ pools: [pool({ preTokenGenerationVersion: '2' })], invoke })
  await register(running)
  await signIn(running)

  expect(events).toMatchObject([
    {
      version: '2',
      request: { scopes: ['aws.cognito.signin.user.admin'] },
      response: { claimsAndScopeOverrideDetails: null },
    },
  ])
})

test('what a token is known by is kept, without a word', async ({ start }) => {
  const forged = {
    sub: 'someone-else',
    iss: 'https://evil.example',
    aud: 'other',
    exp: 1,
    iat: 1,
    auth_time: 1,
    token_use: 'id',
    jti: 'x',
    origin_jti: 'x',
    'cognito:username': 'root',
    'cognito:groups': ['admins'],
    'dev:secret': 'x',
    username: 'root',
    client_id: 'other',
    event_id: 'x',
    scope: 'everything',
  }
  const changes = { claimsToAddOrOverride: forged, claimsToSuppress: Object.keys(forged) }
  const { running, AccessToken, id, access } = await tokensWith(
    start,
    {
      claimsAndScopeOverrideDetails: { idTokenGeneration: changes, accessTokenGeneration: changes },
    },
    '2',
  )
  const { Username: username } = await running.cognito.send(new GetUserCommand({ AccessToken }))

  expect(access).toMatchObject({
    sub: username,
    username,
    client_id: ada.ClientId,
    token_use: 'access',
    scope: 'aws.cognito.signin.user.admin',
  })
  expect(id).toMatchObject({ sub: username, aud: ada.ClientId, token_use: 'id' })
  for (const claims of [id, access]) {
    expect(claims).toMatchObject({ iss: running.pools[0]!.issuer })
    expect(claims).not.toHaveProperty('cognito:groups')
    expect(claims).not.toHaveProperty('dev:secret')
    expect(claims.exp).toBeGreaterThan(1)
    expect(claims['origin_jti']).not.toBe('x')
  }
})

test('groups and roles are given and taken in both tokens', async ({ start }) => {
  const given = {
    groupsToOverride: ['editors', 'guests'],
    iamRolesToOverride: [editors.roleArn],
    preferredRole: editors.roleArn,
  }
  const { invoke, events } = recordTriggers({
    PreTokenGeneration: ({ request }) => ({
      claimsOverrideDetails: {
        groupOverrideDetails: request['clientMetadata'] ? {} : given,
      },
    }),
  })
  const running = await start({ pools: [pool()], invoke })
  const sub = await register(running)
  const { IdToken, AccessToken, RefreshToken } = await signIn(running)
  expect(events[0]?.userName).toBe(sub)

  expect(decodeJwt(AccessToken)).toMatchObject({ 'cognito:groups': ['editors', 'guests'] })
  expect(decodeJwt(AccessToken)).not.toHaveProperty('cognito:roles')
  expect(decodeJwt(IdToken)).toMatchObject({
    'cognito:groups': ['editors', 'guests'],
    'cognito:roles': [editors.roleArn],
    'cognito:preferred_role': editors.roleArn,
  })

  const { AuthenticationResult } = await running.cognito.send(
    new GetTokensFromRefreshTokenCommand({
      ClientId: ada.ClientId,
      RefreshToken,
      ClientMetadata: { please: 'none' },
    }),
  )
  expect(decodeJwt(AuthenticationResult!.IdToken!)).not.toHaveProperty('cognito:groups')
})

test.for([
  ['a list in the first version', { claimsOverrideDetails: { claimsToAddOrOverride: { a: [] } } }],
  ['details that are a text', { claimsOverrideDetails: 'gold' }],
  ['names that are none', { claimsOverrideDetails: { claimsToSuppress: [1] } }],
  [
    'a role that is a number',
    { claimsOverrideDetails: { groupOverrideDetails: { preferredRole: 1 } } },
  ],
] as const)('%s is no answer', async ([, answer], { start }) => {
  await expect(tokensWith(start, answer)).rejects.toMatchObject({
    name: 'InvalidLambdaResponseException',
    message: 'Unrecognizable lambda output',
  })
})

test('a refresh that it refuses leaves the refresh token as it was', async ({ start }) => {
  let isClosed = false
  const { invoke } = recordTriggers({
    PreTokenGeneration: () => (isClosed ? new Error('Closed') : {}),
  })
  const running = await start({ pools: [pool({ clients: [rotatingClient()] })], invoke })
  await register(running)
  const { RefreshToken } = await signIn(running)
  const refresh = () =>
    running.cognito.send(
      new GetTokensFromRefreshTokenCommand({ ClientId: ada.ClientId, RefreshToken }),
    )

  isClosed = true
  await expect(refresh()).rejects.toMatchObject({
    name: 'UserLambdaValidationException',
    message: 'PreTokenGeneration failed with error Closed.',
  })

  isClosed = false
  const { AuthenticationResult } = await refresh()
  expect(AuthenticationResult?.AccessToken).toBeDefined()
})
