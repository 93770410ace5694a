import {
  describe,
  type IntrinsicNode,
  type MapEntry,
  type TemplateNode,
  type Value,
} from '../nodes.ts'
import { Fault } from '../template-error.ts'
import { evaluateCondition } from './evaluate-condition.ts'
import { findInMap } from './find-in-map.ts'
import { getAtt } from './get-att.ts'
import { join, select, split } from './lists.ts'
import type { Scope } from './scope.ts'
import { sub } from './sub.ts'

/** @returns undefined where `AWS::NoValue` leaves the property or item out. */
export function evaluate(node: TemplateNode, scope: Scope): Value | undefined {
  switch (node.kind) {
    case 'scalar':
      // AWS resolves these at deployment, from stores that are not here.
      if (node.text.includes('{{resolve:')) {
        throw new Fault(node.at, 'Dynamic references cannot be resolved locally. Use a parameter.')
      }
      return node
    case 'list': {
      const items = node.items.map((item) => evaluate(item, scope))
      return { ...node, items: items.filter((item) => item !== undefined) }
    }
    case 'map': {
      const entries: MapEntry<Value>[] = []
      for (const entry of node.entries) {
        const value = evaluate(entry.value, scope)
        if (value) entries.push({ ...entry, value })
      }
      return { ...node, entries }
    }
    case 'intrinsic':
      return evaluateIntrinsic(node, scope)
  }
}

function evaluateIntrinsic(node: IntrinsicNode, scope: Scope): Value | undefined {
  const { at, argument } = node
  switch (node.name) {
    case 'Ref':
      if (argument.kind !== 'scalar') throw new Fault(at, 'Ref takes a name.')
      return scope.ref(argument.text, at)
    case 'Fn::If':
      return choose(node, scope)
    case 'Fn::FindInMap':
      return findInMap(node, scope, evaluate)
    case 'Fn::GetAtt':
      return getAtt(node, scope, evaluate)
    case 'Fn::Join':
      return join(node, scope, evaluate)
    case 'Fn::Select':
      return select(node, scope, evaluate)
    case 'Fn::Split':
      return split(node, scope, evaluate)
    case 'Fn::Sub':
      return sub(node, scope, evaluate)
    default:
      throw new Fault(at, `${node.name} stands in Conditions only; here Fn::If takes its name.`)
  }
}

/** The branch that is not taken is not evaluated: it may name what a condition leaves out. */
function choose({ at, argument }: IntrinsicNode, scope: Scope): Value | undefined {
  if (argument.kind !== 'list' || argument.items.length !== 3) {
    throw new Fault(at, 'Fn::If takes a condition’s name and two values.')
  }
  const [condition, whenTrue, whenFalse] = argument.items as [
    TemplateNode,
    TemplateNode,
    TemplateNode,
  ]
  if (condition.kind !== 'scalar') {
    throw new Fault(condition.at, `Fn::If takes a condition’s name, not ${describe(condition)}.`)
  }
  const holds = evaluateCondition(
    { kind: 'intrinsic', at: condition.at, name: 'Condition', argument: condition },
    scope,
    evaluate,
  )
  return evaluate(holds ? whenTrue : whenFalse, scope)
}
