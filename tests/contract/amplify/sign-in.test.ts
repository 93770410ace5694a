import {
  autoSignIn,
  confirmSignIn,
  confirmSignUp,
  fetchUserAttributes,
  getCurrentUser,
  signIn,
  signUp,
} from 'aws-amplify/auth'
import { expect } from 'vitest'
import { test } from '../../support/app/amplify.ts'
import { ada, register } from '../../support/user-pools/people.ts'
import { emailPool, rotatingClient } from '../../support/user-pools/user-pool-config.ts'

const username = ada.Username
const password = ada.Password
const rotatingPool = { pools: [emailPool({ clients: [rotatingClient()] })] }

test.for(['USER_SRP_AUTH', 'USER_AUTH'] as const)(
  'one signs up, confirms and is signed in by %s',
  async (authFlowType, { startAmplify }) => {
    const { newestCode } = await startAmplify(rotatingPool)

    const signedUp = await signUp({
      username,
      password,
      options: { userAttributes: { email: username }, autoSignIn: { authFlowType } },
    })
    const confirmed = await confirmSignUp({ username, confirmationCode: newestCode() })
    const signedIn = await autoSignIn()

    expect(signedUp).toMatchObject({
      isSignUpComplete: false,
      nextStep: {
        signUpStep: 'CONFIRM_SIGN_UP',
        codeDeliveryDetails: { destination: 'a***@e***', deliveryMedium: 'EMAIL' },
      },
    })
    expect(confirmed.nextStep).toEqual({ signUpStep: 'COMPLETE_AUTO_SIGN_IN' })
    expect(signedIn).toEqual({ isSignedIn: true, nextStep: { signInStep: 'DONE' } })
    expect(await getCurrentUser()).toMatchObject({ userId: signedUp.userId })
  },
)

test.for([
  { authFlowType: 'USER_SRP_AUTH' },
  { authFlowType: 'USER_PASSWORD_AUTH' },
  { authFlowType: 'USER_AUTH', preferredChallenge: 'PASSWORD' },
  { authFlowType: 'USER_AUTH', preferredChallenge: 'PASSWORD_SRP' },
] as const)('signIn works with %o', async (options, { startAmplify }) => {
  const pools = await startAmplify(rotatingPool)
  const sub = await register(pools)

  const signedIn = await signIn({ username, password, options })

  expect(signedIn).toEqual({ isSignedIn: true, nextStep: { signInStep: 'DONE' } })
  expect(await getCurrentUser()).toMatchObject({ userId: sub, username: sub })
  expect(await fetchUserAttributes()).toMatchObject({
    sub,
    email: username,
    email_verified: 'true',
  })
})

test.for(['PASSWORD', 'PASSWORD_SRP'] as const)(
  'a choice of %s survives a wrong password',
  async (challengeResponse, { startAmplify }) => {
    const pools = await startAmplify(rotatingPool)
    await register(pools)

    const first = await signIn({ username, options: { authFlowType: 'USER_AUTH' } })
    const chosen = await confirmSignIn({ challengeResponse })
    const mistyped = confirmSignIn({ challengeResponse: 'Wrong-Horse-1' })

    expect(first.nextStep).toMatchObject({
      signInStep: 'CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION',
      availableChallenges: ['PASSWORD_SRP', 'PASSWORD'],
    })
    expect(chosen.nextStep).toMatchObject({ signInStep: 'CONFIRM_SIGN_IN_WITH_PASSWORD' })
    await expect(mistyped).rejects.toMatchObject({ name: 'NotAuthorizedException' })
    expect(await confirmSignIn({ challengeResponse: password })).toMatchObject({ isSignedIn: true })
  },
)

test('a wrong password and someone who is not there look the same', async ({ startAmplify }) => {
  const pools = await startAmplify(rotatingPool)
  await register(pools)
  const wrong = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' }

  await expect(signIn({ username, password: 'Wrong-Horse-1' })).rejects.toMatchObject(wrong)
  await expect(signIn({ username: 'nobody@example.com', password })).rejects.toMatchObject(wrong)
})

test('an unconfirmed person is led back to confirming', async ({ startAmplify }) => {
  const pools = await startAmplify(rotatingPool)
  await register(pools, ada, { isConfirmed: false })

  const signedIn = await signIn({ username, password })

  expect(signedIn.nextStep).toMatchObject({ signInStep: 'CONFIRM_SIGN_UP' })
})
