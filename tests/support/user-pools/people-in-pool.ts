import {
  ConfirmSignUpCommand,
  SignUpCommand,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider'
import type { TestStandIn } from '../stand-in.ts'

interface Person {
  email: string
  password: string
}

/** Somebody who has signed up, but not confirmed. */
export async function addUnconfirmed(
  standIn: TestStandIn,
  cognito: CognitoIdentityProviderClient,
  { email, password }: Person,
): Promise<void> {
  await cognito.send(
    new SignUpCommand({
      ClientId: standIn.config.userPoolClientId,
      Username: email,
      Password: password,
      UserAttributes: [{ Name: 'email', Value: email }],
    }),
  )
}

/** Somebody with a confirmed account. */
export async function addPerson(
  standIn: TestStandIn,
  cognito: CognitoIdentityProviderClient,
  person: Person,
): Promise<void> {
  await addUnconfirmed(standIn, cognito, person)
  await cognito.send(
    new ConfirmSignUpCommand({
      ClientId: standIn.config.userPoolClientId,
      Username: person.email,
      ConfirmationCode: standIn.outbox[0]!.code,
    }),
  )
}
