import { evaluate } from './intrinsics/evaluate.ts'
import type { Scope } from './intrinsics/scope.ts'
import { findEntry, type MapNode, type TemplateNode } from './nodes.ts'
import type { Problems } from './problems.ts'
import { Fault } from './template-error.ts'

const known = ['Condition', 'Description', 'Export', 'Value']

/** Outputs whose condition holds, as text. */
export function readOutputs(
  section: MapNode<TemplateNode> | undefined,
  scope: Scope,
  problems: Problems,
): Record<string, string> {
  const outputs = (section?.entries ?? []).flatMap(({ key, keyAt, value: body }) => {
    const text = problems.attempt(() => {
      if (body.kind !== 'map') throw new Fault(keyAt, `The output ${key} must be a map.`)
      for (const entry of body.entries) {
        if (!known.includes(entry.key)) problems.add(entry.keyAt, `An output has no ${entry.key}.`)
      }
      return outputOf(key, body, scope)
    })
    return text === undefined ? [] : [[key, text] as const]
  })
  return Object.fromEntries(outputs)
}

function outputOf(name: string, body: MapNode<TemplateNode>, scope: Scope): string | undefined {
  const condition = findEntry(body, 'Condition')?.value
  if (condition) {
    if (condition.kind !== 'scalar') throw new Fault(condition.at, 'Condition takes a name.')
    if (!scope.condition(condition.text, condition.at)) return undefined
  }
  const node = findEntry(body, 'Value')?.value
  const value = node && evaluate(node, scope)
  if (value?.kind === 'scalar') return value.text
  throw new Fault(node?.at ?? body.at, `The output ${name} needs a Value that is text.`)
}
