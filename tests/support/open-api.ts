import { readFileSync } from 'node:fs'

/** The parts of JSON Schema that docs/local-api.openapi.json is written in. */
interface Schema {
  $ref?: string
  type?: string
  enum?: unknown[]
  required?: string[]
  properties?: Record<string, Schema>
  additionalProperties?: boolean | Schema
  items?: Schema
  oneOf?: Schema[]
}

interface Answer {
  $ref?: string
  content?: Record<string, { schema?: Schema }>
}

interface Operation {
  responses: Record<string, Answer>
  requestBody?: { content: Record<string, { schema: Schema }> }
}

interface Document {
  paths: Record<string, Record<string, Operation>>
  components: Record<string, Record<string, unknown>>
}

export const openApi = JSON.parse(readFileSync('docs/local-api.openapi.json', 'utf8')) as Document

/** Where `value` is not what a schema says, each place with what is wrong there. */
export function schemaFaults(schema: Schema, value: unknown, path = ''): string[] {
  if (schema.$ref !== undefined) return schemaFaults(resolve(schema.$ref) as Schema, value, path)
  if (schema.oneOf) {
    const fitting = schema.oneOf.filter((each) => schemaFaults(each, value).length === 0)
    return fitting.length === 1 ? [] : [`${path} fits ${fitting.length} of its alternatives`]
  }
  if (schema.enum && !schema.enum.includes(value)) return [`${path} is ${JSON.stringify(value)}`]
  switch (schema.type) {
    case 'array':
      if (!Array.isArray(value)) return [`${path} is no array`]
      return value.flatMap((item, at) => schemaFaults(schema.items ?? {}, item, `${path}/${at}`))
    case 'object':
      return objectFaults(schema, value, path)
    case 'integer':
      return Number.isInteger(value) ? [] : [`${path} is no integer`]
    case undefined:
      return []
    default:
      return typeof value === schema.type ? [] : [`${path} is no ${schema.type}`]
  }
}

function objectFaults(schema: Schema, value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [`${path} is no object`]
  }
  const { required = [], properties = {}, additionalProperties = true } = schema
  const missing = required.filter((name) => !Object.hasOwn(value, name))
  return [
    ...missing.map((name) => `${path}/${name} is missing`),
    ...Object.entries(value).flatMap(([name, member]) => {
      const known = Object.hasOwn(properties, name) ? properties[name] : additionalProperties
      if (known === false) return [`${path}/${name} is not described`]
      return known === true || !known ? [] : schemaFaults(known, member, `${path}/${name}`)
    }),
  ]
}

/** What is wrong with a JSON answer, by the document. */
export function answerFaults(path: string, method: string, status: number, body: unknown) {
  const answer = openApi.paths[path]?.[method]?.responses[String(status)]
  if (!answer) return [`${method} ${path} is not described to answer ${status}`]
  const whole = answer.$ref === undefined ? answer : (resolve(answer.$ref) as Answer)
  const schema = whole.content?.['application/json']?.schema
  return schema ? schemaFaults(schema, body) : []
}

function resolve(reference: string): unknown {
  return reference
    .slice(2)
    .split('/')
    .reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], openApi)
}
