import {
  InitiateAuthCommand,
  type AuthenticationResultType,
  type AuthFlowType,
} from '@aws-sdk/client-cognito-identity-provider'
import type { UserPoolConfig } from '../../../../local/user-pools/config.ts'
import { codeOf } from '../../../support/user-pools/authenticator-app.ts'
import { ada, register, signIn } from '../../../support/user-pools/people.ts'
import { addApp, appOn, mfaPool, prefer } from '../../../support/user-pools/second-factors.ts'
import { type RunningUserPools } from '../../../support/user-pools/user-pools.ts'

export const allowedFirstAuthFactors = ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN']
export const level = (number: number) => `urn:cognito:loa:${number}`
export const invalid = { name: 'InvalidParameterException' }

/** Asks for a level, going by the password unless told otherwise. */
export function ask(
  { cognito }: RunningUserPools,
  parameters: Record<string, string>,
  AuthFlow: AuthFlowType = 'USER_AUTH',
) {
  return cognito.send(
    new InitiateAuthCommand({
      ClientId: ada.ClientId,
      AuthFlow,
      AuthParameters: { USERNAME: ada.Username, ...parameters },
    }),
  )
}

export const byPassword = { PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: ada.Password }

export function claimsOf(token = ''): Record<string, unknown> {
  const [, body = ''] = token.split('.')
  return JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>
}

export function levelsOf({ AccessToken, IdToken }: AuthenticationResultType = {}) {
  return [AccessToken, IdToken].map(claimsOf).map(({ acr, amr }) => ({ acr, amr }))
}

export const both = (claims: object) => [claims, claims]

/** Somebody who has signed in with the password alone, and set an app up since. */
export async function startWithApp(
  start: (options: { pools: UserPoolConfig[] }) => Promise<RunningUserPools>,
  pool: Partial<UserPoolConfig> = {},
) {
  const running = await start({ pools: [mfaPool({ allowedFirstAuthFactors, ...pool })] })
  await register(running)
  const { AccessToken } = await signIn(running)
  const secret = await addApp(running, AccessToken)
  await prefer(running, AccessToken, appOn)
  running.clock.advance({ seconds: 60 })
  const code = () => ({ SOFTWARE_TOKEN_MFA_CODE: codeOf(secret, running.clock.now()) })
  return { running, AccessToken, secret, code }
}
