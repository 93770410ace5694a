import type { AwsJsonOperation } from '../http/aws-json.ts'
import type { OperationContext } from './context.ts'
import { operation } from './operation.ts'
import { getCredentialsForIdentity } from './operations/get-credentials-for-identity.ts'
import { getId } from './operations/get-id.ts'
import { getOpenIdToken } from './operations/get-open-id-token.ts'

export const identityPoolOperations: Readonly<Record<string, AwsJsonOperation<OperationContext>>> =
  {
    GetCredentialsForIdentity: operation(getCredentialsForIdentity),
    GetId: operation(getId),
    GetOpenIdToken: operation(getOpenIdToken),
  }

/** The rest of the service: it needs developer credentials, or sets up what the template does. */
export const unsupportedOperations = [
  'CreateIdentityPool',
  'DeleteIdentities',
  'DeleteIdentityPool',
  'DescribeIdentity',
  'DescribeIdentityPool',
  'GetIdentityPoolRoles',
  'GetOpenIdTokenForDeveloperIdentity',
  'GetPrincipalTagAttributeMap',
  'ListIdentities',
  'ListIdentityPools',
  'ListTagsForResource',
  'LookupDeveloperIdentity',
  'MergeDeveloperIdentities',
  'SetIdentityPoolRoles',
  'SetPrincipalTagAttributeMap',
  'TagResource',
  'UnlinkDeveloperIdentity',
  'UnlinkIdentity',
  'UntagResource',
  'UpdateIdentityPool',
]
