import {
  ConfirmDeviceCommand,
  InitiateAuthCommand,
  type AuthenticationResultType,
  type InitiateAuthResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import type { UserPoolConfig } from '../../../local/user-pools/config.ts'
import { codeOf } from './authenticator-app.ts'
import { ada, register, signIn } from './people.ts'
import { addApp, appOn, mfaPool, prefer, respond } from './second-factors.ts'
import { createSrpClient, deviceVerifier, type SrpChallenge } from './srp-client.ts'
import type { RunningUserPools } from './user-pools.ts'

const secret = 'what the device keeps'

/** A device as its client keeps it. */
export interface TestDevice {
  key: string
  groupKey: string
}

/** A pool with an optional second factor, in whose place a remembered device stands. */
export function devicePool(overrides: Partial<UserPoolConfig> = {}): UserPoolConfig {
  return mfaPool({ devices: { standInForMfa: true, rememberOnPrompt: false }, ...overrides })
}

export function beginAt(
  { cognito }: RunningUserPools,
  DEVICE_KEY?: string,
  { Username, Password, ClientId } = ada,
) {
  return cognito.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: {
        USERNAME: Username,
        PASSWORD: Password,
        ...(DEVICE_KEY !== undefined && { DEVICE_KEY }),
      },
    }),
  )
}

export function deviceOf({ NewDeviceMetadata }: AuthenticationResultType = {}): TestDevice {
  const { DeviceKey = '', DeviceGroupKey = '' } = NewDeviceMetadata ?? {}
  return { key: DeviceKey, groupKey: DeviceGroupKey }
}

export function confirmDevice(
  { cognito }: RunningUserPools,
  AccessToken: string,
  { key, groupKey }: TestDevice,
  DeviceName?: string,
) {
  return cognito.send(
    new ConfirmDeviceCommand({
      AccessToken,
      DeviceKey: key,
      DeviceSecretVerifierConfig: deviceVerifier(groupKey, key, secret),
      ...(DeviceName !== undefined && { DeviceName }),
    }),
  )
}

/** Proves the device that a sign-in waits for. @param known what is said to be its secret. */
export async function proveDevice(
  running: RunningUserPools,
  { Session }: Pick<InitiateAuthResponse, 'Session'>,
  { key, groupKey }: TestDevice,
  known = secret,
) {
  const client = createSrpClient(`_${groupKey}`)
  const DEVICE_KEY = key
  const asked = await respond(running, 'DEVICE_SRP_AUTH', Session, {
    SRP_A: client.SRP_A,
    DEVICE_KEY,
  })
  const challenge = asked.ChallengeParameters as unknown as SrpChallenge & { USERNAME: string }
  const claim = client.answer(
    { ...challenge, USER_ID_FOR_SRP: key },
    known,
    new Date(running.clock.now()),
  )
  return respond(running, 'DEVICE_PASSWORD_VERIFIER', asked.Session, {
    ...claim,
    USERNAME: challenge.USERNAME,
    DEVICE_KEY,
  })
}

/** Somebody with an authenticator app and a confirmed device; the app is at its next code. */
export async function startWithDevice(running: RunningUserPools, DeviceName?: string) {
  await register(running)
  const { AccessToken } = await signIn(running)
  const appSecret = await addApp(running, AccessToken)
  await prefer(running, AccessToken, appOn)
  running.clock.advance({ seconds: 60 })
  const code = () => ({ SOFTWARE_TOKEN_MFA_CODE: codeOf(appSecret, running.clock.now()) })
  const { Session } = await beginAt(running)
  const { AuthenticationResult } = await respond(running, 'SOFTWARE_TOKEN_MFA', Session, code())
  const tokens = {
    AccessToken: AuthenticationResult?.AccessToken ?? '',
    RefreshToken: AuthenticationResult?.RefreshToken ?? '',
  }
  const device = deviceOf(AuthenticationResult)
  const confirmed = await confirmDevice(running, tokens.AccessToken, device, DeviceName)
  running.clock.advance({ seconds: 30 })
  return { device, tokens, confirmed, code }
}
