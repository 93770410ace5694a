import type { Message } from '../../core/ports/message.ts'
import { invalidParameter } from '../attributes/rules.ts'
import { codePlaceholder, linkPlaceholder, type CustomMessage } from '../triggers/custom-message.ts'

/** A pool's own words for a kind of message, with placeholders in them. */
interface PoolWords {
  emailSubject: string
  emailMessage: string
  smsMessage: string
}

/**
 * The words of a message, those of a CustomMessage trigger before the pool's.
 *
 * @throws InvalidParameterException when a trigger's words for this channel have no place for the
 *   code, or are longer than a mail (20,000 characters), its subject (140) or a text message (140) may
 *   be.
 */
export function wordsFor(
  channel: Message['channel'],
  pools: PoolWords,
  own: CustomMessage,
): Pick<Message, 'subject' | 'body'> {
  if (channel === 'SMS') {
    checkBody('smsMessage', own.smsMessage, 140)
    return { subject: '', body: own.smsMessage ?? pools.smsMessage }
  }
  checkLength('emailSubject', own.emailSubject, 140)
  checkBody('emailBody', own.emailMessage, 20_000)
  return {
    subject: own.emailSubject ?? pools.emailSubject,
    body: own.emailMessage ?? pools.emailMessage,
  }
}

/**
 * The words of a mail that confirms by link.
 *
 * @throws as `wordsFor`; a trigger's words may have the place of a code instead of a link's.
 */
export function wordsByLink(
  pools: Pick<PoolWords, 'emailSubject' | 'emailMessage'>,
  own: CustomMessage,
): Pick<Message, 'subject' | 'body'> {
  checkLength('emailSubject', own.emailSubject, 140)
  const { emailMessage = pools.emailMessage } = own
  if (linkPlaceholder.test(emailMessage)) checkLength('emailBody', emailMessage, 20_000)
  else checkBody('emailBody', emailMessage, 20_000)
  return { subject: own.emailSubject ?? pools.emailSubject, body: emailMessage }
}

/** @see https://github.com/amazon-archives/amazon-cognito-identity-js/issues/99 for the words. */
function checkBody(name: string, body: string | undefined, maxLength: number): void {
  checkLength(name, body, maxLength)
  if (body === undefined || body.includes(codePlaceholder)) return
  throw constraintFailed(
    name,
    String.raw`Member must satisfy regular expression pattern: [\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*\{####\}[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*`,
  )
}

function checkLength(name: string, text: string | undefined, max: number): void {
  if (text === undefined || text.length <= max) return
  throw constraintFailed(name, `Member must have length less than or equal to ${max}`)
}

function constraintFailed(name: string, constraint: string): Error {
  return invalidParameter(
    `1 validation error detected: Value at '${name}' failed to satisfy constraint: ${constraint}`,
  )
}
