import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import type { SessionCredentials } from '../../../local/iam/policy/policy.ts'
import { policyOf } from './policies.ts'

/** Credentials of a role that may do `Action` to `Resource`. */
export function administrator(
  { Action = 'cognito-idp:*', Resource = '*', Effect = 'Allow' } = {},
  overrides: Partial<SessionCredentials> = {},
): SessionCredentials {
  return {
    accessKeyId: 'ASIAEXAMPLEEXAMPLE22',
    secretAccessKey: 'a-secret-of-the-administrator',
    sessionToken: 'a-token-of-the-session',
    expiresAtMs: Number.MAX_SAFE_INTEGER,
    principal: {
      role: {
        id: 'AROAEXAMPLEEXAMPLE345',
        maxSessionSeconds: 3600,
        name: 'administrators',
        arn: 'arn:aws:iam::000000000000:role/administrators',
        trustPolicy: { statements: [] },
        policies: [policyOf({ Effect, Action, Resource })],
      },
      assumedRoleArn: 'arn:aws:sts::000000000000:assumed-role/administrators/ada',
      context: {},
    },
    ...overrides,
  }
}

/** For `start` of the user pools: those credentials, and no others. */
export function only(credentials: SessionCredentials) {
  return {
    resolveCredentials: (accessKeyId: string) =>
      accessKeyId === credentials.accessKeyId ? credentials : undefined,
  }
}

/** The SDK's client, signing with these. */
export function signingClient(
  url: string,
  credentials: Pick<SessionCredentials, 'accessKeyId' | 'secretAccessKey'> & {
    sessionToken?: string
  },
  region = 'us-east-1',
): CognitoIdentityProviderClient {
  return new CognitoIdentityProviderClient({ endpoint: url, region, credentials, maxAttempts: 1 })
}
