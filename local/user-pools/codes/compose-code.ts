import type { Message } from '../../core/ports/message.ts'
import type { UserPoolConfig } from '../config.ts'
import type { OperationContext } from '../context.ts'
import type { UserRecord } from '../model.ts'
import { UserPoolError } from '../errors.ts'
import {
  codePlaceholder,
  customMessage,
  linkPlaceholder,
  type CodeOccasion,
} from '../triggers/custom-message.ts'
import { throughSender, type SenderCall } from '../triggers/custom-sender.ts'
import type { CodePurpose, CodeTarget, NewCode } from './codes.ts'
import { checkChannel } from './text-messages.ts'
import { wordsByLink, wordsFor } from './message-words.ts'

/** A code and the message that brings it: all that a transaction needs to keep and deliver. */
export interface ComposedCode {
  code: NewCode
  target: CodeTarget
  message: Message | SenderCall
}

/**
 * Makes a code and writes its message out, in the words of the pool's CustomMessage trigger where it
 * has any. Nothing is kept or sent yet.
 *
 * @throws those of `checkChannel`, `customMessage` and `wordsFor`
 */
export async function composeCode(
  ctx: OperationContext,
  pool: UserPoolConfig,
  occasion: CodeOccasion,
  user: UserRecord,
  target: CodeTarget,
): Promise<ComposedCode> {
  const channel = target.attribute === 'email' ? 'EMAIL' : 'SMS'
  checkChannel(pool, channel)
  const code = await ctx.codes.prepare(pool.id, purposeOf(occasion, target))
  const own = await customMessage(ctx, pool, occasion, user)
  const send = (message: Message) => throughSender(ctx, pool, occasion, user, message)
  const kind = code.purpose.startsWith('ATTRIBUTE/') ? 'ATTRIBUTE_VERIFICATION' : code.purpose
  const common = { to: target.destination, channel, kind, code: code.plain } as const
  const { byLink } = pool.verificationMessage
  if (byLink && channel === 'EMAIL' && code.purpose === 'SIGN_UP') {
    const link = linkFor(ctx, pool, occasion, user, code)
    const { subject, body } = wordsByLink(byLink, own)
    const filled = withAnchor(body, link).replaceAll(codePlaceholder, code.plain)
    return { code, target, message: await send({ ...common, link, subject, body: filled }) }
  }
  const { subject, body } = wordsFor(channel, pool.verificationMessage, own)
  const filled = body.replaceAll(codePlaceholder, code.plain)
  return { code, target, message: await send({ ...common, subject, body: filled }) }
}

/**
 * Links confirm sign-ups only; all else is by code.
 *
 * @throws CodeDeliveryFailureException in a pool without a domain, which has no page to link to.
 * @see https://github.com/aws-amplify/amplify-flutter/issues/4540 for what links are not for
 */
function linkFor(
  ctx: OperationContext,
  pool: UserPoolConfig,
  { clientId }: CodeOccasion,
  { username }: UserRecord,
  { plain }: NewCode,
): string {
  const domainUrl = ctx.domainUrlOf(pool.id)
  if (domainUrl === undefined) {
    const reason = 'The user pool sends links and has no domain for them to lead to.'
    throw new UserPoolError('CodeDeliveryFailureException', reason)
  }
  const query = new URLSearchParams({
    client_id: clientId,
    user_name: username,
    confirmation_code: plain,
  })
  return `${domainUrl}/confirmUser?${query.toString()}`
}

function withAnchor(body: string, link: string): string {
  return body.replaceAll(
    new RegExp(linkPlaceholder, 'g'),
    (_, text: string) => `<a href="${link.replaceAll('&', '&amp;')}">${text}</a>`,
  )
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
