import {
  AdminListUserAuthEventsCommand,
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
  SetRiskConfigurationCommand,
  type SetRiskConfigurationCommandInput,
} from '@aws-sdk/client-cognito-identity-provider'
import { onTestFinished } from 'vitest'
import type { UserPoolConfig } from '../../../../local/user-pools/config.ts'
import { administrator, only, signingClient } from '../../../support/iam/administrator.ts'
import { ada, register } from '../../../support/user-pools/people.ts'
import { mfaPool } from '../../../support/user-pools/second-factors.ts'
import { createSrpClient, type SrpChallenge } from '../../../support/user-pools/srp-client.ts'
import type { RunningUserPools, StartOptions } from '../../../support/user-pools/user-pools.ts'

/** Where somebody is, and with what. */
export interface Somewhere {
  ipAddress?: string
  /** `City; Country; latitude; longitude`. */
  place?: string
  userAgent?: string
}

export const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/125.0.0.0 Safari/537.36'
export const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0'

export const berlin = {
  ipAddress: '192.0.2.1',
  place: 'Berlin; DE; 52.52; 13.40',
  userAgent: chrome,
}
export const sydney = {
  ipAddress: '198.51.100.7',
  place: 'Sydney; AU; -33.87; 151.21',
  userAgent: chrome,
}

export const credentials = administrator()

export const notAllowed = {
  name: 'NotAuthorizedException',
  message: 'Unable to login because of security reasons.',
}

/** A pool with threat protection, whose people may have an authenticator app. */
export function protectedPool(overrides: Partial<UserPoolConfig> = {}): UserPoolConfig {
  return mfaPool({ tier: 'PLUS', threatProtection: { mode: 'ENFORCED' }, ...overrides })
}

type Action = 'BLOCK' | 'MFA_IF_CONFIGURED' | 'MFA_REQUIRED' | 'NO_ACTION'

interface Others {
  medium?: Action
  low?: Action
  Notify?: boolean
}

/** What is done at each level, without telling anybody. */
export function actions(
  high: Action,
  { medium = 'NO_ACTION', low = 'NO_ACTION', Notify = false }: Others = {},
) {
  return {
    Actions: {
      HighAction: { EventAction: high, Notify },
      MediumAction: { EventAction: medium, Notify },
      LowAction: { EventAction: low, Notify },
    },
  }
}

/** User pools with Ada in them, and who administers them. */
export async function startProtected(
  start: (options?: StartOptions) => Promise<RunningUserPools>,
  settings: Omit<SetRiskConfigurationCommandInput, 'UserPoolId'> = {},
  { pool = protectedPool(), ...options }: StartOptions & { pool?: UserPoolConfig } = {},
) {
  const running = await start({ pools: [pool], ...only(credentials), ...options })
  const admin = signingClient(running.url, credentials)
  onTestFinished(() => admin.destroy())
  const UserPoolId = pool.id
  if (Object.keys(settings).length > 0) {
    await admin.send(new SetRiskConfigurationCommand({ UserPoolId, ...settings }))
  }
  await register(running)
  return {
    ...running,
    admin,
    UserPoolId,
    /** Of Ada, newest first. */
    events: async (Username = ada.Username) => {
      const listed = await admin.send(new AdminListUserAuthEventsCommand({ UserPoolId, Username }))
      return listed.AuthEvents ?? []
    },
  }
}

/** Signs Ada in without showing the password to the server. */
export async function signInBySrp(
  { cognito, pools }: RunningUserPools,
  { ClientId, Username: USERNAME, Password } = ada,
) {
  const srp = createSrpClient(pools[0]?.id ?? '')
  const { ChallengeParameters } = await cognito.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'USER_SRP_AUTH',
      AuthParameters: { USERNAME, SRP_A: srp.SRP_A },
    }),
  )
  return cognito.send(
    new RespondToAuthChallengeCommand({
      ClientId,
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeResponses: srp.answer(ChallengeParameters as unknown as SrpChallenge, Password),
    }),
  )
}

/** The same pools, with a client whose requests come from somewhere. */
export function from<Running extends RunningUserPools>(running: Running, at: Somewhere): Running {
  return { ...running, cognito: clientFrom(running.url, at) }
}

function clientFrom(url: string, at: Somewhere): CognitoIdentityProviderClient {
  const client = new CognitoIdentityProviderClient({
    endpoint: url,
    region: 'us-east-1',
    maxAttempts: 1,
  })
  const { ipAddress, place, userAgent } = at
  client.middlewareStack.add(
    (next) => (args) => {
      const { headers } = args.request as { headers: Record<string, string> }
      if (ipAddress) headers['x-local-ip-address'] = ipAddress
      if (place) headers['x-local-place'] = place
      if (userAgent) headers['user-agent'] = userAgent
      return next(args)
    },
    { step: 'finalizeRequest', priority: 'low' },
  )
  onTestFinished(() => client.destroy())
  return client
}

export const blockHigh = { AccountTakeoverRiskConfiguration: actions('BLOCK') }
export const hour = { hours: 1 }
