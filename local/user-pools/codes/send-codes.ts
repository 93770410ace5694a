import type { Message } from '../../core/ports/message.ts'
import type { UserPoolConfig } from '../config.ts'
import type { OperationContext } from '../context.ts'
import { UserPoolError } from '../errors.ts'
import type { UserRecord } from '../model.ts'
import type { CodeOccasion } from '../triggers/custom-message.ts'
import { callSender, type SenderCall } from '../triggers/custom-sender.ts'
import type { CodeTarget } from './codes.ts'
import { composeCode, type ComposedCode } from './compose-code.ts'

/** Who is to be sent codes, and where. */
export interface CodePlan {
  user: UserRecord
  targets: readonly CodeTarget[]
}

/**
 * Sends codes: composes their messages, then keeps and delivers them in one transaction with what
 * they are about.
 *
 * Composing takes its time, for a trigger up to fifteen seconds, and requests go on meanwhile. So
 * `plan` is asked twice, before and inside of the transaction: what it checks holds when it is
 * written. Where other codes are wanted by then, they are composed anew.
 *
 * @param plan Looks up and checks, and writes nothing; undefined when nobody is to be sent anything.
 * @param write What the codes are about. It stays written when no message could be composed or
 *   delivered: observed for SignUp, whose user is there although CustomMessage failed.
 * @returns the plan that was carried out.
 * @throws what `plan` does, those of `composeCode`, and CodeDeliveryFailureException.
 */
export async function sendCodes<Plan extends CodePlan | undefined>(
  ctx: OperationContext,
  pool: UserPoolConfig,
  occasion: CodeOccasion,
  plan: () => Plan,
  write = ({ user }: NonNullable<Plan>): UserRecord => user,
): Promise<Plan> {
  for (let planned = plan(); planned; planned = plan()) {
    const composed = await compose(ctx, pool, occasion, planned)
    const sent = ctx.store.transaction(() => {
      const current = plan()
      if (!current || !isSame(planned, current)) return undefined
      const user = write(current)
      if (composed instanceof UserPoolError) return { current, failure: composed }
      const areDelivered = composed.map((one) => keepAndDeliver(ctx, user, one))
      return { current, failure: areDelivered.includes(false) ? undeliverable() : undefined }
    })
    if (sent?.failure) throw sent.failure
    if (sent) return sent.current
  }
  return undefined as Plan
}

async function compose(
  ctx: OperationContext,
  pool: UserPoolConfig,
  occasion: CodeOccasion,
  { user, targets }: CodePlan,
): Promise<ComposedCode[] | UserPoolError> {
  try {
    const composed: ComposedCode[] = []
    for (const target of targets) {
      composed.push(await composeCode(ctx, pool, occasion, user, target))
    }
    return composed
  } catch (error) {
    if (error instanceof UserPoolError) return error
    throw error
  }
}

/** Whether what was composed for one plan serves the other. */
function isSame(one: CodePlan, other: CodePlan): boolean {
  return (
    one.user.sub === other.user.sub &&
    one.targets.length === other.targets.length &&
    one.targets.every(({ attribute, destination }, index) => {
      const target = other.targets[index]
      return attribute === target?.attribute && destination === target.destination
    })
  )
}

/** @returns whether the message went out. */
function keepAndDeliver(
  ctx: OperationContext,
  user: UserRecord,
  { code, target, message }: ComposedCode,
): boolean {
  ctx.codes.store(user, code, target)
  return deliverOrLog(ctx, message)
}

/** @returns whether the message went out, if by a function that is only called by then. */
export function deliverOrLog(ctx: OperationContext, message: Message | SenderCall): boolean {
  try {
    if ('arn' in message) callSender(ctx, message)
    else ctx.deliver(message)
    return true
  } catch (error) {
    ctx.log.error('A message could not be delivered', error)
    return false
  }
}

export function undeliverable(): UserPoolError {
  return new UserPoolError('CodeDeliveryFailureException', 'Unable to deliver code to user')
}
