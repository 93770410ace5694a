import type { UserPoolClientType } from '@aws-sdk/client-cognito-identity-provider'
import type { AppClientConfig } from '../config.ts'
import type { CreatedClient } from './definitions.ts'
import { timesOf } from './describe-user-pool.ts'

type Times = 'CreationDate' | 'LastModifiedDate'

/** What AWS says of an app client: as it was given, with defaults where nothing was. */
export function describeAppClient(
  poolId: string,
  client: AppClientConfig,
  created: CreatedClient | undefined,
): Omit<UserPoolClientType, Times> & Partial<Record<Times, number>> {
  const { GenerateSecret: _, ...given } = created?.definition ?? describeWritten(client)
  return {
    RefreshTokenValidity: 30,
    TokenValidityUnits: {},
    AllowedOAuthFlowsUserPoolClient: false,
    EnablePropagateAdditionalUserContextData: false,
    ...given,
    UserPoolId: poolId,
    ClientId: client.id,
    ClientName: client.name,
    ...(client.secret !== undefined && { ClientSecret: client.secret }),
    EnableTokenRevocation: client.enableTokenRevocation,
    AuthSessionValidity: client.authSessionSeconds / 60,
    ...timesOf(created),
  }
}

/** What the template wrote, from what was read of it. */
function describeWritten(client: AppClientConfig): Record<string, unknown> {
  const lists = {
    ReadAttributes: client.readAttributes,
    WriteAttributes: client.writeAttributes,
    ExplicitAuthFlows: client.explicitAuthFlows,
    SupportedIdentityProviders: client.supportedIdentityProviders,
    CallbackURLs: client.callbackUrls,
    LogoutURLs: client.logoutUrls,
    AllowedOAuthFlows: client.allowedOAuthFlows,
    AllowedOAuthScopes: client.allowedOAuthScopes,
  }
  return {
    ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list && list.length > 0)),
    AllowedOAuthFlowsUserPoolClient: client.allowedOAuthFlowsUserPoolClient,
    PreventUserExistenceErrors: client.preventUserExistenceErrors ? 'ENABLED' : 'LEGACY',
    AccessTokenValidity: client.accessTokenSeconds,
    IdTokenValidity: client.idTokenSeconds,
    RefreshTokenValidity: client.refreshTokenSeconds,
    TokenValidityUnits: { AccessToken: 'seconds', IdToken: 'seconds', RefreshToken: 'seconds' },
    ...(client.rotation && {
      RefreshTokenRotation: {
        Feature: 'ENABLED',
        RetryGracePeriodSeconds: client.rotation.retryGraceSeconds,
      },
    }),
  }
}
