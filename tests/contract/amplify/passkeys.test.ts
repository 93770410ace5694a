// @vitest-environment jsdom
import {
  associateWebAuthnCredential,
  confirmSignIn,
  deleteWebAuthnCredential,
  getCurrentUser,
  listWebAuthnCredentials,
  signIn,
  signOut,
} from 'aws-amplify/auth'
import { expect } from 'vitest'
import { test } from '../../support/app/amplify.ts'
import { closed, stubPasskeys } from '../../support/app/browser-passkeys.ts'
import { ada, register } from '../../support/user-pools/people.ts'
import { emailPool } from '../../support/user-pools/user-pool-config.ts'

const pools = [emailPool({ allowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] })]

const byPassword = {
  username: ada.Username,
  password: ada.Password,
  options: { authFlowType: 'USER_PASSWORD_AUTH' },
} as const

const byPasskey = {
  username: ada.Username,
  options: { authFlowType: 'USER_AUTH', preferredChallenge: 'WEB_AUTHN' },
} as const

test('Amplify makes a passkey, signs in with it, lists it and deletes it', async ({
  startAmplify,
}) => {
  stubPasskeys()
  const running = await startAmplify({ pools })
  await register(running)
  await signIn(byPassword)

  await associateWebAuthnCredential()
  await signOut()
  const signedIn = await signIn(byPasskey)
  const { username } = await getCurrentUser()
  const { credentials } = await listWebAuthnCredentials()
  await deleteWebAuthnCredential({ credentialId: credentials[0]?.credentialId ?? '' })
  const left = await listWebAuthnCredentials()

  expect(signedIn).toEqual({ isSignedIn: true, nextStep: { signInStep: 'DONE' } })
  expect(username).toMatch(/^[0-9a-f-]{36}$/)
  expect(credentials).toEqual([
    expect.objectContaining({
      relyingPartyId: 'localhost',
      authenticatorAttachment: 'platform',
      createdAt: expect.any(Date),
    }),
  ])
  expect(left.credentials).toEqual([])
})

test('a passkey is chosen among the first factors', async ({ startAmplify }) => {
  stubPasskeys()
  const running = await startAmplify({ pools })
  await register(running)
  await signIn(byPassword)
  await associateWebAuthnCredential()
  await signOut()

  const asked = await signIn({ username: ada.Username, options: { authFlowType: 'USER_AUTH' } })
  const done = await confirmSignIn({ challengeResponse: 'WEB_AUTHN' })

  expect(asked.nextStep).toMatchObject({
    signInStep: 'CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION',
    availableChallenges: expect.arrayContaining(['PASSWORD', 'WEB_AUTHN']),
  })
  expect(done.isSignedIn).toBe(true)
})

test('who closes the browser’s question can ask for it again', async ({ startAmplify }) => {
  const browser = stubPasskeys()
  const running = await startAmplify({ pools })
  await register(running)
  await signIn(byPassword)

  browser.create.mockImplementationOnce(closed)
  await expect(associateWebAuthnCredential()).rejects.toMatchObject({
    name: 'PasskeyRegistrationCanceled',
  })
  await associateWebAuthnCredential()
  await signOut()
  browser.get.mockImplementationOnce(closed)
  await expect(signIn(byPasskey)).rejects.toMatchObject({ name: 'PasskeyAuthenticationCanceled' })
  const again = await signIn(byPasskey)

  expect(again.isSignedIn).toBe(true)
})

test('without passkeys in the pool Amplify names what is missing', async ({ startAmplify }) => {
  stubPasskeys()
  const running = await startAmplify()
  await register(running)
  await signIn(byPassword)

  await expect(associateWebAuthnCredential()).rejects.toMatchObject({
    name: 'WebAuthnNotEnabledException',
  })
  expect((await listWebAuthnCredentials()).credentials).toEqual([])
})
