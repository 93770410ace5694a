import {
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
  type InitiateAuthResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { ada } from '../../../support/user-pools/people.ts'
import { createSrpClient, type SrpChallenge } from '../../../support/user-pools/srp-client.ts'
import { emailPool } from '../../../support/user-pools/user-pool-config.ts'
import { type RunningUserPools } from '../../../support/user-pools/user-pools.ts'

export const srp = createSrpClient(emailPool().id)

export async function begin(
  { cognito }: RunningUserPools,
  { Username = ada.Username, ClientId = ada.ClientId, SRP_A = srp.SRP_A } = {},
): Promise<InitiateAuthResponse> {
  return cognito.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'USER_SRP_AUTH',
      AuthParameters: { USERNAME: Username, SRP_A },
    }),
  )
}

export function challengeOf({ ChallengeParameters }: InitiateAuthResponse): SrpChallenge {
  return ChallengeParameters as unknown as SrpChallenge
}

export function respond(
  { cognito }: RunningUserPools,
  ChallengeResponses: Record<string, string>,
  ClientId = ada.ClientId,
) {
  return cognito.send(
    new RespondToAuthChallengeCommand({
      ClientId,
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeResponses,
    }),
  )
}

export const wrong = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' }
