import type { AttributeSchema } from '../../../../user-pools/config.ts'
import type { PropertyReader } from '../../../property-reader.ts'
import { ownAttributes } from '../standard-attributes.ts'

/**
 * Checks what an app client may read and write against its pool's schema, as Cognito does when it
 * creates the client.
 */
export function checkClientAttributes(
  client: PropertyReader,
  { readAttributes, writeAttributes }: { readAttributes?: string[]; writeAttributes?: string[] },
  schema: readonly AttributeSchema[],
): void {
  const names = schema.map(({ name }) => name)
  const lists = { ReadAttributes: readAttributes, WriteAttributes: writeAttributes }
  for (const [property, list] of Object.entries(lists)) {
    const strange = list?.find((name) => !names.includes(name))
    if (strange !== undefined) client.problem(property, `the pool has no attribute ${strange}.`)
  }
  const own = writeAttributes?.find((name) => ownAttributes.includes(name))
  if (own !== undefined) client.problem('WriteAttributes', `no client can write ${own}.`)
  const missing = schema.find(
    ({ name, required }) => required && name !== 'sub' && writeAttributes?.includes(name) === false,
  )
  if (missing) client.problem('WriteAttributes', `must have ${missing.name}: the pool requires it.`)
}
