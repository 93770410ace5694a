import {
  describe,
  type IntrinsicNode,
  type ListNode,
  type TemplateNode,
  type Value,
} from '../nodes.ts'
import { Fault, type Position } from '../template-error.ts'
import type { Scope } from './scope.ts'

/** Handed to each function, so that they need not import the evaluator that imports them. */
export type Evaluate = (node: TemplateNode, scope: Scope) => Value | undefined

/** The arguments of a function that takes from `least` to `most` of them, unevaluated. */
export function argumentsOf(
  { name, at, argument }: IntrinsicNode,
  least: number,
  most: number = least,
): readonly TemplateNode[] {
  const count = argument.kind === 'list' ? argument.items.length : undefined
  if (argument.kind !== 'list' || count === undefined || count < least || count > most) {
    const wanted = least === most ? `${least}` : `${least} to ${most}`
    throw new Fault(at, `${name} takes a list of ${wanted} arguments.`)
  }
  return argument.items
}

export function textOf(value: Value | undefined, at: Position, what: string): string {
  if (value?.kind === 'scalar') return value.text
  throw new Fault(at, `${what} must be text, not ${value ? describe(value) : 'AWS::NoValue'}.`)
}

export function listOf(value: Value | undefined, at: Position, what: string): ListNode<Value> {
  if (value?.kind === 'list') return value
  throw new Fault(at, `${what} must be a list, not ${value ? describe(value) : 'AWS::NoValue'}.`)
}
