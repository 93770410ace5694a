import type { Message } from '../../core/ports/message.ts'
import { invalidParameter } from '../attributes/rules.ts'
import type { UserPoolConfig } from '../config.ts'

/**
 * A pool without an `SmsConfiguration` sends no text messages, and says so to whoever needs one.
 *
 * @throws InvalidParameterException
 * @see https://github.com/aws-amplify/amplify-js/issues/166 for the words.
 */
export function checkChannel(pool: UserPoolConfig, channel: Message['channel']): void {
  if (channel === 'EMAIL' || pool.sendsTextMessages) return
  throw invalidParameter('User pool does not have SMS configuration to send messages.')
}
