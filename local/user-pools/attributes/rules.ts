import type { AttributeSchema, UserPoolConfig } from '../config.ts'
import { UserPoolError } from '../errors.ts'
import type { ContactAttribute } from '../model.ts'

/** Set by the service alone. */
const nonMutable = new Set(['sub', 'email_verified', 'phone_number_verified'])

export function invalidParameter(message: string): UserPoolError {
  return new UserPoolError('InvalidParameterException', message)
}

/** @throws InvalidParameterException for `sub` and `*_verified`. */
export function checkAttributeIsOurs(name: string): void {
  if (nonMutable.has(name)) {
    throw invalidParameter(`Cannot modify the non-mutable attribute ${name}`)
  }
}

export function findSchema(pool: UserPoolConfig, name: string): AttributeSchema | undefined {
  return pool.schema.find((schema) => schema.name === name)
}

/** What is wrong with `value`, in the words of the service; undefined when nothing is. */
export function valueFault(schema: AttributeSchema, value: string): string | undefined {
  switch (schema.type) {
    case 'String':
      if (value.length > (schema.maxLength ?? 2048)) {
        return `String must be no longer than ${schema.maxLength ?? 2048} characters`
      }
      if (value.length < (schema.minLength ?? 0)) {
        return `String must be no shorter than ${schema.minLength ?? 0} characters`
      }
      return undefined
    case 'Number':
      return numberFault(schema, value)
    case 'Boolean':
      return value === 'true' || value === 'false' ? undefined : 'Attribute must be a boolean'
    case 'DateTime':
      return Number.isNaN(Date.parse(value)) ? 'Attribute must be a date' : undefined
  }
}

function numberFault(schema: AttributeSchema, value: string): string | undefined {
  if (!/^-?\d+$/.test(value)) return 'Attribute must be a number'
  const number = Number(value)
  if (number < (schema.minValue ?? -Infinity)) {
    return `Number must be no less than ${String(schema.minValue)}`
  }
  if (number > (schema.maxValue ?? Infinity)) {
    return `Number must be no greater than ${String(schema.maxValue)}`
  }
  return undefined
}

/** @throws InvalidParameterException for an attribute that no code can verify. */
export function parseContactAttribute(name: string): ContactAttribute {
  if (name === 'email' || name === 'phone_number') return name
  throw invalidParameter(`Attribute ${name} cannot be verified.`)
}

/** @throws InvalidParameterException when an e-mail address or phone number is not one. */
export function checkContactForm(name: string, value: string): void {
  if (name === 'email' && !isEmail(value)) throw invalidParameter('Invalid email address format.')
  if (name === 'phone_number' && !isPhoneNumber(value)) {
    throw invalidParameter('Invalid phone number format.')
  }
}

const hostLabel = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?'
const emailForm = new RegExp(
  `^[^\\s@<>()[\\]\\\\,;:"\\p{Cc}]{1,64}@${hostLabel}(?:\\.${hostLabel})+$`,
  'u',
)

/** `local@host.tld`, at most 64 characters before the `@` and 255 after it (RFC 5321, 4.5.3.1). */
export function isEmail(text: string): boolean {
  return text.length <= 320 && emailForm.test(text)
}

/** E.164: `+`, then up to 15 digits. */
export function isPhoneNumber(text: string): boolean {
  return /^\+[1-9]\d{6,14}$/.test(text)
}
