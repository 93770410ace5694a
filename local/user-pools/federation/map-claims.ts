import { checkMayWrite } from '../attributes/permissions.ts'
import { checkContactForm, findSchema, invalidParameter, valueFault } from '../attributes/rules.ts'
import type { AttributeSchema, IdentityProviderConfig } from '../config.ts'
import type { ClientOfPool } from '../context.ts'

/** The claims of an identity provider about somebody, as they came. */
export type ProviderClaims = Readonly<Record<string, unknown>>

const verifications: ReadonlySet<string> = new Set(['email_verified', 'phone_number_verified'])

// The provider's id makes the username, whatever the mapping says.
const unmapped: ReadonlySet<string> = new Set(['username', 'sub'])

const longest = 2048

/**
 * What a provider's claims make of a user's attributes, by its attribute mapping. A claim that is
 * missing maps to nothing. The service sets `*_verified`; all else the app client has to be allowed
 * to write.
 *
 * @param isUpdate whether there is such a user already: then immutable attributes are refused, even
 *   with the value that they have.
 * @throws InvalidParameterException, NotAuthorizedException
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-specifying-attribute-mapping.html
 */
export function mapClaims(
  { pool, client }: ClientOfPool,
  { attributeMapping }: IdentityProviderConfig,
  claims: ProviderClaims,
  isUpdate: boolean,
): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  for (const [name, claim] of Object.entries(attributeMapping)) {
    const value = Object.hasOwn(claims, claim) ? textOf(claims[claim]) : undefined
    if (unmapped.has(name) || value === undefined || value === '') continue
    if (verifications.has(name)) {
      attributes.set(name, String(value === 'true'))
      continue
    }
    checkMayWrite(client, name)
    const fault = faultOf(findSchema(pool, name), value, isUpdate)
    if (fault !== undefined) throw invalidParameter(`user.${name}: ${fault}\n`)
    checkContactForm(name, value)
    attributes.set(name, value)
  }
  return withVerifications(attributes)
}

/** An address counts as verified only with a claim that says so of this very address. */
function withVerifications(attributes: Map<string, string>): ReadonlyMap<string, string> {
  for (const name of ['email', 'phone_number']) {
    const verified = attributes.get(`${name}_verified`) ?? 'false'
    if (attributes.has(name)) attributes.set(`${name}_verified`, verified)
    else attributes.delete(`${name}_verified`)
  }
  return attributes
}

function faultOf(
  schema: AttributeSchema | undefined,
  value: string,
  isUpdate: boolean,
): string | undefined {
  if (!schema) return 'Attribute does not exist in the schema.'
  if (isUpdate && !schema.mutable) return 'Attribute cannot be updated.'
  if (value.length > longest) return `String must be no longer than ${longest} characters`
  return valueFault(schema, value)
}

/** Attributes are text; what is no simple value is kept as JSON. */
function textOf(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return value
    case 'boolean':
    case 'number':
      return String(value)
    default:
      return value === undefined || value === null ? undefined : JSON.stringify(value)
  }
}
