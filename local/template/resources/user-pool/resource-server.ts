import type { PropertyReader } from '../../property-reader.ts'
import { type Pool, poolOf } from './pool-of.ts'

export interface ResourceServer {
  userPoolId: string
  /** As tokens have them: `<identifier>/<name>`. */
  scopes: readonly string[]
}

export function scopesOf(
  userPoolId: string,
  servers: readonly ResourceServer[],
): string[] | undefined {
  const ofPool = servers.filter((server) => server.userPoolId === userPoolId)
  return ofPool.length > 0 ? ofPool.flatMap(({ scopes }) => scopes) : undefined
}

/**
 * A resource server, of which its scopes are kept: app clients name them whole, by themselves.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolresourceserver.html
 */
export function readResourceServer(reader: PropertyReader, pools: readonly Pool[]): ResourceServer {
  const identifier = reader.requiredString('Identifier')
  if (!/^[\x21\x23-\x5B\x5D-\x7E]{1,256}$/.test(identifier)) {
    reader.problem('Identifier', 'may have no spaces, quotes and backslashes, and 256 letters.')
  }
  reader.requiredString('Name')
  const pool = poolOf(reader, pools)
  const scopes = reader.maps('Scopes') ?? []
  if (scopes.length > 100) reader.problem('Scopes', 'may be 100 at most.')
  const named = scopes.map((scope) => {
    const name = scope.requiredString('ScopeName')
    scope.requiredString('ScopeDescription')
    if (!/^[\x21\x23-\x2E\x30-\x5B\x5D-\x7E]{1,256}$/.test(name)) {
      scope.problem('ScopeName', 'may have no slash, spaces, quotes and backslashes.')
    }
    return `${identifier}/${name}`
  })
  return { userPoolId: pool.id, scopes: named }
}
