import { writeEncryptionSdkMessage } from '../../core/crypto/encryption-sdk-message.ts'
import { toBase64 } from '../../core/encoding/base64.ts'
import type { Message } from '../../core/ports/message.ts'
import type { UserPoolConfig } from '../config.ts'
import type { OperationContext } from '../context.ts'
import type { UserRecord } from '../model.ts'
import { callerFor, attributesOf, eventOf, type TriggerCall } from './run-trigger.ts'

type SenderName = 'CustomEmailSender' | 'CustomSMSSender'

/** A function that is called in place of a message. */
export interface SenderCall {
  pool: UserPoolConfig
  /** Of the function. */
  arn: string
  event: object
}

interface SenderOccasion extends Pick<TriggerCall<SenderName>, 'source' | 'clientId'> {
  /** Of the call that sends it. */
  clientMetadata?: Readonly<Record<string, string>> | undefined
}

const types = {
  EMAIL: { trigger: 'CustomEmailSender', type: 'customEmailSenderRequestV1' },
  SMS: { trigger: 'CustomSMSSender', type: 'customSMSSenderRequestV1' },
} as const

/**
 * What goes out for a message: itself, or a call of the pool's function that sends such ones, its code
 * encrypted with the pool's key.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-custom-email-sender.html
 */
export async function throughSender(
  ctx: Pick<OperationContext, 'random' | 'generateDataKey'>,
  pool: UserPoolConfig,
  occasion: SenderOccasion,
  user: UserRecord,
  message: Message,
): Promise<Message | SenderCall> {
  const { triggers, senderKeyArn, id } = pool
  if (triggers?.[types[message.channel].trigger] === undefined) return message
  if (senderKeyArn === undefined) throw new Error(`The user pool ${id} has no key for its senders.`)
  const context = { 'userpool-id': id }
  const code = await writeEncryptionSdkMessage(ctx, senderKeyArn, context, message.code)
  const told = { code: toBase64(code), userAttributes: attributesOf(user) }
  return senderCall(pool, message.channel, occasion, user, told) ?? message
}

/** @returns undefined in a pool that has no function for such messages. */
export function senderCall(
  pool: UserPoolConfig,
  channel: Message['channel'],
  {
    source,
    clientId,
    clientMetadata = null,
  }: Omit<SenderOccasion, 'clientMetadata'> & {
    clientMetadata?: SenderOccasion['clientMetadata'] | null
  },
  { username }: UserRecord,
  { code, userAttributes }: { code: string | null; userAttributes: Record<string, string> },
): SenderCall | undefined {
  const { trigger, type } = types[channel]
  const arn = pool.triggers?.[trigger]
  if (arn === undefined) return undefined
  const request = { type, code, clientMetadata, userAttributes }
  const call = { source, clientId, username, request } as TriggerCall<typeof trigger>
  return { pool, arn, event: eventOf(pool, trigger, call) }
}

/**
 * Calls it, and waits for nothing: what it returns or throws changes nothing for whoever has asked for the
 * message. A transaction that this is part of is through by then.
 */
export function callSender(
  ctx: Pick<OperationContext, 'invoke' | 'log'>,
  { pool, arn, event }: SenderCall,
): void {
  queueMicrotask(() => {
    ctx.invoke(arn, event, callerFor(pool)).catch((error: unknown) => {
      ctx.log.error('A message was not sent by its function', error)
    })
  })
}
