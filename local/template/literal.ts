import type { TemplateNode, Value } from './nodes.ts'
import { Fault } from './template-error.ts'

/** For the sections that CloudFormation reads before any function is evaluated. */
export function literal(node: TemplateNode): Value {
  switch (node.kind) {
    case 'intrinsic':
      throw new Fault(node.at, `${node.name} cannot stand here.`)
    case 'scalar':
      return node
    case 'list':
      return { ...node, items: node.items.map(literal) }
    case 'map': {
      const entries = node.entries.map((entry) => ({ ...entry, value: literal(entry.value) }))
      return { ...node, entries }
    }
  }
}
