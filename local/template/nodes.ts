import type { Position } from './template-error.ts'

/** The template as written: plain data and intrinsic functions, each with its place. */
export type TemplateNode =
  | ScalarNode
  | ListNode<TemplateNode>
  | MapNode<TemplateNode>
  | IntrinsicNode

/** The template as evaluated: no intrinsic function is left. */
export type Value = ScalarNode | ListNode<Value> | MapNode<Value>

export interface ScalarNode {
  kind: 'scalar'
  at: Position
  value: string | number | boolean
  /** A number as it is written, so that `0012` given to a string property stays `0012`. */
  text: string
}

export interface ListNode<Item> {
  kind: 'list'
  at: Position
  items: readonly Item[]
}

export interface MapNode<Item> {
  kind: 'map'
  at: Position
  entries: readonly MapEntry<Item>[]
}

export interface MapEntry<Item> {
  key: string
  keyAt: Position
  value: Item
}

export interface IntrinsicNode {
  kind: 'intrinsic'
  at: Position
  /** The long form's name: `Ref`, `Condition` or `Fn::…`. */
  name: string
  argument: TemplateNode
}

export function findEntry<Item>(map: MapNode<Item>, key: string): MapEntry<Item> | undefined {
  return map.entries.find((entry) => entry.key === key)
}

export function textValue(at: Position, text: string): ScalarNode {
  return { kind: 'scalar', at, value: text, text }
}

/** What a value is, in a message's words. */
export function describe(node: TemplateNode): string {
  if (node.kind === 'intrinsic') return node.name
  if (node.kind !== 'scalar') return `a ${node.kind}`
  return typeof node.value === 'string' ? JSON.stringify(node.text) : node.text
}

/** The JSON that a value stands for. */
export function toJson(value: Value): unknown {
  if (value.kind === 'scalar') return value.value
  if (value.kind === 'list') return value.items.map(toJson)
  return Object.fromEntries(value.entries.map((entry) => [entry.key, toJson(entry.value)]))
}

/**
 * The value that JSON stands for, as a service's API takes it; all of it stands at `at`. `null` counts
 * as absent.
 *
 * @throws TypeError for what JSON has no text for.
 */
export function fromJson(json: unknown, at: Position): Value {
  if (typeof json === 'string' || typeof json === 'number' || typeof json === 'boolean') {
    return { kind: 'scalar', at, value: json, text: String(json) }
  }
  if (Array.isArray(json))
    return { kind: 'list', at, items: json.map((item) => fromJson(item, at)) }
  if (typeof json !== 'object' || json === null) throw new TypeError('This is not JSON')
  const entries = Object.entries(json)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([key, value]) => ({ key, keyAt: at, value: fromJson(value, at) }))
  return { kind: 'map', at, entries }
}
