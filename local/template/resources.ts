import { circle } from './conditions.ts'
import { evaluate } from './intrinsics/evaluate.ts'
import type { Scope } from './intrinsics/scope.ts'
import {
  describe,
  findEntry,
  type MapEntry,
  type MapNode,
  type TemplateNode,
  type Value,
} from './nodes.ts'
import type { Problems } from './problems.ts'
import { type EvaluatedResource, isResourceType } from './resource-types.ts'
import { Fault, type Position } from './template-error.ts'

export interface Resources {
  /** @throws Fault at `at` when there is none, or when the way to it leads in a circle. */
  get(logicalId: string, at: Position): EvaluatedResource
  /** Every resource whose condition holds, in the order of the file. */
  all(): EvaluatedResource[]
}

/** SAM's macro runs in CloudFormation alone. */
const ofServerless =
  ' It reads what SAM makes of it, which AWS tells of a stack: aws cloudformation get-template --template-stage Processed. Without a stack, write what it stands for: an AWS::Lambda::Function with its ZipFile, its AWS::IAM::Role, an AWS::Lambda::Permission and the LambdaConfig of the pool.'

/** Resource attributes; what they say beyond order and condition has no effect without a stack. */
const attributes = new Set([
  'Type',
  'Properties',
  'Condition',
  'DependsOn',
  'CreationPolicy',
  'DeletionPolicy',
  'Metadata',
  'UpdatePolicy',
  'UpdateReplacePolicy',
])

const policies = new Set(['Delete', 'Retain', 'RetainExceptOnCreate', 'Snapshot'])

/** Evaluates each resource when it is first asked for, as CloudFormation creates them in order. */
export function createResources(
  section: MapNode<TemplateNode>,
  scope: Scope,
  problems: Problems,
): Resources {
  const known = new Map<string, EvaluatedResource>()
  const underWay: string[] = []

  function get(logicalId: string, at: Position): EvaluatedResource {
    const resource = known.get(logicalId)
    if (resource) return resource
    const entry = findEntry(section, logicalId)
    if (!entry) throw new Fault(at, `The template has no resource or parameter ${logicalId}.`)
    if (underWay.includes(logicalId)) {
      throw new Fault(
        at,
        `Resources depend on each other in a circle: ${circle(underWay, logicalId)}.`,
      )
    }
    const body = bodyOf(entry)
    const condition = findEntry(body, 'Condition')?.value
    if (condition && !holds(condition, scope)) {
      throw new Fault(
        at,
        `${logicalId} is not there, since its condition ${describe(condition)} does not hold.`,
      )
    }
    underWay.push(logicalId)
    try {
      const evaluated = evaluateResource(entry, body)
      known.set(logicalId, evaluated)
      return evaluated
    } finally {
      underWay.pop()
    }
  }

  function evaluateResource(
    { key: logicalId, keyAt }: MapEntry<TemplateNode>,
    body: MapNode<TemplateNode>,
  ): EvaluatedResource {
    checkAttributes(body, problems)
    const type = findEntry(body, 'Type')?.value
    if (type?.kind !== 'scalar') throw new Fault(keyAt, `The resource ${logicalId} has no Type.`)
    if (!isResourceType(type.text)) {
      const remedy = type.text.startsWith('AWS::Serverless::') ? ofServerless : ''
      throw new Fault(type.at, `The local AWS cannot read the resource type ${type.text}.${remedy}`)
    }
    problems.attempt(() => followDependencies(body))
    const properties = findEntry(body, 'Properties')?.value
    return { logicalId, type: type.text, properties: evaluateProperties(properties, keyAt) }
  }

  function evaluateProperties(node: TemplateNode | undefined, at: Position): MapNode<Value> {
    if (!node) return { kind: 'map', at, entries: [] }
    if (node.kind !== 'map') throw new Fault(node.at, 'Properties must be a map.')
    const entries: MapEntry<Value>[] = []
    for (const entry of node.entries) {
      const value = problems.attempt(() => evaluate(entry.value, scope))
      if (value) entries.push({ ...entry, value })
    }
    return { ...node, entries }
  }

  function followDependencies(body: MapNode<TemplateNode>): void {
    const value = findEntry(body, 'DependsOn')?.value
    const items = value?.kind === 'list' ? value.items : value ? [value] : []
    for (const item of items) {
      if (item.kind !== 'scalar') throw new Fault(item.at, 'DependsOn takes logical ids.')
      // AWS passes over a dependency that its condition leaves out.
      if (!findEntry(section, item.text) || isThere(item.text)) get(item.text, item.at)
    }
  }

  function isThere(logicalId: string): boolean {
    const entry = findEntry(section, logicalId)
    const condition = entry && findEntry(bodyOf(entry), 'Condition')?.value
    return entry !== undefined && (!condition || holds(condition, scope))
  }

  return {
    get,
    all: () =>
      section.entries.flatMap(
        ({ key, keyAt }) =>
          problems.attempt(() => (isThere(key) ? get(key, keyAt) : undefined)) ?? [],
      ),
  }
}

function checkAttributes(body: MapNode<TemplateNode>, problems: Problems): void {
  for (const { key, keyAt, value } of body.entries) {
    if (!attributes.has(key)) problems.add(keyAt, `A resource has no attribute ${key}.`)
    const isPolicy = key === 'DeletionPolicy' || key === 'UpdateReplacePolicy'
    if (isPolicy && !(value.kind === 'scalar' && policies.has(value.text))) {
      problems.add(value.at, `${key} must be one of ${[...policies].join(', ')}.`)
    }
  }
}

function bodyOf({ key, keyAt, value }: MapEntry<TemplateNode>): MapNode<TemplateNode> {
  if (value.kind === 'map') return value
  throw new Fault(keyAt, `The resource ${key} must be a map.`)
}

function holds(condition: TemplateNode, scope: Scope): boolean {
  if (condition.kind === 'scalar') return scope.condition(condition.text, condition.at)
  throw new Fault(condition.at, `Condition takes a name, not ${describe(condition)}.`)
}
