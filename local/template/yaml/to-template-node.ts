import { isAlias, isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml'
import { intrinsicOf, isIntrinsicKey } from '../intrinsics/names.ts'
import type { MapEntry, TemplateNode } from '../nodes.ts'
import { Fault, type Position } from '../template-error.ts'

interface Parsing {
  text: string
  positionOf(offset: number): Position
  /** What leaves the rest readable is added to them. */
  faults: Fault[]
}

const plainTag = /^tag:yaml\.org,2002:(bool|float|int|map|null|seq|str)$/

/** From the parser's tree to ours: short tags and long forms become the same intrinsic. */
export function toTemplateNode(node: Node, parsing: Parsing): TemplateNode {
  const at = parsing.positionOf(startOf(node, parsing.text))
  const content = contentOf(node, at, parsing)
  if (node.tag === undefined || plainTag.test(node.tag)) return content
  if (!/^![A-Za-z0-9]+$/.test(node.tag)) {
    throw new Fault(at, `CloudFormation has no YAML tag ${node.tag}.`)
  }
  const name = intrinsicOf(node.tag.slice(1), at)
  return { kind: 'intrinsic', at, name, argument: content }
}

/** The parser's range leaves out the tag, where a person looks first. */
function startOf(node: Node, text: string): number {
  const start = node.range?.[0] ?? 0
  const tag = node.tag?.startsWith('!') ? text.lastIndexOf(node.tag, start) : -1
  return tag < 0 ? start : tag
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
  return { kind: 'scalar', at, value, text: textOf(node) }
}

/** An unquoted OFF or no is a truth value in YAML 1.1, and reaches AWS as `false`. */
function textOf({ value, source }: { value: unknown; source?: string }): string {
  return typeof value === 'boolean' ? String(value) : (source ?? String(value))
}

function mapOf(map: YAMLMap<unknown, Node | null>, at: Position, parsing: Parsing): TemplateNode {
  const entries: MapEntry<TemplateNode>[] = []
  for (const pair of map.items) {
    // A fault in one entry leaves its siblings readable.
    try {
      entries.push(entryOf(pair, at, parsing))
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      parsing.faults.push(error)
    }
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
  return { key: textOf(pair.key), keyAt, value: toTemplateNode(pair.value, parsing) }
}
