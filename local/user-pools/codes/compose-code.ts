import type { Message } from '../../core/ports/message.ts'
import type { UserPoolConfig } from '../config.ts'
import type { OperationContext } from '../context.ts'
import type { UserRecord } from '../model.ts'
import { codePlaceholder, customMessage, type CodeOccasion } from '../triggers/custom-message.ts'
import type { CodePurpose, CodeTarget, NewCode } from './codes.ts'
import { wordsFor } from './message-words.ts'

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
 * @throws those of `customMessage` and `wordsFor`
 */
export async function composeCode(
  ctx: OperationContext,
  pool: UserPoolConfig,
  occasion: CodeOccasion,
  user: UserRecord,
  target: CodeTarget,
): Promise<ComposedCode> {
  const code = await ctx.codes.prepare(pool.id, purposeOf(occasion, target))
  const own = await customMessage(ctx, pool, occasion, user)
  const channel = target.attribute === 'email' ? 'EMAIL' : 'SMS'
  const { subject, body } = wordsFor(channel, pool.verificationMessage, own)
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

function purposeOf({ source }: CodeOccasion, { attribute }: CodeTarget): CodePurpose {
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
