import type { MapNode, TemplateNode, Value } from '../nodes.ts'
import type { Secrets } from '../parameters/secrets.ts'
import type { Position } from '../template-error.ts'

/** What intrinsic functions look things up in. Every look-up throws a Fault at `at`. */
export interface Scope {
  readonly secrets: Secrets
  /** Of `Rules`, whose assertions have functions of their own. */
  readonly isOfRule?: boolean
  /** Undefined for `AWS::NoValue`: the property or item is left out. */
  ref(name: string, at: Position): Value | undefined
  attribute(logicalId: string, attribute: string, at: Position): string
  condition(name: string, at: Position): boolean
  mapping(name: string, at: Position): MapNode<TemplateNode>
}
