import type { Message } from '../../core/ports/message.ts'
import { invalidParameter } from '../attributes/rules.ts'
import type { UserPoolConfig } from '../config.ts'
import type { OperationContext } from '../context.ts'
import type { UserRecord } from '../model.ts'
import {
  codePlaceholder,
  customMessage,
  type CustomMessage,
  type MessageOccasion,
} from '../triggers/custom-message.ts'
import type { CodePurpose, CodeTarget, NewCode } from './codes.ts'

/** A code and the message that brings it: all that a transaction needs to keep and deliver. */
export interface ComposedCode {
  code: NewCode
  target: CodeTarget
  message: Message
}

/**
 * Makes a code and writes its message out, in the words of the pool's CustomMessage trigger where it
 * has any. Nothing is kept or sent yet.
 *
 * @throws those of `customMessage`, and InvalidParameterException when its words for this channel
 *   have no place for the code, or are longer than a mail (20,000 characters), its subject (140) or a
 *   text message (140) may be.
 */
export async function composeCode(
  ctx: OperationContext,
  pool: UserPoolConfig,
  occasion: MessageOccasion,
  user: UserRecord,
  target: CodeTarget,
): Promise<ComposedCode> {
  const code = await ctx.codes.prepare(pool.id, purposeOf(occasion, target))
  const own = await customMessage(ctx, pool, occasion, user)
  const { channel, subject, body } =
    target.attribute === 'email' ? mail(pool, own) : textMessage(pool, own)
  return {
    code,
    target,
    message: {
      to: target.destination,
      channel,
      kind: code.purpose.startsWith('ATTRIBUTE/') ? 'ATTRIBUTE_VERIFICATION' : code.purpose,
      code: code.plain,
      subject,
      body: body.replaceAll(codePlaceholder, code.plain),
    },
  }
}

function purposeOf({ source }: MessageOccasion, { attribute }: CodeTarget): CodePurpose {
  switch (source) {
    case 'SignUp':
    case 'ResendCode':
      return 'SIGN_UP'
    case 'ForgotPassword':
      return 'FORGOT_PASSWORD'
    case 'UpdateUserAttribute':
    case 'VerifyUserAttribute':
      return `ATTRIBUTE/${attribute}`
  }
}

type Words = Pick<Message, 'channel' | 'subject' | 'body'>

function mail({ verificationMessage: pools }: UserPoolConfig, own: CustomMessage): Words {
  checkLength('emailSubject', own.emailSubject, 140)
  checkBody('emailBody', own.emailMessage, 20_000)
  return {
    channel: 'EMAIL',
    subject: own.emailSubject ?? pools.emailSubject,
    body: own.emailMessage ?? pools.emailMessage,
  }
}

function textMessage({ verificationMessage: pools }: UserPoolConfig, own: CustomMessage): Words {
  checkBody('smsMessage', own.smsMessage, 140)
  return { channel: 'SMS', subject: '', body: own.smsMessage ?? pools.smsMessage }
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
