import { checked } from '../../core/ports/checks.ts'
import type { CodeDeliveryDetailsType } from '@aws-sdk/client-cognito-identity-provider'
import type { ClientOfPool, OperationContext } from '../context.ts'
import { recordEvent } from '../threat-protection/events/record.ts'
import { limitKey, pretendTarget } from '../users/existence.ts'
import type { CodeTarget } from './codes.ts'
import { deliveryDetails } from './delivery.ts'
import { sendCodes, type CodePlan } from './send-codes.ts'

interface Input {
  Username: string
  ClientMetadata?: Record<string, string> | undefined
}

/** A code for one place. */
export type SinglePlan = CodePlan & { targets: readonly [CodeTarget] }

/**
 * Sends a code to whom a name belongs to, counted under the operation that asks for it.
 *
 * @param plan as `sendCodes` has it.
 * @returns `pretence` tells of a code in its place, for a name that nothing may be told of.
 * @throws LimitExceededException, and those of `sendCodes`
 */
export async function sendCodeByName(
  ctx: OperationContext,
  { pool, client }: ClientOfPool,
  { Username, ClientMetadata: clientMetadata }: Input,
  { operation, source }: Occasion,
  plan: () => SinglePlan | undefined,
): Promise<{ sent: CodeDeliveryDetailsType | undefined; pretence: CodeDeliveryDetailsType }> {
  const pretence = await pretendTarget(ctx, pool, Username)

  const user = ctx.users.find(pool, Username)
  checked(ctx.checks, 'LimitExceeded', () =>
    ctx.limits.count(pool.id, limitKey(pool, user, Username), operation),
  )
  const occasion = { source, clientId: client.id, clientMetadata }
  const sent = await sendCodes(ctx, pool, occasion, plan)
  if (sent)
    recordEvent(ctx, { pool, client }, sent.user, { type: events[operation], response: 'Pass' })
  return {
    sent: sent && deliveryDetails(sent.targets[0]),
    pretence: deliveryDetails(pretence),
  }
}

const events = { ForgotPassword: 'ForgotPassword', ResendConfirmationCode: 'ResendCode' } as const

type Occasion =
  | { operation: 'ForgotPassword'; source: 'ForgotPassword' }
  | { operation: 'ResendConfirmationCode'; source: 'ResendCode' }
