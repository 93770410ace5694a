import type { AwsJsonOperation } from '../http/aws-json.ts'
import type { OperationContext } from './context.ts'
import { signedOperation } from '../signature-v4/admission.ts'
import { identityPool, operation } from './operation.ts'
import { describeIdentityPool } from './operations/describe-identity-pool.ts'
import { getCredentialsForIdentity } from './operations/get-credentials-for-identity.ts'
import { getId } from './operations/get-id.ts'
import { getOpenIdToken } from './operations/get-open-id-token.ts'
import { listIdentityPools } from './operations/list-identity-pools.ts'

export const identityPoolOperations: Readonly<Record<string, AwsJsonOperation<OperationContext>>> =
  {
    GetCredentialsForIdentity: operation(getCredentialsForIdentity),
    GetId: operation(getId),
    GetOpenIdToken: operation(getOpenIdToken),

    DescribeIdentityPool: signedOperation(describeIdentityPool, identityPool),
    ListIdentityPools: signedOperation(listIdentityPools, () => '*'),
  }

/** The rest of the service: most of it sets up what the template does. */
export const unsupportedOperations = [
  'CreateIdentityPool',
  'DeleteIdentities',
  'DeleteIdentityPool',
  'DescribeIdentity',
  'GetIdentityPoolRoles',
  'GetOpenIdTokenForDeveloperIdentity',
  'GetPrincipalTagAttributeMap',
  'ListIdentities',
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
