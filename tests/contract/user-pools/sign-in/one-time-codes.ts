import {
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
  type ChallengeNameType,
} from '@aws-sdk/client-cognito-identity-provider'
import { administrator, only } from '../../../support/iam/administrator.ts'
import { ada } from '../../../support/user-pools/people.ts'
import { emailPool } from '../../../support/user-pools/user-pool-config.ts'
import { type RunningUserPools } from '../../../support/user-pools/user-pools.ts'

export const allowedFirstAuthFactors = ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP']
export const pools = [emailPool({ allowedFirstAuthFactors })]
export const UserPoolId = emailPool().id
export const credentials = administrator()
export const byAdministrator = { pools, ...only(credentials) }
export const mismatch = {
  name: 'CodeMismatchException',
  message: 'Invalid code or auth state for the user.',
}

export function begin(
  { cognito }: RunningUserPools,
  PREFERRED_CHALLENGE = 'EMAIL_OTP',
  USERNAME = ada.Username,
) {
  return cognito.send(
    new InitiateAuthCommand({
      ClientId: ada.ClientId,
      AuthFlow: 'USER_AUTH',
      AuthParameters: { USERNAME, PREFERRED_CHALLENGE },
    }),
  )
}

export function respond(
  { cognito }: RunningUserPools,
  ChallengeName: ChallengeNameType,
  Session: string | undefined,
  responses: Record<string, string>,
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

export function answer(
  running: RunningUserPools,
  Session: string | undefined,
  EMAIL_OTP_CODE: string,
) {
  return respond(running, 'EMAIL_OTP', Session, { EMAIL_OTP_CODE })
}
