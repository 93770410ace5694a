import { describe, type IntrinsicNode, type TemplateNode } from '../nodes.ts'
import { Fault } from '../template-error.ts'
import { argumentsOf, type Evaluate, listOf, textOf } from './arguments.ts'
import type { Scope } from './scope.ts'

/**
 * A node of the `Conditions` section: `Condition`, `Fn::And`, `Fn::Equals`, `Fn::Not` or `Fn::Or`; in
 * a rule one of its own functions, too.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html
 */
export function evaluateCondition(node: TemplateNode, scope: Scope, evaluate: Evaluate): boolean {
  const condition = conditionOf(node)
  const each = (item: TemplateNode): boolean => evaluateCondition(item, scope, evaluate)
  switch (condition.name) {
    case 'Condition': {
      const { argument } = condition
      if (argument.kind !== 'scalar') throw new Fault(argument.at, 'Condition takes a name.')
      return scope.condition(argument.text, argument.at)
    }
    case 'Fn::Equals': {
      const [left, right] = argumentsOf(condition, 2).map((item) =>
        textOf(evaluate(item, scope), item.at, 'What Fn::Equals compares'),
      )
      return left === right
    }
    // Both look at every argument: an error in one must not hide behind another's answer.
    case 'Fn::And':
      return argumentsOf(condition, 2, 10).map(each).every(Boolean)
    case 'Fn::Or':
      return argumentsOf(condition, 2, 10).map(each).some(Boolean)
    case 'Fn::Not':
      return !argumentsOf(condition, 1).map(each)[0]
    case 'Fn::Contains':
    case 'Fn::EachMemberEquals':
    case 'Fn::EachMemberIn':
      if (scope.isOfRule) return ruleFunction(condition, scope, evaluate)
      throw new Fault(node.at, `${condition.name} stands in Rules only.`)
    default:
      throw new Fault(node.at, `A condition must stand here, not ${describe(node)}.`)
  }
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-rules.html */
function ruleFunction(node: IntrinsicNode, scope: Scope, evaluate: Evaluate): boolean {
  const [first, second] = argumentsOf(node, 2) as [TemplateNode, TemplateNode]
  const textsOf = (item: TemplateNode): string[] =>
    listOf(evaluate(item, scope), item.at, `What ${node.name} looks through`).items.map((each) =>
      textOf(each, each.at, `What ${node.name} compares`),
    )
  const texts = textsOf(first)
  if (node.name === 'Fn::EachMemberIn') {
    const others = textsOf(second)
    return texts.every((text) => others.includes(text))
  }
  const text = textOf(evaluate(second, scope), second.at, `What ${node.name} compares`)
  return node.name === 'Fn::Contains' ? texts.includes(text) : texts.every((each) => each === text)
}

/** `Condition: Name` in its long form is a map like any other until it stands here. */
function conditionOf(node: TemplateNode): IntrinsicNode {
  if (node.kind === 'intrinsic') return node
  const [entry] = node.kind === 'map' ? node.entries : []
  if (node.kind === 'map' && entry?.key === 'Condition' && node.entries.length === 1) {
    return { kind: 'intrinsic', at: node.at, name: 'Condition', argument: entry.value }
  }
  throw new Fault(node.at, `A condition must stand here, not ${describe(node)}.`)
}
