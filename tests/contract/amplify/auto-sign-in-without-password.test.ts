import { autoSignIn, confirmSignUp, signUp, type SignUpInput } from 'aws-amplify/auth'
import { expect } from 'vitest'
import { test } from '../../support/app/amplify.ts'
import { ada } from '../../support/user-pools/people.ts'
import { emailPool } from '../../support/user-pools/user-pool-config.ts'

test('a person without a password is signed in by the code that confirmed them', async ({
  startAmplify,
}) => {
  const pool = emailPool({ allowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] })
  const { newestCode } = await startAmplify({ pools: [pool] })
  const username = ada.Username

  const withoutPassword: SignUpInput = {
    username,
    options: { userAttributes: {}, autoSignIn: { authFlowType: 'USER_AUTH' } },
  }
  await signUp(withoutPassword)
  await confirmSignUp({ username, confirmationCode: newestCode() })

  expect(await autoSignIn()).toMatchObject({ isSignedIn: true })
})
