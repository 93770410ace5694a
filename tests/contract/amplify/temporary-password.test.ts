import { AdminCreateUserCommand } from '@aws-sdk/client-cognito-identity-provider'
import { confirmSignIn, fetchUserAttributes, signIn, signOut } from 'aws-amplify/auth'
import { expect } from 'vitest'
import { administrator, only, signingClient } from '../../support/iam/administrator.ts'
import { test } from '../../support/app/amplify.ts'
import { ada } from '../../support/user-pools/people.ts'
import { emailPool } from '../../support/user-pools/user-pool-config.ts'

const username = ada.Username
const credentials = administrator()

test.for([
  { authFlowType: 'USER_SRP_AUTH' },
  { authFlowType: 'USER_PASSWORD_AUTH' },
  { authFlowType: 'USER_AUTH', preferredChallenge: 'PASSWORD' },
  { authFlowType: 'USER_AUTH', preferredChallenge: 'PASSWORD_SRP' },
] as const)(
  'a temporary password leads to one of one’s own by %o',
  async (options, { startAmplify }) => {
    const { url, newestCode } = await startAmplify(only(credentials))
    const admin = signingClient(url, credentials)
    await admin.send(
      new AdminCreateUserCommand({
        UserPoolId: emailPool().id,
        Username: username,
        DesiredDeliveryMediums: ['EMAIL'],
        UserAttributes: [{ Name: 'email', Value: username }],
      }),
    )
    admin.destroy()

    const begun = await signIn({ username, password: newestCode(username), options })
    const ended = await confirmSignIn({ challengeResponse: ada.Password })

    expect(begun).toEqual({
      isSignedIn: false,
      nextStep: {
        signInStep: 'CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED',
        missingAttributes: [],
      },
    })
    expect(ended).toEqual({ isSignedIn: true, nextStep: { signInStep: 'DONE' } })
    expect(await fetchUserAttributes()).toMatchObject({ email: username })
    await signOut()
    const { isSignedIn } = await signIn({ username, password: ada.Password, options })
    expect(isSignedIn).toBe(true)
  },
)
