import type { Checks } from '../core/ports/checks.ts'
import type { Clock } from '../core/ports/clock.ts'
import { decideAssumption } from '../iam/can-assume.ts'
import { describeDecision } from '../iam/describe-decision.ts'
import type { Principal, Role, SessionCredentials } from '../iam/policy/policy.ts'
import {
  assumeActions,
  principalTagKeys,
  requestTagKeys,
  type SessionTags,
} from '../iam/session-tags.ts'
import type { IdentityPoolConfig } from './config.ts'
import type { Identities } from './identities.ts'
import { IdentityPoolError } from './errors.ts'
import { guestSessionPolicies } from './guest-session-policies.ts'
import { openIdProviderName } from './open-id-issuer.ts'
import type { Login } from './verify-logins.ts'

/** Of every session of the enhanced flow. */
const sessionName = 'CognitoIdentityCredentials'

/** All of a session but the role's policies, which are read anew from the template. */
export interface Session {
  identityId: string
  poolId: string
  roleArn: string
  amr: readonly string[]
  /** Of those kept by an older build there are none. */
  tags?: SessionTags
  issuedAtMs: number
}

/**
 * `amr`, as the tokens of an identity pool have it: how somebody logged in, then with whom, then as
 * whom, e.g. `<user pool>:CognitoSignIn:<sub>`.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html
 */
export function amrOf(pool: IdentityPoolConfig, logins: readonly Login[]): string[] {
  if (logins.length === 0) return ['unauthenticated']
  const names = logins.flatMap(({ providerName, audience, subject }) => {
    const isUserPool = pool.cognitoProviders.some((one) => one.providerName === providerName)
    const who = isUserPool ? `CognitoSignIn:${subject}` : `${audience}:${subject}`
    return [providerName, `${providerName}:${who}`]
  })
  return ['authenticated', ...names]
}

/**
 * Attributes for access control: `${aws:PrincipalTag/…}` of policies. A claim that a token does not have
 * gives no tag.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/attributes-for-access-control.html
 */
export function tagsOf(
  { principalTags = {} }: IdentityPoolConfig,
  logins: readonly Login[],
): SessionTags {
  const tags = logins.flatMap(({ providerName, claims }) => {
    const mapping = Object.hasOwn(principalTags, providerName) ? principalTags[providerName] : {}
    return Object.entries(mapping ?? {}).flatMap(([tag, claim]) => {
      const value = Object.hasOwn(claims, claim) ? claims[claim] : undefined
      const isText = ['string', 'number', 'boolean'].includes(typeof value)
      return isText ? [[tag, String(value)] as const] : []
    })
  })
  return Object.fromEntries(tags)
}

/**
 * Cognito itself assumes the role, by TLS: whose address is not known here, so `aws:SourceIp` is none.
 *
 * @throws InvalidIdentityPoolConfigurationException when the role's trust policy does not fit.
 */
export function checkAssumable(
  role: Role | undefined,
  session: Omit<Session, 'roleArn' | 'issuedAtMs'>,
  { clock, checks }: { clock: Clock; checks?: Checks | undefined },
): asserts role is Role {
  const { tags = {} } = session
  const nowMs = clock.now()
  const request = {
    federated: openIdProviderName,
    context: {
      ...identityKeys(session),
      'aws:CurrentTime': new Date(nowMs).toISOString(),
      'aws:EpochTime': String(Math.floor(nowMs / 1000)),
      'aws:SecureTransport': 'true',
      'sts:RoleSessionName': sessionName,
      ...requestTagKeys(tags),
    },
  }
  const actions = assumeActions('sts:AssumeRoleWithWebIdentity', tags)
  const decisions = actions.map((action) => {
    const decision = role && decideAssumption(role, { ...request, action })
    return { action, resource: role?.arn ?? '', decision }
  })
  const error = new IdentityPoolError(
    'InvalidIdentityPoolConfigurationException',
    'Invalid identity pool configuration. Check assigned IAM roles for this pool.',
  )
  for (const { action, resource, decision } of decisions) {
    const isPassed = decision?.allowed === true
    const described = decision && describeDecision({ action, resource }, decision)
    const check = { name: action, isPassed, ...(described && { decision: described }) }
    checks?.note(check, isPassed ? undefined : error)
    if (!isPassed) throw error
  }
}

/** Who signs with the session's credentials. */
export function principalOf(session: Session, role: Role): Principal {
  const [, partition = '', , , account = ''] = role.arn.split(':')
  const isGuest = session.amr.includes('unauthenticated')
  return {
    role,
    assumedRoleArn: `arn:${partition}:sts::${account}:assumed-role/${role.name}/${sessionName}`,
    context: {
      ...identityKeys(session),
      ...principalTagKeys(session.tags ?? {}),
      'aws:FederatedProvider': openIdProviderName,
      'aws:PrincipalAccount': account,
      'aws:PrincipalArn': role.arn,
      'aws:PrincipalType': 'AssumedRole',
      'aws:TokenIssueTime': new Date(session.issuedAtMs).toISOString(),
      'aws:userid': `${role.id}:${sessionName}`,
    },
    ...(isGuest && { sessionPolicies: guestSessionPolicies }),
  }
}

/** Condition keys and policy variables of an identity. */
export function identityKeys({
  identityId,
  poolId,
  amr,
}: Pick<Session, 'identityId' | 'poolId' | 'amr'>) {
  return {
    [`${openIdProviderName}:sub`]: identityId,
    [`${openIdProviderName}:aud`]: poolId,
    [`${openIdProviderName}:amr`]: amr,
  }
}

export interface FoundPrincipal {
  principal: Principal
  /** Whether it has credentials of this principal now. */
  isIssued: boolean
}

interface Finding {
  identities: Pick<Identities, 'find'>
  /** Of the credentials that are alive. */
  findNewestOf: (identityId: string) => SessionCredentials | undefined
  pools: () => readonly IdentityPoolConfig[]
  clock: Clock
}

/** @returns undefined where there is no such identity, or no role for it. */
export function findPrincipal(
  identityId: string,
  { identities, findNewestOf, pools, clock }: Finding,
): FoundPrincipal | undefined {
  const identity = identities.find(identityId)
  if (!identity) return undefined
  const issued = findNewestOf(identity.id)
  if (issued) return { principal: issued.principal, isIssued: true }

  const pool = pools().find(({ id }) => id === identity.poolId)
  const isGuest = identity.logins.length === 0
  const role = isGuest ? pool?.unauthenticatedRole : pool?.authenticatedRole
  if (!pool || !role) return undefined
  const names = identity.logins.map(({ providerName }) => providerName)
  const amr = isGuest ? ['unauthenticated'] : ['authenticated', ...names]
  const session = { identityId: identity.id, poolId: pool.id, roleArn: role.arn, amr }
  const principal = principalOf({ ...session, issuedAtMs: clock.now() }, role)
  return { principal, isIssued: false }
}
