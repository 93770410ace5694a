import type { UserPoolConfig } from '../config.ts'
import type { OperationContext } from '../context.ts'
import type { UserRecord } from '../model.ts'
import { readText } from './read-answer.ts'
import { attributesOf, runTrigger } from './run-trigger.ts'
import type { TriggerSource } from './trigger-table.ts'

/** What a message is sent for, and by whom. */
export interface MessageOccasion {
  source: TriggerSource<'CustomMessage'>
  clientId: string
  /** Of the call that sends it. */
  clientMetadata?: Readonly<Record<string, string>> | undefined
}

/** A message that brings a code. */
export interface CodeOccasion extends MessageOccasion {
  source: Exclude<TriggerSource<'CustomMessage'>, 'AdminCreateUser' | 'Authentication'>
}

/** Words with placeholders in them; what is undefined stays as the pool has it. */
export interface CustomMessage {
  emailSubject: string | undefined
  emailMessage: string | undefined
  smsMessage: string | undefined
}

/** Stands for the code, or a temporary password, in a message, in the pool's own words as in a trigger's. */
export const codePlaceholder = '{####}'

/** Stands for a link that confirms, around the words to click. */
export const linkPlaceholder = /\{##([^#]*)##\}/

/** For the username, in the message of somebody who is given an account. */
export const usernamePlaceholder = '{username}'

/**
 * The words that the pool's CustomMessage trigger has for a message, if it has one.
 *
 * @param user as they are going to be once the message is sent.
 * @throws those of `runTrigger`, and InvalidLambdaResponseException for words that are no text.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-custom-message.html
 */
export async function customMessage(
  ctx: Pick<OperationContext, 'invoke'>,
  pool: UserPoolConfig,
  { source, clientId, clientMetadata }: MessageOccasion,
  user: UserRecord,
): Promise<CustomMessage> {
  const request = {
    userAttributes: attributesOf(user),
    codeParameter: codePlaceholder,
    linkParameter: '{##Click Here##}',
    usernameParameter: source === 'AdminCreateUser' ? usernamePlaceholder : null,
    ...(clientMetadata && { clientMetadata }),
  }
  const call = { source, clientId, username: user.username, request }
  const response = (await runTrigger(ctx, pool, 'CustomMessage', call)) ?? {}
  return {
    emailSubject: readText(response.emailSubject),
    emailMessage: readText(response.emailMessage),
    smsMessage: readText(response.smsMessage),
  }
}
