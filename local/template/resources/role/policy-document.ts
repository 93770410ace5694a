import { parsePolicyDocument, type PolicyKind } from '../../../iam/policy/parse-policy.ts'
import { PolicyError } from '../../../iam/policy/policy-error.ts'
import { noteStatementPlace } from '../../../iam/policy/statement-place.ts'
import type { PolicyDocument } from '../../../iam/policy/policy.ts'
import { toJson, type Value } from '../../nodes.ts'
import type { PropertyReader } from '../../property-reader.ts'
import { Fault, type Position } from '../../template-error.ts'

/**
 * A policy as a map, or as its JSON in a text, which is how a condition's key is put together.
 *
 * @throws Fault that points at the element which IAM would refuse, or which is unknown here.
 */
export function readPolicyDocument(
  reader: PropertyReader,
  name: string,
  kind: PolicyKind,
): PolicyDocument {
  const value = reader.value(name)
  if (!value) throw new Fault(reader.at, `${reader.path} needs ${name}.`)
  try {
    const where = `${reader.path}.${name}`
    const policy = parsePolicyDocument(jsonOf(value, reader, name), where, kind)
    for (const [index, statement] of policy.statements.entries()) {
      const path = `Statement[${index}]`
      const { line } = positionInside(value, path)
      noteStatementPlace(statement, { path: `${where}.${path}`, line })
    }
    return policy
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error
    throw new Fault(positionInside(value, error.path), `${error.message}.`)
  }
}

function jsonOf(value: Value, reader: PropertyReader, name: string): unknown {
  if (value.kind !== 'scalar' || typeof value.value !== 'string') return toJson(value)
  try {
    return JSON.parse(value.value)
  } catch (error) {
    throw new Fault(
      value.at,
      `${reader.path}.${name} is a text, and no JSON: ${(error as SyntaxError).message}`,
    )
  }
}

/** As far as `path` leads, e.g. `Statement[0].Condition.StringLike`; keys may hold dots themselves. */
function positionInside(value: Value, path: string): Position {
  const [index] = /^\[\d+\]/.exec(path) ?? []
  if (index !== undefined) {
    // An element that may be a list is counted even when it stands alone.
    const item = value.kind === 'list' ? value.items[Number(index.slice(1, -1))] : value
    return item ? positionInside(item, path.slice(index.length)) : value.at
  }
  const rest = path.replace(/^\./, '')
  const entry =
    value.kind === 'map' &&
    value.entries.find(
      ({ key }) => rest.startsWith(key) && /^($|[.[])/.test(rest.slice(key.length)),
    )
  return entry ? positionInside(entry.value, rest.slice(entry.key.length)) : value.at
}
