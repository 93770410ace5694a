import { isAlias, isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml'
import { intrinsicOf, isIntrinsicKey } from '../intrinsics/names.ts'
import type { MapEntry, TemplateNode } from '../nodes.ts'
import type { Problems } from '../problems.ts'
import { Fault, type Position } from '../template-error.ts'

interface Parsing {
  positionOf(offset: number): Position
  problems: Problems
}

/** From the parser's tree to ours: short tags and long forms become the same intrinsic. */
export function toTemplateNode(node: Node, parsing: Parsing): TemplateNode {
  const at = parsing.positionOf(node.range?.[0] ?? 0)
  const content = contentOf(node, at, parsing)
  if (node.tag === undefined || node.tag.startsWith('tag:yaml.org,2002:')) return content
  if (!/^![A-Za-z]+$/.test(node.tag)) {
    throw new Fault(at, `CloudFormation has no YAML tag ${node.tag}.`)
  }
  const name = intrinsicOf(node.tag.slice(1), at)
  return { kind: 'intrinsic', at, name, argument: content }
}

function contentOf(node: Node, at: Position, parsing: Parsing): TemplateNode {
  if (isScalar(node)) return scalarOf(node, at)
  if (isSeq<Node>(node)) {
    return { kind: 'list', at, items: node.items.map((item) => toTemplateNode(item, parsing)) }
  }
  if (isMap<unknown, Node | null>(node)) return mapOf(node, at, parsing)
  if (isAlias(node)) {
    throw new Fault(at, `CloudFormation takes no YAML aliases: write out what *${node.source} is.`)
  }
  throw new Fault(at, 'This is not something a template can hold.')
}

function scalarOf(node: { value: unknown; source?: string }, at: Position): TemplateNode {
  const { value } = node
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
    throw new Fault(at, 'There is no value here, and CloudFormation takes no null.')
  }
  // An unquoted OFF or no is a truth value in YAML 1.1, and reaches AWS as `false`.
  const text = typeof value === 'boolean' ? String(value) : (node.source ?? String(value))
  return { kind: 'scalar', at, value, text }
}

function mapOf(map: YAMLMap<unknown, Node | null>, at: Position, parsing: Parsing): TemplateNode {
  const entries: MapEntry<TemplateNode>[] = []
  for (const pair of map.items) {
    // A fault in one entry leaves its siblings readable.
    const entry = parsing.problems.attempt(() => entryOf(pair, at, parsing))
    if (entry) entries.push(entry)
  }
  const intrinsic = entries.find((entry) => isIntrinsicKey(entry.key))
  if (!intrinsic) return { kind: 'map', at, entries }
  if (map.items.length > 1) {
    throw new Fault(intrinsic.keyAt, `${intrinsic.key} must be the only key of its map.`)
  }
  const name = intrinsicOf(intrinsic.key, intrinsic.keyAt)
  return { kind: 'intrinsic', at, name, argument: intrinsic.value }
}

function entryOf(
  pair: { key: unknown; value: Node | null },
  mapAt: Position,
  parsing: Parsing,
): MapEntry<TemplateNode> {
  if (!isScalar(pair.key)) throw new Fault(mapAt, 'A key of this map is not plain text.')
  const keyAt = parsing.positionOf(pair.key.range?.[0] ?? 0)
  if (pair.value === null) throw new Fault(keyAt, 'This key has no value.')
  const key = pair.key.source ?? String(pair.key.value)
  return { key, keyAt, value: toTemplateNode(pair.value, parsing) }
}
