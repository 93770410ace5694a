import type { AttributeSchema } from '../../../../user-pools/config.ts'
import type { PropertyReader } from '../../../property-reader.ts'

/** What the service sets at every sign-in, whatever an app client may write. */
const verifications = ['email_verified', 'phone_number_verified']

/**
 * A provider's claims by the pool's attributes. They are written at every sign-in, so one that can
 * be written only once would let people in once.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-specifying-attribute-mapping.html
 */
export function readAttributeMapping(
  provider: PropertyReader,
  schema: readonly AttributeSchema[],
): Record<string, string> {
  const mapping = provider.stringsByKey('AttributeMapping') ?? {}
  for (const [name, claim] of Object.entries(mapping)) {
    const fault = faultOf(name, claim, schema)
    if (fault !== undefined) provider.problem('AttributeMapping', fault)
  }
  return mapping
}

function faultOf(
  name: string,
  claim: string,
  schema: readonly AttributeSchema[],
): string | undefined {
  if (claim === '') return `${name} needs the name of a claim.`
  // The provider's id, which makes the username by itself.
  if (name === 'username') return undefined
  const attribute = schema.find((candidate) => candidate.name === name)
  if (!attribute) return `the pool has no attribute ${name}.`
  if (name === 'sub' || name === 'identities') return `Cognito keeps ${name} itself.`
  if (attribute.mutable) return undefined
  return `${name} is immutable in the pool, so a second sign-in would fail.`
}

/** An attribute that a mapping writes and that an app client may not write; undefined for none. */
export function findUnwritable(
  mapping: Readonly<Record<string, string>>,
  writeAttributes: readonly string[],
): string | undefined {
  return Object.keys(mapping).find(
    (name) =>
      name !== 'username' && !verifications.includes(name) && !writeAttributes.includes(name),
  )
}
