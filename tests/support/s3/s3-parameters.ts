import * as sdk from '@aws-sdk/client-s3'

type Schema = readonly unknown[]
/** Its kind, namespace, name and traits, then the members and what each of them is. */
type StructureSchema = readonly [unknown, unknown, unknown, unknown, string[], Schema[]]

/** What the SDK's own schema sends for an operation beside its body, in lower case and in order. */
export function parametersOf(operation: string): { headers: string[]; query: string[] } {
  const [, , , , input] = sdk[`${operation}$` as keyof typeof sdk] as unknown as Schema
  const [, , , , members, schemas] = (input as () => StructureSchema)()
  const headers: string[] = []
  const query: string[] = []
  for (const index of members.keys()) {
    const schema = schemas[index]
    const traits = (Array.isArray(schema) ? schema[1] : undefined) as
      | Record<string, string>
      | undefined
    if (traits?.httpHeader !== undefined) headers.push(traits.httpHeader.toLowerCase())
    if (traits?.httpPrefixHeaders !== undefined) headers.push(`${traits.httpPrefixHeaders}*`)
    if (traits?.httpQuery !== undefined) query.push(traits.httpQuery)
  }
  return { headers: headers.sort(), query: query.sort() }
}
