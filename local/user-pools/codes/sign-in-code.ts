import { randomDigits } from '../../core/ports/random.ts'
import type { UserPoolConfig } from '../config.ts'
import type { OperationContext } from '../context.ts'
import type { UserRecord } from '../model.ts'
import type { OneTimeCode } from '../sign-in/proof.ts'
import type { SentCode } from '../sign-in/sessions.ts'
import { codePlaceholder, customMessage, type MessageOccasion } from '../triggers/custom-message.ts'
import { throughSender } from '../triggers/custom-sender.ts'
import type { CodeTarget } from './codes.ts'
import { checkChannel } from './text-messages.ts'
import { wordsFor } from './message-words.ts'
import { deliverOrLog, undeliverable } from './send-codes.ts'

/** Digits of a code. Those of a mail were measured, those of a text message are documented for MFA. */
const lengths = { EMAIL_OTP: 8, SMS_OTP: 6 } as const satisfies Record<OneTimeCode, number>

/** A one-time code to sign in with, and what brings it to the user. */
export interface SignInCode {
  sent: SentCode
  /** @throws CodeDeliveryFailureException */
  deliver: () => void
}

/**
 * Makes a code and writes its message out, in the words of the pool's CustomMessage trigger where it
 * has any. Nothing is kept or sent yet.
 *
 * @param user undefined for somebody who is not there: as much is computed, and nothing goes out.
 * @throws those of `checkChannel`, `customMessage` and `wordsFor`
 */
export async function composeSignInCode(
  ctx: OperationContext,
  pool: UserPoolConfig,
  occasion: Omit<MessageOccasion, 'source'>,
  factor: OneTimeCode,
  target: CodeTarget,
  user: UserRecord | undefined,
): Promise<SignInCode> {
  const plain = randomDigits(ctx.random, lengths[factor])
  const sent = { ...target, hashHex: await ctx.codes.prove(pool.id, 'SIGN_IN', plain) }
  if (!user) return { sent, deliver: () => undefined }

  const channel = factor === 'EMAIL_OTP' ? 'EMAIL' : 'SMS'
  checkChannel(pool, channel)
  const during = { ...occasion, source: 'Authentication' } as const
  const own = await customMessage(ctx, pool, during, user)
  const { subject, body } = wordsFor(channel, pool.signInCodeMessage, own)
  const message = await throughSender(ctx, pool, during, user, {
    to: target.destination,
    channel,
    kind: 'SIGN_IN',
    code: plain,
    subject,
    body: body.replaceAll(codePlaceholder, plain),
  })
  return {
    sent,
    deliver() {
      if (!deliverOrLog(ctx, message)) throw undeliverable()
    },
  }
}
