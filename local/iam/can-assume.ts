import type { RequestContext } from './context.ts'
import { evaluate, type Decision } from './evaluate.ts'
import type { Role } from './policy/policy.ts'

interface Assumption {
  federated: string
  action: string
  context: RequestContext
}

/**
 * Whether a role's trust policy lets an outside identity assume it.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html
 */
export function canAssume(role: Role, request: Assumption): boolean {
  return decideAssumption(role, request).allowed
}

export function decideAssumption(role: Role, request: Assumption): Decision {
  const { federated, action, context } = request
  const asked = { principal: { federated }, action, resource: role.arn, context }
  return evaluate(asked, [role.trustPolicy])
}
