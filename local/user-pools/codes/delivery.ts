import type { CodeDeliveryDetailsType } from '@aws-sdk/client-cognito-identity-provider'
import type { Message } from '../../core/ports/message.ts'
import type { CodeTarget, NewCode } from './codes.ts'
import type { UserPoolConfig } from '../config.ts'
import type { OperationContext } from '../context.ts'
import { UserPoolError } from '../errors.ts'
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

/**
 * Keeps a code and sends it, for use inside the transaction that needs it: one commit for both.
 *
 * @returns whether the message went out, for `checkDelivered` once the transaction is through.
 */
export function sendCode(
  ctx: OperationContext,
  pool: UserPoolConfig,
  user: UserRecord,
  code: NewCode,
  target: CodeTarget,
): boolean {
  ctx.codes.store(user, code, target)
  try {
    ctx.deliver(messageOf(pool, code, target))
    return true
  } catch (error) {
    ctx.log.error('A message could not be delivered', error)
    return false
  }
}

/** @throws CodeDeliveryFailureException; what was written before stays written. */
export function checkDelivered(isDelivered: boolean): void {
  if (isDelivered) return
  throw new UserPoolError('CodeDeliveryFailureException', 'Unable to deliver code to user')
}

function messageOf(pool: UserPoolConfig, code: NewCode, target: CodeTarget): Message {
  const { emailSubject, emailMessage, smsMessage } = pool.verificationMessage
  const isEmail = target.attribute === 'email'
  return {
    to: target.destination,
    channel: isEmail ? 'EMAIL' : 'SMS',
    kind: code.purpose.startsWith('ATTRIBUTE/') ? 'ATTRIBUTE_VERIFICATION' : code.purpose,
    code: code.plain,
    subject: isEmail ? emailSubject : '',
    body: (isEmail ? emailMessage : smsMessage).replaceAll('{####}', code.plain),
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
