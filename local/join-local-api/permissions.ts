import { callerArn, identityPolicies, principalArn } from '../iam/caller.ts'
import { describeDecision } from '../iam/describe-decision.ts'
import { evaluate } from '../iam/evaluate.ts'
import type { Caller, Credentials, PolicyDocument, Role, Statement } from '../iam/policy/policy.ts'
import { findStatementPlace } from '../iam/policy/statement-place.ts'
import { principalTagKeys } from '../iam/session-tags.ts'
import type { IdentityPools } from '../identity-pools/service.ts'
import type {
  PermissionParts,
  SimulatedRequest,
} from '../local-api/permissions/permission-routes.ts'
import type { Deployment } from '../template/deployment.ts'

interface Options {
  identityPools: Pick<IdentityPools, 'identities' | 'findPrincipal'>
  deployment: () => Deployment
  resolveCredentials: (accessKeyId: string) => Credentials | undefined
  /** Of the template, as errors name it. */
  file: string
  nowMs: () => number
}

const atOnce = 100
/** As IAM's policy simulator calls them. */
const evalDecisions = {
  allowed: 'allowed',
  'explicit-deny': 'explicitDeny',
  'no-match': 'implicitDeny',
} as const

/**
 * Asks the evaluator that S3 and Cognito ask, of a request that nobody sends.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
 */
export function createPermissions(options: Options): PermissionParts {
  const { identityPools, deployment, resolveCredentials, file, nowMs } = options

  function findCaller(
    request: SimulatedRequest,
  ): { caller: Caller; isIssued: boolean } | undefined {
    const { identityId, roleArn, accessKeyId } = request
    if (identityId !== undefined) {
      const found = identityPools.findPrincipal(identityId)
      return found && { caller: found.principal, isIssued: found.isIssued }
    }
    if (accessKeyId !== undefined) {
      const caller = resolveCredentials(accessKeyId)?.principal
      return caller && { caller, isIssued: true }
    }
    const role = deployment().roles.find(({ arn }) => arn === roleArn)
    return role && { caller: sessionOf(role), isIssued: false }
  }

  function resourcePolicy(resource: string): PolicyDocument | undefined {
    const [, , service, , , name = ''] = resource.split(':')
    const [bucketName] = name.split('/')
    if (service !== 's3') return undefined
    return deployment().buckets.find(({ name: each }) => each === bucketName)?.policy
  }

  return {
    simulate(request) {
      const found = findCaller(request)
      if (!found) return undefined
      const { action, resource, principalTags } = request
      const caller = withTags(found.caller, principalTags)
      const ofResource = resourcePolicy(resource)
      const ofIdentity = identityPolicies(caller)
      const context = {
        'aws:CurrentTime': new Date(nowMs()).toISOString(),
        'aws:EpochTime': String(Math.floor(nowMs() / 1000)),
        'aws:PrincipalArn': principalArn(caller),
        ...request.context,
      }
      const decision = evaluate({ principal: caller, action, resource, context }, [
        ...ofIdentity,
        ...(ofResource ? [ofResource] : []),
      ])
      const { statement } = decision
      const place = statement && findStatementPlace(statement)
      return {
        decision: evalDecisions[decision.reason],
        principal: callerArn(caller),
        isIssued: found.isIssued,
        principalTags: tagsOf(caller),
        ...describeStatement(statement && describeDecision(request, decision).statement),
        policy: kindOf(statement, { ofIdentity, ofResource }, decision.allowed),
        ...(place && { place: { file, ...place } }),
      }
    },
    roles: () =>
      deployment().roles.map(({ name, arn, policies, trustPolicy }) => ({
        name,
        arn,
        policies: policies.map(placesOf),
        trust: placesOf(trustPolicy),
      })),
    identities(afterId) {
      const found = []
      for (const identity of identityPools.identities(afterId)) {
        if (found.length === atOnce) return { identities: found, after: found.at(-1)?.id ?? '' }
        const { id, poolId, logins, createdAtMs } = identity
        found.push({ id, poolId, logins, createdAt: new Date(createdAtMs).toISOString() })
      }
      return { identities: found }
    },
  }

  function placesOf({ statements }: PolicyDocument) {
    return statements.map((statement) => {
      const decision = { allowed: true, reason: 'allowed', statement } as const
      const place = findStatementPlace(statement)
      return {
        ...describeDecision({ action: '', resource: '' }, decision).statement,
        ...(place && { place: { file, ...place } }),
      }
    })
  }
}

function describeStatement(statement: object | undefined) {
  return statement ? { statement } : {}
}

/** Of a session that nobody has: what it knows of itself is its role alone. */
function sessionOf(role: Role): Caller {
  const [, partition = '', , , account = ''] = role.arn.split(':')
  return {
    role,
    assumedRoleArn: `arn:${partition}:sts::${account}:assumed-role/${role.name}/simulated`,
    context: {
      'aws:PrincipalAccount': account,
      'aws:PrincipalArn': role.arn,
      'aws:PrincipalType': 'AssumedRole',
      'aws:userid': `${role.id}:simulated`,
    },
  }
}

const tagPrefix = 'aws:PrincipalTag/'

function withTags(caller: Caller, tags: SimulatedRequest['principalTags']): Caller {
  if (!tags) return caller
  const others = Object.entries(caller.context).filter(([key]) => !key.startsWith(tagPrefix))
  return { ...caller, context: { ...Object.fromEntries(others), ...principalTagKeys(tags) } }
}

function tagsOf({ context }: Caller) {
  return Object.fromEntries(
    Object.entries(context).flatMap(([key, value]) =>
      key.startsWith(tagPrefix) ? [[key.slice(tagPrefix.length), value]] : [],
    ),
  )
}

/** Which of its policies decided: a session's own where neither of the others has the statement. */
function kindOf(
  statement: Statement | undefined,
  policies: { ofIdentity: readonly PolicyDocument[]; ofResource: PolicyDocument | undefined },
  isAllowed: boolean,
): 'identity' | 'resource' | 'session' | 'none' {
  if (!statement) return 'none'
  if (policies.ofResource?.statements.includes(statement)) return 'resource'
  if (isAllowed || policies.ofIdentity.some(({ statements }) => statements.includes(statement))) {
    return 'identity'
  }
  return 'session'
}
