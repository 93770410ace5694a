import { InMemoryWebStorage, OidcClient, WebStorageStateStore } from 'oidc-client-ts'
import { expect } from 'vitest'
import { callbackUrl, signInAt } from '../../../support/managed-login/managed-login.ts'
import { createPageVisitor } from '../../../support/managed-login/page-visitor.ts'
import { addPerson } from '../../../support/user-pools/people-in-pool.ts'
import { test, type TestStandIn } from '../../../support/stand-in.ts'

const ada = { email: 'ada@example.com', password: 'Correct-Horse-1' }

function clientOf(standIn: TestStandIn): OidcClient {
  return new OidcClient({
    authority: `${standIn.url}/${standIn.config.userPoolId}`,
    client_id: standIn.config.userPoolClientId,
    redirect_uri: callbackUrl(standIn),
    scope: 'openid email',
    stateStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
    loadUserInfo: true,
  })
}

test('oidc-client-ts signs in, with its own state, and refuses a forged one', async ({
  standIn,
  cognito,
}) => {
  await addPerson(standIn, cognito, ada)
  const client = clientOf(standIn)
  const { url } = await client.createSigninRequest({ state: { returnTo: '/profile' } })

  const callback = await signInAt(createPageVisitor(), new URL(url), ada)
  const forged = new URL(callback)
  forged.searchParams.set('state', 'forged')

  await expect(client.processSigninResponse(forged.href)).rejects.toThrow('No matching state')
  const response = await client.processSigninResponse(callback.href)
  expect(response.userState).toEqual({ returnTo: '/profile' })
  expect(response.profile).toMatchObject({ email: ada.email })
  expect(response.scope).toBe('openid email')
})

test('oidc-client-ts does not finish a login that another client started', async ({
  standIn,
  cognito,
}) => {
  await addPerson(standIn, cognito, ada)
  const { url } = await clientOf(standIn).createSigninRequest({})
  const callback = await signInAt(createPageVisitor(), new URL(url), ada)

  await expect(clientOf(standIn).processSigninResponse(callback.href)).rejects.toThrow(
    'No matching state',
  )
})
