import {
  ConfirmSignUpCommand,
  InitiateAuthCommand,
  SignUpCommand,
  type AttributeType,
} from '@aws-sdk/client-cognito-identity-provider'
import { appClient } from './user-pool-config.ts'
import type { RunningUserPools } from './user-pools.ts'

export interface Person {
  ClientId: string
  Username: string
  Password: string
}

export const ada: Person = {
  ClientId: appClient().id,
  Username: 'ada@example.com',
  Password: 'Correct-Horse-1',
}

/** Signs a person up and, unless told otherwise, confirms them. @returns their sub. */
export async function register(
  { cognito, newestCode }: RunningUserPools,
  person: { [Member in keyof Person]?: Person[Member] | undefined } = ada,
  { isConfirmed = true, attributes = [] as AttributeType[] } = {},
): Promise<string> {
  const { ClientId = ada.ClientId, Username = ada.Username, Password } = { ...ada, ...person }
  const given = attributes.find(({ Name }) => Name === 'email')?.Value
  const email = given ?? (Username.includes('@') ? Username : `${Username}@example.com`)
  const { UserSub } = await cognito.send(
    new SignUpCommand({
      ClientId,
      Username,
      Password,
      UserAttributes: [{ Name: 'email', Value: email }, ...attributes],
    }),
  )
  if (isConfirmed) {
    const ConfirmationCode = newestCode(email)
    await cognito.send(new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode }))
  }
  return UserSub ?? ''
}

export interface Tokens {
  AccessToken: string
  IdToken: string
  RefreshToken: string
  ExpiresIn: number
  TokenType: string
}

/** Signs in with the password in clear text. */
export async function signIn(
  { cognito }: RunningUserPools,
  person: Partial<Person> = ada,
): Promise<Tokens> {
  const { ClientId, Username, Password } = { ...ada, ...person }
  const { AuthenticationResult } = await cognito.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: Username, PASSWORD: Password },
    }),
  )
  const { AccessToken = '', IdToken = '', RefreshToken = '' } = AuthenticationResult ?? {}
  const { ExpiresIn = 0, TokenType = '' } = AuthenticationResult ?? {}
  return { AccessToken, IdToken, RefreshToken, ExpiresIn, TokenType }
}
