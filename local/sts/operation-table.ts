import type { AwsQueryOperation } from '../http/aws-query/aws-query.ts'
import type { StsContext } from './context.ts'
import { assumeRoleWithWebIdentity } from './operations/assume-role-with-web-identity.ts'
import { getCallerIdentity } from './operations/get-caller-identity.ts'

/** The edge has read the input by AWS's model of it, and has proved the required members. */
export const stsOperations: Readonly<Record<string, AwsQueryOperation<StsContext>>> = {
  AssumeRoleWithWebIdentity: (input, ctx, { request }) =>
    assumeRoleWithWebIdentity(input as never, ctx, request),
  GetCallerIdentity: getCallerIdentity,
}

/** The rest of STS. */
export const unsupportedStsOperations = [
  'AssumeRole',
  'AssumeRoleWithSAML',
  'AssumeRoot',
  'DecodeAuthorizationMessage',
  'GetAccessKeyInfo',
  'GetDelegatedAccessToken',
  'GetFederationToken',
  'GetScopedCredentials',
  'GetSessionToken',
  'GetWebIdentityToken',
]
