import { parsePolicyDocument } from '../../../local/iam/policy/parse-policy.ts'
import type { Role } from '../../../local/iam/policy/policy.ts'
import type { IdentityPoolConfig } from '../../../local/identity-pools/config.ts'

export const identityPoolId = 'us-east-1:11111111-2222-4333-8444-555555555555'
export const appClientId = '1example23456789abcdefghij'

/** A role that this pool's identities may assume who come with `amr`. */
export function poolRole(
  name: string,
  amr: 'authenticated' | 'unauthenticated' = 'authenticated',
  poolId = identityPoolId,
): Role {
  const trust = {
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Principal: { Federated: 'cognito-identity.amazonaws.com' },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: {
        StringEquals: { 'cognito-identity.amazonaws.com:aud': poolId },
        'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': amr },
      },
    },
  }
  const own = {
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Action: ['s3:GetObject', 'athena:GetQueryResults'],
      Resource: [
        'arn:aws:s3:::bucket/users/${cognito-identity.amazonaws.com:sub}/*',
        'arn:aws:athena:*:*:*',
      ],
    },
  }
  return {
    id: 'AROAEXAMPLEEXAMPLE456',
    maxSessionSeconds: 3600,
    name,
    arn: `arn:aws:iam::000000000000:role/${name}`,
    trustPolicy: parsePolicyDocument(trust, `${name}.AssumeRolePolicyDocument`, 'trust'),
    policies: [parsePolicyDocument(own, `${name}.Policies[0]`, 'identity')],
  }
}

/** A pool for guests and for people of one user pool. */
export function identityPool(overrides: Partial<IdentityPoolConfig> = {}): IdentityPoolConfig {
  return {
    id: identityPoolId,
    name: 'people',
    region: 'us-east-1',
    accountId: '000000000000',
    allowUnauthenticatedIdentities: true,
    allowClassicFlow: false,
    cognitoProviders: [userPoolProvider('localhost:9229/us-east-1_ExAmPlE01')],
    supportedLoginProviders: {},
    authenticatedRole: poolRole('authenticated'),
    unauthenticatedRole: poolRole('guest', 'unauthenticated'),
    roleMappings: {},
    ...overrides,
  }
}

export function userPoolProvider(providerName: string, serverSideTokenCheck = false) {
  return { providerName, clientId: appClientId, serverSideTokenCheck }
}
