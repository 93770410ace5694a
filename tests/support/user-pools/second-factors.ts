import {
  AssociateSoftwareTokenCommand,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
  SetUserMFAPreferenceCommand,
  VerifySoftwareTokenCommand,
  type ChallengeNameType,
  type SetUserMFAPreferenceCommandInput,
} from '@aws-sdk/client-cognito-identity-provider'
import type { UserPoolConfig } from '../../../local/user-pools/config.ts'
import { codeOf } from './authenticator-app.ts'
import { ada } from './people.ts'
import { emailPool } from './user-pool-config.ts'
import type { RunningUserPools } from './user-pools.ts'

/** A pool whose people may have an authenticator app. */
export function mfaPool(overrides: Partial<UserPoolConfig> = {}): UserPoolConfig {
  return emailPool({
    mfaConfiguration: 'OPTIONAL',
    enabledMfas: ['SOFTWARE_TOKEN_MFA'],
    ...overrides,
  })
}

/** The first step of a sign-in. */
export function begin({ cognito }: RunningUserPools, { Username, Password, ClientId } = ada) {
  return cognito.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: Username, PASSWORD: Password },
    }),
  )
}

export function respond(
  { cognito }: RunningUserPools,
  ChallengeName: ChallengeNameType,
  Session: string | undefined,
  responses: Record<string, string> = {},
) {
  return cognito.send(
    new RespondToAuthChallengeCommand({
      ClientId: ada.ClientId,
      ChallengeName,
      Session,
      ChallengeResponses: { USERNAME: ada.Username, ...responses },
    }),
  )
}

/** Sets an authenticator app up. @returns its secret; the code of this half minute is taken. */
export async function addApp(
  { cognito, clock }: RunningUserPools,
  AccessToken: string,
  FriendlyDeviceName?: string,
): Promise<string> {
  const { SecretCode = '' } = await cognito.send(new AssociateSoftwareTokenCommand({ AccessToken }))
  const UserCode = codeOf(SecretCode, clock.now())
  await cognito.send(new VerifySoftwareTokenCommand({ AccessToken, UserCode, FriendlyDeviceName }))
  return SecretCode
}

/** Sets the app up that a sign-in waits for, by its session. @returns the sessions on the way. */
export async function setUpApp({ cognito, clock }: RunningUserPools, first: string | undefined) {
  const { SecretCode = '', Session: second } = await cognito.send(
    new AssociateSoftwareTokenCommand({ Session: first }),
  )
  const UserCode = codeOf(SecretCode, clock.now())
  const verified = await cognito.send(
    new VerifySoftwareTokenCommand({ Session: second, UserCode, FriendlyDeviceName: 'phone' }),
  )
  return { secret: SecretCode, second, third: verified.Session, status: verified.Status }
}

export function prefer(
  { cognito }: RunningUserPools,
  AccessToken: string,
  settings: Omit<SetUserMFAPreferenceCommandInput, 'AccessToken'>,
) {
  return cognito.send(new SetUserMFAPreferenceCommand({ AccessToken, ...settings }))
}

export const appOn = { SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true } }
