import { identityPoolRequests } from '../../identity-pools/shapes.ts'
import { userPoolRequests } from '../../user-pools/shapes.ts'
import { findEntry, type Value } from '../nodes.ts'
import type { Problems } from '../problems.ts'
import type { EvaluatedResource } from '../resource-types.ts'

type Structure = ReturnType<typeof userPoolRequests>
type Shape = Structure['members'][string]

/** The request that CloudFormation makes of a resource, and members that it calls otherwise. */
const requests: Readonly<
  Record<string, readonly [() => Structure, Readonly<Record<string, string>>?]>
> = {
  'AWS::Cognito::UserPool': [
    () => userPoolRequests('CreateUserPool'),
    { PoolName: 'UserPoolName' },
  ],
  'AWS::Cognito::UserPoolClient': [() => userPoolRequests('CreateUserPoolClient')],
  'AWS::Cognito::UserPoolGroup': [() => userPoolRequests('CreateGroup')],
  'AWS::Cognito::UserPoolIdentityProvider': [() => userPoolRequests('CreateIdentityProvider')],
  'AWS::Cognito::UserPoolResourceServer': [() => userPoolRequests('CreateResourceServer')],
  'AWS::Cognito::IdentityPool': [() => identityPoolRequests('CreateIdentityPool')],
}

/**
 * Lengths and patterns of AWS's own model of the service, for which it takes a stack back. For a resource
 * in which nothing else is wrong: readers say more of what they know.
 */
export function checkShapes(
  { type, logicalId, properties }: EvaluatedResource,
  problems: Problems,
) {
  const [shapeOf, names = {}] = requests[type] ?? []
  for (const [member, shape] of Object.entries(shapeOf?.().members ?? {})) {
    const name = names[member] ?? member
    const value = findEntry(properties, name)?.value
    if (value) check(shape, value, `${logicalId}.${name}`, problems)
  }
}

/** What has another type is for the readers, which know how CloudFormation turns one into another. */
function check(shape: Shape, value: Value, path: string, problems: Problems): void {
  if (shape.type === 'string' && value.kind === 'scalar') {
    const fault = faultOf(shape, value.text)
    if (fault !== undefined) problems.add(value.at, `${path}: AWS asks that it ${fault}.`)
  }
  if (shape.type === 'list' && value.kind === 'list') {
    // Of lengths the model is not always right: AWS makes a pool with 50 attributes of one's own and more.
    for (const [index, item] of value.items.entries()) {
      check(shape.of, item, `${path}[${index}]`, problems)
    }
  }
  if (value.kind !== 'map') return
  for (const { key, value: item } of value.entries) {
    const inner = shape.type === 'structure' ? shape.members[key] : undefined
    const of = shape.type === 'map' ? shape.of : inner
    if (of) check(of, item, `${path}.${key}`, problems)
  }
}

function faultOf(shape: Extract<Shape, { type: 'string' }>, text: string): string | undefined {
  const length = lengthFault(shape, text.length)
  if (length !== undefined) return length
  if (shape.values && !shape.values.includes(text)) return `be one of ${shape.values.join(', ')}`
  return shape.pattern && !shape.pattern.test(text)
    ? `satisfy regular expression pattern: ${shape.patternText ?? shape.pattern.source}`
    : undefined
}

function lengthFault(
  { minLength = 0, maxLength = Infinity }: { minLength?: number; maxLength?: number },
  length: number,
): string | undefined {
  if (length < minLength) return `have at least ${minLength} characters, not ${length}`
  return length > maxLength ? `have at most ${maxLength} characters, not ${length}` : undefined
}
