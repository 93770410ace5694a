import type { CodeDeliveryDetailsType } from '@aws-sdk/client-cognito-identity-provider'
import type { CodeTarget } from './codes.ts'
import type { UserPoolConfig } from '../config.ts'
import type { UserRecord } from '../model.ts'

/**
 * The first contact that the pool verifies by itself; undefined when the user has none of them.
 * With e-mail and phone both, the code goes to the phone only.
 */
export function autoVerifiedTarget(
  pool: UserPoolConfig,
  attributes: UserRecord['attributes'],
): CodeTarget | undefined {
  for (const attribute of ['phone_number', 'email'] as const) {
    const destination = attributes[attribute]
    if (pool.autoVerifiedAttributes.includes(attribute) && destination) {
      return { attribute, destination }
    }
  }
  return undefined
}

/** What the caller learns of it: `Destination` is masked, e.g. `a***@e***`. */
export function deliveryDetails({ attribute, destination }: CodeTarget): CodeDeliveryDetailsType {
  return {
    Destination: attribute === 'email' ? maskEmail(destination) : maskPhoneNumber(destination),
    DeliveryMedium: attribute === 'email' ? 'EMAIL' : 'SMS',
    AttributeName: attribute,
  }
}

/** First letter of either side: `ada@example.com` → `a***@e***`. */
function maskEmail(email: string): string {
  const at = email.lastIndexOf('@')
  return `${firstCharacter(email)}***@${firstCharacter(email.slice(at + 1))}***`
}

/** All but the last four digits: `+15551234567` → `+*******4567`. */
function maskPhoneNumber(phoneNumber: string): string {
  const digits = phoneNumber.replace(/^\+/, '')
  return `+${'*'.repeat(Math.max(0, digits.length - 4))}${digits.slice(-4)}`
}

function firstCharacter(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 42)
}
