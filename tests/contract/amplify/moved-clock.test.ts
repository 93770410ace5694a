import { Amplify } from 'aws-amplify'
import { fetchAuthSession, signIn, signOut } from 'aws-amplify/auth'
import { ConsoleLogger } from 'aws-amplify/utils'
import { expect } from 'vitest'
import { setOffset } from '../../support/local-api.ts'
import { signUpWithCredentials } from '../../support/identity-pools/person-with-credentials.ts'
import { test } from '../../support/stand-in.ts'

// Amplify warns of every endpoint that is not AWS's own.
ConsoleLogger.LOG_LEVEL = 'ERROR'

test('signIn and its session work by SRP under a clock that is a year ahead', async ({
  standIn,
  cognito,
}) => {
  const { userPoolId, userPoolClientId } = standIn.config
  const userPoolEndpoint = `${standIn.url}/`
  Amplify.configure({ Auth: { Cognito: { userPoolId, userPoolClientId, userPoolEndpoint } } })
  await signUpWithCredentials(standIn, cognito, 'ada@example.com')
  await setOffset(standIn, 365 * 86_400)

  const { nextStep } = await signIn({ username: 'ada@example.com', password: 'Correct-horse-1' })
  const { tokens } = await fetchAuthSession()
  await signOut()

  expect(nextStep).toEqual({ signInStep: 'DONE' })
  expect(tokens!.accessToken.payload.iat! * 1000 - Date.now()).toBeGreaterThan(364 * 86_400_000)
})
