import { identityPolicies } from '../iam/caller.ts'
import { evaluate, type AccessRequest, type Decision } from '../iam/evaluate.ts'
import { matchPrincipal } from '../iam/match/match-principal.ts'
import type { Caller, PolicyDocument } from '../iam/policy/policy.ts'

/**
 * Decides about a key. Its own policy comes first: it lets somebody in by itself, or leaves it to the
 * account's policies, which count for nothing where it does not.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
export function decideForKey(
  request: AccessRequest & { principal: Caller },
  keyPolicy: PolicyDocument | undefined,
): Decision {
  const identity = identityPolicies(request.principal)
  if (!keyPolicy) return evaluate(request, identity)
  const whole = evaluate(request, [...identity, keyPolicy])
  if (whole.reason === 'explicit-deny') return whole
  const byKey = evaluate(request, [keyPolicy])
  if (byKey.allowed) return byKey
  const leavesIt = evaluate(request, [delegations(keyPolicy, request.principal)])
  return leavesIt.allowed ? evaluate(request, identity) : leavesIt
}

/** The statements that name the account, for whoever is of it. */
function delegations({ statements }: PolicyDocument, principal: Caller): PolicyDocument {
  return {
    statements: statements
      .filter((statement) => matchPrincipal(statement, principal) === 'account')
      .map(({ principals: _, ...statement }) => statement),
  }
}
