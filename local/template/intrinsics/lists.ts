import {
  type IntrinsicNode,
  type ListNode,
  type ScalarNode,
  textValue,
  type Value,
} from '../nodes.ts'
import { Fault } from '../template-error.ts'
import { argumentsOf, type Evaluate, listOf, textOf } from './arguments.ts'
import type { Scope } from './scope.ts'

/** The two arguments that each of these functions takes, evaluated. */
function twoOf(
  node: IntrinsicNode,
  scope: Scope,
  evaluate: Evaluate,
): [Value | undefined, Value | undefined] {
  const [first, second] = argumentsOf(node, 2).map((item) => evaluate(item, scope))
  return [first, second]
}

export function join(node: IntrinsicNode, scope: Scope, evaluate: Evaluate): ScalarNode {
  const [delimiter, list] = twoOf(node, scope, evaluate)
  const parts = listOf(list, node.at, 'What Fn::Join joins').items.map((item) =>
    textOf(item, item.at, 'Each item that Fn::Join joins'),
  )
  return textValue(node.at, parts.join(textOf(delimiter, node.at, 'The delimiter of Fn::Join')))
}

export function split(node: IntrinsicNode, scope: Scope, evaluate: Evaluate): ListNode<Value> {
  const [first, second] = twoOf(node, scope, evaluate)
  const delimiter = textOf(first, node.at, 'The delimiter of Fn::Split')
  if (delimiter === '') throw new Fault(node.at, 'The delimiter of Fn::Split may not be empty.')
  const text = textOf(second, node.at, 'What Fn::Split takes apart')
  const parts = text.split(delimiter)
  scope.secrets.addParts(text, parts)
  return { kind: 'list', at: node.at, items: parts.map((part) => textValue(node.at, part)) }
}

export function select(node: IntrinsicNode, scope: Scope, evaluate: Evaluate): Value {
  const [first, second] = twoOf(node, scope, evaluate)
  const index = textOf(first, node.at, 'The index of Fn::Select')
  const { items } = listOf(second, node.at, 'What Fn::Select takes from')
  const item = /^\d+$/.test(index) ? items[Number(index)] : undefined
  if (!item) {
    throw new Fault(node.at, `Fn::Select asks for item ${index} of a list of ${items.length}.`)
  }
  return item
}
