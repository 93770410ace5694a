import type { MapNode, TemplateNode, Value } from './nodes.ts'
import { Fault } from './template-error.ts'

/** For the sections that CloudFormation reads before any function is evaluated. */
export function literal(node: TemplateNode): Value {
  if (node.kind === 'intrinsic') throw new Fault(node.at, `${node.name} cannot stand here.`)
  if (node.kind === 'scalar') return node
  if (node.kind === 'list') return { ...node, items: node.items.map(literal) }
  return literalMap(node)
}

export function literalMap(node: MapNode<TemplateNode>): MapNode<Value> {
  const entries = node.entries.map((entry) => ({ ...entry, value: literal(entry.value) }))
  return { ...node, entries }
}
