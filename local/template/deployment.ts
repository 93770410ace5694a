import type { Role } from '../iam/policy/policy.ts'
import type { KeyConfig } from '../kms/config.ts'
import type { FunctionConfig } from '../lambda/config.ts'
import type { IdentityPoolConfig } from '../identity-pools/config.ts'
import type { BucketConfig } from '../s3/config.ts'
import type { UserPoolConfig } from '../user-pools/config.ts'

/** What a template describes, resolved: parameters filled, intrinsics evaluated, ids given. */
export interface Deployment {
  region: string
  accountId: string
  userPools: readonly UserPoolConfig[]
  /** Prefix domains: `domain` is the prefix or custom host as written. */
  domains: readonly { domain: string; userPoolId: string; managedLoginVersion: 1 | 2 }[]
  /** App clients whose managed login (version 2) has a style; the others' pages answer 403. */
  managedLoginBrandings: readonly {
    userPoolId: string
    clientId: string
    /** Its `Settings`, as they are written. */
    settings?: unknown
  }[]
  identityPools: readonly IdentityPoolConfig[]
  roles: readonly Role[]
  buckets: readonly BucketConfig[]
  functions: readonly FunctionConfig[]
  keys: readonly KeyConfig[]
  outputs: Readonly<Record<string, string>>
  /** What the template asks for and the local AWS does not do, one sentence each. */
  notEmulated: readonly string[]
}
