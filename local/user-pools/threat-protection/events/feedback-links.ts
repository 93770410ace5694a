import type { ClientOfPool, OperationContext } from '../../context.ts'
import type { UserRecord } from '../../model.ts'
import type { AuthEvent } from '../model.ts'

/**
 * The two links of a mail, by their placeholders; none in a pool without a domain. AWS does not document
 * where its own lead.
 */
export function feedbackLinks(
  ctx: OperationContext,
  { pool, client, user }: ClientOfPool & { user: UserRecord },
  { id, feedbackToken = '' }: AuthEvent,
): Record<string, string> {
  const domainUrl = ctx.domainUrlOf(pool.id)
  if (domainUrl === undefined) return {}
  const linkFor = (value: string) => {
    const query = new URLSearchParams({
      client_id: client.id,
      user_name: user.username,
      event_id: id,
      feedback_token: feedbackToken,
      feedback_value: value,
    })
    return `${domainUrl}/authEventFeedback?${query.toString()}`
  }
  return {
    'one-click-link-valid': linkFor('Valid'),
    'one-click-link-invalid': linkFor('Invalid'),
  }
}
