import type { PropertyReader } from '../../property-reader.ts'
import { type Pool, poolOf } from './pool-of.ts'

/**
 * A resource server, of which nothing is kept: app clients name its scopes, whole, by themselves.
 *
 * @returns its scopes, as tokens have them: `<identifier>/<name>`.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolresourceserver.html
 */
export function readResourceServer(reader: PropertyReader, pools: readonly Pool[]): string[] {
  const identifier = reader.requiredString('Identifier')
  if (!/^[\x21\x23-\x5B\x5D-\x7E]{1,256}$/.test(identifier)) {
    reader.problem('Identifier', 'may have no spaces, quotes and backslashes, and 256 letters.')
  }
  reader.requiredString('Name')
  poolOf(reader, pools)
  const scopes = reader.maps('Scopes') ?? []
  if (scopes.length > 100) reader.problem('Scopes', 'may be 100 at most.')
  return scopes.map((scope) => {
    const name = scope.requiredString('ScopeName')
    scope.requiredString('ScopeDescription')
    if (!/^[\x21\x23-\x2E\x30-\x5B\x5D-\x7E]{1,256}$/.test(name)) {
      scope.problem('ScopeName', 'may have no slash, spaces, quotes and backslashes.')
    }
    return `${identifier}/${name}`
  })
}
