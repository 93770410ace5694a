import type { AdminUpdateAuthEventFeedbackRequest } from '@aws-sdk/client-cognito-identity-provider'
import { requireUser } from '../../admin/require-user.ts'
import type { OperationContext } from '../../context.ts'
import type { With } from '../../operation.ts'
import { giveFeedback, requireEvent } from '../../threat-protection/events/give-feedback.ts'
import { requireAddOn } from '../../threat-protection/settings/require-add-on.ts'

type Input = With<
  AdminUpdateAuthEventFeedbackRequest,
  'UserPoolId' | 'Username' | 'EventId' | 'FeedbackValue'
>

/**
 * AdminUpdateAuthEventFeedback: says of an event whether it was the user. It counts from their next
 * sign-in on.
 *
 * @throws ResourceNotFoundException, UserNotFoundException, UserPoolAddOnNotEnabledException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUpdateAuthEventFeedback.html
 */
export function adminUpdateAuthEventFeedback(input: Input, ctx: OperationContext): Promise<object> {
  const { pool, user } = requireUser(ctx, input)
  requireAddOn(pool)
  giveFeedback(ctx, user, requireEvent(ctx, user, input.EventId), input.FeedbackValue, 'Admin')
  return Promise.resolve({})
}
