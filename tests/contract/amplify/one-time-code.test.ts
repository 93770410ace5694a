import { confirmSignIn, fetchAuthSession, signIn } from 'aws-amplify/auth'
import { expect } from 'vitest'
import { test } from '../../support/app/amplify.ts'
import { ada, register } from '../../support/user-pools/people.ts'
import { emailPool } from '../../support/user-pools/user-pool-config.ts'

const pools = [emailPool({ allowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] })]
const username = ada.Username

test('Amplify signs in with a one-time code, after a wrong one too', async ({ startAmplify }) => {
  const running = await startAmplify({ pools })
  await register(running)

  const asked = await signIn({
    username,
    options: { authFlowType: 'USER_AUTH', preferredChallenge: 'EMAIL_OTP' },
  })
  const code = running.newestCode()
  const wrong = confirmSignIn({ challengeResponse: code === '00000000' ? '1' : '00000000' })
  await expect(wrong).rejects.toMatchObject({ name: 'CodeMismatchException' })
  const done = await confirmSignIn({ challengeResponse: code })

  expect(asked.nextStep).toMatchObject({
    signInStep: 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE',
    codeDeliveryDetails: { deliveryMedium: 'EMAIL', destination: 'a***@e***' },
  })
  expect(done.isSignedIn).toBe(true)
  expect((await fetchAuthSession()).tokens?.idToken?.payload['email']).toBe(username)
})

test('Amplify lists the factors, and goes on with the one that is chosen', async ({
  startAmplify,
}) => {
  const running = await startAmplify({ pools })
  await register(running)

  const first = await signIn({ username, options: { authFlowType: 'USER_AUTH' } })
  const chosen = await confirmSignIn({ challengeResponse: 'EMAIL_OTP' })
  const done = await confirmSignIn({ challengeResponse: running.newestCode() })

  expect(first.nextStep).toMatchObject({
    signInStep: 'CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION',
    availableChallenges: ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP'],
  })
  expect(chosen.nextStep.signInStep).toBe('CONFIRM_SIGN_IN_WITH_EMAIL_CODE')
  expect(done.isSignedIn).toBe(true)
})
