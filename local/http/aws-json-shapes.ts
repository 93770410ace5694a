/**
 * The shape of a member as AWS's API model declares it (Smithy constraint traits). `sensitive`
 * values are never repeated in a message.
 *
 * @see https://smithy.io/2.0/spec/constraint-traits.html
 */
export type Shape =
  | StringShape
  | BlobShape
  | IntegerShape
  | ListShape
  | MapShape
  | StructureShape
  | PlainShape

export interface StringShape {
  type: 'string'
  sensitive?: boolean
  minLength?: number
  maxLength?: number
  /** The whole value has to match. */
  pattern?: RegExp
  /** As the service prints it, where that differs from the source of `pattern`. */
  patternText?: string
  values?: readonly string[]
}

/** Bytes, which JSON has in Base64; their lengths are those of the bytes. */
export interface BlobShape {
  type: 'blob'
  minLength?: number
  maxLength?: number
}

export interface IntegerShape {
  type: 'integer'
  min?: number
  max?: number
}

export interface ListShape {
  type: 'list'
  of: Shape
  minLength?: number
  maxLength?: number
}

export interface MapShape {
  type: 'map'
  of: Shape
  minLength?: number
  maxLength?: number
}

export interface StructureShape {
  type: 'structure'
  members: Readonly<Record<string, Shape>>
  required: readonly string[]
}

/** `document` is any JSON value, taken as it is. */
interface PlainShape {
  type: 'boolean' | 'document'
}
