import type { AttributeType } from '@aws-sdk/client-cognito-identity-provider'
import { checkMayWrite } from './permissions.ts'
import {
  checkAttributeIsOurs,
  checkContactForm,
  findSchema,
  invalidParameter,
  valueFault,
} from './rules.ts'
import type { AppClientConfig, UserPoolConfig } from '../config.ts'
import { internalName } from './sign-up.ts'
import { checkNotAnAlias } from '../users/username.ts'

type Place = { pool: UserPoolConfig; client: AppClientConfig }

const flags = ['email_verified', 'phone_number_verified']

/**
 * New values by attribute name; an empty one removes. Given twice, the last one counts and the
 * earlier is not looked at.
 *
 * @throws NotAuthorizedException, InvalidParameterException; the text ends each fault with a newline.
 */
export function parseAttributeChanges(
  { pool, client }: Place,
  given: readonly AttributeType[],
): ReadonlyMap<string, string> {
  const changes = new Map(given.map(({ Name = '', Value = '' }) => [Name, Value]))
  for (const name of changes.keys()) checkAttributeIsOurs(name)
  for (const name of changes.keys()) checkMayWrite(client, name)
  checkChanges(pool, changes)
  return changes
}

/**
 * The same for an administrator, who may write all attributes and say which addresses are verified.
 *
 * @throws InvalidParameterException
 */
export function parseChangesOfAdministrator(
  pool: UserPoolConfig,
  given: readonly AttributeType[],
): ReadonlyMap<string, string> {
  const changes = new Map(
    given.map(({ Name = '', Value = '' }) =>
      // AWS's own examples have `True` beside `true`.
      flags.includes(Name) ? [Name, Value.toLowerCase()] : [Name, Value],
    ),
  )
  if (changes.has('sub')) checkAttributeIsOurs('sub')
  checkChanges(pool, changes)
  return changes
}

function checkChanges(pool: UserPoolConfig, changes: ReadonlyMap<string, string>): void {
  const faults = [...changes].flatMap(([name, value]) => {
    const fault = changeFault(pool, name, value)
    return fault ? [`user.${name}: ${fault}\n`] : []
  })
  if (faults.length > 0) throw invalidParameter(faults.join(''))
  for (const [name, value] of changes) {
    if (value !== '') checkContactForm(name, value)
    if (name === 'preferred_username') checkNotAnAlias(pool, value)
  }
}

function changeFault(pool: UserPoolConfig, name: string, value: string): string | undefined {
  const schema = findSchema(pool, name)
  if (!schema) return 'Attribute does not exist in the schema.'
  if (!schema.mutable) return 'Attribute cannot be updated.'
  if (value !== '' || flags.includes(name)) return valueFault(schema, value)
  return schema.required ? 'The attribute is required' : undefined
}

/**
 * The names in a DeleteUserAttributes call, checked.
 *
 * @param client undefined for an administrator, who may write all.
 * @throws NotAuthorizedException, InvalidParameterException
 */
export function parseAttributeNames(
  { pool, client }: { pool: UserPoolConfig; client?: AppClientConfig },
  given: readonly string[],
): readonly string[] {
  const names = [...new Set(given)]
  for (const name of names) checkAttributeIsOurs(name)
  if (client) for (const name of names) checkMayWrite(client, name)
  for (const name of names) {
    const fault = removalFault(pool, name)
    if (fault) throw invalidParameter(`Invalid user attributes: ${fault}`)
  }
  return names
}

function removalFault(pool: UserPoolConfig, name: string): string | undefined {
  const schema = findSchema(pool, name)
  if (!schema) return `Type for attribute {${name}} could not be determined`
  const shown = internalName(name)
  if (schema.required) return `${shown}: The attribute ${shown} is required`
  if (!schema.mutable) {
    return `${shown}: This attribute does not satisfy the mutability validation defined in the schema.`
  }
  return undefined
}
