import { collectKeys, type ContextKeys, type RequestContext } from './context.ts'
import { matchPrincipal, type Requester } from './match/match-principal.ts'
import { matchesStatement } from './match/match-statement.ts'
import type { PolicyDocument, Statement } from './policy/policy.ts'

export interface AccessRequest {
  /** Undefined when nobody signed. */
  principal?: Requester
  /** E.g. `s3:GetObject`. */
  action: string
  /** Its whole ARN, object key as it is: `arn:aws:s3:::bucket/key`. */
  resource: string
  /** Condition keys of this request; those of the principal's session are added, and win. */
  context: RequestContext
}

export interface Decision {
  allowed: boolean
  reason: 'explicit-deny' | 'no-match' | 'allowed'
  /** The one that decided. */
  statement?: Statement
}

/**
 * Decides as IAM does within one account: an explicit deny wins, then any allow, else it is denied.
 * A session with session policies needs their allow as well.
 *
 * Give it the role's policies together with the resource's own.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function evaluate(request: AccessRequest, policies: readonly PolicyDocument[]): Decision {
  const { principal } = request
  const session = principal && 'role' in principal ? principal : undefined
  const known = principal && 'context' in principal ? principal.context : undefined
  const keys = collectKeys(request.context, known)
  const decision = decide(request, keys, policies)
  if (!decision.allowed || !session?.sessionPolicies) return decision
  const bound = decide(request, keys, session.sessionPolicies)
  return bound.allowed ? decision : bound
}

function decide(
  request: AccessRequest,
  keys: ContextKeys,
  policies: readonly PolicyDocument[],
): Decision {
  let allowedBy: Statement | undefined
  for (const { statements } of policies) {
    for (const statement of statements) {
      if (statement.effect === 'Allow' && allowedBy) continue
      const named = matchPrincipal(statement, request.principal)
      if (named === 'none' || !matchesStatement(statement, request, keys)) continue
      if (statement.effect === 'Deny') {
        return { allowed: false, reason: 'explicit-deny', statement }
      }
      if (named === 'direct') allowedBy = statement
    }
  }
  return allowedBy
    ? { allowed: true, reason: 'allowed', statement: allowedBy }
    : { allowed: false, reason: 'no-match' }
}
