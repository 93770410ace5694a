import { Amplify } from 'aws-amplify'
import { decodeJWT, fetchAuthSession } from 'aws-amplify/auth'
import { cognitoCredentialsProvider } from 'aws-amplify/auth/cognito'
import { afterEach, expect } from 'vitest'
import { appClientId, identityPoolId } from '../../support/identity-pools/identity-pool-config.ts'
import { test, type RunningIdentityPools } from '../../support/identity-pools/identity-pools.ts'

afterEach(() => cognitoCredentialsProvider.clearCredentialsAndIdentityId())

/** Unmodified Amplify, signed in as soon as `token` holds an ID token. */
function configureAmplify({ url }: RunningIdentityPools, token: { current?: string }): void {
  const Cognito = {
    userPoolId: 'us-east-1_ExAmPlE01',
    userPoolClientId: appClientId,
    identityPoolId,
    identityPoolEndpoint: `${url}/`,
    allowGuestAccess: true,
  }
  const getTokens = () => {
    const jwt = token.current === undefined ? undefined : decodeJWT(token.current)
    return Promise.resolve(jwt ? { accessToken: jwt, idToken: jwt } : null)
  }
  Amplify.configure(
    { Auth: { Cognito } },
    {
      Auth: {
        tokenProvider: { getTokens },
        credentialsProvider: cognitoCredentialsProvider,
      },
    },
  )
}

test('Amplify gets credentials for a guest, and keeps the identity when the guest logs in', async ({
  start,
}) => {
  const running = await start()
  const token: { current?: string } = {}
  configureAmplify(running, token)
  const guest = await fetchAuthSession()

  token.current = await running.people.idToken({ sub: 'ada' })
  const signedIn = await fetchAuthSession({ forceRefresh: true })

  expect(guest.identityId).toMatch(/^us-east-1:/)
  expect(signedIn.identityId).toBe(guest.identityId)
  expect(signedIn.credentials?.expiration).toBeInstanceOf(Date)
  const { accessKeyId = '' } = signedIn.credentials ?? {}
  expect(running.service.resolveCredentials(accessKeyId)?.principal.role.name).toBe('authenticated')
})

test('Amplify asks three times at once and gets one identity', async ({ start }) => {
  const running = await start()
  configureAmplify(running, { current: await running.people.idToken({ sub: 'ada' }) })

  const sessions = await Promise.all([1, 2, 3].map(() => fetchAuthSession()))

  expect(new Set(sessions.map(({ identityId }) => identityId)).size).toBe(1)
})

test('Amplify reports a refusal by its name', async ({ start }) => {
  const running = await start()
  configureAmplify(running, {
    current: await running.people.idToken({ sub: 'ada', aud: 'another-client' }),
  })

  await expect(fetchAuthSession()).rejects.toMatchObject({ name: 'NotAuthorizedException' })
})
