import type { Role } from '../iam/policy/policy.ts'

/** An identity pool with its role attachment, as the template declares them. */
export interface IdentityPoolConfig {
  /** `<region>:<uuid>`. */
  id: string
  name: string
  region: string
  accountId: string
  allowUnauthenticatedIdentities: boolean
  allowClassicFlow: boolean
  cognitoProviders: readonly CognitoProvider[]
  /**
   * Other keys of `Logins` that stand for one of them: AWS's names of the user pool → ours. The first of
   * a pool is its original one, by which identities keep their logins.
   */
  loginAliases?: Readonly<Record<string, string>>
  /** Other providers' audiences, e.g. `accounts.google.com` → client id. */
  supportedLoginProviders: Readonly<Record<string, string>>
  authenticatedRole?: Role
  unauthenticatedRole?: Role
  /** By provider name (`<provider>:<client id>` for user pools). */
  roleMappings: Readonly<Record<string, RoleMapping>>
  /** By provider name: tag of the session → claim of the token that gives its value. */
  principalTags?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Names of those whose tags are AWS's defaults. */
  usesDefaultTags?: readonly string[]
}

interface CognitoProvider {
  /** Key of `Logins`: the issuer without its scheme, e.g. `localhost:9229/us-east-1_AbCdEfGhI`. */
  providerName: string
  clientId: string
  serverSideTokenCheck: boolean
}

export interface RoleMapping {
  type: 'Token' | 'Rules'
  ambiguousRoleResolution: 'AuthenticatedRole' | 'Deny'
  rules: readonly RoleMappingRule[]
}

export interface RoleMappingRule {
  claim: string
  matchType: 'Equals' | 'Contains' | 'StartsWith' | 'NotEqual'
  value: string
  roleArn: string
}
