import type { AppClientConfig, AttributeSchema, UserPoolConfig } from '../user-pools/config.ts'

/** Of `/config.json`: an attribute of the pool's users that the app may show; what is left out holds. */
export interface UserAttributeDocument {
  name: string
  /** Left out: `String`. */
  type?: 'Number' | 'DateTime' | 'Boolean'
  required?: true
  /** Whether people may change it: it is mutable, and the app client may write it. */
  writable?: false
  /** Of an address: whether the pool sends a code to a new one. */
  sendsCode?: false
  minLength?: number
  maxLength?: number
  minValue?: number
  maxValue?: number
}

/** Cognito keeps no longer text. */
const longest = 2048

/** Of the standard ones, which every pool has, those that people are asked for anyway. */
const alwaysShown = ['name', 'email', 'phone_number']

/** Those that the app client may read, and that the service does not keep for itself. */
export function userAttributesDocument(
  { schema, autoVerifiedAttributes }: Pick<UserPoolConfig, 'schema' | 'autoVerifiedAttributes'>,
  { readAttributes, writeAttributes }: Pick<AppClientConfig, 'readAttributes' | 'writeAttributes'>,
): UserAttributeDocument[] {
  return schema
    .filter(
      ({ name, required }) =>
        name !== 'sub' &&
        (required || alwaysShown.includes(name) || name.startsWith('custom:')) &&
        (readAttributes?.includes(name) ?? true),
    )
    .map((attribute) => ({
      ...describe(attribute, writeAttributes?.includes(attribute.name) ?? true),
      ...(isContact(attribute.name) &&
        !autoVerifiedAttributes.includes(attribute.name) && { sendsCode: false }),
    }))
}

function isContact(name: string): name is 'email' | 'phone_number' {
  return name === 'email' || name === 'phone_number'
}

function describe(
  { name, type, mutable, required, minLength = 0, maxLength, ...limits }: AttributeSchema,
  mayWrite: boolean,
): UserAttributeDocument {
  return {
    name,
    ...(type !== 'String' && { type }),
    ...(required && { required }),
    ...(!(mutable && mayWrite) && { writable: false }),
    ...(minLength > 0 && { minLength }),
    ...(maxLength !== undefined && maxLength < longest && { maxLength }),
    ...limits,
  }
}
