import {
  findEntry,
  type IntrinsicNode,
  type MapNode,
  type ScalarNode,
  textValue,
} from '../nodes.ts'
import type { TemplateNode } from '../nodes.ts'
import { Fault } from '../template-error.ts'
import { argumentsOf, type Evaluate, textOf } from './arguments.ts'
import type { Scope } from './scope.ts'

/**
 * `${Name}`, `${Resource.Attribute}` and the names of the second argument; `${!Literal}` stays as
 * `${Literal}`, which is how IAM's own policy variables get through.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html
 */
export function sub(node: IntrinsicNode, scope: Scope, evaluate: Evaluate): ScalarNode {
  const { template, variables } = partsOf(node)
  const text = template.replace(/\$\{([^}]*)\}/g, (_, name: string) => {
    if (name.startsWith('!')) return `\${${name.slice(1)}}`
    const variable = variables && findEntry(variables, name)
    if (variable) return textOf(evaluate(variable.value, scope), variable.keyAt, `\${${name}}`)
    if (!/^(AWS::)?[A-Za-z0-9]+(\.[A-Za-z0-9.]+)?$/.test(name)) {
      throw new Fault(node.at, `\${${name}} names nothing. Write \${!${name}} to keep it as it is.`)
    }
    const dot = name.indexOf('.')
    if (dot > 0) return scope.attribute(name.slice(0, dot), name.slice(dot + 1), node.at)
    return textOf(scope.ref(name, node.at), node.at, `\${${name}}`)
  })
  return textValue(node.at, text)
}

function partsOf(node: IntrinsicNode): { template: string; variables?: MapNode<TemplateNode> } {
  if (node.argument.kind === 'scalar') return { template: node.argument.text }
  const [template, variables] = argumentsOf(node, 2)
  if (template?.kind !== 'scalar') throw new Fault(node.at, 'Fn::Sub takes text.')
  if (variables?.kind !== 'map') throw new Fault(node.at, 'Fn::Sub takes a map of variables.')
  return { template: template.text, variables }
}
