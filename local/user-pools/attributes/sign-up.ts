import type { AttributeType } from '@aws-sdk/client-cognito-identity-provider'
import {
  checkAttributeIsOurs,
  checkContactForm,
  findSchema,
  invalidParameter,
  valueFault,
} from './rules.ts'
import { checkMayWrite } from './permissions.ts'
import type { AppClientConfig, UserPoolConfig } from '../config.ts'
import { foldCase } from '../users/users.ts'
import type { UsernameForm } from '../users/username.ts'

/**
 * The attributes of a new user: those given, and the one that is the username. Values are strings
 * whatever the schema's type. Given twice, the last one counts.
 *
 * @throws NotAuthorizedException, InvalidParameterException
 */
export function parseSignUpAttributes(
  { pool, client }: { pool: UserPoolConfig; client: AppClientConfig },
  given: readonly AttributeType[],
  form: UsernameForm,
): Record<string, string> {
  const attributes = new Map(given.map(({ Name = '', Value = '' }) => [Name, Value]))
  for (const name of attributes.keys()) checkAttributeIsOurs(name)
  for (const name of attributes.keys()) checkMayWrite(client, name)
  for (const [name, value] of attributes) {
    checkConforms(pool, name, value)
    if (value === '') attributes.delete(name)
  }

  if (form.attribute) setFromUsername(pool, attributes, form.attribute, form.username)
  checkRequired(pool, attributes)
  for (const name of ['email', 'phone_number']) {
    if (attributes.has(name)) attributes.set(`${name}_verified`, 'false')
  }
  return Object.fromEntries(attributes)
}

/**
 * The same for somebody whom an administrator gives an account: what is required may come later, and
 * addresses are verified where the administrator says so.
 *
 * @throws InvalidParameterException
 */
export function parseAttributesOfAdministrator(
  pool: UserPoolConfig,
  given: readonly AttributeType[],
  form: UsernameForm,
): Record<string, string> {
  const attributes = new Map(given.map(({ Name = '', Value = '' }) => [Name, Value]))
  if (attributes.has('sub')) checkAttributeIsOurs('sub')
  for (const [name, value] of attributes) {
    // AWS's own examples have `True` beside `true`.
    const settled = name.endsWith('_verified') ? value.toLowerCase() : value
    checkConforms(pool, name, settled)
    if (settled === '') attributes.delete(name)
    else attributes.set(name, settled)
  }

  if (form.attribute) setFromUsername(pool, attributes, form.attribute, form.username)
  for (const name of ['email', 'phone_number']) {
    if (attributes.get(`${name}_verified`) === 'true' && !attributes.has(name)) {
      throw invalidParameter(`${name}_verified cannot be true without ${name}.`)
    }
  }
  return Object.fromEntries(attributes)
}

function checkConforms(pool: UserPoolConfig, name: string, value: string): void {
  const schema = findSchema(pool, name)
  if (!schema) throw nonconforming(`Type for attribute {${name}} could not be determined`)
  if (value === '') return
  const fault = valueFault(schema, value)
  if (fault) throw nonconforming(`${name}: ${fault}\n`)
  checkContactForm(name, value)
}

/** In a pool that signs in by e-mail or phone number, the username is the attribute's value. */
function setFromUsername(
  pool: UserPoolConfig,
  attributes: Map<string, string>,
  name: string,
  username: string,
): void {
  const given = attributes.get(name)
  if (given !== undefined && foldCase(pool, given) !== foldCase(pool, username)) {
    throw invalidParameter(`Attribute value for ${name} must match the username.`)
  }
  attributes.set(name, given ?? username)
}

/** @throws InvalidParameterException with one line for each that is missing. */
export function checkRequired(pool: UserPoolConfig, attributes: ReadonlyMap<string, string>): void {
  const missing = pool.schema
    .filter(({ name, required }) => required && name !== 'sub' && !attributes.has(name))
    .map(({ name }) => internalName(name))
    .map((name) => `${name}: The attribute ${name} is required`)
  if (missing.length > 0) throw nonconforming(missing.join('\n'))
}

function nonconforming(message: string): Error {
  return invalidParameter(`Attributes did not conform to the schema: ${message}`)
}

const internalNames: ReadonlyMap<string, string> = new Map([
  ['name', 'name.formatted'],
  ['given_name', 'name.givenName'],
  ['family_name', 'name.familyName'],
  ['middle_name', 'name.middleName'],
])

/** As messages name an attribute: SCIM's names show through (RFC 7643, section 4.1.1). */
export function internalName(name: string): string {
  return internalNames.get(name) ?? name.replace(/^custom:/, 'Custom.User.')
}
