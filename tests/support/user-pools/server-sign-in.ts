import {
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
  type AdminInitiateAuthRequest,
  type ChallengeNameType,
} from '@aws-sdk/client-cognito-identity-provider'
import { administrator, only, signingClient } from '../iam/administrator.ts'
import { ada } from './people.ts'
import { appClient, emailPool } from './user-pool-config.ts'
import type { RunningUserPools } from './user-pools.ts'

const UserPoolId = emailPool().id
const credentials = administrator()

/** For `start`: whoever signs as the server does may do anything. */
export const byServer = only(credentials)

/** An app client by which a server signs people in. */
export const serverClient = appClient({
  explicitAuthFlows: [
    'ALLOW_ADMIN_USER_PASSWORD_AUTH',
    'ALLOW_USER_PASSWORD_AUTH',
    'ALLOW_USER_SRP_AUTH',
    'ALLOW_USER_AUTH',
    'ALLOW_REFRESH_TOKEN_AUTH',
  ],
})

export function adminOf({ url }: RunningUserPools) {
  return signingClient(url, credentials)
}

export function initiate(
  running: RunningUserPools,
  AuthFlow: AdminInitiateAuthRequest['AuthFlow'],
  AuthParameters: Record<string, string> = {},
  ClientId = serverClient.id,
) {
  return adminOf(running).send(
    new AdminInitiateAuthCommand({ UserPoolId, ClientId, AuthFlow, AuthParameters }),
  )
}

export function initiateByPassword(running: RunningUserPools, more: Record<string, string> = {}) {
  return initiate(running, 'ADMIN_USER_PASSWORD_AUTH', {
    USERNAME: ada.Username,
    PASSWORD: ada.Password,
    ...more,
  })
}

export function answerAtServer(
  running: RunningUserPools,
  ChallengeName: ChallengeNameType | undefined,
  Session: string | undefined,
  responses: Record<string, string> = {},
) {
  return adminOf(running).send(
    new AdminRespondToAuthChallengeCommand({
      UserPoolId,
      ClientId: serverClient.id,
      ChallengeName,
      Session,
      ChallengeResponses: { USERNAME: ada.Username, ...responses },
    }),
  )
}
