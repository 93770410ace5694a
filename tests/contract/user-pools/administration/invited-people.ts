import {
  AdminCreateUserCommand,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
  type AdminCreateUserCommandInput,
} from '@aws-sdk/client-cognito-identity-provider'
import { administrator, only, signingClient } from '../../../support/iam/administrator.ts'
import { ada } from '../../../support/user-pools/people.ts'
import { emailPool } from '../../../support/user-pools/user-pool-config.ts'
import type { RunningUserPools } from '../../../support/user-pools/user-pools.ts'

export const UserPoolId = emailPool().id

export const credentials = administrator()

export const byAdministrator = only(credentials)

const { ClientId } = ada

export const TemporaryPassword = 'Temporary-Horse-1'

export function create(
  { url }: RunningUserPools,
  input: Partial<AdminCreateUserCommandInput> = {},
) {
  const admin = signingClient(url, credentials)
  return admin.send(
    new AdminCreateUserCommand({
      UserPoolId,
      Username: ada.Username,
      TemporaryPassword,
      DesiredDeliveryMediums: ['EMAIL'],
      ...input,
    }),
  )
}

export function begin(
  { cognito }: RunningUserPools,
  PASSWORD = TemporaryPassword,
  USERNAME = ada.Username,
) {
  return cognito.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME, PASSWORD },
    }),
  )
}

export function choose(
  { cognito }: RunningUserPools,
  Session: string | undefined,
  NEW_PASSWORD: string,
) {
  return cognito.send(
    new RespondToAuthChallengeCommand({
      ClientId,
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      Session,
      ChallengeResponses: { USERNAME: ada.Username, NEW_PASSWORD },
    }),
  )
}
