import {
  ConfirmSignUpCommand,
  SignUpCommand,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider'
import type { TestStandIn } from '../../../support/stand-in.ts'

export const ada = { email: 'ada@example.com', password: 'Correct-Horse-1' }

/** Ada's account in a local AWS that has the template's pool. */
export async function createAccount(
  standIn: TestStandIn,
  cognito: CognitoIdentityProviderClient,
  { isConfirmed = true } = {},
): Promise<void> {
  const account = { ClientId: standIn.config.userPoolClientId, Username: ada.email }
  await cognito.send(
    new SignUpCommand({
      ...account,
      Password: ada.password,
      UserAttributes: [{ Name: 'email', Value: ada.email }],
    }),
  )
  if (!isConfirmed) return
  const ConfirmationCode = standIn.outbox[0]?.code
  await cognito.send(new ConfirmSignUpCommand({ ...account, ConfirmationCode }))
}
