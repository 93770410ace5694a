import type { UpdateAuthEventFeedbackRequest } from '@aws-sdk/client-cognito-identity-provider'
import { requireUser } from '../../admin/require-user.ts'
import type { OperationContext } from '../../context.ts'
import type { With } from '../../operation.ts'
import { giveFeedback, requireEventOfToken } from '../../threat-protection/events/give-feedback.ts'
import { requireAddOn } from '../../threat-protection/settings/require-add-on.ts'

type Input = With<
  UpdateAuthEventFeedbackRequest,
  'UserPoolId' | 'Username' | 'EventId' | 'FeedbackToken' | 'FeedbackValue'
>

/**
 * UpdateAuthEventFeedback: the same by whoever has the mail that told of the event.
 *
 * @throws ResourceNotFoundException, UserNotFoundException, NotAuthorizedException,
 *   UserPoolAddOnNotEnabledException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateAuthEventFeedback.html
 */
export function updateAuthEventFeedback(input: Input, ctx: OperationContext): Promise<object> {
  const { pool, user } = requireUser(ctx, input)
  requireAddOn(pool)
  const named = { id: input.EventId, token: input.FeedbackToken }
  giveFeedback(ctx, user, requireEventOfToken(ctx, user, named), input.FeedbackValue, 'User')
  return Promise.resolve({})
}
