import type { PolicyDecision } from '../core/ports/checks.ts'
import type { AccessRequest, Decision } from './evaluate.ts'
import type { Condition, Statement } from './policy/policy.ts'

/** A decision for people, its statement as a policy document has it. */
export function describeDecision(
  { action, resource }: Pick<AccessRequest, 'action' | 'resource'>,
  { reason, statement }: Decision,
): PolicyDecision {
  return { action, resource, reason, ...(statement && { statement: statementOf(statement) }) }
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html */
function statementOf(statement: Statement): Readonly<Record<string, unknown>> {
  const { sid, effect, actions, notActions, resources, notResources, conditions } = statement
  return {
    ...(sid !== undefined && { Sid: sid }),
    Effect: effect,
    ...(statement.principals && { Principal: statement.principals }),
    ...(statement.notPrincipals && { NotPrincipal: statement.notPrincipals }),
    ...(notActions ? { NotAction: notActions } : { Action: actions }),
    ...(notResources ? { NotResource: notResources } : resources[0] && { Resource: resources }),
    ...(conditions[0] && { Condition: conditionsOf(conditions) }),
  }
}

function conditionsOf(conditions: readonly Condition[]): Record<string, Record<string, unknown>> {
  const described: Record<string, Record<string, unknown>> = {}
  for (const { operator, qualifier, ifExists, key, values } of conditions) {
    const name = `${qualifier ? `${qualifier}:` : ''}${operator}${ifExists ? 'IfExists' : ''}`
    described[name] = { ...described[name], [key]: values }
  }
  return described
}
