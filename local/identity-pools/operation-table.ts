import type { AwsJsonOperation } from '../http/aws-json.ts'
import type { OperationContext } from './context.ts'
import { signedOperation } from '../signature-v4/admission.ts'
import { identityPool, operation } from './operation.ts'
import { describeIdentityPool } from './operations/describe-identity-pool.ts'
import { getCredentialsForIdentity } from './operations/get-credentials-for-identity.ts'
import { getId } from './operations/get-id.ts'
import { getIdentityPoolRoles } from './operations/get-identity-pool-roles.ts'
import { getOpenIdToken } from './operations/get-open-id-token.ts'
import { getPrincipalTagAttributeMap } from './operations/get-principal-tag-attribute-map.ts'
import { listIdentityPools } from './operations/list-identity-pools.ts'

export const identityPoolOperations: Readonly<Record<string, AwsJsonOperation<OperationContext>>> =
  {
    GetCredentialsForIdentity: operation(getCredentialsForIdentity),
    GetId: operation(getId),
    GetOpenIdToken: operation(getOpenIdToken),

    DescribeIdentityPool: signedOperation(describeIdentityPool, identityPool),
    GetIdentityPoolRoles: signedOperation(getIdentityPoolRoles, identityPool),
    GetPrincipalTagAttributeMap: signedOperation(getPrincipalTagAttributeMap, identityPool),
    ListIdentityPools: signedOperation(listIdentityPools, () => '*'),
  }

/** The rest of the service: most of it sets up what the template does. */
export const unsupportedOperations = [
  'CreateIdentityPool',
  'DeleteIdentities',
  'DeleteIdentityPool',
  'DescribeIdentity',
  'GetOpenIdTokenForDeveloperIdentity',
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
