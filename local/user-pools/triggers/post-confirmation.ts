import type { UserPoolConfig } from '../config.ts'
import type { OperationContext } from '../context.ts'
import type { UserRecord } from '../model.ts'
import { attributesOf, runTrigger } from './run-trigger.ts'
import type { TriggerSource } from './trigger-table.ts'

export interface Confirmation {
  source: TriggerSource<'PostConfirmation'>
  clientId: string
  /** Of the call that confirmed. */
  clientMetadata?: Readonly<Record<string, string>> | undefined
}

/**
 * Runs the pool's PostConfirmation trigger, if it has one. Call it when all is written: what it throws
 * is answered, and the user stays confirmed.
 *
 * @throws those of `runTrigger`
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-post-confirmation.html
 */
export async function postConfirmation(
  ctx: Pick<OperationContext, 'invoke'>,
  pool: UserPoolConfig,
  { source, clientId, clientMetadata }: Confirmation,
  user: UserRecord,
): Promise<void> {
  const request = {
    userAttributes: attributesOf(user),
    ...(clientMetadata && { clientMetadata }),
  }
  await runTrigger(ctx, pool, 'PostConfirmation', {
    source,
    clientId,
    username: user.username,
    request,
  })
}
