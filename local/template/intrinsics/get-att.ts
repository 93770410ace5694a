import { type IntrinsicNode, type ScalarNode, textValue } from '../nodes.ts'
import { Fault } from '../template-error.ts'
import { argumentsOf, type Evaluate, textOf } from './arguments.ts'
import type { Scope } from './scope.ts'

/** `[Resource, Attribute]`, or `Resource.Attribute` as the short form has it. */
export function getAtt(node: IntrinsicNode, scope: Scope, evaluate: Evaluate): ScalarNode {
  const [logicalId, attribute] =
    node.argument.kind === 'scalar' ? splitName(node) : namesOf(node, scope, evaluate)
  return textValue(node.at, scope.attribute(logicalId, attribute, node.at))
}

function splitName({ at, argument }: IntrinsicNode): [string, string] {
  const text = argument.kind === 'scalar' ? argument.text : ''
  const dot = text.indexOf('.')
  if (dot < 1) throw new Fault(at, 'Fn::GetAtt takes a resource and an attribute: Resource.Arn.')
  return [text.slice(0, dot), text.slice(dot + 1)]
}

function namesOf(node: IntrinsicNode, scope: Scope, evaluate: Evaluate): [string, string] {
  const [logicalId = '', attribute = ''] = argumentsOf(node, 2).map((item) =>
    textOf(evaluate(item, scope), item.at, 'What Fn::GetAtt names'),
  )
  return [logicalId, attribute]
}
