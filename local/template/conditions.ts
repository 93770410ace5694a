import { evaluate } from './intrinsics/evaluate.ts'
import { evaluateCondition } from './intrinsics/evaluate-condition.ts'
import type { Scope } from './intrinsics/scope.ts'
import { findEntry, type MapNode, type TemplateNode } from './nodes.ts'
import { Fault, type Position } from './template-error.ts'

/** Looks conditions up by name, each evaluated once; one may build on others, but not in a circle. */
export function createConditions(
  section: MapNode<TemplateNode> | undefined,
  scope: Pick<Scope, 'ref' | 'mapping' | 'secrets'>,
): (name: string, at: Position) => boolean {
  const known = new Map<string, boolean | Fault>()
  const underWay: string[] = []

  const conditionScope: Scope = {
    ...scope,
    condition,
    attribute(logicalId, _attribute, at) {
      throw new Fault(at, `A condition cannot ask ${logicalId}: resources come after conditions.`)
    },
  }

  function condition(name: string, at: Position): boolean {
    const value = known.get(name)
    if (value instanceof Fault) throw value
    if (value !== undefined) return value
    const node = section && findEntry(section, name)?.value
    if (!node) throw new Fault(at, `The template has no condition ${name}.`)
    if (underWay.includes(name)) {
      throw new Fault(at, `Conditions build on each other in a circle: ${circle(underWay, name)}.`)
    }
    underWay.push(name)
    try {
      const result = evaluateCondition(node, conditionScope, evaluate)
      known.set(name, result)
      return result
    } catch (error) {
      // One fault is told once, however many conditions build on this one.
      if (error instanceof Fault) known.set(name, error)
      throw error
    } finally {
      underWay.pop()
    }
  }

  return condition
}

export function circle(underWay: readonly string[], again: string): string {
  return [...underWay.slice(underWay.indexOf(again)), again].join(' → ')
}
