import type { PropertyReader } from '../../../property-reader.ts'
import { findUnwritable } from '../identity-provider/attribute-mapping.ts'
import type { ReadIdentityProvider } from '../identity-provider/identity-provider.ts'

/** The pool itself, which every client may name. */
const itself = { name: 'COGNITO' }

/**
 * With whom people may sign in to an app client. Their attributes are written on its behalf, so it
 * has to be allowed to write them.
 *
 * @returns names, the pool's own among them where it is written.
 */
export function readSupportedProviders(
  client: PropertyReader,
  userPoolId: string,
  providers: readonly ReadIdentityProvider[],
  writeAttributes: readonly string[] | undefined,
): string[] {
  const ofPool = providers.filter((provider) => provider.userPoolId === userPoolId)
  const supported = client.references(
    'SupportedIdentityProviders',
    [itself, ...ofPool],
    'name',
    // AWS's own words.
    (name) => `The provider ${name} does not exist for User Pool ${userPoolId}.`,
  )
  for (const { name, provider } of ofPool) {
    if (!provider || !writeAttributes || !supported.some((other) => other.name === name)) continue
    const unwritable = findUnwritable(provider.attributeMapping, writeAttributes)
    if (unwritable !== undefined) {
      client.problem('WriteAttributes', `must have ${unwritable}, which the provider ${name} maps.`)
    }
  }
  return supported.map(({ name }) => name)
}
