import type { ContextKeys } from '../context.ts'
import { matchArn, prepareArnPattern, type ArnPattern } from './match-arn.ts'
import { matchesCondition, prepareCondition, type PreparedCondition } from './match-condition.ts'
import { parsePattern } from './pattern.ts'
import type { Statement } from '../policy/policy.ts'
import { fillPattern, matchesWildcard, type Wildcard } from './wildcard.ts'

interface PreparedStatement {
  actions: readonly Wildcard[]
  notActions: readonly Wildcard[] | undefined
  resources: readonly ArnPattern[]
  notResources: readonly ArnPattern[] | undefined
  conditions: readonly PreparedCondition[]
}

const prepared = new WeakMap<Statement, PreparedStatement>()

/** Whether a statement is about this action on this resource, under these conditions. */
export function matchesStatement(
  statement: Statement,
  request: { action: string; resource: string },
  keys: ContextKeys,
): boolean {
  const parts = prepare(statement)
  return (
    matchesAction(parts, request.action) &&
    matchesResource(statement, parts, request.resource, keys) &&
    parts.conditions.every((condition) => matchesCondition(condition, keys))
  )
}

function matchesAction({ actions, notActions }: PreparedStatement, action: string): boolean {
  const name = action.toLowerCase()
  return notActions
    ? !notActions.some((pattern) => matchesWildcard(pattern, name))
    : actions.some((pattern) => matchesWildcard(pattern, name))
}

/** A NotResource that cannot be resolved excludes who knows what, so it matches nothing. */
function matchesResource(
  statement: Statement,
  { resources, notResources }: PreparedStatement,
  resource: string,
  keys: ContextKeys,
): boolean {
  if (notResources) {
    return notResources.every((pattern) => matchArn(pattern, resource, keys) === false)
  }
  // A trust policy has no resource: it is about the role that it stands on.
  if (resources.length === 0) return Boolean(statement.principals ?? statement.notPrincipals)
  return resources.some((pattern) => matchArn(pattern, resource, keys) === true)
}

function prepare(statement: Statement): PreparedStatement {
  let parts = prepared.get(statement)
  if (!parts) {
    parts = {
      actions: statement.actions.map(prepareAction),
      notActions: statement.notActions?.map(prepareAction),
      resources: statement.resources.map(prepareResource),
      notResources: statement.notResources?.map(prepareResource),
      conditions: statement.conditions.map(prepareCondition),
    }
    prepared.set(statement, parts)
  }
  return parts
}

function prepareAction(action: string): Wildcard {
  return fillPattern(parsePattern(action.toLowerCase()), new Map()) ?? []
}

function prepareResource(resource: string): ArnPattern {
  return prepareArnPattern(parsePattern(resource))
}
