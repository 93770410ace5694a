import type { AttributeSchema } from '../../../user-pools/config.ts'

function text(name: string): AttributeSchema {
  return { name, type: 'String', mutable: true, required: false, minLength: 0, maxLength: 2048 }
}

function flag(name: string): AttributeSchema {
  return { name, type: 'Boolean', mutable: true, required: false }
}

/**
 * What every user pool has, as DescribeUserPool tells it of a pool without a schema of its own.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html
 */
export const standardAttributes: readonly AttributeSchema[] = [
  { name: 'sub', type: 'String', mutable: false, required: true, minLength: 1, maxLength: 2048 },
  ...['name', 'given_name', 'family_name', 'middle_name', 'nickname'].map(text),
  ...['preferred_username', 'profile', 'picture', 'website', 'email'].map(text),
  flag('email_verified'),
  text('gender'),
  { ...text('birthdate'), minLength: 10, maxLength: 10 },
  ...['zoneinfo', 'locale', 'phone_number'].map(text),
  flag('phone_number_verified'),
  text('address'),
  { name: 'updated_at', type: 'Number', mutable: true, required: false, minValue: 0 },
  { name: 'identities', type: 'String', mutable: true, required: false },
]

/** Set by the service, never by a schema. */
export const ownAttributes: readonly string[] = [
  'sub',
  'email_verified',
  'phone_number_verified',
  'identities',
]
