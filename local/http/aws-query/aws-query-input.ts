import type { Shape, StructureShape } from '../aws-json-shapes.ts'
import { AwsQueryError } from './aws-query-error.ts'

/** More than any list of a request may have. */
const maxItems = 1000

/**
 * The JSON that a form stands for: `Tags.member.1.Key=team` is `{ Tags: [{ Key: 'team' }] }`. What no
 * shape names is dropped.
 *
 * @throws AwsQueryError for text where a number has to be.
 * @see https://smithy.io/2.0/aws/protocols/aws-query-protocol.html#query-key-resolution
 */
export function readQueryInput(
  { members }: StructureShape,
  form: URLSearchParams,
  prefix = '',
): Record<string, unknown> {
  const found = Object.entries(members).flatMap(([name, shape]) => {
    const value = readMember(shape, form, `${prefix}${name}`)
    return value === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries(found)
}

function readMember(shape: Shape, form: URLSearchParams, key: string): unknown {
  switch (shape.type) {
    case 'structure': {
      const value = readQueryInput(shape, form, `${key}.`)
      return Object.keys(value).length > 0 ? value : undefined
    }
    case 'list':
      return readItems(shape.of, form, `${key}.member`)
    case 'integer': {
      const text = form.get(key)
      if (text === null) return undefined
      if (/^[+-]?\d+$/.test(text)) return Number(text)
      throw new AwsQueryError('MalformedInput', 400, `${key} is not a number.`)
    }
    case 'boolean': {
      const text = form.get(key)
      return text === null ? undefined : text.toLowerCase() === 'true'
    }
    default:
      return form.get(key) ?? undefined
  }
}

function readItems(shape: Shape, form: URLSearchParams, key: string): unknown[] | undefined {
  const items: unknown[] = []
  for (let index = 1; index <= maxItems; index += 1) {
    const item = readMember(shape, form, `${key}.${index}`)
    if (item === undefined) break
    items.push(item)
  }
  return items.length > 0 ? items : undefined
}
