import type { DeliveryMediumType } from '@aws-sdk/client-cognito-identity-provider'
import type { Message } from '../../core/ports/message.ts'
import { invalidParameter } from '../attributes/rules.ts'
import type { UserPoolConfig } from '../config.ts'
import type { OperationContext } from '../context.ts'
import { UserPoolError } from '../errors.ts'
import type { UserRecord } from '../model.ts'
import {
  codePlaceholder,
  customMessage,
  usernamePlaceholder,
  type MessageOccasion,
} from '../triggers/custom-message.ts'
import { throughSender, type SenderCall } from '../triggers/custom-sender.ts'
import { signInNameOf } from '../users/username.ts'
import { wordsFor } from './message-words.ts'
import { deliverOrLog, undeliverable } from './send-codes.ts'
import { checkChannel } from './text-messages.ts'

/** An address of somebody who is to be told of their account. */
interface Addressee {
  channel: Message['channel']
  to: string
}

/**
 * Where to tell somebody of an account that was made for them. Text messages are the default, and who
 * has no number is then told nothing.
 *
 * @param media `DesiredDeliveryMediums`.
 * @throws InvalidParameterException when a medium was asked for that the user has no address for.
 */
export function addressesOf(
  { attributes }: UserRecord,
  media: readonly DeliveryMediumType[] = [],
): Addressee[] {
  const channels = new Set(media.length > 0 ? media : ['SMS' as const])
  return [...channels].flatMap((channel) => {
    const attribute = channel === 'EMAIL' ? 'email' : 'phone_number'
    const to = attributes[attribute]
    if (to !== undefined) return [{ channel, to }]
    if (media.length === 0) return []
    throw invalidParameter(`The user has no ${attribute} for the delivery medium ${channel}.`)
  })
}

/**
 * Writes invitations out, in the words of the pool's CustomMessage trigger where it has any. Nothing
 * is sent yet, and what cannot be composed does not undo what it is about: it is handed back.
 *
 * Without the place of the password in the pool's words a message does not go out.
 *
 * @param by who has made the account: an administrator, or the app client of somebody who was brought.
 */
export async function composeInvitations(
  ctx: OperationContext,
  pool: UserPoolConfig,
  by: Omit<MessageOccasion, 'source'>,
  { user, password, addresses }: { user: UserRecord; password: string; addresses: Addressee[] },
): Promise<(Message | SenderCall)[] | UserPoolError> {
  const occasion = { ...by, source: 'AdminCreateUser' } as const
  try {
    const messages: (Message | SenderCall)[] = []
    for (const { channel, to } of addresses) {
      checkChannel(pool, channel)
      const own = await customMessage(ctx, pool, occasion, user)
      const { subject, body: words } = wordsFor(channel, pool.invitationMessage, own)
      if (!words.includes(codePlaceholder)) continue
      const body = words
        .replaceAll(usernamePlaceholder, () => signInNameOf(pool, user))
        .replaceAll(codePlaceholder, () => password)
      const message = { to, channel, kind: 'INVITATION', code: password, subject, body } as const
      messages.push(await throughSender(ctx, pool, occasion, user, message))
    }
    return messages
  } catch (error) {
    if (error instanceof UserPoolError) return error
    throw error
  }
}

/**
 * For use inside the transaction that the messages belong to.
 *
 * @returns what to throw once the transaction is through.
 */
export function sendInvitations(
  ctx: OperationContext,
  messages: readonly (Message | SenderCall)[] | UserPoolError,
): UserPoolError | undefined {
  if (messages instanceof UserPoolError) return messages
  const areDelivered = messages.map((message) => deliverOrLog(ctx, message))
  return areDelivered.includes(false) ? undeliverable() : undefined
}
