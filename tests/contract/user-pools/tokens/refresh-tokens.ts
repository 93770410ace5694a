import {
  GetTokensFromRefreshTokenCommand,
  RevokeTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { ada } from '../../../support/user-pools/people.ts'
import {
  appClient,
  emailPool,
  rotatingClient,
} from '../../../support/user-pools/user-pool-config.ts'
import { type RunningUserPools } from '../../../support/user-pools/user-pools.ts'

export const other = appClient({ id: '2other3456789abcdefghijklm' })

export const steady = { pools: [emailPool({ clients: [appClient(), other] })] }

export const rotating = { pools: [emailPool({ clients: [rotatingClient()] })] }

export const refusal = (message: string) => ({ name: 'NotAuthorizedException', message })

export async function refresh(
  { cognito }: RunningUserPools,
  RefreshToken: string,
  ClientId = ada.ClientId,
) {
  const { AuthenticationResult } = await cognito.send(
    new GetTokensFromRefreshTokenCommand({ ClientId, RefreshToken }),
  )
  const { AccessToken = '', IdToken = '', RefreshToken: child = '' } = AuthenticationResult ?? {}
  return { AccessToken, IdToken, child }
}

export function revoke({ cognito }: RunningUserPools, Token: string, ClientId = ada.ClientId) {
  return cognito.send(new RevokeTokenCommand({ ClientId, Token }))
}
