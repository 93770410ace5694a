import { parseBase64 } from '../core/encoding/base64.ts'
import { isObject } from '../core/encoding/is-object.ts'
import { AwsJsonError } from './aws-json-error.ts'
import type {
  BlobShape,
  IntegerShape,
  ListShape,
  MapShape,
  Shape,
  StringShape,
  StructureShape,
} from './aws-json-shapes.ts'

/**
 * Reads JSON as `shape` says: unknown members are dropped, `null` counts as absent, and what comes
 * back has no prototype, so no name in a request can reach one.
 *
 * @param faults collects each broken constraint, in the words of the service.
 * @throws SerializationException when a value is of another JSON type than its member.
 */
export function readStructure(
  shape: StructureShape,
  value: unknown,
  path: string,
  faults: string[],
): Record<string, unknown> {
  if (!isObject(value)) throw mismatch(value, 'a structure')
  const result = Object.create(null) as Record<string, unknown>
  for (const [name, member] of Object.entries(shape.members)) {
    const given = Object.hasOwn(value, name) ? value[name] : undefined
    const memberPath = join(path, lowerFirst(name))
    if (given !== undefined && given !== null) {
      result[name] = readValue(member, given, memberPath, faults)
    } else if (shape.required.includes(name)) {
      faults.push(`Value at '${memberPath}' failed to satisfy constraint: Member must not be null`)
    }
  }
  return result
}

function readValue(shape: Shape, value: unknown, path: string, faults: string[]): unknown {
  switch (shape.type) {
    case 'string':
      return readString(shape, value, path, faults)
    case 'list':
      return readList(shape, value, path, faults)
    case 'map':
      return readMap(shape, value, path, faults)
    case 'structure':
      return readStructure(shape, value, path, faults)
    case 'blob':
      return readBlob(shape, value, path, faults)
    case 'boolean':
      if (typeof value !== 'boolean') throw mismatch(value, 'Boolean')
      return value
    case 'integer':
      return readInteger(shape, value, path, faults)
    case 'document':
      return value
  }
}

function readString(shape: StringShape, value: unknown, path: string, faults: string[]): string {
  if (typeof value !== 'string') throw mismatch(value, 'String')
  // Half a surrogate pair has no UTF-8 form: it could be neither stored nor answered as it came.
  if (/\p{Surrogate}/u.test(value)) throw serialization('Invalid UTF-16 surrogate in a String')
  const fault = (must: string) => {
    const shown = shape.sensitive ? '' : `'${printable(value)}' `
    faults.push(`Value ${shown}at '${path}' failed to satisfy constraint: Member must ${must}`)
  }
  if (shape.values && !shape.values.includes(value)) {
    fault(`satisfy enum value set: [${shape.values.join(', ')}]`)
  }
  if (value.length < (shape.minLength ?? 0)) {
    fault(`have length greater than or equal to ${String(shape.minLength)}`)
  }
  if (value.length > (shape.maxLength ?? Infinity)) {
    fault(`have length less than or equal to ${String(shape.maxLength)}`)
  } else if (shape.pattern && !shape.pattern.test(value)) {
    fault(`satisfy regular expression pattern: ${shape.patternText ?? shape.pattern.source}`)
  }
  return value
}

function readBlob(shape: BlobShape, value: unknown, path: string, faults: string[]): Uint8Array {
  if (typeof value !== 'string') throw mismatch(value, 'a blob')
  const bytes = parseBase64(value)
  if (!bytes) throw serialization('A blob is not encoded in Base64')
  checkSize(shape, bytes.byteLength, path, faults)
  return bytes
}

function readInteger(shape: IntegerShape, value: unknown, path: string, faults: string[]): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw mismatch(value, 'Integer')
  const fault = (must: string) => {
    faults.push(
      `Value '${value}' at '${path}' failed to satisfy constraint: Member must have value ${must}`,
    )
  }
  if (value < (shape.min ?? -Infinity)) fault(`greater than or equal to ${String(shape.min)}`)
  if (value > (shape.max ?? Infinity)) fault(`less than or equal to ${String(shape.max)}`)
  return value
}

function readList(shape: ListShape, value: unknown, path: string, faults: string[]): unknown[] {
  if (!Array.isArray(value)) throw mismatch(value, 'a list')
  checkSize(shape, value.length, path, faults)
  return value.map((item, index) => {
    if (item === null) throw mismatch(item, 'a member of a list')
    return readValue(shape.of, item, `${path}.${index + 1}.member`, faults)
  })
}

function readMap(shape: MapShape, value: unknown, path: string, faults: string[]): object {
  if (!isObject(value)) throw mismatch(value, 'a map')
  const entries = Object.entries(value)
  checkSize(shape, entries.length, path, faults)
  const result = Object.create(null) as Record<string, unknown>
  for (const [key, item] of entries) {
    if (/\p{Surrogate}/u.test(key)) throw serialization('Invalid UTF-16 surrogate in a String')
    if (item === null) continue
    result[key] = readValue(shape.of, item, `${path}.${printable(key)}.member`, faults)
  }
  return result
}

function checkSize(
  shape: { minLength?: number; maxLength?: number },
  size: number,
  path: string,
  faults: string[],
): void {
  const prefix = `Value at '${path}' failed to satisfy constraint: Member must have length`
  if (size < (shape.minLength ?? 0)) {
    faults.push(`${prefix} greater than or equal to ${String(shape.minLength)}`)
  }
  if (size > (shape.maxLength ?? Infinity)) {
    faults.push(`${prefix} less than or equal to ${String(shape.maxLength)}`)
  }
}

/** In the words of AWS's parser, e.g. "NUMBER_VALUE can not be converted to a String". */
function mismatch(value: unknown, expected: string): AwsJsonError {
  if (isObject(value) || Array.isArray(value)) {
    const kind = Array.isArray(value) ? 'list' : 'structure or map'
    return serialization(`Start of ${kind} found where not expected.`)
  }
  const found =
    typeof value === 'number'
      ? 'NUMBER_VALUE'
      : typeof value === 'string'
        ? 'STRING_VALUE'
        : `${String(value).toUpperCase()}_VALUE`
  return serialization(`${found} can not be converted to ${article(expected)}`)
}

function article(expected: string): string {
  if (expected.startsWith('a ')) return expected
  return `${expected === 'Integer' ? 'an' : 'a'} ${expected}`
}

export function serialization(message: string): AwsJsonError {
  return new AwsJsonError('SerializationException', 400, message)
}

/** Long values would make the answer as large as the request. */
function printable(value: string): string {
  return value.length > 1024 ? `${value.slice(0, 1024)}…` : value
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}
