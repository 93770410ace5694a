import { Amplify } from 'aws-amplify'
import { fetchAuthSession, updateUserAttributes } from 'aws-amplify/auth'
import { expect } from 'vitest'
import { readAttributes, readOwner } from '../../../src/auth/attributes/attributes.ts'
import { renewCredentials, userPoolOnly } from '../../../src/auth/configure-amplify.ts'
import { createCredentialsProvider } from '../../../src/auth/session/credentials.ts'
import { noteChange } from '../../../src/auth/session/current-claims.ts'
import { loadAuth, provideAuthConfig } from '../../../src/auth/load-auth.ts'
import { toResourcesConfig } from '../../../src/config/amplify-config.ts'
import { loadPage } from '../../../src/routes/profile/load-page.ts'
import { recordCalls, type RecordedCalls } from '../../support/app/recorded-calls.ts'
import { signInAs, test as base, type SignedIn } from '../../support/app/signed-in.ts'

const test = base.extend<{ calls: RecordedCalls }>({
  calls: async ({ signedIn: _ }, use) => {
    const calls = recordCalls()
    await use(calls)
    calls.stop()
  },
})

/** As a reload does: what was in memory is gone, what is in storage is not. */
async function reload({ standIn }: SignedIn): Promise<void> {
  provideAuthConfig(Promise.resolve(toResourcesConfig(standIn.config, window.location.origin)))
  await loadAuth()
}

async function visitProfile() {
  const { profile, attributes } = loadPage()
  return { profile: await profile, attributes: await attributes }
}

const company = 'Analytical Engines'

async function changeCompany(): Promise<void> {
  await noteChange()
  await updateUserAttributes(userPoolOnly(), { userAttributes: { 'custom:company': company } })
}

const identityKey = () =>
  Object.keys(window.sessionStorage).find((key) => key.endsWith('.identityId')) ?? ''

test('what a profile visit asks at the same time is asked once, and GetUser not at all', async ({
  calls,
  signedIn,
}) => {
  await Promise.all([visitProfile(), visitProfile(), readOwner()])
  expect(calls.take()).toEqual(['GetId', 'GetCredentialsForIdentity'])

  await visitProfile()
  expect(calls.take()).toEqual([])

  const { attributes } = await visitProfile()
  expect(attributes).toMatchObject({
    value: { email: signedIn.person.email, isEmailVerified: true },
  })
})

test('a reload asks for credentials, and not again whose they are', async ({ calls, signedIn }) => {
  const { identityId } = await readOwner()
  calls.take()
  await reload(signedIn)

  const owner = await readOwner()

  expect(owner.identityId).toBe(identityId)
  expect(calls.take()).toEqual(['GetCredentialsForIdentity'])
})

test.for([
  ['of an identity that is gone', 'us-east-1:00000000-0000-4000-8000-000000000000'],
  ['that is none', 'us-east-1:'],
] as const)('a remembered id %s is asked for again', async ([, wrong], { calls, signedIn }) => {
  const { identityId } = await readOwner()
  const { identityPoolId } = signedIn.standIn.config
  window.sessionStorage.setItem(identityKey(), `${identityPoolId} ${wrong}`)
  await reload(signedIn)
  calls.take()

  const owner = await readOwner()

  expect(owner.identityId).toBe(identityId)
  expect(calls.operations.slice(-2)).toEqual(['GetId', 'GetCredentialsForIdentity'])
  expect(window.sessionStorage.getItem(identityKey())).toBe(`${identityPoolId} ${identityId}`)
})

test('an id of another identity pool is not used', async ({ calls, signedIn }) => {
  await readOwner()
  window.sessionStorage.setItem(identityKey(), 'us-east-1:another us-east-1:id')
  await reload(signedIn)
  calls.take()

  await readOwner()

  expect(calls.take()).toEqual(['GetId', 'GetCredentialsForIdentity'])
})

test('new tokens that say the same are no reason for new credentials', async ({ calls }) => {
  const { credentials } = await fetchAuthSession()
  calls.take()

  await fetchAuthSession(userPoolOnly(), { forceRefresh: true })
  const after = await fetchAuthSession()

  expect(calls.take()).toEqual(['GetTokensFromRefreshToken'])
  expect(after.credentials).toEqual(credentials)
})

test('credentials are renewed without touching the tokens', async ({ calls }) => {
  const before = await fetchAuthSession()
  calls.take()

  renewCredentials()
  const after = await fetchAuthSession()

  expect(calls.take()).toEqual(['GetCredentialsForIdentity'])
  expect(after.credentials?.accessKeyId).not.toBe(before.credentials?.accessKeyId)
  expect(after.tokens?.accessToken.toString()).toBe(before.tokens?.accessToken.toString())
})

test('credentials are fetched anew ten minutes before AWS ends them', async ({ calls }) => {
  const { tokens } = await fetchAuthSession(userPoolOnly())
  const authConfig = Amplify.getConfig().Auth
  let nowMs = 0
  const provider = createCredentialsProvider(() => nowMs)
  const get = () =>
    provider.getCredentialsAndIdentityId({ authConfig, tokens: tokens!, authenticated: true })

  const first = await get()
  nowMs = 50 * 60_000 - 1
  expect(await get()).toEqual(first)
  nowMs += 1
  const second = await get()

  expect(calls.take()).toEqual(['GetId', ...Array.from({ length: 2 }, () => credentialsCall)])
  expect(second?.credentials.accessKeyId).not.toBe(first?.credentials.accessKeyId)
})

const credentialsCall = 'GetCredentialsForIdentity'

test('the account needs no credentials, and is there when there are none', async ({
  calls,
  signedIn,
}) => {
  const { identityPoolId, ...rest } = signedIn.standIn.config
  const config = { ...rest, identityPoolId: identityPoolId!.replace(/.{4}$/, '0000') }
  provideAuthConfig(Promise.resolve(toResourcesConfig(config, window.location.origin)))
  await loadAuth()

  await changeCompany()
  const attributes = await readAttributes()

  expect(JSON.stringify(attributes)).toContain(company)
  expect(calls.take()).toEqual(['UpdateUserAttributes', 'GetUser'])
  await expect(readOwner()).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
})

test('the ID token tells the attributes again as soon as there is a new one', async ({ calls }) => {
  await changeCompany()
  await readAttributes()
  await fetchAuthSession(userPoolOnly(), { forceRefresh: true })
  calls.take()

  const attributes = await readAttributes()
  await readAttributes()

  expect(JSON.stringify(attributes)).toContain(company)
  expect(calls.take()).toEqual([])
})

test.for([
  ['another app client', { aud: 'another' }],
  ['another user pool', { iss: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_another' }],
  ['another use', { token_use: 'access' }],
] as const)(
  'an ID token for %s is not shown: AWS is asked',
  async ([, wrong], { calls, signedIn }) => {
    const key = Object.keys(window.sessionStorage).find((name) => name.endsWith('.idToken')) ?? ''
    const [header, payload = ''] = (window.sessionStorage.getItem(key) ?? '').split('.')
    const claims = JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/'))) as object
    const changed = btoa(JSON.stringify({ ...claims, ...wrong, email: 'eve@example.com' }))
    window.sessionStorage.setItem(key, `${header}.${changed}.forged`)

    const { email } = await readAttributes()

    expect(email).toBe(signedIn.person.email)
    expect(calls.take()).toEqual(['GetUser'])
  },
)

test('signing out leaves nothing behind that says who was here', async ({ signedIn: _ }) => {
  await readOwner()
  await changeCompany()

  await (await loadAuth()).signOut()

  expect(Object.keys(window.sessionStorage)).toEqual([])
  expect(Object.keys(window.localStorage)).toEqual([])
})

test('signing out drops the credentials, and nobody gets them afterwards', async ({
  calls,
  signedIn,
}) => {
  const before = await fetchAuthSession()
  await (await loadAuth()).signOut()

  expect((await fetchAuthSession()).credentials).toBeUndefined()
  calls.take()
  await signInAs(signedIn.person)
  const after = await fetchAuthSession()

  expect(calls.operations).toContain('GetCredentialsForIdentity')
  expect(after.credentials?.accessKeyId).not.toBe(before.credentials?.accessKeyId)
})
