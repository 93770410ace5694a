import { autoSignIn, confirmSignUp, fetchUserAttributes, signUp } from 'aws-amplify/auth'
import { expect } from 'vitest'
import { test } from '../../support/app/amplify.ts'
import { ada } from '../../support/user-pools/people.ts'

const username = ada.Username
const password = ada.Password

// One test a file: Amplify never resolves a second autoSignIn within 300 ms of the first.
test('a person signs up, confirms and is signed in by SRP without another question', async ({
  startAmplify,
}) => {
  const { newestCode } = await startAmplify()

  const signedUp = await signUp({
    username,
    password,
    options: { userAttributes: { email: username, name: 'Ada' }, autoSignIn: true },
  })
  const confirmed = await confirmSignUp({ username, confirmationCode: newestCode() })
  const signedIn = await autoSignIn()

  expect(signedUp).toMatchObject({
    isSignUpComplete: false,
    userId: expect.stringMatching(/^[\da-f-]{36}$/),
    nextStep: {
      signUpStep: 'CONFIRM_SIGN_UP',
      codeDeliveryDetails: {
        deliveryMedium: 'EMAIL',
        destination: 'a***@e***',
        attributeName: 'email',
      },
    },
  })
  expect(confirmed.nextStep.signUpStep).toBe('COMPLETE_AUTO_SIGN_IN')
  expect(signedIn).toMatchObject({ isSignedIn: true, nextStep: { signInStep: 'DONE' } })
  expect(await fetchUserAttributes()).toMatchObject({
    sub: signedUp.userId,
    email: username,
    email_verified: 'true',
    name: 'Ada',
  })
})
