import { findEntry, type IntrinsicNode, type Value } from '../nodes.ts'
import { Fault } from '../template-error.ts'
import { argumentsOf, type Evaluate, textOf } from './arguments.ts'
import type { Scope } from './scope.ts'

export function findInMap(node: IntrinsicNode, scope: Scope, evaluate: Evaluate): Value {
  const [mapName = '', topKey = '', secondKey = ''] = argumentsOf(node, 3).map((item) =>
    textOf(evaluate(item, scope), item.at, 'What Fn::FindInMap looks up'),
  )
  const top = findEntry(scope.mapping(mapName, node.at), topKey)?.value
  if (top?.kind !== 'map') {
    throw new Fault(node.at, `The mapping ${mapName} has no key ${JSON.stringify(topKey)}.`)
  }
  const found = findEntry(top, secondKey)?.value
  const value = found && evaluate(found, scope)
  if (!value) {
    throw new Fault(node.at, `${mapName}.${topKey} has no key ${JSON.stringify(secondKey)}.`)
  }
  return value
}
