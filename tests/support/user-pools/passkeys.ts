import {
  CompleteWebAuthnRegistrationCommand,
  StartWebAuthnRegistrationCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { createAuthenticator } from './authenticator.ts'
import type { RunningUserPools } from './user-pools.ts'

/** Gives a signed-in person a passkey. @returns the authenticator that has it. */
export async function addPasskey(
  { cognito }: Pick<RunningUserPools, 'cognito'>,
  AccessToken: string,
) {
  const authenticator = createAuthenticator()
  const { CredentialCreationOptions } = await cognito.send(
    new StartWebAuthnRegistrationCommand({ AccessToken }),
  )
  const Credential = authenticator.create(CredentialCreationOptions as never)
  await cognito.send(new CompleteWebAuthnRegistrationCommand({ AccessToken, Credential }))
  return authenticator
}
