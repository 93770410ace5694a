import { checkParameterValue } from './check-parameter-value.ts'
import { type MapNode, type TemplateNode, textValue, type Value } from '../nodes.ts'
import { itemsOf, readDeclaration } from './parameter-declaration.ts'
import type { Problems } from '../problems.ts'
import { Fault, type Position } from '../template-error.ts'

interface Parameters {
  /** Each as `Ref` gives it. */
  values: ReadonlyMap<string, Value>
  /** Name of a parameter → the name in AWS's Parameter Store that its value is kept under. */
  ofStore: ReadonlyMap<string, string>
}

/** What has neither value nor default is a problem. */
export function readParameters(
  section: MapNode<TemplateNode> | undefined,
  given: Readonly<Record<string, string>>,
  problems: Problems,
): Parameters {
  const values = new Map<string, Value>()
  const ofStore = new Map<string, string>()
  const entries = section?.entries ?? []
  for (const { key, keyAt, value } of entries) {
    problems.attempt(() => {
      const declaration = readDeclaration(key, keyAt, value, problems)
      const text = Object.hasOwn(given, key) ? given[key] : declaration.default
      if (text === undefined) {
        throw new Fault(keyAt, `The parameter ${key} has no default and was given no value.`)
      }
      const { type, noEcho } = declaration
      if (noEcho) {
        const items = type === 'CommaDelimitedList' ? itemsOf(text) : []
        for (const secret of [text, ...items]) problems.secrets.add(secret)
      }
      checkParameterValue(declaration, text)
      if (declaration.isOfStore) ofStore.set(key, text)
      else values.set(key, valueOf(type, keyAt, text))
    })
  }
  const at = section?.at ?? { line: 1, column: 1 }
  for (const name of Object.keys(given)) {
    if (entries.some((entry) => entry.key === name)) continue
    problems.add(at, `The template has no parameter ${name}, yet it was given a value.`)
  }
  return { values, ofStore }
}

function valueOf(type: string, at: Position, text: string): Value {
  if (type !== 'CommaDelimitedList') return textValue(at, text)
  return { kind: 'list', at, items: itemsOf(text).map((item) => textValue(at, item)) }
}
